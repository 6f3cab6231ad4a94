//! How much of what a sheet asks for at least is there, by the declarations alone.

use std::collections::BTreeSet;

use super::Compute::Once;
use super::ResultUnit::Percent;
use super::competition::US;
use super::{Answer, Book, ResultDef, stats};
use crate::model::table::same_as_given;
use crate::model::{Columns, Document, FieldDef, Given, Id, Record, TableDef, validate};
use crate::worksheets::competition::comp;
use crate::worksheets::industry::pestel;
use crate::worksheets::tables_of;

/// The results of this file.
pub static RESULTS: &[ResultDef] = &[
    ResultDef::new(
        "card.completeness",
        "Completeness, account card",
        "完成度（客户档案）",
        Percent,
        Once(|book| completeness(book, "card")),
    )
    .how("{0} of {1} required entries are filled, times 100", "必填的{1}项已填{0}项，再乘100")
    .reads("card.profile card.plan"),
    ResultDef::new(
        "w1.completeness",
        "Completeness, worksheet 1",
        "完成度（工作表一）",
        Percent,
        Once(|book| completeness(book, "w1")),
    )
    .how("{0} of {1} required entries are filled, times 100", "必填的{1}项已填{0}项，再乘100")
    .reads("w1.scope w1.series w1.pestel w1.ksf w1.summary"),
    ResultDef::new(
        "w2.completeness",
        "Completeness, worksheet 2",
        "完成度（工作表二）",
        Percent,
        Once(|book| completeness(book, "w2")),
    )
    .how("{0} of {1} required entries are filled, times 100", "必填的{1}项已填{0}项，再乘100")
    .reads("w2.comp w2.wallet w2.factors w2.ratings w2.swot w2.summary"),
    ResultDef::new(
        "w3.completeness",
        "Completeness, worksheet 3",
        "完成度（工作表三）",
        Percent,
        Once(|book| completeness(book, "w3")),
    )
    .how("{0} of {1} required entries are filled, times 100", "必填的{1}项已填{0}项，再乘100")
    .reads("w3.cgoals w3.criteria w3.people w3.needs w3.summary"),
    ResultDef::new(
        "w4.completeness",
        "Completeness, worksheet 4",
        "完成度（工作表四）",
        Percent,
        Once(|book| completeness(book, "w4")),
    )
    .how("{0} of {1} required entries are filled, times 100", "必填的{1}项已填{0}项，再乘100")
    .reads("w3.needs w4.modules w4.cover w4.vp w4.benefits w4.costs w4.pilot w4.summary"),
    ResultDef::new(
        "w5.completeness",
        "Completeness, worksheet 5",
        "完成度（工作表五）",
        Percent,
        Once(|book| completeness(book, "w5")),
    )
    .how("{0} of {1} required entries are filled, times 100", "必填的{1}项已填{0}项，再乘100")
    .reads("w5.svc w5.sla w5.sq w5.cap w5.summary"),
    ResultDef::new(
        "w6.completeness",
        "Completeness, worksheet 6",
        "完成度（工作表六）",
        Percent,
        Once(|book| completeness(book, "w6")),
    )
    .how("{0} of {1} required entries are filled, times 100", "必填的{1}项已填{0}项，再乘100")
    .reads("w2.wallet w6.relationship w6.hist w6.targets w6.bu w6.ws w6.obj w6.opp w6.act w6.ms w6.risk"),
];

/// Different dimensions that the forces from outside should come from.
const DIMENSIONS: usize = 3;

/// Filled and required units of a sheet, in percent, never none (3.0.5): a form has one unit per core field, a list its
/// least number of rows times its core fields, filled from its fullest rows, a matrix one, filled by the share of its
/// rows with at least one filled core cell.
pub fn completeness(book: &Book, sheet: &'static str) -> Answer {
    let tables = || tables_of(sheet).filter(|table| table.has_core());
    let (filled, required) =
        tables().map(|table| units(book.doc, table)).fold((0.0, 0.0), |sum, units| (sum.0 + units.0, sum.1 + units.1));
    Answer::percent(filled, required)
}

/// Filled and required units of a table with core fields.
fn units(document: &Document, table: &'static TableDef) -> (f64, f64) {
    let core = table.fields.iter().filter(|field| field.core).count();
    if table.is_form() {
        return (stats::count(filled(table, None, document.form(table))), stats::count(core));
    }
    if let Some((rows, columns)) = table.matrix() {
        return (share_of_rows(document, table, rows, columns), 1.0);
    }
    let more = if table.path == pestel::TABLE.path { DIMENSIONS } else { 0 };
    let dimensions = if more > 0 { dimensions(document) } else { 0 };
    let required = table.min_rows * core + more;
    (stats::count(fullest_rows(document, table) + dimensions), stats::count(required))
}

/// Core fields filled in the fullest rows, as many rows as are asked for. Our own row among the firms does not count.
fn fullest_rows(document: &Document, table: &'static TableDef) -> usize {
    let is_counted = |id: &Id| table.path != comp::TABLE.path || id.as_str() != US;
    let rows = document.list(table).iter().filter(|row| is_counted(&row.id));
    let mut fields: Vec<usize> = rows.map(|row| filled(table, Some(row.id.as_str()), &row.record)).collect();
    fields.sort_unstable_by(|one, other| other.cmp(one));
    fields.iter().take(table.min_rows).sum()
}

