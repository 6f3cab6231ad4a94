//! Names of rows and values as one document has them: what is gone has no name in the one on the desk.

use crate::i18n::ui;
use crate::model::{Columns, Document, FieldDef, Id, Kind, Lang, Place, TableDef, Value};
use crate::ui::cx::Cx;
use crate::ui::desk::shown_value;
use crate::ui::field::in_words;
use crate::worksheets::table;

/// The name of a row in a document.
pub fn of_row(cx: Cx, document: &Document, list: &'static TableDef, id: &Id) -> String {
    let Some(field) = list.title_field() else { return id.to_string() };
    let place = Place::row(list, id.clone(), field.slot);
    match shown_value(&place, document.value(&place), cx.lang) {
        Some(value) => of_value(cx, document, field, &value),
        None => cx.t(ui::NAMELESS).to_owned(),
    }
}

/// The name of a row of a matrix, which is a row of a list.
pub fn of_matrix_row(cx: Cx, document: &Document, matrix: &'static TableDef, id: &Id) -> String {
    let list = matrix.matrix().and_then(|(rows, _)| table(rows));
    list.map_or_else(|| id.to_string(), |list| of_row(cx, document, list, id))
}

/// The name of a column of a matrix.
pub fn of_column(cx: Cx, document: &Document, matrix: &'static TableDef, id: &Id) -> String {
    match matrix.matrix() {
        Some((_, Columns::Table(path))) => {
            table(path).map_or_else(|| id.to_string(), |list| of_row(cx, document, list, id))
        }
        Some((_, Columns::Fixed(options))) => {
            let option = options.iter().find(|option| option.key == id.as_str());
            option.map_or_else(|| id.to_string(), |option| cx.t(option.label).to_owned())
        }
        None => id.to_string(),
    }
}

/// A value in words.
pub fn of_value(cx: Cx, document: &Document, field: &'static FieldDef, value: &Value) -> String {
    let named = |target: &str, id: &str| {
        table(target).map_or_else(|| id.to_owned(), |list| of_row(cx, document, list, &Id::from(id)))
    };
    match (&field.kind, value) {
        (Kind::Ref(target), Value::Text(id)) => named(target, id),
        (Kind::Refs(target), Value::Keys(ids)) => {
            let names: Vec<String> = ids.iter().map(|id| named(target, id)).collect();
            names.join(if cx.lang == Lang::Zh { "、" } else { ", " })
        }
        _ => in_words(cx, field, value),
    }
}
