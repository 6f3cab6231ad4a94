//! What a whole table offers besides its rows: CSV out and in.

use crate::ui::prelude::*;
use leptos::ev;
use wasm_bindgen_futures::JsFuture;

use crate::i18n::ui as words;
use crate::model::TableDef;
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
