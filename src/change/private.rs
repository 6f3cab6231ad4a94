//! What is not shown to everybody: a workbook without the rows that are marked private.

use std::collections::BTreeSet;

use super::{apply, edit};
use crate::model::{Document, Id, Place, Row, TableDef};
use crate::worksheets::row::PRIVATE;
use crate::worksheets::{self, TABLES};

fn is_private(row: &Row) -> bool {
    row.get(PRIVATE) == Some(true)
}

fn lists() -> impl Iterator<Item = &'static TableDef> {
    TABLES.iter().copied().filter(|table| table.is_list())
}

/// How many rows are marked private.
pub fn count(document: &Document) -> usize {
    lists().map(|table| document.list(table).iter().filter(|row| is_private(row)).count()).sum()
}

/// The rows that are marked private, by table.
pub fn marked(document: &Document) -> BTreeSet<(&'static str, Id)> {
    let of_table = |table: &'static TableDef| {
        document.list(table).iter().filter(|row| is_private(row)).map(|row| (table.path, row.id.clone()))
    };
    lists().flat_map(of_table).collect()
}

/// A copy of the workbook in which no private row is left, nor anything that points to one.
pub fn without(document: &Document) -> Document {
    taken_out(document, &marked(document))
}

/// A copy of the workbook in which none of these rows is left, nor anything that points to one.
pub fn taken_out(document: &Document, rows: &BTreeSet<(&'static str, Id)>) -> Document {
    let mut open = document.clone();
    for (path, id) in rows {
        let Some(table) = worksheets::table(path) else { continue };
        if edit::is_removable(table, id.as_str()) {
            let removal = edit::remove(&open, table, id);
            apply(&mut open, &removal.patch);
        } else {
            empty(&mut open, table, id);
        }
    }
    open
}

/// A row that the product needs stays, with nothing in it.
fn empty(document: &mut Document, table: &'static TableDef, id: &Id) {
    let filled = document.list(table).row(id.as_str()).map(|row| row.record.filled().map(|(slot, _)| slot).collect());
    let slots: Vec<u8> = filled.unwrap_or_default();
    for slot in slots {
        document.put(&Place::row(table, id.clone(), slot), None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testkit::doc;

    #[test]
    fn private_rows_go_with_everything_that_points_to_them() {
        let document = doc(&[
            ("w3.needs.n.need", "open"),
            ("w3.needs.p.need", "secret"),
            ("w3.needs.p.private", "yes"),
            ("w4.modules.m.name", "module"),
            ("w4.cover.p.m.cell", "9"),
            ("w4.cover.n.m.cell", "3"),
            ("w5.sq.reliability.evidence", "hidden"),
            ("w5.sq.reliability.private", "yes"),
        ]);
        assert_eq!(count(&document), 2);
        let open = without(&document);
        assert_eq!(count(&open), 0);
        let text = format!("{open:?}");
        assert!(!text.contains("secret") && !text.contains("hidden") && text.contains("open"));
        assert_eq!(open.cells(crate::worksheets::solution::cover::TABLE).len(), 1);
        assert_eq!(without(&open), open);
    }
}
