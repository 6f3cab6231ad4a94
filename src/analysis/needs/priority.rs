//! The order in which needs deserve work.

use std::cmp::Ordering;
use std::collections::HashMap;
use std::rc::Rc;

use super::scores::opportunity_of;
use crate::analysis::stats::count;
use crate::analysis::{Answer, Book, Gap};
use crate::model::{Id, Row};
use crate::worksheets::needs::needs;

/// The needs in order of priority, and the place of each, from 1.
#[derive(Debug, Default)]
pub struct Ranking {
    /// Ids, the most urgent first.
    pub order: Vec<Id>,
    places: HashMap<Id, usize>,
}

/// Needs in order of priority: deal breakers first, then by opportunity score, then by the cost of the problem, then in
/// the order of the list. A need with neither a score nor the mark of a deal breaker has no place.
pub fn ranking(book: &Book) -> Rc<Ranking> {
    book.memo("w3.priority", &[needs::TABLE], || {
        let mut ranked: Vec<&Row> =
            book.rows(needs::TABLE).filter(|need| is_critical(need) || opportunity_of(need).is_some()).collect();
        crate::model::order::sort_by(&mut ranked, |one, other| more_urgent(one, other));
        let order: Vec<Id> = ranked.iter().map(|need| need.id.clone()).collect();
        let places = order.iter().cloned().zip(1..).collect();
        Ranking { order, places }
    })
}

/// Place of the need among all needs, 1 for the first.
pub fn priority(book: &Book, need: &Row) -> Answer {
    let ranking = ranking(book);
    let Some(place) = ranking.places.get(&need.id) else { return Answer::none(Gap::Empty) };
    Answer::number(count(*place)).with([count(ranking.order.len())])
}

/// Whether the need is marked as a deal breaker.
pub fn is_critical(need: &Row) -> bool {
    need.get(needs::CRITICAL) == Some(true)
}

fn more_urgent(one: &Row, other: &Row) -> Ordering {
    is_critical(other)
        .cmp(&is_critical(one))
        .then_with(|| larger_first(opportunity_of(one), opportunity_of(other)))
        .then_with(|| larger_first(one.get(needs::PAIN_COST), other.get(needs::PAIN_COST)))
}

/// Larger numbers first, none last.
pub fn larger_first(one: Option<f64>, other: Option<f64>) -> Ordering {
    match (one, other) {
        (Some(one), Some(other)) => other.total_cmp(&one),
        _ => other.is_some().cmp(&one.is_some()),
    }
}
