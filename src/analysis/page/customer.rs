//! The left column: what the customer wants, what it needs most, and who decides.

use super::{Block, Line, Part, Pen, Tone, lines};
use crate::analysis::needs::priority::ranking;
use crate::i18n::{format, paper as words};
use crate::model::Row;
use crate::worksheets::needs::{cgoals, needs, people, summary};

const GOALS: usize = 3;
const PRESSURES: usize = 2;
const NEEDS: usize = 5;

pub(super) fn blocks(pen: &Pen) -> Vec<Block> {
    vec![goals(pen), top_needs(pen), map(pen)]
}

/// Three goals, then what presses: two at most.
fn goals(pen: &Pen) -> Block {
    let rows: Vec<&Row> = pen.book.rows(cgoals::TABLE).filter(|row| row.get(cgoals::TEXT).is_some()).collect();
    let is_pressure = |row: &Row| matches!(row.get(cgoals::LEVEL), Some("pressure" | "obstacle"));
    let text = |row: &Row| pen.name(cgoals::TABLE, row.id.as_str());
    let (pressures, goals): (Vec<&Row>, Vec<&Row>) = rows.into_iter().partition(|row| is_pressure(row));
    let shown = goals.len().min(GOALS) + pressures.len().min(PRESSURES);
    let more = goals.len() + pressures.len() - shown;
    let numbered = goals.iter().take(GOALS).zip(1_usize..);
    let mut parts: Vec<Part> = numbered
        .map(|(row, number)| Part::Line(Line::new(text(row)).mark(format!("{number}."), Tone::Plain)))
        .collect();
    parts.extend(pressures.iter().take(PRESSURES).map(|row| {
        let level = row.get(cgoals::LEVEL).and_then(|key| pen.option(cgoals::TABLE, "level", key)).unwrap_or_default();
        Part::Line(Line::new(text(row)).mark("▸", Tone::Watch).note(level))
    }));
    if more > 0 {
        parts.push(Part::More(more));
    }
    Block {
        key: "goals",
        title: words::GOALS,
        note: String::new(),
        home: cgoals::TABLE.path,
        hint: words::GOALS_HINT,
        parts,
    }
}

/// The needs that the team put first, else the most urgent; with their scores.
fn top_needs(pen: &Pen) -> Block {
    let chosen = pen.book.form(summary::TABLE).get(summary::TOP_NEEDS).unwrap_or_default();
    let mut order: Vec<&Row> = chosen.iter().filter_map(|id| pen.book.row(needs::TABLE, id)).collect();
    let ranking = ranking(pen.book);
    let ranked = ranking.order.iter().filter_map(|id| pen.book.row(needs::TABLE, id.as_str()));
    for row in ranked.chain(pen.book.rows_with_content(needs::TABLE)) {
        if !order.iter().any(|known| known.id == row.id) {
            order.push(row);
        }
    }
    let line = |row: &Row| {
        let score = pen.of_row("w3.needs.<id>.opportunity", row);
        let mark = if row.get(needs::CRITICAL) == Some(true) { "!" } else { "" };
        Line::new(pen.name(needs::TABLE, row.id.as_str()))
            .mark(mark, if mark.is_empty() { Tone::Plain } else { Tone::Bad })
            .note(score.map_or_else(|| "—".to_owned(), |score| format::short(score, 1)))
    };
    let all: Vec<Line> = order.into_iter().map(line).collect();
    Block {
        key: "needs",
        title: words::TOP_NEEDS,
        note: if all.is_empty() { String::new() } else { pen.t(words::OPPORTUNITY) },
        home: needs::TABLE.path,
        hint: words::NEEDS_HINT,
        parts: lines(all, NEEDS),
    }
}

fn map(pen: &Pen) -> Block {
    let on_map = |row: &Row| row.get(people::SUPPORT).is_some() && row.get(people::INFLUENCE).is_some();
    let is_drawn = pen.book.rows(people::TABLE).any(on_map);
    let support = pen.number("w3.support_index").map(|index| pen.tf(words::SUPPORT, &[&format::signed(index, 0)]));
    let reached = pen.number("w3.coverage_index").map(|index| pen.tf(words::REACHED, &[&format::percent(index, 0)]));
    Block {
        key: "people",
        title: words::PEOPLE,
        note: support.into_iter().chain(reached).collect::<Vec<_>>().join(" · "),
        home: people::TABLE.path,
        hint: words::PEOPLE_HINT,
        parts: if is_drawn { vec![Part::People] } else { Vec::new() },
    }
}
