//! Strengths, weaknesses, opportunities and threats on four cards.

use crate::analysis::Book;
use crate::charts::data::{cell, choice, name_of};
use crate::charts::kit::cards::{self, Card};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::model::{Lang, Row, bi};
use crate::worksheets::competition::swot as items;

const QUADRANTS: [(&str, Class); 4] =
    [("strength", Class::Accent), ("weakness", Class::Grey), ("opportunity", Class::AccentMid), ("threat", Class::Ink)];

fn quadrant(row: &Row) -> Option<&str> {
    row.get(items::QUADRANT)
}

/// The four quadrants, the most important items first.
pub fn swot(book: &Book, lang: Lang, size: Size) -> Scene {
    let mut rows: Vec<&Row> = book
        .rows(items::TABLE)
        .filter(|row| quadrant(row).is_some_and(|key| QUADRANTS.iter().any(|(other, _)| *other == key)))
        .collect();
    if rows.is_empty() {
        return empty(
            size,
            lang,
            bi("Strong where, weak where?", "优劣势、机会与威胁"),
            bi(
                "Enter a few items with their quadrant; they gather on four cards.",
                "写几条并选好象限，会归到四张卡片上。",
            ),
            &["w2.swot.quadrant", "w2.swot.text", "w2.swot.importance"],
            Sketch::Cells,
        );
    }
    crate::model::order::sort_by(&mut rows, |a, b| {
        b.get(items::IMPORTANCE).unwrap_or(0.0).total_cmp(&a.get(items::IMPORTANCE).unwrap_or(0.0))
    });
    let field = items::TABLE.field("quadrant");
    let of = |key: &str| rows.iter().filter(|row| quadrant(row) == Some(key)).copied().collect::<Vec<&Row>>();
    let text = |row: &Row| row.get(items::TEXT).unwrap_or("–").to_owned();
    let cards = QUADRANTS.map(|(key, edge)| Card {
        title: format!("{} · {}", choice(field, key, lang), of(key).len()),
        edge,
        items: of(key).into_iter().map(|row| (text(row), Some(row.id.clone()))).collect(),
    });
    let mut canvas = Canvas::new(size.width);
    let bottom = cards::draw(&mut canvas, 0.0, &cards, lang);
    let missing = QUADRANTS.iter().find(|(key, _)| of(key).is_empty());
    let top = |key: &str| of(key).first().map(|row| crate::charts::data::brief(&text(row)));
    let title = match (missing, top("strength"), top("threat")) {
        (Some((key, _)), ..) => {
            let name = choice(field, key, lang);
            say!(lang, "Nothing under “{name}” yet: look again", "“{name}”还是空的，再想一想")
        }
        (None, Some(strength), Some(_)) => say!(lang, "What we can build on: {strength}", "我们可以倚重的：{strength}"),
        _ => word!(lang, "Four sides of our position", "我方处境的四个面").to_owned(),
    };
    let mut table =
        DataTable::of(lang, &[bi("Quadrant", "象限"), bi("Item", "内容"), bi("Importance (1–5)", "重要度（1–5）")]);
    for row in &rows {
        let key = quadrant(row).unwrap_or_default();
        table.push([choice(field, key, lang), name_of(items::TABLE, row, lang), cell(row.get(items::IMPORTANCE), 0)]);
    }
    let subtitle = word!(lang, "In order of importance.", "按重要度排列。");
    canvas.close(bottom, title, subtitle.to_owned(), table)
}
