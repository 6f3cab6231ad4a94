//! Values, rows and places in words, also of copies that are not on the desk.

use crate::file::words::{row_title, shown};
use crate::i18n::copies as say;
use crate::model::{Document, Place, TableDef, Value};
use crate::ui::cx::Cx;
use crate::ui::field::in_words;
use crate::worksheets::sheets;

/// A value in words, with references found in the document that it comes from.
pub fn value(cx: Cx, document: &Document, place: &Place, value: Option<&Value>) -> String {
    match (value, place.table.field_at(place.slot)) {
        (None, _) => cx.t(say::EMPTY).to_owned(),
        (Some(value), Some(field)) if field.kind.target().is_some() => shown(document, field, value, cx.lang),
        (Some(value), Some(field)) => in_words(cx, field, value),
        (Some(value), None) => format!("{value:?}"),
    }
}

/// The name of a row, by the first of these documents that has it.
pub fn row(cx: Cx, documents: &[&Document], table: &'static TableDef, id: &str) -> String {
    let found = documents.iter().find(|document| document.list(table).row(id).is_some());
    let title = found.map(|document| row_title(document, table, id, cx.lang)).filter(|title| title != id);
    let default = || table.default_row(id).map(|default| cx.t(default.label).to_owned());
    title.or_else(default).unwrap_or_else(|| cx.t(crate::i18n::ui::NAMELESS).to_owned())
}

/// Worksheet and table.
pub fn table(cx: Cx, table: &TableDef) -> String {
    let label = cx.t(table.label);
    match sheets::sheet(table.sheet()) {
        Some(sheet) => format!("{} · {label}", cx.t(sheet.short)),
        None => label.to_owned(),
    }
}

/// Where a value is: the names of its row and column, and of its field.
pub fn place(cx: Cx, documents: &[&Document], place: &Place) -> String {
    let mut parts: Vec<String> = Vec::new();
    let (rows, cols) = match place.table.matrix() {
        Some((rows, crate::model::Columns::Table(cols))) => {
            (crate::worksheets::table(rows), crate::worksheets::table(cols))
        }
        Some((rows, crate::model::Columns::Fixed(_))) => (crate::worksheets::table(rows), None),
        None => (Some(place.table).filter(|table| table.is_list()), None),
    };
    if let (Some(table), Some(id)) = (rows, &place.row) {
        parts.push(row(cx, documents, table, id.as_str()));
    }
    if let Some(id) = &place.col {
        let fixed = match place.table.matrix() {
            Some((_, crate::model::Columns::Fixed(options))) => options.iter().find(|option| option.key == id.as_str()),
            _ => None,
        };
        match (cols, fixed) {
            (Some(table), _) => parts.push(row(cx, documents, table, id.as_str())),
            (None, Some(option)) => parts.push(cx.t(option.label).to_owned()),
            _ => {}
        }
    }
    let only = place.table.matrix().is_some() && place.table.fields.len() == 1;
    if let Some(field) = place.table.field_at(place.slot).filter(|_| !only) {
        parts.push(cx.t(field.label).to_owned());
    }
    parts.join(" · ")
}
