//! The text of each table, kept until the table changes, and of each row of a list: a save writes anew only what did.

use std::borrow::Cow;

use crate::change::Patch;
use crate::file::Workbook;
use crate::file::write::{join, row_json, table_json};
use crate::model::quick::QuickMap;
use crate::model::{Document, Id, TableDef};
use crate::worksheets::TABLES;

/// So many rows are written between two looks at the clock.
const ROWS_AT_ONCE: usize = 20;

/// Texts by table, each with the stamp it was written at, and by row.
#[derive(Default)]
pub struct Texts {
    tables: QuickMap<&'static str, (u64, String)>,
    rows: QuickMap<&'static str, QuickMap<Id, String>>,
    size: usize,
}

impl Texts {
    /// A patch was applied: the rows it names are written anew. Every change of the document has to be told.
    pub fn touch(&mut self, patch: &Patch) {
        for op in &patch.ops {
            if let (Some(rows), Some(row)) = (self.rows.get_mut(op.table().path), op.row()) {
                rows.remove(row);
            }
        }
    }

    /// Brings texts up to date, some rows or one table after another, as long as `may_go_on` says so. True when all are.
    pub fn refresh(&mut self, document: &Document, may_go_on: &mut dyn FnMut() -> bool) -> bool {
        for table in TABLES.iter().copied() {
            if self.is_fresh(document, table) {
                continue;
            }
            if !may_go_on() || (table.is_list() && !self.refresh_rows(document, table, may_go_on)) {
                return false;
            }
            let text = if table.is_list() { self.join_rows(document, table) } else { table_json(document, table) };
            self.tables.insert(table.path, (document.stamp(table.path), text));
        }
        true
    }

    fn refresh_rows(
        &mut self,
        document: &Document,
        table: &'static TableDef,
        may_go_on: &mut dyn FnMut() -> bool,
    ) -> bool {
        let rows = self.rows.entry(table.path).or_default();
        let mut written = 0;
        for row in document.list(table).iter() {
            if rows.contains_key(&row.id) {
                continue;
            }
            rows.insert(row.id.clone(), row_json(table, row));
            written += 1;
            if written % ROWS_AT_ONCE == 0 && !may_go_on() {
                return false;
            }
        }
        true
    }

    fn join_rows(&self, document: &Document, table: &'static TableDef) -> String {
        let list = document.list(table);
        if list.is_empty() {
            return table_json(document, table);
        }
        let mut out = String::from("[");
        if let Some(rows) = self.rows.get(table.path) {
            for text in list.ids().iter().filter_map(|id| rows.get(id)) {
                if out.len() > 1 {
                    out.push(',');
                }
                out.push_str(text);
            }
        }
        out.push(']');
        out
    }

    /// Whether the text of every table is up to date.
    pub fn are_fresh(&self, document: &Document) -> bool {
        TABLES.iter().all(|table| self.is_fresh(document, table))
    }

    fn is_fresh(&self, document: &Document, table: &TableDef) -> bool {
        let stamp = document.stamp(table.path);
        self.tables.get(table.path).is_some_and(|(written, _)| *written == stamp)
    }

    /// The whole workbook as JSON.
    pub fn join(&mut self, workbook: &Workbook) -> String {
        self.refresh(&workbook.document, &mut || true);
        let text =
            join(workbook, &|table| Cow::Borrowed(self.tables.get(table.path).map_or("", |(_, text)| text.as_str())));
        self.size = text.len();
        text
    }

    /// Forgets everything: another document stands in the place of the one before.
    pub fn clear(&mut self) {
        self.tables.clear();
        self.rows.clear();
    }

    /// Bytes of the whole text as last joined.
    pub const fn size(&self) -> usize {
        self.size
    }

    /// Notes the size of a text that was read.
    pub const fn note_size(&mut self, bytes: usize) {
        self.size = bytes;
    }
}
