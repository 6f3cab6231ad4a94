//! The forms of numbers and dates on the page. Rounding happens here and nowhere else.

use super::Lang;
use crate::model::Date;

/// A number with so many decimals, rounded half away from zero, grouped by thousands, with a real minus sign.
pub fn fixed(number: f64, decimals: u8) -> String {
    let rounded = round(number, decimals);
    let (whole, fraction) = digits(rounded.abs(), usize::from(decimals));
    let grouped = group(&whole);
    let sign = if rounded < 0.0 { "\u{2212}" } else { "" };
    if fraction.is_empty() { format!("{sign}{grouped}") } else { format!("{sign}{grouped}.{fraction}") }
}

/// Whole part and so many decimals of a number that is rounded to them.
fn digits(number: f64, decimals: usize) -> (String, String) {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let scaled = (0..decimals).fold(number, |scaled, _| scaled * 10.0).round();
    if scaled < EXACT {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number below 2^53")]
        let text = format!("{:0>1$}", scaled as u64, decimals + 1);
        let (whole, fraction) = text.split_at(text.len().saturating_sub(decimals));
        return (whole.to_owned(), fraction.to_owned());
    }
    // So large that what stands behind the point is noise.
    let text = format!("{number}");
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let kept: String = fraction.chars().chain(std::iter::repeat('0')).take(decimals).collect();
    (whole.to_owned(), kept)
}

/// A number with at most so many decimals, without trailing zeros.
pub fn short(number: f64, most_decimals: u8) -> String {
    let text = fixed(number, most_decimals);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// A number as it stands in an input: all its digits, no groups, a plain minus.
pub fn input(number: f64) -> String {
    format!("{number}")
}

/// A number of percent. Chinese sets no space before the sign, nor does English here.
pub fn percent(number: f64, decimals: u8) -> String {
    format!("{}%", fixed(number, decimals))
}

/// A number with its sign, for differences and support.
pub fn signed(number: f64, decimals: u8) -> String {
    let text = short(number, decimals);
    if round(number, decimals) > 0.0 { format!("+{text}") } else { text }
}

/// A currency and a unit of money in words: 万元, USD thousand.
pub fn money_words(currency: &str, unit: &str, lang: Lang) -> String {
    let yuan = currency == "CNY" || currency.is_empty();
    match lang {
        Lang::Zh => {
            let size = match unit {
                "thousand" => "千",
                "ten_thousand" => "万",
                "million" => "百万",
                "hundred_million" => "亿",
                _ => "",
            };
            format!("{size}{}", if yuan { "元" } else { currency })
        }
        Lang::En => {
            let size = match unit {
                "thousand" => " thousand",
                "ten_thousand" => " ten thousand",
                "million" => " million",
                "hundred_million" => " hundred million",
                _ => "",
            };
            format!("{}{size}", if currency.is_empty() { "CNY" } else { currency })
        }
    }
}

/// A date for reading: 2026年3月5日, 5 Mar 2026.
pub fn date(date: Date, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
        Lang::En => format!("{} {} {}", date.day(), month_name(date.month()), date.year()),
    }
}

/// A date without its year: 3月5日, 5 Mar.
pub fn day_and_month(date: Date, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}月{}日", date.month(), date.day()),
        Lang::En => format!("{} {}", date.day(), month_name(date.month())),
    }
}

/// The short English name of a month.
pub fn month_name(month: u32) -> &'static str {
    const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let at = usize::try_from(month).unwrap_or(1).saturating_sub(1);
    NAMES.get(at).copied().unwrap_or("")
}

/// Rounds half away from zero, after settling at nine decimals so that 2.675 rounds as people expect.
pub fn round(number: f64, decimals: u8) -> f64 {
    let factor = 10_f64.powi(i32::from(decimals));
    let scaled = number * factor;
    // So large a number has no decimals to round.
    if !scaled.is_finite() {
        return number;
    }
    let settled = if scaled.abs() < 1e6 { (scaled * 1e9).round() / 1e9 } else { scaled };
    let rounded = settled.round() / factor;
    if rounded == 0.0 { 0.0 } else { rounded }
}

fn group(whole: &str) -> String {
    let mut out = String::with_capacity(whole.len() + whole.len() / 3);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_half_away_from_zero_and_groups() {
        assert_eq!(fixed(1_234_567.5, 0), "1,234,568");
        assert_eq!(fixed(-0.5, 0), "\u{2212}1");
        assert_eq!(fixed(-0.04, 1), "0.0");
        assert_eq!(fixed(2.675, 2), "2.68");
        assert_eq!(fixed(27.083_333, 1), "27.1");
        assert_eq!(short(16.0, 1), "16");
        assert_eq!(short(2.50, 2), "2.5");
        assert_eq!(signed(45.83, 1), "+45.8");
        assert_eq!(signed(0.0, 1), "0");
        assert_eq!(percent(100.0, 0), "100%");
        assert!(fixed(1e308, 1).starts_with("100,000,"));
    }

    #[test]
    fn dates_in_both_languages() {
        let day = Date::new(2026, 3, 5).unwrap();
        assert_eq!(date(day, Lang::Zh), "2026年3月5日");
        assert_eq!(date(day, Lang::En), "5 Mar 2026");
        assert_eq!(day_and_month(day, Lang::En), "5 Mar");
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn decimals_are_those_of_the_rounded_number(number in -1e9_f64..1e9, decimals in 0_u8..6) {
            let library = format!("{:.*}", usize::from(decimals), round(number, decimals).abs());
            let ours = fixed(number, decimals).replace([',', '\u{2212}'], "");
            proptest::prop_assert_eq!(ours, library);
        }
    }
}
