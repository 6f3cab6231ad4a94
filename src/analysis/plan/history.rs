//! What the account brought in so far.

use crate::analysis::Book;
use crate::model::{Field, Money};
use crate::worksheets::plan::hist;

/// Revenue of the latest year that has one.
pub fn latest_revenue(book: &Book) -> Option<f64> {
    latest(book, hist::REVENUE)
}

/// Gross margin of the latest year that has one.
pub fn latest_margin(book: &Book) -> Option<f64> {
    latest(book, hist::MARGIN)
}

fn latest(book: &Book, field: Field<Money>) -> Option<f64> {
    let years = book.rows(hist::TABLE).rev().filter_map(|row| Some((row.get(hist::YEAR)?, row.get(field)?)));
    // Of a year that stands there twice, the upper row.
    years.max_by(|(year, _), (other, _)| year.total_cmp(other)).map(|(_, value)| value)
}
