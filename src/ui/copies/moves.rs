//! What came, went and moved between two states.

use crate::ui::prelude::*;

use super::sides::State;
use super::words;
use crate::analysis::catalogue;
use crate::change::Op;
use crate::change::compare::{Comparison, Light};
use crate::change::diff::{TableSummary, diff};
use crate::charts::moves::{people_moves, risk_moves};
use crate::charts::{Scene, Size};
use crate::i18n::copies as say;
use crate::model::{Bi, Id, Kind, Lang, TableDef};
use crate::ui::cx::Cx;
use crate::ui::picture;
use crate::worksheets::{plan, table};

/// Most names in one cell, and most lines of one list.
const MOST_NAMES: usize = 6;
const MOST_LINES: usize = 40;

/// All parts, as far as there is anything to say.
pub fn view(cx: Cx, old: &State, new: &State, found: &Comparison) -> AnyView {
    view! {
        {pictures(cx, new, found)}
        {lists(cx, old, new, found)}
        {lights(cx, old, new, &found.lights)}
        {ratings(cx, old, new)}
        {rows(cx, old, new, &found.tables)}
    }
    .into_any()
}

fn pictures(cx: Cx, new: &State, found: &Comparison) -> AnyView {
    let size = Size { width: 440.0 };
    let scenes: [(&str, Option<Scene>); 2] = [
        ("people_moves", people_moves(&found.people, &new.document, cx.lang, size)),
        ("risk_moves", risk_moves(&found.risks, &new.document, cx.lang, size)),
    ];
    let drawn =
        scenes.into_iter().filter_map(|(key, scene)| Some(picture::still(cx, key, &scene?))).collect::<Vec<_>>();
    if drawn.is_empty() {
        return ().into_any();
    }
    view! { <section aria-labelledby="compare-moves"><h2 id="compare-moves">{cx.t(say::MOVES)}</h2><div class="two">{drawn}</div></section> }.into_any()
}

fn name(cx: Cx, old: &State, new: &State, table: &'static TableDef, id: &str) -> String {
    words::row(cx, &[&new.document, &old.document], table, id)
}

/// Risks that came and went, actions that were completed.
fn lists(cx: Cx, old: &State, new: &State, found: &Comparison) -> AnyView {
    let list = |title: Bi, table: &'static TableDef, ids: &[Id]| {
        (!ids.is_empty()).then(|| {
            let lines = ids.iter().map(|id| view! { <li>{name(cx, old, new, table, id.as_str())}</li> }).collect_view();
            view! { <div><h3>{cx.t(title)}" "<span class="hint">{ids.len()}</span></h3><ul class="changes">{lines}</ul></div> }
        })
    };
    let parts = [
        list(say::COMPLETED, plan::act::TABLE, &found.completed),
        list(say::NEW_RISKS, plan::risk::TABLE, &found.new_risks),
        list(say::CLOSED_RISKS, plan::risk::TABLE, &found.closed_risks),
    ];
    if parts.iter().all(Option::is_none) {
        return ().into_any();
    }
    view! { <section class="two">{parts.into_iter().flatten().collect_view()}</section> }.into_any()
}

fn lights(cx: Cx, old: &State, new: &State, lights: &[Light]) -> AnyView {
    if lights.is_empty() {
        return ().into_any();
    }
    let rows = lights.iter().take(MOST_LINES).filter_map(|light| {
        let (label, row) = light_name(cx, old, new, &light.name)?;
        let shown = |key: Option<&'static str>| match key {
            Some(key) => light_words(cx, &light.name, key),
            None => view! { <span class="hint">{cx.t(say::NO_LIGHT)}</span> }.into_any(),
        };
        Some(view! { <tr data-light=light.name.clone()><th scope="row">{row}</th><td>{label}</td><td>{shown(light.old)}</td><td>{shown(light.new)}</td></tr> })
    });
    let heads = super::heads(cx, &[say::ITEM, say::FIGURE, say::OLD_SIDE, say::NEW_SIDE]);
    let body = view! { <tbody>{rows.collect_view()}</tbody> }.into_any();
    view! { <section aria-labelledby="compare-lights"><h2 id="compare-lights">{cx.t(say::LIGHTS)}</h2>{super::table(cx, say::LIGHTS, heads, body)}</section> }.into_any()
}

