//! Who has a say, and who is for us.

use crate::analysis::Book;
use crate::analysis::stats::count;
use crate::charts::data::{anchor, brief, cell, name_of};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::field::{Field, Point, Side};
use crate::charts::kit::shapes::Dot;
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::model::{Lang, Row, bi};
use crate::worksheets::needs::people;

const KEY_PLAYER: f64 = 4.0;

/// Power and support map: support across, influence upwards, size by contact.
pub fn power_map(book: &Book, lang: Lang, size: Size) -> Scene {
    let mut rated: Vec<(&Row, f64, f64)> = book
        .rows(people::TABLE)
        .filter_map(|row| Some((row, row.get(people::SUPPORT)?, row.get(people::INFLUENCE)?)))
        .collect();
    if rated.is_empty() {
        return empty(
            size,
            lang,
            bi("Who is for us, and who decides?", "谁说了算，谁支持我们？"),
            bi(
                "Rate the influence and support of two or three people and they appear here.",
                "给两三个人评上影响力和支持度，这里就会出现人物图。",
            ),
            &["w3.people.name", "w3.people.influence", "w3.people.support", "w3.people.contact"],
            Sketch::Dots,
        );
    }
    crate::model::order::sort_by(&mut rated, |a, b| b.2.total_cmp(&a.2));
    let mut field = Field::new(support_axis(lang), influence_axis(lang), people::TABLE.path);
    field.guides.push(((-2.5, 3.5), (2.5, 3.5), Class::Guide));
    field.regions = vec![
        (-1.5, 5.25, word!(lang, "win over", "重点争取").to_owned()),
        (1.5, 5.25, word!(lang, "keep close", "牢牢维护").to_owned()),
        (-1.5, 0.72, word!(lang, "keep an eye on", "留意").to_owned()),
        (1.5, 0.72, word!(lang, "let them speak for us", "请他们帮我们说话").to_owned()),
    ];
    field.points = rated.iter().map(|(row, support, influence)| point(row, *support, *influence, lang)).collect();
    let mut canvas = Canvas::new(size.width);
    let height = field.draw(&mut canvas, 0.0);
    let subtitle = word!(
        lang,
        "Size: how close our contact is. Drag a person, or use the arrow keys.",
        "圆的大小：接触程度。可拖动，也可用方向键。"
    );
    canvas.close(height, finding(&rated, lang), subtitle.to_owned(), table(&rated, lang))
}

fn support_axis(lang: Lang) -> Side {
    let words = [
        (-2.0, word!(lang, "against us", "反对")),
        (-1.0, ""),
        (0.0, word!(lang, "neutral", "中立")),
        (1.0, ""),
        (2.0, word!(lang, "for us", "支持")),
    ];
    Side::new(-2.5, 2.5, word!(lang, "support", "支持度")).ticks(words).moves("support", -2.0, 2.0)
}

fn influence_axis(lang: Lang) -> Side {
    let words = [1.0, 2.0, 3.0, 4.0, 5.0].map(|step| (step, anchor(people::TABLE.field("influence"), step, lang)));
    Side::new(0.5, 5.5, word!(lang, "influence", "影响力")).ticks(words).moves("influence", 1.0, 5.0)
}

fn point(row: &Row, support: f64, influence: f64, lang: Lang) -> Point {
    let contact = row.get(people::CONTACT);
    let name = name_of(people::TABLE, row, lang);
    let (dot, class) = match (support, contact) {
        (against, _) if against < 0.0 => (Dot::Down, Class::Red),
        (_, Some(none)) if none < 1.0 => (Dot::Circle, Class::Hollow),
        (0.0, _) => (Dot::Circle, Class::Grey),
        _ => (Dot::Circle, Class::Accent),
    };
    let (stands, reached) = (
        anchor(people::TABLE.field("support"), support, lang),
        contact.map_or("–", |level| anchor(people::TABLE.field("contact"), level, lang)),
    );
    let tip = say!(lang, "{name}: {stands}; contact: {reached}", "{name}：{stands}；接触：{reached}");
    Point::new(support, influence, name)
        .of(&row.id)
        .look(dot, class)
        .radius(6.0 + contact.unwrap_or(0.5) * 1.6)
        .tip(tip)
}

/// Says what matters most: a decider not with us or not reached, an opponent, or how many key people are with us.
fn finding(rated: &[(&Row, f64, f64)], lang: Lang) -> String {
    let name = |row: &Row| brief(&name_of(people::TABLE, row, lang));
    let decides = |row: &Row| row.get(people::ROLE).is_some_and(|roles| roles.iter().any(|role| role == "economic"));
    let distant =
        rated.iter().find(|(row, ..)| decides(row) && row.get(people::CONTACT).is_some_and(|level| level < 2.0));
    if let Some((row, ..)) = distant {
        let name = name(row);
        return say!(lang, "{name} decides, and we hardly know each other", "{name}拍板，但我们还没真正接触上");
    }
    let key: Vec<_> = rated.iter().filter(|(_, _, influence)| *influence >= KEY_PLAYER).collect();
    let with_us = key.iter().filter(|(_, support, _)| *support >= 1.0).count();
    let of = key.len();
    let against = rated.iter().find(|(_, support, _)| *support < 0.0).map(|(row, ..)| name(row));
    match (of, against) {
        (0, Some(name)) => {
            say!(lang, "{name} is against us, and no key person is on the map", "{name}不支持我们，图上还没有关键人")
        }
        (0, None) => word!(lang, "Nobody with real influence on the map yet", "图上还没有真正有影响力的人").to_owned(),
        (_, Some(name)) => say!(
            lang,
            "{with_us} of {of} key people are with us; {name} is against",
            "{of}位关键人中{with_us}位支持我们，{name}反对"
        ),
        (_, None) if with_us == of => say!(
            lang,
            "All {of} key people are with us. Who supports the rival?",
            "{of}位关键人都支持我们。谁支持对手？"
        ),
        (_, None) => {
            let still = count(of - with_us);
            say!(
                lang,
                "{with_us} of {of} key people are with us, {still} still to win",
                "{of}位关键人中{with_us}位支持我们，还要争取{still}位"
            )
        }
    }
}

fn table(rated: &[(&Row, f64, f64)], lang: Lang) -> DataTable {
    let mut table = DataTable::new(match lang {
        Lang::En => ["Person", "Influence (1–5)", "Support (−2 to +2)", "Contact (0–4)"],
        Lang::Zh => ["人物", "影响力（1–5）", "支持度（−2至+2）", "接触程度（0–4）"],
    });
    for (row, support, influence) in rated {
        let contact = cell(row.get(people::CONTACT), 0);
        table.push([name_of(people::TABLE, row, lang), cell(Some(*influence), 0), cell(Some(*support), 0), contact]);
    }
    table
}
