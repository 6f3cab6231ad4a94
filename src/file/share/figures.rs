//! Figures of a training copy: amounts times a secret factor, dates and years moved by constant days.

use crate::model::{Date, FieldDef, Kind, Record, TableDef, Unit, Value};

/// How figures change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Figures {
    /// What amounts are multiplied by.
    pub factor: f64,
    /// How many days dates move.
    pub days: i64,
    /// How many years years move, so that they stay with the plan period.
    pub years: f64,
}

impl Figures {
    /// The changed value; nothing where what stands in the field cannot be read as an amount or date.
    pub fn change(&self, table: &TableDef, field: &FieldDef, record: &Record, value: &Value) -> Option<Value> {
        match (&field.kind, value) {
            (Kind::Money { .. }, Value::Number(amount)) => Some(Value::Number(two_digits(amount * self.factor))),
            (Kind::Number { unit: Unit::Field(path), .. }, Value::Number(amount)) if is_money(table, record, path) => {
                Some(Value::Number(two_digits(amount * self.factor)))
            }
            (Kind::Year, Value::Number(year)) => Some(Value::Number(year + self.years)),
            (Kind::Date, Value::Text(text)) => {
                let date = text.parse::<Date>().ok()?;
                Value::text(date.plus_days(self.days).to_string())
            }
            (Kind::Money { .. } | Kind::Year | Kind::Date, _) => None,
            _ => Some(value.clone()),
        }
    }

    /// A time as rows carry it: the day moves, the time of day goes.
    pub fn change_time(&self, value: &Value) -> Option<Value> {
        let day = value.as_text()?.get(..10)?.parse::<Date>().ok()?;
        Value::text(day.plus_days(self.days).to_string())
    }
}

/// Rounded to two significant digits.
pub(super) fn two_digits(amount: f64) -> f64 {
    crate::model::decimal::read(&format!("{amount:.1e}")).unwrap_or(amount)
}

/// Whether the unit that a row names is money.
fn is_money(table: &TableDef, record: &Record, path: &str) -> bool {
    let key = path.rsplit('.').next().unwrap_or_default();
    let unit = table.field(key).and_then(|field| record.at(field.slot)).and_then(Value::as_text).unwrap_or_default();
    let unit = unit.to_lowercase();
    let is_word = |word: &str| unit.split(|letter: char| !letter.is_alphanumeric()).any(|part| part == word);
    unit.contains(['元', '¥', '￥', '$', '€', '£'])
        || ["cny", "rmb", "usd", "eur", "gbp", "jpy", "hkd", "money", "k", "m"].into_iter().any(is_word)
}