/// The label of a light's result, and the name of its row.
fn light_name(cx: Cx, old: &State, new: &State, full: &str) -> Option<(&'static str, String)> {
    let (result, id) = catalogue::all().find_map(|result| Some((result, result.id_in(full)?)))?;
    let row = result.reads.split(' ').filter_map(table).find(|table| {
        [&new.document, &old.document].iter().any(|document| table.is_list() && document.list(table).row(id).is_some())
    });
    Some((cx.t(result.label), row.map(|table| name(cx, old, new, table, id)).unwrap_or_default()))
}

fn light_words(cx: Cx, full: &str, key: &'static str) -> AnyView {
    let label = catalogue::all()
        .find(|result| result.id_in(full).is_some())
        .and_then(|result| result.options.iter().find(|option| option.key == key));
    let (class, mark) = match key {
        "green" => ("good", "● "),
        "amber" => ("warn", "◆ "),
        _ => ("bad", "▼ "),
    };
    view! { <span class=class>{mark}{label.map(|option| cx.t(option.label))}</span> }.into_any()
}

/// Ratings that moved, outside people's support and risks that the pictures show too.
fn ratings(cx: Cx, old: &State, new: &State) -> AnyView {
    let patch = diff(&old.document, &new.document);
    let moved: Vec<_> = patch
        .ops
        .iter()
        .filter_map(|op| match op {
            Op::Set { place, before: Some(before), after: Some(after) } => {
                let field = place.table.field_at(place.slot)?;
                matches!(field.kind, Kind::Rating(_)).then_some((place, before, after))
            }
            _ => None,
        })
        .collect();
    if moved.is_empty() {
        return ().into_any();
    }
    let documents = [&new.document, &old.document];
    let rows = moved.iter().take(MOST_LINES).map(|(place, before, after)| {
        let value = |value: &crate::model::Value| words::value(cx, &new.document, place, Some(value));
        let direction = if before.as_number() < after.as_number() { "↑ " } else { "↓ " };
        view! {
            <tr>
                <th scope="row">{words::place(cx, &documents, place)}</th>
                <td>{value(before)}</td>
                <td>{direction}{value(after)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let more = moved.len().saturating_sub(MOST_LINES);
    let heads = super::heads(cx, &[say::ITEM, say::OLD_SIDE, say::NEW_SIDE]);
    view! {
        <section aria-labelledby="compare-ratings">
            <h2 id="compare-ratings">{cx.t(say::RATING_MOVES)}" "<span class="hint">{moved.len()}</span></h2>
            {super::table(cx, say::RATING_MOVES, heads, view! { <tbody>{rows}</tbody> }.into_any())}
            {(more > 0).then(|| view! { <p class="hint">{cx.tf(say::MORE_N, &[&more.to_string()])}</p> })}
        </section>
    }
    .into_any()
}

fn rows(cx: Cx, old: &State, new: &State, tables: &[TableSummary]) -> AnyView {
    let shown: Vec<&TableSummary> = tables.iter().filter(|summary| summary.table.sheet() != "log").collect();
    if shown.is_empty() {
        return ().into_any();
    }
    let separator = if cx.lang == Lang::Zh { "、" } else { ", " };
    let cell = |summary: &TableSummary, ids: &[Id]| {
        let table = match summary.table.matrix() {
            Some((rows, _)) => table(rows).unwrap_or(summary.table),
            None => summary.table,
        };
        let names: Vec<String> = ids
            .iter()
            .take(MOST_NAMES)
            .map(|id| crate::analysis::title::short(&name(cx, old, new, table, id.as_str())))
            .collect();
        let more = ids.len().saturating_sub(MOST_NAMES);
        let more = (more > 0).then(|| format!(" … {}", cx.tf(say::MORE_N, &[&more.to_string()])));
        view! { <td>{(!ids.is_empty()).then(|| view! { <b>{ids.len()}</b>" " })}<span class="hint">{names.join(separator)}{more}</span></td> }
    };
    let lines = shown.iter().map(|summary| {
        let changed = if summary.table.is_form() {
            view! { <td><b>{summary.values}</b></td> }.into_any()
        } else {
            cell(summary, &summary.changed).into_any()
        };
        view! {
            <tr data-table=summary.table.path>
                <th scope="row">{words::table(cx, summary.table)}</th>
                {cell(summary, &summary.added)}
                {cell(summary, &summary.removed)}
                {changed}
            </tr>
        }
    });
    let heads = super::heads(cx, &[say::LIST, say::ADDED, say::REMOVED, say::CHANGED]);
    let body = view! { <tbody>{lines.collect_view()}</tbody> }.into_any();
    view! { <section aria-labelledby="compare-rows"><h2 id="compare-rows">{cx.t(say::ROWS)}</h2>{super::table(cx, say::ROWS, heads, body)}</section> }.into_any()
}
