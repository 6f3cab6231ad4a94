//! Edits at random, for the tests of the storage.
#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use kamsheet::change::{Patch, edit};
use kamsheet::file::Workbook;
use kamsheet::model::{Document, Id, Lang, Place, Row, Value};
use kamsheet::storage::Card;
use kamsheet::storage::replica::Replica;
use kamsheet::storage::seen::Seen;
use kamsheet::worksheets::{account, competition, needs, new_document};
use proptest::prelude::*;

/// What someone does; numbers choose among what is there.
#[derive(Clone, Debug)]
pub enum Act {
    Name(String),
    Need(u8, String),
    Rate(u8, u8),
    Add(u8, u16),
    Remove(u8),
    Move(u8, i8),
    Cell(u8, u8, String),
}

pub fn any_act() -> impl Strategy<Value = Act> {
    let words = "[a-zäö中文\"\\\\\n]{0,6}";
    prop_oneof![
        words.prop_map(Act::Name),
        (any::<u8>(), words).prop_map(|(row, text)| Act::Need(row, text)),
        (any::<u8>(), 0_u8..11).prop_map(|(row, value)| Act::Rate(row, value)),
        (any::<u8>(), any::<u16>()).prop_map(|(after, id)| Act::Add(after, id)),
        any::<u8>().prop_map(Act::Remove),
        (any::<u8>(), -3_i8..4).prop_map(|(row, by)| Act::Move(row, by)),
        (any::<u8>(), any::<u8>(), words).prop_map(|(row, col, text)| Act::Cell(row, col, text)),
    ]
}

/// The patch of an act on a document; empty where there is nothing to act on.
pub fn patch_of(document: &Document, act: &Act, tab: &str) -> Patch {
    let table = needs::needs::TABLE;
    let ids = document.list(table).ids();
    let pick = |at: u8| ids.get(usize::from(at) % ids.len().max(1)).cloned();
    match act {
        Act::Name(text) => {
            edit::set(document, Place::form(account::profile::TABLE, account::profile::NAME.slot), Value::text(text))
        }
        Act::Need(row, text) => pick(*row).map_or_else(Patch::default, |id| {
            edit::set(document, Place::row(table, id, needs::needs::NEED.slot), Value::text(text))
        }),
        Act::Rate(row, value) => pick(*row).map_or_else(Patch::default, |id| {
            let value = (*value > 0).then(|| Value::Number(f64::from(*value)));
            edit::set(document, Place::row(table, id, needs::needs::IMPORTANCE.slot), value)
        }),
        Act::Add(after, id) => {
            let row = Row::new(format!("{tab}{id}").as_str().into());
            edit::add(document, table, row, pick(*after).as_ref())
        }
        Act::Remove(row) => pick(*row).map_or_else(Patch::default, |id| edit::remove(document, table, &id).patch),
        Act::Move(row, by) => {
            pick(*row).map_or_else(Patch::default, |id| edit::shift(document, table, &id, isize::from(*by)))
        }
        Act::Cell(row, col, text) => {
            let (table, rows) = (competition::ratings::TABLE, competition::factors::TABLE);
            let (Some(row), Some(field)) = (
                document.list(rows).ids().get(usize::from(*row) % document.list(rows).len().max(1)).cloned(),
                table.fields.first(),
            ) else {
                return Patch::default();
            };
            let col = Id::from(["us", "r1", "r2"][usize::from(*col) % 3]);
            edit::set(document, Place::cell(table, row, col, field.slot), Value::text(text))
        }
    }
}

pub fn fresh() -> Document {
    new_document("book".into(), Lang::En)
}

pub fn replica(tab: &str) -> Replica {
    Replica::new(Workbook::new(fresh()), Seen::up_to(1), tab.to_owned())
}

pub fn card() -> Card {
    Card { account: String::from("Acme \"\\ 中"), ..Card::bare("book".into()) }
}

pub fn no_ids() -> impl FnMut() -> Id {
    || Id::from("made-up")
}

/// So many cases; ten times as many in a long run.
pub fn cases(short: u32) -> ProptestConfig {
    let is_long = std::env::var_os("KAMSHEET_LONG").is_some();
    ProptestConfig {
        cases: if is_long { short * 10 } else { short },
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}
