//! Objectives: how far, how far they should be, and how well they are put.

use std::collections::HashMap;
use std::rc::Rc;

use crate::analysis::stats::{count, days_between, settle};
use crate::analysis::{Answer, Book, Gap};
use crate::model::{Date, Row};
use crate::worksheets::{account, plan::act, plan::obj};

/// Progress of an objective in percent, `(current − baseline) / (target − baseline)`; below 0 and above 100 are kept.
pub fn progress(_: &Book, row: &Row) -> Answer {
    let (Some(current), Some(baseline), Some(target)) =
        (row.get(obj::CURRENT), row.get(obj::BASELINE), row.get(obj::TARGET))
    else {
        return Answer::none(Gap::Empty);
    };
    Answer::ratio((current - baseline) * 100.0, target - baseline).with([current, baseline, target])
}

/// Expected progress in percent: share of the time between start (of the objective, else of the plan) and due that has
/// passed, 0 to 100.
pub fn expected(book: &Book, row: &Row) -> Answer {
    let plan_start = || book.form(account::plan::TABLE).get(account::plan::PERIOD_FROM);
    let (Some(start), Some(due)) = (row.get(obj::START).or_else(plan_start), row.get(obj::DUE)) else {
        return Answer::none(Gap::Empty);
    };
    share_of_time(start, due, book.today)
}

fn share_of_time(start: Date, due: Date, today: Date) -> Answer {
    let (passed, whole) = (days_between(start, today), days_between(start, due));
    if whole <= 0.0 {
        return Answer::none(Gap::NotApplicable);
    }
    Answer::number((passed / whole * 100.0).clamp(0.0, 100.0)).with([passed, whole])
}

/// Light of an objective: green when done; red when overdue; else green down to 10 points behind the expected progress,
/// amber down to 25, red below.
pub fn rag(book: &Book, row: &Row) -> Answer {
    Answer::attempt(|| {
        let progress = progress(book, row).required()?;
        let light = |key, expected| Ok(Answer::key(key).with([progress, expected]));
        if settle(progress) >= 100.0 {
            return light("green", 100.0);
        }
        if row.get(obj::DUE).is_some_and(|due| due < book.today) {
            return light("red", 100.0);
        }
        let expected = expected(book, row).required()?;
        let reaches = |cut: f64| settle(progress) >= settle(cut);
        let key = if reaches(expected - 10.0) {
            "green"
        } else if reaches(expected - 25.0) {
            "amber"
        } else {
            "red"
        };
        light(key, expected)
    })
}

/// SMART score, 0 to 5: three ticks, measurable (baseline, target and unit filled), time-bound (due filled).
pub fn smart(_: &Book, row: &Row) -> Answer {
    let ticks =
        [obj::SMART_SPECIFIC, obj::SMART_ACHIEVABLE, obj::SMART_RELEVANT].map(|tick| row.get(tick) == Some(true));
    let measurable = row.get(obj::BASELINE).is_some()
        && row.get(obj::TARGET).is_some()
        && row.get(obj::UNIT).is_some_and(|unit| !unit.trim().is_empty());
    let time_bound = row.get(obj::DUE).is_some();
    let points = ticks.into_iter().chain([measurable, time_bound]).filter(|point| *point).count();
    Answer::number(count(points))
}

/// Number of actions for an objective that are not cancelled; two or more are wanted.
pub fn actions(book: &Book, row: &Row) -> Answer {
    Answer::number(count(actions_by_objective(book).get(row.id.as_str()).copied().unwrap_or(0)))
}

fn actions_by_objective(book: &Book) -> Rc<HashMap<String, usize>> {
    book.memo("w6.act by objective", &[act::TABLE], || {
        let mut actions = HashMap::new();
        for row in book.rows(act::TABLE).filter(|row| row.get(act::STATUS) != Some("cancelled")) {
            if let Some(objective) = row.get(act::OBJECTIVE) {
                *actions.entry(objective.to_owned()).or_default() += 1;
            }
        }
        actions
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{column, doc, expect, gap, key, put, today};

    #[test]
    fn progress_goes_up_or_down() {
        let mut document = doc(&[]);
        column(&mut document, "w6.obj", "baseline", "12 8 5 5");
        column(&mut document, "w6.obj", "target", "30 4 5 10");
        column(&mut document, "w6.obj", "current", "18 6 5 20");
        expect(
            &document,
            &[("w6.obj.r1.progress", 100.0 / 3.0), ("w6.obj.r2.progress", 50.0), ("w6.obj.r4.progress", 300.0)],
        );
        assert_eq!(gap(&document, "w6.obj.r3.progress"), Gap::DivisionByZero);
        assert_eq!(gap(&doc(&[("w6.obj.a.target", "1")]), "w6.obj.a.progress"), Gap::Empty);
    }

    #[test]
    fn the_light_compares_with_the_time_passed() {
        // Today is day 63 of 100.
        let mut document = doc(&[
            ("card.plan.period_from", "2026-01-01"),
            ("w6.obj.a.due", "2026-04-11"),
            ("w6.obj.a.baseline", "0"),
            ("w6.obj.a.target", "100"),
        ]);
        assert_eq!(today().to_string(), "2026-03-05");
        assert_eq!(gap(&document, "w6.obj.a.rag"), Gap::Empty);
        expect(&document, &[("w6.obj.a.expected", 63.0)]);
        for (current, light) in [("53", "green"), ("52.9", "amber"), ("38", "amber"), ("37.9", "red")] {
            put(&mut document, "w6.obj.a.current", current);
            assert_eq!(key(&document, "w6.obj.a.rag"), light, "{current}");
        }
        put(&mut document, "w6.obj.a.start", "2026-05-01");
        assert_eq!(gap(&document, "w6.obj.a.expected"), Gap::NotApplicable);
        assert_eq!(gap(&document, "w6.obj.a.rag"), Gap::NotApplicable);
        put(&mut document, "w6.obj.a.due", "2026-03-04");
        assert_eq!(key(&document, "w6.obj.a.rag"), "red");
        put(&mut document, "w6.obj.a.current", "100");
        assert_eq!(key(&document, "w6.obj.a.rag"), "green");
    }

    #[test]
    fn smart_points_and_actions() {
        let mut document = doc(&[("w6.obj.a.baseline", "1"), ("w6.obj.a.target", "2"), ("w6.obj.b.due", "2026-05-01")]);
        expect(&document, &[("w6.obj.a.smart", 0.0), ("w6.obj.b.smart", 1.0), ("w6.obj.a.actions", 0.0)]);
        put(&mut document, "w6.obj.a.unit", "%");
        put(&mut document, "w6.obj.a.smart_specific", "yes");
        put(&mut document, "w6.obj.a.smart_relevant", "no");
        column(&mut document, "w6.act", "objective", "a a b a gone");
        column(&mut document, "w6.act", "status", "done - - cancelled -");
        expect(&document, &[("w6.obj.a.smart", 2.0), ("w6.obj.a.actions", 2.0), ("w6.obj.b.actions", 1.0)]);
    }
}
