//! Which forces from outside help the customer, and which hurt.

use crate::analysis::Book;
use crate::charts::data::{brief, cell, choice, of_row};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::kit::rows::{Line, Part, Rows, more};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::signed;
use crate::model::{Lang, Row, bi};
use crate::worksheets::industry::pestel as facts;

const MOST: usize = 14;

/// What stands in for both pictures of the forces from outside.
pub(super) fn no_facts(size: Size, lang: Lang) -> Scene {
    empty(
        size,
        lang,
        bi("What helps them, what hurts them?", "外部环境：帮忙的和添乱的"),
        bi("Enter a few facts with direction, impact and probability.", "写几条事实，选方向，评影响和可能性。"),
        &["w1.pestel.fact", "w1.pestel.direction", "w1.pestel.impact", "w1.pestel.prob"],
        Sketch::Bars,
    )
}

/// Diverging bars: threats to the left, opportunities to the right, the strongest first.
pub fn pestel(book: &Book, lang: Lang, size: Size) -> Scene {
    let mut scored: Vec<(&Row, f64)> = book
        .rows(facts::TABLE)
        .filter_map(|row| Some((row, of_row(book, "w1.pestel", row.id.as_str(), "score")?)))
        .collect();
    if scored.is_empty() {
        return no_facts(size, lang);
    }
    crate::model::order::sort_by(&mut scored, |a, b| b.1.abs().total_cmp(&a.1.abs()));
    let fact = |row: &Row| row.get(facts::FACT).unwrap_or("–").to_owned();
    let dimension = |row: &Row| choice(facts::TABLE.field("dimension"), row.get(facts::DIMENSION).unwrap_or("–"), lang);
    let mut table = DataTable::of(lang, &[bi("Fact", "事实"), bi("Dimension", "维度"), bi("Score", "得分")]);
    for (row, score) in &scored {
        table.push([fact(row), dimension(row), cell(Some(*score), 0)]);
    }
    let lines = scored.iter().take(MOST).map(|(row, score)| {
        let class = if *score < 0.0 { Class::Hatch } else { Class::Accent };
        let part = Part::new(0.0, *score, class).tip(format!("{}: {}", dimension(row), fact(row)));
        Line::new(fact(row)).of(&row.id).part(part).note(signed(*score, 0), Class::Label)
    });
    let mut canvas = Canvas::new(size.width);
    let entries = [
        (Swatch::Square, Class::Hatch, word!(lang, "threat", "威胁").to_owned()),
        (Swatch::Square, Class::Accent, word!(lang, "opportunity", "机会").to_owned()),
    ];
    let top = legend::draw(&mut canvas, 0.0, &entries);
    let placed = Rows::fitted(lines.collect()).draw(&mut canvas, top);
    let bottom = more(&mut canvas, placed.bottom, scored.len().saturating_sub(MOST), lang);
    let named = |(row, score): &(&Row, f64)| {
        let (fact, score) = (brief(&fact(row)), signed(*score, 0));
        say!(lang, "{fact} ({score})", "{fact}（{score}）")
    };
    let best = scored.iter().find(|(_, score)| *score > 0.0).map(named);
    let worst = scored.iter().find(|(_, score)| *score < 0.0).map(named);
    let title = match (best, worst) {
        (Some(best), Some(worst)) => {
            say!(lang, "For them: {best}. Against them: {worst}", "利好：{best}；利空：{worst}")
        }
        (Some(best), None) => say!(lang, "Only tailwind so far, first of all {best}", "目前只有利好，首先是{best}"),
        (None, Some(worst)) => say!(lang, "Only headwind so far, first of all {worst}", "目前只有利空，首先是{worst}"),
        (None, None) => word!(lang, "Nothing that matters either way yet", "目前都算中性").to_owned(),
    };
    let subtitle =
        word!(lang, "Impact times probability, −25 to +25, for our customer.", "影响×可能性，−25至+25，对客户而言。");
    canvas.close(bottom, title, subtitle.to_owned(), table)
}
