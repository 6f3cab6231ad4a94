//! Calendar dates: no time, no zone.

use std::fmt;
use std::str::FromStr;

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: i32,
    month: u32,
    day: u32,
}

/// A text that is no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADate;

impl Date {
    /// The given day, if the calendar has it. Years 1 to 9999.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let valid =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day);
        valid.then_some(Self { year, month, day })
    }

    /// The year.
    pub const fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12.
    pub const fn month(self) -> u32 {
        self.month
    }

    /// The day of the month.
    pub const fn day(self) -> u32 {
        self.day
    }

    /// Days since 1970-01-01 (Howard Hinnant's civil-day arithmetic).
    pub fn days(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = i64::from(self.month);
        let day_of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + i64::from(self.day) - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        era * 146_097 + day_of_era - 719_468
    }

    /// The day so many days after 1970-01-01; held inside the years 1 to 9999.
    pub fn from_days(days: i64) -> Self {
        let shifted = days.clamp(-719_162, 2_932_896) + 719_468;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_index = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_index + 2) / 5 + 1;
        let month = if month_index < 10 { month_index + 3 } else { month_index - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let narrow = |number: i64| u32::try_from(number).unwrap_or(1);
        Self { year: i32::try_from(year).unwrap_or(1), month: narrow(month), day: narrow(day) }
    }

    /// This day so many days later.
    pub fn plus_days(self, days: i64) -> Self {
        Self::from_days(self.days() + days)
    }

    /// This day so many calendar months later; the last day of the month where that day does not exist.
    pub fn plus_months(self, months: i32) -> Self {
        let index = self.year * 12 + i32::try_from(self.month).unwrap_or(1) - 1 + months;
        let year = index.div_euclid(12).clamp(1, 9999);
        let month = u32::try_from(index.rem_euclid(12)).unwrap_or(0) + 1;
        Self { year, month, day: self.day.min(days_in_month(year, month)) }
    }

    /// Reads a date as people write it: 2026-03-05, 2026-3-5, 2026/03/05, 2026.3.5, 2026年3月5日, also full width.
    pub fn read(text: &str) -> Option<Self> {
        let narrow: String = text.trim().chars().map(super::number::narrow).collect();
        let cleaned = narrow.replace(['年', '月', '/', '.'], "-").replace(['日', '号'], "");
        let mut parts = cleaned.split('-').map(str::trim);
        let year = parts.next()?;
        let (month, day) = (parts.next()?, parts.next()?);
        if parts.next().is_some() || year.len() != 4 {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }
}

const fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

const fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

impl FromStr for Date {
    type Err = NotADate;

    /// Reads the ISO form only.
    fn from_str(text: &str) -> Result<Self, NotADate> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return Err(NotADate) };
        let read = |digits: &[u8]| {
            let digits = digits.iter().map(|digit| digit.is_ascii_digit().then(|| u32::from(digit - b'0')));
            digits.reduce(|before, digit| Some(before? * 10 + digit?)).flatten()
        };
        let (year, month, day) = (read(&[*y1, *y2, *y3, *y4]), read(&[*m1, *m2]), read(&[*d1, *d2]));
        let year = year.and_then(|year| i32::try_from(year).ok());
        year.zip(month).zip(day).and_then(|((year, month), day)| Self::new(year, month, day)).ok_or(NotADate)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn days_and_back_over_every_day_of_four_centuries() {
        let first = Date::new(1799, 12, 31).unwrap().days();
        let mut before = Date::from_days(first);
        for days in first + 1..first + 146_097 {
            let date = Date::from_days(days);
            assert_eq!(date.days(), days);
            assert!(date > before);
            before = date;
        }
        assert_eq!(Date::new(1970, 1, 1).unwrap().days(), 0);
    }

    #[test]
    fn reads_what_people_write() {
        let day = Date::new(2026, 3, 5);
        for text in
            ["2026-03-05", "2026-3-5", "2026/03/05", "2026.3.5", "2026年3月5日", "２０２６年３月５日", " 2026-3-5 "]
        {
            assert_eq!(Date::read(text), day, "{text}");
        }
        for text in ["2026-02-30", "26-3-5", "2026-13-01", "soon", "", "2026-3", "2026-3-5-1"] {
            assert_eq!(Date::read(text), None, "{text}");
        }
        assert!("2026-3-5".parse::<Date>().is_err());
    }

    #[test]
    fn months_end_on_the_last_day_there_is() {
        let day = Date::new(2026, 1, 31).unwrap();
        assert_eq!(day.plus_months(1).to_string(), "2026-02-28");
        assert_eq!(day.plus_months(-2).to_string(), "2025-11-30");
        assert_eq!(day.plus_months(25).to_string(), "2028-02-29");
        assert_eq!(day.plus_days(1).to_string(), "2026-02-01");
    }
}
