//! The portfolio filled from other workbooks: a row for each customer, or what a row still lacks. Nothing that is there
//! is written over.

use super::merge::normal_name;
use super::{Op, Patch, edit};
use crate::analysis::portfolio::customer::{Customer, Known};
use crate::model::number::unit_size;
use crate::model::{Document, Id, Kind, Place, Row, Value};
use crate::worksheets::account;
use crate::worksheets::portfolio::customers;
use crate::worksheets::row::{SOURCE, SOURCE_DATE};

/// A workbook to take from.
#[derive(Clone, Debug, PartialEq)]
pub struct Origin {
    /// The workbook.
    pub id: Id,
    /// The customer in it.
    pub customer: Customer,
    /// How the row names where it comes from.
    pub source: String,
    /// The day of its last change, ISO 8601; empty when it is not known.
    pub date: String,
}

/// What became of a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A new row.
    Added,
    /// A row of that name was there and has more now.
    Completed,
    /// A row of that name was there, with nothing to add.
    Nothing,
    /// A workbook of the same customer came first: the one changed last counts.
    SameCustomer,
    /// It has no name yet.
    Nameless,
}

/// What was taken from one workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// Name of the customer.
    pub name: String,
    /// What became of it.
    pub outcome: Outcome,
    /// The values that the row has now and had not before.
    pub values: Vec<Known>,
    /// The amounts stayed out: they are in this currency.
    pub other_currency: Option<String>,
}

/// The patch and what it takes from each workbook, in their order.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Fill {
    /// One step of undo.
    pub patch: Patch,
    /// One for each workbook.
    pub taken: Vec<Taken>,
}

/// Fills the portfolio of `document`. The origins stand in their order of precedence, the ones changed last first.
pub fn fill(document: &Document, origins: &[Origin], ids: &mut dyn FnMut() -> Id) -> Fill {
    let mut fill = Fill::default();
    let mut names: Vec<String> = Vec::new();
    let mut end = document.list(customers::TABLE).len();
    let own = document.list(customers::TABLE).iter().any(|row| row.get(customers::IS_ACCOUNT) == Some(true));
    for origin in origins {
        let name = normal_name(&origin.customer.name);
        let (mut values, other_currency) = in_units_of(document, &origin.customer);
        let here = origin.id == document.id && !own;
        let mut outcome = Outcome::Nothing;
        if name.is_empty() {
            (outcome, values) = (Outcome::Nameless, Vec::new());
        } else if names.contains(&name) {
            (outcome, values) = (Outcome::SameCustomer, Vec::new());
        } else if let Some(row) = row_of(document, &name) {
            values.retain(|known| row.record.at(known.slot).is_none());
            let place = |slot| Place::row(customers::TABLE, row.id.clone(), slot);
            for known in &values {
                fill.patch.ops.extend(edit::set(document, place(known.slot), Some(known.value.clone())).ops);
            }
            if here {
                fill.patch
                    .ops
                    .extend(edit::set(document, place(customers::IS_ACCOUNT.slot), Some(Value::Bool(true))).ops);
            }
            if !values.is_empty() || here {
                outcome = Outcome::Completed;
            }
        } else {
            let row = new_row(origin, &values, here, ids());
            fill.patch.ops.push(Op::Insert { table: customers::TABLE, at: end, row });
            end += 1;
            outcome = Outcome::Added;
        }
        names.push(name);
        fill.taken.push(Taken { name: origin.customer.name.clone(), outcome, values, other_currency });
    }
    fill
}

fn row_of<'d>(document: &'d Document, name: &str) -> Option<&'d Row> {
    let mut rows = document.list(customers::TABLE).iter();
    rows.find(|row| row.get(customers::NAME).is_some_and(|other| normal_name(other) == name))
}

fn new_row(origin: &Origin, values: &[Known], is_own: bool, id: Id) -> Row {
    let mut row = Row::new(id);
    row.record.set(customers::NAME.slot, Value::text(origin.customer.name.as_str()));
    for known in values {
        row.record.set(known.slot, Some(known.value.clone()));
    }
    row.record.set(SOURCE.slot, Value::text(origin.source.as_str()));
    row.record.set(SOURCE_DATE.slot, Value::text(origin.date.as_str()));
    row.record.set(customers::IS_ACCOUNT.slot, Some(Value::Bool(is_own)));
    row
}

/// The values of a customer with the amounts in the unit of `document`. Amounts in another currency stay out, and that
/// currency is named: a rate is not ours to choose.
fn in_units_of(document: &Document, customer: &Customer) -> (Vec<Known>, Option<String>) {
    let terms = document.form(account::plan::TABLE);
    let text = |value: Option<&str>| value.unwrap_or_default().trim().to_owned();
    let same = text(terms.get(account::plan::CURRENCY)) == customer.currency;
    let factor = size(&customer.unit) / size(&text(terms.get(account::plan::UNIT)));
    let mut values = customer.known.clone();
    let all = values.len();
    values.retain(|known| same || !is_amount(known.slot));
    let other = (values.len() < all).then(|| customer.currency.clone());
    for known in values.iter_mut().filter(|known| is_amount(known.slot)) {
        if let Value::Number(amount) = known.value {
            known.value = Value::Number(super::convert::tidy(amount * factor));
        }
    }
    (values, other)
}

