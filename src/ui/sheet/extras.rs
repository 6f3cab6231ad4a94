//! What a whole table offers besides its rows: CSV out and in, rows to take from a list.

use crate::ui::prelude::*;
use leptos::ev;
use wasm_bindgen_futures::JsFuture;

use crate::change::{Op, Patch};
use crate::i18n::ui as words;
use crate::model::{RowOrigin, TableDef};
use crate::ui::cx::Cx;
use crate::ui::late;

/// The menu under a list.
pub fn table_menu(cx: Cx, table: &'static TableDef) -> AnyView {
    let app = cx.app;
    let chosen = move |event: ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        input.set_value("");
        leptos::task::spawn_local(async move {
            let Ok(buffer) = JsFuture::from(file.array_buffer()).await else { return };
            let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
            late::with(app, move |late| (late.import_csv)(cx, table, &bytes));
        });
    };
    view! {
        <details class="menu small">
            <summary class="link">{cx.t(words::MORE)}</summary>
            <div class="sheetlet">
                <button type="button" data-action="export-csv" on:click=move |_| late::with(app, move |late| (late.export_csv)(cx, table))>{cx.t(words::CSV_EXPORT)}</button>
                <label class="file">{cx.t(words::CSV_IMPORT)}<input type="file" accept=".csv,.tsv,.txt,text/csv" data-action="import-csv" on:change=chosen /></label>
            </div>
        </details>
    }
    .into_any()
}

/// Rows the product offers, one click away; gone from the offer once they are in.
pub fn templates(cx: Cx, table: &'static TableDef) -> AnyView {
    let missing = move || {
        let there = cx.desk.ids(table.path);
        let offered = table.rows.iter().filter(|row| row.origin == RowOrigin::Template);
        offered.filter(|row| !there.iter().any(|id| id.as_str() == row.id)).collect::<Vec<_>>()
    };
    let insert = move |ids: Vec<&'static str>| {
        let patch = cx.desk.with(|document| {
            let at = document.list(table).len();
            let rows = ids.iter().filter_map(|id| table.default_row(id));
            let ops = rows.enumerate().map(|(offset, row)| Op::Insert {
                table,
                at: at + offset,
                row: table.make_row(row, cx.lang),
            });
            Patch { ops: ops.collect() }
        });
        cx.desk.commit(patch, false);
    };
    let list = move || {
        let missing = missing();
        (!missing.is_empty()).then(|| {
            let all: Vec<_> = missing.iter().map(|row| row.id).collect();
            let buttons = missing.into_iter().map(|row| {
                view! {
                    <button type="button" class="chip" data-template=row.id on:click=move |_| insert(vec![row.id])>
                        "+ "{cx.t(row.label)}
                    </button>
                }
            });
            view! {
                <details class="templates">
                    <summary>{cx.t(words::ADD_TEMPLATES)}</summary>
                    <div class="chips">
                        {buttons.collect_view()}
                        <button type="button" class="chip all" data-template="all" on:click=move |_| insert(all.clone())>
                            {if cx.lang == crate::model::Lang::Zh { "全部" } else { "All of them" }}
                        </button>
                    </div>
                </details>
            }
        })
    };
    list.into_any()
}
