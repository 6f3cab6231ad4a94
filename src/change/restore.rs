//! Bringing back what was there before: a whole state, one worksheet, one row, one value. Each is one patch.

use std::collections::HashSet;

use super::diff::diff;
use super::edit::records;
use super::{Op, Patch};
use crate::model::{Document, Id, Place, TableDef, Value};
use crate::worksheets::TABLES;

/// The patch that brings back everything.
pub fn everything(now: &Document, then: &Document) -> Patch {
    diff(now, then)
}

/// The patch that brings one worksheet back to what it was.
pub fn worksheet(now: &Document, then: &Document, sheet: &str) -> Patch {
    let mut patch = diff(now, then);
    patch.ops.retain(|op| op.table().sheet() == sheet);
    patch
}

/// The patch that brings back one row of a list with its cells in the matrices. A row that is gone comes back to where
/// it stood, and what referred to it does so again where nothing else has taken its place.
pub fn row(now: &Document, then: &Document, list: &'static TableDef, id: &Id) -> Patch {
    let mut ops = Vec::new();
    let Some(old) = then.list(list).row(id.as_str()) else { return Patch::default() };
    match now.list(list).row(id.as_str()) {
        None => {
            ops.push(Op::Insert { table: list, at: place_for(now, then, list, id), row: old.clone() });
            ops.extend(references(now, then, list, id));
        }
        Some(row) => {
            let slots: HashSet<u8> = row.record.filled().chain(old.record.filled()).map(|(slot, _)| slot).collect();
            let mut slots: Vec<u8> = slots.into_iter().collect();
            crate::model::order::sort_by(&mut slots, Ord::cmp);
            let set = |slot: u8| set(now, Place::row(list, id.clone(), slot), old.record.at(slot).cloned());
            ops.extend(slots.into_iter().filter_map(set));
        }
    }
    ops.extend(cells(now, then, list, id));
    Patch { ops }
}

/// The patch that brings back one value.
pub fn value(now: &Document, then: &Document, place: &Place) -> Patch {
    Patch { ops: set(now, place.clone(), then.value(place).cloned()).into_iter().collect() }
}

fn set(now: &Document, place: Place, after: Option<Value>) -> Option<Op> {
    let before = now.value(&place).cloned();
    (before != after).then_some(Op::Set { place, before, after })
}

/// Right behind the nearest row before it that is still there.
fn place_for(now: &Document, then: &Document, list: &'static TableDef, id: &Id) -> usize {
    let ids = then.list(list).ids();
    let before = ids.iter().take_while(|other| *other != id);
    let behind = before.filter_map(|other| now.list(list).position(other.as_str())).last();
    behind.map_or(0, |at| at + 1)
}

/// The cells of the row, or of the column that the row is, where the other side is still there.
fn cells(now: &Document, then: &Document, list: &'static TableDef, id: &Id) -> Vec<Op> {
    let mut ops = Vec::new();
    for matrix in TABLES.iter().copied() {
        let Some((rows, columns)) = matrix.matrix() else { continue };
        let column_list = match columns {
            crate::model::Columns::Table(path) => Some(path),
            _ => None,
        };
        for ((row, col), record) in then.cells(matrix) {
            let is_there = |path: &str, other: &Id| other == id || now.list_at(path).row(other.as_str()).is_some();
            let is_ours = (rows == list.path && row == id) || (column_list == Some(list.path) && col == id);
            if is_ours && is_there(rows, row) && column_list.is_none_or(|path| is_there(path, col)) {
                let place = |slot| Place::cell(matrix, row.clone(), col.clone(), slot);
                ops.extend(record.filled().filter_map(|(slot, old)| set(now, place(slot), Some(old.clone()))));
            }
        }
    }
    ops
}

/// References to the row that were emptied when it went: set again where they are empty, added where there are several.
fn references(now: &Document, then: &Document, list: &'static TableDef, id: &Id) -> Vec<Op> {
    let mut ops = Vec::new();
    for holder in TABLES.iter().copied() {
        let pointing = || holder.fields.iter().filter(|field| field.kind.target() == Some(list.path));
        if pointing().next().is_none() {
            continue;
        }
        for (row, col, record) in records(then, holder) {
            let is_there = col.is_some() || row.as_ref().is_none_or(|row| now.list(holder).row(row.as_str()).is_some());
            for field in pointing().filter(|_| is_there) {
                let Some(old) = record.at(field.slot).filter(|value| value.refers_to(id)) else { continue };
                let place = Place { table: holder, row: row.clone(), col: col.clone(), slot: field.slot };
                ops.extend(refer_again(now, place, old, id));
            }
        }
    }
    ops
}

