//! The proof that no name stayed: a look through the whole text of a file, and its name.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::names::{Hit, Names, Search};
use crate::analysis::catalogue;
use crate::file::envelope::{ENVELOPE_KEYS, SHEET_KEYS};
use crate::model::Columns;
use crate::worksheets::TABLES;

/// The names that are left in a text: of a file as it will be saved, of its name. Looks through JSON's escapes too. No
/// hit is the proof that nothing was forgotten. What every file of this format says, its keys, is no hit.
pub fn scan(text: &str, names: &Names) -> Vec<Hit> {
    let search = Search::new(names, |_| true);
    let text = without_keys(text);
    let hits = search.hits(&unescaped(&text));
    if hits.is_empty() { search.hits(&text) } else { hits }
}

/// A JSON text without the quoted words that belong to the format.
fn without_keys(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once('"') {
        let end = end_of_text(inside);
        let word = inside.get(..end).unwrap_or_default();
        out.push_str(before);
        out.push('"');
        let after = inside.get(end + 1..).unwrap_or_default();
        if !KEYS.contains(word) && !is_result_name(word, after) {
            out.push_str(word);
        }
        out.push('"');
        rest = inside.get(end + 1..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// Whether a quoted text is the name of a result, as `w4.modules.<row id>.price_share`. The row's id stands at its row too.
fn is_result_name(word: &str, after: &str) -> bool {
    after.trim_start().starts_with(':')
        && word.contains('.')
        && catalogue::all().any(|result| result.id_in(word).is_some())
}

/// Where a JSON text ends that began before `inside`.
fn end_of_text(inside: &str) -> usize {
    let mut is_escaped = false;
    for (at, letter) in inside.char_indices() {
        if letter == '"' && !is_escaped {
            return at;
        }
        is_escaped = !is_escaped && letter == '\\';
    }
    inside.len()
}

/// Keys of sheets, tables, fields, options and default rows.
static KEYS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let mut keys: HashSet<&'static str> = ENVELOPE_KEYS.into_iter().chain(SHEET_KEYS).collect();
    for table in TABLES {
        keys.insert(table.key());
        keys.extend(table.rows.iter().map(|row| row.id));
        for field in table.fields.iter().chain(table.attributes()) {
            keys.insert(field.key);
            keys.extend(field.kind.options().iter().map(|option| option.key));
        }
        if let Some((_, Columns::Fixed(columns))) = table.matrix() {
            keys.extend(columns.iter().map(|column| column.key));
        }
    }
    keys
});

/// A text with the escapes of JSON resolved; what is none stays.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            out.push(letter);
            continue;
        }
        match letters.next() {
            Some('n' | 'r' | 't' | 'b' | 'f') => out.push(' '),
            Some('u') => {
                let digits: String = letters.clone().take(4).collect();
                let code = u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32);
                if let Some(code) = code {
                    out.push(code);
                    letters.nth(3);
                }
            }
            Some(other) => out.push(other),
            None => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::names::tests::names;
    use super::super::names::{Name, Who};
    use super::*;

    #[test]
    fn the_scan_sees_through_escapes() {
        let names = names();
        assert_eq!(scan(r#"{"text":"from\nLi"}"#, &names).len(), 1);
        assert_eq!(scan(r#"{"text":"\u5f20\u4f1f"}"#, &names)[0].real, "张伟");
        assert_eq!(scan("KAMSheet-Acme-2026-03-05.json", &names).len(), 1);
        assert_eq!(scan(r#"{"text":"client \"limits\""}"#, &names), []);
        assert_eq!(scan(r#"{"text":"quotes \"Li\""}"#, &names).len(), 1);
        let price = Names { list: vec![Name { real: "Price".into(), alias: "P1".into(), who: Who::Person }] };
        assert_eq!(scan(r#"{"results":{"w4.modules.m1.price_share": 2}}"#, &price), []);
        assert_eq!(scan(r#"{"text":"w4.modules.m1.price_share","by":"asks Price"}"#, &price).len(), 2);
        let user = Names { list: vec![Name { real: "User".into(), alias: "P1".into(), who: Who::Person }] };
        assert_eq!(scan(r#"{"role":["user"]}"#, &user), []);
        assert_eq!(scan(r#"{"need":"the user says"}"#, &user).len(), 1);
    }
}
