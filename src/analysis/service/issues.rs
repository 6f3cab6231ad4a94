//! The issue log: what is open, late, and reported back.

use crate::analysis::stats::{count, days_between, mean};
use crate::analysis::{Answer, Book, Gap};
use crate::model::{Date, Row};
use crate::worksheets::service::iss;
use crate::worksheets::settings::limits;

fn is_open(row: &Row) -> bool {
    row.get(iss::STATUS) != Some("closed")
}

/// Counts the issues that fit; nothing while the log is empty.
fn counted(book: &Book, fits: impl Fn(&Row) -> bool) -> Answer {
    let issues: Vec<&Row> = book.rows_with_content(iss::TABLE).collect();
    if issues.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    let fitting = issues.iter().filter(|row| fits(row)).count();
    Answer::number(count(fitting)).with([count(fitting), count(issues.len())])
}

/// Number of issues that are not closed.
pub fn open(book: &Book) -> Answer {
    counted(book, is_open)
}

/// When an issue is due: as entered, else so many whole days after the report as the limit of its severity allows.
pub fn due(book: &Book, row: &Row) -> Option<Date> {
    row.get(iss::DUE).or_else(|| {
        let hours = match row.get(iss::SEVERITY)? {
            "s1" => limits::ISSUE_S1_HOURS,
            "s2" => limits::ISSUE_S2_HOURS,
            "s3" => limits::ISSUE_S3_HOURS,
            _ => limits::ISSUE_S4_HOURS,
        };
        // Ten thousand years hold every date there is.
        #[expect(clippy::cast_possible_truncation, reason = "held inside the range of an i64")]
        let days = (book.setting(limits::TABLE, hours) / 24.0).floor().clamp(0.0, 3_650_000.0) as i64;
        Some(row.get(iss::REPORTED)?.plus_days(days))
    })
}

/// Number of issues that were due before today and are not closed.
pub fn overdue(book: &Book) -> Answer {
    counted(book, |row| is_open(row) && row.get(iss::DUE).is_some_and(|due| due < book.today))
}

/// Mean calendar days from report to closing.
pub fn days_to_close(book: &Book) -> Answer {
    let days: Vec<f64> = book
        .rows(iss::TABLE)
        .filter_map(|row| Some(days_between(row.get(iss::REPORTED)?, row.get(iss::CLOSED)?)))
        .collect();
    Answer::maybe(mean(&days), Gap::NoRows).with([count(days.len())])
}

/// Percent of the solved and closed issues whose result was told to the customer.
pub fn told(book: &Book) -> Answer {
    let done: Vec<bool> = book
        .rows(iss::TABLE)
        .filter(|row| matches!(row.get(iss::STATUS), Some("solved" | "closed")))
        .map(|row| row.get(iss::TOLD_CUSTOMER) == Some(true))
        .collect();
    if done.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    let told = count(done.iter().filter(|told| **told).count());
    Answer::number(told / count(done.len()) * 100.0).with([told, count(done.len())])
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{column, doc, expect, gap, today};

    #[test]
    fn open_late_closed_and_told() {
        let mut document = doc(&[("w5.iss.r4.status", "open")]);
        assert_eq!(gap(&document, "w5.issues_open"), Gap::NoRows);
        column(&mut document, "w5.iss", "description", "a b c");
        column(&mut document, "w5.iss", "status", "solved closed closed");
        column(&mut document, "w5.iss", "due", "2026-03-04 2026-01-01 -");
        column(&mut document, "w5.iss", "reported", "2026-02-01 2026-02-20 2026-02-27");
        column(&mut document, "w5.iss", "closed", "- 2026-03-02 2026-03-01");
        column(&mut document, "w5.iss", "told_customer", "- yes no");
        assert_eq!(today().to_string(), "2026-03-05");
        expect(
            &document,
            &[
                ("w5.issues_open", 1.0),
                ("w5.issues_overdue", 1.0),
                ("w5.issue_days", 6.0),
                ("w5.issues_told", 100.0 / 3.0),
            ],
        );
        for name in ["w5.issues_overdue", "w5.issue_days", "w5.issues_told"] {
            assert_eq!(gap(&doc(&[]), name), Gap::NoRows, "{name}");
        }
    }
}
