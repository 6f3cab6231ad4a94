//! Whether the price follows what the customer values.

use crate::analysis::Book;
use crate::charts::data::{brief, cell, key_of_row, name_of, of_row};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::kit::rows::{Line, Part, Pin, PinShape, Rows, more};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::percent;
use crate::model::{Lang, Row, bi};
use crate::worksheets::solution::modules;

const MOST: usize = 14;

/// Importance of each module as a bar, its share of the price as a stroke.
pub fn value_price(book: &Book, lang: Lang, size: Size) -> Scene {
    let result = |row: &Row, key: &str| of_row(book, "w4.modules", row.id.as_str(), key);
    let mut found: Vec<(&Row, Option<f64>, Option<f64>)> = book
        .rows(modules::TABLE)
        .map(|row| (row, result(row, "importance"), result(row, "price_share")))
        .filter(|(_, importance, _)| importance.is_some())
        .collect();
    if found.is_empty() {
        return empty(
            size,
            lang,
            bi("Do they pay for what they value?", "客户付的钱，花在他看重的地方吗？"),
            bi("Fill the coverage matrix and the prices of the modules.", "填需求覆盖矩阵和各模块报价。"),
            &["w4.cover.cell", "w4.modules.price"],
            Sketch::Bars,
        );
    }
    crate::model::order::sort_by(&mut found, |a, b| b.1.unwrap_or(0.0).total_cmp(&a.1.unwrap_or(0.0)));
    let mut table = DataTable::of(
        lang,
        &[bi("Module", "模块"), bi("Importance %", "重要度%"), bi("Share of price %", "价格占比%")],
    );
    for (row, importance, price) in &found {
        table.push([name_of(modules::TABLE, row, lang), cell(*importance, 1), cell(*price, 1)]);
    }
    let over = |row: &Row| key_of_row(book, "w4.modules", row.id.as_str(), "over_engineered") == Some("yes");
    let lines = found.iter().take(MOST).map(|(row, importance, price)| {
        let note = importance.map_or_else(|| "–".to_owned(), |share| percent(share, 0));
        let (note, class) = if over(row) { (format!("▲ {note}"), Class::AmberText) } else { (note, Class::Label) };
        let mut line = Line::new(name_of(modules::TABLE, row, lang)).of(&row.id).note(note, class);
        line.parts.extend(importance.map(|share| Part::new(0.0, share, Class::Accent)));
        line.pins.extend(price.map(|share| Pin::new(share, PinShape::Tick, Class::LineInk).tip(percent(share, 0))));
        line
    });
    let mut canvas = Canvas::new(size.width);
    let entries = [
        (Swatch::Square, Class::Accent, word!(lang, "importance to them", "对客户的重要度").to_owned()),
        (Swatch::Line, Class::LineInk, word!(lang, "share of the price", "价格占比").to_owned()),
    ];
    let top = legend::draw(&mut canvas, 0.0, &entries);
    let placed = Rows::fitted(lines.collect()).draw(&mut canvas, top);
    let bottom = more(&mut canvas, placed.bottom, found.len().saturating_sub(MOST), lang);
    let excess =
        |(_, importance, price): &&(&Row, Option<f64>, Option<f64>)| Some(price.as_ref()? - importance.as_ref()?);
    let widest = found.iter().filter_map(|entry| Some((excess(&entry)?, entry.0))).max_by(|a, b| a.0.total_cmp(&b.0));
    let title = match (found.iter().find(|entry| over(entry.0)), widest) {
        (Some((row, ..)), _) => {
            let name = brief(&name_of(modules::TABLE, row, lang));
            say!(lang, "{name} costs them more than it matters", "{name}花钱多，客户却不看重")
        }
        (None, Some((excess, row))) if excess > 0.0 => {
            let name = brief(&name_of(modules::TABLE, row, lang));
            say!(
                lang,
                "{name} takes the largest share of the price beyond its importance",
                "{name}的价格占比超出重要度最多"
            )
        }
        _ => {
            let name = found.first().map(|entry| brief(&name_of(modules::TABLE, entry.0, lang))).unwrap_or_default();
            say!(lang, "{name} matters most to this customer", "客户最看重{name}")
        }
    };
    let subtitle = word!(
        lang,
        "Percent of all modules; ▲ marks a module that may be more than they need.",
        "占全部模块的百分比；▲ 表示可能过度供给。"
    );
    canvas.close(bottom, title, subtitle.to_owned(), table)
}
