//! How well we meet each need, against the best competitor.

use crate::analysis::Book;
use crate::charts::data::{brief, cell, name_of, number, of_row};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::kit::rows::{Line, Part, Pin, PinShape, Rows, more};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::{percent, short};
use crate::model::{Lang, Row, bi};
use crate::worksheets::needs::needs;

const MOST: usize = 14;

/// Bars of coverage per need, the weightiest first, with a stroke for the best competitor.
pub fn coverage_bars(book: &Book, lang: Lang, size: Size) -> Scene {
    let result = |need: &Row, key: &str| of_row(book, "w4.needs", need.id.as_str(), key);
    let mut covered: Vec<(&Row, Option<f64>, Option<f64>)> = book
        .rows(needs::TABLE)
        .map(|need| (need, result(need, "coverage"), result(need, "coverage_comp")))
        .filter(|(_, ours, theirs)| ours.is_some() || theirs.is_some())
        .collect();
    if covered.is_empty() {
        return empty(
            size,
            lang,
            bi("How much of it do we cover?", "需求覆盖了多少？"),
            bi(
                "Fill the matrix of needs and modules, and what the best competitor would cover.",
                "填需求覆盖矩阵，再评最佳竞争者能做到几成。",
            ),
            &["w4.cover.cell", "w4.cover_comp.comp_cell"],
            Sketch::Bars,
        );
    }
    let weight = |need: &Row| result(need, "weight").unwrap_or(0.0);
    crate::model::order::sort_by(&mut covered, |a, b| weight(b.0).total_cmp(&weight(a.0)));
    let mut table =
        DataTable::of(lang, &[bi("Need", "需求"), bi("Ours %", "我方%"), bi("Best competitor %", "最佳竞争者%")]);
    for (need, ours, theirs) in &covered {
        table.push([name_of(needs::TABLE, need, lang), cell(*ours, 0), cell(*theirs, 0)]);
    }
    let lines = covered.iter().take(MOST).map(|(need, ours, theirs)| {
        let behind = matches!((ours, theirs), (Some(ours), Some(theirs)) if ours < theirs);
        let note = ours.map_or_else(|| "–".to_owned(), |share| percent(share, 0));
        let (note, class) = if behind { (format!("▼ {note}"), Class::RedText) } else { (note, Class::Label) };
        let mut line = Line::new(name_of(needs::TABLE, need, lang)).of(&need.id).note(note, class);
        line.parts.push(Part::new(0.0, 100.0, Class::Wash));
        line.parts.extend(ours.map(|share| Part::new(0.0, share, Class::Accent)));
        line.pins.extend(theirs.map(|share| Pin::new(share, PinShape::Tick, Class::LineInk).tip(percent(share, 0))));
        line
    });
    let mut canvas = Canvas::new(size.width);
    let entries = [
        (Swatch::Square, Class::Accent, word!(lang, "we cover", "我方覆盖").to_owned()),
        (Swatch::Line, Class::LineInk, word!(lang, "best competitor", "最佳竞争者").to_owned()),
    ];
    let top = legend::draw(&mut canvas, 0.0, &entries);
    let placed = Rows::between(0.0, 100.0, lines.collect()).draw(&mut canvas, top);
    let bottom = more(&mut canvas, placed.bottom, covered.len().saturating_sub(MOST), lang);
    let behind =
        covered.iter().find(|(_, ours, theirs)| matches!((ours, theirs), (Some(ours), Some(theirs)) if ours < theirs));
    let lead = number(book, "w4.coverage_lead");
    let title = match (lead, behind) {
        (Some(lead), Some((need, ..))) => {
            let (points, name) = (short(lead.abs(), 1), brief(&name_of(needs::TABLE, need, lang)));
            if lead >= 0.0 {
                say!(
                    lang,
                    "{points} points ahead of the rival, but behind on {name}",
                    "总体领先对手{points}个点，但{name}落后"
                )
            } else {
                say!(
                    lang,
                    "{points} points behind the rival, first on {name}",
                    "总体落后对手{points}个点，首先是{name}"
                )
            }
        }
        (Some(lead), None) => {
            let points = short(lead, 1);
            say!(
                lang,
                "{points} points ahead of the best competitor, behind on nothing",
                "领先最佳竞争者{points}个点，没有一项落后"
            )
        }
        _ => {
            let total = number(book, "w4.coverage").map_or_else(|| "–".to_owned(), |share| percent(share, 1));
            say!(lang, "We cover {total} of what they need", "总覆盖度{total}")
        }
    };
    let subtitle = word!(
        lang,
        "Best module for each need, in percent; the weightiest needs first.",
        "每条需求由最强的模块覆盖几成，按权重从高到低。"
    );
    canvas.close(bottom, title, subtitle.to_owned(), table)
}
