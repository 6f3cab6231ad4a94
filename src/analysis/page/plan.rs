//! The right column: what we want to reach, by when, who does what, what can go wrong, and what we ask for.

use super::{Block, Bullet, Line, Part, Pen, Stone, Tone, lines, paragraphs};
use crate::i18n::{format, paper as words};
use crate::model::order::{sort_by, sort_by_key};
use crate::model::{Date, Row};
use crate::worksheets::account::team;
use crate::worksheets::plan::{act, ms, obj, risk};
use crate::worksheets::service::summary;

const OBJECTIVES: usize = 5;
const STONES: usize = 4;
const ACTIONS: usize = 5;
const RISKS: usize = 3;

pub(super) fn blocks(pen: &Pen) -> Vec<Block> {
    vec![objectives(pen), milestones(pen), actions(pen), risks(pen), request(pen)]
}

fn objectives(pen: &Pen) -> Block {
    let rows: Vec<&Row> = pen.book.rows(obj::TABLE).filter(|row| row.get(obj::STATEMENT).is_some()).collect();
    let mut parts: Vec<Part> = rows.iter().take(OBJECTIVES).map(|row| Part::Bullet(bullet(pen, row))).collect();
    if rows.len() > OBJECTIVES {
        parts.push(Part::More(rows.len() - OBJECTIVES));
    }
    let note = match (pen.number("w6.target"), pen.number("w6.forecast")) {
        (Some(target), Some(forecast)) => pen.tf(words::TARGET_NOTE, &[&Pen::amount(forecast), &pen.money(target)]),
        (Some(target), None) => pen.money(target),
        _ => String::new(),
    };
    Block {
        key: "objectives",
        title: words::OBJECTIVES,
        note,
        home: obj::TABLE.path,
        hint: words::OBJECTIVES_HINT,
        parts,
    }
}

fn bullet(pen: &Pen, row: &Row) -> Bullet {
    let progress = pen.of_row("w6.obj.<id>.progress", row);
    let (tone, sign) = match pen.key_of_row("w6.obj.<id>.rag", row) {
        Some("green") => (Tone::Good, "●"),
        Some("amber") => (Tone::Watch, "▲"),
        Some("red") => (Tone::Bad, "▼"),
        _ => (Tone::Plain, ""),
    };
    let unit = row.get(obj::UNIT).unwrap_or_default();
    let target = row.get(obj::TARGET).map(|target| format!("{}{}", format::short(target, 2), spaced(unit)));
    let note = match (row.get(obj::CURRENT), target) {
        (Some(current), Some(target)) => format!("{} / {target}", format::short(current, 2)),
        (None, Some(target)) => format!("→ {target}"),
        (Some(current), None) => format!("{}{}", format::short(current, 2), spaced(unit)),
        (None, None) => String::new(),
    };
    Bullet {
        line: Line::new(pen.name(obj::TABLE, row.id.as_str())).note(note).mark(sign, tone),
        reached: progress.unwrap_or(0.0).clamp(0.0, 100.0),
        expected: pen.of_row("w6.obj.<id>.expected", row),
    }
}

/// Units longer than this stay out of the bullets: the objective says them.
const LONGEST_UNIT: usize = 6;

/// A unit behind its number: a Latin word needs a space.
fn spaced(unit: &str) -> String {
    let unit = if unit.chars().count() > LONGEST_UNIT { "" } else { unit };
    let is_word = unit.chars().next().is_some_and(|letter| letter.is_ascii_alphabetic());
    if is_word { format!(" {unit}") } else { unit.to_owned() }
}

