//! Which opportunities are proven, and what is still unknown about each.

use crate::analysis::Book;
use crate::charts::data::{brief, cell, name_of, number, words};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::grid::{Cell, Grid, Line, columns_for};
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::kit::rows::more;
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::short;
use crate::model::{Columns, Lang, Opt, Row, bi};
use crate::worksheets::needs::meddpicc as scores;
use crate::worksheets::plan::opp;

const MOST: usize = 12;

fn elements() -> &'static [Opt] {
    match scores::TABLE.matrix() {
        Some((_, Columns::Fixed(elements))) => elements,
        _ => &[],
    }
}

/// Opportunities by the eight questions, each cell as sure as the answer, with the score at the right. Narrow pictures
/// turn the grid: the questions down, the opportunities across.
pub fn qualification(book: &Book, lang: Lang, size: Size) -> Scene {
    let score = |row: &Row, element: &Opt| book.cell(scores::TABLE, &row.id, &element.key.into()).get(scores::SCORE);
    let total = |row: &Row| number(book, &format!("w3.meddpicc.{}.total", row.id));
    let mut rows: Vec<(&Row, f64)> = book.rows(opp::TABLE).filter_map(|row| Some((row, total(row)?))).collect();
    if rows.is_empty() {
        return empty(
            size,
            lang,
            bi("Is the opportunity real?", "这单靠谱吗？"),
            bi(
                "Answer eight questions about an opportunity, 0 unknown to 2 proven.",
                "就一笔商机答八个问题，0不清楚，2已证实。",
            ),
            &["w6.opp.name", "w3.meddpicc.score"],
            Sketch::Cells,
        );
    }
    crate::model::order::sort_by(&mut rows, |a, b| b.1.total_cmp(&a.1));
    let across = columns_for(size.width);
    let shown = rows.len().min(across);
    let mut lines: Vec<Line> = elements()
        .iter()
        .map(|element| Line {
            label: element.label.get(lang).to_owned(),
            row: None,
            cells: rows.iter().take(shown).map(|(row, _)| mark(score(row, element), lang)).collect(),
        })
        .collect();
    let sums = rows.iter().take(shown).map(|(_, total)| Cell::plain(short(*total, 0))).collect();
    lines.push(Line { label: word!(lang, "of 16", "总分（满分16）").to_owned(), row: None, cells: sums });
    lines.truncate(MOST);
    let mut canvas = Canvas::new(size.width);
    let entries = [
        (Swatch::Square, Class::Accent, word!(lang, "2 proven", "2 已证实").to_owned()),
        (Swatch::Square, Class::AccentMid, word!(lang, "1 in part", "1 部分").to_owned()),
        (Swatch::Square, Class::AmberSoft, word!(lang, "0 unknown", "0 不清楚").to_owned()),
    ];
    let top = legend::draw(&mut canvas, 0.0, &entries);
    let columns = rows.iter().take(shown).map(|(row, _)| name_of(opp::TABLE, row, lang)).collect();
    let bottom = Grid { columns, lines, cell_lines: 1, totals: 0 }.draw(&mut canvas, top);
    let bottom = more(&mut canvas, bottom, rows.len() - shown, lang);
    let mut table = DataTable::of(lang, &[bi("Opportunity", "商机")]);
    table.headers.extend(elements().iter().map(|element| element.label.get(lang).to_owned()));
    table.headers.push(word!(lang, "Total (0–16)", "总分（0–16）").to_owned());
    for (row, total) in &rows {
        let mut cells = vec![name_of(opp::TABLE, row, lang)];
        cells.extend(elements().iter().map(|element| cell(score(row, element), 0)));
        cells.push(cell(Some(*total), 0));
        table.rows.push(cells);
    }
    // What is unknown in most of them is the question to ask next.
    let unknown = |element: &Opt| rows.iter().filter(|(row, _)| score(row, element).unwrap_or(0.0) == 0.0).count();
    let weakest = elements().iter().map(|element| (unknown(element), element)).max_by_key(|(open, _)| *open);
    let best = rows.first().map(|(row, total)| {
        let class = words(book, &format!("w3.meddpicc.{}.class", row.id), lang);
        (brief(&name_of(opp::TABLE, row, lang)), short(*total, 0), class)
    });
    let title = match (weakest, best) {
        (Some((open, element)), _) if open > 0 && rows.len() > 1 => {
            let (of, name) = (rows.len(), element.label.get(lang).to_lowercase());
            say!(lang, "In {open} of {of} opportunities we do not know: {name}", "{of}笔商机中{open}笔还不清楚“{name}”")
        }
        (_, Some((name, total, Some(class)))) => {
            say!(lang, "“{name}” has {total} of 16 points: {class}", "“{name}”{total}分（满分16）：{class}")
        }
        (_, Some((name, total, None))) => say!(
            lang,
            "“{name}” has {total} points so far, not all questions answered",
            "“{name}”目前{total}分，问题还没答完"
        ),
        _ => String::new(),
    };
    let subtitle = word!(lang, "Eight questions per opportunity, 0 to 2 points each.", "每笔商机八个问题，各0至2分。");
    canvas.close(bottom, title, subtitle.to_owned(), table)
}

fn mark(score: Option<f64>, lang: Lang) -> Cell {
    match score {
        Some(score) if score >= 2.0 => Cell::new("2", Class::Accent).tip(word!(lang, "proven", "已证实")),
        Some(score) if score >= 1.0 => Cell::new("1", Class::AccentMid).tip(word!(lang, "in part", "部分")),
        Some(_) => Cell::new("0", Class::AmberSoft).tip(word!(lang, "unknown", "不清楚")),
        None => Cell::new("–", Class::Wash).tip(word!(lang, "not answered yet", "还没回答")),
    }
}
