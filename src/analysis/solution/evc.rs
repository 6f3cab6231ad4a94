//! Economic value to the customer: what the solution is worth against the next best alternative.

use crate::analysis::stats::{count, settle};
use crate::analysis::{Answer, Book, Gap};
use crate::worksheets::solution::{case, diff};

/// Price of the reference plus all differentiation values, those for the worse with their minus sign (Forbis and Mehta).
pub fn evc(book: &Book) -> Answer {
    let values: Vec<f64> = book.rows(diff::TABLE).filter_map(|row| row.get(diff::VALUE)).collect();
    let Some(reference) = ref_price(book) else { return Answer::none(Gap::Empty) };
    if values.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    let sum: f64 = values.iter().sum();
    Answer::number(reference + sum).with([reference, sum, count(values.len())])
}

/// What the customer keeps: economic value less our price. Without it there is no reason to buy.
pub fn incentive(book: &Book) -> Answer {
    let evc = evc(book);
    match (evc.as_number(), our_price(book)) {
        (Some(value), Some(price)) => Answer::number(value - price).with([value, price]),
        (None, _) => evc,
        _ => Answer::none(Gap::Empty),
    }
}

/// Share of the added value that our price takes, in percent: `(our price − reference) / (EVC − reference)`.
pub fn value_captured(book: &Book) -> Answer {
    let evc = evc(book);
    let (Some(value), Some(price), Some(reference)) = (evc.as_number(), our_price(book), ref_price(book)) else {
        return Answer::none(evc.value.err().unwrap_or(Gap::Empty));
    };
    // Values that cancel out leave a crumb of rounding, which must not divide.
    let below = if settle(value - reference) == 0.0 { 0.0 } else { value - reference };
    Answer::ratio((price - reference) * 100.0, below).with([price, reference, value])
}

fn ref_price(book: &Book) -> Option<f64> {
    book.form(case::TABLE).get(case::REF_PRICE)
}

fn our_price(book: &Book) -> Option<f64> {
    book.form(case::TABLE).get(case::OUR_PRICE)
}
