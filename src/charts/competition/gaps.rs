//! What to mend and what to talk about: factor by factor against the best rival.

use crate::analysis::Book;
use crate::charts::data::{brief, cell, name_of, of_row};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::kit::rows::{Line, Part, Rows, more};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::signed;
use crate::model::{Lang, Row, bi};
use crate::worksheets::competition::factors;

const MOST: usize = 14;

/// Our rating less the best rival's, the heaviest lead on top, the heaviest lag at the foot.
pub fn gaps(book: &Book, lang: Lang, size: Size) -> Scene {
    let result = |row: &Row, key: &str| of_row(book, "w2.factors", row.id.as_str(), key);
    let mut rows: Vec<(&Row, f64, f64)> = book
        .rows(factors::TABLE)
        .filter_map(|row| {
            let gap = result(row, "gap")?;
            Some((row, gap, result(row, "weighted_gap").unwrap_or(gap)))
        })
        .collect();
    if rows.is_empty() {
        return empty(
            size,
            lang,
            bi("What to mend, what to talk about?", "哪些要补，哪些要讲？"),
            bi("Rate us and the rivals; leads and lags line up here.", "给我方和对手打分，领先和落后会排在这里。"),
            &["w2.factors.factor", "w2.factors.weight", "w2.ratings.rating"],
            Sketch::Bars,
        );
    }
    crate::model::order::sort_by(&mut rows, |a, b| b.2.total_cmp(&a.2));
    let mut table = DataTable::of(
        lang,
        &[bi("Factor", "要素"), bi("Gap (−3 to +3)", "差距（−3至+3）"), bi("Weighted gap", "加权差距")],
    );
    for (row, gap, weighted) in &rows {
        table.push([name_of(factors::TABLE, row, lang), signed(*gap, 0), cell(Some(*weighted), 2)]);
    }
    let lines = rows.iter().take(MOST).map(|(row, gap, weighted)| {
        let class = if *gap < 0.0 { Class::Hatch } else { Class::Accent };
        let note = if *gap < 0.0 { Class::AmberText } else { Class::Label };
        let sign = if *gap < 0.0 { "▼ " } else { "" };
        let part = Part::new(0.0, *gap, class).tip(cell(Some(*weighted), 2));
        Line::new(name_of(factors::TABLE, row, lang))
            .of(&row.id)
            .part(part)
            .note(format!("{sign}{}", signed(*gap, 0)), note)
    });
    let mut canvas = Canvas::new(size.width);
    let entries = [
        (Swatch::Square, Class::Accent, word!(lang, "ahead: talk about it", "领先：讲出来").to_owned()),
        (Swatch::Square, Class::Hatch, word!(lang, "behind: mend it", "落后：要补").to_owned()),
    ];
    let top = legend::draw(&mut canvas, 0.0, &entries);
    let placed = Rows::fitted(lines.collect()).draw(&mut canvas, top);
    let bottom = more(&mut canvas, placed.bottom, rows.len().saturating_sub(MOST), lang);
    let name = |(row, gap, _): &(&Row, f64, f64)| {
        let (name, gap) = (brief(&name_of(factors::TABLE, row, lang)), signed(*gap, 0));
        say!(lang, "{name} ({gap})", "{name}（{gap}）")
    };
    let (first, last) = (rows.first().filter(|row| row.1 > 0.0), rows.last().filter(|row| row.1 < 0.0));
    let title = match (first, last) {
        (Some(lead), Some(lag)) => {
            let (lead, lag) = (name(lead), name(lag));
            say!(lang, "Talk about {lead}, mend {lag}", "多讲{lead}，先补{lag}")
        }
        (Some(lead), None) => {
            let lead = name(lead);
            say!(lang, "Behind on nothing; what to talk about: {lead}", "没有落后项，多讲{lead}")
        }
        (None, Some(lag)) => {
            let lag = name(lag);
            say!(lang, "Ahead on nothing yet; mend first: {lag}", "还没有领先项，先补{lag}")
        }
        (None, None) => word!(lang, "On a level with the best rival everywhere", "各项都和最强对手打平").to_owned(),
    };
    let subtitle = word!(
        lang,
        "Our rating less the best rival's; in the order of the weighted gap.",
        "我方评分减最强对手评分，按加权差距排列。"
    );
    canvas.close(bottom, title, subtitle.to_owned(), table)
}
