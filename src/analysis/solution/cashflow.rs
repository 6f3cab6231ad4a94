//! The customer's cash flows by year, incremental against the reference.

use std::rc::Rc;

use super::horizon;
use crate::analysis::stats::count;
use crate::analysis::{Answer, Book, Gap};
use crate::model::Row;
use crate::worksheets::solution::{benefits, case, costs, ramp};

/// Every year there can be, year 0 being the day of the decision.
const YEARS: &[&str] = &["y0", "y1", "y2", "y3", "y4", "y5", "y6", "y7", "y8", "y9", "y10"];

/// The years in which there can be benefits.
const YEARS_OF_BENEFITS: &[&str] = &["y1", "y2", "y3", "y4", "y5", "y6", "y7", "y8", "y9", "y10"];

/// The years of the case: none without a horizon.
pub fn years(book: &Book) -> Vec<String> {
    let count = horizon(book).map_or(0, |years| usize::from(years) + 1);
    YEARS.iter().take(count).map(|&year| year.to_owned()).collect()
}

/// The years of the case in which there are benefits: none without a horizon.
pub fn years_of_benefits(book: &Book) -> Vec<String> {
    years(book).into_iter().skip(1).collect()
}

/// Cash flows of the business case; the place in each vector is the year, from 0 to the horizon.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CashFlows {
    /// Benefits after the haircut; nothing in year 0.
    pub benefits: Vec<f64>,
    /// Costs.
    pub costs: Vec<f64>,
    /// Benefits less costs.
    pub net: Vec<f64>,
    /// How many benefits have an amount.
    pub benefit_rows: usize,
    /// How many costs have an amount.
    pub cost_rows: usize,
}

/// The cash flows, or why there are none: no horizon, or neither a benefit nor a cost.
pub fn cash_flows(book: &Book) -> Rc<Result<CashFlows, Gap>> {
    book.memo("w4.cash_flows", &[case::TABLE, benefits::TABLE, ramp::TABLE, costs::TABLE], || add_up(book))
}

fn add_up(book: &Book) -> Result<CashFlows, Gap> {
    let years = horizon(book).ok_or(Gap::Empty)?;
    let mut flows = CashFlows::default();
    flows.benefits.resize(usize::from(years) + 1, 0.0);
    flows.costs.resize(usize::from(years) + 1, 0.0);
    for row in book.rows(benefits::TABLE) {
        let Some(by_year) = benefit_by_year(book, row, years) else { continue };
        flows.benefit_rows += 1;
        add(&mut flows.benefits, &by_year);
    }
    for row in book.rows(costs::TABLE) {
        let Some(by_year) = cost_by_year(row, years) else { continue };
        flows.cost_rows += 1;
        add(&mut flows.costs, &by_year);
    }
    if flows.benefit_rows + flows.cost_rows == 0 {
        return Err(Gap::NoRows);
    }
    flows.net = flows.benefits.iter().zip(&flows.costs).map(|(benefit, cost)| benefit - cost).collect();
    if flows.net.iter().all(|flow| flow.is_finite()) { Ok(flows) } else { Err(Gap::DivisionByZero) }
}

fn add(sums: &mut [f64], values: &[f64]) {
    for (sum, value) in sums.iter_mut().zip(values) {
        *sum += value;
    }
}

/// One benefit by year: amount × ramp-up of the year (100 % when empty) × share counted for its evidence. Nothing in
/// year 0.
pub fn benefit_by_year(book: &Book, row: &Row, years: u8) -> Option<Vec<f64>> {
    let counted = row.get(benefits::AMOUNT)? * haircut(book, row)? / 100.0;
    let ramp_of = |year: &str| book.cell(ramp::TABLE, &row.id, &year.into()).get(ramp::RAMP).unwrap_or(100.0);
    let by_year = YEARS_OF_BENEFITS.iter().take(usize::from(years)).map(|year| counted * ramp_of(year) / 100.0);
    Some(std::iter::once(0.0).chain(by_year).collect())
}

/// One cost by year: the one-off cost in its year (0 when empty), the yearly one from year 1.
pub fn cost_by_year(row: &Row, years: u8) -> Option<Vec<f64>> {
    let (one_off, yearly) = (row.get(costs::ONE_OFF), row.get(costs::YEARLY));
    if one_off.is_none() && yearly.is_none() {
        return None;
    }
    let due = row.get(costs::YEAR).unwrap_or(0.0);
    let of_year = |year: u8| {
        let one_off = one_off.filter(|_| f64::from(year) == due);
        one_off.unwrap_or(0.0) + yearly.filter(|_| year > 0).unwrap_or(0.0)
    };
    Some((0..=years).map(of_year).collect())
}

/// Share of a benefit that counts, in percent, by its evidence; without evidence it is assumed.
fn haircut(book: &Book, row: &Row) -> Option<f64> {
    let form = book.form(case::TABLE);
    match row.get(benefits::CONFIDENCE) {
        Some("confirmed_by_customer") => form.get(case::HAIRCUT_CONFIRMED),
        Some("corroborated") => form.get(case::HAIRCUT_CORROBORATED),
        _ => form.get(case::HAIRCUT_ASSUMED),
    }
}

/// Benefits of a year after the haircut.
pub fn benefit(book: &Book, year: &str) -> Answer {
    let of_year = |flows: &CashFlows, at: usize| Some((*flows.benefits.get(at)?, vec![count(flows.benefit_rows)]));
    answer_of(book, year, |flows| flows.benefit_rows > 0, of_year)
}

/// Costs of a year.
pub fn cost(book: &Book, year: &str) -> Answer {
    let of_year = |flows: &CashFlows, at: usize| Some((*flows.costs.get(at)?, vec![count(flows.cost_rows)]));
    answer_of(book, year, |flows| flows.cost_rows > 0, of_year)
}

/// Benefits less costs of a year.
pub fn flow(book: &Book, year: &str) -> Answer {
    let of_year = |flows: &CashFlows, at: usize| {
        Some((*flows.net.get(at)?, vec![*flows.benefits.get(at)?, *flows.costs.get(at)?]))
    };
    answer_of(book, year, |_| true, of_year)
}

fn answer_of(
    book: &Book,
    year: &str,
    has_rows: impl Fn(&CashFlows) -> bool,
    of_year: impl Fn(&CashFlows, usize) -> Option<(f64, Vec<f64>)>,
) -> Answer {
    let flows = cash_flows(book);
    let flows = match flows.as_ref() {
        Err(gap) => return Answer::none(*gap),
        Ok(flows) if !has_rows(flows) => return Answer::none(Gap::NoRows),
        Ok(flows) => flows,
    };
    match YEARS.iter().position(|other| *other == year).and_then(|at| of_year(flows, at)) {
        Some((value, numbers)) => Answer::number(value).with(numbers),
        None => Answer::none(Gap::NotApplicable),
    }
}