/// Different dimensions among the forces from outside, as many as are asked for.
fn dimensions(document: &Document) -> usize {
    let rows = document.list(pestel::TABLE).iter();
    let known = pestel::TABLE.field("dimension").map_or(&[][..], |field| field.kind.options());
    let named: BTreeSet<&str> = rows.filter_map(|row| row.get(pestel::DIMENSION)).collect();
    known.iter().filter(|option| named.contains(option.key)).count().min(DIMENSIONS)
}

/// Share of the rows of a matrix that have a filled core cell, 0 to 1; 0 without rows.
fn share_of_rows(document: &Document, matrix: &'static TableDef, rows: &str, columns: Columns) -> f64 {
    let columns: Vec<Id> = match columns {
        Columns::Table(path) => document.list_at(path).ids().to_vec(),
        Columns::Fixed(options) => options.iter().map(|option| option.key.into()).collect(),
    };
    let rows = document.list_at(rows).ids();
    let has_cell =
        |row: &&Id| columns.iter().any(|column| filled(matrix, None, document.cell(matrix, row, column)) > 0);
    if rows.is_empty() { 0.0 } else { stats::count(rows.iter().filter(has_cell).count()) / stats::count(rows.len()) }
}

/// How many core fields of a record are filled.
fn filled(table: &TableDef, id: Option<&str>, record: &Record) -> usize {
    table.fields.iter().filter(|field| field.core && is_filled(table, id, field, record)).count()
}

/// Whether a field holds a valid value. What the product put into a row itself fills nothing; what a form starts with
/// (currency and unit) does.
fn is_filled(table: &TableDef, id: Option<&str>, field: &FieldDef, record: &Record) -> bool {
    let given = table.given(id, field.slot);
    match record.at(field.slot) {
        None => id.is_none() && given != Given::Nothing,
        Some(value) => validate::problem(field, value).is_none() && (id.is_none() || !same_as_given(value, given)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testkit::{doc, expect, put};
    use crate::model::Lang;
    use crate::worksheets::new_document;

    #[test]
    fn units_required_by_the_declarations() {
        let document = doc(&[]);
        let required = |sheet| {
            let tables = tables_of(sheet).filter(|table| table.has_core());
            tables.map(|table| units(&document, table).1).sum::<f64>()
        };
        let sheets = ["card", "w1", "w2", "w3", "w4", "w5", "w6"].map(required);
        assert_eq!(sheets, [8.0, 26.0, 27.0, 52.0, 10.0, 20.0, 56.0]);
    }

    #[test]
    fn a_new_workbook_has_currency_and_unit_and_nothing_else() {
        for lang in [Lang::En, Lang::Zh] {
            let document = new_document("new".into(), lang);
            expect(&document, &[("card.completeness", 25.0)]);
            for sheet in ["w1", "w2", "w3", "w4", "w5", "w6"] {
                expect(&document, &[(&format!("{sheet}.completeness"), 0.0)]);
            }
        }
    }

    #[test]
    fn the_fullest_rows_and_the_dimensions_count() {
        let mut document = doc(&[("w1.ksf.a.factor", "Speed")]);
        let expect_w1 =
            |document: &Document, units: f64| expect(document, &[("w1.completeness", units / 26.0 * 100.0)]);
        for row in ["b", "c", "d"] {
            put(&mut document, &format!("w1.ksf.{row}.factor"), "Price");
            put(&mut document, &format!("w1.ksf.{row}.weight"), "2");
        }
        expect_w1(&document, 6.0);
        for (row, dimension) in [("a", "legal"), ("b", "legal"), ("c", "social"), ("d", "political"), ("e", "economic")]
        {
            put(&mut document, &format!("w1.pestel.{row}.dimension"), dimension);
        }
        expect_w1(&document, 6.0 + 3.0 + 3.0);
        put(&mut document, "w1.pestel.a.so_what", "They must buy");
        put(&mut document, "w1.series.a.year", "soon");
        expect_w1(&document, 6.0 + 4.0 + 3.0);
    }

    #[test]
    fn our_own_row_and_untouched_templates_fill_nothing() {
        let mut document = doc(&[
            ("w2.comp.us.type", "direct"),
            ("w2.factors.quality.factor", "产品品质"),
            ("w2.factors.own.factor", "Speed"),
            ("w2.ratings.own.us.rating", "3"),
            ("w2.ratings.quality.gone.rating", "3"),
        ]);
        expect(&document, &[("w2.completeness", 1.5 / 27.0 * 100.0)]);
        put(&mut document, "w2.factors.quality.weight", "1");
        put(&mut document, "w2.ratings.quality.us.rating", "9");
        expect(&document, &[("w2.completeness", 2.5 / 27.0 * 100.0)]);
    }

    #[test]
    fn every_table_that_counts_is_read() {
        for result in RESULTS {
            let sheet = result.name.split('.').next().unwrap();
            for table in tables_of(sheet).filter(|table| table.has_core() && units(&doc(&[]), table).1 > 0.0) {
                assert!(result.reads.split(' ').any(|path| path == table.path), "{} reads {}", result.name, table.path);
            }
        }
    }
}
