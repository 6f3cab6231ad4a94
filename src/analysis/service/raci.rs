//! RACI: exactly one accountable and someone responsible for every task.

use std::collections::HashMap;
use std::rc::Rc;

use crate::analysis::stats::count;
use crate::analysis::{Answer, Book, Gap};
use crate::model::{Id, Row};
use crate::worksheets::service::{raci, raci_parties, raci_tasks};
use crate::worksheets::settings::limits;

/// How many marks of each kind a row or column holds.
#[derive(Clone, Copy, Default)]
struct Marks {
    accountable: usize,
    responsible: usize,
    consulted: usize,
}

/// The filled rows and columns of the grid.
#[derive(Default)]
struct Grid {
    tasks: HashMap<Id, Marks>,
    parties: HashMap<Id, Marks>,
}

fn grid(book: &Book) -> Rc<Grid> {
    let reads = &[raci_tasks::TABLE, raci_parties::TABLE, raci::TABLE];
    book.memo("w5.raci grid", reads, || {
        let (tasks, parties) = (book.doc.list(raci_tasks::TABLE), book.doc.list(raci_parties::TABLE));
        let mut grid = Grid::default();
        for ((task, party), cell) in book.doc.cells(raci::TABLE) {
            let add: fn(&mut Marks) = match cell.get(raci::CELL) {
                Some("accountable") => |marks| marks.accountable += 1,
                Some("responsible") => |marks| marks.responsible += 1,
                Some("consulted") => |marks| marks.consulted += 1,
                Some("informed") => |_| (),
                _ => continue,
            };
            if tasks.row(task.as_str()).is_some() && parties.row(party.as_str()).is_some() {
                add(grid.tasks.entry(task.clone()).or_default());
                add(grid.parties.entry(party.clone()).or_default());
            }
        }
        grid
    })
}

/// The largest count allowed by a limit.
fn exceeds(items: usize, limit: Option<f64>) -> bool {
    limit.is_some_and(|limit| count(items) > limit)
}

fn task_key(book: &Book, marks: Marks) -> &'static str {
    let many_c = exceeds(marks.consulted, book.form(limits::TABLE).get(limits::RACI_MAX_C));
    match (marks.accountable, marks.responsible == 0, many_c) {
        (1, false, false) => "ok",
        (0, false, false) => "no_a",
        (0, true, false) => "no_a+no_r",
        (0, false, true) => "no_a+many_c",
        (0, true, true) => "no_a+no_r+many_c",
        (1, true, false) => "no_r",
        (1, false, true) => "many_c",
        (1, true, true) => "no_r+many_c",
        (_, false, false) => "many_a",
        (_, true, false) => "many_a+no_r",
        (_, false, true) => "many_a+many_c",
        (_, true, true) => "many_a+no_r+many_c",
    }
}

fn party_key(book: &Book, marks: Option<&Marks>) -> &'static str {
    let most = book.form(limits::TABLE).get(limits::RACI_MAX_A);
    match marks {
        None => "empty",
        Some(marks) if exceeds(marks.accountable, most) => "many_a",
        Some(_) => "ok",
    }
}

/// Check of a task: one accountable, someone responsible, not too many consulted. Several marks are joined by `+`.
pub fn task_check(book: &Book, row: &Row) -> Answer {
    grid(book).tasks.get(&row.id).map_or(Answer::none(Gap::Empty), |marks| {
        Answer::key(task_key(book, *marks)).with([marks.accountable, marks.responsible, marks.consulted].map(count))
    })
}

/// Check of a person or department: has a task, and is not accountable for too many.
pub fn party_check(book: &Book, row: &Row) -> Answer {
    let grid = grid(book);
    if grid.tasks.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    let marks = grid.parties.get(&row.id);
    Answer::key(party_key(book, marks)).with([count(marks.map_or(0, |marks| marks.accountable))])
}

/// Number of marks of all tasks and columns that are not in order.
pub fn errors(book: &Book) -> Answer {
    let grid = grid(book);
    if grid.tasks.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    let of_tasks: usize = grid.tasks.values().map(|marks| marks_in(task_key(book, *marks))).sum();
    let parties = book.rows(raci_parties::TABLE);
    let of_parties: usize = parties.map(|row| marks_in(party_key(book, grid.parties.get(&row.id)))).sum();
    Answer::number(count(of_tasks + of_parties)).with([count(of_tasks), count(of_parties)])
}

fn marks_in(key: &str) -> usize {
    if key == "ok" { 0 } else { key.split('+').count() }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{doc, expect, gap, key, put};

    #[test]
    fn marks_tasks_and_columns() {
        let mut document = doc(&[
            ("w5.raci_tasks.t1.task", "Cut-over"),
            ("w5.raci_tasks.t2.task", "Training"),
            ("w5.raci_tasks.t3.task", "Nobody cares"),
            ("w5.raci_parties.p1.name", "Service"),
            ("w5.raci_parties.p2.name", "Sales"),
            ("w5.raci_parties.p3.name", "Finance"),
        ]);
        assert_eq!(gap(&document, "w5.raci_errors"), Gap::NoRows);
        assert_eq!(gap(&document, "w5.raci_parties.p1.check"), Gap::NoRows);
        for (cell, mark) in [("t1.p1", "accountable"), ("t1.p2", "responsible"), ("t2.p1", "accountable")] {
            put(&mut document, &format!("w5.raci.{cell}.cell"), mark);
        }
        put(&mut document, "w5.raci.t2.p2.cell", "accountable");
        put(&mut document, "w5.raci.gone.p2.cell", "accountable");
        assert_eq!(key(&document, "w5.raci_tasks.t1.check"), "ok");
        assert_eq!(key(&document, "w5.raci_tasks.t2.check"), "many_a+no_r");
        assert_eq!(gap(&document, "w5.raci_tasks.t3.check"), Gap::Empty);
        assert_eq!(key(&document, "w5.raci_parties.p3.check"), "empty");
        expect(&document, &[("w5.raci_errors", 3.0)]);
        put(&mut document, "settings.limits.raci_max_a", "1");
        assert_eq!(key(&document, "w5.raci_parties.p1.check"), "many_a");
        assert_eq!(key(&document, "w5.raci_parties.p2.check"), "ok");
        expect(&document, &[("w5.raci_errors", 4.0)]);
    }

    #[test]
    fn many_consulted_counts_beside_the_rest() {
        let mut document = doc(&[("w5.raci_tasks.t.task", "Survey"), ("settings.limits.raci_max_c", "1")]);
        for party in ["a", "b"] {
            put(&mut document, &format!("w5.raci_parties.{party}.name"), party);
            put(&mut document, &format!("w5.raci.t.{party}.cell"), "consulted");
        }
        assert_eq!(key(&document, "w5.raci_tasks.t.check"), "no_a+no_r+many_c");
        expect(&document, &[("w5.raci_errors", 3.0)]);
    }
}
