//! Completeness: how much of what a worksheet needs is filled. Derived from the declarations alone.

use std::collections::HashSet;
use std::rc::Rc;

use super::stats::count;
use super::{Answer, Book, Compute, ResultDef, ResultUnit, content};
use crate::model::{Columns, FieldDef, Given, Record, Row, RowOrigin, TableDef};
use crate::worksheets::{self, tables_of};

/// Lists whose rows have to differ: one more unit for each of so many different values of a field.
const DIFFERENT: &[(&str, &str, usize)] = &[("w1.pestel", "dimension", 3)];

/// Filled and required units of a table, counted once for as long as nothing but words changes in it.
fn units_of(book: &Book, table: &'static TableDef) -> Rc<(f64, f64)> {
    let around = table.matrix().map_or([None, None], |(rows, columns)| {
        let columns = if let Columns::Table(path) = columns { Some(path) } else { None };
        [Some(rows), columns]
    });
    let around = around.into_iter().flatten().filter_map(worksheets::table);
    let reads: Vec<&TableDef> = std::iter::once(table).chain(around).collect();
    book.memo_of("progress", table, &reads, || table_progress(book, table))
}

/// Filled and required units of a table. A form has one unit per core field; a list its least number of rows times its
/// core fields, filled from its fullest rows; a matrix one unit, filled by the share of its rows with a filled core cell.
pub fn table_progress(book: &Book, table: &'static TableDef) -> (f64, f64) {
    let core: Vec<&FieldDef> = table.fields.iter().filter(|field| field.core).collect();
    if core.is_empty() {
        return (0.0, 0.0);
    }
    if let Some((rows, columns)) = table.matrix() {
        return (share_of_rows(book, table, rows, columns, &core), 1.0);
    }
    if table.is_form() {
        return (count(filled_in(book, table, None, book.form(table), &core)), count(core.len()));
    }
    let filled = fullest(book, table, &core);
    let (different, wanted) = different_values(book, table);
    (count(filled + different), count(table.min_rows * core.len() + wanted))
}

/// The units filled in the fullest rows, as many rows as the table needs. No row is looked at once those are full.
fn fullest(book: &Book, table: &'static TableDef, core: &[&FieldDef]) -> usize {
    let mut most = vec![0; table.min_rows];
    if most.is_empty() {
        return 0;
    }
    for row in book.rows(table).filter(|row| !is_ours(table, row)) {
        let filled = filled_in(book, table, Some(row), &row.record, core);
        // The rows found so far stand from the fullest down.
        let Some(least) = most.last_mut().filter(|least| **least < filled) else { continue };
        *least = filled;
        crate::model::order::sort_by(&mut most, |one, other| other.cmp(one));
        if most.last() == Some(&core.len()) {
            break;
        }
    }
    most.iter().sum()
}

/// Completeness of a worksheet in percent: filled over required units of all its tables.
pub fn completeness(book: &Book, sheet: &str) -> Answer {
    let tables = tables_of(sheet).map(|table| *units_of(book, table));
    let (filled, required) = tables.fold((0.0, 0.0), |sum, table| (sum.0 + table.0, sum.1 + table.1));
    Answer::ratio(filled * 100.0, required).with([filled, required])
}

/// A fixed row that the product itself names, as the row of our own firm among the competitors: nobody's work.
fn is_ours(table: &TableDef, row: &Row) -> bool {
    let is_core = |key: &str| table.fields.iter().any(|field| field.core && field.key == key);
    table
        .default_row(row.id.as_str())
        .is_some_and(|default| default.origin == RowOrigin::Fixed && default.values.iter().any(|(key, _)| is_core(key)))
}

fn filled_in(book: &Book, table: &TableDef, row: Option<&Row>, record: &Record, fields: &[&FieldDef]) -> usize {
    fields.iter().filter(|field| counts(book, table, row, record, field)).count()
}

