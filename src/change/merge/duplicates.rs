//! Rows that are probably the same thing, written down twice.

use std::collections::BTreeMap;

use crate::change::diff::diff;
use crate::change::edit::{self, records};
use crate::change::patch::{Patch, apply};
use crate::model::{Columns, Document, Id, Kind, Place, TableDef, Value, number};
use crate::worksheets::TABLES;

/// Rows of one list with the same name, at least one of them new.
#[derive(Clone, Debug, PartialEq)]
pub struct Duplicate {
    /// The list.
    pub table: &'static TableDef,
    /// The rows in their order.
    pub rows: Vec<Id>,
}

/// A name for comparing: half width, lower case, without any spaces.
pub fn normal_name(name: &str) -> String {
    let narrow = name.chars().map(number::narrow).filter(|letter| !letter.is_whitespace());
    narrow.flat_map(char::to_lowercase).collect()
}

/// New rows that have the name of another row of their list.
pub(super) fn find(mine: &Document, merged: &Document) -> Vec<Duplicate> {
    let mut duplicates = Vec::new();
    for table in TABLES.iter().copied().filter(|table| table.is_list()) {
        let is_named = |kind: &Kind| matches!(kind, Kind::Text | Kind::LongText);
        let Some(title) = table.title_field().filter(|field| is_named(&field.kind)) else { continue };
        let mut by_name: BTreeMap<String, Vec<Id>> = BTreeMap::new();
        for row in merged.list(table).iter() {
            let name = row.record.at(title.slot).and_then(Value::as_text).map(normal_name).unwrap_or_default();
            if !name.is_empty() {
                by_name.entry(name).or_default().push(row.id.clone());
            }
        }
        let is_new = |id: &Id| mine.list(table).row(id.as_str()).is_none();
        let doubled = by_name.into_values().filter(|rows| rows.len() > 1 && rows.iter().any(is_new));
        duplicates.extend(doubled.map(|rows| Duplicate { table, rows }));
    }
    duplicates
}

/// Makes one row of two: `keep` takes what it lacks from `other`, its cells where its own are empty and all references to
/// it; then `other` goes. Where both say something, `keep` stands.
pub fn join_rows(document: &Document, table: &'static TableDef, keep: &Id, other: &Id) -> Patch {
    let list = document.list(table);
    let (Some(kept), Some(from)) = (list.row(keep.as_str()), list.row(other.as_str())) else { return Patch::default() };
    if keep == other || !edit::is_removable(table, other.as_str()) {
        return Patch::default();
    }
    let mut joined = document.clone();
    for (slot, value) in from.record.filled().filter(|(slot, _)| kept.record.at(*slot).is_none()) {
        joined.put(&Place::row(table, keep.clone(), slot), Some(value.clone()));
    }
    move_cells(document, &mut joined, table, keep, other);
    move_references(document, &mut joined, table, keep, other);
    let removal = edit::remove(&joined, table, other).patch;
    apply(&mut joined, &removal);
    diff(document, &joined)
}

fn move_cells(document: &Document, joined: &mut Document, list: &TableDef, keep: &Id, other: &Id) {
    for table in TABLES.iter().copied() {
        let Some((rows, columns)) = table.matrix() else { continue };
        let by_row = rows == list.path;
        let by_col = columns == Columns::Table(list.path);
        for ((row, col), record) in document.cells(table) {
            let new_row = if by_row && row == other { keep } else { row };
            let new_col = if by_col && col == other { keep } else { col };
            if (new_row, new_col) == (row, col) {
                continue;
            }
            for (slot, value) in record.filled() {
                let place = Place::cell(table, new_row.clone(), new_col.clone(), slot);
                if joined.value(&place).is_none() {
                    joined.put(&place, Some(value.clone()));
                }
            }
        }
    }
}

fn move_references(document: &Document, joined: &mut Document, list: &TableDef, keep: &Id, other: &Id) {
    for table in TABLES.iter().copied() {
        for field in table.fields.iter().filter(|field| field.kind.target() == Some(list.path)) {
            for (row, col, record) in records(document, table) {
                if let Some(value) = record.at(field.slot).filter(|value| value.refers_to(other)) {
                    let place = Place { table, row, col, slot: field.slot };
                    joined.put(&place, Some(redirected(value, keep, other)));
                }
            }
        }
    }
}

fn redirected(value: &Value, keep: &Id, other: &Id) -> Value {
    let Value::Keys(ids) = value else { return Value::Text(keep.to_string()) };
    let mut targets: Vec<String> = Vec::new();
    for id in ids {
        let target = if id.as_str() == other.as_str() { keep.to_string() } else { id.clone() };
        if !targets.contains(&target) {
            targets.push(target);
        }
    }
    Value::Keys(targets)
}
