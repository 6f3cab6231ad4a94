//! Which unit buys what from whom, and what is still open.

use crate::analysis::Book;
use crate::charts::data::{amount, brief, cell, choice, firm, money, money_unit, name_of, number, of_row};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::grid::{Cell, Grid, Line, columns_for};
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::kit::rows::more;
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::model::{Lang, Record, Row, bi};
use crate::worksheets::competition::wallet;
use crate::worksheets::plan::{bu, ws};

const MOST: usize = 14;

fn look(status: &str) -> (Class, &'static str) {
    match status {
        "current" => (Class::Accent, "✓"),
        "opportunity" => (Class::AccentMid, "◇"),
        "competitor" => (Class::Grey, "×"),
        "potential" => (Class::Soft, "○"),
        "none" => (Class::Wash, "–"),
        _ => (Class::Wash, "?"),
    }
}

/// Whitespace map: buying centres by categories, each cell by its status with the amount still open.
pub fn whitespace(book: &Book, lang: Lang, size: Size) -> Scene {
    let units: Vec<&Row> = book.rows(bu::TABLE).collect();
    let mut offers: Vec<&Row> = book.rows(wallet::TABLE).collect();
    let record = |unit: &Row, offer: &Row| book.cell(ws::TABLE, &unit.id, &offer.id);
    if !units.iter().any(|unit| offers.iter().any(|offer| !record(unit, offer).is_empty())) {
        return empty(
            size,
            lang,
            bi("Where is still room?", "空白在哪里？"),
            bi(
                "Mark for each buying centre and category who supplies it today.",
                "逐个部门、逐个品类标出现在是谁在供。",
            ),
            &["w6.bu.name", "w2.wallet.category", "w6.ws.status", "w6.ws.potential"],
            Sketch::Cells,
        );
    }
    let open = |offer: &Row| number(book, &format!("w6.offering.{}.whitespace", offer.id)).unwrap_or(0.0);
    crate::model::order::sort_by(&mut offers, |a, b| open(b).total_cmp(&open(a)));
    let shown: Vec<&Row> = offers.iter().take(columns_for(size.width) - 1).copied().collect();
    let total = |unit: &Row| of_row(book, "w6.bu", unit.id.as_str(), "whitespace");
    let lines = units.iter().take(MOST).map(|unit| {
        let mut cells: Vec<Cell> = shown.iter().map(|offer| cell_of(book, record(unit, offer), lang)).collect();
        cells.push(Cell::plain(total(unit).map_or_else(|| "–".to_owned(), amount)));
        Line { label: name_of(bu::TABLE, unit, lang), row: Some(unit.id.clone()), cells }
    });
    let mut columns: Vec<String> = shown.iter().map(|offer| name_of(wallet::TABLE, offer, lang)).collect();
    columns.push(word!(lang, "open", "空白").to_owned());
    let mut canvas = Canvas::new(size.width);
    let field = ws::TABLE.field("status");
    let entries: Vec<_> = ["current", "opportunity", "competitor", "potential", "unknown"]
        .iter()
        .map(|key| (Swatch::Square, look(key).0, format!("{} {}", look(key).1, choice(field, key, lang))))
        .collect();
    let top = legend::draw(&mut canvas, 0.0, &entries);
    let grid = Grid { columns, lines: lines.collect(), cell_lines: 2, totals: 1 };
    let bottom = grid.draw(&mut canvas, top);
    let bottom = more(&mut canvas, bottom, units.len().saturating_sub(MOST), lang);
    let mut table = DataTable::of(lang, &[bi("Buying centre", "采购中心")]);
    table.headers.extend(offers.iter().map(|offer| name_of(wallet::TABLE, offer, lang)));
    table.headers.push(word!(lang, "Open", "空白").to_owned());
    for unit in &units {
        let mut cells = vec![name_of(bu::TABLE, unit, lang)];
        cells.extend(offers.iter().map(|offer| {
            let record = record(unit, offer);
            let status = choice(field, record.get(ws::STATUS).unwrap_or_default(), lang);
            format!("{status} {}", cell(record.get(ws::POTENTIAL), 2)).trim().to_owned()
        }));
        cells.push(cell(total(unit), 2));
        table.rows.push(cells);
    }
    let whole = number(book, "w6.whitespace").map(|whole| money(book, whole, lang));
    let widest = units.iter().filter_map(|unit| Some((total(unit)?, *unit))).max_by(|a, b| a.0.total_cmp(&b.0));
    let title = match (whole, widest) {
        (Some(whole), Some((_, unit))) => {
            let name = brief(&name_of(bu::TABLE, unit, lang));
            say!(lang, "{whole} still open, most of it in {name}", "还有{whole}空白，{name}最多")
        }
        _ => word!(lang, "Who supplies what, unit by unit", "各部门各品类谁在供").to_owned(),
    };
    let unit = money_unit(book, lang);
    let subtitle = say!(lang, "In the cells: potential less current sales, {unit}.", "格内为潜力减现有销售，{unit}。");
    canvas.close(bottom, title, subtitle, table)
}

fn cell_of(book: &Book, record: &Record, lang: Lang) -> Cell {
    let Some(status) = record.get(ws::STATUS) else { return Cell::default() };
    let (class, sign) = look(status);
    let open = record.get(ws::POTENTIAL).map(|potential| potential - record.get(ws::CURRENT).unwrap_or(0.0));
    let words = match open.filter(|open| *open != 0.0) {
        Some(open) => format!("{sign} {}", amount(open)),
        None => sign.to_owned(),
    };
    let rival = record.get(ws::COMPETITOR).map(|id| firm(book, id, lang)).unwrap_or_default();
    let tip = format!("{} {rival}", choice(ws::TABLE.field("status"), status, lang));
    Cell::new(words, class).tip(tip.trim())
}
