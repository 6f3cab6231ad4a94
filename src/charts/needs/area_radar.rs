//! In which areas needs are important and badly met.

use crate::analysis::Book;
use crate::analysis::stats::mean;
use crate::charts::data::{cell, choice};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::kit::radar::{Radar, Series};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::fixed;
use crate::model::{Lang, bi};
use crate::worksheets::needs::needs;

/// Radar of the areas: mean importance (dashed) and mean satisfaction of their needs.
pub fn area_radar(book: &Book, lang: Lang, size: Size) -> Scene {
    let field = needs::TABLE.field("area");
    let mut areas: Vec<(&str, f64, f64, usize)> = Vec::new();
    for option in field.map(|field| field.kind.options()).unwrap_or_default() {
        let rated: Vec<(f64, f64)> = book
            .rows(needs::TABLE)
            .filter(|row| row.get(needs::AREA) == Some(option.key))
            .filter_map(|row| Some((row.get(needs::IMPORTANCE)?, row.get(needs::SATISFACTION)?)))
            .collect();
        let (important, satisfied): (Vec<f64>, Vec<f64>) = rated.iter().copied().unzip();
        if let (Some(important), Some(satisfied)) = (mean(&important), mean(&satisfied)) {
            areas.push((option.key, important, satisfied, rated.len()));
        }
    }
    if areas.len() < 3 {
        return empty(
            size,
            lang,
            bi("In which areas does it hurt?", "痛在哪些方面？"),
            bi("Give needs an area; from three areas on they are compared here.", "给需求选类别，有三类以上就能比较。"),
            &["w3.needs.area", "w3.needs.importance", "w3.needs.satisfaction"],
            Sketch::Star,
        );
    }
    let mut table = DataTable::of(
        lang,
        &[bi("Area", "类别"), bi("Needs", "需求数"), bi("Importance", "重要度"), bi("Satisfaction", "满意度")],
    );
    let mut spokes = Vec::new();
    for (key, important, satisfied, of) in &areas {
        let name = choice(field, key, lang);
        table.push([name.clone(), of.to_string(), cell(Some(*important), 1), cell(Some(*satisfied), 1)]);
        spokes.push((name, format!("{} / {}", fixed(*satisfied, 1), fixed(*important, 1)), None));
    }
    let line = |values: Vec<Option<f64>>, class, dots| Series { values, class, dots };
    let series = vec![
        line(areas.iter().map(|area| Some(area.2)).collect(), Class::AreaAccent, Some(Class::Accent)),
        line(areas.iter().map(|area| Some(area.1)).collect(), Class::Guide, None),
    ];
    let radar = Radar { low: 0.0, high: 10.0, rings: vec![2.0, 4.0, 6.0, 8.0, 10.0], spokes, series };
    let mut canvas = Canvas::new(size.width);
    let entries = [
        (Swatch::Line, Class::LineAccent, word!(lang, "satisfaction", "满意度").to_owned()),
        (Swatch::Line, Class::Guide, word!(lang, "importance", "重要度").to_owned()),
    ];
    let top = legend::draw(&mut canvas, 0.0, &entries);
    let bottom = radar.draw(&mut canvas, top);
    let worst = areas.iter().max_by(|a, b| (a.1 - a.2).total_cmp(&(b.1 - b.2)));
    let title = worst.map(|(key, important, satisfied, _)| {
        let (name, gap) = (choice(field, key, lang), fixed(important - satisfied, 1));
        say!(lang, "The widest gap is in {name}: {gap} points", "差距最大的是{name}，差{gap}分")
    });
    let subtitle = word!(
        lang,
        "Mean of the needs in each area, 1 to 10: satisfaction / importance.",
        "各类需求均值，1至10分：满意度/重要度。"
    );
    canvas.close(bottom, title.unwrap_or_default(), subtitle.to_owned(), table)
}
