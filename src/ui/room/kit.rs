//! What several parts of the room need: a heading, a patch from several values, rows in words.

use crate::ui::prelude::*;

use crate::change::{Op, Patch, edit};
use crate::model::{Bi, Document, Id, Place, Row, TableDef, Value};
use crate::ui::cx::Cx;
use crate::ui::{dom, goto};

/// The head of a page.
pub fn head(cx: Cx, kicker: Bi, question: Bi, aside: AnyView) -> AnyView {
    view! {
        <header class="lead">
            <div>
                <p class="kicker">{cx.t(kicker)}</p>
                <h1 class="question" tabindex="-1">{cx.t(question)}</h1>
            </div>
            {aside}
        </header>
    }
    .into_any()
}

/// A button with a name for tests and other tools.
pub fn button(cx: Cx, class: &'static str, action: &'static str, text: Bi, act: impl Fn() + 'static) -> AnyView {
    let act: Box<dyn Fn()> = Box::new(act);
    view! { <button type="button" class=class data-action=action on:click=move |_| act()>{cx.t(text)}</button> }
        .into_any()
}

/// Sets several values in one step.
pub fn set_all(cx: Cx, writes: Vec<(Place, Option<Value>)>) {
    let patch = cx.desk.with(|document| all_set(document, writes));
    cx.desk.commit(patch, false);
}

/// Several values set, as one patch.
pub fn all_set(document: &Document, writes: Vec<(Place, Option<Value>)>) -> Patch {
    Patch { ops: writes.into_iter().flat_map(|(place, value)| edit::set(document, place, value).ops).collect() }
}

/// A row with these values at the end of a list, as operations; `at` counts the rows added before it in the same patch.
pub fn added(document: &Document, table: &'static TableDef, values: Vec<(u8, Option<Value>)>, at: usize) -> Op {
    let mut row = Row::new(dom::new_id());
    for (slot, value) in values {
        row.record.set(slot, value);
    }
    Op::Insert { table, at: document.list(table).len() + at, row }
}

/// The rows of a list that fit, taken out as one patch.
pub fn removal(document: &Document, table: &'static TableDef, fits: impl Fn(&Row) -> bool) -> Patch {
    let rows = document.list(table).iter().enumerate().filter(|(_, row)| fits(row));
    let mut ops: Vec<Op> = rows.map(|(at, row)| Op::Remove { table, at, row: row.clone() }).collect();
    ops.reverse();
    Patch { ops }
}

/// Goes to a place on its worksheet.
pub fn go_to(cx: Cx, place: Place) {
    goto::place(cx, place);
}

/// What names the row or cell of a place.
pub fn name_of(cx: Cx, place: &Place) -> String {
    let title = |path: &str, id: &Id| cx.title(path, id.as_str());
    match (place.table.matrix(), &place.row, &place.col) {
        (Some((rows, columns)), Some(row), Some(col)) => {
            let col = match columns {
                crate::model::Columns::Table(path) => title(path, col),
                crate::model::Columns::Fixed(options) => {
                    let found = options.iter().find(|option| option.key == col.as_str());
                    found.map_or_else(|| col.as_str().to_owned(), |option| cx.t(option.label).to_owned())
                }
            };
            format!("{} · {col}", title(rows, row))
        }
        (_, Some(row), _) => title(place.table.path, row),
        _ => cx.t(place.table.label).to_owned(),
    }
}

/// The ids of the rows of a list that a person put something into.
pub fn filled_rows(document: &Document, table: &'static TableDef) -> Vec<Id> {
    let rows = document.list(table).iter();
    rows.filter(|row| crate::analysis::content::row_has_content(document, table, row))
        .map(|row| row.id.clone())
        .collect()
}

/// The number of people, in words.
pub fn people(cx: Cx, count: usize, words: [Bi; 3]) -> String {
    let [none, one, many] = words;
    match count {
        0 => cx.t(none).to_owned(),
        1 => cx.t(one).to_owned(),
        _ => cx.tf(many, &[&count.to_string()]),
    }
}
