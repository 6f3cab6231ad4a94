//! Capital budgeting on the customer's cash flows: net present value, internal rate of return, payback, return.

use super::cashflow::{CashFlows, cash_flows};
use super::discount_rate;
use crate::analysis::stats::{count, settle};
use crate::analysis::{Answer, Book, Gap};

/// The rates between which a return is looked for: −99 % and 1000 %.
const LOWEST_RATE: f64 = -0.99;
const HIGHEST_RATE: f64 = 10.0;
/// Halvings after which no two rates in between differ.
const HALVINGS: u32 = 100;

/// Value today of flows by year, `Σ flow / (1 + rate)^year`, the first flow being that of year 0.
pub fn present_value(flows: &[f64], rate: f64) -> f64 {
    flows.iter().rev().fold(0.0, |later, flow| later / (1.0 + rate) + flow)
}

/// Each flow in its value today.
pub fn discounted(flows: &[f64], rate: f64) -> Vec<f64> {
    let factors = std::iter::successors(Some(1.0), |factor| Some(factor * (1.0 + rate)));
    flows.iter().zip(factors).map(|(flow, factor)| flow / factor).collect()
}

/// How often flows change their sign, zeros left out.
pub fn sign_changes(flows: &[f64]) -> usize {
    let signs: Vec<bool> =
        flows.iter().map(|flow| settle(*flow)).filter(|flow| *flow != 0.0).map(|flow| flow > 0.0).collect();
    signs.windows(2).filter(|pair| matches!(pair, [one, other] if one != other)).count()
}

/// The rate at which the flows are worth nothing today, by bisection between −99 % and 1000 %. Looked for only where
/// the flows change sign once: then there is at most one.
pub fn rate_of_return(flows: &[f64]) -> Result<f64, Gap> {
    if sign_changes(flows) != 1 {
        return Err(Gap::NoSignChange);
    }
    let (mut low, mut high) = (LOWEST_RATE, HIGHEST_RATE);
    let is_positive = |rate: f64| present_value(flows, rate) > 0.0;
    let at_low = is_positive(low);
    if at_low == is_positive(high) {
        return Err(Gap::NotReached);
    }
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if is_positive(middle) == at_low { low = middle } else { high = middle }
    }
    Ok(f64::midpoint(low, high))
}

/// Years until the flows, added up, are no longer below zero, straight inside a year; counted from the first year in
/// which they are below. 0 when they never are, nothing when they stay below.
pub fn years_to_pay_back(flows: &[f64]) -> Option<f64> {
    let mut sum = 0.0;
    let mut was_below = false;
    for (year, flow) in flows.iter().enumerate() {
        let before = sum;
        sum += flow;
        let is_below = settle(sum) < 0.0;
        if was_below && !is_below {
            return Some(count(year) - 1.0 - before / flow);
        }
        was_below |= is_below;
    }
    (!was_below).then_some(0.0)
}

/// Net present value: `Σ flow / (1 + r)^t` from year 0.
pub fn npv(book: &Book) -> Answer {
    with_rate(book, |flows, rate| {
        let [benefits, costs] = [&flows.benefits, &flows.costs].map(|values| present_value(values, rate));
        Answer::number(present_value(&flows.net, rate)).with([benefits, costs, rate * 100.0])
    })
}

/// Internal rate of return in percent: the rate at which the net present value is 0.
pub fn irr(book: &Book) -> Answer {
    with_flows(book, |flows| {
        let changes = count(sign_changes(&flows.net));
        match rate_of_return(&flows.net) {
            Ok(rate) => Answer::number(rate * 100.0).with([changes]),
            Err(gap) => Answer::none(gap).with([changes]),
        }
    })
}

/// Return on investment in percent over the horizon, not discounted: `(benefits − costs) / costs`.
pub fn roi(book: &Book) -> Answer {
    with_flows(book, |flows| {
        let [benefits, costs]: [f64; 2] = [&flows.benefits, &flows.costs].map(|values| values.iter().sum());
        Answer::ratio((benefits - costs) * 100.0, costs).with([benefits, costs])
    })
}

/// Years until the benefits have paid back the costs.
pub fn payback(book: &Book) -> Answer {
    with_flows(book, |flows| Answer::maybe(years_to_pay_back(&flows.net), Gap::NotReached))
}

/// Years until the benefits have paid back the costs, each in its value today.
pub fn payback_discounted(book: &Book) -> Answer {
    with_rate(book, |flows, rate| Answer::maybe(years_to_pay_back(&discounted(&flows.net, rate)), Gap::NotReached))
}

/// Share of the planned benefits at which the net present value is 0, in percent: present value of the costs over that
/// of the benefits.
pub fn break_even_benefit(book: &Book) -> Answer {
    with_rate(book, |flows, rate| {
        let [benefits, costs] = [&flows.benefits, &flows.costs].map(|values| present_value(values, rate));
        Answer::percent(costs, benefits)
    })
}

/// Computes from the flows, where there are any.
pub(super) fn with_flows(book: &Book, compute: impl FnOnce(&CashFlows) -> Answer) -> Answer {
    match cash_flows(book).as_ref() {
        Ok(flows) => compute(flows),
        Err(gap) => Answer::none(*gap),
    }
}

/// Computes from the flows and the discount rate (0.1 for 10 %), where there are both.
pub(super) fn with_rate(book: &Book, compute: impl FnOnce(&CashFlows, f64) -> Answer) -> Answer {
    with_flows(book, |flows| match discount_rate(book) {
        Some(rate) => compute(flows, rate),
        None => Answer::none(Gap::Empty),
    })
}
