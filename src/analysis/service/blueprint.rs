//! Service blueprint: where it can fail, by lane and by phase.

use std::collections::HashMap;
use std::rc::Rc;

use crate::analysis::content::has_content;
use crate::analysis::stats::count;
use crate::analysis::{Answer, Book, Gap};
use crate::model::{Id, Row};
use crate::worksheets::service::{bp, bp_phases};

/// Lanes of the blueprint, the columns of its matrix.
pub const LANES: &[&str] =
    &["physical_evidence", "customer_actions", "front_stage", "front_systems", "backstage", "support"];

#[derive(Default)]
struct FailPoints {
    any_content: bool,
    total: usize,
    by_lane: HashMap<Id, usize>,
    by_phase: HashMap<Id, usize>,
}

fn tally(book: &Book) -> Rc<FailPoints> {
    book.memo("w5.bp fail points", &[bp_phases::TABLE, bp::TABLE], || {
        let phases = book.doc.list(bp_phases::TABLE);
        let mut tally = FailPoints::default();
        for ((phase, lane), cell) in book.doc.cells(bp::TABLE) {
            if phases.row(phase.as_str()).is_none() || !LANES.contains(&lane.as_str()) {
                continue;
            }
            tally.any_content |= has_content(book.doc, bp::TABLE, None, cell);
            if cell.get(bp::FAIL_POINT) == Some(true) {
                tally.total += 1;
                *tally.by_lane.entry(lane.clone()).or_default() += 1;
                *tally.by_phase.entry(phase.clone()).or_default() += 1;
            }
        }
        tally
    })
}

fn counted(book: &Book, pick: impl FnOnce(&FailPoints) -> Option<usize>) -> Answer {
    let tally = tally(book);
    if tally.any_content { Answer::number(count(pick(&tally).unwrap_or(0))) } else { Answer::none(Gap::NoRows) }
}

/// Number of fail points.
pub fn fail_points(book: &Book) -> Answer {
    counted(book, |tally| Some(tally.total))
}

/// Number of fail points in a lane.
pub fn of_lane(book: &Book, lane: &str) -> Answer {
    counted(book, |tally| tally.by_lane.get(lane).copied())
}

/// Number of fail points in a phase.
pub fn of_phase(book: &Book, row: &Row) -> Answer {
    counted(book, |tally| tally.by_phase.get(&row.id).copied())
}

#[cfg(test)]
mod tests {
    use super::LANES;
    use crate::analysis::Gap;
    use crate::analysis::testkit::{doc, expect, gap, put};
    use crate::model::Columns;
    use crate::worksheets::service::bp;

    #[test]
    fn the_lanes_are_the_columns() {
        let Some((_, Columns::Fixed(columns))) = bp::TABLE.matrix() else { panic!("no fixed columns") };
        assert_eq!(columns.iter().map(|column| column.key).collect::<Vec<_>>(), LANES);
    }

    #[test]
    fn counts_by_lane_and_phase() {
        let mut document = doc(&[
            ("w5.bp_phases.fault.phase", "Fault"),
            ("w5.bp_phases.renewal.phase", "Renewal"),
            ("w5.bp.fault.backstage.fail_point", "no"),
        ]);
        assert_eq!(gap(&document, "w5.fail_points"), Gap::NoRows);
        put(&mut document, "w5.bp.fault.support.text", "Spare part is looked for");
        expect(&document, &[("w5.fail_points", 0.0), ("w5.fail_points.support", 0.0)]);
        for cell in ["fault.support", "fault.backstage", "renewal.support", "gone.support", "fault.gone"] {
            put(&mut document, &format!("w5.bp.{cell}.fail_point"), "yes");
        }
        expect(
            &document,
            &[
                ("w5.fail_points", 3.0),
                ("w5.fail_points.support", 2.0),
                ("w5.fail_points.front_stage", 0.0),
                ("w5.bp_phases.fault.fail_points", 2.0),
                ("w5.bp_phases.renewal.fail_points", 1.0),
            ],
        );
    }
}
