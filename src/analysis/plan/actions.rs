//! Actions and milestones: late, on time, unowned.

use crate::analysis::stats::{count, days_between};
use crate::analysis::{Answer, Book, Gap};
use crate::model::Row;
use crate::worksheets::account::team;
use crate::worksheets::plan::{act, ms};

fn is_cancelled(row: &Row) -> bool {
    row.get(act::STATUS) == Some("cancelled")
}

/// Whether an action is neither done nor cancelled.
pub fn is_pending(row: &Row) -> bool {
    !matches!(row.get(act::STATUS), Some("done" | "cancelled"))
}

fn was_due(book: &Book, row: &Row) -> bool {
    row.get(act::DUE).is_some_and(|due| due < book.today)
}

fn counted(book: &Book, fits: impl Fn(&Row) -> bool) -> Answer {
    let actions: Vec<&Row> = book.rows_with_content(act::TABLE).collect();
    if actions.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    Answer::number(count(actions.iter().filter(|row| fits(row)).count()))
}

/// Number of actions due before today, neither done nor cancelled.
pub fn overdue(book: &Book) -> Answer {
    counted(book, |row| is_overdue(book, row))
}

/// Whether an action was due before today and is neither done nor cancelled.
pub fn is_overdue(book: &Book, row: &Row) -> bool {
    is_pending(row) && was_due(book, row)
}

/// Overdue actions in percent of all that are not cancelled.
pub fn overdue_share(book: &Book) -> Answer {
    Answer::attempt(|| {
        let overdue = overdue(book).required()?;
        let all = count(book.rows_with_content(act::TABLE).filter(|row| !is_cancelled(row)).count());
        if all == 0.0 {
            return Err(Gap::NoRows);
        }
        Ok(Answer::number(overdue / all * 100.0).with([overdue, all]))
    })
}

/// Percent of the actions due before today that were done on or before their due date. Cancelled ones do not count, nor
/// do those done on an unknown day.
pub fn on_time(book: &Book) -> Answer {
    let judged: Vec<bool> =
        book.rows(act::TABLE).filter(|row| was_due(book, row) && !is_cancelled(row)).filter_map(was_on_time).collect();
    if judged.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    let (kept, all) = (count(judged.iter().filter(|kept| **kept).count()), count(judged.len()));
    Answer::number(kept / all * 100.0).with([kept, all])
}

fn was_on_time(row: &Row) -> Option<bool> {
    if row.get(act::STATUS) == Some("done") {
        Some(row.get(act::DONE_DATE)? <= row.get(act::DUE)?)
    } else {
        Some(false)
    }
}

/// Number of actions with a text and without an owner in the team, neither done nor cancelled.
pub fn unowned(book: &Book) -> Answer {
    let has_text = |row: &Row| row.get(act::WHAT).is_some_and(|what| !what.trim().is_empty());
    let has_owner = |row: &Row| row.get(act::OWNER).is_some_and(|owner| book.row(team::TABLE, owner).is_some());
    counted(book, |row| is_pending(row) && has_text(row) && !has_owner(row))
}

/// Slippage of a milestone in days: actual less planned; while it has not passed, the days since the planned date.
pub fn slippage(book: &Book, row: &Row) -> Answer {
    let Some(planned) = row.get(ms::PLANNED) else { return Answer::none(Gap::Empty) };
    let is_late = row.get(ms::PASSED) != Some("yes") && planned < book.today;
    let until = row.get(ms::ACTUAL).or(is_late.then_some(book.today));
    Answer::number(until.map_or(0.0, |until| days_between(planned, until)))
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{column, doc, expect, gap, put};

    #[test]
    fn late_on_time_and_unowned() {
        let mut document = doc(&[("w6.act.r1.status", "not_started")]);
        assert_eq!(gap(&document, "w6.actions_overdue"), Gap::NoRows);
        put(&mut document, "card.team.li.name", "Li");
        column(&mut document, "w6.act", "what", "a b c d e f");
        column(&mut document, "w6.act", "due", "2026-03-04 2026-03-05 2026-02-01 2026-02-01 2026-02-01 2026-02-01");
        column(&mut document, "w6.act", "status", "doing - done done done cancelled");
        column(&mut document, "w6.act", "done_date", "- - 2026-02-01 2026-02-02 - -");
        column(&mut document, "w6.act", "owner", "gone li - - li -");
        expect(
            &document,
            &[
                ("w6.actions_overdue", 1.0),
                ("w6.actions_overdue_share", 20.0),
                ("w6.on_time", 100.0 / 3.0),
                ("w6.actions_unowned", 1.0),
            ],
        );
        let cancelled = doc(&[("w6.act.a.what", "x"), ("w6.act.a.status", "cancelled")]);
        assert_eq!(gap(&cancelled, "w6.actions_overdue_share"), Gap::NoRows);
        assert_eq!(gap(&cancelled, "w6.on_time"), Gap::NoRows);
    }

    #[test]
    fn milestones_slip_from_the_planned_day() {
        let mut document = doc(&[]);
        column(&mut document, "w6.ms", "planned", "2026-02-27 2026-02-27 2026-02-27 2026-03-06 -");
        column(&mut document, "w6.ms", "actual", "2026-02-25 - - - 2026-03-01");
        column(&mut document, "w6.ms", "passed", "- no yes - -");
        expect(
            &document,
            &[
                ("w6.ms.r1.slippage", -2.0),
                ("w6.ms.r2.slippage", 6.0),
                ("w6.ms.r3.slippage", 0.0),
                ("w6.ms.r4.slippage", 0.0),
            ],
        );
        assert_eq!(gap(&document, "w6.ms.r5.slippage"), Gap::Empty);
    }
}
