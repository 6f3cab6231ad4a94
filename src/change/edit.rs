//! Building patches for what people do: set, add, remove, move. Building changes nothing; applying does.

use super::{Op, Patch};
use crate::model::{Document, Id, Place, Row, RowOrigin, TableDef, Value};
use crate::worksheets::TABLES;

/// Sets one value. Empty when nothing would change or the row is not there.
pub fn set(document: &Document, place: Place, after: Option<Value>) -> Patch {
    let is_missing_row = place.col.is_none()
        && place.row.as_ref().is_some_and(|row| document.list(place.table).row(row.as_str()).is_none());
    let before = document.value(&place).cloned();
    if is_missing_row || before == after { Patch::default() } else { Patch::one(Op::Set { place, before, after }) }
}

/// Adds a row behind the row `after`, or at the end.
pub fn add(document: &Document, table: &'static TableDef, row: Row, after: Option<&Id>) -> Patch {
    let list = document.list(table);
    if list.row(row.id.as_str()).is_some() {
        return Patch::default();
    }
    let at = after.and_then(|id| list.position(id.as_str())).map_or(list.len(), |at| at + 1);
    Patch::one(Op::Insert { table, at, row })
}

/// What removing a row does.
#[derive(Debug, Default)]
pub struct Removal {
    /// The patch: references emptied, cells removed, the row removed.
    pub patch: Patch,
    /// How many references to the row are emptied.
    pub references: usize,
}

/// Whether a row may be removed; fixed rows may not.
pub fn is_removable(table: &TableDef, id: &str) -> bool {
    table.default_row(id).is_none_or(|row| row.origin != RowOrigin::Fixed)
}

/// Removes a row: references to it are emptied and its cells removed in the same patch.
pub fn remove(document: &Document, table: &'static TableDef, id: &Id) -> Removal {
    let list = document.list(table);
    let (Some(at), Some(row)) = (list.position(id.as_str()), list.row(id.as_str())) else { return Removal::default() };
    if !is_removable(table, id.as_str()) {
        return Removal::default();
    }
    let mut ops = empty_references(document, table, id);
    let references = ops.len();
    ops.extend(empty_cells(document, table, id));
    // A reference from the row to itself is gone with the row; the row is kept as it is after emptying, so that taking
    // the patch back puts both right.
    let mut row = row.clone();
    for op in &ops {
        if let Op::Set { place, after, .. } = op
            && place.table == table
            && place.row.as_ref() == Some(id)
        {
            row.record.set(place.slot, after.clone());
        }
    }
    ops.push(Op::Remove { table, at, row });
    Removal { patch: Patch { ops }, references }
}

/// Moves a row by so many places; held inside the list.
pub fn shift(document: &Document, table: &'static TableDef, id: &Id, by: isize) -> Patch {
    let list = document.list(table);
    let Some(from) = list.position(id.as_str()) else { return Patch::default() };
    let to = from.saturating_add_signed(by).min(list.len().saturating_sub(1));
    if to == from { Patch::default() } else { Patch::one(Op::Move { table, row: id.clone(), from, to }) }
}

fn empty_references(document: &Document, target: &TableDef, id: &Id) -> Vec<Op> {
    let mut ops = Vec::new();
    for table in TABLES.iter().copied() {
        let pointing = || table.fields.iter().filter(|field| field.kind.target() == Some(target.path));
        if pointing().next().is_none() {
            continue;
        }
        for (row, col, record) in records(document, table) {
            for field in pointing() {
                let Some(before) = record.at(field.slot).filter(|value| value.refers_to(id)) else { continue };
                let place = Place { table, row: row.clone(), col: col.clone(), slot: field.slot };
                ops.push(Op::Set { place, before: Some(before.clone()), after: without(before, id) });
            }
        }
    }
    ops
}

fn without(value: &Value, id: &Id) -> Option<Value> {
    let keys = value.as_keys().iter().filter(|key| key.as_str() != id.as_str()).cloned().collect();
    Value::keys(keys)
}

fn empty_cells(document: &Document, list: &TableDef, id: &Id) -> Vec<Op> {
    let mut ops = Vec::new();
    for table in TABLES.iter().copied() {
        let Some((rows, columns)) = table.matrix() else { continue };
        let by_row = rows == list.path;
        let by_col = columns == crate::model::Columns::Table(list.path);
        for ((row, col), record) in document.cells(table) {
            if (by_row && row == id) || (by_col && col == id) {
                ops.extend(record.filled().map(|(slot, value)| Op::Set {
                    place: Place::cell(table, row.clone(), col.clone(), slot),
                    before: Some(value.clone()),
                    after: None,
                }));
            }
        }
    }
    ops
}

/// Every record of a table with its row and column.
pub fn records<'a>(
    document: &'a Document,
    table: &'static TableDef,
) -> Box<dyn Iterator<Item = (Option<Id>, Option<Id>, &'a crate::model::Record)> + 'a> {
    use crate::model::TableData;
    match document.table(table.path) {
        Some(TableData::Form(record)) => Box::new(std::iter::once((None, None, record))),
        Some(TableData::List(list)) => Box::new(list.iter().map(|row| (Some(row.id.clone()), None, &row.record))),
        Some(TableData::Matrix(cells)) => {
            Box::new(cells.iter().map(|((row, col), record)| (Some(row.clone()), Some(col.clone()), record)))
        }
        None => Box::new(std::iter::empty()),
    }
}
