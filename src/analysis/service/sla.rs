//! Service levels: kept or missed, and by how much.

use crate::analysis::stats::weighted_pairs;
use crate::analysis::{Answer, Book, Gap};
use crate::model::Row;
use crate::worksheets::service::sla;

fn is_lower_better(row: &Row) -> Option<bool> {
    match row.get(sla::DIRECTION)? {
        "lower_better" => Some(true),
        "higher_better" => Some(false),
        _ => None,
    }
}

fn is_met(row: &Row) -> Option<bool> {
    let (actual, target) = (row.get(sla::ACTUAL)?, row.get(sla::TARGET)?);
    Some(if is_lower_better(row)? { actual <= target } else { actual >= target })
}

/// Whether a service level is kept: actual at least the target, or at most where lower is better.
pub fn met(_: &Book, row: &Row) -> Answer {
    let numbers: Vec<f64> = [row.get(sla::ACTUAL), row.get(sla::TARGET)].into_iter().flatten().collect();
    is_met(row).map_or(Answer::none(Gap::Empty), Answer::yes_no).with(numbers)
}

/// SLA attainment in percent: weight of the levels kept over the weight of the levels measured.
pub fn attainment(book: &Book) -> Answer {
    let rows = book.rows_with_content(sla::TABLE);
    let items: Vec<_> =
        rows.map(|row| (row.get(sla::WEIGHT), is_met(row).map(|met| f64::from(u8::from(met))))).collect();
    let pairs = weighted_pairs(&items);
    if pairs.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    let kept = pairs.iter().map(|(weight, met)| weight * met).sum();
    let measured = pairs.iter().map(|(weight, _)| weight).sum();
    Answer::percent(kept, measured).rated(pairs.len(), items.len())
}

/// Performance ratio in percent: actual over target, or target over actual where lower is better; 100 is as promised.
pub fn ratio(_: &Book, row: &Row) -> Answer {
    let (Some(actual), Some(target), Some(is_lower_better)) =
        (row.get(sla::ACTUAL), row.get(sla::TARGET), is_lower_better(row))
    else {
        return Answer::none(Gap::Empty);
    };
    let (above, below) = if is_lower_better { (target, actual) } else { (actual, target) };
    if below <= 0.0 {
        return Answer::none(Gap::DivisionByZero);
    }
    Answer::number(above / below * 100.0).with([above, below])
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{column, doc, expect, gap, key, put};

    #[test]
    fn levels_count_in_their_direction_and_by_weight() {
        let mut document = doc(&[("w5.sla.r2.direction", "lower_better"), ("w5.sla.r3.direction", "lower_better")]);
        column(&mut document, "w5.sla", "target", "99.9 24 4 95");
        column(&mut document, "w5.sla", "actual", "99.95 31 4 -");
        assert_eq!(key(&document, "w5.sla.r1.met"), "yes");
        assert_eq!(key(&document, "w5.sla.r2.met"), "no");
        assert_eq!(key(&document, "w5.sla.r3.met"), "yes");
        assert_eq!(gap(&document, "w5.sla.r4.met"), Gap::Empty);
        expect(&document, &[("w5.sla_attainment", 200.0 / 3.0), ("w5.sla.r2.ratio", 2400.0 / 31.0)]);
        column(&mut document, "w5.sla", "weight", "- 3 1 5");
        expect(&document, &[("w5.sla_attainment", 25.0)]);
        column(&mut document, "w5.sla", "weight", "- 0 0");
        assert_eq!(gap(&document, "w5.sla_attainment"), Gap::DivisionByZero);
        put(&mut document, "w5.sla.r1.direction", "sideways");
        assert_eq!(gap(&document, "w5.sla.r1.met"), Gap::Empty);
        put(&mut document, "w5.sla.r2.actual", "0");
        assert_eq!(gap(&document, "w5.sla.r2.ratio"), Gap::DivisionByZero);
        assert_eq!(gap(&doc(&[]), "w5.sla_attainment"), Gap::NoRows);
    }
}
