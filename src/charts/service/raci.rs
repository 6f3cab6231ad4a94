//! Who is responsible, who accountable.

use crate::analysis::Book;
use crate::charts::data::{brief, choice, key_of_row, name_of, number, words};
use crate::charts::kit::empty::{Sketch, empty};
use crate::charts::kit::grid::{Cell, Grid, Line, columns_for};
use crate::charts::kit::rows::more;
use crate::charts::scene::{DataTable, Scene, Size};
use crate::charts::{canvas::Canvas, style::Class};
use crate::i18n::format::short;
use crate::model::{Lang, Row, bi};
use crate::worksheets::service::{raci as duties, raci_parties, raci_tasks};

const MOST: usize = 18;

/// Responsibility grid; a diamond marks a task whose duties do not add up.
pub fn raci(book: &Book, lang: Lang, size: Size) -> Scene {
    let tasks: Vec<&Row> = book.rows(raci_tasks::TABLE).collect();
    let parties: Vec<&Row> = book.rows(raci_parties::TABLE).collect();
    let duty = |task: &Row, party: &Row| book.cell(duties::TABLE, &task.id, &party.id).get(duties::CELL);
    if !tasks.iter().any(|task| parties.iter().any(|party| duty(task, party).is_some())) {
        return empty(
            size,
            lang,
            bi("Who is accountable?", "谁是唯一负责人？"),
            bi("Give each task one A and at least one R.", "每项任务一个A、至少一个R。"),
            &["w5.raci_tasks.task", "w5.raci_parties.name", "w5.raci.cell"],
            Sketch::Cells,
        );
    }
    let check =
        |task: &Row| key_of_row(book, "w5.raci_tasks", task.id.as_str(), "check").filter(|check| *check != "ok");
    let shown: Vec<&Row> = parties.iter().take(columns_for(size.width) - 1).copied().collect();
    let problem = |task: &Row| check(task).and_then(|_| words(book, &format!("w5.raci_tasks.{}.check", task.id), lang));
    let lines = tasks.iter().take(MOST).map(|task| {
        let mut cells: Vec<Cell> = shown.iter().map(|party| cell_of(duty(task, party), lang)).collect();
        let word = problem(task);
        let flag = Cell::plain(if word.is_some() { "▼" } else { "✓" }).tip(word.unwrap_or_default());
        cells.push(flag);
        Line { label: name_of(raci_tasks::TABLE, task, lang), row: Some(task.id.clone()), cells }
    });
    let mut columns: Vec<String> = shown.iter().map(|party| name_of(raci_parties::TABLE, party, lang)).collect();
    columns.push(word!(lang, "check", "校验").to_owned());
    let mut canvas = Canvas::new(size.width);
    let bottom = Grid { columns, lines: lines.collect(), cell_lines: 1, totals: 1 }.draw(&mut canvas, 0.0);
    let bottom = more(&mut canvas, bottom, tasks.len().saturating_sub(MOST), lang);
    let mut table = DataTable::of(lang, &[bi("Task", "任务")]);
    table.headers.extend(parties.iter().map(|party| name_of(raci_parties::TABLE, party, lang)));
    table.headers.push(word!(lang, "Check", "校验").to_owned());
    for task in &tasks {
        let mut cells = vec![name_of(raci_tasks::TABLE, task, lang)];
        cells.extend(parties.iter().map(|party| letter(duty(task, party)).to_owned()));
        cells.push(problem(task).unwrap_or("✓").to_owned());
        table.rows.push(cells);
    }
    let errors = number(book, "w5.raci_errors").unwrap_or(0.0);
    let title = match tasks.iter().find_map(|task| Some((*task, problem(task)?))) {
        Some((task, word)) => {
            let (name, errors) = (brief(&name_of(raci_tasks::TABLE, task, lang)), short(errors, 0));
            say!(lang, "Not settled ({errors}): {name}: {word}", "有{errors}处没理清：{name}，{word}")
        }
        None => word!(lang, "Every task has one person accountable", "每项任务都有唯一负责人").to_owned(),
    };
    let subtitle = word!(
        lang,
        "R does it, A answers for it, C is asked, I is told; ▼ does not add up.",
        "R执行、A负责、C咨询、I知会；▼ 有问题。"
    );
    canvas.close(bottom, title, subtitle.to_owned(), table)
}

fn letter(duty: Option<&str>) -> &'static str {
    match duty {
        Some("responsible") => "R",
        Some("accountable") => "A",
        Some("consulted") => "C",
        Some("informed") => "I",
        _ => "",
    }
}

fn cell_of(duty: Option<&str>, lang: Lang) -> Cell {
    let class = match duty {
        Some("accountable") => Class::Accent,
        Some("responsible") => Class::AccentMid,
        Some(_) => Class::Soft,
        None => Class::Wash,
    };
    Cell::new(letter(duty), class).tip(choice(duties::TABLE.field("cell"), duty.unwrap_or_default(), lang))
}