/// Whether a core field counts. What a form starts with (currency and unit) does; what the product put into a row does
/// not, until a person changes it.
fn counts(book: &Book, table: &TableDef, row: Option<&Row>, record: &Record, field: &FieldDef) -> bool {
    match row {
        Some(row) => content::is_filled_by_person(book.doc, table, Some(&row.id), &row.record, field),
        None if record.at(field.slot).is_none() => field.given != Given::Nothing,
        None => content::is_filled(book.doc, field, record),
    }
}

fn share_of_rows(book: &Book, table: &'static TableDef, rows: &str, columns: Columns, core: &[&FieldDef]) -> f64 {
    let rows = book.doc.list_at(rows);
    let is_column = |id: &str| match columns {
        Columns::Table(path) => book.doc.list_at(path).row(id).is_some(),
        Columns::Fixed(options) => options.iter().any(|option| option.key == id),
    };
    let is_filled = |row: &&Row| {
        let mut cells = book.doc.cells_of(table, &row.id);
        cells.any(|(column, cell)| is_column(column.as_str()) && filled_in(book, table, None, cell, core) > 0)
    };
    if rows.is_empty() { 0.0 } else { count(rows.iter().filter(is_filled).count()) / count(rows.len()) }
}

/// How many different values of how many wanted ones a list holds.
fn different_values(book: &Book, table: &'static TableDef) -> (usize, usize) {
    let Some((_, key, wanted)) = DIFFERENT.iter().find(|(path, ..)| *path == table.path) else { return (0, 0) };
    let Some(field) = table.field(key) else { return (0, 0) };
    let values: HashSet<&str> = book
        .rows(table)
        .filter(|row| content::is_filled_by_person(book.doc, table, Some(&row.id), &row.record, field))
        .filter_map(|row| row.record.at(field.slot)?.as_text())
        .collect();
    (values.len().min(*wanted), *wanted)
}

macro_rules! results {
    ($($sheet:literal $en:literal $zh:literal $reads:literal;)*) => {
        /// Completeness of the account card and of each worksheet.
        pub static RESULTS: &[ResultDef] = &[$(
            ResultDef::new(
                concat!($sheet, ".completeness"),
                $en,
                $zh,
                ResultUnit::Percent,
                Compute::Once(|book| completeness(book, $sheet)),
            )
            .how(
                "{0} of {1} core fields and rows are filled.",
                "{1}项核心内容里填了{0}项。",
            )
            .reads($reads),
        )*];
    };
}

