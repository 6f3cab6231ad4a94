//! Which needs matter and are badly met.

use crate::analysis::Book;
use crate::charts::data::{brief, cell, name_of, of_row};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::field::{Field, Point, Side};
use crate::charts::kit::shapes::Dot;
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::short;
use crate::model::{Lang, Row, bi};
use crate::worksheets::needs::needs;

/// From this score on a need counts as under-served.
const HIGH: f64 = 12.0;

struct Need<'a> {
    row: &'a Row,
    importance: f64,
    satisfaction: f64,
    score: Option<f64>,
}

/// Opportunity landscape: importance across, satisfaction upwards, the under-served corner shaded.
pub fn landscape(book: &Book, lang: Lang, size: Size) -> Scene {
    let mut rated: Vec<Need> = book.rows(needs::TABLE).filter_map(|row| read(book, row)).collect();
    if rated.is_empty() {
        return empty(
            size,
            lang,
            bi("Which needs are badly met?", "哪些需求没被满足？"),
            bi(
                "Rate importance and satisfaction of a few needs; the under-served ones gather in the shaded corner.",
                "给几条需求评上重要度和满意度，没被满足的会落进阴影区。",
            ),
            &["w3.needs.need", "w3.needs.importance", "w3.needs.satisfaction"],
            Sketch::Dots,
        );
    }
    crate::model::order::sort_by(&mut rated, |a, b| b.score.unwrap_or(0.0).total_cmp(&a.score.unwrap_or(0.0)));
    let ends = |low, high| [(1.0, low), (4.0, ""), (7.0, ""), (10.0, high)];
    let x = Side::new(0.5, 10.5, word!(lang, "importance", "重要度"))
        .ticks(ends(word!(lang, "hardly matters", "无所谓"), word!(lang, "vital", "非有不可")))
        .moves("importance", 1.0, 10.0);
    let y = Side::new(0.5, 10.5, word!(lang, "satisfaction today", "当前满意度"))
        .ticks(ends(word!(lang, "poor", "不满"), word!(lang, "delighted", "满意")))
        .moves("satisfaction", 1.0, 10.0);
    let mut field = Field::new(x, y, needs::TABLE.path);
    // Importance plus unmet gap reaches the cut where satisfaction is at most twice importance less the cut.
    for (cut, class) in [(HIGH, Class::Soft), (15.0, Class::Soft)] {
        field.zones.push((vec![(f64::midpoint(cut, 0.5), 0.5), (10.5, 21.0 - cut), (10.5, 0.5)], class));
        field.guides.push(((f64::midpoint(cut, 0.5), 0.5), (10.5, 21.0 - cut), Class::Guide));
    }
    field.regions = vec![
        (9.2, 0.8, word!(lang, "15 and more", "15分以上").to_owned()),
        (3.0, 9.6, word!(lang, "met or over-served", "已满足或过度").to_owned()),
    ];
    field.points = rated.iter().map(|need| point(need, lang)).collect();
    let mut canvas = Canvas::new(size.width);
    let height = field.draw(&mut canvas, 0.0);
    let subtitle = word!(
        lang,
        "Shaded: an opportunity score of 12 and more. Drag a need, or use the arrow keys.",
        "阴影内：机会分不低于12。可拖动，也可用方向键。"
    );
    canvas.close(height, finding(&rated, lang), subtitle.to_owned(), table(&rated, lang))
}

fn read<'a>(book: &Book, row: &'a Row) -> Option<Need<'a>> {
    let (importance, satisfaction) = (row.get(needs::IMPORTANCE)?, row.get(needs::SATISFACTION)?);
    let score = of_row(book, needs::TABLE.path, row.id.as_str(), "opportunity");
    Some(Need { row, importance, satisfaction, score })
}

fn point(need: &Need, lang: Lang) -> Point {
    let name = name_of(needs::TABLE, need.row, lang);
    let high = need.score.is_some_and(|score| score >= HIGH);
    let (class, dot) = if high { (Class::Accent, Dot::Circle) } else { (Class::Grey, Dot::Circle) };
    let score = cell(need.score, 1);
    let tip = say!(lang, "{name}: opportunity {score}", "{name}：机会分{score}");
    let mut point = Point::new(need.importance, need.satisfaction, name)
        .of(&need.row.id)
        .look(dot, class)
        .radius(if high { 7.5 } else { 5.5 })
        .tip(tip);
    if !high {
        point.name_class = Class::Text;
    }
    point
}

fn finding(rated: &[Need], lang: Lang) -> String {
    let under = rated.iter().filter(|need| need.score.is_some_and(|score| score >= HIGH)).count();
    let of = rated.len();
    let Some((first, score)) = rated.first().and_then(|need| Some((need, need.score?))) else {
        return say!(lang, "{of} needs rated", "已评{of}条需求");
    };
    let (name, score) = (brief(&name_of(needs::TABLE, first.row, lang)), short(score, 1));
    match under {
        0 => say!(
            lang,
            "No need is badly under-served; the largest opening is “{name}” ({score})",
            "没有明显未满足的需求，空间最大的是“{name}”（{score}分）"
        ),
        1 => say!(
            lang,
            "One of {of} needs is badly under-served: “{name}” ({score})",
            "{of}条需求中有1条明显没被满足：“{name}”（{score}分）"
        ),
        _ => say!(
            lang,
            "{under} of {of} needs are badly under-served, first of all “{name}” ({score})",
            "{of}条需求中有{under}条明显没被满足，首先是“{name}”（{score}分）"
        ),
    }
}

fn table(rated: &[Need], lang: Lang) -> DataTable {
    let mut table = DataTable::new(match lang {
        Lang::En => ["Need", "Importance (1–10)", "Satisfaction (1–10)", "Opportunity score"],
        Lang::Zh => ["需求", "重要度（1–10）", "满意度（1–10）", "机会分"],
    });
    for need in rated {
        let name = name_of(needs::TABLE, need.row, lang);
        table.push([name, cell(Some(need.importance), 0), cell(Some(need.satisfaction), 0), cell(need.score, 1)]);
    }
    table
}
