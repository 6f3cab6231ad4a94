//! Whitespace: what we could sell and do not, by buying centre and category.

use std::collections::HashMap;
use std::rc::Rc;

use crate::analysis::stats::count;
use crate::analysis::{Answer, Book, Gap};
use crate::model::{Id, Record, Row};
use crate::worksheets::competition::wallet;
use crate::worksheets::plan::{bu, ws};

/// States of a cell that has a need or may have one.
const WITH_NEED: [&str; 5] = ["current", "opportunity", "competitor", "potential", "unknown"];

/// Potential and current sales.
type Space = (f64, f64);

#[derive(Default)]
struct Cells {
    total: Option<Space>,
    by_bu: HashMap<Id, Space>,
    by_category: HashMap<Id, Space>,
    supplied: usize,
    with_need: usize,
}

/// Potential and current sales of a cell; an unknown current of a cell that we supply leaves the whitespace open.
fn space(cell: &Record) -> Option<Space> {
    let is_supplied = cell.get(ws::STATUS) == Some("current");
    let current = cell.get(ws::CURRENT).or((!is_supplied).then_some(0.0))?;
    Some((cell.get(ws::POTENTIAL)?, current))
}

fn add(sum: &mut Space, space: Space) {
    *sum = (sum.0 + space.0, sum.1 + space.1);
}

fn cells(book: &Book) -> Rc<Cells> {
    book.memo("w6.ws sums", &[wallet::TABLE, bu::TABLE, ws::TABLE], || {
        let (units, categories) = (book.doc.list(bu::TABLE), book.doc.list(wallet::TABLE));
        let mut sums = Cells::default();
        for ((unit, category), cell) in book.doc.cells(ws::TABLE) {
            if units.row(unit.as_str()).is_none() || categories.row(category.as_str()).is_none() {
                continue;
            }
            let status = cell.get(ws::STATUS);
            sums.supplied += usize::from(status == Some("current"));
            sums.with_need += usize::from(status.is_some_and(|status| WITH_NEED.contains(&status)));
            if let Some(space) = space(cell) {
                add(sums.total.get_or_insert_default(), space);
                add(sums.by_bu.entry(unit.clone()).or_default(), space);
                add(sums.by_category.entry(category.clone()).or_default(), space);
            }
        }
        sums
    })
}

fn difference(space: Option<&Space>) -> Answer {
    space.map_or(Answer::none(Gap::NoRows), |(potential, current)| {
        Answer::number(potential - current).with([*potential, *current])
    })
}

/// Whitespace: `Σ (potential − current)` over all cells.
pub fn total(book: &Book) -> Answer {
    difference(cells(book).total.as_ref())
}

/// Whitespace of a buying centre.
pub fn of_bu(book: &Book, row: &Row) -> Answer {
    difference(cells(book).by_bu.get(&row.id))
}

/// Whitespace of a category.
pub fn of_category(book: &Book, row: &Row) -> Answer {
    difference(cells(book).by_category.get(&row.id))
}

/// Penetration in percent: cells we supply over cells with a status other than "no need".
pub fn penetration(book: &Book) -> Answer {
    let cells = cells(book);
    if cells.with_need == 0 {
        return Answer::none(Gap::NoRows);
    }
    let (supplied, with_need) = (count(cells.supplied), count(cells.with_need));
    Answer::number(supplied / with_need * 100.0).with([supplied, with_need])
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{doc, expect, gap, put};

    #[test]
    fn sums_by_row_and_column() {
        let mut document = doc(&[
            ("w6.bu.north.name", "North"),
            ("w6.bu.south.name", "South"),
            ("w2.wallet.gear.category", "Gear"),
            ("w2.wallet.care.category", "Care"),
        ]);
        assert_eq!(gap(&document, "w6.whitespace"), Gap::NoRows);
        assert_eq!(gap(&document, "w6.penetration"), Gap::NoRows);
        let cells = [
            ("north.gear", "current", "100", "250"),
            ("north.care", "competitor", "", "80"),
            ("south.gear", "current", "", "70"),
            ("south.care", "none", "", ""),
            ("gone.gear", "current", "1", "9"),
        ];
        for (cell, status, current, potential) in cells {
            put(&mut document, &format!("w6.ws.{cell}.status"), status);
            put(&mut document, &format!("w6.ws.{cell}.current"), current);
            put(&mut document, &format!("w6.ws.{cell}.potential"), potential);
        }
        expect(
            &document,
            &[
                ("w6.whitespace", 230.0),
                ("w6.bu.north.whitespace", 230.0),
                ("w6.offering.gear.whitespace", 150.0),
                ("w6.offering.care.whitespace", 80.0),
                ("w6.penetration", 200.0 / 3.0),
            ],
        );
        assert_eq!(gap(&document, "w6.bu.south.whitespace"), Gap::NoRows);
    }
}
