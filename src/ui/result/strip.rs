//! The figures that belong to one section, under its inputs.

use crate::ui::prelude::*;

use super::figure;
use crate::analysis::{Compute, ResultDef, catalogue};
use crate::i18n::ui as words;
use crate::model::{Bi, Columns, Depth, Id, TableDef};
use crate::ui::cx::Cx;
use crate::worksheets::row;

/// How many figures a section shows before the rest opens on request.
const SHOWN: usize = 4;

/// The section of the account card that tells of all worksheets: how much is confirmed, how much is filled.
const OVERVIEW: &str = "card.team";

/// Results that read nothing of their own worksheet, or less than they tell about, by the start of their names, and the
/// section they belong to.
const ELSEWHERE: &[(&str, &str)] = &[("w6.health", "w6.position"), ("w6.required_coverage", "w6.opp")];

/// The figures of a section.
pub fn view(cx: Cx, table: &'static TableDef) -> AnyView {
    let mut all = of_table(table, cx.depth);
    let found: Vec<&'static ResultDef> =
        of_section(table, cx.depth).filter(|result| matches!(result.compute, Compute::Found(..))).collect();
    let mut rest = all.split_off(all.len().min(SHOWN));
    if table.path == OVERVIEW {
        rest.extend(overview());
    }
    if all.is_empty() && rest.is_empty() && found.is_empty() {
        return ().into_any();
    }
    let more = (!(rest.is_empty() && found.is_empty()) && cx.depth > Depth::Quick).then(|| {
        let found = found.into_iter().map(|result| of_keys(cx, result)).collect_view();
        view! {
            <details class="more-figures">
                <summary>{cx.t(words::FIGURES_MORE)}</summary>
                <dl class="figures">{entries(cx, rest)}</dl>
                {found}
            </details>
        }
    });
    let leading = (!all.is_empty()).then(|| view! { <dl class="figures">{entries(cx, all)}</dl> });
    view! { {leading}{more} }.into_any()
}

/// A result with a figure for each key that the workbook gives rise to, as the years of a business case.
fn of_keys(cx: Cx, result: &'static ResultDef) -> AnyView {
    let Compute::Found(keys, _) = result.compute else { return ().into_any() };
    let reads: Vec<&'static str> = result.reads.split(' ').filter(|path| !path.is_empty()).collect();
    let known = Memo::new(move |_| cx.desk.book(&reads, keys));
    (move || {
        let figures = known.get().into_iter().map(|key| {
            view! { <div><dt>{label(cx, result, &key)}</dt><dd>{figure::button(cx, result, &key)}</dd></div> }
        });
        view! { <dl class="figures">{figures.collect_view()}</dl> }
    })
    .into_any()
}

/// What the account card tells of every worksheet.
fn overview() -> Vec<(&'static ResultDef, &'static str)> {
    with_keys(catalogue::all().filter(|result| tells_of_sheets(result) && !result.name.starts_with("card.evidence")))
}

fn tells_of_sheets(result: &ResultDef) -> bool {
    result.name.ends_with(".completeness") || result.name.contains(".evidence")
}

/// The results that belong to a table when the page goes this deep, each with its key.
pub fn of_table(table: &TableDef, depth: Depth) -> Vec<(&'static ResultDef, &'static str)> {
    with_keys(of_section(table, depth))
}

fn of_section(table: &TableDef, depth: Depth) -> impl Iterator<Item = &'static ResultDef> {
    let path = table.path;
    catalogue::all().filter(move |result| home(depth, result) == Some(path))
}

fn with_keys(results: impl Iterator<Item = &'static ResultDef>) -> Vec<(&'static ResultDef, &'static str)> {
    let mut all: Vec<(&'static ResultDef, &'static str)> = Vec::new();
    for result in results {
        match result.compute {
            Compute::Once(_) => all.push((result, "")),
            Compute::Keys(keys, _) => all.extend(keys.iter().map(|key| (result, *key))),
            _ => {}
        }
    }
    all
}

/// What a result is called, with its key.
pub fn label(cx: Cx, result: &ResultDef, id: &str) -> String {
    let label = cx.t(result.label);
    if id.is_empty() { label.to_owned() } else { format!("{label} · {}", key_words(cx, result, id)) }
}

fn entries(cx: Cx, results: Vec<(&'static ResultDef, &'static str)>) -> AnyView {
    results
        .into_iter()
        .map(|(result, id)| {
            view! { <div><dt>{label(cx, result, id)}</dt><dd>{figure::button(cx, result, id)}</dd></div> }
        })
        .collect_view()
        .into_any()
}

/// The words of a key: the result's own, else those of the tables it reads, choices and fixed columns alike.
fn key_words(cx: Cx, result: &ResultDef, key: &str) -> String {
    let tables = || result.reads.split(' ').filter_map(crate::worksheets::table);
    let choices = tables().flat_map(|table| table.fields).flat_map(|field| field.kind.options());
    let columns = tables().flat_map(|table| match table.matrix() {
        Some((_, Columns::Fixed(columns))) => columns,
        _ => &[],
    });
    let named =
        result.options.iter().chain(columns).chain(choices).chain(row::EVIDENCE).find(|option| option.key == key);
    named.map_or_else(|| key.replace('_', " "), |option| cx.t(option.label).to_owned())
}

/// The section a result belongs to: the first table it reads of its own sheet that shows.
fn home(depth: Depth, result: &ResultDef) -> Option<&'static str> {
    if tells_of_sheets(result) {
        return None;
    }
    let shows = |path: &str| crate::worksheets::table(path).filter(|table| table.depth() <= depth);
    let elsewhere = ELSEWHERE.iter().find(|(start, _)| result.name.starts_with(start));
    if let Some(table) = elsewhere.and_then(|(_, path)| shows(path)) {
        return Some(table.path);
    }
    let sheet = result.name.split('.').next()?;
    let mut own = result.reads.split(' ').filter(|path| path.split('.').next() == Some(sheet));
    own.find_map(|path| shows(path).map(|table| table.path))
}

/// Results that stand at the end of each line of a matrix.
const LINES: &[(&str, &str)] = &[
    ("w4.cover", "w4.needs.<id>.coverage"),
    ("w2.ratings", "w2.factors.<id>.gap"),
    ("w6.ws", "w6.bu.<id>.whitespace"),
    ("w5.raci", "w5.raci_tasks.<id>.check"),
];

/// The result at the end of each line of a matrix.
pub fn of_line(table: &TableDef) -> Option<&'static ResultDef> {
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
