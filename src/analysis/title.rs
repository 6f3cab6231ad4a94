//! The name of a row, as sentences and lists call it.

use crate::i18n::ui::NAMELESS;
use crate::model::table::same_as_given;
use crate::model::{Document, Lang, Place, TableDef};

/// Longest name inside a sentence, in characters.
const LONGEST: usize = 40;

/// What names the row `id` of a list, in `lang`, cut where it is long.
pub fn title(document: &Document, table: &'static TableDef, id: &str, lang: Lang) -> String {
    short(&full_title(document, table, id, lang))
}

/// What names the row `id` of a list, in `lang`.
pub fn full_title(document: &Document, table: &'static TableDef, id: &str, lang: Lang) -> String {
    let Some(field) = table.title_field() else { return NAMELESS.get(lang).to_owned() };
    let stored = document.value(&Place::row(table, id.into(), field.slot));
    let given = table.given(Some(id), field.slot);
    let of_product = stored.filter(|value| same_as_given(value, given)).and_then(|_| given.value(lang));
    let text = of_product.as_ref().or(stored).and_then(|value| value.as_text());
    text.unwrap_or(NAMELESS.get(lang)).to_owned()
}

/// A text, cut where it is too long for a sentence.
pub fn short(text: &str) -> String {
    let text = text.lines().next().unwrap_or_default();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
