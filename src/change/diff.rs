//! The difference of two documents, as the patch that leads from one to the other.

use std::collections::{HashMap, HashSet};

use super::patch::{Op, Patch};
use crate::model::document::ListData;
use crate::model::{Document, Id, Place, Record, Row, TableDef};
use crate::worksheets::TABLES;

/// The patch that turns `old` into `new`. Rows are the same when their ids are; of rows that changed places as few are
/// moved as will do. What this version does not know is compared only as a whole: a row with other unknown fields is
/// taken out and put in again, unknown fields of forms and cells stay as they are.
pub fn diff(old: &Document, new: &Document) -> Patch {
    let mut ops = Vec::new();
    for table in TABLES.iter().copied() {
        if table.is_list() {
            list_ops(old, new, table, &mut ops);
        } else if table.is_form() {
            record_ops(old.form(table), new.form(table), |slot| Place::form(table, slot), &mut ops);
        } else {
            cell_ops(old, new, table, &mut ops);
        }
    }
    Patch { ops }
}

/// The slots at which two records differ, with both values.
pub(super) fn differences<'r>(
    old: &'r Record,
    new: &'r Record,
) -> impl Iterator<Item = (u8, Option<&'r crate::model::Value>, Option<&'r crate::model::Value>)> {
    let gone =
        old.filled().filter(|(slot, _)| new.at(*slot).is_none()).map(|(slot, before)| (slot, Some(before), None));
    let set = new.filled().map(|(slot, after)| (slot, old.at(slot), Some(after)));
    gone.chain(set.filter(|(_, before, after)| before != after))
}

fn record_ops(old: &Record, new: &Record, place: impl Fn(u8) -> Place, ops: &mut Vec<Op>) {
    ops.extend(differences(old, new).map(|(slot, before, after)| Op::Set {
        place: place(slot),
        before: before.cloned(),
        after: after.cloned(),
    }));
}

fn cell_ops(old: &Document, new: &Document, table: &'static TableDef, ops: &mut Vec<Op>) {
    let (before, after) = (old.cells(table), new.cells(table));
    let place = |row: &Id, col: &Id, slot| Place::cell(table, row.clone(), col.clone(), slot);
    for ((row, col), record) in before {
        let now = after.get(&(row.clone(), col.clone())).unwrap_or(Record::EMPTY);
        record_ops(record, now, |slot| place(row, col, slot), ops);
    }
    for ((row, col), record) in after.iter().filter(|(key, _)| !before.contains_key(*key)) {
        record_ops(Record::EMPTY, record, |slot| place(row, col, slot), ops);
    }
}

fn list_ops(old: &Document, new: &Document, table: &'static TableDef, ops: &mut Vec<Op>) {
    let (before, after) = (old.list(table), new.list(table));
    let kept = |row: &Row| {
        let other = after.row(row.id.as_str());
        other.is_some_and(|other| other.record.unknown() == row.record.unknown())
    };
    for (at, row) in before.iter().enumerate().collect::<Vec<_>>().into_iter().rev() {
        if !kept(row) {
            ops.push(Op::Remove { table, at, row: row.clone() });
        }
    }
    let order: Vec<Id> = before.iter().filter(|row| kept(row)).map(|row| row.id.clone()).collect();
    order_ops(table, order, after, ops);
    for row in before.iter().filter(|row| kept(row)) {
        let Some(now) = after.row(row.id.as_str()) else { continue };
        record_ops(&row.record, &now.record, |slot| Place::row(table, row.id.clone(), slot), ops);
    }
}

/// Puts the new rows in and moves those that are out of order, each right behind the row that comes before it.
fn order_ops(table: &'static TableDef, mut order: Vec<Id>, target: &ListData, ops: &mut Vec<Op>) {
    let places: HashMap<Id, usize> = order.iter().enumerate().map(|(at, id)| (id.clone(), at)).collect();
    let staying: Vec<usize> = target.ids().iter().filter_map(|id| places.get(id).copied()).collect();
    let in_order: HashSet<usize> = longest_rising(&staying).into_iter().collect();
    // Where the next row belongs: behind everything that is in place already.
    let mut at = 0;
    for row in target.iter() {
        match places.get(&row.id) {
            Some(place) if in_order.contains(place) => {
                while order.get(at).is_some_and(|id| *id != row.id) {
                    at += 1;
                }
            }
            Some(_) => {
                let Some(from) = order.iter().position(|id| *id == row.id) else { continue };
                let id = order.remove(from);
                at -= usize::from(from < at);
                order.insert(at, id);
                if from != at {
                    ops.push(Op::Move { table, row: row.id.clone(), from, to: at });
                }
            }
            None => {
                order.insert(at, row.id.clone());
                ops.push(Op::Insert { table, at, row: row.clone() });
            }
        }
        at += 1;
    }
}

