//! Who reports to whom, who is for us, and who influences whom.

use std::collections::HashSet;

use crate::analysis::Book;
use crate::analysis::stats::count;
use crate::charts::data::{brief, choice, name_at, name_of};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::legend::{self, Swatch};
use crate::charts::kit::rows::more;
use crate::charts::kit::shapes::{Dot, arrow, shape};
use crate::charts::scene::{DataTable, Mark, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class, text};
use crate::i18n::format::signed;
use crate::model::{Lang, Row, bi};
use crate::worksheets::needs::{links, people};

const MOST: usize = 30;
const PITCH: f64 = 30.0;
const STEP: f64 = 20.0;

struct Place<'a> {
    row: &'a Row,
    depth: usize,
    /// Place of the superior above it.
    above: Option<usize>,
}

/// Organisation chart, top down with indents; shapes say who is for us, lines at the right who influences whom.
pub fn org_chart(book: &Book, lang: Lang, size: Size) -> Scene {
    let places = arrange(book);
    if places.is_empty() {
        return empty(
            size,
            lang,
            bi("Who reports to whom?", "谁向谁汇报？"),
            bi("Enter people and whom they report to.", "填人物和各自的汇报对象。"),
            &["w3.people.name", "w3.people.reports_to", "w3.people.support", "w3.links.from"],
            Sketch::Bars,
        );
    }
    let mut canvas = Canvas::new(size.width);
    let entries = [
        (Swatch::Dot, Class::Accent, word!(lang, "for us", "支持").to_owned()),
        (Swatch::Dot, Class::Grey, word!(lang, "neutral", "中立").to_owned()),
        (Swatch::Down, Class::Red, word!(lang, "against us", "反对").to_owned()),
        (Swatch::Dot, Class::HollowGrey, word!(lang, "not rated", "未评").to_owned()),
    ];
    let top = legend::draw(&mut canvas, 0.0, &entries);
    let y = |at: usize| top + (count(at) + 0.5) * PITCH;
    let x = |depth: usize| 8.0 + count(depth.min(6)) * STEP;
    let shown = places.len().min(MOST);
    let lines: Vec<(usize, usize, &str)> = influence(book, &places, shown);
    let right = size.width - 10.0 * count(lines.len()) - if lines.is_empty() { 0.0 } else { 12.0 };
    for (at, place) in places.iter().take(MOST).enumerate() {
        if let Some(above) = place.above {
            let trunk = x(place.depth) - STEP;
            canvas.add(Mark::path(
                vec![(trunk, y(above) + 8.0), (trunk, y(at)), (x(place.depth) - 8.0, y(at))],
                Class::Axis,
            ));
        }
        draw_person(&mut canvas, place.row, (x(place.depth), y(at)), right, lang);
    }
    for (nth, (from, to, kind)) in lines.iter().enumerate() {
        let across = right + 10.0 + count(nth) * 10.0;
        let class = match *kind {
            "conflicts" => Class::LineRed,
            "ally" => Class::LineGreyDash,
            _ => Class::LineGrey,
        };
        canvas.add(Mark::path(vec![(right + 2.0, y(*from)), (across, y(*from)), (across, y(*to))], class));
        arrow(&mut canvas, (across, y(*to)), (right + 2.0, y(*to)), class);
    }
    let bottom = more(&mut canvas, top + count(shown) * PITCH, places.len() - shown, lang);
    let subtitle = word!(
        lang,
        "Indented: reports to the one above. Lines at the right: influence; red: conflict; dotted: allies.",
        "缩进表示汇报关系。右侧连线：影响；红：冲突；点线：同盟。"
    );
    canvas.close(bottom, finding(&places, lang), subtitle.to_owned(), table(book, &places, lang))
}