fn is_amount(slot: u8) -> bool {
    customers::TABLE.field_at(slot).is_some_and(|field| matches!(field.kind, Kind::Money { .. }))
}

#[expect(clippy::cast_precision_loss, reason = "unit sizes are small powers of ten")]
fn size(unit: &str) -> f64 {
    unit_size(unit) as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testkit::{doc, ids, put, today};
    use crate::analysis::{Book, Memo};
    use crate::change::apply;

    fn origin(id: &str, values: &[(&str, &str)]) -> Origin {
        let memo = Memo::default();
        let document = doc(values);
        let customer = crate::analysis::portfolio::customer::customer(&Book::new(&document, today(), &memo));
        Origin { id: id.into(), customer, source: format!("Workbook {id}"), date: "2026-03-01".to_owned() }
    }

    fn mine() -> Document {
        doc(&[("card.profile.name", "Alder"), ("card.plan.currency", "GBP"), ("card.plan.unit", "thousand")])
    }

    const BIRCH: &[(&str, &str)] = &[
        ("card.profile.name", "Birch"),
        ("card.plan.currency", "GBP"),
        ("card.plan.unit", "million"),
        ("w2.wallet.a.total_spend", "2.4"),
        ("w2.wallet.a.ours", "0.6"),
    ];

    #[test]
    fn a_customer_becomes_a_row_in_our_unit_and_says_where_it_comes_from() {
        let mut document = mine();
        let start = document.clone();
        let own = Origin { id: "test".into(), ..origin("w0", &[("card.profile.name", "Alder")]) };
        let fill = fill(&document, &[own, origin("w1", BIRCH)], &mut ids());
        apply(&mut document, &fill.patch);
        let rows: Vec<_> = document.list(customers::TABLE).iter().collect();
        let seen: Vec<_> = rows.iter().map(|row| (row.get(customers::NAME), row.get(customers::REVENUE))).collect();
        assert_eq!(seen, [(Some("Alder"), None), (Some("Birch"), Some(600.0))]);
        assert_eq!(rows[1].get(customers::WALLET), Some(2400.0));
        assert_eq!((rows[0].get(customers::IS_ACCOUNT), rows[1].get(customers::IS_ACCOUNT)), (Some(true), Some(false)));
        assert_eq!(rows[1].get(SOURCE), Some("Workbook w1"));
        assert_eq!(fill.taken.iter().map(|taken| taken.outcome).collect::<Vec<_>>(), [Outcome::Added, Outcome::Added]);
        apply(&mut document, &fill.patch.inverse());
        assert_eq!(document, start);
    }

    #[test]
    fn what_is_there_is_never_written_over_and_a_second_time_adds_nothing() {
        let mut document = mine();
        put(&mut document, "portfolio.customers.b.name", " birch ");
        put(&mut document, "portfolio.customers.b.revenue", "999");
        let first = fill(&document, &[origin("w1", BIRCH)], &mut ids());
        assert_eq!(first.taken[0].outcome, Outcome::Completed);
        apply(&mut document, &first.patch);
        let row = document.list(customers::TABLE).row("b").unwrap();
        assert_eq!((row.get(customers::REVENUE), row.get(customers::WALLET)), (Some(999.0), Some(2400.0)));
        let second = fill(&document, &[origin("w1", BIRCH)], &mut ids());
        assert_eq!((second.patch.ops.len(), second.taken[0].outcome), (0, Outcome::Nothing));
    }

    #[test]
    fn another_currency_keeps_its_amounts_and_an_older_workbook_of_the_same_customer_stays_out() {
        let document = mine();
        let mut dollars = BIRCH.to_vec();
        dollars[1] = ("card.plan.currency", "USD");
        dollars.push(("w6.fin.wallet_growth", "4"));
        let origins = [origin("w1", &dollars), origin("w2", BIRCH), origin("w3", &[])];
        let fill = fill(&document, &origins, &mut ids());
        let outcomes: Vec<_> = fill.taken.iter().map(|taken| taken.outcome).collect();
        assert_eq!(outcomes, [Outcome::Added, Outcome::SameCustomer, Outcome::Nameless]);
        assert_eq!(fill.taken[0].other_currency.as_deref(), Some("USD"));
        let slots: Vec<_> = fill.taken[0].values.iter().map(|known| known.slot).collect();
        assert_eq!(slots, [customers::GROWTH.slot]);
    }
}
