//! An extra page: its code is loaded when it is opened first.

use crate::ui::prelude::*;

use super::{NotLoaded, split};
use crate::i18n::ui as words;
use crate::ui::cx::Cx;
use crate::ui::pages::Extra;
use crate::ui::{chain, copies, paper, past, room};

/// Draws the page of this name.
pub type PageView = fn(Cx, &'static str) -> AnyView;

/// The view of an extra page.
pub fn view(cx: Cx, extra: &'static Extra) -> AnyView {
    let loaded = RwSignal::new(None::<Result<PageView, NotLoaded>>);
    let load = move || {
        leptos::task::spawn_local(async move {
            let part = split::pages().await;
            // The page may have been left meanwhile.
            loaded.try_set(Some(part));
        });
    };
    load();
    let again = move |_| {
        loaded.set(None);
        load();
    };
    (move || match loaded.get() {
        // What a page reads while it is made is its own business: the page as a whole is made once.
        Some(Ok(view)) => untrack(|| view(cx, extra.page)),
        Some(Err(NotLoaded)) => view! {
            <div class="sheet">
                <p role="alert">{cx.t(words::PART_NOT_LOADED)}</p>
                <button type="button" class="btn" on:click=again>{cx.t(words::TRY_AGAIN)}</button>
            </div>
        }
        .into_any(),
        None => view! { <p class="waiting" role="status">{cx.t(words::LOADING)}</p> }.into_any(),
    })
    .into_any()
}

/// Any of them, by its name. They share so much that one part is smaller than one for each.
pub fn any(cx: Cx, page: &'static str) -> AnyView {
    match page {
        "page" | "report" => paper::page(cx, page),
        "copies" | "compare" => copies::any(cx, page),
        "chain" => chain::any(cx, page),
        "history" => past::any(cx, page),
        _ => room::page(cx, page),
    }
}
