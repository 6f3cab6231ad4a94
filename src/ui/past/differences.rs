//! What differs between a kept state and now, worksheet by worksheet, each with its way back.

use std::sync::Arc;

use crate::ui::prelude::*;

use super::restore::bring_back;
use super::timeline::{sheet_name, without_stamps};
use super::{Past, titles};
use crate::change::diff::diff;
use crate::change::{Op, Patch, restore};
use crate::i18n::past as words;
use crate::model::{Bi, Document, Id, Place, TableDef, Value};
use crate::worksheets::{TABLES, sheets};

/// Most entries of a table that are shown at first.
const MOST_AT_FIRST: usize = 25;

/// Most rows of which is worked out what comes back with them.
const MOST_WITH_COMPANIONS: usize = 40;

/// Something that differs: a row, the cells of a row, or one value of a form.
struct Entry {
    what: What,
    /// The row; of a form nothing.
    row: Option<Id>,
    /// The places that differ, then and now.
    values: Vec<Place>,
    /// How many places elsewhere come back with it.
    companions: usize,
}

#[derive(Clone, Copy, PartialEq)]
enum What {
    Gone,
    New,
    Changed,
}

impl What {
    const fn word(self) -> Bi {
        match self {
            Self::Gone => words::GONE,
            Self::New => words::NEW,
            Self::Changed => words::CHANGED,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::New => "new",
            Self::Changed => "changed",
        }
    }
}

/// What differs in one table.
struct TableEntries {
    table: &'static TableDef,
    entries: Vec<Entry>,
    moved: usize,
}

/// All differences.
pub fn view(past: Past, then: &Arc<Document>) -> AnyView {
    let cx = past.cx;
    let mut patch = cx.desk.with(|now| diff(now, then));
    without_stamps(&mut patch);
    if patch.is_empty() {
        return view! { <p class="past-same">{cx.t(words::NO_DIFFERENCE)}</p> }.into_any();
    }
    let companions = cx.desk.with(|now| companions(now, then, &patch));
    patch
        .ops
        .retain(|op| !matches!(op, Op::Set { place, .. } if companions.iter().any(|(_, with)| with.contains(place))));
    let tables = sort_out(&patch, &companions);
    let mut keys: Vec<&'static str> = sheets::SHEETS.iter().map(|sheet| sheet.key).collect();
    keys.push("log");
    let parts = keys.into_iter().filter_map(|key| {
        let of_sheet: Vec<&TableEntries> = tables.iter().filter(|part| part.table.sheet() == key).collect();
        (!of_sheet.is_empty()).then(|| worksheet(past, then, key, &of_sheet))
    });
    let parts = parts.collect_view();
    view! { <div class="past-differences">{parts}</div> }.into_any()
}

