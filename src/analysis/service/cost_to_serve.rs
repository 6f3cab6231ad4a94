//! What it costs to serve the account.

use crate::analysis::{Answer, Book, Gap};
use crate::worksheets::service::{cts, res};

/// Cost to serve per year: `Σ quantity·unit cost` of the activities and `Σ hours·rate·months` of the people, 12 months when
/// empty or not a number.
pub fn cost_to_serve(book: &Book) -> Answer {
    let activities: Vec<f64> =
        book.rows(cts::TABLE).filter_map(|row| Some(row.get(cts::QUANTITY)? * row.get(cts::UNIT_COST)?)).collect();
    let people: Vec<f64> = book
        .rows(res::TABLE)
        .filter_map(|row| Some(row.get(res::NEEDED)? * row.get(res::RATE)? * row.get(res::MONTHS).unwrap_or(12.0)))
        .collect();
    if activities.is_empty() && people.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    let (activities, people): (f64, f64) = (activities.iter().sum(), people.iter().sum());
    Answer::number(activities + people).with([activities, people])
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{column, doc, expect, gap};

    #[test]
    fn activities_and_people_add_up() {
        let mut document = doc(&[]);
        column(&mut document, "w5.res", "needed", "10 5 7");
        column(&mut document, "w5.res", "rate", "2 3 -");
        column(&mut document, "w5.res", "months", "all 6 6");
        expect(&document, &[("w5.cost_to_serve", 240.0 + 90.0)]);
        column(&mut document, "w5.cts", "quantity", "4 1");
        column(&mut document, "w5.cts", "unit_cost", "25 -");
        expect(&document, &[("w5.cost_to_serve", 430.0)]);
        assert_eq!(gap(&doc(&[]), "w5.cost_to_serve"), Gap::NoRows);
    }
}
