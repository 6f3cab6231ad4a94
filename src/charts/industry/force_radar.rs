//! How hard the five forces press, today and in three years.

use crate::analysis::Book;
use crate::charts::data::{cell, choice, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::kit::radar::{Radar, Series};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::{fixed, percent};
use crate::model::{Lang, bi};
use crate::worksheets::industry::forces;

/// The five forces in the order of the picture.
pub(super) const FORCES: [&str; 5] = ["rivalry", "entrants", "buyers", "substitutes", "suppliers"];

/// The name of a force.
pub(super) fn force_name(key: &str, lang: Lang) -> String {
    choice(forces::TABLE.field("force"), key, lang)
}

/// The strength of a force today and in three years.
pub(super) fn strength(book: &Book, key: &str) -> (Option<f64>, Option<f64>) {
    (number(book, &format!("w1.force.{key}")), number(book, &format!("w1.force_future.{key}")))
}

/// What stands in for both pictures of the forces.
pub(super) fn no_forces(size: Size, lang: Lang, sketch: Sketch) -> Scene {
    empty(
        size,
        lang,
        bi("What presses on their profit?", "什么在挤压客户的利润？"),
        bi("Rate a few factors of each force from 1 to 5.", "给每种力量的几个因素评1至5分。"),
        &["w1.forces.factor", "w1.forces.rating", "w1.forces.future"],
        sketch,
    )
}

/// The data of both pictures of the forces.
pub(super) fn force_table(book: &Book, lang: Lang) -> DataTable {
    let mut table =
        DataTable::of(lang, &[bi("Force", "力量"), bi("Today (1–5)", "当前（1–5）"), bi("In three years", "三年后")]);
    for key in FORCES {
        let (now, future) = strength(book, key);
        table.push([force_name(key, lang), cell(now, 2), cell(future, 2)]);
    }
    table
}

/// Radar of the five forces: solid today, dashed in three years.
pub fn force_radar(book: &Book, lang: Lang, size: Size) -> Scene {
    let found = FORCES.map(|key| strength(book, key));
    if found.iter().all(|(now, _)| now.is_none()) {
        return no_forces(size, lang, Sketch::Star);
    }
    let future = found.iter().any(|(_, future)| future.is_some());
    let spokes = FORCES
        .iter()
        .zip(found)
        .map(|(key, (now, _))| (force_name(key, lang), now.map(|now| fixed(now, 1)).unwrap_or_default(), None));
    let mut series = vec![Series {
        values: found.iter().map(|pair| pair.0).collect(),
        class: Class::AreaAccent,
        dots: Some(Class::Accent),
    }];
    if future {
        series.push(Series {
            values: found.iter().map(|pair| pair.1).collect(),
            class: Class::LineGreyDash,
            dots: None,
        });
    }
    let radar = Radar { low: 0.0, high: 5.0, rings: vec![1.0, 3.0, 5.0], spokes: spokes.collect(), series };
    let mut canvas = Canvas::new(size.width);
    let mut entries = vec![(Swatch::Line, Class::LineAccent, word!(lang, "today", "当前").to_owned())];
    if future {
        entries.push((Swatch::Line, Class::LineGreyDash, word!(lang, "in three years", "三年后").to_owned()));
    }
    let top = legend::draw(&mut canvas, 0.0, &entries);
    let bottom = radar.draw(&mut canvas, top);
    let strongest =
        FORCES.iter().zip(found).filter_map(|(key, (now, _))| Some((key, now?))).max_by(|a, b| a.1.total_cmp(&b.1));
    let title = strongest.map(|(key, value)| {
        let (name, value) = (force_name(key, lang), fixed(value, 1));
        say!(lang, "The strongest pressure: {name} ({value} of 5)", "压力最大的是{name}（{value}分，满分5）")
    });
    let subtitle = match (number(book, "w1.attractiveness"), number(book, "w1.attractiveness_future")) {
        (Some(now), Some(then)) => {
            let (now, then) = (percent(now, 0), percent(then, 0));
            say!(
                lang,
                "5 presses hardest on profit. Industry attractiveness {now} today, {then} in three years.",
                "5分对利润压力最大。行业吸引力当前{now}，三年后{then}。"
            )
        }
        (Some(now), None) => {
            let now = percent(now, 0);
            say!(
                lang,
                "5 presses hardest on profit. Industry attractiveness {now}.",
                "5分对利润压力最大。行业吸引力{now}。"
            )
        }
        _ => word!(lang, "5 presses hardest on profit.", "5分对利润压力最大。").to_owned(),
    };
    canvas.close(bottom, title.unwrap_or_default(), subtitle, force_table(book, lang))
}
