//! What another worksheet has to offer: taken over as a whole or row by row; and copies whose source has changed since.

use crate::ui::prelude::*;
use leptos::ev;

use crate::analysis::links::{ChangedOrigin, NewCell, NewRow, Offer, Suggestion};
use crate::change::links;
use crate::i18n::chain as words;
use crate::i18n::ui::{GO_THERE, KEEP_COPY, SOURCE_CHANGED, UPDATE_FROM_SOURCE};
use crate::model::{Columns, FieldDef, Place, TableDef, Value};
use crate::ui::advice_mark::Marked;
use crate::ui::cx::Cx;
use crate::ui::{dom, field, goto};
use crate::worksheets::sheets;

/// An offer.
pub fn offered(cx: Cx, offer: &Suggestion) -> AnyView {
    let rows = offer.count();
    let chosen = RwSignal::new(vec![true; rows]);
    let key = offer.key;
    let text = offer.text(cx.lang);
    // A single row is told by its name in the list; a single cell says where it is.
    let choices = (rows > 1 || matches!(offer.offer, Offer::Cells(_))).then(|| choices(cx, offer, chosen));
    let (offer, put_off) = (offer.clone(), offer.clone());
    let accept = move |_| {
        let ticked: Vec<usize> = chosen.with_untracked(|chosen| {
            chosen.iter().enumerate().filter(|(_, ticked)| **ticked).map(|(at, _)| at).collect()
        });
        take_over(cx, &offer, &ticked);
    };
    let later = move |_| later(cx, &put_off);
    let label = move || {
        let ticked = chosen.with(|chosen| chosen.iter().filter(|ticked| **ticked).count());
        match ticked {
            _ if rows < 2 => cx.t(words::TAKE_ONE).to_owned(),
            all if all == rows => cx.tf(words::TAKE_ALL, &[&all.to_string()]),
            some => cx.tf(words::TAKE_CHOSEN, &[&some.to_string()]),
        }
    };
    let nothing = move || rows > 0 && chosen.with(|chosen| !chosen.contains(&true));
    view! {
        <li data-level="offer" data-offer=key>
            <p>{text}</p>
            {choices}
            <div class="moves">
                <button type="button" class="link" data-action="accept-suggestion" disabled=nothing on:click=accept>{label}</button>
                <button type="button" class="link quiet" data-action="offer-later" on:click=later>{cx.t(words::NOT_NOW)}</button>
            </div>
        </li>
    }
    .into_any()
}

/// What is offered by itself: the row it comes from, its name, what else it says.
struct Item {
    source: String,
    name: String,
    about: String,
}

fn items(cx: Cx, offer: &Suggestion) -> Vec<Item> {
    let to = offer.to;
    let of_row = |row: &NewRow| {
        let title = row.values.title(to);
        let name = if title.is_empty() { cx.title(offer.from.path, row.source.as_str()) } else { title.to_owned() };
        let title_slot = to.title_field().map(|field| field.slot);
        let about = row.values.iter().filter(|(slot, _)| Some(*slot) != title_slot);
        let about: Vec<String> = about.filter_map(|(slot, value)| said(cx, to, slot, Some(value))).collect();
        Item { source: row.source.to_string(), name, about: about.join(" · ") }
    };
    let of_cell = |cell: &NewCell| {
        let name = match to.matrix() {
            Some((rows, Columns::Table(columns))) => {
                format!("{} × {}", cx.title(rows, cell.row.as_str()), cx.title(columns, cell.col.as_str()))
            }
            _ => cx.title(offer.from.path, cell.source.as_str()),
        };
        let about = cell.values.iter().filter_map(|(slot, value)| said(cx, to, *slot, Some(value)));
        let from = cx.title(offer.from.path, cell.source.as_str());
        let about: Vec<String> = std::iter::once(from).chain(about).collect();
        Item { source: cell.source.to_string(), name, about: about.join(" · ") }
    };
    match &offer.offer {
        Offer::Rows(rows) => rows.iter().map(of_row).collect(),
        Offer::Cells(cells) => cells.iter().map(of_cell).collect(),
        Offer::Value(..) => Vec::new(),
    }
}

/// A tick for every row.
fn choices(cx: Cx, offer: &Suggestion, chosen: RwSignal<Vec<bool>>) -> AnyView {
    let ticks = items(cx, offer).into_iter().enumerate().map(|(at, item)| {
        let tick = move |event: ev::Event| {
            let ticked = event_target_checked(&event);
            chosen.update(|chosen| {
                if let Some(old) = chosen.get_mut(at) {
                    *old = ticked;
                }
            });
        };
        view! {
            <li>
                <label>
                    <input type="checkbox" data-offer-row=item.source prop:checked=move || chosen.with(|chosen| chosen.get(at).copied().unwrap_or(false)) on:change=tick />
                    <span>{item.name}</span>
                    <span class="hint">{item.about}</span>
                </label>
            </li>
        }
    });
    view! {
        <details class="offer-rows">
            <summary>{cx.t(words::CHOOSE_ROWS)}</summary>
            <ul>{ticks.collect_view()}</ul>
        </details>
    }
    .into_any()
}

/// What a field would say; references to the source itself say nothing new.
fn said(cx: Cx, table: &TableDef, slot: u8, value: Option<&Value>) -> Option<String> {
    let declared: &'static FieldDef = table.fields.iter().find(|field| field.slot == slot)?;
    if declared.kind.target().is_some() {
        return None;
    }
    let words = value.map(|value| field::in_words(cx, declared, value));
    Some(format!("{} {}", cx.t(declared.label), words.unwrap_or_else(|| cx.t(words::EMPTY_VALUE).to_owned())))
}

