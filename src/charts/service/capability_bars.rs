//! Which capability to mend first.

use crate::analysis::Book;
use crate::charts::data::{brief, cell, name_of, number, of_row};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::kit::rows::{Line, Part, Pin, PinShape, Rows, more};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::{percent, short};
use crate::model::{Lang, Row, bi};
use crate::worksheets::service::cap;

const MOST: usize = 14;

/// What stands in for both pictures of capabilities.
pub(super) fn no_capability(size: Size, lang: Lang, sketch: Sketch) -> Scene {
    empty(
        size,
        lang,
        bi("Can we keep what we promise?", "兑现得了吗？"),
        bi("Rate the required and the current level of a few capabilities.", "给几项能力评要求水平和现有水平。"),
        &["w5.cap.capability", "w5.cap.required", "w5.cap.current", "w5.cap.importance"],
        sketch,
    )
}

/// The capabilities with both levels, the most urgent first: row, required, current, priority.
pub(super) fn rated<'a>(book: &Book<'a>) -> Vec<(&'a Row, f64, f64, f64)> {
    let read = |row: &'a Row| {
        let priority = of_row(book, "w5.cap", row.id.as_str(), "priority").unwrap_or(0.0);
        Some((row, row.get(cap::REQUIRED)?, row.get(cap::CURRENT)?, priority))
    };
    let mut found: Vec<_> = book.rows(cap::TABLE).filter_map(read).collect();
    crate::model::order::sort_by(&mut found, |a, b| b.3.total_cmp(&a.3));
    found
}

/// The data of both pictures of capabilities.
pub(super) fn capability_table(found: &[(&Row, f64, f64, f64)], lang: Lang) -> DataTable {
    let mut table = DataTable::of(
        lang,
        &[
            bi("Capability", "能力"),
            bi("Required (1–5)", "要求（1–5）"),
            bi("Current (1–5)", "现有（1–5）"),
            bi("Priority (0–20)", "优先级（0–20）"),
            bi("Best competitor", "最佳竞争者"),
        ],
    );
    for (row, required, current, priority) in found {
        let rival = cell(row.get(cap::BEST_COMPETITOR), 0);
        table.push([
            name_of(cap::TABLE, row, lang),
            cell(Some(*required), 0),
            cell(Some(*current), 0),
            cell(Some(*priority), 0),
            rival,
        ]);
    }
    table
}

/// The finding of both pictures of capabilities.
pub(super) fn capability_finding(book: &Book, found: &[(&Row, f64, f64, f64)], lang: Lang) -> String {
    let ready = number(book, "w5.readiness").map_or_else(|| "–".to_owned(), |share| percent(share, 0));
    match found.iter().find(|(_, required, current, _)| required > current) {
        Some((row, ..)) => {
            let name = brief(&name_of(cap::TABLE, row, lang));
            say!(lang, "Ready to {ready}; the gap to close first: {name}", "就绪度{ready}，先补：{name}")
        }
        None => say!(lang, "Ready to {ready}: no gap to what is required", "就绪度{ready}，没有低于要求的能力"),
    }
}

/// Bars of the current level with a stroke for the required one, the most urgent first.
pub fn capability_bars(book: &Book, lang: Lang, size: Size) -> Scene {
    let found = rated(book);
    if found.is_empty() {
        return no_capability(size, lang, Sketch::Bars);
    }
    let lines = found.iter().take(MOST).map(|(row, required, current, priority)| {
        let short_of = required > current;
        let words = short(*priority, 0);
        let (note, class) =
            if short_of { (format!("▼ {words}"), Class::AmberText) } else { ("✓".to_owned(), Class::Text) };
        let line = Line::new(name_of(cap::TABLE, row, lang)).of(&row.id).part(Part::new(0.0, 5.0, Class::Wash));
        let line = line.part(Part::new(0.0, *current, Class::Accent).tip(short(*current, 0)));
        line.pin(Pin::new(*required, PinShape::Tick, Class::LineInk).tip(short(*required, 0))).note(note, class)
    });
    let mut canvas = Canvas::new(size.width);
    let entries = [
        (Swatch::Square, Class::Accent, word!(lang, "current level", "现有水平").to_owned()),
        (Swatch::Line, Class::LineInk, word!(lang, "required", "要求水平").to_owned()),
    ];
    let top = legend::draw(&mut canvas, 0.0, &entries);
    let placed = Rows::between(0.0, 5.0, lines.collect()).draw(&mut canvas, top);
    let bottom = more(&mut canvas, placed.bottom, found.len().saturating_sub(MOST), lang);
    let subtitle = word!(
        lang,
        "Maturity 1 to 5; at the right the priority: gap times importance.",
        "成熟度1至5级；右侧为优先级，即差距×重要度。"
    );
    canvas.close(bottom, capability_finding(book, &found, lang), subtitle.to_owned(), capability_table(&found, lang))
}
