//! Putting the merged document together.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::Sources;
use super::collect::{has_cell, ids_in};
use super::order::place_rows;
use super::rows::Presence;
use super::values::Values;
use crate::change::edit::records;
use crate::model::record::attributes;
use crate::model::{Document, Id, Place, Record, TableData, Value};
use crate::worksheets::sharing::without_rows;
use crate::worksheets::{self, TABLES};

/// The merged document: the receiver's, with the rows and values that were decided, and with references whole.
pub(super) fn build(sources: &Sources<'_>, presence: &Presence, values: Values) -> Document {
    let mut document = sources.mine.clone();
    for (path, id) in &presence.removed {
        if let Some(TableData::List(list)) = worksheets::table(path).map(|table| document.table_mut(table)) {
            list.remove(id.as_str());
        }
    }
    let tables_with_new_rows: HashSet<&str> = presence
        .added
        .keys()
        .chain(presence.restored.keys())
        .chain(presence.doubled.keys())
        .map(|(path, _)| *path)
        .collect();
    for table in TABLES.iter().copied().filter(|table| tables_with_new_rows.contains(table.path)) {
        if let TableData::List(list) = document.table_mut(table) {
            place_rows(sources, presence, table, list);
        }
    }
    for ((path, (row, col, slot)), value) in values {
        if let Some(table) = worksheets::table(path) {
            document.put(&Place { table, row, col, slot }, value);
        }
    }
    for ((path, id), copy) in &presence.restored {
        restore_cells(sources, &mut document, path, id, *copy);
        restore_references(sources, &mut document, path, id, *copy);
    }
    stamp(sources, &mut document);
    make_whole(sources, &mut document);
    document
}

/// Brings the cells of a restored row back as its copy has them.
fn restore_cells(sources: &Sources<'_>, document: &mut Document, path: &str, id: &Id, copy: usize) {
    let Some(theirs) = sources.copies.get(copy).map(|copy| copy.document) else { return };
    for table in TABLES.iter().copied() {
        let Some((rows, columns)) = table.matrix() else { continue };
        let by_row = rows == path;
        let by_col = columns == crate::model::Columns::Table(worksheets::table(path).map_or("", |table| table.path));
        for ((row, col), record) in theirs.cells(table) {
            if ((by_row && row == id) || (by_col && col == id)) && has_cell(document, table, row, col) {
                for (slot, value) in record.filled() {
                    document.put(&Place::cell(table, row.clone(), col.clone(), slot), Some(value.clone()));
                }
            }
        }
    }
}

/// Brings the references to a restored row back where deleting it had emptied them and nobody filled them since.
fn restore_references(sources: &Sources<'_>, document: &mut Document, path: &str, id: &Id, copy: usize) {
    let Some(theirs) = sources.copies.get(copy).map(|copy| copy.document) else { return };
    for table in TABLES.iter().copied() {
        for field in table.fields.iter().filter(|field| field.kind.target() == Some(path)) {
            for (row, col, record) in records(theirs, table) {
                let Some(value) = record.at(field.slot).filter(|value| value.refers_to(id)) else { continue };
                let place = Place { table, row, col, slot: field.slot };
                let without = without_rows(value, |other| other == id.as_str());
                if document.value(&place) == without.as_ref() && has_place(document, &place) {
                    document.put(&place, Some(value.clone()));
                }
            }
        }
    }
}

fn has_place(document: &Document, place: &Place) -> bool {
    match (&place.row, &place.col) {
        (Some(row), Some(col)) => has_cell(document, place.table, row, col),
        (Some(row), None) => document.list(place.table).row(row.as_str()).is_some(),
        (None, _) => true,
    }
}

/// Author and time of a row: of those who changed it, the later one.
fn stamp(sources: &Sources<'_>, document: &mut Document) {
    const SLOTS: [u8; 2] = [attributes::UPDATED.slot, attributes::AUTHOR.slot];
    let pair = |record: &Record| SLOTS.map(|slot| record.at(slot).cloned());
    let text = |pair: &[Option<Value>; 2]| {
        pair.clone().map(|value| value.and_then(|value| value.as_text().map(str::to_owned)))
    };
    for table in TABLES.iter().copied().filter(|table| table.is_list()) {
        let mut latest: BTreeMap<Id, [Option<Value>; 2]> = BTreeMap::new();
        for (copy, base) in sources.copies.iter().zip(&sources.bases) {
            for row in copy.document.list(table).iter() {
                let found = pair(&row.record);
                let before = base.list(table).row(row.id.as_str()).map(|row| pair(&row.record)).unwrap_or_default();
                if found == before || found == [None, None] {
                    continue;
                }
                let mine =
                    sources.mine.list(table).row(row.id.as_str()).map(|row| pair(&row.record)).unwrap_or_default();
                let is_later = |other: &[Option<Value>; 2]| text(&found) > text(other);
                if (mine == before || is_later(&mine)) && latest.get(&row.id).is_none_or(is_later) {
                    latest.insert(row.id.clone(), found);
                }
            }
        }
        for (id, pair) in latest {
            for (slot, value) in SLOTS.into_iter().zip(pair) {
                let place = Place::row(table, id.clone(), slot);
                if document.list(table).row(id.as_str()).is_some() && document.value(&place) != value.as_ref() {
                    document.put(&place, value);
                }
            }
        }
    }
}

/// Takes out the cells of rows that are gone, and references to them.
fn make_whole(sources: &Sources<'_>, document: &mut Document) {
    let gone = gone_rows(sources, document);
    if gone.is_empty() {
        return;
    }
    let is_gone = |path: &str, id: &str| gone.get(path).is_some_and(|ids| ids.contains(id));
    let mut repairs = Vec::new();
    for table in TABLES.iter().copied() {
        let columns = table.matrix().and_then(|(_, columns)| match columns {
            crate::model::Columns::Table(path) => Some(path),
            crate::model::Columns::Fixed(_) => None,
        });
        for (row, col, record) in records(document, table) {
            let in_gone = |path: Option<&str>, id: &Option<Id>| {
                path.zip(id.as_ref()).is_some_and(|(path, id)| is_gone(path, id.as_str()))
            };
            let is_lost = in_gone(table.matrix().map(|(rows, _)| rows), &row) || in_gone(columns, &col);
            for (slot, value) in record.filled() {
                let target = table.field_at(slot).and_then(|field| field.kind.target());
                let points_nowhere = target.is_some_and(|path| ids_in(value).any(|id| is_gone(path, id)));
                if is_lost || points_nowhere {
                    let rest = target.filter(|_| !is_lost).and_then(|path| without_rows(value, |id| is_gone(path, id)));
                    repairs.push((Place { table, row: row.clone(), col: col.clone(), slot }, rest));
                }
            }
        }
    }
    for (place, value) in repairs {
        document.put(&place, value);
    }
}

/// Rows that some version has and the merged document has not.
fn gone_rows(sources: &Sources<'_>, document: &Document) -> HashMap<&'static str, HashSet<String>> {
    let mut gone: HashMap<&'static str, HashSet<String>> = HashMap::new();
    let versions = sources.bases.iter().copied().chain(sources.copies.iter().map(|copy| copy.document));
    for version in versions.chain([sources.mine]) {
        for table in TABLES.iter().copied().filter(|table| table.is_list()) {
            for id in version.list(table).ids() {
                if document.list(table).row(id.as_str()).is_none() {
                    gone.entry(table.path).or_default().insert(id.to_string());
                }
            }
        }
    }
    gone
}
