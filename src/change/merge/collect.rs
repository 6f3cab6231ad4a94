//! What a copy changed against what was handed out. What merely follows from a deleted row (its cells, references to
//! it) is no change of its own: it follows again from the merged rows.

use std::collections::{BTreeMap, BTreeSet};

use super::Copy;
use crate::change::diff::differences;
use crate::change::edit::is_removable;
use crate::model::record::attributes;
use crate::model::table::same_as_given;
use crate::model::{Document, FieldDef, Id, Record, TableDef, Value};
use crate::worksheets::TABLES;
use crate::worksheets::sharing::{Level, without_rows};

/// Where a value is in its table: row, column, slot.
pub(super) type At = (Option<Id>, Option<Id>, u8);

/// A value that changed.
#[derive(Clone, Debug)]
pub(super) struct Change {
    /// As it was handed out.
    pub base: Option<Value>,
    /// As it came back.
    pub value: Option<Value>,
}

/// What one document changed against another.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// Changed values by table, those of new rows included.
    pub values: BTreeMap<&'static str, BTreeMap<At, Change>>,
    /// Rows that came in, by table.
    pub added: BTreeMap<&'static str, BTreeSet<Id>>,
    /// Rows that were deleted, by table.
    pub deleted: BTreeMap<&'static str, BTreeSet<Id>>,
    /// Rows that changed, got a changed cell or a new reference, by table.
    pub touched: BTreeMap<&'static str, BTreeSet<Id>>,
}

/// Whether what is missing in a table (or in a field of it) was taken away, rather than never handed out.
type Absence<'a> = &'a dyn Fn(&TableDef, Option<&FieldDef>) -> bool;

struct Collector<'a> {
    base: &'a Document,
    document: &'a Document,
    is_taken: Absence<'a>,
    level: Level,
    changes: Changes,
}

impl Changes {
    /// What a copy changed against `base`.
    pub fn of_copy(copy: &Copy<'_>, base: &Document) -> Self {
        let scope = &copy.scope;
        let knows = copy.base.is_some();
        let is_taken = |table: &TableDef, field: Option<&FieldDef>| {
            knows
                && scope.has(table)
                && scope.level.keeps_table(table)
                && field.is_none_or(|field| scope.level.keeps_field(table, field))
        };
        Self::collect(base, copy.document, &is_taken, scope.level)
    }

    /// What the receiver changed against `base`.
    pub fn of_mine(mine: &Document, base: &Document) -> Self {
        Self::collect(base, mine, &|_, _| true, Level::Full)
    }

    fn collect(base: &Document, document: &Document, is_taken: Absence<'_>, level: Level) -> Self {
        let mut collector = Collector { base, document, is_taken, level, changes: Self::default() };
        for table in TABLES.iter().copied() {
            collector.table(table);
        }
        collector.changes
    }

    /// Whether a row changed, got a changed cell or a new reference.
    pub fn has_touched(&self, table: &str, row: &Id) -> bool {
        self.touched.get(table).is_some_and(|rows| rows.contains(row))
    }

    /// Whether a row came in.
    pub fn has_added(&self, table: &str, row: &Id) -> bool {
        self.added.get(table).is_some_and(|rows| rows.contains(row))
    }

    /// Whether a row was deleted.
    pub fn has_deleted(&self, table: &str, row: &Id) -> bool {
        self.deleted.get(table).is_some_and(|rows| rows.contains(row))
    }
}

