//! Where our service falls short of what they expect.

use super::servqual_radar::{dimension, no_quality, quality_finding, quality_table, rated};
use crate::analysis::Book;
use crate::charts::kit::empty::Sketch;
use crate::charts::kit::rows::{Line, Part, Rows};
use crate::charts::scene::{Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::signed;
use crate::model::Lang;

/// Bars of perception less expectation, the widest gap first.
pub fn servqual_gaps(book: &Book, lang: Lang, size: Size) -> Scene {
    let mut found = rated(book);
    if found.is_empty() {
        return no_quality(size, lang, Sketch::Bars);
    }
    crate::model::order::sort_by(&mut found, |a, b| (a.2 - a.1).total_cmp(&(b.2 - b.1)));
    found.truncate(10);
    let lines = found.iter().map(|(row, expected, seen)| {
        let gap = seen - expected;
        let (class, note) = match gap {
            wide if wide <= -1.0 => (Class::Red, Class::RedText),
            below if below < 0.0 => (Class::Hatch, Class::Label),
            _ => (Class::Accent, Class::Label),
        };
        let sign = if gap <= -1.0 { "▼ " } else { "" };
        let part = Part::new(0.0, gap, class).tip(format!("{seen} − {expected}"));
        Line::new(dimension(row, lang)).of(&row.id).part(part).note(format!("{sign}{}", signed(gap, 1)), note)
    });
    let mut canvas = Canvas::new(size.width);
    let bottom = Rows::fitted(lines.collect()).draw(&mut canvas, 0.0).bottom + 4.0;
    let subtitle =
        word!(lang, "Perception less expectation; ▼ marks a point or more below.", "感知减期望；▼ 表示低1分以上。");
    canvas.close(bottom, quality_finding(&found, lang), subtitle.to_owned(), quality_table(&found, lang))
}
