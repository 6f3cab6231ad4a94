//! One row of a list, and what opens below it.

use crate::ui::prelude::*;

use super::form;
use super::list::{List, place, shows_evidence};
use crate::change::edit;
use crate::i18n::ui as words;
use crate::model::{FieldDef, Id, Kind};
use crate::ui::field::{Spot, editor, in_words};
use crate::ui::late;
use crate::worksheets::row;

/// Key of the evidence status.
const EVIDENCE: &str = "confidence";
/// Key of the date of a row's source, which may be too long ago.
const SOURCE_DATE: &str = "source_date";

/// The row, and the panel below it when it stands open.
pub fn view(list: List, id: Id) -> AnyView {
    let cx = list.cx;
    let (columns, leading) = list.layout.with_value(|layout| (layout.columns.clone(), layout.leading));
    let cells = columns.iter().map(|declared| cell(list, &id, declared)).collect_view();
    let figures = (0..leading).map(|at| {
        let id = id.clone();
        let label =
            move || cx.app.late.get().and_then(|late| (late.leading_label)(list.table, at)).map(|label| cx.t(label));
        let figure = late::place(cx, move |late| (late.leading)(cx, list.table, at, &id));
        view! { <td class="num figure" data-label=label>{figure}</td> }
    });
    let figures = figures.collect_view();
    let is_open = {
        let id = id.clone();
        Memo::new(move |_| list.open.with(|open| open.contains(&id)))
    };
    let below = {
        let id = id.clone();
        move || is_open.get().then(|| panel(list, id.clone()))
    };
    let row_id = id.as_str().to_owned();
    view! {
        <tr data-row=row_id class:open=is_open>{cells}{figures}{evidence(list, id.clone())}{tools(list, id.clone(), is_open)}</tr>
        {filled_below(list, id)}
        {below}
    }
    .into_any()
}

fn cell(list: List, id: &Id, declared: &'static FieldDef) -> AnyView {
    let cx = list.cx;
    let spot = Spot::new(place(list, id, declared), declared, cx.lang);
    let numeric = declared.kind.is_numeric() && !matches!(declared.kind, Kind::Rating(_) | Kind::Year);
    view! {
        <td data-kind=declared.kind.name() data-label=cx.t(declared.label) class:num=numeric>{editor(cx, spot)}</td>
    }
    .into_any()
}

/// What is filled below the row, in a line of words: nothing hides because a row is closed.
fn filled_below(list: List, id: Id) -> AnyView {
    let cx = list.cx;
    let of_row = id.clone();
    let text = Memo::new(move |_| {
        let fields = list.layout.with_value(|layout| layout.below.clone());
        cx.desk.record(list.table, Some(&id), None, |record| {
            let filled = fields.iter().filter(|field| field.key != EVIDENCE).filter_map(|field| {
                let value = record.at(field.slot)?;
                let untouched =
                    crate::model::table::same_as_given(value, list.table.given(Some(id.as_str()), field.slot));
                (!untouched).then(|| (field.key, field.label.get(cx.lang), in_words(cx, field, value)))
            });
            filled.collect::<Vec<_>>()
        })
    });
    let columns = list.layout.with_value(|layout| layout.columns.len() + layout.leading + 2);
    let closed = move || !text.with(Vec::is_empty);
    (move || {
        closed().then(|| {
            let parts = text
                .get()
                .into_iter()
                .map(|(key, label, value)| {
                    let id = of_row.clone();
                    let stale = (key == SOURCE_DATE).then(|| late::place(cx, move |late| (late.stale)(cx, list.table, &id)));
                    view! { <span class="bit"><b>{label}</b>" "{value}{stale}</span> }
                });
            view! { <tr class="notes"><td colspan=columns.to_string()><div class="filled">{parts.collect_view()}</div></td></tr> }
        })
    })
    .into_any()
}

/// The evidence status as a word at the end of the row, where it has no column of its own.
fn evidence(list: List, id: Id) -> AnyView {
    let cx = list.cx;
    if shows_evidence(list) {
        return ().into_any();
    }
    let status = Memo::new(move |_| {
        cx.desk.record(list.table, Some(&id), None, |record| record.get(row::CONFIDENCE).map(str::to_owned))
    });
    let shown = move || {
        let key = status.get()?;
        // The long name would take the room of the texts.
        let short = (key == crate::ui::field::CONFIRMED).then_some(words::CONFIRMED);
        let label = short.or_else(|| row::EVIDENCE.iter().find(|option| option.key == key).map(|option| option.label));
        label.map(|label| cx.t(label))
    };
    view! { <td class="evidence" data-tone=move || status.get()>{shown}</td> }.into_any()
}

fn tools(list: List, id: Id, is_open: Memo<bool>) -> AnyView {
    let cx = list.cx;
    let toggle = {
        let id = id.clone();
        move |_| {
            list.open.update(|open| {
                if open.contains(&id) {
                    open.retain(|other| other != &id);
                } else {
                    open.push(id.clone());
                }
            });
        }
    };
    let more = move || cx.t(if is_open.get() { words::LESS_FIELDS } else { words::MORE_FIELDS });
    let removable = edit::is_removable(list.table, id.as_str());
    let remove = {
        let id = id.clone();
        move |_| list.remove(&id)
    };
    view! {
        <td class="tools">
            <button type="button" class="icon" data-action="row-details" aria-expanded=move || is_open.get().to_string() aria-label=more title=more on:click=toggle>
                "⋯"
            </button>
            {removable.then(|| view! {
                <button type="button" class="icon" data-action="delete-row" aria-label=cx.t(words::DELETE_ROW) title=cx.t(words::DELETE_ROW) on:click=remove>
                    "×"
                </button>
            })}
        </td>
    }
    .into_any()
}

/// The panel below an open row: the fields that have no column, its other figures, and moving it.
fn panel(list: List, id: Id) -> AnyView {
    let cx = list.cx;
    let (below, columns) =
        list.layout.with_value(|layout| (layout.below.clone(), layout.columns.len() + layout.leading + 2));
    let fields = below.into_iter().map(|field| form::one(cx, place(list, &id, field), field)).collect_view();
    let of_row = id.clone();
    let figures = late::place(cx, move |late| (late.row_figures)(cx, list.table, &of_row));
    let (up, down) = (id.clone(), id.clone());
    let row_id = id.as_str().to_owned();
    view! {
        <tr class="panel" data-row=row_id>
            <td colspan=columns.to_string()>
                <div class="form">{fields}</div>
                <div class="minis">{figures}</div>
                <div class="moves">
                    <button type="button" class="link" data-action="move-up" on:click=move |_| list.shift(&up, -1)>"↑ "{cx.t(words::MOVE_UP)}</button>
                    <button type="button" class="link" data-action="move-down" on:click=move |_| list.shift(&down, 1)>"↓ "{cx.t(words::MOVE_DOWN)}</button>
                </div>
            </td>
        </tr>
    }
    .into_any()
}
