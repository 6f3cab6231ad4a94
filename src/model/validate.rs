//! Fitting what was typed to a field, and pointing out what does not fit. Nothing is ever dropped or clamped.

use super::number::{Reading, read};
use super::{Date, FieldDef, Kind, Value};

/// Why a value does not fit its field.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "the bounds of the variant")]
pub enum Problem {
    /// Not a number.
    NotANumber,
    /// Not a whole number.
    NotWhole,
    /// Not a year of four digits.
    NotAYear,
    /// Not a date.
    NotADate,
    /// Outside the range; an open end is infinite.
    OutOfRange { min: f64, max: f64 },
    /// A rating that is not a step of its scale.
    NotOnScale { min: i8, max: i8 },
    /// Too long a text.
    TooLong { most: usize, is: usize },
    /// Not one of the options.
    NotAnOption,
    /// Neither yes nor no.
    NotYesNo,
    /// Points to a row that is not there.
    NoSuchRow,
    /// Fails one of the checks that need more than the value.
    Fails(super::Check),
}

/// Longest short and long text, in characters.
pub const TEXT_MOST: usize = 120;
/// Longest long text, in characters.
pub const LONG_TEXT_MOST: usize = 2_000;

/// Turns what a person typed into the value to keep: read into the field's kind where possible, else as typed. `unit` is
/// the size of the workbook's unit of money.
pub fn fit_text(field: &FieldDef, typed: &str, unit: u64) -> Option<Value> {
    let trimmed = typed.trim();
    if trimmed.is_empty() {
        return None;
    }
    let fitted = match field.kind {
        Kind::Money { .. } => read(trimmed, Reading::Amount { unit }).map(Value::Number),
        Kind::Percent { .. } => read(trimmed, Reading::Percent).map(Value::Number),
        Kind::Year => read(trimmed.trim_end_matches('年'), Reading::Plain).map(Value::Number),
        Kind::Number { .. } | Kind::Integer { .. } | Kind::Rating(_) => {
            read(trimmed, Reading::Plain).map(Value::Number)
        }
        Kind::Date => Date::read(trimmed).map(|date| Value::Text(date.to_string())),
        Kind::YesNo => read_yes_no(trimmed).map(Value::Bool),
        Kind::Choice { options, open } => read_option(options, trimmed).map(Value::Text).or_else(|| {
            let code = trimmed.to_ascii_uppercase();
            (open && is_currency_code(&code)).then_some(Value::Text(code))
        }),
        Kind::Choices(options) => read_options(options, trimmed).map(Value::Keys),
        Kind::Text | Kind::LongText | Kind::Ref(_) | Kind::Refs(_) | Kind::Auto => return Value::text(typed),
    };
    match fitted {
        Some(value) if problem(field, &value).is_none() => Some(value),
        _ => Some(Value::Text(typed.to_owned())),
    }
}

/// Three capital letters.
pub fn is_currency_code(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn read_yes_no(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "x" | "是" | "√" | "✓" => Some(true),
        "no" | "n" | "false" | "0" | "否" => Some(false),
        _ => None,
    }
}

fn read_option(options: &[super::Opt], text: &str) -> Option<String> {
    let same = |name: &str| name.eq_ignore_ascii_case(text);
    let found = options.iter().find(|option| same(option.key) || same(option.label.en) || same(option.label.zh));
    found.map(|option| option.key.to_owned())
}

fn read_options(options: &[super::Opt], text: &str) -> Option<Vec<String>> {
    text.split([',', ';', '、', '，', '；']).map(|part| read_option(options, part.trim())).collect()
}

/// What is wrong with a value, from the value alone.
pub fn problem(field: &FieldDef, value: &Value) -> Option<Problem> {
    match (&field.kind, value) {
        (Kind::Text, Value::Text(text)) => too_long(text, TEXT_MOST),
        (Kind::LongText, Value::Text(text)) => too_long(text, LONG_TEXT_MOST),
        (Kind::Number { min, max, .. } | Kind::Percent { min, max }, Value::Number(number)) => {
            outside(*number, *min, *max)
        }
        (Kind::Money { min, .. }, Value::Number(number)) => outside(*number, *min, f64::INFINITY),
        (Kind::Integer { min, max, .. }, Value::Number(number)) => {
            if number.fract() == 0.0 {
                outside(*number, *min, *max)
            } else {
                Some(Problem::NotWhole)
            }
        }
        (Kind::Year, Value::Number(number)) => {
            let is_year = number.fract() == 0.0 && (1000.0..=9999.0).contains(number);
            (!is_year).then_some(Problem::NotAYear)
        }
        (Kind::Rating(scale), Value::Number(number)) => {
            (!scale.admits(*number)).then_some(Problem::NotOnScale { min: scale.min, max: scale.max })
        }
        (Kind::Date, Value::Text(text)) => text.parse::<Date>().is_err().then_some(Problem::NotADate),
        (Kind::Choice { options, open }, Value::Text(key)) => {
            let known = options.iter().any(|option| option.key == key) || (*open && is_currency_code(key));
            (!known).then_some(Problem::NotAnOption)
        }
        (Kind::Choices(options), Value::Keys(keys)) => {
            let known = keys.iter().all(|key| options.iter().any(|option| option.key == key));
            (!known).then_some(Problem::NotAnOption)
        }
        (Kind::YesNo, Value::Bool(_))
        | (Kind::Ref(_), Value::Text(_))
        | (Kind::Refs(_), Value::Keys(_))
        | (Kind::Auto, _) => None,
        (Kind::Year, _) => Some(Problem::NotAYear),
        (Kind::Rating(scale), _) => Some(Problem::NotOnScale { min: scale.min, max: scale.max }),
        (kind, _) if kind.is_numeric() => Some(unfit_number(field, value)),
        (Kind::Date, _) => Some(Problem::NotADate),
        (Kind::YesNo, _) => Some(Problem::NotYesNo),
        (Kind::Ref(_) | Kind::Refs(_), _) => Some(Problem::NoSuchRow),
        _ => Some(Problem::NotAnOption),
    }
}

/// Why a text stands in a field for numbers: it is none, or one that does not fit.
fn unfit_number(field: &FieldDef, value: &Value) -> Problem {
    let reading = if matches!(field.kind, Kind::Percent { .. }) { Reading::Percent } else { Reading::Plain };
    let number = value.as_text().and_then(|text| read(text.trim(), reading));
    number.and_then(|number| problem(field, &Value::Number(number))).unwrap_or(Problem::NotANumber)
}

fn too_long(text: &str, most: usize) -> Option<Problem> {
    let is = text.chars().count();
    (is > most).then_some(Problem::TooLong { most, is })
}

fn outside(number: f64, min: f64, max: f64) -> Option<Problem> {
    (number < min || number > max).then_some(Problem::OutOfRange { min, max })
}
