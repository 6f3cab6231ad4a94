//! Load: hours needed against hours there.

use std::collections::HashMap;
use std::rc::Rc;

use crate::analysis::{Answer, Book, Gap};
use crate::model::Row;
use crate::worksheets::service::res;

/// Load of a line of the resource table in percent: hours needed over hours available.
pub fn of_resource(_: &Book, row: &Row) -> Answer {
    hours(row).map_or(Answer::none(Gap::Empty), share)
}

/// Load of a member of the account team in percent, over all lines that name this person.
pub fn of_person(book: &Book, row: &Row) -> Answer {
    by_person(book).get(row.id.as_str()).map_or(Answer::none(Gap::NoRows), |sums| share(*sums))
}

fn share((needed, available): (f64, f64)) -> Answer {
    Answer::ratio(needed * 100.0, available).with([needed, available])
}

fn hours(row: &Row) -> Option<(f64, f64)> {
    row.get(res::NEEDED).zip(row.get(res::AVAILABLE))
}

/// Hours needed and available by person.
fn by_person(book: &Book) -> Rc<HashMap<String, (f64, f64)>> {
    book.memo("w5.load by person", &[res::TABLE], || {
        let mut people: HashMap<String, (f64, f64)> = HashMap::new();
        for row in book.rows(res::TABLE) {
            if let (Some(person), Some((needed, available))) = (row.get(res::PERSON), hours(row)) {
                let sums = people.entry(person.to_owned()).or_default();
                *sums = (sums.0 + needed, sums.1 + available);
            }
        }
        people
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{column, doc, expect, gap};

    #[test]
    fn a_person_carries_the_sum_of_all_lines() {
        let mut document = doc(&[("card.team.li.name", "Li"), ("card.team.wu.name", "Wu")]);
        column(&mut document, "w5.res", "person", "li li gone li");
        column(&mut document, "w5.res", "needed", "60 50 10 99");
        column(&mut document, "w5.res", "available", "80 20 0 -");
        expect(&document, &[("w5.res.r1.load", 75.0), ("w5.res.r2.load", 250.0), ("w5.load.li", 110.0)]);
        assert_eq!(gap(&document, "w5.res.r3.load"), Gap::DivisionByZero);
        assert_eq!(gap(&document, "w5.res.r4.load"), Gap::Empty);
        assert_eq!(gap(&document, "w5.load.wu"), Gap::NoRows);
    }
}
