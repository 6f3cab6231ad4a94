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

/// What is wrong with a task; nothing when it is in order.
fn task_marks(book: &Book, marks: Marks) -> Vec<&'static str> {
    let many_c = count(marks.consulted) > book.setting(limits::TABLE, limits::RACI_MAX_C);
    let wrong = [
        (marks.accountable == 0, "no_a"),
        (marks.accountable > 1, "many_a"),
        (marks.responsible == 0, "no_r"),
        (many_c, "many_c"),
    ];
    wrong.into_iter().filter(|(is_wrong, _)| *is_wrong).map(|(_, mark)| mark).collect()
}

fn party_key(book: &Book, marks: Option<&Marks>) -> &'static str {
    match marks {
        None => "empty",
        Some(marks) if count(marks.accountable) > book.setting(limits::TABLE, limits::RACI_MAX_A) => "many_a",
        Some(_) => "ok",
    }
}

/// Check of a task: one accountable, someone responsible, not too many consulted. Several marks may hold at once.
pub fn task_check(book: &Book, row: &Row) -> Answer {
    let Some(marks) = grid(book).tasks.get(&row.id).copied() else { return Answer::none(Gap::Empty) };
    let wrong = task_marks(book, marks);
    let answer = if wrong.is_empty() { Answer::key("ok") } else { Answer::keys(&wrong) };
    answer.with([marks.accountable, marks.responsible, marks.consulted].map(count))
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
    let of_tasks: usize = grid.tasks.values().map(|marks| task_marks(book, *marks).len()).sum();
    let parties = book.rows(raci_parties::TABLE);
    let of_parties = parties.filter(|row| party_key(book, grid.parties.get(&row.id)) != "ok").count();
    Answer::number(count(of_tasks + of_parties)).with([count(of_tasks), count(of_parties)])
}

#[cfg(test)]
mod tests {
    use crate::analysis::testkit::{answer, doc, expect, gap, key, put};
    use crate::analysis::{Gap, Out};

    fn marks(keys: &[&'static str]) -> Result<Out, Gap> {
        Ok(Out::Keys(keys.to_vec()))
    }

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
        assert_eq!(answer(&document, "w5.raci_tasks.t2.check").value, marks(&["many_a", "no_r"]));
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
        assert_eq!(answer(&document, "w5.raci_tasks.t.check").value, marks(&["no_a", "no_r", "many_c"]));
        expect(&document, &[("w5.raci_errors", 3.0)]);
    }
}
