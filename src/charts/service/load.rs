//! Who has more to do than hours.

use crate::analysis::Book;
use crate::charts::data::{brief, cell, name_at, name_of, of_row};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::rows::{Line, Part, Rows, more};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::percent;
use crate::model::{Lang, Row, bi};
use crate::worksheets::{account::team, service::res, settings::limits};

const MOST: usize = 14;

/// Load of each role or person in percent of the hours available, the heaviest first.
pub fn load(book: &Book, lang: Lang, size: Size) -> Scene {
    let mut loads: Vec<(&Row, f64)> =
        book.rows(res::TABLE).filter_map(|row| Some((row, of_row(book, "w5.res", row.id.as_str(), "load")?))).collect();
    if loads.is_empty() {
        return empty(
            size,
            lang,
            bi("Who has too much to do?", "谁忙不过来？"),
            bi("Enter hours needed and hours available per month.", "填每月所需工时和可用工时。"),
            &["w5.res.role", "w5.res.needed", "w5.res.available"],
            Sketch::Bars,
        );
    }
    crate::model::order::sort_by(&mut loads, |a, b| b.1.total_cmp(&a.1));
    let limit = book.form(limits::TABLE);
    let (amber, red) = (limit.get(limits::LOAD_AMBER).unwrap_or(85.0), limit.get(limits::LOAD_RED).unwrap_or(100.0));
    let name = |row: &Row| {
        let person = row.get(res::PERSON).and_then(|id| name_at(book, team::TABLE, id, lang));
        let role = name_of(res::TABLE, row, lang);
        person.map_or_else(|| role.clone(), |person| format!("{person} · {role}"))
    };
    let mut table = DataTable::of(
        lang,
        &[
            bi("Role", "角色"),
            bi("Hours needed", "所需工时"),
            bi("Hours available", "可用工时"),
            bi("Load %", "负荷率%"),
        ],
    );
    for (row, load) in &loads {
        table.push([name(row), cell(row.get(res::NEEDED), 1), cell(row.get(res::AVAILABLE), 1), cell(Some(*load), 0)]);
    }
    let most = loads.first().map_or(100.0, |load| load.1).clamp(110.0, 200.0);
    let lines = loads.iter().take(MOST).map(|(row, load)| {
        let (class, note, sign) = match *load {
            over if over > red => (Class::Red, Class::RedText, "▼ "),
            near if near > amber => (Class::Amber, Class::AmberText, "▲ "),
            _ => (Class::Accent, Class::Label, ""),
        };
        let words = percent(*load, 0);
        let part = Part::new(0.0, load.min(most), class).tip(words.clone());
        Line::new(name(row)).of(&row.id).part(part).note(format!("{sign}{words}"), note)
    });
    let mut canvas = Canvas::new(size.width);
    let placed = Rows::between(0.0, most, lines.collect()).guide(100.0, "100%").draw(&mut canvas, 0.0);
    let bottom = more(&mut canvas, placed.bottom, loads.len().saturating_sub(MOST), lang);
    let over = loads.iter().filter(|(_, load)| *load > red).count();
    let title = loads.first().map(|(row, load)| {
        let (name, load) = (brief(&name(row)), percent(*load, 0));
        match over {
            0 => say!(
                lang,
                "Nobody is overloaded; the busiest is {name} ({load})",
                "没有人超负荷，最忙的是{name}（{load}）"
            ),
            1 => say!(lang, "{name} is overloaded ({load})", "{name}超负荷（{load}）"),
            _ => say!(
                lang,
                "{over} are overloaded, most of all {name} ({load})",
                "{over}人超负荷，最重的是{name}（{load}）"
            ),
        }
    });
    let subtitle =
        word!(lang, "Hours needed in percent of hours available per month.", "每月所需工时占可用工时的百分比。");
    canvas.close(bottom, title.unwrap_or_default(), subtitle.to_owned(), table)
}
