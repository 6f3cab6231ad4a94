//! A value in print: words instead of keys, numbers with groups and signs, dates as people write them.

use crate::file::words::shown;
use crate::i18n::format;
use crate::model::{Date, Document, FieldDef, Kind, Lang, Unit, Value};

/// A value in print.
pub fn in_print(document: &Document, field: &FieldDef, value: &Value, lang: Lang) -> String {
    match (value, &field.kind) {
        (Value::Number(number), Kind::Percent { .. }) => format!("{}%", exact(*number)),
        (Value::Number(number), Kind::Year) => format!("{number}"),
        (Value::Number(number), Kind::Rating(scale)) => {
            let shown = if scale.min < 0 { format::signed(*number, 2) } else { exact(*number) };
            #[expect(clippy::cast_possible_truncation, reason = "a rating is a small number")]
            let word = if number.fract() == 0.0 { scale.anchor_word(*number as i8, lang) } else { "" };
            if word.is_empty() { shown } else { format!("{shown} · {word}") }
        }
        (Value::Number(number), _) => exact(*number),
        (Value::Text(text), Kind::Date) => {
            Date::read(text).map_or_else(|| text.clone(), |date| format::date(date, lang))
        }
        _ => shown(document, field, value, lang).trim().to_owned(),
    }
}

/// A number with all its digits and groups of three.
fn exact(number: f64) -> String {
    let digits = format::input(number);
    let decimals = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    format::fixed(number, u8::try_from(decimals.min(9)).unwrap_or(9))
}

/// What stands behind the numbers of a field, for its heading; empty where the cell says it. `money` is the workbook's
/// currency and unit in words.
pub fn unit_of(field: &FieldDef, money: &str, lang: Lang) -> String {
    // A label that ends in brackets names its unit itself.
    if field.label.get(lang).ends_with(['）', ')']) {
        return String::new();
    }
    match field.kind {
        Kind::Money { per, .. } if per.is_empty() => money.to_owned(),
        Kind::Money { per, .. } => {
            let gap = if lang == Lang::Zh { "，" } else { " " };
            format!("{money}{gap}{}", per.get(lang))
        }
        Kind::Number { unit: Unit::Words(words), .. } | Kind::Integer { unit: Unit::Words(words), .. } => {
            words.get(lang).to_owned()
        }
        _ => String::new(),
    }
}
