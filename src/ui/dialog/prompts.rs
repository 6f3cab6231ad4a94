//! Questions that help a team along, one page's worth, with the next one at a keystroke.

use leptos::prelude::*;

use super::modal;
use crate::i18n::ui as words;
use crate::model::{FieldDef, TableDef};
use crate::ui::cx::Cx;
use crate::worksheets::{ask, sheets, tables_of};

/// The drawer.
pub fn view(cx: Cx, page: String) -> AnyView {
    let Some(sheet) = sheets::sheet_of_page(&page) else { return ().into_any() };
    let at = RwSignal::new(0_usize);
    let count = sheet.prompts.len().max(1);
    let questions = sheet.prompts.iter().enumerate().map(|(place, prompt)| {
        view! { <li class:now=move || at.get() == place aria-current=move || (at.get() == place).then_some("step")>{cx.t(*prompt)}</li> }
    });
    // The questions of the fields stand with their section.
    let sections = tables_of(sheet.key).filter(|table| table.depth() <= cx.depth).filter_map(|table| {
        let asked: Vec<_> = table.fields.iter().filter(|field| !ask(table, field).is_empty() && field.depth <= cx.depth).collect();
        (!asked.is_empty()).then(|| {
            let rows = asked.into_iter().map(|field| view! { <div><dt>{cx.t(field.label)}</dt><dd>{cx.t(ask(table, field))}</dd></div> });
            view! { <details><summary>{cx.t(table.label)}</summary><dl class="asked">{rows.collect_view()}</dl></details> }
        })
    });
    let body = view! {
        <ol class="prompts">{questions.collect_view()}</ol>
        <button type="button" class="btn main" data-action="next-question" on:click=move |_| at.update(|at| *at = (*at + 1) % count)>{cx.t(words::NEXT_QUESTION)}</button>
        <div class="by-section">{sections.collect_view()}</div>
    }
    .into_any();
    modal(cx, cx.t(words::PROMPTS).to_owned(), "prompts", body, move || cx.app.dialog.set(None))
}

/// The question below a field.
pub fn question(cx: Cx, table: &'static TableDef, field: &'static FieldDef) -> AnyView {
    let text = ask(table, field);
    if text.is_empty() { ().into_any() } else { view! { <p class="ask">{cx.t(text)}</p> }.into_any() }
}
