//! Where the growth comes from, which processes are served, and which forces pull.

use crate::analysis::stats::count;
use crate::analysis::{Answer, Book, Gap};
use crate::worksheets::plan::{act, force_field, ms, strat};

/// The four directions of Ansoff's grid.
pub const DIRECTIONS: &[&str] = &["penetrate", "extend", "expand", "diversify"];

/// The six processes of key-account management.
pub const PROCESSES: &[&str] = &["strategy", "sales", "market", "customer", "team", "goal"];

/// Revenue expected from the strategies of one growth direction (Ansoff).
pub fn ansoff(book: &Book, direction: &str) -> Answer {
    let targets: Vec<f64> = book
        .rows(strat::TABLE)
        .filter(|row| row.get(strat::ANSOFF) == Some(direction))
        .filter_map(|row| row.get(strat::TARGET))
        .collect();
    if targets.is_empty() { Answer::none(Gap::NoRows) } else { Answer::number(targets.iter().sum()) }
}

/// Number of actions and milestones of a process; 0 is a process nobody serves.
pub fn process(book: &Book, process: &str) -> Answer {
    let actions = book.rows(act::TABLE).filter(|row| row.get(act::PROCESS) == Some(process)).count();
    let milestones = book.rows(ms::TABLE).filter(|row| row.get(ms::PROCESS) == Some(process)).count();
    Answer::number(count(actions + milestones)).with([count(actions), count(milestones)])
}

/// Balance of forces: strength of the driving less that of the restraining (Lewin's force field).
pub fn force_balance(book: &Book) -> Answer {
    let strengths = |side: &str| -> Vec<f64> {
        let rows = book.rows(force_field::TABLE).filter(|row| row.get(force_field::SIDE) == Some(side));
        rows.filter_map(|row| row.get(force_field::STRENGTH)).collect()
    };
    let (driving, restraining) = (strengths("driving"), strengths("restraining"));
    if driving.is_empty() && restraining.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    let (driving, restraining): (f64, f64) = (driving.iter().sum(), restraining.iter().sum());
    Answer::number(driving - restraining).with([driving, restraining])
}

#[cfg(test)]
mod tests {
    use super::{DIRECTIONS, PROCESSES};
    use crate::analysis::Gap;
    use crate::analysis::testkit::{column, doc, expect, gap};
    use crate::worksheets::{options, plan::strat};

    #[test]
    fn the_keys_are_those_of_the_fields() {
        let ansoff = strat::TABLE.field("ansoff").unwrap().kind.options();
        assert_eq!(ansoff.iter().map(|option| option.key).collect::<Vec<_>>(), DIRECTIONS);
        assert_eq!(options::PROCESS.iter().map(|option| option.key).collect::<Vec<_>>(), PROCESSES);
    }

    #[test]
    fn mix_processes_and_forces() {
        let mut document = doc(&[]);
        column(&mut document, "w6.strat", "ansoff", "extend extend expand -");
        column(&mut document, "w6.strat", "target", "100 50 - 9");
        column(&mut document, "w6.act", "process", "sales team sales");
        column(&mut document, "w6.ms", "process", "sales");
        column(&mut document, "w6.force_field", "side", "driving restraining restraining - driving");
        column(&mut document, "w6.force_field", "strength", "4 3 2 5 -");
        expect(
            &document,
            &[
                ("w6.ansoff.extend", 150.0),
                ("w6.process.sales", 3.0),
                ("w6.process.goal", 0.0),
                ("w6.force_balance", -1.0),
            ],
        );
        assert_eq!(gap(&document, "w6.ansoff.expand"), Gap::NoRows);
        assert_eq!(gap(&doc(&[]), "w6.force_balance"), Gap::NoRows);
    }
}