/// People in the order of the tree: superiors first, each with those who report to them. A circle is cut open.
fn arrange<'a>(book: &Book<'a>) -> Vec<Place<'a>> {
    let all: Vec<&Row> = book.rows(people::TABLE).collect();
    let known: HashSet<&str> = all.iter().map(|row| row.id.as_str()).collect();
    let boss = |row: &Row| {
        row.get(people::REPORTS_TO).filter(|id| known.contains(id) && *id != row.id.as_str()).map(ToOwned::to_owned)
    };
    let bosses: Vec<Option<String>> = all.iter().map(|row| boss(row)).collect();
    let mut seen: HashSet<&str> = HashSet::new();
    let mut out: Vec<Place> = Vec::new();
    let roots = all.iter().zip(&bosses).filter(|(_, boss)| boss.is_none()).map(|(row, _)| *row);
    // Whoever is left after the roots stands in a circle.
    for root in roots.chain(all.iter().copied()) {
        let mut open: Vec<(&Row, usize, Option<usize>)> = vec![(root, 0, None)];
        while let Some((row, depth, above)) = open.pop() {
            if !seen.insert(row.id.as_str()) {
                continue;
            }
            let at = out.len();
            out.push(Place { row, depth, above });
            let reports = all.iter().zip(&bosses).rev().filter(|(_, boss)| boss.as_deref() == Some(row.id.as_str()));
            open.extend(reports.map(|(report, _)| (*report, depth + 1, Some(at))));
        }
    }
    out
}

fn influence<'a>(book: &Book<'a>, places: &[Place], shown: usize) -> Vec<(usize, usize, &'a str)> {
    let place = |id: Option<&str>| places.iter().take(shown).position(|place| Some(place.row.id.as_str()) == id);
    let read = |row: &'a Row| {
        Some((place(row.get(links::FROM))?, place(row.get(links::TO))?, row.get(links::KIND).unwrap_or("influences")))
    };
    book.rows(links::TABLE).filter_map(read).filter(|(from, to, _)| from != to).take(6).collect()
}

fn draw_person(canvas: &mut Canvas, row: &Row, (x, y): (f64, f64), right: f64, lang: Lang) {
    let (dot, class) = match row.get(people::SUPPORT) {
        Some(against) if against < 0.0 => (Dot::Down, Class::Red),
        Some(0.0) => (Dot::Circle, Class::Grey),
        Some(_) => (Dot::Circle, Class::Accent),
        None => (Dot::Circle, Class::HollowGrey),
    };
    let name = name_of(people::TABLE, row, lang);
    let roles = row.get(people::ROLE).unwrap_or_default().iter();
    let roles: Vec<String> = roles.map(|role| choice(people::TABLE.field("role"), role, lang)).collect();
    let title = row.get(people::TITLE).map_or_else(|| roles.join(" · "), ToOwned::to_owned);
    let tip = format!("{name} · {title}");
    canvas.add(shape(dot, (x, y), 4.0 + row.get(people::INFLUENCE).unwrap_or(1.0), class).of(&row.id).tip(tip.clone()));
    let from = x + 16.0;
    let room = right - from;
    let name = text::fit(&name, room, 12.5, true);
    let wide = text::width(&name, 12.5, true);
    canvas.add(Mark::text(from, y + 4.0, name, Class::Label).size(12.5).of(&row.id).tip(tip));
    canvas.add(Mark::text(from + wide + 8.0, y + 4.0, title, Class::Faint).size(11.0).within(room - wide - 10.0));
}

fn finding(places: &[Place], lang: Lang) -> String {
    let top = places.iter().filter(|place| place.depth == 0);
    let missing = top.clone().find(|place| place.row.get(people::SUPPORT).is_none_or(|support| support < 1.0));
    let of = places.len();
    match missing {
        Some(place) if of > 1 => {
            let name = brief(&name_of(people::TABLE, place.row, lang));
            say!(
                lang,
                "{of} people mapped; {name} at the top is not with us yet",
                "图上{of}人，顶层的{name}还没支持我们"
            )
        }
        _ => say!(lang, "{of} people mapped, the top is with us", "图上{of}人，顶层支持我们"),
    }
}

fn table(book: &Book, places: &[Place], lang: Lang) -> DataTable {
    let mut table = DataTable::of(lang, &[bi("Person", "人物"), bi("Reports to", "汇报对象"), bi("Support", "支持度")]);
    for place in places {
        let boss = place.row.get(people::REPORTS_TO).and_then(|id| name_at(book, people::TABLE, id, lang));
        let support = place.row.get(people::SUPPORT).map(|support| signed(support, 0)).unwrap_or_default();
        table.push([name_of(people::TABLE, place.row, lang), boss.unwrap_or_default(), support]);
    }
    table
}
