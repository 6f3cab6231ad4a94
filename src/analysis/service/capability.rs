//! Capabilities: what the promises need and what is there.

use crate::analysis::{Answer, Book, Gap};
use crate::model::Row;
use crate::worksheets::service::cap;

/// Gap of a capability, 0 to 4: required less current level, never below 0.
pub fn gap(_: &Book, row: &Row) -> Answer {
    match (row.get(cap::REQUIRED), row.get(cap::CURRENT)) {
        (Some(required), Some(current)) => Answer::number((required - current).max(0.0)).with([required, current]),
        _ => Answer::none(Gap::Empty),
    }
}

/// Priority of a capability, 0 to 20: its gap times its importance.
pub fn priority(book: &Book, row: &Row) -> Answer {
    match (gap(book, row).as_number(), row.get(cap::IMPORTANCE)) {
        (Some(gap), Some(importance)) => Answer::number(gap * importance).with([gap, importance]),
        _ => Answer::none(Gap::Empty),
    }
}

/// Readiness in percent: `Σ importance·min(current, required) / Σ importance·required`, so that a surplus in one
/// capability does not hide a gap in another.
pub fn readiness(book: &Book) -> Answer {
    let rows: Vec<(f64, f64, f64)> = book
        .rows(cap::TABLE)
        .filter_map(|row| Some((row.get(cap::IMPORTANCE)?, row.get(cap::REQUIRED)?, row.get(cap::CURRENT)?)))
        .collect();
    if rows.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    let there: f64 = rows.iter().map(|(importance, required, current)| importance * current.min(*required)).sum();
    let needed: f64 = rows.iter().map(|(importance, required, _)| importance * required).sum();
    let of = book.rows_with_content(cap::TABLE).count();
    Answer::ratio(there * 100.0, needed).with([there, needed]).rated(rows.len(), of)
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{answer, column, doc, expect, gap};

    #[test]
    fn a_surplus_neither_counts_nor_hides_a_gap() {
        let mut document = doc(&[]);
        column(&mut document, "w5.cap", "importance", "5 4 2 -");
        column(&mut document, "w5.cap", "required", "4 3 2 5");
        column(&mut document, "w5.cap", "current", "2 2 5 1");
        expect(
            &document,
            &[
                ("w5.cap.r1.gap", 2.0),
                ("w5.cap.r1.priority", 10.0),
                ("w5.cap.r3.gap", 0.0),
                ("w5.cap.r4.gap", 4.0),
                ("w5.readiness", (10.0 + 8.0 + 4.0) / (20.0 + 12.0 + 4.0) * 100.0),
            ],
        );
        assert_eq!(gap(&document, "w5.cap.r4.priority"), Gap::Empty);
        assert_eq!(answer(&document, "w5.readiness").rated, Some((3, 4)));
        assert_eq!(gap(&doc(&[]), "w5.readiness"), Gap::NoRows);
    }
}
