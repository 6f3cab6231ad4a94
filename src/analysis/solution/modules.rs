//! What each module is worth to the customer, against what we ask for it.

use super::coverage::matrix;
use super::horizon;
use crate::analysis::stats::settle;
use crate::analysis::{Answer, Book, Gap};
use crate::model::Row;
use crate::worksheets::solution::{case, modules};

/// Importance of a module: `Σ need weight · strength`; empty cells add nothing (QFD).
pub fn importance_raw(book: &Book, module: &Row) -> Answer {
    Answer::maybe(matrix(book).importance.get(&module.id).copied(), Gap::NoRows)
}

/// Importance of a module in percent of all modules.
pub fn importance(book: &Book, module: &Row) -> Answer {
    let matrix = matrix(book);
    let Some(raw) = matrix.importance.get(&module.id) else { return Answer::none(Gap::NoRows) };
    Answer::percent(*raw, matrix.total_importance)
}

/// Price of a module in percent of all modules; a yearly price counts for every year of the business case.
pub fn price_share(book: &Book, module: &Row) -> Answer {
    let years = horizon(book);
    let Some(price) = price_of(module, years) else { return Answer::none(Gap::Empty) };
    let all = book.memo("w4.module_prices", &[modules::TABLE, case::TABLE], || {
        book.rows(modules::TABLE).filter_map(|module| price_of(module, years)).sum::<f64>()
    });
    Answer::percent(price, *all)
}

/// Whether a module takes more than 10 % of the price and less than 5 % of the importance.
pub fn over_engineered(book: &Book, module: &Row) -> Answer {
    match (importance(book, module).as_number(), price_share(book, module).as_number()) {
        (Some(importance), Some(price)) => {
            Answer::yes_no(settle(importance) < 5.0 && settle(price) > 10.0).with([importance, price])
        }
        _ => Answer::none(Gap::Empty),
    }
}

/// Share of the importance over share of the price; above 1 the module gives more than it costs.
pub fn value_price_index(book: &Book, module: &Row) -> Answer {
    match (importance(book, module).as_number(), price_share(book, module).as_number()) {
        (Some(importance), Some(price)) => Answer::ratio(importance, price).with([importance, price]),
        _ => Answer::none(Gap::Empty),
    }
}

fn price_of(module: &Row, years: Option<u8>) -> Option<f64> {
    let price = module.get(modules::PRICE)?;
    match module.get(modules::RECURRING) {
        Some("per_year") => years.map(|years| price * f64::from(years)),
        _ => Some(price),
    }
}
