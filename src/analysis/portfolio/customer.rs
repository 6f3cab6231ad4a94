//! What a whole workbook says about its customer: the row that a portfolio can take from it.

use crate::analysis::competition::wallet;
use crate::analysis::{Book, service};
use crate::model::{Bi, Row, Value, bi};
use crate::worksheets::portfolio::customers;
use crate::worksheets::{account, competition, plan};

/// A customer, as its own workbook describes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Customer {
    /// Name of the account; may be empty.
    pub name: String,
    /// Currency of the amounts.
    pub currency: String,
    /// Unit of the amounts.
    pub unit: String,
    /// What is known, each with the place it comes from.
    pub known: Vec<Known>,
}

/// A value for one field of the portfolio's list of customers.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// Slot of the field.
    pub slot: u8,
    /// The value, amounts in the workbook's own unit.
    pub value: Value,
    /// Where in that workbook it stands.
    pub from: Bi,
    /// The year it is about.
    pub year: Option<i32>,
}

const WALLET: Bi = bi("customer's wallet", "客户钱包");
const HISTORY: Bi = bi("revenue so far", "历年业绩");
const COSTS: Bi = bi("cost to serve", "服务成本");
const PLAN: Bi = bi("account plan", "客户规划");
const CARD: Bi = bi("account card", "客户档案");

/// The customer of a workbook. What the workbook does not say stays unsaid: missing is never zero.
pub fn customer(book: &Book) -> Customer {
    let (profile, terms) = (book.form(account::profile::TABLE), book.form(account::plan::TABLE));
    let text = |value: Option<&str>| value.unwrap_or_default().trim().to_owned();
    let known = [sales(book), margin(book), cost(book), spend(book), growth(book), class(book)];
    Customer {
        name: text(profile.get(account::profile::NAME)),
        currency: text(terms.get(account::plan::CURRENCY)),
        unit: text(terms.get(account::plan::UNIT)),
        known: known.into_iter().flatten().collect(),
    }
}

const fn number(slot: u8, value: f64, from: Bi, year: Option<i32>) -> Known {
    Known { slot, value: Value::Number(value), from, year }
}

/// The latest year with a revenue.
fn latest<'d>(book: &Book<'d>) -> Option<(&'d Row, i32, f64)> {
    use plan::hist;
    let years = book.rows(hist::TABLE).filter_map(|row| {
        #[expect(clippy::cast_possible_truncation, reason = "a year of four digits")]
        let year = row.get(hist::YEAR)? as i32;
        Some((row, year, row.get(hist::REVENUE)?))
    });
    years.max_by_key(|(_, year, _)| *year)
}

/// What the customer bought in the latest year; while no year is filled in, our sales in the wallet.
fn sales(book: &Book) -> Option<Known> {
    let slot = customers::REVENUE.slot;
    let year = latest(book).map(|(_, year, revenue)| number(slot, revenue, HISTORY, Some(year)));
    year.or_else(|| Some(number(slot, wallet::sales_total(book).as_number()?, WALLET, None)))
}

/// The gross margin of the same year as the revenue.
fn margin(book: &Book) -> Option<Known> {
    let (row, year, _) = latest(book)?;
    Some(number(customers::GROSS_MARGIN.slot, row.get(plan::hist::MARGIN)?, HISTORY, Some(year)))
}

fn cost(book: &Book) -> Option<Known> {
    Some(number(customers::COST_TO_SERVE.slot, service::cost_to_serve::cost_to_serve(book).as_number()?, COSTS, None))
}

fn spend(book: &Book) -> Option<Known> {
    Some(number(customers::WALLET.slot, wallet::total(book).as_number()?, WALLET, None))
}

/// The growth that the plan expects; else that of the categories, weighted by what is spent on them.
fn growth(book: &Book) -> Option<Known> {
    use competition::wallet as categories;
    let slot = customers::GROWTH.slot;
    if let Some(growth) = book.form(plan::fin::TABLE).get(plan::fin::WALLET_GROWTH) {
        return Some(number(slot, growth, PLAN, None));
    }
    let rows = book.rows(categories::TABLE);
    let both: Vec<(f64, f64)> =
        rows.filter_map(|row| Some((row.get(categories::TOTAL_SPEND)?, row.get(categories::GROWTH)?))).collect();
    let spent: f64 = both.iter().map(|(spent, _)| spent).sum();
    let grown: f64 = both.iter().map(|(spent, growth)| spent * growth).sum();
    (spent > 0.0).then(|| number(slot, crate::i18n::format::round(grown / spent, 1), WALLET, None))
}

fn class(book: &Book) -> Option<Known> {
    let keys = book.form(account::profile::TABLE).get(account::profile::CLASS)?.to_vec();
    Some(Known { slot: customers::CLASS.slot, value: Value::keys(keys)?, from: CARD, year: None })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Memo;
    use crate::analysis::testkit::{doc, today};
    use crate::model::Document;

    fn read(document: &Document) -> Customer {
        let memo = Memo::default();
        customer(&Book::new(document, today(), &memo))
    }

    fn value(customer: &Customer, slot: u8) -> Option<Value> {
        customer.known.iter().find(|known| known.slot == slot).map(|known| known.value.clone())
    }

    #[test]
    fn an_empty_workbook_says_nothing() {
        let empty = read(&doc(&[]));
        assert_eq!((empty.name.as_str(), empty.known.len()), ("", 0));
    }

    #[test]
    fn the_latest_year_wins_over_the_wallet() {
        let mut values = vec![("w2.wallet.a.total_spend", "900"), ("w2.wallet.a.ours", "300")];
        let by_wallet = read(&doc(&values));
        assert_eq!(value(&by_wallet, customers::REVENUE.slot), Some(Value::Number(300.0)));
        values.extend([
            ("w6.hist.x.year", "2024"),
            ("w6.hist.x.revenue", "250"),
            ("w6.hist.x.margin", "70"),
            ("w6.hist.y.year", "2025"),
            ("w6.hist.y.revenue", "280"),
        ]);
        let by_year = read(&doc(&values));
        let revenue = by_year.known.iter().find(|known| known.slot == customers::REVENUE.slot).unwrap();
        assert_eq!((&revenue.value, revenue.year), (&Value::Number(280.0), Some(2025)));
        // The margin of another year is not this year's margin.
        assert_eq!(value(&by_year, customers::GROSS_MARGIN.slot), None);
        assert_eq!(value(&by_year, customers::WALLET.slot), Some(Value::Number(900.0)));
    }

    #[test]
    fn growth_is_the_plans_or_that_of_the_categories_by_spend() {
        let mut values = vec![
            ("w2.wallet.a.total_spend", "300"),
            ("w2.wallet.a.growth", "10"),
            ("w2.wallet.b.total_spend", "100"),
            ("w2.wallet.b.growth", "2"),
            ("w2.wallet.c.total_spend", "500"),
        ];
        assert_eq!(value(&read(&doc(&values)), customers::GROWTH.slot), Some(Value::Number(8.0)));
        values.push(("w6.fin.wallet_growth", "-3"));
        assert_eq!(value(&read(&doc(&values)), customers::GROWTH.slot), Some(Value::Number(-3.0)));
    }
}