fn refer_again(now: &Document, place: Place, old: &Value, id: &Id) -> Option<Op> {
    match now.value(&place) {
        None => set(now, place, Some(only(old, id))),
        Some(Value::Keys(keys)) if !keys.iter().any(|key| key == id.as_str()) => {
            let before = old.as_keys().iter().take_while(|key| *key != id.as_str());
            let behind = before.filter_map(|key| keys.iter().position(|other| other == key)).last();
            let mut keys = keys.clone();
            keys.insert(behind.map_or(0, |at| at + 1), id.as_str().to_owned());
            set(now, place, Value::keys(keys))
        }
        Some(_) => None,
    }
}

/// Of several references the one to the row: the others went for reasons of their own.
fn only(old: &Value, id: &Id) -> Value {
    match old {
        Value::Keys(_) => Value::keys(vec![id.as_str().to_owned()]).unwrap_or_else(|| old.clone()),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analysis::testkit::{any_document, doc};
    use crate::change::{apply, edit};
    use crate::worksheets::{needs, plan};

    fn ids(document: &Document, list: &'static TableDef) -> String {
        document.list(list).ids().iter().map(Id::as_str).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_removed_row_comes_back_to_its_place_with_cells_and_references() {
        let then = doc(&[
            ("w3.needs.a.need", "first"),
            ("w3.needs.b.need", "second"),
            ("w3.needs.c.need", "third"),
            ("w4.modules.m.name", "module"),
            ("w4.cover.b.m.cell", "3"),
            ("w4.benefits.t.need", "b"),
            ("w4.vp.v.needs", "a b c"),
        ]);
        let mut now = then.clone();
        let removal = edit::remove(&now, needs::needs::TABLE, &"b".into());
        apply(&mut now, &removal.patch);
        assert_ne!(now, then);
        let patch = row(&now, &then, needs::needs::TABLE, &"b".into());
        apply(&mut now, &patch);
        assert_eq!(ids(&now, needs::needs::TABLE), "a b c");
        assert_eq!(now, then, "{patch:?}");
    }

    #[test]
    fn what_was_written_since_stays() {
        let then = doc(&[("w3.needs.a.need", "old"), ("w3.needs.b.need", "gone"), ("w6.risk.r.text", "risk")]);
        let mut now =
            doc(&[("w3.needs.a.need", "new"), ("w3.needs.n.need", "added since"), ("w6.risk.r.text", "other")]);
        let patch = row(&now, &then, needs::needs::TABLE, &"b".into());
        apply(&mut now, &patch);
        assert_eq!(ids(&now, needs::needs::TABLE), "a b n");
        let patch = worksheet(&now, &then, "w6");
        assert!(!patch.is_empty());
        apply(&mut now, &patch);
        assert_eq!(now.list(plan::risk::TABLE), then.list(plan::risk::TABLE));
        assert_eq!(ids(&now, needs::needs::TABLE), "a b n");
        let place = Place::row(needs::needs::TABLE, "a".into(), needs::needs::NEED.slot);
        let patch = value(&now, &then, &place);
        apply(&mut now, &patch);
        assert_eq!(now.value(&place), Some(&Value::Text("old".into())));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..Default::default() })]
        #[test]
        fn every_restoring_can_be_undone_and_gives_back_what_it_says(now in any_document(), then in any_document()) {
            let mut there = now.clone();
            let patch = everything(&there, &then);
            apply(&mut there, &patch);
            prop_assert_eq!(&there, &then);
            for list in TABLES.iter().copied().filter(|table| table.is_list()) {
                for old in then.list(list).iter() {
                    let mut there = now.clone();
                    let patch = row(&there, &then, list, &old.id);
                    apply(&mut there, &patch);
                    let filled = |row: &crate::model::Row| row.record.filled().map(|(slot, value)| (slot, value.clone())).collect::<Vec<_>>();
                    let back = there.list(list).row(old.id.as_str()).map(filled);
                    prop_assert_eq!(back, Some(filled(old)));
                    apply(&mut there, &patch.inverse());
                    prop_assert_eq!(&there, &now);
                }
            }
        }
    }
}
