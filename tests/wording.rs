//! Words move no figure: what counts and adds up stays while texts are put in other words.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod common;

use common::samples::{day, sample};
use kamsheet::analysis::{Answer, Book, Memo, catalogue};
use kamsheet::change::{Op, Patch, apply};
use kamsheet::model::wording::is_wording;
use kamsheet::model::{Document, Id, Kind, Lang, Place, Record, RowOrigin, TableData, TableDef, Value};
use kamsheet::worksheets::{TABLES, table};

/// Every answer with its name, with what is remembered.
fn answers(document: &Document, memo: &Memo) -> Vec<(String, Answer)> {
    catalogue::all_answers(&Book::new(document, day("2026-04-01"), memo))
}

/// Puts every text of a table in other words.
fn reword(document: &Document, table: &'static TableDef) -> Patch {
    let mut ops = Vec::new();
    let mut of_record = |record: &Record, row: Option<&Id>, col: Option<&Id>| {
        for (slot, before) in record.filled() {
            let place = Place { table, row: row.cloned(), col: col.cloned(), slot };
            let is_text = table.field_at(slot).is_some_and(|field| matches!(field.kind, Kind::Text | Kind::LongText));
            let after = before.as_words().filter(|_| is_text).map(|text| Value::Text(format!("Else: {text}")));
            if after.is_some() && is_wording(&place, Some(before), after.as_ref()) {
                ops.push(Op::Set { place, before: Some(before.clone()), after });
            }
        }
    };
    match document.table(table.path) {
        Some(TableData::Form(record)) => of_record(record, None, None),
        Some(TableData::List(list)) => list.iter().for_each(|row| of_record(&row.record, Some(&row.id), None)),
        Some(TableData::Matrix(cells)) => {
            cells.iter().for_each(|((row, col), cell)| of_record(cell, Some(row), Some(col)));
        }
        None => {}
    }
    Patch { ops }
}

#[test]
fn other_words_leave_every_figure_as_it_is() {
    let mut reworded = 0;
    for name in ["zh-full", "en-full"] {
        let (mut document, kept) = (sample(name).workbook.document, Memo::default());
        for table in TABLES {
            let patch = reword(&document, table);
            if patch.ops.is_empty() {
                continue;
            }
            reworded += patch.ops.len();
            let before = answers(&document, &kept);
            apply(&mut document, &patch);
            let after = answers(&document, &kept);
            assert!(after == answers(&document, &Memo::default()), "{name}: remembered too long, {}", table.path);
            for (was, is) in before.iter().zip(&after) {
                assert_eq!(was, is, "{name}: hangs on words of {}", table.path);
            }
            assert_eq!(before.len(), after.len(), "{name}: {}", table.path);
            apply(&mut document, &patch.inverse());
        }
    }
    assert!(reworded > 500, "{reworded} texts");
}

fn changes(path: &str, row: Option<&str>, before: Option<&str>, after: Option<&str>) -> bool {
    let (at, key) = path.rsplit_once('.').unwrap();
    let table = table(at).unwrap();
    let field = table.field(key).unwrap();
    let place = Place { table, row: row.map(Into::into), col: None, slot: field.slot };
    let value = |text: Option<&str>| text.map(|text| Value::Text(text.to_owned()));
    is_wording(&place, value(before).as_ref(), value(after).as_ref())
}

#[test]
fn a_text_that_stays_filled_changes_in_words_only() {
    assert!(changes("w3.needs.need", Some("n"), Some("a"), Some("ab")));
    assert!(!changes("w3.needs.need", Some("n"), None, Some("a")));
    assert!(!changes("w3.needs.need", Some("n"), Some("a"), None));
    assert!(!changes("w3.needs.need", Some("n"), Some("a"), Some("  ")));
}

#[test]
fn what_is_no_text_changes_more_than_words() {
    assert!(!changes("w3.needs.kano_class", Some("n"), Some("must_be"), Some("attractive")));
    assert!(!changes("w6.act.due", Some("n"), Some("2026-01-01"), Some("2026-01-02")));
}

#[test]
fn leaving_the_given_words_is_more_than_wording() {
    let mut tried = 0;
    for table in TABLES {
        for row in table.rows.iter().filter(|row| row.origin != RowOrigin::Template) {
            for (key, given) in row.values {
                let is_text = table.field(key).is_some_and(|field| matches!(field.kind, Kind::Text | Kind::LongText));
                let Some(Value::Text(text)) = given.value(Lang::En).filter(|_| is_text) else { continue };
                let path = format!("{}.{key}", table.path);
                assert!(!changes(&path, Some(row.id), Some(&text), Some("In other words")), "{path}");
                assert!(changes(&path, Some(row.id), Some("One"), Some("Another")), "{path}");
                tried += 1;
            }
        }
    }
    assert!(tried > 0);
}

#[test]
fn who_and_when_are_no_substance() {
    assert!(changes("w3.needs.author", Some("n"), None, Some("Li")));
}
