//! Who shall become closer to us, and how far that is.

use crate::analysis::stats::count;
use crate::analysis::{Book, Out};
use crate::charts::data::{anchor, answer, brief, cell, choice, name_of, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::kit::rows::{Line, Part, Pin, PinShape, Rows, more};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::{short, signed};
use crate::model::{Lang, Row, bi};
use crate::worksheets::needs::people;

const MOST: usize = 14;

/// Each person's relationship today and the one we want, the widest way first.
pub fn relationships(book: &Book, lang: Lang, size: Size) -> Scene {
    let levels = |row: &Row| (row.get(people::REL_NOW), row.get(people::REL_GOAL));
    let mut rows: Vec<(&Row, Option<f64>, Option<f64>)> = book
        .rows(people::TABLE)
        .map(|row| (row, levels(row).0, levels(row).1))
        .filter(|(_, now, goal)| now.is_some() || goal.is_some())
        .collect();
    if rows.is_empty() {
        return empty(
            size,
            lang,
            bi("To whom must we get closer?", "要跟谁走得更近？"),
            bi("Rate each person's relationship today and the one you want.", "给每个人评现在的关系和想要的关系。"),
            &["w3.people.name", "w3.people.rel_now", "w3.people.rel_goal"],
            Sketch::Bars,
        );
    }
    let gap = |now: Option<f64>, goal: Option<f64>| Some(goal? - now?);
    let rank = |row: &Row, now: Option<f64>, goal: Option<f64>| {
        (gap(now, goal).unwrap_or(-9.0), row.get(people::INFLUENCE).unwrap_or(0.0))
    };
    crate::model::order::sort_by(&mut rows, |a, b| {
        let (one, other) = (rank(b.0, b.1, b.2), rank(a.0, a.1, a.2));
        one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1))
    });
    let field = people::TABLE.field("rel_now");
    let word = |level: Option<f64>| level.map(|level| anchor(field, level, lang).to_owned()).unwrap_or_default();
    let mut table =
        DataTable::of(lang, &[bi("Person", "人物"), bi("Today", "现状"), bi("Wanted", "目标"), bi("Way", "差距")]);
    let mut lines = Vec::new();
    for (row, now, goal) in &rows {
        let name = name_of(people::TABLE, row, lang);
        table.push([name.clone(), word(*now), word(*goal), cell(gap(*now, *goal), 0)]);
        let mut line = Line::new(name).of(&row.id);
        if let (Some(now), Some(goal)) = (now, goal) {
            line = line.part(Part::new(*now, *goal, Class::AccentMid).slim());
        }
        line.pins.extend(goal.map(|goal| Pin::new(goal, PinShape::Diamond, Class::Hollow).tip(word(Some(goal)))));
        line.pins.extend(now.map(|now| Pin::new(now, PinShape::Dot, Class::Accent).tip(word(Some(now)))));
        lines.push(match gap(*now, *goal) {
            Some(way) if way > 0.0 => line.note(signed(way, 0), Class::Label),
            Some(_) => line.note("✓", Class::Text),
            None => line.note("–", Class::Faint),
        });
    }
    lines.truncate(MOST);
    let mut canvas = Canvas::new(size.width);
    let entries = [
        (Swatch::Dot, Class::Accent, word!(lang, "today", "现状").to_owned()),
        (Swatch::Diamond, Class::Hollow, word!(lang, "wanted", "目标").to_owned()),
    ];
    let top = legend::draw(&mut canvas, 0.0, &entries);
    // All four words where they fit beside each other, else those at the ends.
    let all: Vec<(f64, String)> =
        (1..=4_u8).map(|at| (f64::from(at), anchor(field, f64::from(at), lang).to_owned())).collect();
    let wide: f64 = all.iter().map(|(_, word)| crate::charts::text::width(word, 11.0, false) + 8.0).sum();
    let ends = |at: f64| wide < size.width * 0.55 || at == 1.0 || at == 4.0;
    let ticks = all.into_iter().map(|(at, word)| (at, if ends(at) { word } else { String::new() })).collect();
    let mut picture = Rows::between(0.8, 4.2, lines).ticks(ticks);
    picture.ruled = true;
    let placed = picture.draw(&mut canvas, top);
    let bottom = more(&mut canvas, placed.bottom, rows.len().saturating_sub(MOST), lang);
    let title = finding(&rows, lang);
    canvas.close(bottom, title, roles(book, lang), table)
}

fn finding(rows: &[(&Row, Option<f64>, Option<f64>)], lang: Lang) -> String {
    let ways = rows.iter().filter_map(|(row, now, goal)| Some((*row, (*goal)? - (*now)?)));
    let open: Vec<(&Row, f64)> = ways.filter(|(_, way)| *way > 0.0).collect();
    match open.first() {
        Some((row, way)) => {
            let (of, name, way) = (open.len(), brief(&name_of(people::TABLE, row, lang)), short(*way, 0));
            if of == 1 {
                say!(lang, "One relationship to deepen: {name}, by {way}", "有1人要走得更近：{name}，差{way}级")
            } else {
                say!(
                    lang,
                    "{of} relationships to deepen, furthest: {name} ({way} levels)",
                    "有{of}人要走得更近，差得最远的是{name}（{way}级）"
                )
            }
        }
        None => {
            let of = count(rows.len());
            let of = short(of, 0);
            say!(lang, "All {of} relationships are where we want them", "{of}人的关系都已达到目标")
        }
    }
}

/// Which of the four roles are found: a gap on the map as serious as a gap in a relationship.
fn roles(book: &Book, lang: Lang) -> String {
    let found = number(book, "w3.role_completeness").map(|found| short(found, 0));
    let field = people::TABLE.field("role");
    let missing: Vec<String> = match answer(book, "w3.roles_missing").map(|answer| answer.value) {
        Some(Ok(Out::List(keys))) => keys.iter().map(|key| choice(field, key, lang)).collect(),
        _ => Vec::new(),
    };
    match (found, missing.is_empty()) {
        (Some(_), true) => word!(
            lang,
            "From supplier to trusted adviser. All four roles are known.",
            "从供应商到信赖顾问。四种角色都已找到。"
        )
        .to_owned(),
        (Some(found), false) => {
            let names = missing.join(word!(lang, ", ", "、"));
            say!(
                lang,
                "From supplier to trusted adviser. {found} of 4 roles known; missing: {names}.",
                "从供应商到信赖顾问。四种角色已找到{found}种，还缺：{names}。"
            )
        }
        _ => word!(lang, "From supplier to trusted adviser.", "从供应商到信赖顾问。").to_owned(),
    }
}
