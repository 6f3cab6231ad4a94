//! How the net present value moves when benefits and costs move by a fifth.

use super::capital::{npv, present_value, with_rate};
use super::cashflow::{benefit_by_year, cost_by_year};
use super::{discount_rate, horizon};
use crate::analysis::{Answer, Book, Gap};
use crate::model::Row;

/// By how much one benefit or cost is moved for the tornado.
const SHIFT: f64 = 0.2;

/// Net present value with all benefits and all costs multiplied by a factor each.
pub fn npv_with(book: &Book, benefit_factor: f64, cost_factor: f64) -> Answer {
    with_rate(book, |flows, rate| {
        let [benefits, costs] = [&flows.benefits, &flows.costs].map(|values| present_value(values, rate));
        Answer::number(benefits * benefit_factor - costs * cost_factor).with([
            benefits,
            benefit_factor,
            costs,
            cost_factor,
        ])
    })
}

/// How much the net present value rises with a fifth more of this benefit: half the width of its bar.
pub fn benefit_tornado(book: &Book, row: &Row) -> Answer {
    half_width(book, |years| benefit_by_year(book, row, years))
}

/// How much the net present value falls with a fifth more of this cost: half the width of its bar.
pub fn cost_tornado(book: &Book, row: &Row) -> Answer {
    half_width(book, |years| cost_by_year(row, years))
}

/// The net present value is linear in each row, so the change is a fifth of the row's own present value.
fn half_width(book: &Book, by_year: impl FnOnce(u8) -> Option<Vec<f64>>) -> Answer {
    let npv = npv(book);
    if let Err(gap) = npv.value {
        return Answer::none(gap);
    }
    let values = horizon(book).and_then(by_year).zip(discount_rate(book));
    let Some((values, rate)) = values else { return Answer::none(Gap::Empty) };
    let value = present_value(&values, rate);
    Answer::number(value * SHIFT).with([value])
}
