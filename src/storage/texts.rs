//! The text of each table, kept until the table changes: a save rebuilds only what did.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::file::Workbook;
use crate::file::write::{join, table_json};
use crate::model::{Document, TableDef};
use crate::worksheets::TABLES;

/// Texts by table, each with the stamp it was written at.
#[derive(Default)]
pub struct Texts {
    tables: HashMap<&'static str, (u64, String)>,
}

impl Texts {
    /// Brings texts up to date, one table after another, as long as `may_go_on` says so. True when all are.
    pub fn refresh(&mut self, document: &Document, may_go_on: &mut dyn FnMut() -> bool) -> bool {
        for table in TABLES.iter().copied() {
            if self.is_fresh(document, table) {
                continue;
            }
            if !may_go_on() {
                return false;
            }
            self.tables.insert(table.path, (document.stamp(table.path), table_json(document, table)));
        }
        true
    }

    fn is_fresh(&self, document: &Document, table: &TableDef) -> bool {
        let stamp = document.stamp(table.path);
        self.tables.get(table.path).map_or(stamp == 0, |(written, _)| *written == stamp)
    }

    /// The whole workbook as JSON.
    pub fn join(&mut self, workbook: &Workbook) -> String {
        self.refresh(&workbook.document, &mut || true);
        join(workbook, &|table| Cow::Borrowed(self.tables.get(table.path).map_or("", |(_, text)| text.as_str())))
    }

    /// Forgets everything: another document stands in the place of the one before.
    pub fn clear(&mut self) {
        self.tables.clear();
    }

    /// Bytes of all texts as last written.
    pub fn size(&self) -> usize {
        self.tables.values().map(|(_, text)| text.len()).sum()
    }
}
