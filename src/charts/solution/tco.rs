//! What ownership costs with us and with the reference.

use crate::analysis::Book;
use crate::charts::data::{amount, cell, choice, money, money_unit, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::kit::rows::{Line, Part, Pin, PinShape, Rows};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::model::{Lang, bi};
use crate::worksheets::solution::tco_rows;

/// Total cost of ownership, kind by kind: our bar, the reference as a stroke.
pub fn tco(book: &Book, lang: Lang, size: Size) -> Scene {
    let kind = tco_rows::TABLE.field("kind");
    let mut table =
        DataTable::of(lang, &[bi("Kind of cost", "成本类别"), bi("With us", "我方方案"), bi("Reference", "参照方案")]);
    let mut lines = Vec::new();
    for row in book.rows(tco_rows::TABLE) {
        let (ours, theirs) = (row.get(tco_rows::OURS), row.get(tco_rows::REFERENCE));
        if ours.is_none() && theirs.is_none() {
            continue;
        }
        let name = choice(kind, row.get(tco_rows::KIND).unwrap_or("–"), lang);
        table.push([name.clone(), cell(ours, 2), cell(theirs, 2)]);
        let mut line = Line::new(name).of(&row.id).note(ours.map_or_else(|| "–".to_owned(), amount), Class::Label);
        line.parts.extend(ours.map(|ours| Part::new(0.0, ours, Class::Accent).tip(amount(ours))));
        line.pins.extend(theirs.map(|theirs| Pin::new(theirs, PinShape::Tick, Class::LineInk).tip(amount(theirs))));
        lines.push(line);
    }
    if lines.is_empty() {
        return empty(
            size,
            lang,
            bi("What does ownership cost?", "总拥有成本是多少？"),
            bi("Enter the yearly cost with us and with the reference.", "填我方方案和参照方案的各项成本。"),
            &["w4.tco_rows.kind", "w4.tco_rows.ours", "w4.tco_rows.reference"],
            Sketch::Bars,
        );
    }
    lines.truncate(14);
    let mut canvas = Canvas::new(size.width);
    let entries = [
        (Swatch::Square, Class::Accent, word!(lang, "with us", "我方方案").to_owned()),
        (Swatch::Line, Class::LineInk, word!(lang, "reference", "参照方案").to_owned()),
    ];
    let top = legend::draw(&mut canvas, 0.0, &entries);
    let bottom = Rows::fitted(lines).draw(&mut canvas, top).bottom + 4.0;
    let total = |key: &str| number(book, key).map(|total| money(book, total, lang));
    let title = match (total("w4.tco_ours"), number(book, "w4.tco_saving")) {
        (Some(ours), Some(saving)) => {
            let sum = money(book, saving.abs(), lang);
            if saving >= 0.0 {
                say!(
                    lang,
                    "Ownership costs {ours} with us, {sum} less than the reference",
                    "总拥有成本{ours}，比参照方案省{sum}"
                )
            } else {
                say!(
                    lang,
                    "Ownership costs {ours} with us, {sum} more than the reference",
                    "总拥有成本{ours}，比参照方案多{sum}"
                )
            }
        }
        (Some(ours), None) => say!(lang, "Ownership costs {ours} with us", "总拥有成本{ours}"),
        _ => word!(lang, "Cost of ownership, kind by kind", "各项拥有成本").to_owned(),
    };
    let unit = money_unit(book, lang);
    let subtitle = say!(
        lang,
        "As entered, {unit}; running costs per year. The totals are discounted over the horizon.",
        "按所填金额，{unit}，运行类为每年；合计按期限贴现。"
    );
    canvas.close(bottom, title, subtitle, table)
}
