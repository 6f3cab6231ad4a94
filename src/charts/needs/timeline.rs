//! How long a decision takes here.

use crate::analysis::Book;
use crate::charts::data::{brief, cell, name_at, name_of};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::rows::{Line, Part, Rows, more};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::short;
use crate::model::{Lang, Row, bi};
use crate::worksheets::needs::{people, process};

const MOST: usize = 14;

/// Steps of the decision one after another, in days.
pub fn timeline(book: &Book, lang: Lang, size: Size) -> Scene {
    let steps: Vec<(&Row, f64)> =
        book.rows(process::TABLE).filter_map(|row| Some((row, row.get(process::DAYS)?))).collect();
    if steps.is_empty() {
        return empty(
            size,
            lang,
            bi("How long does a decision take?", "一个决定要走多久？"),
            bi("Enter the steps of their decision with the days each one takes.", "填决策步骤和每步天数。"),
            &["w3.process.step", "w3.process.days", "w3.process.who"],
            Sketch::Bars,
        );
    }
    let mut table = DataTable::of(
        lang,
        &[bi("Step", "步骤"), bi("Days", "天数"), bi("Day it ends", "结束于第几天"), bi("Who", "参与人")],
    );
    let mut lines = Vec::new();
    let mut at = 0.0;
    let longest = steps.iter().map(|(_, days)| *days).fold(0.0, f64::max);
    for (row, days) in &steps {
        let who: Vec<String> = row
            .get(process::WHO)
            .unwrap_or_default()
            .iter()
            .filter_map(|id| name_at(book, people::TABLE, id, lang))
            .collect();
        let name = name_of(process::TABLE, row, lang);
        table.push([name.clone(), cell(Some(*days), 0), cell(Some(at + days), 0), who.join(", ")]);
        let class = if *days >= longest { Class::Accent } else { Class::AccentMid };
        let words = short(*days, 0);
        let note = say!(lang, "{words} d", "{words}天");
        let tip = format!("{name} · {note} · {}", who.join(", "));
        lines.push(Line::new(name).of(&row.id).part(Part::new(at, at + days, class).tip(tip)).note(note, Class::Label));
        at += days;
    }
    lines.truncate(MOST);
    let mut canvas = Canvas::new(size.width);
    let placed = Rows::fitted(lines).draw(&mut canvas, 0.0);
    let bottom = more(&mut canvas, placed.bottom, steps.len().saturating_sub(MOST), lang);
    let slowest =
        steps.iter().max_by(|a, b| a.1.total_cmp(&b.1)).map(|(row, _)| brief(&name_of(process::TABLE, row, lang)));
    let (total, slowest) = (crate::charts::data::amount(at), slowest.unwrap_or_default());
    let title = say!(
        lang,
        "A decision takes {total} days; the longest step is {slowest}",
        "一个决定要走{total}天，最久的是{slowest}"
    );
    let subtitle = word!(lang, "Steps one after another, in days.", "各步骤依次进行，单位：天。");
    canvas.close(bottom, title, subtitle.to_owned(), table)
}
