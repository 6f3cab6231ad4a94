//! Which promises we keep.

use crate::analysis::Book;
use crate::charts::data::{amount, brief, cell, key_of_row, name_of, number, of_row};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::rows::{Line, Part, Rows, more};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::{percent, short};
use crate::model::{Lang, Row, bi};
use crate::worksheets::service::sla as levels;

const MOST: usize = 14;

/// Bullets of each service level against its target, missed ones first.
pub fn sla(book: &Book, lang: Lang, size: Size) -> Scene {
    let met = |row: &Row| key_of_row(book, "w5.sla", row.id.as_str(), "met") == Some("yes");
    let ratio = |row: &Row| of_row(book, "w5.sla", row.id.as_str(), "ratio");
    let mut measured: Vec<&Row> =
        book.rows(levels::TABLE).filter(|row| key_of_row(book, "w5.sla", row.id.as_str(), "met").is_some()).collect();
    if measured.is_empty() {
        return empty(
            size,
            lang,
            bi("Which promises do we keep?", "承诺兑现了几条？"),
            bi("Enter target and actual figure of a few service levels.", "填几项服务指标的目标和实际值。"),
            &["w5.sla.metric", "w5.sla.direction", "w5.sla.target", "w5.sla.actual"],
            Sketch::Bars,
        );
    }
    crate::model::order::sort_by_key(&mut measured, |row| met(row));
    let mut table = DataTable::of(
        lang,
        &[bi("Metric", "指标"), bi("Target", "目标值"), bi("Actual", "实际值"), bi("Unit", "单位"), bi("Met", "达成")],
    );
    let mut lines = Vec::new();
    for row in &measured {
        let (target, actual) = (row.get(levels::TARGET), row.get(levels::ACTUAL));
        let unit = row.get(levels::UNIT).unwrap_or_default();
        let word = if met(row) { word!(lang, "yes", "是") } else { word!(lang, "no", "否") };
        let name = name_of(levels::TABLE, row, lang);
        table.push([name.clone(), cell(target, 4), cell(actual, 4), unit.to_owned(), word.to_owned()]);
        let (class, note, sign) =
            if met(row) { (Class::Accent, Class::Label, "✓") } else { (Class::Red, Class::RedText, "▼") };
        let value = actual.map(level).unwrap_or_default();
        let aim = target.map(level).unwrap_or_default();
        let tip = format!("{name}: {value} / {aim} {unit}");
        let mut line = Line::new(name).of(&row.id).part(Part::new(0.0, 120.0, Class::Wash));
        line.parts.extend(ratio(row).map(|ratio| Part::new(0.0, ratio.clamp(0.0, 120.0), class).tip(tip)));
        lines.push(line.note(format!("{sign} {value}{unit}"), note));
    }
    lines.truncate(MOST);
    let mut canvas = Canvas::new(size.width);
    let rows = Rows::between(0.0, 120.0, lines).guide(100.0, word!(lang, "target", "目标"));
    let placed = rows.draw(&mut canvas, 0.0);
    let bottom = more(&mut canvas, placed.bottom, measured.len().saturating_sub(MOST), lang);
    let (of, kept) = (measured.len(), measured.iter().filter(|row| met(row)).count());
    let title = match measured.first().filter(|row| !met(row)) {
        Some(row) => {
            let name = brief(&name_of(levels::TABLE, row, lang));
            say!(lang, "{kept} of {of} promises kept; missed: {name}", "{of}项承诺兑现{kept}项，未达：{name}")
        }
        None => say!(lang, "All {of} promises kept", "{of}项承诺全部兑现"),
    };
    let share = number(book, "w5.sla_attainment").map(|share| percent(share, 0));
    let subtitle = match share {
        Some(share) => say!(
            lang,
            "Actual as a share of the target, whichever way is better; weighted attainment {share}.",
            "实际值与目标之比（已按优劣方向换算），加权达成率{share}。"
        ),
        None => word!(
            lang,
            "Actual as a share of the target, whichever way is better.",
            "实际值与目标之比（已按优劣方向换算）。"
        )
        .to_owned(),
    };
    canvas.close(bottom, title, subtitle, table)
}

/// A level with the digits that tell 99.97 from 100.
fn level(number: f64) -> String {
    if number.abs() < 1e6 { short(number, 2) } else { amount(number) }
}