/// Four milestones in the order of their dates: the last one passed, then what comes.
fn milestones(pen: &Pen) -> Block {
    let dated = |row| Some((Row::get(row, ms::ACTUAL).or_else(|| Row::get(row, ms::PLANNED))?, row));
    let mut rows: Vec<(Date, &Row)> = pen.book.rows(ms::TABLE).filter_map(dated).collect();
    sort_by_key(&mut rows, |(date, _)| *date);
    let is_open = |row: &Row| !matches!(row.get(ms::PASSED), Some("yes" | "no"));
    let next = rows.iter().position(|(_, row)| is_open(row)).unwrap_or(rows.len());
    let from = next.saturating_sub(1).min(rows.len().saturating_sub(STONES));
    let stone = |(date, row): &(Date, &Row)| Stone {
        name: pen.name(ms::TABLE, row.id.as_str()),
        date: format::day_and_month(*date, pen.lang),
        passed: match row.get(ms::PASSED) {
            Some("yes") => Some(true),
            Some("no") => Some(false),
            _ => None,
        },
    };
    let stones: Vec<Stone> = rows.iter().skip(from).take(STONES).map(stone).collect();
    let more = rows.len() - stones.len();
    let mut parts = Vec::new();
    if !stones.is_empty() {
        parts.push(Part::Stones(stones));
    }
    Block {
        key: "milestones",
        title: words::MILESTONES,
        // The line is full: how many it leaves out stands beside the heading.
        note: if more > 0 { pen.tf(words::AND_MORE, &[&more.to_string()]) } else { String::new() },
        home: ms::TABLE.path,
        hint: words::MILESTONES_HINT,
        parts,
    }
}

/// The next five actions that are still to be done.
fn actions(pen: &Pen) -> Block {
    let is_open = |row: &&Row| !matches!(row.get(act::STATUS), Some("done" | "cancelled"));
    let mut rows: Vec<&Row> = pen.book.rows_with_content(act::TABLE).filter(is_open).collect();
    sort_by_key(&mut rows, |row| row.get(act::DUE).map_or(i64::MAX, Date::days));
    let line = |row: &&Row| {
        let due = row.get(act::DUE);
        let is_late = due.is_some_and(|due| due < pen.book.today);
        let day = due.map(|due| format::day_and_month(due, pen.lang)).unwrap_or_default();
        let mut line = Line::new(pen.name(act::TABLE, row.id.as_str()))
            .who(pen.name_at(team::TABLE, row.get(act::OWNER)))
            .note(if is_late { format!("▼ {day}") } else { day });
        line.tone = if is_late { Tone::Bad } else { Tone::Plain };
        line
    };
    let late = rows.iter().filter(|row| row.get(act::DUE).is_some_and(|due| due < pen.book.today)).count();
    Block {
        key: "actions",
        title: words::ACTIONS,
        note: if late > 0 { pen.tf(words::OVERDUE, &[&late.to_string()]) } else { String::new() },
        home: act::TABLE.path,
        hint: words::ACTIONS_HINT,
        parts: lines(rows.iter().map(line).collect(), ACTIONS),
    }
}

/// The three largest risks that are not closed.
fn risks(pen: &Pen) -> Block {
    let is_open = |row: &&Row| row.get(risk::STATUS) != Some("closed") && row.get(risk::TEXT).is_some();
    let scored = |row| (row, pen.of_row("w6.risk.<id>.score", row));
    let mut rows: Vec<(&Row, Option<f64>)> =
        pen.book.rows_with_content(risk::TABLE).filter(is_open).map(scored).collect();
    sort_by(&mut rows, |one, other| crate::analysis::needs::priority::larger_first(one.1, other.1));
    let line = |(row, score): &(&Row, Option<f64>)| {
        let tone = match pen.key_of_row("w6.risk.<id>.class", row) {
            Some("extreme") => Tone::Bad,
            Some("high") => Tone::Watch,
            _ => Tone::Plain,
        };
        Line::new(pen.name(risk::TABLE, row.id.as_str()))
            .mark(score.map_or_else(|| "—".to_owned(), |score| format::short(score, 0)), tone)
            .who(pen.name_at(team::TABLE, row.get(risk::OWNER)))
    };
    Block {
        key: "risks",
        title: words::RISKS,
        note: String::new(),
        home: risk::TABLE.path,
        hint: words::RISKS_HINT,
        parts: lines(rows.iter().map(line).collect(), RISKS),
    }
}

fn request(pen: &Pen) -> Block {
    let form = pen.book.form(summary::TABLE);
    let text = form.get(summary::RESOURCE_REQUEST).map(|text| paragraphs(text).join(pen.semicolon()));
    let amount = form.get(summary::RESOURCE_AMOUNT).map(|amount| pen.tf(words::A_YEAR, &[&pen.money(amount)]));
    Block {
        key: "request",
        title: words::REQUEST,
        note: amount.unwrap_or_default(),
        home: summary::TABLE.path,
        hint: words::REQUEST_HINT,
        parts: text.map(|text| Part::Line(Line::new(text))).into_iter().collect(),
    }
}
