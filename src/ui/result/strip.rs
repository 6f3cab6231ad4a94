//! The figures that belong to one section, under its inputs.

use leptos::prelude::*;

use super::figure;
use crate::analysis::{Compute, ResultDef, catalogue};
use crate::i18n::ui as words;
use crate::model::{Bi, Depth, Id, TableDef};
use crate::ui::cx::Cx;
use crate::worksheets::TABLES;

/// How many figures a section shows before the rest opens on request.
const SHOWN: usize = 4;

/// The figures of a section.
pub fn view(cx: Cx, table: &'static TableDef) -> AnyView {
    let mut all: Vec<(&'static ResultDef, &'static str)> = Vec::new();
    for result in catalogue::all().filter(|result| home(cx, result) == Some(table.path)) {
        match result.compute {
            Compute::Once(_) => all.push((result, "")),
            Compute::Keys(keys, _) => all.extend(keys.iter().map(|key| (result, *key))),
            _ => {}
        }
    }
    if all.is_empty() {
        return ().into_any();
    }
    let rest = all.split_off(all.len().min(SHOWN));
    let more = (!rest.is_empty() && cx.depth > Depth::Quick).then(|| {
        view! {
            <details class="more-figures">
                <summary>{cx.t(words::FIGURES_MORE)}</summary>
                <dl class="figures">{entries(cx, rest)}</dl>
            </details>
        }
    });
    view! { <dl class="figures">{entries(cx, all)}</dl>{more} }.into_any()
}

fn entries(cx: Cx, results: Vec<(&'static ResultDef, &'static str)>) -> AnyView {
    results
        .into_iter()
        .map(|(result, id)| {
            let suffix = (!id.is_empty()).then(|| format!(" · {}", key_words(cx, result, id)));
            view! { <div><dt>{cx.t(result.label)}{suffix}</dt><dd>{figure::button(cx, result, id)}</dd></div> }
        })
        .collect_view()
        .into_any()
}

fn key_words(cx: Cx, result: &ResultDef, key: &str) -> String {
    let declared = || TABLES.iter().flat_map(|table| table.fields).flat_map(|field| field.kind.options());
    let named = result.options.iter().chain(declared()).find(|option| option.key == key);
    named.map_or_else(|| key.replace('_', " "), |option| cx.t(option.label).to_owned())
}

/// The section a result belongs to: the first table it reads of its own sheet that shows.
fn home(cx: Cx, result: &ResultDef) -> Option<&'static str> {
    if result.name.ends_with("completeness") || result.name.contains("evidence") {
        return None;
    }
    let sheet = result.name.split('.').next()?;
    let mut own = result.reads.split(' ').filter(|path| path.split('.').next() == Some(sheet));
    own.find_map(|path| {
        crate::worksheets::table(path).filter(|table| table.depth() <= cx.depth).map(|table| table.path)
    })
}

/// Results that stand at the end of each line of a matrix.
const LINES: &[(&str, &str)] = &[
    ("w4.cover", "w4.needs.<id>.coverage"),
    ("w2.ratings", "w2.factors.<id>.gap"),
    ("w6.ws", "w6.bu.<id>.whitespace"),
    ("w5.raci", "w5.raci_tasks.<id>.check"),
];

fn of_line(table: &TableDef) -> Option<&'static ResultDef> {
    let (_, name) = LINES.iter().find(|(path, _)| *path == table.path)?;
    catalogue::find(name)
}

/// The label of the figure at the end of each line.
pub fn line_label(table: &'static TableDef) -> Option<Bi> {
    of_line(table).map(|result| result.label)
}

/// The figure at the end of a line.
pub fn line(cx: Cx, table: &'static TableDef, id: &Id) -> AnyView {
    of_line(table).map_or_else(|| ().into_any(), |result| figure::cell(cx, result, id.as_str()))
}

/// The opportunity score of a need. Told of changes.
pub fn opportunity(cx: Cx, id: &Id) -> Option<f64> {
    let result = catalogue::find("w3.needs.<id>.opportunity")?;
    cx.desk.answer(result, id.as_str())?.as_number()
}
