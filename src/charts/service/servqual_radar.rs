//! What they expect of our service and what they see.

use crate::analysis::Book;
use crate::charts::data::{cell, choice, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::kit::radar::{Radar, Series};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::{fixed, signed};
use crate::model::{Lang, Row, bi};
use crate::worksheets::service::sq;

/// The short name of a dimension: what stands before the explanation.
pub(super) fn dimension(row: &Row, lang: Lang) -> String {
    let words = choice(sq::TABLE.field("dimension"), row.get(sq::DIMENSION).unwrap_or(row.id.as_str()), lang);
    words.split([':', '：']).next().unwrap_or_default().to_owned()
}

/// The dimensions that have both an expectation and a perception.
pub(super) fn rated<'a>(book: &Book<'a>) -> Vec<(&'a Row, f64, f64)> {
    let read = |row: &'a Row| Some((row, row.get(sq::EXPECTATION)?, row.get(sq::PERCEPTION)?));
    book.rows(sq::TABLE).filter_map(read).collect()
}

/// What stands in for both pictures of service quality.
pub(super) fn no_quality(size: Size, lang: Lang, sketch: Sketch) -> Scene {
    empty(
        size,
        lang,
        bi("Do we serve as they expect?", "服务够得上期望吗？"),
        bi("Rate expectation and perception of the five dimensions from 1 to 7.", "给五个维度的期望和感知各评1至7分。"),
        &["w5.sq.expectation", "w5.sq.perception", "w5.sq.perception_comp"],
        sketch,
    )
}

/// The data of both pictures of service quality.
pub(super) fn quality_table(found: &[(&Row, f64, f64)], lang: Lang) -> DataTable {
    let mut table = DataTable::of(
        lang,
        &[
            bi("Dimension", "维度"),
            bi("Expectation (1–7)", "期望（1–7）"),
            bi("Perception (1–7)", "感知（1–7）"),
            bi("Gap", "差距"),
            bi("Best competitor", "最佳竞争者"),
        ],
    );
    for (row, expected, seen) in found {
        let rival = cell(row.get(sq::PERCEPTION_COMP), 1);
        table.push([
            dimension(row, lang),
            cell(Some(*expected), 1),
            cell(Some(*seen), 1),
            cell(Some(seen - expected), 1),
            rival,
        ]);
    }
    table
}

/// The finding of both pictures of service quality.
pub(super) fn quality_finding(found: &[(&Row, f64, f64)], lang: Lang) -> String {
    let worst = found.iter().min_by(|a, b| (a.2 - a.1).total_cmp(&(b.2 - b.1)));
    match worst.map(|(row, expected, seen)| (dimension(row, lang), seen - expected)) {
        Some((name, gap)) if gap < 0.0 => {
            let gap = signed(gap, 1);
            say!(lang, "We fall furthest short on {name} ({gap})", "差距最大的是{name}（{gap}）")
        }
        _ => word!(lang, "We meet what they expect on every dimension", "每个维度都达到了期望").to_owned(),
    }
}

/// Radar of expectation (dashed), perception of us and of the best competitor.
pub fn servqual_radar(book: &Book, lang: Lang, size: Size) -> Scene {
    let found = rated(book);
    if found.len() < 3 {
        return no_quality(size, lang, Sketch::Star);
    }
    let found: Vec<_> = found.into_iter().take(10).collect();
    let rival: Vec<Option<f64>> = found.iter().map(|(row, ..)| row.get(sq::PERCEPTION_COMP)).collect();
    let mut series = Vec::new();
    let mut entries = vec![
        (Swatch::Line, Class::LineAccent, word!(lang, "seen with us", "对我方的感知").to_owned()),
        (Swatch::Line, Class::Guide, word!(lang, "expected", "期望").to_owned()),
    ];
    if rival.iter().any(Option::is_some) {
        entries.push((Swatch::Line, Class::LineGrey, word!(lang, "best competitor", "最佳竞争者").to_owned()));
        series.push(Series { values: rival, class: Class::LineGrey, dots: None });
    }
    series.push(Series {
        values: found.iter().map(|row| Some(row.2)).collect(),
        class: Class::AreaAccent,
        dots: Some(Class::Accent),
    });
    series.push(Series { values: found.iter().map(|row| Some(row.1)).collect(), class: Class::Guide, dots: None });
    let spoke = |(row, expected, seen): &(&Row, f64, f64)| {
        (dimension(row, lang), format!("{} / {}", fixed(*seen, 1), fixed(*expected, 1)), Some(row.id.clone()))
    };
    let radar = Radar {
        low: 0.0,
        high: 7.0,
        rings: vec![1.0, 3.0, 5.0, 7.0],
        spokes: found.iter().map(spoke).collect(),
        series,
    };
    let mut canvas = Canvas::new(size.width);
    let top = legend::draw(&mut canvas, 0.0, &entries);
    let bottom = radar.draw(&mut canvas, top);
    let gap = number(book, "w5.servqual");
    let title = match gap.map(|gap| (gap, fixed(gap.abs(), 1))) {
        Some((gap, points)) if gap < -0.05 => {
            say!(lang, "They see us {points} points below what they expect", "感知比期望低{points}分")
        }
        Some((gap, points)) if gap > 0.05 => {
            say!(lang, "They see us {points} points above what they expect", "感知比期望高{points}分")
        }
        Some(_) => word!(lang, "They get just what they expect", "服务正好达到期望").to_owned(),
        None => quality_finding(&found, lang),
    };
    let subtitle = match gap.map(|gap| signed(gap, 2)) {
        Some(gap) => say!(lang, "Seen / expected, 1 to 7; weighted gap {gap}.", "感知/期望，1至7分；加权差距{gap}。"),
        None => word!(lang, "Seen / expected, 1 to 7.", "感知/期望，1至7分。").to_owned(),
    };
    canvas.close(bottom, title, subtitle, quality_table(&found, lang))
}
