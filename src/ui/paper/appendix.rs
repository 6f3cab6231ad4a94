//! The appendix: where the information comes from, how figures were computed, what changed last.

use crate::ui::prelude::*;

use super::since::{self, Since};
use super::tables::{known_results, place, plain};
use crate::analysis::content::row_has_content;
use crate::analysis::title::full_title;
use crate::file::report::in_print;
use crate::i18n::paper as words;
use crate::model::order::sort_by;
use crate::model::{Document, Row, TableDef};
use crate::ui::cx::Cx;
use crate::worksheets::row::{AUTHOR, CONFIDENCE, FIELDS, SOURCE, SOURCE_DATE, UPDATED};
use crate::worksheets::{TABLES, settings};

/// Most changes that are listed.
const CHANGES: usize = 60;

/// Evidence, formulas, changes.
pub fn view(cx: Cx, since: Since) -> AnyView {
    let part = |key: &'static str, title: &'static str, body: Option<AnyView>| {
        body.map(|body| view! { <section class="printed-table" data-printed=key><h3>{title}</h3>{body}</section> })
    };
    let log = move || match since::log(since) {
        Some((title, body)) => {
            view! { <section class="printed-table" data-printed="changes"><h3>{title}</h3>{body}</section> }.into_any()
        }
        None => part("changes", cx.t(words::LAST_CHANGES), changes(cx)).into_any(),
    };
    view! {
        {part("evidence", cx.t(words::EVIDENCE_LIST), evidence(cx))}
        {part("formulas", cx.t(words::FORMULAS), formulas(cx))}
        {log}
    }
    .into_any()
}

/// The rows of all lists that people filled.
fn rows(document: &Document) -> impl Iterator<Item = (&'static TableDef, &Row)> {
    let lists = TABLES.iter().copied().filter(|table| {
        table.is_list() && *table != settings::rules::TABLE && table.sheet() != "log" && table.sheet() != "portfolio"
    });
    lists.flat_map(move |table| {
        document
            .list(table)
            .iter()
            .filter(move |row| row_has_content(document, table, row))
            .map(move |row| (table, row))
    })
}

fn evidence(cx: Cx) -> Option<AnyView> {
    let list = cx.desk.with(|document| {
        let text = |row: &Row, slot: u8| {
            let field = FIELDS.iter().find(|field| field.slot == slot);
            let value = row.record.at(slot);
            field.zip(value).map(|(field, value)| in_print(document, field, value, cx.lang)).unwrap_or_default()
        };
        let known = rows(document).filter(|(_, row)| {
            row.get(SOURCE).is_some() || row.get(SOURCE_DATE).is_some() || row.get(CONFIDENCE).is_some()
        });
        known
            .map(|(table, row)| {
                vec![
                    place(cx, table),
                    full_title(document, table, row.id.as_str(), cx.lang),
                    text(row, CONFIDENCE.slot),
                    text(row, SOURCE.slot),
                    text(row, SOURCE_DATE.slot),
                ]
            })
            .collect::<Vec<_>>()
    });
    if list.is_empty() {
        return None;
    }
    let label = |slot: u8| FIELDS.iter().find(|field| field.slot == slot).map_or("", |field| cx.t(field.label));
    let heads = vec![
        cx.t(words::WHERE),
        cx.t(words::ITEM),
        label(CONFIDENCE.slot),
        label(SOURCE.slot),
        label(SOURCE_DATE.slot),
    ];
    Some(plain(cx, heads, list))
}

fn formulas(cx: Cx) -> Option<AnyView> {
    let list = known_results(cx);
    if list.is_empty() {
        return None;
    }
    Some(plain(cx, vec![cx.t(words::FIGURE), cx.t(words::VALUE_HEAD), cx.t(words::HOW_HEAD)], list))
}

fn changes(cx: Cx) -> Option<AnyView> {
    let mut list = cx.desk.with(|document| {
        let changed = rows(document).filter_map(|(table, row)| {
            let at = row.get(UPDATED)?;
            // A day is enough; the time is kept for the order.
            let cells = vec![
                at.get(..16).unwrap_or(at).replace('T', " "),
                row.get(AUTHOR).unwrap_or_default().to_owned(),
                place(cx, table),
                full_title(document, table, row.id.as_str(), cx.lang),
            ];
            Some((at.to_owned(), cells))
        });
        changed.collect::<Vec<_>>()
    });
    if list.is_empty() {
        return None;
    }
    sort_by(&mut list, |one, other| other.0.cmp(&one.0));
    let of = list.len();
    let note = (of > CHANGES).then(|| {
        view! { <p class="hint">{cx.tf(words::FIRST_N, &[&CHANGES.to_string(), &of.to_string()])}</p> }.into_any()
    });
    let some = list.iter().any(|(_, cells)| cells.get(1).is_some_and(|who| !who.is_empty()));
    let rows = list.into_iter().take(CHANGES).map(|(_, mut cells)| {
        if !some {
            cells.remove(1);
        }
        cells
    });
    let mut heads = vec![cx.t(words::CHANGED_ON), cx.t(words::BY_WHOM), cx.t(words::WHERE), cx.t(words::ITEM)];
    if !some {
        heads.remove(1);
    }
    Some(view! { {note}{plain(cx, heads, rows.collect())} }.into_any())
}
