//! What the solution leaves open.

use super::coverage::{coverage, matrix};
use crate::analysis::needs::kano;
use crate::analysis::needs::priority::{is_critical, larger_first};
use crate::analysis::needs::scores::opportunity_of;
use crate::analysis::stats::{count, settle};
use crate::analysis::{Answer, Book, Gap};
use crate::model::{Id, Row};
use crate::worksheets::needs::needs;

/// Below this coverage, in percent, a need counts as uncovered.
const COVERED: f64 = 33.0;
/// From this opportunity score on it is worth considering.
const WORTH: f64 = 10.0;

/// Needs worth considering (opportunity 10 or more) that are covered by less than 33 %, the highest score first.
pub fn uncovered(book: &Book) -> Answer {
    let matrix = matrix(book);
    let coverage = |need: &Row| matrix.strongest.get(&need.id).map(|cell| cell / 9.0 * 100.0);
    let mut both: Vec<(&Id, f64, f64)> =
        book.rows(needs::TABLE).filter_map(|need| Some((&need.id, coverage(need)?, opportunity_of(need)?))).collect();
    if both.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    let rated = both.len();
    both.retain(|(_, coverage, score)| settle(*coverage) < COVERED && settle(*score) >= WORTH);
    crate::model::order::sort_by(&mut both, |(_, _, one), (_, _, other)| larger_first(Some(*one), Some(*other)));
    Answer::list(both.iter().map(|(id, ..)| id.to_string()).collect())
        .with([count(rated)])
        .rated(rated, book.doc.list(needs::TABLE).len())
}

/// Whether a need that must be met (Kano must-be, or a deal breaker) is not fully covered.
pub fn must_be_hole(book: &Book, need: &Row) -> Answer {
    let Some(coverage) = coverage(book, need).as_number() else { return Answer::none(Gap::Empty) };
    let is_must = is_critical(need) || kano::class_of(book, need) == Some("must_be");
    Answer::yes_no(is_must && settle(coverage) < 100.0).with([coverage])
}