results! {
    "card" "Completeness, account card" "完成度（客户档案）" "card.profile card.plan";
    "w1" "Completeness, worksheet 1" "完成度（工作表一）" "w1.scope w1.series w1.pestel w1.ksf w1.summary";
    "w2" "Completeness, worksheet 2" "完成度（工作表二）" "w2.comp w2.wallet w2.factors w2.ratings w2.swot w2.summary";
    "w3" "Completeness, worksheet 3" "完成度（工作表三）" "w3.cgoals w3.criteria w3.people w3.needs w3.summary";
    "w4" "Completeness, worksheet 4" "完成度（工作表四）" "w3.needs w4.modules w4.cover w4.vp w4.benefits w4.costs w4.pilot w4.summary";
    "w5" "Completeness, worksheet 5" "完成度（工作表五）" "w5.svc w5.sla w5.sq w5.cap w5.summary";
    "w6" "Completeness, worksheet 6" "完成度（工作表六）" "w2.wallet w6.relationship w6.hist w6.targets w6.bu w6.ws w6.obj w6.opp w6.act w6.ms w6.risk";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Memo;
    use crate::analysis::testkit::{column, doc, expect, put, today};
    use crate::model::{Document, Lang};
    use crate::worksheets::{new_document, table};

    fn progress(document: &Document, path: &str) -> (f64, f64) {
        let memo = Memo::default();
        table_progress(&Book::new(document, today(), &memo), table(path).unwrap())
    }

    #[test]
    fn a_new_workbook_has_only_its_currency_and_unit() {
        let document = new_document("w".into(), Lang::Zh);
        expect(&document, &[("card.completeness", 25.0)]);
        let required = [("w1", 26.0), ("w2", 27.0), ("w3", 52.0), ("w4", 10.0), ("w5", 20.0), ("w6", 56.0)];
        let memo = Memo::default();
        let book = Book::new(&document, today(), &memo);
        for (sheet, units) in required {
            assert_eq!(completeness(&book, sheet).numbers, [0.0, units], "{sheet}");
        }
    }

    #[test]
    fn the_fullest_rows_count() {
        let mut document = doc(&[]);
        column(&mut document, "w3.cgoals", "text", "a b c");
        column(&mut document, "w3.cgoals", "level", "- goal pressure");
        assert_eq!(progress(&document, "w3.cgoals"), (4.0, 4.0));
        put(&mut document, "w3.cgoals.r2.level", "whatever");
        assert_eq!(progress(&document, "w3.cgoals"), (3.0, 4.0));
    }

    #[test]
    fn we_are_no_competitor() {
        let mut document = doc(&[("w2.comp.us.name", "We"), ("w2.comp.us.type", "direct")]);
        assert_eq!(progress(&document, "w2.comp"), (0.0, 4.0));
        put(&mut document, "w2.comp.a.name", "Rival");
        assert_eq!(progress(&document, "w2.comp"), (1.0, 4.0));
    }

    #[test]
    fn outside_forces_want_three_different_dimensions() {
        let mut document = doc(&[]);
        column(&mut document, "w1.pestel", "dimension", "legal legal legal social");
        assert_eq!(progress(&document, "w1.pestel"), (3.0 + 2.0, 12.0));
        column(&mut document, "w1.pestel", "fact", "a b c");
        column(&mut document, "w1.pestel", "so_what", "a b c");
        assert_eq!(progress(&document, "w1.pestel"), (9.0 + 2.0, 12.0));
    }

    #[test]
    fn a_matrix_fills_by_its_rows() {
        let mut document = doc(&[]);
        assert_eq!(progress(&document, "w6.ws"), (0.0, 1.0));
        column(&mut document, "w6.bu", "name", "a b c d");
        column(&mut document, "w2.wallet", "category", "x y");
        put(&mut document, "w6.ws.r1.r1.status", "current");
        put(&mut document, "w6.ws.r1.r2.status", "none");
        put(&mut document, "w6.ws.r2.gone.status", "none");
        put(&mut document, "w6.ws.r3.r1.potential", "5");
        assert_eq!(progress(&document, "w6.ws"), (0.25, 1.0));
        assert_eq!(progress(&document, "w6.cp"), (0.0, 0.0));
    }

    #[test]
    fn inserted_templates_count_and_untouched_rows_do_not() {
        let mut document = doc(&[("w2.factors.quality.factor", "产品品质"), ("w2.factors.own.factor", "Speed")]);
        assert_eq!(progress(&document, "w2.factors"), (2.0, 10.0));
        put(&mut document, "w2.factors.quality.weight", "1");
        assert_eq!(progress(&document, "w2.factors"), (3.0, 10.0));
        put(&mut document, "w2.factors.own.factor", " ");
        assert_eq!(progress(&document, "w2.factors"), (2.0, 10.0));
        put(&mut document, "w2.ratings.own.us.rating", "3");
        put(&mut document, "w2.ratings.quality.us.rating", "9");
        assert_eq!(progress(&document, "w2.ratings"), (0.5, 1.0));
    }

    #[test]
    fn every_table_that_counts_is_read() {
        let document = doc(&[]);
        for result in RESULTS {
            let sheet = result.name.split('.').next().unwrap();
            for table in tables_of(sheet).filter(|table| progress(&document, table.path).1 > 0.0) {
                assert!(result.reads.split(' ').any(|path| path == table.path), "{} reads {}", result.name, table.path);
            }
        }
    }
}
