//! Which rival could hurt us most.

use crate::analysis::Book;
use crate::charts::data::{anchor, brief, cell, name_of};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::field::{Field, Point, Side, product_zones};
use crate::charts::kit::shapes::Dot;
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::model::{Lang, Row, bi};
use crate::worksheets::competition::comp;
use crate::worksheets::settings::limits;

/// Threat matrix: intent across, capability upwards.
pub fn threat(book: &Book, lang: Lang, size: Size) -> Scene {
    let mut rated: Vec<(&Row, f64, f64)> = book
        .rows(comp::TABLE)
        .filter(|row| row.id.as_str() != "us")
        .filter_map(|row| Some((row, row.get(comp::INTENT)?, row.get(comp::CAPABILITY)?)))
        .collect();
    if rated.is_empty() {
        return empty(
            size,
            lang,
            bi("Which rival could hurt us most?", "哪家对手威胁最大？"),
            bi("Rate capability and intent of each rival.", "给每家对手评进攻能力和进攻意愿。"),
            &["w2.comp.capability", "w2.comp.intent"],
            Sketch::Dots,
        );
    }
    crate::model::order::sort_by(&mut rated, |a, b| (b.1 * b.2).total_cmp(&(a.1 * a.2)));
    let side = |key: &'static str, title: &str| {
        let words = [1.0, 2.0, 3.0, 4.0, 5.0].map(|step| {
            (step, if step == 1.0 || step == 5.0 { anchor(comp::TABLE.field(key), step, lang) } else { "" })
        });
        Side::new(0.5, 5.5, title).ticks(words).moves(key, 1.0, 5.0)
    };
    let mut field = Field::new(
        side("intent", word!(lang, "intent", "进攻意愿")),
        side("capability", word!(lang, "capability", "进攻能力")),
        comp::TABLE.path,
    );
    let limit = book.form(limits::TABLE);
    let cuts = [limits::RISK_MEDIUM, limits::RISK_HIGH, limits::RISK_EXTREME];
    let cuts = cuts.map(|cut| limit.get(cut).unwrap_or(f64::INFINITY));
    product_zones(&mut field, cuts);
    field.points = rated
        .iter()
        .map(|(row, intent, capability)| {
            let name = name_of(comp::TABLE, row, lang);
            let grave = intent * capability >= cuts.get(2).copied().unwrap_or(f64::INFINITY);
            let (dot, class) = if grave { (Dot::Down, Class::Red) } else { (Dot::Circle, Class::Accent) };
            Point::new(*intent, *capability, name.clone()).of(&row.id).look(dot, class).tip(name)
        })
        .collect();
    let mut canvas = Canvas::new(size.width);
    let bottom = field.draw(&mut canvas, 0.0);
    let title = rated.first().map(|(row, intent, capability)| {
        let (name, score) = (brief(&name_of(comp::TABLE, row, lang)), cell(Some(intent * capability), 0));
        say!(lang, "{name} is the most dangerous rival ({score} of 25)", "威胁最大的是{name}（{score}分，满分25）")
    });
    let mut table = DataTable::of(
        lang,
        &[
            bi("Rival", "对手"),
            bi("Intent (1–5)", "意愿（1–5）"),
            bi("Capability (1–5)", "能力（1–5）"),
            bi("Threat", "威胁指数"),
        ],
    );
    for (row, intent, capability) in &rated {
        table.push([
            name_of(comp::TABLE, row, lang),
            cell(Some(*intent), 0),
            cell(Some(*capability), 0),
            cell(Some(intent * capability), 0),
        ]);
    }
    let subtitle = word!(
        lang,
        "Darker towards the top right: more dangerous; a triangle marks an extreme threat. Drag a rival to rate it again.",
        "越靠右上越危险，三角形表示威胁极高。可拖动重新评分。"
    );
    canvas.close(bottom, title.unwrap_or_default(), subtitle.to_owned(), table)
}