/// The longest rising subsequence of different numbers (patience sorting).
fn longest_rising(numbers: &[usize]) -> Vec<usize> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before: HashMap<usize, Option<usize>> = HashMap::new();
    for number in numbers.iter().copied() {
        let pile = tails.partition_point(|tail| *tail < number);
        before.insert(number, pile.checked_sub(1).and_then(|pile| tails.get(pile).copied()));
        match tails.get_mut(pile) {
            Some(tail) => *tail = number,
            None => tails.push(number),
        }
    }
    let mut rising: Vec<usize> = std::iter::successors(tails.last().copied(), |number| *before.get(number)?).collect();
    rising.reverse();
    rising
}

/// What a patch does to one table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableSummary {
    /// The table.
    pub table: &'static TableDef,
    /// Rows put in.
    pub added: Vec<Id>,
    /// Rows taken out.
    pub removed: Vec<Id>,
    /// Rows that stay and change; of a matrix, the rows with a changed cell.
    pub changed: Vec<Id>,
    /// How many rows change places.
    pub moved: usize,
    /// How many values change, outside rows that come or go.
    pub values: usize,
}

/// What a patch does, table by table in the order of the patch; tables that it leaves alone are left out.
pub fn summary(patch: &Patch) -> Vec<TableSummary> {
    let mut tables: Vec<TableSummary> = Vec::new();
    for op in &patch.ops {
        let table = op.table();
        let at = tables.iter().position(|summary| summary.table.path == table.path).unwrap_or(tables.len());
        if at == tables.len() {
            let none = Vec::new;
            tables.push(TableSummary { table, added: none(), removed: none(), changed: none(), moved: 0, values: 0 });
        }
        if let Some(summary) = tables.get_mut(at) {
            summary.count(op);
        }
    }
    tables
}

impl TableSummary {
    fn count(&mut self, op: &Op) {
        match op {
            Op::Set { place, .. } => {
                self.values += 1;
                if let Some(row) = &place.row {
                    note(&mut self.changed, row);
                }
            }
            // A row that is taken out and put in again is the same row, changed.
            Op::Insert { row, .. } => match self.removed.iter().position(|id| *id == row.id) {
                Some(at) => {
                    self.removed.remove(at);
                    note(&mut self.changed, &row.id);
                }
                None => note(&mut self.added, &row.id),
            },
            Op::Remove { row, .. } => note(&mut self.removed, &row.id),
            Op::Move { .. } => self.moved += 1,
        }
    }
}

fn note(ids: &mut Vec<Id>, id: &Id) {
    if !ids.contains(id) {
        ids.push(id.clone());
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analysis::testkit::{any_document, column, doc, put};
    use crate::change::apply;
    use crate::worksheets::needs;

    fn order(document: &Document) -> String {
        document.list(needs::needs::TABLE).ids().iter().map(Id::as_str).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn one_row_that_goes_to_the_end_is_one_move() {
        let mut old = doc(&[]);
        column(&mut old, "w3.needs", "need", "a b c d e");
        let mut new = doc(&[]);
        for row in ["r2", "r3", "r9", "r4", "r5", "r1"] {
            put(&mut new, &format!("w3.needs.{row}.need"), row);
        }
        let patch = diff(&old, &new);
        let moves = patch.ops.iter().filter(|op| matches!(op, Op::Move { .. })).count();
        assert_eq!(moves, 1, "{patch:?}");
        let mut there = old.clone();
        apply(&mut there, &patch);
        assert_eq!(order(&there), "r2 r3 r9 r4 r5 r1");
        let found = &summary(&patch)[0];
        assert_eq!((found.added.len(), found.changed.len(), found.moved, found.values), (1, 5, 1, 5));
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..Default::default() })]
        #[test]
        fn the_difference_leads_there_and_back(old in any_document(), new in any_document(), turn in any::<prop::sample::Index>()) {
            let mut new = new;
            for table in TABLES.iter().copied().filter(|table| table.is_list()) {
                let ids = new.list(table).ids().to_vec();
                if let Some(id) = ids.first() {
                    let to = turn.index(ids.len());
                    apply(&mut new, &Patch::one(Op::Move { table, row: id.clone(), from: 0, to }));
                }
            }
            let patch = diff(&old, &new);
            let mut there = old.clone();
            apply(&mut there, &patch);
            prop_assert_eq!(&there, &new);
            prop_assert!(diff(&there, &new).is_empty());
            apply(&mut there, &patch.inverse());
            prop_assert_eq!(&there, &old);
        }
    }
}
