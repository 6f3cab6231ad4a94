//! How far each objective is, and how far it should be.

use crate::analysis::Book;
use crate::charts::data::{brief, cell, key_of_row, name_of, of_row};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::kit::rows::{Line, Part, Pin, PinShape, Rows, more};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::percent;
use crate::model::{Lang, Row, bi};
use crate::worksheets::plan::obj;

const MOST: usize = 10;

/// Bullets of progress, with a stroke for what was expected by today, and the light in words.
pub fn objectives(book: &Book, lang: Lang, size: Size) -> Scene {
    let result = |row: &Row, key: &str| of_row(book, "w6.obj", row.id.as_str(), key);
    let light = |row: &Row| key_of_row(book, "w6.obj", row.id.as_str(), "rag");
    let rows: Vec<&Row> = book.rows(obj::TABLE).filter(|row| result(row, "progress").is_some()).collect();
    if rows.is_empty() {
        return empty(
            size,
            lang,
            bi("Are we on course?", "目标进度如何？"),
            bi("Give objectives a baseline, a target and a current value.", "给目标填基线、目标值和当前值。"),
            &["w6.obj.statement", "w6.obj.baseline", "w6.obj.target", "w6.obj.current", "w6.obj.due"],
            Sketch::Bars,
        );
    }
    let mut table = DataTable::of(
        lang,
        &[bi("Objective", "目标"), bi("Progress %", "进度%"), bi("Expected %", "应有%"), bi("Light", "目标灯")],
    );
    let mut lines = Vec::new();
    for row in &rows {
        let (progress, expected) = (result(row, "progress"), result(row, "expected"));
        let (class, text, word) = match light(row) {
            Some("green") => (Class::Accent, Class::GreenText, word!(lang, "● on course", "● 正常")),
            Some("amber") => (Class::Amber, Class::AmberText, word!(lang, "▲ at risk", "▲ 有风险")),
            Some("red") => (Class::Red, Class::RedText, word!(lang, "▼ behind", "▼ 落后")),
            _ => (Class::Accent, Class::Text, ""),
        };
        let name = name_of(obj::TABLE, row, lang);
        table.push([name.clone(), cell(progress, 0), cell(expected, 0), word.to_owned()]);
        let shown = progress.unwrap_or(0.0).clamp(0.0, 100.0);
        let mut line = Line::new(name).of(&row.id).part(Part::new(0.0, 100.0, Class::Wash));
        line.parts.push(Part::new(0.0, shown, class).tip(progress.map(|at| percent(at, 0)).unwrap_or_default()));
        line.pins.extend(expected.map(|at| Pin::new(at, PinShape::Tick, Class::LineInk).tip(percent(at, 0))));
        let sign = word.split(' ').next().unwrap_or_default();
        lines.push(line.note(format!("{sign} {}", percent(progress.unwrap_or(0.0), 0)).trim(), text));
    }
    lines.truncate(MOST);
    let mut canvas = Canvas::new(size.width);
    let entries = [
        (Swatch::Square, Class::Accent, word!(lang, "reached", "已完成").to_owned()),
        (Swatch::Line, Class::LineInk, word!(lang, "expected by today", "今天应有").to_owned()),
    ];
    let top = legend::draw(&mut canvas, 0.0, &entries);
    let placed = Rows::between(0.0, 100.0, lines).draw(&mut canvas, top);
    let bottom = more(&mut canvas, placed.bottom, rows.len().saturating_sub(MOST), lang);
    let of = rows.len();
    let good = rows.iter().filter(|row| light(row) == Some("green")).count();
    let worst = rows.iter().find(|row| light(row) == Some("red"));
    let title = match worst {
        Some(row) => {
            let name = brief(&name_of(obj::TABLE, row, lang));
            say!(
                lang,
                "{good} of {of} objectives on course; behind: {name}",
                "{of}个目标中{good}个正常，落后的是：{name}"
            )
        }
        None => {
            say!(lang, "{good} of {of} objectives on course, none far behind", "{of}个目标中{good}个正常，没有明显落后")
        }
    };
    let subtitle = word!(
        lang,
        "Way from baseline to target. ● on course, ▲ at risk, ▼ behind.",
        "从基线到目标值的完成比例。● 正常，▲ 有风险，▼ 落后。"
    );
    canvas.close(bottom, title, subtitle.to_owned(), table)
}
