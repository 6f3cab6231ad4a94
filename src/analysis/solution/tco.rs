//! Total cost of ownership over the horizon.

use super::{discount_rate, horizon};
use crate::analysis::stats::count;
use crate::analysis::{Answer, Book, Gap};
use crate::model::{Field, Money, Row};
use crate::worksheets::solution::tco_rows;

/// Total cost of ownership with us: acquisition, plus the yearly costs with their rise and the disposal in their value
/// today, less the residual value.
pub fn ours(book: &Book) -> Answer {
    total(book, tco_rows::OURS)
}

/// Total cost of ownership with the reference.
pub fn reference(book: &Book) -> Answer {
    total(book, tco_rows::REFERENCE)
}

/// What the customer saves against the reference.
pub fn saving(book: &Book) -> Answer {
    let (reference, ours) = (reference(book), ours(book));
    match (reference.as_number(), ours.as_number()) {
        (Some(reference), Some(ours)) => Answer::number(reference - ours).with([reference, ours]),
        (None, _) => Answer::none(reference.value.err().unwrap_or(Gap::Empty)),
        _ => Answer::none(ours.value.err().unwrap_or(Gap::Empty)),
    }
}

fn total(book: &Book, column: Field<Money>) -> Answer {
    let (Some(years), Some(rate)) = (horizon(book), discount_rate(book)) else { return Answer::none(Gap::Empty) };
    let values: Vec<f64> =
        book.rows(tco_rows::TABLE).filter_map(|row| value_today(row, row.get(column)?, years, rate)).collect();
    if values.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    Answer::number(values.iter().sum()).with([count(values.len()), f64::from(years), rate * 100.0])
}

/// Value today of one row over the horizon; its kind says when it falls due. Without a kind nobody can say.
fn value_today(row: &Row, amount: f64, years: u8, rate: f64) -> Option<f64> {
    let growth = 1.0 + row.get(tco_rows::GROWTH).unwrap_or(0.0) / 100.0;
    let end = (1.0 + rate).powi(i32::from(years));
    match row.get(tco_rows::KIND)? {
        "acquisition" => Some(amount),
        "operation" | "energy" | "maintenance" | "training" | "downtime" => {
            let of_year = |year: i32| amount * growth.powi(year - 1) / (1.0 + rate).powi(year);
            Some((1..=i32::from(years)).map(of_year).sum())
        }
        "disposal" => Some(amount / end),
        "residual" => Some(-amount / end),
        _ => None,
    }
}
