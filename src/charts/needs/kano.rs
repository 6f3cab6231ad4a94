//! Which needs are taken for granted, and which would delight.

use crate::analysis::Book;
use crate::charts::data::{brief, cell, choice, key_of_row, name_of, of_row};
use crate::charts::kit::cards::{self, Card};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::field::{Field, Point, Side};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::fixed;
use crate::model::{Lang, Row, bi};
use crate::worksheets::needs::needs;

const CLASSES: [(&str, Class); 4] = [
    ("must_be", Class::Ink),
    ("one_dimensional", Class::Accent),
    ("attractive", Class::AccentMid),
    ("indifferent", Class::Pale),
];

/// Quadrant of the answers of several people where there are some, else four cards by class.
pub fn kano(book: &Book, lang: Lang, size: Size) -> Scene {
    let class = |row: &Row| key_of_row(book, "w3.needs", row.id.as_str(), "kano");
    let asked = |row: &Row, key: &str| of_row(book, "w3.needs", row.id.as_str(), key);
    let classed: Vec<&Row> = book.rows(needs::TABLE).filter(|row| class(row).is_some()).collect();
    let voted: Vec<(&Row, f64, f64)> =
        book.rows(needs::TABLE).filter_map(|row| Some((row, asked(row, "worse")?, asked(row, "better")?))).collect();
    if classed.is_empty() && voted.is_empty() {
        return empty(
            size,
            lang,
            bi("Taken for granted, or a delight?", "必备，还是惊喜？"),
            bi(
                "Say for each need how they feel if it is there and if it is missing.",
                "每条需求：具备时感受如何，缺了感受如何。",
            ),
            &["w3.needs.kano_f", "w3.needs.kano_d", "w3.needs.kano_class", "w3.kano_votes.count"],
            Sketch::Dots,
        );
    }
    let field = needs::TABLE.field("kano_class");
    let words = |row: &Row| class(row).map(|key| choice(field, key, lang)).unwrap_or_default();
    let mut table =
        DataTable::of(lang, &[bi("Need", "需求"), bi("Class", "类别"), bi("Better", "Better"), bi("Worse", "Worse")]);
    for row in book.rows(needs::TABLE).filter(|row| class(row).is_some() || asked(row, "better").is_some()) {
        let name = name_of(needs::TABLE, row, lang);
        table.push([name, words(row), cell(asked(row, "better"), 2), cell(asked(row, "worse"), 2)]);
    }
    let mut canvas = Canvas::new(size.width);
    let (bottom, subtitle) = if voted.is_empty() {
        (
            draw_cards(&mut canvas, &classed, book, lang),
            word!(lang, "Class by the two answers, or set by the team.", "按两问判定，或由团队设定。"),
        )
    } else {
        let subtitle = word!(
            lang,
            "Right: missing it annoys more people. Up: having it pleases more people.",
            "越靠右，缺了越多人不满；越靠上，有了越多人满意。"
        );
        (draw_quadrant(&mut canvas, &voted, lang), subtitle)
    };
    let must: Vec<&&Row> = classed.iter().filter(|row| class(row) == Some("must_be")).collect();
    let delight = classed.iter().find(|row| class(row) == Some("attractive"));
    let name = |row: &Row| brief(&name_of(needs::TABLE, row, lang));
    let title = match (must.as_slice(), delight) {
        ([], Some(row)) => {
            let name = name(row);
            say!(lang, "“{name}” would delight; nothing is a must yet", "“{name}”能带来惊喜，还没有必备项")
        }
        ([first, ..], None) => {
            let (of, name) = (must.len(), name(first));
            say!(
                lang,
                "{of} musts, such as “{name}”; nothing that delights yet",
                "{of}条必备，如“{name}”；还没有惊喜项"
            )
        }
        ([first, ..], Some(row)) => {
            let (first, row) = (name(first), name(row));
            say!(
                lang,
                "Out of the game without “{first}”; “{row}” would delight",
                "没有“{first}”就出局，有了“{row}”会惊喜"
            )
        }
        _ => word!(lang, "What the needs mean to them", "各需求对客户的意义").to_owned(),
    };
    canvas.close(bottom, title, subtitle.to_owned(), table)
}

fn draw_cards(canvas: &mut Canvas, classed: &[&Row], book: &Book, lang: Lang) -> f64 {
    let field = needs::TABLE.field("kano_class");
    let cards = CLASSES.map(|(key, edge)| Card {
        title: choice(field, key, lang),
        edge,
        items: classed
            .iter()
            .filter(|row| key_of_row(book, "w3.needs", row.id.as_str(), "kano") == Some(key))
            .map(|row| (name_of(needs::TABLE, row, lang), Some(row.id.clone())))
            .collect(),
    });
    cards::draw(canvas, 0.0, &cards, lang)
}

fn draw_quadrant(canvas: &mut Canvas, voted: &[(&Row, f64, f64)], lang: Lang) -> f64 {
    let ticks = [(0.0, "0"), (0.5, "0.5"), (1.0, "1")];
    let across = Side::new(-0.03, 1.03, word!(lang, "Worse (without sign)", "Worse（取绝对值）")).ticks(ticks);
    let up = Side::new(-0.03, 1.03, "Better").ticks(ticks);
    let mut field = Field::new(across, up, needs::TABLE.path);
    field.guides = vec![((0.5, -0.03), (0.5, 1.03), Class::Guide), ((-0.03, 0.5), (1.03, 0.5), Class::Guide)];
    field.regions = vec![
        (0.22, 0.97, word!(lang, "attractive", "魅力").to_owned()),
        (0.78, 0.97, word!(lang, "one-dimensional", "期望").to_owned()),
        (0.22, 0.03, word!(lang, "indifferent", "无差异").to_owned()),
        (0.78, 0.03, word!(lang, "must-be", "必备").to_owned()),
    ];
    field.points = voted
        .iter()
        .map(|(row, worse, better)| {
            let name = name_of(needs::TABLE, row, lang);
            let tip = format!("{name}: Better {}, Worse {}", fixed(*better, 2), fixed(*worse, 2));
            Point::new(-worse, *better, name).of(&row.id).radius(6.0).tip(tip)
        })
        .collect();
    field.draw(canvas, 0.0)
}
