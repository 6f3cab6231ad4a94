//! On paper: the plan on a page and the report.

mod page;

use leptos::prelude::*;

use crate::i18n::{paper as words, ui as common};
use crate::ui::cx::Cx;
use crate::ui::dom;

/// The plan on a page.
pub fn plan_on_a_page(cx: Cx) -> AnyView {
    let sheet = move || {
        cx.desk.changed.track();
        page::view(cx, page::Place::Alone)
    };
    view! {
        <article class="paper">
            <div class="paper-bar">
                <p class="hint">{cx.t(words::PAGE_LEAD)}</p>
                {print_button(cx)}
            </div>
            {sheet}
        </article>
    }
    .into_any()
}

/// The report.
pub fn report(cx: Cx) -> AnyView {
    let _ = cx;
    ().into_any()
}

fn print_button(cx: Cx) -> AnyView {
    view! {
        <button type="button" class="btn main" data-action="print" on:click=|_| { let _ = dom::window().print(); }>{cx.t(common::PRINT)}</button>
    }
    .into_any()
}
