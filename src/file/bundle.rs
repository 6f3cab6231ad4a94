//! Every table as CSV, for one archive.

use super::csv::write_table;
use super::zip::Entry;
use crate::change::edit::records;
use crate::model::{Document, Lang};
use crate::worksheets::TABLES;

/// One CSV file for each table that holds anything, named by its path.
pub fn tables_as_csv(document: &Document, lang: Lang) -> Vec<Entry> {
    let is_filled =
        |table: &&'static crate::model::TableDef| records(document, table).any(|(_, _, record)| !record.is_empty());
    let tables = TABLES.iter().copied().filter(is_filled);
    tables
        .map(|table| Entry {
            name: format!("{}.csv", table.path),
            bytes: write_table(document, table, lang).into_bytes(),
        })
        .collect()
}
