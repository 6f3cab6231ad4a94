//! Which module meets which need.

use crate::analysis::Book;
use crate::charts::data::{brief, cell, name_of, number, of_row};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::grid::{Cell, Grid, Line, columns_for};
use crate::charts::kit::rows::more;
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::percent;
use crate::model::{Lang, Row, bi};
use crate::worksheets::{needs::needs, solution::cover, solution::modules};

const MOST: usize = 14;

/// Heat map of needs and modules, the weightiest first, with the coverage of each need and the importance of each module.
pub fn coverage_grid(book: &Book, lang: Lang, size: Size) -> Scene {
    let strength = |need: &Row, module: &Row| book.cell(cover::TABLE, &need.id, &module.id).get(cover::CELL);
    let weight = |need: &Row| of_row(book, "w4.needs", need.id.as_str(), "weight").unwrap_or(0.0);
    let importance = |module: &Row| of_row(book, "w4.modules", module.id.as_str(), "importance");
    let coverage = |need: &Row| of_row(book, "w4.needs", need.id.as_str(), "coverage");
    let mut needed: Vec<&Row> = book.rows(needs::TABLE).collect();
    let mut offered: Vec<&Row> = book.rows(modules::TABLE).collect();
    let any = needed.iter().any(|need| offered.iter().any(|module| strength(need, module).is_some()));
    if !any {
        return empty(
            size,
            lang,
            bi("Which module meets which need?", "哪个模块解决哪条需求？"),
            bi(
                "Mark in the matrix how well each module meets each need: 9, 3, 1 or 0.",
                "在矩阵里标出每个模块对每条需求的强弱：9、3、1、0。",
            ),
            &["w3.needs.need", "w4.modules.name", "w4.cover.cell"],
            Sketch::Cells,
        );
    }
    crate::model::order::sort_by(&mut needed, |a, b| weight(b).total_cmp(&weight(a)));
    crate::model::order::sort_by(&mut offered, |a, b| {
        importance(b).unwrap_or(0.0).total_cmp(&importance(a).unwrap_or(0.0))
    });
    let columns: Vec<&Row> = offered.iter().take(columns_for(size.width) - 1).copied().collect();
    let mut lines: Vec<Line> = needed
        .iter()
        .take(MOST)
        .map(|need| {
            let mut cells: Vec<Cell> =
                columns.iter().map(|module| cell_of(strength(need, module), need, module, lang)).collect();
            cells.push(Cell::plain(coverage(need).map_or_else(|| "–".to_owned(), |share| percent(share, 0))));
            Line { label: name_of(needs::TABLE, need, lang), row: Some(need.id.clone()), cells }
        })
        .collect();
    let mut totals: Vec<Cell> = columns
        .iter()
        .map(|module| Cell::plain(importance(module).map_or_else(|| "–".to_owned(), |share| percent(share, 0))))
        .collect();
    totals.push(Cell::plain(number(book, "w4.coverage").map_or_else(String::new, |share| percent(share, 0))));
    lines.push(Line { label: word!(lang, "importance", "模块重要度").to_owned(), row: None, cells: totals });
    let mut names: Vec<String> = columns.iter().map(|module| name_of(modules::TABLE, module, lang)).collect();
    names.push(word!(lang, "covered", "覆盖").to_owned());
    let mut canvas = Canvas::new(size.width);
    let grid = Grid { columns: names, lines, cell_lines: 1, totals: 1 };
    let bottom = grid.draw(&mut canvas, 0.0);
    let bottom = more(&mut canvas, bottom, needed.len().saturating_sub(MOST), lang);
    let mut table = DataTable::of(lang, &[bi("Need", "需求")]);
    table.headers.extend(offered.iter().map(|module| name_of(modules::TABLE, module, lang)));
    table.headers.push(word!(lang, "Coverage %", "覆盖度%").to_owned());
    for need in &needed {
        let mut cells = vec![name_of(needs::TABLE, need, lang)];
        cells.extend(offered.iter().map(|module| cell(strength(need, module), 0)));
        cells.push(cell(coverage(need), 0));
        table.rows.push(cells);
    }
    let open = needed.iter().find(|need| coverage(need).is_some_and(|share| share < 34.0));
    let total = number(book, "w4.coverage").map_or_else(|| "–".to_owned(), |share| percent(share, 1));
    let title = match open {
        Some(need) => {
            let name = brief(&name_of(needs::TABLE, need, lang));
            say!(lang, "We cover {total} of what they need; open: {name}", "总覆盖度{total}，还没解决：{name}")
        }
        None => {
            say!(lang, "We cover {total} of what they need, nothing big left open", "总覆盖度{total}，没有大的空缺")
        }
    };
    let subtitle = word!(
        lang,
        "9 strong, 3 medium, 1 weak, 0 none; the weightiest needs first.",
        "9强、3中、1弱、0无；需求按权重从高到低。"
    );
    canvas.close(bottom, title, subtitle.to_owned(), table)
}

fn cell_of(strength: Option<f64>, need: &Row, module: &Row, lang: Lang) -> Cell {
    let ground = match strength {
        Some(strong) if strong >= 9.0 => Class::Accent,
        Some(medium) if medium >= 3.0 => Class::AccentMid,
        Some(weak) if weak >= 1.0 => Class::Soft,
        _ => Class::Wash,
    };
    let (need, module) = (name_of(needs::TABLE, need, lang), name_of(modules::TABLE, module, lang));
    Cell::new(cell(strength, 0), ground).tip(format!("{need} × {module}: {}", cell(strength, 0)))
}
