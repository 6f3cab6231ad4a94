//! Our fiscal years and quarters.

use crate::analysis::Book;
use crate::model::Date;
use crate::worksheets::settings::general;

/// The month in which our fiscal year starts, 1 to 12.
pub fn start_month(book: &Book) -> u32 {
    let month = book.form(general::TABLE).get(general::FISCAL_YEAR_START);
    (1..=12).find(|number| month == Some(f64::from(*number))).unwrap_or(1)
}

/// The fiscal year of a day, named after the calendar year in which it ends.
pub fn year(date: Date, start_month: u32) -> i32 {
    let ends_next_year = start_month > 1 && date.month() >= start_month;
    date.year() + i32::from(ends_next_year)
}

/// The fiscal quarter of a day, as `2026q1`.
pub fn quarter(date: Date, start_month: u32) -> String {
    let months_in = (date.month() + 12 - start_month) % 12;
    format!("{}q{}", year(date, start_month), months_in / 3 + 1)
}

#[cfg(test)]
mod tests {
    use super::quarter;
    use crate::model::Date;

    #[test]
    fn quarters_follow_the_start_of_the_year() {
        let cases = [
            ((2026, 1, 1), 1, "2026q1"),
            ((2026, 12, 31), 1, "2026q4"),
            ((2026, 3, 31), 4, "2026q4"),
            ((2026, 4, 1), 4, "2027q1"),
            ((2026, 1, 15), 10, "2026q2"),
            ((2026, 10, 1), 10, "2027q1"),
        ];
        for ((year, month, day), start, expected) in cases {
            assert_eq!(quarter(Date::new(year, month, day).unwrap(), start), expected, "{month} from {start}");
        }
    }
}
