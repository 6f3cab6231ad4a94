//! Who of us meets whom of them, and how often.

use crate::analysis::Book;
use crate::charts::data::{brief, choice, name_of};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::grid::{Cell, Grid, Line, columns_for};
use crate::charts::kit::rows::more;
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::model::{Lang, Row, bi};
use crate::worksheets::{account::team, needs::people, plan::cp};

const MOST: usize = 16;

/// Contact plan: their people by ours, the influential first.
pub fn contacts(book: &Book, lang: Lang, size: Size) -> Scene {
    let mut theirs: Vec<&Row> = book.rows(people::TABLE).collect();
    let mut ours: Vec<&Row> = book.rows(team::TABLE).collect();
    let frequency = |person: &Row, member: &Row| book.cell(cp::TABLE, &person.id, &member.id).get(cp::FREQUENCY);
    let meetings = |member: &Row| theirs.iter().filter(|person| frequency(person, member).is_some()).count();
    if ours.iter().all(|member| meetings(member) == 0) {
        return empty(
            size,
            lang,
            bi("Who meets whom?", "谁对接谁？"),
            bi("Plan who of us meets whom of them, and how often.", "安排我方谁定期见客户方谁。"),
            &["w3.people.name", "card.team.name", "w6.cp.frequency"],
            Sketch::Cells,
        );
    }
    crate::model::order::sort_by_key(&mut ours, |member| std::cmp::Reverse(meetings(member)));
    ours.truncate(columns_for(size.width));
    crate::model::order::sort_by(&mut theirs, |a, b| {
        b.get(people::INFLUENCE).unwrap_or(0.0).total_cmp(&a.get(people::INFLUENCE).unwrap_or(0.0))
    });
    let field = cp::TABLE.field("frequency");
    let alone = |person: &Row| ours.iter().all(|member| frequency(person, member).is_none());
    let lines = theirs.iter().take(MOST).map(|person| Line {
        label: name_of(people::TABLE, person, lang),
        row: Some(person.id.clone()),
        cells: ours.iter().map(|member| cell_of(frequency(person, member), lang)).collect(),
    });
    let mut canvas = Canvas::new(size.width);
    let columns = ours.iter().map(|member| name_of(team::TABLE, member, lang)).collect();
    let bottom = Grid { columns, lines: lines.collect(), cell_lines: 1, totals: 0 }.draw(&mut canvas, 0.0);
    let bottom = more(&mut canvas, bottom, theirs.len().saturating_sub(MOST), lang);
    let mut table = DataTable::of(lang, &[bi("Person", "人物")]);
    table.headers.extend(ours.iter().map(|member| name_of(team::TABLE, member, lang)));
    for person in &theirs {
        let mut cells = vec![name_of(people::TABLE, person, lang)];
        cells.extend(ours.iter().map(|member| choice(field, frequency(person, member).unwrap_or_default(), lang)));
        table.rows.push(cells);
    }
    let left = theirs.iter().filter(|person| alone(person)).count();
    let first = theirs.iter().find(|person| alone(person)).map(|person| brief(&name_of(people::TABLE, person, lang)));
    let title = match first {
        Some(name) if left == 1 => say!(lang, "Nobody meets {name} regularly", "没有人定期接触{name}"),
        Some(name) => {
            say!(lang, "{left} people have no regular contact, first of all {name}", "{name}等{left}人没有人定期接触")
        }
        None => word!(lang, "Everyone on their side has a regular contact", "客户方每个人都有固定对接").to_owned(),
    };
    let subtitle = word!(
        lang,
        "W weekly, M monthly, Q quarterly, H half-yearly; the most influential first.",
        "周、月、季、半年为接触频率；按影响力从高到低。"
    );
    canvas.close(bottom, title, subtitle.to_owned(), table)
}

fn cell_of(frequency: Option<&str>, lang: Lang) -> Cell {
    let (word, class) = match frequency {
        Some("weekly") => (word!(lang, "W", "周"), Class::Accent),
        Some("monthly") => (word!(lang, "M", "月"), Class::AccentMid),
        Some("quarterly") => (word!(lang, "Q", "季"), Class::Soft),
        Some("half_yearly") => (word!(lang, "H", "半年"), Class::Soft),
        _ => ("", Class::Wash),
    };
    Cell::new(word, class).tip(choice(cp::TABLE.field("frequency"), frequency.unwrap_or_default(), lang))
}