impl Collector<'_> {
    fn table(&mut self, table: &'static TableDef) {
        if table.is_form() {
            self.record(table, None, None, self.base.form(table), self.document.form(table));
        } else if table.is_list() {
            self.list(table);
        } else {
            self.cells(table);
        }
    }

    fn list(&mut self, table: &'static TableDef) {
        let (base, document) = (self.base, self.document);
        let (before, after) = (base.list(table), document.list(table));
        for row in after.iter() {
            let old = before.row(row.id.as_str());
            if old.is_none() {
                self.changes.added.entry(table.path).or_default().insert(row.id.clone());
            }
            let old = old.map_or(Record::EMPTY, |row| &row.record);
            self.record(table, Some(&row.id), None, old, &row.record);
        }
        if !(self.is_taken)(table, None) {
            return;
        }
        for row in before.iter().filter(|row| after.row(row.id.as_str()).is_none()) {
            let was_handed_out = self.level.keeps_row(base, table, row, true);
            if was_handed_out && is_removable(table, row.id.as_str()) {
                self.changes.deleted.entry(table.path).or_default().insert(row.id.clone());
            }
        }
    }

    fn cells(&mut self, table: &'static TableDef) {
        let (base, document) = (self.base, self.document);
        let (before, after) = (base.cells(table), document.cells(table));
        let gone =
            before.iter().filter(|(key, _)| !after.contains_key(*key)).map(|(key, old)| (key, old, Record::EMPTY));
        let there = after.iter().map(|(key, new)| (key, before.get(key).unwrap_or(Record::EMPTY), new));
        for ((row, col), old, new) in gone.chain(there) {
            if has_cell(document, table, row, col) {
                self.record(table, Some(row), Some(col), old, new);
            }
        }
    }

    fn record(&mut self, table: &'static TableDef, row: Option<&Id>, col: Option<&Id>, old: &Record, new: &Record) {
        if old == new {
            return;
        }
        for (slot, before, after) in differences(old, new) {
            let Some(field) = table.field_at(slot) else { continue };
            let is_silent = after.is_none() && !(self.is_taken)(table, Some(field));
            let is_stamp = table.is_list() && is_stamp(slot);
            if is_silent || is_stamp || is_same(table, row, slot, before, after) || self.follows(field, before, after) {
                continue;
            }
            self.touch(table, row, col, field, before, after);
            let change = Change { base: before.cloned(), value: after.cloned() };
            let at = (row.cloned(), col.cloned(), slot);
            self.changes.values.entry(table.path).or_default().insert(at, change);
        }
    }

    /// Whether a reference was only emptied because its row was deleted.
    fn follows(&self, field: &FieldDef, before: Option<&Value>, after: Option<&Value>) -> bool {
        before.is_some_and(|before| emptied(self.base, self.document, field, before).as_ref() == after)
    }

    fn touch(
        &mut self,
        table: &'static TableDef,
        row: Option<&Id>,
        col: Option<&Id>,
        field: &FieldDef,
        before: Option<&Value>,
        after: Option<&Value>,
    ) {
        let of_lists = match table.matrix() {
            Some((rows, columns)) => {
                let columns = match columns {
                    crate::model::Columns::Table(path) => Some(path),
                    crate::model::Columns::Fixed(_) => None,
                };
                [Some(rows).zip(row), columns.zip(col)]
            }
            None => [Some(table.path).filter(|_| table.is_list()).zip(row), None],
        };
        for (path, row) in of_lists.into_iter().flatten() {
            self.changes.touched.entry(path).or_default().insert(row.clone());
        }
        if let (Some(target), Some(after)) = (field.kind.target(), after) {
            for id in ids_in(after).filter(|id| !before.is_some_and(|before| ids_in(before).any(|old| old == *id))) {
                self.changes.touched.entry(target).or_default().insert(id.into());
            }
        }
    }
}

/// The ids in a reference or in a list of them.
pub(super) fn ids_in(value: &Value) -> impl Iterator<Item = &str> {
    value.as_text().into_iter().chain(value.as_keys().iter().map(String::as_str))
}

/// Who wrote a row and when: the later one wins, it is never a conflict.
pub(super) const fn is_stamp(slot: u8) -> bool {
    slot == attributes::AUTHOR.slot || slot == attributes::UPDATED.slot
}

/// Whether two values are the same; two that the product itself gave are, in whichever language.
pub(super) fn is_same(
    table: &TableDef,
    row: Option<&Id>,
    slot: u8,
    one: Option<&Value>,
    other: Option<&Value>,
) -> bool {
    let given = || table.given(row.map(Id::as_str), slot);
    one == other
        || matches!((one, other), (Some(one), Some(other)) if same_as_given(one, given()) && same_as_given(other, given()))
}

/// A value of `base` without its references to rows that `document` no longer has.
pub(super) fn emptied(base: &Document, document: &Document, field: &FieldDef, value: &Value) -> Option<Value> {
    let Some(target) = field.kind.target() else { return Some(value.clone()) };
    without_rows(value, |id| base.list_at(target).row(id).is_some() && document.list_at(target).row(id).is_none())
}

/// Whether a document has the row and the column of a cell.
pub(super) fn has_cell(document: &Document, table: &TableDef, row: &Id, col: &Id) -> bool {
    table.matrix().is_some_and(|(rows, columns)| {
        let has = |path: &str, id: &Id| document.list_at(path).row(id.as_str()).is_some();
        has(rows, row)
            && match columns {
                crate::model::Columns::Table(path) => has(path, col),
                crate::model::Columns::Fixed(_) => true,
            }
    })
}
