//! Numbers as people write them.

use super::decimal;

/// What a number field reads its text as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// A plain number; 万, k and their like multiply, a percent sign is an error.
    Plain,
    /// A number of percent; a percent sign is welcome.
    Percent,
    /// An amount in the workbook's unit, given as that unit's size (10,000 for 万元). A bare number is in that unit, one
    /// with 万, 亿, k or m is an absolute amount: `1.2万` in 万元 is 1.2.
    Amount {
        /// Size of the workbook's unit.
        unit: u64,
    },
}

/// The size of a unit of money by its key in `card.plan.unit`; 1 for one that is not known.
pub fn unit_size(key: &str) -> u64 {
    match key {
        "thousand" => 1_000,
        "ten_thousand" => 10_000,
        "million" => 1_000_000,
        "hundred_million" => 100_000_000,
        _ => 1,
    }
}

/// The half-width form of a full-width character.
pub fn narrow(letter: char) -> char {
    match letter {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        '\u{3000}' | '\u{00A0}' | '\u{202F}' | '\u{2009}' => ' ',
        '−' | '–' | '—' => '-',
        '、' => ',',
        '。' => '.',
        other => other,
    }
}

/// Reads a number: `1.2万`, `３，４００`, `12％`, `1,234.5`, `3亿`, `1.5k`, `2 m`, `-3`, `(3)`, `1e3`, `¥1,200元`.
///
/// Gives nothing where the text is no number or the grouping is wrong (`1,23`).
pub fn read(text: &str, reading: Reading) -> Option<f64> {
    let narrow: String = text.trim().chars().map(narrow).collect();
    let lower = narrow.trim().to_ascii_lowercase();
    let (negative, body) = strip_sign(&lower);
    let (body, percent) = match body.strip_suffix('%') {
        Some(rest) if reading == Reading::Percent => (rest.trim_end(), true),
        Some(_) => return None,
        None => (body, false),
    };
    let (digits, scale) = strip_scale(strip_currency(body));
    if percent && scale.is_some() {
        return None;
    }
    let number = plain(digits)?;
    let value = match (scale, reading) {
        (None, _) => number,
        // Divide first where it divides evenly, so that 1.2万 in 万元 stays 1.2.
        (Some(scale), Reading::Amount { unit }) => number * ratio(scale, unit),
        (Some(scale), _) => number * ratio(scale, 1),
    };
    let signed = if negative { -value } else { value };
    signed.is_finite().then_some(if signed == 0.0 { 0.0 } else { signed })
}

#[expect(clippy::cast_precision_loss, reason = "unit sizes are small powers of ten, exact in f64")]
fn ratio(scale: u64, unit: u64) -> f64 {
    scale as f64 / unit.max(1) as f64
}

fn strip_sign(text: &str) -> (bool, &str) {
    if let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return (true, inner.trim());
    }
    match text.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text).trim_start()),
    }
}

fn strip_currency(text: &str) -> &str {
    let text = text.trim_start_matches(['¥', '￥', '$', '€', '£']).trim();
    text.strip_suffix('元').unwrap_or(text).trim_end()
}

/// Splits a multiplier off the end.
fn strip_scale(text: &str) -> (&str, Option<u64>) {
    const SCALES: [(&str, u64); 9] = [
        ("万亿", 1_000_000_000_000),
        ("百万", 1_000_000),
        ("亿", 100_000_000),
        ("万", 10_000),
        ("千", 1_000),
        ("bn", 1_000_000_000),
        ("k", 1_000),
        ("m", 1_000_000),
        ("b", 1_000_000_000),
    ];
    let found =
        SCALES.iter().find_map(|(word, scale)| text.strip_suffix(word).map(|rest| (rest.trim_end(), Some(*scale))));
    found.unwrap_or((text, None))
}

/// Reads digits with an optional decimal point, groups of three (or four, as some write in Chinese) and an exponent.
fn plain(text: &str) -> Option<f64> {
    let (mantissa, exponent) =
        text.split_once('e').map_or((text, None), |(mantissa, exponent)| (mantissa, Some(exponent)));
    let (whole, fraction) = mantissa.split_once('.').map_or((mantissa, ""), |(whole, fraction)| (whole, fraction));
    let digits = ungroup(whole)?;
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(fraction) || (digits.is_empty() && fraction.is_empty()) {
        return None;
    }
    let exponent = match exponent {
        None => 0,
        Some(text) if text.len() <= 4 => text.parse::<i32>().ok()?,
        Some(_) => return None,
    };
    decimal::read(&format!("{digits}.{fraction}0e{exponent}"))
}

fn ungroup(whole: &str) -> Option<String> {
    let separator = if whole.contains(',') { ',' } else { ' ' };
    let parts: Vec<&str> = whole.split(separator).collect();
    let digits_only = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let (first, rest) = parts.split_first()?;
    let grouped = |size: usize| (1..=size).contains(&first.len()) && rest.iter().all(|part| part.len() == size);
    let fits = rest.is_empty() || grouped(3) || grouped(4);
    (digits_only && fits).then(|| parts.concat())
}

#[cfg(test)]
mod tests {
    use super::{Reading, read};

    #[test]
    fn as_people_write_them() {
        for (text, number) in [
            ("1.2万", 12_000.0),
            ("３，４００", 3_400.0),
            ("1,234.5", 1_234.5),
            ("3亿", 300_000_000.0),
            ("1.5k", 1_500.0),
            ("2 m", 2_000_000.0),
            ("-3", -3.0),
            ("−3", -3.0),
            ("(3)", -3.0),
            (".5", 0.5),
            ("5.", 5.0),
            ("1e3", 1_000.0),
            ("¥1,200元", 1_200.0),
            ("1 234", 1_234.0),
            ("1,2345", 12_345.0),
            ("-0", 0.0),
        ] {
            assert_eq!(read(text, Reading::Plain), Some(number), "{text}");
        }
        for text in ["", "abc", "1,23", "12%", "1..2", "--3", "1e999", "万", "1,,234", "NaN", "inf", "１２个"] {
            assert_eq!(read(text, Reading::Plain), None, "{text}");
        }
    }

    #[test]
    fn percent_and_money() {
        assert_eq!(read("12％", Reading::Percent), Some(12.0));
        assert_eq!(read("12 %", Reading::Percent), Some(12.0));
        assert_eq!(read("12.5", Reading::Percent), Some(12.5));
        assert_eq!(read("1.2万", Reading::Amount { unit: 10_000 }), Some(1.2));
        assert_eq!(read("3亿", Reading::Amount { unit: 10_000 }), Some(30_000.0));
        assert_eq!(read("2600", Reading::Amount { unit: 10_000 }), Some(2_600.0));
        assert_eq!(read("1.5m", Reading::Amount { unit: 1_000 }), Some(1_500.0));
        assert_eq!(read("800k", Reading::Amount { unit: 1_000_000 }), Some(0.8));
    }
}
