//! How long open issues have been waiting.

use crate::analysis::Book;
use crate::charts::data::{brief, cell, choice, number};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::rows::{Line, Part, Pin, PinShape, Rows, more};
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::short;
use crate::model::{Date, Lang, Row, bi};
use crate::worksheets::service::iss;

const MOST: usize = 14;

fn days_between(from: Date, to: Date) -> f64 {
    i32::try_from(to.days() - from.days()).map_or(0.0, f64::from)
}

/// Age of the issues that are not closed, the oldest first, with a stroke where they are due.
pub fn issues(book: &Book, lang: Lang, size: Size) -> Scene {
    let open =
        |row: &&Row| !matches!(row.get(iss::STATUS), Some("solved" | "closed")) && row.get(iss::CLOSED).is_none();
    let mut waiting: Vec<(&Row, f64, Option<f64>)> = book
        .rows(iss::TABLE)
        .filter(open)
        .filter_map(|row| {
            let reported = row.get(iss::REPORTED)?;
            let age = days_between(reported, book.today).max(0.0);
            Some((row, age, row.get(iss::DUE).map(|due| days_between(reported, due).max(0.0))))
        })
        .collect();
    if waiting.is_empty() {
        return empty(
            size,
            lang,
            bi("No open issue with a date", "没有未关闭的问题"),
            bi("Open issues line up here by the days they have waited.", "未关闭的问题会按等待天数排在这里。"),
            &["w5.iss.reported", "w5.iss.description", "w5.iss.severity", "w5.iss.due"],
            Sketch::Bars,
        );
    }
    crate::model::order::sort_by(&mut waiting, |a, b| b.1.total_cmp(&a.1));
    let severity = |row: &Row| choice(iss::TABLE.field("severity"), row.get(iss::SEVERITY).unwrap_or_default(), lang);
    let text = |row: &Row| row.get(iss::DESCRIPTION).unwrap_or("–").to_owned();
    let mut table = DataTable::of(
        lang,
        &[bi("Issue", "问题"), bi("Severity", "严重程度"), bi("Days open", "已等天数"), bi("Days allowed", "允许天数")],
    );
    for (row, age, due) in &waiting {
        table.push([text(row), severity(row), cell(Some(*age), 0), cell(*due, 0)]);
    }
    let late = |age: f64, due: Option<f64>| due.is_some_and(|due| age > due);
    let lines = waiting.iter().take(MOST).map(|(row, age, due)| {
        let words = short(*age, 0);
        let (class, note, sign) =
            if late(*age, *due) { (Class::Red, Class::RedText, "▼ ") } else { (Class::Accent, Class::Label, "") };
        let part = Part::new(0.0, *age, class).tip(format!("{} · {}", severity(row), text(row)));
        let note_words = say!(lang, "{sign}{words} d", "{sign}{words}天");
        let mut line = Line::new(text(row)).of(&row.id).part(part).note(note_words, note);
        line.pins.extend(due.map(|due| Pin::new(due, PinShape::Tick, Class::LineInk).tip(short(due, 0))));
        line
    });
    let mut canvas = Canvas::new(size.width);
    let placed = Rows::fitted(lines.collect()).draw(&mut canvas, 0.0);
    let bottom = more(&mut canvas, placed.bottom, waiting.len().saturating_sub(MOST), lang);
    let (of, overdue) = (waiting.len(), waiting.iter().filter(|(_, age, due)| late(*age, *due)).count());
    let oldest =
        waiting.first().filter(|(_, age, _)| *age >= 1.0).map(|(row, age, _)| (brief(&text(row)), short(*age, 0)));
    let title = match oldest {
        Some((name, age)) if overdue > 0 => say!(
            lang,
            "{overdue} of {of} open issues overdue; “{name}” waits {age} days",
            "{of}个未关闭问题中{overdue}个超期，“{name}”已等{age}天"
        ),
        Some((name, age)) => say!(
            lang,
            "{of} open, none overdue; “{name}” waits {age} days",
            "{of}个未关闭，均未超期，“{name}”已等{age}天"
        ),
        None => say!(lang, "{of} open, all reported today", "{of}个未关闭，都是今天报的"),
    };
    let mean = number(book, "w5.issue_days").map(|days| short(days, 1));
    let subtitle = match mean {
        Some(mean) => say!(
            lang,
            "Days since reported; stroke: due. Closed ones took {mean} days on average.",
            "报告至今天数，竖线为期限；已关闭的平均用时{mean}天。"
        ),
        None => word!(lang, "Days since reported; stroke: due.", "报告至今天数，竖线为期限。").to_owned(),
    };
    canvas.close(bottom, title, subtitle, table)
}
