//! Our economics: from the list price to what stays with us.

use crate::analysis::service::cost_to_serve::cost_to_serve;
use crate::analysis::{Answer, Book, Gap};
use crate::model::{Field, Money, Percent, TableDef};
use crate::worksheets::solution::{discounts, economics, rebates};

/// The steps from the list price to the pocket price. An empty item is not taken off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Waterfall {
    /// List price.
    pub list_price: f64,
    /// Discounts; those in percent are of the list price, not of each other.
    pub discounts: f64,
    /// Rebates, in the same way.
    pub rebates: f64,
    /// Freight.
    pub freight: Option<f64>,
    /// Cost of the payment terms.
    pub payment_cost: Option<f64>,
    /// How many of the items have a value.
    pub filled: usize,
    /// How many items there are: each discount, each rebate, freight, payment terms.
    pub items: usize,
}

impl Waterfall {
    /// What is left of the list price.
    pub fn pocket_price(&self) -> f64 {
        let other = self.freight.unwrap_or(0.0) + self.payment_cost.unwrap_or(0.0);
        self.list_price - self.discounts - self.rebates - other
    }
}

/// The steps of the price waterfall; nothing without a list price.
pub fn waterfall(book: &Book) -> Option<Waterfall> {
    let form = book.form(economics::TABLE);
    let list_price = form.get(economics::LIST_PRICE)?;
    let discounts = taken_off(book, discounts::TABLE, discounts::AMOUNT, discounts::PERCENT, list_price);
    let rebates = taken_off(book, rebates::TABLE, rebates::AMOUNT, rebates::PERCENT, list_price);
    let (freight, payment_cost) = (form.get(economics::FREIGHT), form.get(economics::PAYMENT_COST));
    let items: Vec<Option<f64>> = [&discounts[..], &rebates[..], &[freight, payment_cost]].concat();
    let sum = |items: &[Option<f64>]| items.iter().flatten().sum();
    Some(Waterfall {
        list_price,
        discounts: sum(&discounts),
        rebates: sum(&rebates),
        freight,
        payment_cost,
        filled: items.iter().flatten().count(),
        items: items.len(),
    })
}

/// What each row takes off: its amount, else its share of the list price.
fn taken_off(
    book: &Book,
    table: &'static TableDef,
    amount: Field<Money>,
    percent: Field<Percent>,
    list_price: f64,
) -> Vec<Option<f64>> {
    let of_list = |percent: f64| percent / 100.0 * list_price;
    book.rows(table).map(|row| row.get(amount).or_else(|| row.get(percent).map(of_list))).collect()
}

/// Pocket price: list price less discounts, rebates, freight and the cost of the payment terms.
pub fn pocket_price(book: &Book) -> Answer {
    let Some(steps) = waterfall(book) else { return Answer::none(Gap::Empty) };
    let other = steps.freight.unwrap_or(0.0) + steps.payment_cost.unwrap_or(0.0);
    Answer::number(steps.pocket_price())
        .with([steps.list_price, steps.discounts, steps.rebates, other])
        .rated(steps.filled, steps.items)
}

/// Cost to serve this offer: as typed, else the account's figure of worksheet 5.
pub fn offer_cost_to_serve(book: &Book) -> Option<f64> {
    book.form(economics::TABLE).get(economics::COST_TO_SERVE).or_else(|| cost_to_serve(book).as_number())
}

/// Pocket margin: pocket price less cost of goods sold and cost to serve. A cost to serve nobody knows is not taken off.
pub fn pocket_margin(book: &Book) -> Answer {
    let price = pocket_price(book);
    let cogs = book.form(economics::TABLE).get(economics::COGS);
    let (Some(pocket), Some(cogs)) = (price.as_number(), cogs) else {
        return Answer::none(price.value.err().unwrap_or(Gap::Empty));
    };
    let serving = offer_cost_to_serve(book);
    let (filled, items) = price.rated.unwrap_or_default();
    let taken = serving.unwrap_or(0.0);
    Answer::number(pocket - cogs - taken)
        .with([pocket, cogs, taken])
        .rated(filled + usize::from(serving.is_some()), items + 1)
}

/// Pocket margin in percent of the pocket price.
pub fn pocket_margin_percent(book: &Book) -> Answer {
    let (margin, price) = (pocket_margin(book), pocket_price(book));
    match (margin.as_number(), price.as_number()) {
        (Some(_), Some(price)) if price <= 0.0 => Answer::none(Gap::DivisionByZero),
        (Some(margin), Some(price)) => Answer::percent(margin, price),
        _ => margin,
    }
}

/// Expected value of the offer: win probability × pocket margin − cost of pursuing it (0 when empty).
pub fn expected_contribution(book: &Book) -> Answer {
    let form = book.form(economics::TABLE);
    let margin = pocket_margin(book);
    match (form.get(economics::WIN_PROBABILITY), margin.as_number()) {
        (Some(probability), Some(pocket)) => {
            let pursuit = form.get(economics::PURSUIT_COST).unwrap_or(0.0);
            Answer::number(probability / 100.0 * pocket - pursuit).with([probability, pocket, pursuit])
        }
        (None, Some(_)) => Answer::none(Gap::Empty),
        (_, None) => margin,
    }
}
