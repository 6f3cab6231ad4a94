//! The change log of the report: what is different since a kept state, row by row.

use crate::ui::prelude::*;

use super::tables::{place, plain};
use crate::change::diff::diff;
use crate::change::{Op, private};
use crate::i18n::paper as words;
use crate::model::{Document, Id, Lang, Place, TableDef, Value};
use crate::ui::copies::Sides;
use crate::ui::cx::Cx;
use crate::ui::past::titles;
use crate::worksheets::{row, settings};

/// Most rows that are listed.
const MOST: usize = 120;
/// Longer values are named, not repeated: they stand in their own chapter.
const SHORT: usize = 48;

/// Since when the log tells.
#[derive(Clone, Copy)]
pub struct Since {
    cx: Cx,
    sides: Sides,
    with_private: RwSignal<bool>,
}

impl Since {
    /// Begins with the newest state that a person named, else with the newest that is kept.
    pub fn new(cx: Cx, with_private: RwSignal<bool>) -> Self {
        Self { cx, sides: Sides::new(cx), with_private }
    }
}

/// The choice, where anything is kept.
pub fn choice(cx: Cx, since: Since) -> AnyView {
    let sides = since.sides;
    let view = move || {
        let earlier = sides.earlier();
        if earlier.is_empty() {
            return ().into_any();
        }
        let now = sides.old.get_untracked();
        let option = |(key, label): (String, String)| {
            let is_chosen = key == now;
            view! { <option value=key selected=is_chosen>{label}</option> }.into_any()
        };
        let by_row = (String::new(), cx.t(words::BY_ROW).to_owned());
        let options: Vec<AnyView> = earlier.into_iter().chain(std::iter::once(by_row)).map(option).collect();
        let choose = move |event| sides.old.set(event_target_value(&event));
        view! { <label class="chosen-state">{cx.t(words::CHANGES_IN)}<select class="in" data-choice="since" on:change=choose>{options}</select></label> }
            .into_any()
    };
    view.into_any()
}

/// Heading and table; nothing while no state is chosen.
pub fn log(since: Since) -> Option<(String, AnyView)> {
    let cx = since.cx;
    let (then, now) = since.sides.both.get()?;
    let (then_open, now_open);
    let (old, new) = if since.with_private.get() {
        (&then.document, &now.document)
    } else {
        let mut hidden = private::marked(&then.document);
        hidden.extend(private::marked(&now.document));
        then_open = private::taken_out(&then.document, &hidden);
        now_open = private::taken_out(&now.document, &hidden);
        (&then_open, &now_open)
    };
    let lines = lines(cx, old, new);
    let title = cx.tf(words::CHANGES_SINCE, &[&then.label]);
    if lines.is_empty() {
        return Some((title, view! { <p class="hint">{cx.t(words::NO_CHANGES)}</p> }.into_any()));
    }
    let of = lines.len();
    let note = (of > MOST).then(|| {
        view! { <p class="hint">{cx.tf(words::FIRST_N, &[&MOST.to_string(), &of.to_string()])}</p> }.into_any()
    });
    let heads = vec![cx.t(words::WHERE), cx.t(words::ITEM), cx.t(words::WHAT_CHANGED)];
    let cells = lines.into_iter().take(MOST).map(|line| vec![place(cx, line.table), line.name, line.what.join("\n")]);
    Some((title, view! { {note}{plain(cx, heads, cells.collect())} }.into_any()))
}

/// What happened to a row, or to a form.
struct Line {
    table: &'static TableDef,
    row: Option<Id>,
    name: String,
    what: Vec<String>,
}

fn lines(cx: Cx, old: &Document, new: &Document) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for op in &diff(old, new).ops {
        let table = op.table();
        if matches!(table.sheet(), "log" | "portfolio") || table.path == settings::rules::TABLE.path {
            continue;
        }
        let (row, what) = match op {
            Op::Insert { row, .. } => (Some(row.id.clone()), cx.t(words::NEW_ROW).to_owned()),
            Op::Remove { row, .. } => (Some(row.id.clone()), cx.t(words::REMOVED_ROW).to_owned()),
            Op::Set { place, .. } if is_stamp(place) => continue,
            Op::Set { place, .. } => (place.row.clone(), difference(cx, old, new, place)),
            Op::Move { .. } => continue,
        };
        match lines.iter_mut().find(|line| line.table == table && line.row == row) {
            Some(line) => line.what.push(what),
            None => {
                let name = name_of(cx, old, new, table, row.as_ref());
                lines.push(Line { table, row, name, what: vec![what] });
            }
        }
    }
    lines
}

fn is_stamp(place: &Place) -> bool {
    place.table.is_list() && [row::UPDATED.slot, row::AUTHOR.slot].contains(&place.slot)
}

fn name_of(cx: Cx, old: &Document, new: &Document, table: &'static TableDef, row: Option<&Id>) -> String {
    let Some(row) = row else { return cx.t(table.label).to_owned() };
    if !table.is_list() {
        return titles::of_matrix_row(cx, new, table, row);
    }
    let document = if new.list(table).row(row.as_str()).is_some() { new } else { old };
    titles::of_row(cx, document, table, row)
}

/// One value, before and after.
fn difference(cx: Cx, old: &Document, new: &Document, place: &Place) -> String {
    let Some(field) = place.table.field_at(place.slot) else { return String::new() };
    let text = |document: &Document, value: Option<&Value>| {
        value.map(|value| titles::of_value(cx, document, field, value)).unwrap_or_default()
    };
    let (was, is) = (text(old, old.value(place)), text(new, new.value(place)));
    let column = place.col.as_ref().map(|col| titles::of_column(cx, new, place.table, col));
    let label = column.unwrap_or_else(|| cx.t(field.label).to_owned());
    if was.chars().count().max(is.chars().count()) > SHORT {
        return label;
    }
    let shown = |text: String| if text.is_empty() { cx.t(words::EMPTY_VALUE).to_owned() } else { text };
    let colon = if cx.lang == Lang::Zh { "：" } else { ": " };
    format!("{label}{colon}{} → {}", shown(was), shown(is))
}