fn sheet_name(cx: Cx, table: &TableDef) -> String {
    let name = sheets::sheet(table.sheet()).map_or("", |sheet| cx.t(sheet.name));
    match cx.lang {
        crate::model::Lang::Zh => format!("“{name}”"),
        crate::model::Lang::En => name.to_owned(),
    }
}

/// Puts an offer off.
pub fn later(cx: Cx, offer: &Suggestion) {
    let patch = cx.desk.with(|document| links::put_off(document, offer, &mut dom::new_id));
    cx.desk.commit(patch, false);
    cx.app.toast_undo(cx.t(words::PUT_OFF).to_owned(), cx.desk);
}

/// Takes over the chosen rows or cells of an offer, by their places, or its value.
pub fn take_over(cx: Cx, offer: &Suggestion, ticked: &[usize]) {
    let patch = cx.desk.with(|document| links::accept(document, offer, ticked, &mut dom::new_id));
    if patch.is_empty() {
        return;
    }
    let from = sheet_name(cx, offer.from);
    let taken = match offer.offer {
        Offer::Rows(_) => patch.ops.len(),
        Offer::Cells(_) => ticked.len(),
        Offer::Value(..) => 0,
    };
    let text = match taken {
        0 => cx.tf(words::TAKEN_VALUE, &[&from]),
        1 => cx.tf(words::TAKEN_ROW, &[&from]),
        count => cx.tf(words::TAKEN_ROWS, &[&count.to_string(), &from]),
    };
    cx.desk.commit(patch, false);
    cx.app.toast_undo(text, cx.desk);
}

/// The offers that were put off, and the way back to them.
pub fn put_off(cx: Cx, later: &[Suggestion]) -> AnyView {
    let offers = later.to_vec();
    let again = move |_| {
        let patch = cx.desk.with(|document| links::take_up(document, &offers));
        cx.desk.commit(patch, false);
    };
    let texts = later.iter().map(|offer| view! { <li>{offer.text(cx.lang)}</li> }).collect_view();
    view! {
        <li data-level="aside" data-part="put-off">
            <p>{cx.tf(words::PUT_OFF_SUMMARY, &[&later.len().to_string()])}</p>
            <ul class="differences hint">{texts}</ul>
            <div class="moves">
                <button type="button" class="link" data-action="offer-again" on:click=again>{cx.t(words::OFFER_AGAIN)}</button>
            </div>
        </li>
    }
    .into_any()
}

/// Stands for the rule where a mark leads to a copy whose source has changed.
const CHANGED: &str = "source-changed";

/// The mark at a copy whose source has changed.
pub fn changed_mark(cx: Cx, changed: &ChangedOrigin) -> Marked {
    let name = cx.title(changed.table.path, changed.row.as_str());
    let slot = changed.table.title_field().map_or(0, |field| field.slot);
    Marked {
        place: Place::row(changed.table, changed.row.clone(), slot),
        level: "source",
        rule: CHANGED,
        message: cx.tf(SOURCE_CHANGED, &[&name]),
    }
}

/// A copy whose source says something else now.
pub fn source_changed(cx: Cx, changed: &ChangedOrigin) -> AnyView {
    let name = cx.title(changed.table.path, changed.row.as_str());
    let differences = changed.changes.iter().filter_map(|(slot, before, now)| {
        let declared = changed.table.field_at(*slot)?;
        let before = before.as_ref().map(|value| field::in_words(cx, declared, value));
        let before = before.unwrap_or_else(|| cx.t(words::EMPTY_VALUE).to_owned());
        let now = field::in_words(cx, declared, now);
        Some(view! { <li>{cx.tf(words::SOURCE_IS_NOW, &[cx.t(declared.label), &before, &now])}</li> })
    });
    let differences = differences.collect_view();
    let slot = changed.table.title_field().map_or(0, |field| field.slot);
    let place = Place::row(changed.table, changed.row.clone(), slot);
    let (for_update, for_keep) = (changed.clone(), changed.clone());
    let update = move |_| {
        let patch = cx.desk.with(|document| links::update(document, &for_update));
        cx.desk.commit(patch, false);
        cx.app.toast_undo(cx.t(words::SOURCE_UPDATED).to_owned(), cx.desk);
    };
    let keep = move |_| {
        let patch = cx.desk.with(|document| links::keep(document, &for_keep));
        cx.desk.commit(patch, false);
        cx.app.toast_undo(cx.t(words::SOURCE_KEPT).to_owned(), cx.desk);
    };
    view! {
        <li data-level="offer" data-rule=CHANGED data-changed=changed.row.as_str().to_owned()>
            <p>{cx.tf(SOURCE_CHANGED, &[&name])}</p>
            <ul class="differences hint">{differences}</ul>
            <div class="moves">
                <button type="button" class="link" data-action="source-update" on:click=update>{cx.t(UPDATE_FROM_SOURCE)}</button>
                <button type="button" class="link" data-action="source-keep" on:click=keep>{cx.t(KEEP_COPY)}</button>
                <button type="button" class="link quiet" data-action="go-there" on:click=move |_| goto::place(cx, place.clone())>{cx.t(GO_THERE)}</button>
            </div>
        </li>
    }
    .into_any()
}
