//! Values in words, for people who read a table outside the app.

use crate::model::table::same_as_given;
use crate::model::{Columns, Document, FieldDef, Id, Kind, Lang, Opt, TableDef, Value};
use crate::worksheets;

/// Yes and no.
pub(super) const YES_NO: [(&str, &str); 2] = [("Yes", "是"), ("No", "否")];

/// A row by its name: what its title field holds, in the language of the reader where the product wrote it; its id when
/// it has no name.
pub fn row_title(document: &Document, table: &'static TableDef, id: &str, lang: Lang) -> String {
    let title = table.title_field().and_then(|field| {
        let value = document.list(table).row(id)?.record.at(field.slot)?;
        let given = table.given(Some(id), field.slot);
        let value = if same_as_given(value, given) { given.value(lang)? } else { value.clone() };
        Some(shown(document, field, &value, lang))
    });
    title.filter(|title| !title.trim().is_empty()).unwrap_or_else(|| id.to_owned())
}

/// The columns of a matrix with their headings.
pub fn columns(document: &Document, columns: Columns, lang: Lang) -> Vec<(Id, String)> {
    match columns {
        Columns::Table(path) => {
            let Some(table) = worksheets::table(path) else { return Vec::new() };
            let ids = document.list(table).ids().iter();
            ids.map(|id| (id.clone(), row_title(document, table, id.as_str(), lang))).collect()
        }
        Columns::Fixed(options) => {
            options.iter().map(|option| (Id::from(option.key), option.label.get(lang).to_owned())).collect()
        }
    }
}

/// A value in words: labels instead of keys, names instead of ids.
pub fn shown(document: &Document, field: &FieldDef, value: &Value, lang: Lang) -> String {
    match (value, &field.kind) {
        (Value::Number(number), _) => format!("{}", if *number == 0.0 { 0.0 } else { *number }),
        (Value::Bool(yes), _) => {
            let [yes_words, no_words] = YES_NO;
            let (en, zh) = if *yes { yes_words } else { no_words };
            if lang == Lang::Zh { zh } else { en }.to_owned()
        }
        (Value::Text(key), Kind::Choice { options, .. }) => option_label(options, key, lang),
        (Value::Text(id), Kind::Ref(target) | Kind::Refs(target)) => title_of(document, target, id, lang),
        (Value::Text(text), _) => text.clone(),
        (Value::Keys(keys), Kind::Choices(options)) => {
            join(keys.iter().map(|key| option_label(options, key, lang)), lang)
        }
        (Value::Keys(ids), Kind::Refs(target)) => join(ids.iter().map(|id| title_of(document, target, id, lang)), lang),
        (Value::Keys(keys), _) => join(keys.iter().cloned(), lang),
    }
}

fn option_label(options: &[Opt], key: &str, lang: Lang) -> String {
    let found = options.iter().find(|option| option.key == key);
    found.map_or(key, |option| option.label.get(lang)).to_owned()
}

fn title_of(document: &Document, target: &str, id: &str, lang: Lang) -> String {
    worksheets::table(target).map_or_else(|| id.to_owned(), |table| row_title(document, table, id, lang))
}

fn join(parts: impl Iterator<Item = String>, lang: Lang) -> String {
    parts.collect::<Vec<_>>().join(if lang == Lang::Zh { "；" } else { "; " })
}
