//! Required, current and competitor's capabilities in one view.

use super::capability_bars::{capability_finding, capability_table, no_capability, rated};
use crate::analysis::Book;
use crate::charts::data::{brief, name_of};
use crate::charts::kit::empty::Sketch;
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::kit::radar::{Radar, Series};
use crate::charts::scene::{Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::model::{Lang, Row};
use crate::worksheets::service::cap;

/// Radar of the ten most urgent capabilities: required (dashed), current, best competitor.
pub fn capability_radar(book: &Book, lang: Lang, size: Size) -> Scene {
    let mut found = rated(book);
    if found.len() < 3 {
        return no_capability(size, lang, Sketch::Star);
    }
    found.truncate(10);
    let rival: Vec<Option<f64>> = found.iter().map(|(row, ..)| row.get(cap::BEST_COMPETITOR)).collect();
    let mut entries = vec![
        (Swatch::Line, Class::LineAccent, word!(lang, "current", "现有").to_owned()),
        (Swatch::Line, Class::Guide, word!(lang, "required", "要求").to_owned()),
    ];
    let mut series = Vec::new();
    if rival.iter().any(Option::is_some) {
        entries.push((Swatch::Line, Class::LineGrey, word!(lang, "best competitor", "最佳竞争者").to_owned()));
        series.push(Series { values: rival, class: Class::LineGrey, dots: None });
    }
    series.push(Series {
        values: found.iter().map(|entry| Some(entry.2)).collect(),
        class: Class::AreaAccent,
        dots: Some(Class::Accent),
    });
    series.push(Series { values: found.iter().map(|entry| Some(entry.1)).collect(), class: Class::Guide, dots: None });
    let spokes = found.iter().map(|(row, ..)| (name_of(cap::TABLE, row, lang), String::new(), Some(row.id.clone())));
    let radar = Radar { low: 0.0, high: 5.0, rings: vec![1.0, 3.0, 5.0], spokes: spokes.collect(), series };
    let mut canvas = Canvas::new(size.width);
    let top = legend::draw(&mut canvas, 0.0, &entries);
    let bottom = radar.draw(&mut canvas, top);
    let subtitle = word!(lang, "Maturity 1 to 5; the rim is best.", "成熟度1至5级，越靠外越高。");
    canvas.close(bottom, finding(book, &found, lang), subtitle.to_owned(), capability_table(&found, lang))
}

/// Where the best competitor is ahead of us; without one, what to close first.
fn finding(book: &Book, found: &[(&Row, f64, f64, f64)], lang: Lang) -> String {
    let rated = found.iter().filter(|(row, ..)| row.get(cap::BEST_COMPETITOR).is_some()).count();
    let lead = |(row, _, current, _): &(&Row, f64, f64, f64)| Some(row.get(cap::BEST_COMPETITOR)? - current);
    let behind = found.iter().filter(|entry| lead(entry) > Some(0.0)).count();
    let worst = found.iter().filter_map(|entry| Some((lead(entry)?, entry.0))).max_by(|a, b| a.0.total_cmp(&b.0));
    match worst {
        Some((gap, row)) if gap > 0.0 => {
            let name = brief(&name_of(cap::TABLE, row, lang));
            say!(
                lang,
                "A rival is ahead on {behind} of {rated}, most on {name}",
                "{rated}项中{behind}项不如对手，差得最多的是{name}"
            )
        }
        Some(_) => say!(lang, "No rival is ahead of us on these {rated}", "这{rated}项对手都没有超过我方"),
        None => capability_finding(book, found, lang),
    }
}
