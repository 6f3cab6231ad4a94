//! Needs and modules: how far the solution covers the needs, and how far the best competitor would (QFD-like matrix).

use std::rc::Rc;

use crate::analysis::needs::scores::opportunity_of;
use crate::analysis::{Answer, Book, Gap};
use crate::model::quick::QuickMap;
use crate::model::{Id, Row};
use crate::worksheets::needs::needs;
use crate::worksheets::settings::general;
use crate::worksheets::solution::{cover, cover_comp, modules};

/// The strongest relationship on the scale 0, 1, 3, 9.
const STRONGEST: f64 = 9.0;

/// What the matrix of needs and modules adds up to.
#[derive(Debug, Default)]
pub struct Matrix {
    /// The strongest cell of each need that has one.
    pub strongest: QuickMap<Id, f64>,
    /// `Σ weight · cell` of each module that has a filled cell with a weighted need.
    pub importance: QuickMap<Id, f64>,
    /// The same over all modules.
    pub total_importance: f64,
}

/// The matrix, added up once. Cells of needs or modules that are not there do not count.
pub fn matrix(book: &Book) -> Rc<Matrix> {
    book.memo("w4.matrix", &[needs::TABLE, modules::TABLE, cover::TABLE, general::TABLE], || {
        let modules = book.doc.list(modules::TABLE);
        let places: QuickMap<&str, usize> = modules.ids().iter().map(Id::as_str).zip(0..).collect();
        let mut importance: Vec<Option<f64>> = vec![None; modules.len()];
        let mut strongest = QuickMap::default();
        for need in book.rows(needs::TABLE) {
            let weight = weight_of(book, need);
            let mut of_need: Option<f64> = None;
            for (module, record) in book.doc.cells_of(cover::TABLE, &need.id) {
                let sum = places.get(module.as_str()).and_then(|place| importance.get_mut(*place));
                let (Some(cell), Some(sum)) = (record.get(cover::CELL), sum) else { continue };
                of_need = Some(of_need.map_or(cell, |strongest| strongest.max(cell)));
                if let Some(weight) = weight {
                    *sum.get_or_insert_default() += weight * cell;
                }
            }
            if let Some(cell) = of_need {
                strongest.insert(need.id.clone(), cell);
            }
        }
        let total_importance = importance.iter().flatten().sum();
        let of_modules = modules.ids().iter().cloned().zip(importance);
        let importance = of_modules.filter_map(|(module, sum)| Some((module, sum?))).collect();
        Matrix { strongest, importance, total_importance }
    })
}

/// Weight of a need as in [`need_weight`].
pub fn weight_of(book: &Book, need: &Row) -> Option<f64> {
    match book.form(general::TABLE).get(general::NEED_WEIGHT) {
        Some("importance") => need.get(needs::IMPORTANCE),
        _ => opportunity_of(need),
    }
}

/// Weight of a need: its opportunity score or its importance, as the settings choose.
pub fn need_weight(book: &Book, need: &Row) -> Answer {
    let weight = weight_of(book, need);
    Answer::maybe(weight, Gap::Empty).with(weight.into_iter().collect::<Vec<_>>())
}

/// Coverage of a need in percent: its strongest cell of 9. Nothing when no cell is filled.
pub fn coverage(book: &Book, need: &Row) -> Answer {
    of_cell(matrix(book).strongest.get(&need.id).copied())
}

/// Coverage in a word: strongest cell 9 full, 3 partial, 1 weak, 0 none.
pub fn coverage_word(book: &Book, need: &Row) -> Answer {
    let Some(cell) = matrix(book).strongest.get(&need.id).copied() else { return Answer::none(Gap::Empty) };
    let word = match cell {
        cell if cell >= STRONGEST => "full",
        cell if cell >= 3.0 => "partial",
        cell if cell >= 1.0 => "weak",
        _ => "none",
    };
    Answer::key(word).with([cell])
}

/// Coverage of all needs, weighted: `Σ weight · coverage / Σ weight`.
pub fn overall(book: &Book) -> Answer {
    let matrix = matrix(book);
    weighted(book, |need| percent_of(matrix.strongest.get(&need.id).copied()))
}

/// The best competitor's coverage of a need in percent.
pub fn coverage_comp(book: &Book, need: &Row) -> Answer {
    of_cell(competitors_cell(book, need))
}

/// The best competitor's coverage of all needs, weighted.
pub fn overall_comp(book: &Book) -> Answer {
    weighted(book, |need| percent_of(competitors_cell(book, need)))
}

/// Our coverage less the competitor's, both weighted over the needs that have both, in percentage points.
pub fn lead(book: &Book) -> Answer {
    let matrix = matrix(book);
    let both =
        |need: &Row| percent_of(matrix.strongest.get(&need.id).copied()).zip(percent_of(competitors_cell(book, need)));
    let ours = weighted(book, |need| both(need).map(|(ours, _)| ours));
    let theirs = weighted(book, |need| both(need).map(|(_, theirs)| theirs));
    match (ours.as_number(), theirs.as_number()) {
        (Some(ours_mean), Some(theirs)) => {
            Answer { rated: ours.rated, ..Answer::number(ours_mean - theirs).with([ours_mean, theirs]) }
        }
        _ => ours,
    }
}

fn competitors_cell(book: &Book, need: &Row) -> Option<f64> {
    book.cell(cover_comp::TABLE, &need.id, &"best_competitor".into()).get(cover_comp::COMP_CELL)
}

fn percent_of(cell: Option<f64>) -> Option<f64> {
    cell.map(|cell| cell / STRONGEST * 100.0)
}

fn of_cell(cell: Option<f64>) -> Answer {
    Answer::maybe(percent_of(cell), Gap::Empty).with(cell.into_iter().collect::<Vec<_>>())
}

/// Mean over the needs that have a weight and a value.
fn weighted(book: &Book, value: impl Fn(&Row) -> Option<f64>) -> Answer {
    let pairs: Vec<(f64, f64)> =
        book.rows(needs::TABLE).filter_map(|need| weight_of(book, need).zip(value(need))).collect();
    if pairs.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    let weights: f64 = pairs.iter().map(|(weight, _)| weight).sum();
    let sum: f64 = pairs.iter().map(|(weight, value)| weight * value).sum();
    Answer::ratio(sum, weights).with([sum, weights]).rated(pairs.len(), book.doc.list(needs::TABLE).len())
}
