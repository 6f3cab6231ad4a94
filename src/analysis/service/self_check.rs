//! How we see ourselves: internal factors and customer orientation.

use crate::analysis::stats::{count, mean};
use crate::analysis::{Answer, Book, Gap};
use crate::worksheets::service::{ife, orientation};

/// IFE total, 1 to 4: weighted mean of the ratings (David's internal factor evaluation); 2.5 is average.
pub fn ife_total(book: &Book) -> Answer {
    let rows = book.rows_with_content(ife::TABLE);
    let items: Vec<_> = rows.map(|row| (row.get(ife::WEIGHT), row.get(ife::RATING))).collect();
    Answer::weighted_mean(&items)
}

/// Mean of the six lines of the customer-orientation self-check, 1 to 5.
pub fn orientation_mean(book: &Book) -> Answer {
    use orientation::{ACTION, COMPETITION, CONCEPT, GOAL, OPERATION, ORGANISATION};
    let form = book.form(orientation::TABLE);
    let lines = [CONCEPT, GOAL, COMPETITION, ACTION, OPERATION, ORGANISATION];
    let filled: Vec<f64> = lines.into_iter().filter_map(|line| form.get(line)).collect();
    Answer::maybe(mean(&filled), Gap::Empty).with([count(filled.len())]).rated(filled.len(), lines.len())
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{answer, column, doc, expect, gap, put};

    #[test]
    fn only_what_is_rated_counts() {
        let mut document = doc(&[("w5.orientation.goal", "4"), ("w5.orientation.action", "2")]);
        expect(&document, &[("w5.orientation_mean", 3.0)]);
        assert_eq!(answer(&document, "w5.orientation_mean").rated, Some((2, 6)));
        column(&mut document, "w5.ife", "rating", "4 1 - 2");
        expect(&document, &[("w5.ife_total", 7.0 / 3.0)]);
        column(&mut document, "w5.ife", "weight", "3 1 9 -");
        expect(&document, &[("w5.ife_total", 3.25)]);
        put(&mut document, "w5.ife.r1.weight", "0");
        put(&mut document, "w5.ife.r2.weight", "0");
        assert_eq!(gap(&document, "w5.ife_total"), Gap::DivisionByZero);
        assert_eq!(gap(&doc(&[]), "w5.ife_total"), Gap::NoRows);
        assert_eq!(gap(&doc(&[]), "w5.orientation_mean"), Gap::Empty);
    }
}
