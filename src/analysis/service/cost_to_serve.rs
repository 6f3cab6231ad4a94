//! What it costs us to serve the account.

use crate::analysis::{Answer, Book, Gap};
use crate::worksheets::service::{cts, res};

/// Cost to serve in a year: activities (quantity × unit cost) plus people (hours a month × cost per hour × months, 12
/// when empty), over the rows that have the factors. Activity-based costing.
pub fn cost_to_serve(book: &Book) -> Answer {
    let activities: Vec<f64> =
        book.rows(cts::TABLE).filter_map(|row| Some(row.get(cts::QUANTITY)? * row.get(cts::UNIT_COST)?)).collect();
    let people: Vec<f64> = book
        .rows(res::TABLE)
        .filter_map(|row| Some(row.get(res::NEEDED)? * row.get(res::RATE)? * row.get(res::MONTHS)?))
        .collect();
    if activities.is_empty() && people.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    let (activities, people): (f64, f64) = (activities.iter().sum(), people.iter().sum());
    Answer::number(activities + people).with([activities, people])
}
