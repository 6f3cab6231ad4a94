//! The figures of a row: those that lead stand as columns, the others open below it.

use crate::ui::prelude::*;

use super::figure;
use crate::analysis::{Answer, Compute, ResultDef, catalogue};
use crate::model::{Bi, Depth, Id, TableDef};
use crate::ui::cx::Cx;
use crate::ui::sheet::LEADING;

/// The label of a leading figure.
pub fn label(table: &'static TableDef, at: usize) -> Option<Bi> {
    leading(table, at).map(|result| result.label)
}

/// A leading figure of a row.
pub fn figure(cx: Cx, table: &'static TableDef, at: usize, id: &Id) -> AnyView {
    leading(table, at).map_or_else(|| ().into_any(), |result| figure::cell(cx, result, id.as_str()))
}

/// The figures of a row that do not lead. At quick depth there are none.
pub fn others(cx: Cx, table: &'static TableDef, id: &Id) -> AnyView {
    if cx.depth == Depth::Quick {
        return ().into_any();
    }
    let rest = of_rows(table).filter(|result| !leads(table, result));
    let figures = rest.map(|result| {
        view! { <div class="mini"><span class="label">{cx.t(result.label)}</span>{figure::button(cx, result, id.as_str())}</div> }
    });
    figures.collect_view().into_any()
}

/// A mark for a row whose source is too old; nothing for the others.
pub fn stale(cx: Cx, table: &'static TableDef, id: &Id) -> AnyView {
    let Some(result) = catalogue::find("row.<id>.stale") else { return ().into_any() };
    let id = format!("{}.{id}", table.path);
    (move || {
        let answer = cx.desk.answer(result, &id);
        let is_stale = answer.as_ref().and_then(Answer::as_key) == Some("yes");
        let name = result.full_name(&id);
        is_stale.then(|| view! { <em class="stale" data-result=name>{figure::text(cx, result, &answer)}</em> })
    })
    .into_any()
}

fn of_rows(table: &'static TableDef) -> impl Iterator<Item = &'static ResultDef> {
    catalogue::all().filter(|result| matches!(result.compute, Compute::Rows(path, _) if path == table.path))
}

fn leads(table: &TableDef, result: &ResultDef) -> bool {
    let last = result.name.rsplit('.').next().unwrap_or_default();
    LEADING.iter().any(|(path, name)| *path == table.path && *name == last)
}

/// The figures that lead.
pub fn all(table: &'static TableDef) -> Vec<&'static ResultDef> {
    of_rows(table).filter(|result| leads(table, result)).collect()
}

fn leading(table: &'static TableDef, at: usize) -> Option<&'static ResultDef> {
    of_rows(table).filter(|result| leads(table, result)).nth(at)
}
