//! The sentence about what does not fit, shown beside the field once it is left.

use super::Spot;
use crate::i18n::{format, ui as words};
use crate::model::{Bi, Check, Document, FieldDef, Kind, Place, Problem, Record, TableDef, Value, validate};
use crate::ui::cx::Cx;
use crate::ui::dom;
use crate::worksheets::table;

/// The sentence, when there is one. Told of changes.
pub fn of(cx: Cx, spot: &Spot) -> Option<String> {
    if spot.field.checks.is_empty() && matches!(spot.field.kind, Kind::Auto | Kind::YesNo) {
        return None;
    }
    let value = spot.value(cx)?;
    let problem = cx.desk.with(|document| find(document, &spot.place, spot.field, &value))?;
    Some(sentence(cx, spot.place.table, problem))
}

/// What is wrong with a value, looked at in its document.
pub fn find(document: &Document, place: &Place, field: &FieldDef, value: &Value) -> Option<Problem> {
    validate::problem(field, value).or_else(|| {
        let record = document.record(place);
        field
            .checks
            .iter()
            .copied()
            .find(|check| fails(document, place, field, record, value, *check))
            .map(Problem::Fails)
    })
}

fn fails(document: &Document, place: &Place, field: &FieldDef, record: &Record, value: &Value, check: Check) -> bool {
    let number = value.as_number();
    let other = |key: &str| other_value(document, place, record, key);
    let other_number = |key: &str| other(key).and_then(|value| value.as_number());
    let date = |value: &Value| value.as_text().and_then(|text| text.parse::<crate::model::Date>().ok());
    let own_date = date(value);
    let other_date = |key: &str| other(key).as_ref().and_then(date);
    let column =
        || document.list(place.table).iter().filter_map(|row| Some((row.id.clone(), row.record.at(field.slot)?)));
    let is_other = |id: &crate::model::Id| place.row.as_ref() != Some(id);
    match check {
        Check::AboveZero => number.is_some_and(|number| number <= 0.0),
        Check::Unique => column().any(|(id, other)| is_other(&id) && other == value),
        Check::AtMost(key) => number.zip(other_number(key)).is_some_and(|(own, other)| own > other),
        Check::AtLeast(key) => number.zip(other_number(key)).is_some_and(|(own, other)| own < other),
        Check::After(key) => own_date.zip(other_date(key)).is_some_and(|(own, other)| own <= other),
        Check::NotBefore(key) => own_date.zip(other_date(key)).is_some_and(|(own, other)| own < other),
        Check::NotSameAs(key) => other(key).is_some_and(|other| other == *value),
        Check::SumAtMost100 => column().filter_map(|(_, value)| value.as_number()).sum::<f64>() > 100.0 + 1e-9,
        Check::OneRow => *value == Value::Bool(true) && column().any(|(id, other)| is_other(&id) && other == value),
        Check::NoCycles => {
            place.row.as_ref().is_some_and(|start| leads_back(document, place, start.as_str(), field.slot))
        }
        Check::AtMostItems(most) => value.as_keys().len() > usize::from(most),
        Check::TodayOrLater => own_date.is_some_and(|date| date < dom::today()),
        Check::NotAfterToday => own_date.is_some_and(|date| date > dom::today()),
    }
}

/// The value of a field beside this one: of the same record, or of a form by its full path.
fn other_value(document: &Document, place: &Place, record: &Record, key: &str) -> Option<Value> {
    match key.rsplit_once('.') {
        None => record.at(place.table.field(key)?.slot).cloned(),
        Some((path, key)) => {
            let table = table(path)?;
            let field = table.field(key)?;
            document.form(table).at(field.slot).cloned().or_else(|| field.given.value(document.lang))
        }
    }
}

fn leads_back(document: &Document, place: &Place, start: &str, slot: u8) -> bool {
    let list = document.list(place.table);
    let next = |id: &str| list.row(id)?.record.at(slot)?.as_text().map(str::to_owned);
    let mut at = next(start);
    for _ in 0..=list.len() {
        match at {
            None => return false,
            Some(id) if id == start => return true,
            Some(id) => at = next(&id),
        }
    }
    false
}

fn sentence(cx: Cx, table: &TableDef, problem: Problem) -> String {
    let plain = |text: Bi| cx.t(text).to_owned();
    let number = |number: f64| format::short(number, 4);
    let named = |text: Bi, key: &str| {
        let field = match key.rsplit_once('.') {
            Some((path, key)) => crate::worksheets::table(path).and_then(|table| table.field(key)),
            None => table.field(key),
        };
        cx.tf(text, &[field.map_or(key, |field| cx.t(field.label))])
    };
    match problem {
        Problem::NotANumber => plain(words::NOT_A_NUMBER),
        Problem::NotWhole => plain(words::NOT_WHOLE),
        Problem::NotAYear => plain(words::NOT_A_YEAR),
        Problem::NotADate => plain(words::NOT_A_DATE),
        Problem::OutOfRange { min, max } if max.is_infinite() => cx.tf(words::AT_LEAST, &[&number(min)]),
        Problem::OutOfRange { min, max } if min.is_infinite() => cx.tf(words::AT_MOST, &[&number(max)]),
        Problem::OutOfRange { min, max } => cx.tf(words::OUT_OF_RANGE, &[&number(min), &number(max)]),
        Problem::NotOnScale { min, max } => cx.tf(words::OUT_OF_RANGE, &[&min.to_string(), &max.to_string()]),
        Problem::TooLong { most, is } => cx.tf(words::TOO_LONG, &[&most.to_string(), &is.to_string()]),
        Problem::NotAnOption | Problem::NotYesNo => plain(words::NOT_AN_OPTION),
        Problem::NoSuchRow => plain(words::NO_SUCH_ROW),
        Problem::Fails(check) => match check {
            Check::AboveZero => plain(words::ABOVE_ZERO),
            Check::Unique => plain(words::NOT_UNIQUE),
            Check::AtMost(key) => named(words::AT_MOST_FIELD, key),
            Check::AtLeast(key) => named(words::AT_LEAST_FIELD, key),
            Check::After(key) => named(words::AFTER_FIELD, key),
            Check::NotBefore(key) => named(words::NOT_BEFORE_FIELD, key),
            Check::NotSameAs(key) => named(words::SAME_AS_FIELD, key),
            Check::SumAtMost100 => plain(words::SUM_OVER_100),
            Check::OneRow => plain(words::ONLY_ONE_ROW),
            Check::NoCycles => plain(words::CYCLE),
            Check::AtMostItems(most) => cx.tf(words::TOO_MANY, &[&most.to_string()]),
            Check::TodayOrLater => plain(words::TODAY_OR_LATER),
            Check::NotAfterToday => plain(words::NOT_AFTER_TODAY),
        },
    }
}
