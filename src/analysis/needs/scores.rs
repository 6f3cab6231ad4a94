//! Scores of a need: opportunity, unmet gap, competitive gap; and what the problems cost.

use crate::analysis::stats::{count, settle};
use crate::analysis::{Answer, Book, Gap};
use crate::model::Row;
use crate::worksheets::needs::needs;

/// The opportunity score of a need, if it has both ratings.
pub fn opportunity_of(need: &Row) -> Option<f64> {
    let (importance, satisfaction) = both_ratings(need)?;
    Some(importance + (importance - satisfaction).max(0.0))
}

/// Opportunity score, 1 to 19: importance plus what is unmet of it (Ulwick), from ratings 1 to 10 of the team.
pub fn opportunity(_: &Book, need: &Row) -> Answer {
    of_ratings(need, opportunity_of(need))
}

/// Band of the opportunity score: above 15 extreme, above 12 high, from 10 on worth considering (Ulwick).
pub fn band(_: &Book, need: &Row) -> Answer {
    let Some(score) = opportunity_of(need) else { return Answer::none(Gap::Empty) };
    let band = match settle(score) {
        score if score > 15.0 => "extreme",
        score if score > 12.0 => "high",
        score if score >= 10.0 => "consider",
        _ => "low",
    };
    Answer::key(band).with([score])
}

/// What is unmet of the importance: importance less satisfaction, 0 where satisfaction is higher.
pub fn unmet(_: &Book, need: &Row) -> Answer {
    of_ratings(need, both_ratings(need).map(|(importance, satisfaction)| (importance - satisfaction).max(0.0)))
}

/// Satisfaction today less satisfaction with the best competitor.
pub fn competitive_gap(_: &Book, need: &Row) -> Answer {
    match (need.get(needs::SATISFACTION), need.get(needs::SAT_BEST_COMP)) {
        (Some(ours), Some(theirs)) => Answer::number(ours - theirs).with([ours, theirs]),
        _ => Answer::none(Gap::Empty),
    }
}

/// What the problems cost the customer in a year: the upper bound of any talk about value.
pub fn pain_total(book: &Book) -> Answer {
    let costs: Vec<f64> = book.rows(needs::TABLE).filter_map(|need| need.get(needs::PAIN_COST)).collect();
    if costs.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    Answer::number(costs.iter().sum()).with([count(costs.len())]).rated(costs.len(), book.doc.list(needs::TABLE).len())
}

fn both_ratings(need: &Row) -> Option<(f64, f64)> {
    need.get(needs::IMPORTANCE).zip(need.get(needs::SATISFACTION))
}

fn of_ratings(need: &Row, value: Option<f64>) -> Answer {
    let numbers = both_ratings(need).map(|(importance, satisfaction)| vec![importance, satisfaction]);
    Answer::maybe(value, Gap::Empty).with(numbers.unwrap_or_default())
}
