//! SERVQUAL: what the customer expects and what they get, in five dimensions.

use std::collections::HashMap;
use std::rc::Rc;

use crate::analysis::stats::mean;
use crate::analysis::{Answer, Book, Gap};
use crate::model::Row;
use crate::worksheets::service::{sq, sq_items};

/// The five dimensions; anything else in a dimension's field is none.
const DIMENSIONS: [&str; 5] = ["reliability", "responsiveness", "assurance", "empathy", "tangibles"];

/// Expectation and perception; either may be missing.
type Scores = (Option<f64>, Option<f64>);

/// Means of the detailed items by dimension.
fn item_means(book: &Book) -> Rc<HashMap<String, Scores>> {
    book.memo("w5.sq_items means", &[sq_items::TABLE], || {
        let mut items: HashMap<String, (Vec<f64>, Vec<f64>)> = HashMap::new();
        for row in book.rows(sq_items::TABLE) {
            let Some(dimension) = row.get(sq_items::DIMENSION).filter(|key| DIMENSIONS.contains(key)) else { continue };
            let (expected, perceived) = items.entry(dimension.to_owned()).or_default();
            expected.extend(row.get(sq_items::EXPECTATION));
            perceived.extend(row.get(sq_items::PERCEPTION));
        }
        items.into_iter().map(|(key, (expected, perceived))| (key, (mean(&expected), mean(&perceived)))).collect()
    })
}

/// Scores of a dimension: the typed ones, else the means of its items.
fn scores(book: &Book, row: &Row) -> Scores {
    let of_items = row.get(sq::DIMENSION).and_then(|dimension| item_means(book).get(dimension).copied());
    let (expectation, perception) = of_items.unwrap_or_default();
    (row.get(sq::EXPECTATION).or(expectation), row.get(sq::PERCEPTION).or(perception))
}

/// Gap of a dimension, −6 to 6: perception less expectation (Parasuraman, Zeithaml and Berry); negative falls short.
pub fn gap(book: &Book, row: &Row) -> Answer {
    match scores(book, row) {
        (Some(expectation), Some(perception)) => {
            Answer::number(perception - expectation).with([perception, expectation])
        }
        _ => Answer::none(Gap::Empty),
    }
}

/// Weighted SERVQUAL, −6 to 6: mean of the gaps, weighted by points.
pub fn servqual(book: &Book) -> Answer {
    let rows = book.rows(sq::TABLE);
    let items: Vec<_> = rows.map(|row| (row.get(sq::POINTS), gap(book, row).as_number())).collect();
    Answer::weighted_mean(&items)
}

/// Gap to the best competitor, −6 to 6: perception of us less perception of them.
pub fn relative_gap(book: &Book, row: &Row) -> Answer {
    match (scores(book, row).1, row.get(sq::PERCEPTION_COMP)) {
        (Some(ours), Some(theirs)) => Answer::number(ours - theirs).with([ours, theirs]),
        _ => Answer::none(Gap::Empty),
    }
}

#[cfg(test)]
mod tests {
    use super::DIMENSIONS;
    use crate::analysis::Gap;
    use crate::analysis::testkit::{answer, doc, expect, gap, put};

    #[test]
    fn gaps_and_their_weighted_mean() {
        let mut document = doc(&[]);
        let columns = [
            ("expectation", ["6.5", "6.2", "6.0", "5.5", "5.0"]),
            ("perception", ["5.8", "5.0", "6.1", "5.2", "5.4"]),
            ("points", ["32", "22", "19", "16", "11"]),
        ];
        for (field, values) in columns {
            for (dimension, value) in DIMENSIONS.iter().zip(values) {
                put(&mut document, &format!("w5.sq.{dimension}.{field}"), value);
            }
        }
        put(&mut document, "w5.sq.empathy.perception_comp", "5.6");
        expect(
            &document,
            &[
                ("w5.sq.reliability.gap", -0.7),
                ("w5.sq.responsiveness.gap", -1.2),
                ("w5.sq.assurance.gap", 0.1),
                ("w5.sq.empathy.gap", -0.3),
                ("w5.sq.tangibles.gap", 0.4),
                ("w5.servqual", -0.473),
                ("w5.sq.empathy.relative_gap", -0.4),
            ],
        );
    }

    #[test]
    fn an_empty_dimension_takes_the_mean_of_its_items() {
        let document = doc(&[
            ("w5.sq_items.a.dimension", "empathy"),
            ("w5.sq_items.a.expectation", "6"),
            ("w5.sq_items.a.perception", "4"),
            ("w5.sq_items.b.dimension", "empathy"),
            ("w5.sq_items.b.expectation", "5"),
            ("w5.sq_items.b.perception", "nobody knows"),
            ("w5.sq.empathy.perception", "5"),
        ]);
        expect(&document, &[("w5.sq.empathy.gap", -0.5), ("w5.servqual", -0.5)]);
        assert_eq!(answer(&document, "w5.servqual").rated, Some((1, 5)));
        assert_eq!(gap(&document, "w5.sq.reliability.gap"), Gap::Empty);
        assert_eq!(gap(&doc(&[]), "w5.servqual"), Gap::NoRows);
    }
}
