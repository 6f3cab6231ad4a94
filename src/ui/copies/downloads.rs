//! The same data in other shapes.

use crate::ui::prelude::*;
use js_sys::Uint8Array;
use leptos::html;

use crate::change::private;
use crate::file::zip::{Entry, archive};
use crate::file::{Workbook, bundle, calendar, csv, markdown};
use crate::i18n::copies as say;
use crate::model::{Bi, Document};
use crate::ui::cx::Cx;
use crate::ui::paper::private::shown;
use crate::ui::{dom, files};
use crate::worksheets::{TABLES, plan, table};

/// Offers bytes as a file to save.
pub fn save(name: &str, mime: &str, bytes: &[u8]) {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(mime);
    let parts = js_sys::Array::of1(&Uint8Array::from(bytes));
    if let Ok(blob) = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options) {
        dom::download_blob(name, &blob);
    }
}

/// The list.
pub fn view(cx: Cx) -> AnyView {
    let counts = move || {
        cx.desk.changed.track();
        cx.desk.with(|document| (bundle::tables_as_csv(document, cx.lang).len(), calendar::count(document)))
    };
    let tables = Memo::new(move |_| counts());
    let csvs = Signal::derive(move || cx.tf(say::D_CSV_HELP, &[&tables.get().0.to_string()]));
    let dates = Signal::derive(move || cx.tf(say::D_ICS_HELP, &[&tables.get().1.to_string()]));
    let fixed = |help: Bi| Signal::derive(move || cx.t(help).to_owned());
    let with_private = RwSignal::new(false);
    let line = move |name: Bi, help: Signal<String>, kind: &'static str| line(cx, name, help, kind, with_private);
    view! {
        <ul class="lines">
            {line(say::D_JSON, fixed(say::D_JSON_HELP), "json")}
            {line(say::D_MD, fixed(say::D_MD_HELP), "md")}
            {line(say::D_CSV, csvs, "csv")}
            {one_table(cx, with_private)}
            {line(say::D_ACT, fixed(say::D_ACT_HELP), "actions")}
            {line(say::D_ICS, dates, "ics")}
            {line(say::D_ALL, fixed(say::D_ALL_HELP), "all")}
        </ul>
        {private_box(cx, with_private)}
    }
    .into_any()
}

/// Where anything is private: whether it goes out too.
fn private_box(cx: Cx, with_private: RwSignal<bool>) -> AnyView {
    let count = Memo::new(move |_| {
        cx.desk.changed.track();
        cx.desk.with(private::count)
    });
    (move || {
        let count = count.get();
        if count == 0 {
            return ().into_any();
        }
        let said = cx.tf(say::D_PRIVATE, &[&count.to_string()]);
        let is_on = with_private.get_untracked();
        view! {
            <p><label class="check"><input type="checkbox" class="tick" data-action="downloads-with-private" checked=is_on on:change=move |event| with_private.set(event_target_checked(&event)) />{said}</label></p>
            <p class="hint">{cx.t(say::D_PRIVATE_HELP)}</p>
        }
        .into_any()
    })
    .into_any()
}

fn line(cx: Cx, name: Bi, help: Signal<String>, kind: &'static str, with_private: RwSignal<bool>) -> AnyView {
    let label = format!("{}: {}", cx.t(say::DOWNLOAD), cx.t(name));
    view! {
        <li>
            <span class="grow"><b>{cx.t(name)}</b>" "<span class="hint">{help}</span></span>
            <button type="button" class="btn" data-action="download" data-kind=kind aria-label=label on:click=move |_| download(cx, kind, with_private.get_untracked())>{cx.t(say::DOWNLOAD)}</button>
        </li>
    }
    .into_any()
}

fn one_table(cx: Cx, with_private: RwSignal<bool>) -> AnyView {
    let choice = NodeRef::<html::Select>::new();
    let options =
        TABLES.iter().map(|table| view! { <option value=table.path>{super::words::table(cx, table)}</option> });
    let take = move |_| {
        let path = choice.get_untracked().map(|select| select.value()).unwrap_or_default();
        if let Some(table) = table(&path) {
            files::export_csv(shown(cx, with_private.get_untracked()), table);
        }
    };
    let label = format!("{}: {}", cx.t(say::DOWNLOAD), cx.t(say::D_ONE));
    view! {
        <li>
            <span class="grow"><b>{cx.t(say::D_ONE)}</b>" "<select class="in inline" aria-label=cx.t(say::D_ONE) node_ref=choice data-action="one-table">{options.collect_view()}</select>" "<span class="hint">{cx.t(say::D_ONE_HELP)}</span></span>
            <button type="button" class="btn" data-action="download" data-kind="one" aria-label=label on:click=take>{cx.t(say::DOWNLOAD)}</button>
        </li>
    }
    .into_any()
}

fn download(cx: Cx, kind: &str, with_private: bool) {
    if kind == "json" {
        files::export(cx.app);
        return;
    }
    let (about, entry) = shown(cx, with_private).desk.with(|document| {
        let extension = if matches!(kind, "csv" | "all") {
            "zip"
        } else if kind == "actions" {
            "csv"
        } else {
            kind
        };
        (files::exported_name(document, "", extension), contents(cx, document, kind))
    });
    let mime = match kind {
        "md" => "text/markdown;charset=utf-8",
        "ics" => "text/calendar;charset=utf-8",
        "actions" => "text/csv;charset=utf-8",
        _ => "application/zip",
    };
    save(&about, mime, &entry);
}

fn contents(cx: Cx, document: &Document, kind: &str) -> Vec<u8> {
    match kind {
        "md" => markdown::report(document, cx.lang).into_bytes(),
        "ics" => calendar::calendar(document, cx.lang, &dom::now_utc()).into_bytes(),
        "actions" => csv::write_table(document, plan::act::TABLE, cx.lang).into_bytes(),
        "csv" => archive(&bundle::tables_as_csv(document, cx.lang), dom::today()),
        _ => everything(cx, document),
    }
}

fn everything(cx: Cx, document: &Document) -> Vec<u8> {
    let named = |extension: &str, bytes: Vec<u8>| Entry { name: files::exported_name(document, "", extension), bytes };
    let workbook = Workbook { document: document.clone(), ..files::open_workbook(cx.app, cx.desk) };
    let mut entries = vec![
        named("json", files::file_text(&workbook).into_bytes()),
        named("md", contents(cx, document, "md")),
        named("ics", contents(cx, document, "ics")),
    ];
    entries.extend(
        bundle::tables_as_csv(document, cx.lang)
            .into_iter()
            .map(|entry| Entry { name: format!("csv/{}", entry.name), ..entry }),
    );
    archive(&entries, dom::today())
}