/// Of each row that is gone, by table and id: the places elsewhere that come back with it.
type Companions = Vec<((&'static str, Id), Vec<Place>)>;

fn companions(now: &Document, then: &Document, patch: &Patch) -> Companions {
    let gone = patch.ops.iter().filter_map(|op| match op {
        Op::Insert { table, row, .. } if now.list(table).row(row.id.as_str()).is_none() => Some((*table, &row.id)),
        _ => None,
    });
    let places = gone.take(MOST_WITH_COMPANIONS).map(|(table, id)| {
        let back = restore::row(now, then, table, id).ops.into_iter().filter_map(|op| match op {
            // What comes back otherwise than it was is a difference of its own.
            Op::Set { place, after, .. } if then.value(&place) == after.as_ref() => Some(place),
            _ => None,
        });
        ((table.path, id.clone()), back.collect())
    });
    places.collect()
}

/// The operations from now to then, by table and row.
fn sort_out(patch: &Patch, companions: &Companions) -> Vec<TableEntries> {
    let mut tables: Vec<TableEntries> = Vec::new();
    for table in TABLES.iter().copied() {
        let mut part = TableEntries { table, entries: Vec::new(), moved: 0 };
        for op in patch.ops.iter().filter(|op| op.table().path == table.path) {
            match op {
                Op::Insert { row, .. } => note(&mut part.entries, What::Gone, Some(&row.id), None),
                Op::Remove { row, .. } => note(&mut part.entries, What::New, Some(&row.id), None),
                Op::Move { .. } => part.moved += 1,
                Op::Set { place, .. } => note(&mut part.entries, What::Changed, place.row.as_ref(), Some(place)),
            }
        }
        for entry in &mut part.entries {
            let with = companions.iter().find(|((path, id), _)| *path == table.path && Some(id) == entry.row.as_ref());
            entry.companions = with.map_or(0, |(_, places)| places.len());
        }
        if part.moved > 0 || !part.entries.is_empty() {
            tables.push(part);
        }
    }
    tables
}

fn note(entries: &mut Vec<Entry>, what: What, row: Option<&Id>, place: Option<&Place>) {
    // Each value of a form stands for itself; what belongs to a row stands together.
    let known = entries.iter_mut().find(|entry| row.is_some() && entry.row.as_ref() == row);
    match known {
        Some(entry) => {
            // Taken out and put in again is changed.
            if entry.what != what {
                entry.what = What::Changed;
            }
            entry.values.extend(place.cloned());
        }
        None => {
            entries.push(Entry { what, row: row.cloned(), values: place.cloned().into_iter().collect(), companions: 0 })
        }
    }
}

fn worksheet(past: Past, then: &Arc<Document>, key: &'static str, tables: &[&TableEntries]) -> AnyView {
    let cx = past.cx;
    let name = sheets::sheet(key).map_or_else(|| sheet_name(cx, key), |sheet| cx.t(sheet.name).to_owned());
    let (notice, document) = (cx.tf(words::RESTORED_SHEET, &[&name]), then.clone());
    let act = move |_| {
        let patch = cx.desk.with(|now| restore::worksheet(now, &document, key));
        bring_back(past, patch, notice.clone());
    };
    let parts = tables.iter().map(|part| table(past, then, part)).collect_view();
    view! {
        <section class="past-sheet" data-sheet=key>
            <div class="past-head">
                <h3>{name}</h3>
                <button type="button" class="link" data-action="restore-sheet" on:click=act>{cx.t(words::RESTORE_SHEET)}</button>
            </div>
            {parts}
        </section>
    }
    .into_any()
}

fn table(past: Past, then: &Arc<Document>, part: &TableEntries) -> AnyView {
    let cx = past.cx;
    let all = part.entries.len();
    let lines: Vec<AnyView> =
        part.entries.iter().take(MOST_AT_FIRST).map(|entry| one(past, then, part.table, entry)).collect();
    let moved =
        (part.moved > 0).then(|| view! { <p class="hint">{cx.tf(words::MOVED, &[&part.moved.to_string()])}</p> });
    let hidden = all.saturating_sub(MOST_AT_FIRST);
    let more = (hidden > 0).then(|| view! { <p class="hint">{cx.tf(words::MORE_PLACES, &[&hidden.to_string()])}</p> });
    view! {
        <h4>{cx.t(part.table.label)}</h4>
        <ul class="past-entries">{lines}</ul>
        {more}
        {moved}
    }
    .into_any()
}

fn one(past: Past, then: &Arc<Document>, table: &'static TableDef, entry: &Entry) -> AnyView {
    let cx = past.cx;
    let name = name_of(past, then, table, entry);
    let lines: Vec<AnyView> = entry.values.iter().map(|place| difference(past, then, place)).collect();
    let kind = (entry.row.is_some() && table.is_list())
        .then(|| view! { <span class="past-kind" data-kind=entry.what.key()>{cx.t(entry.what.word())}</span> });
    // What is new since is not in the older state: bringing that back means deleting, and deleting has its own button.
    let back = (entry.what != What::New).then(|| {
        let (document, row, places) = (then.clone(), entry.row.clone(), entry.values.clone());
        let (notice, label) = (cx.tf(words::RESTORED_ROW, &[&name]), format!("{}: {name}", cx.t(words::RESTORE_ROW)));
        let act = move |_| {
            let patch = cx.desk.with(|now| patch_of(now, &document, table, row.as_ref(), &places));
            bring_back(past, patch, notice.clone());
        };
        view! { <button type="button" class="link" data-action="restore-row" aria-label=label on:click=act>{cx.t(words::RESTORE_ROW)}</button> }
    });
    let with = (entry.companions > 0)
        .then(|| view! { <p class="hint">{cx.tf(words::WITH_IT, &[&entry.companions.to_string()])}</p> });
    let row = entry.row.as_ref().map(Id::to_string);
    view! {
        <li class="past-entry" data-entry=row data-kind=entry.what.key()>
            <div class="past-line"><span class="past-name">{name}</span>{kind}{back}</div>
            {with}
            {(!lines.is_empty()).then(|| view! { <dl class="past-values">{lines}</dl> })}
        </li>
    }
    .into_any()
}

fn patch_of(now: &Document, then: &Document, table: &'static TableDef, row: Option<&Id>, places: &[Place]) -> Patch {
    match row {
        Some(row) if table.is_list() => restore::row(now, then, table, row),
        _ => Patch { ops: places.iter().flat_map(|place| restore::value(now, then, place).ops).collect() },
    }
}

fn name_of(past: Past, then: &Document, table: &'static TableDef, entry: &Entry) -> String {
    let cx = past.cx;
    let Some(row) = &entry.row else {
        let field = entry.values.first().and_then(|place| table.field_at(place.slot));
        return field.map_or_else(String::new, |field| cx.t(field.label).to_owned());
    };
    let name = |document: &Document| {
        if table.is_list() {
            titles::of_row(cx, document, table, row)
        } else {
            titles::of_matrix_row(cx, document, table, row)
        }
    };
    if entry.what == What::New { cx.desk.with(name) } else { name(then) }
}

/// One value, then and now.
fn difference(past: Past, then: &Document, place: &Place) -> AnyView {
    let cx = past.cx;
    let Some(field) = place.table.field_at(place.slot) else { return ().into_any() };
    let shown = |document: &Document, value: Option<&Value>| {
        value.map(|value| titles::of_value(cx, document, field, value)).filter(|text| !text.is_empty())
    };
    let was = shown(then, then.value(place));
    let is = cx.desk.with(|now| shown(now, now.value(place)));
    let column = place.col.as_ref().map(|col| titles::of_column(cx, then, place.table, col));
    let label = match column {
        Some(column) => format!("{column} · {}", cx.t(field.label)),
        None if place.table.is_form() => String::new(),
        None => cx.t(field.label).to_owned(),
    };
    let empty = move || view! { <i>{cx.t(words::EMPTY)}</i> }.into_any();
    let part = |text: Option<String>| text.map_or_else(empty, |text| view! { <bdi>{text}</bdi> }.into_any());
    view! {
        <div>
            <dt>{label}</dt>
            <dd><span class="sr">{cx.t(words::WAS)}": "</span><del>{part(was)}</del>" → "<span class="sr">{cx.t(words::IS)}": "</span><ins>{part(is)}</ins></dd>
        </div>
    }
    .into_any()
}
