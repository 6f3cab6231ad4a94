//! An extra page: its code is loaded when it is opened first.

use crate::ui::prelude::*;

use super::{NotLoaded, split};
use crate::i18n::ui as words;
use crate::ui::cx::Cx;
use crate::ui::node::Nodes;
use crate::ui::pages::Extra;

/// Draws the page of this name.
pub type PageView = fn(Cx, &'static str) -> leptos::prelude::AnyView;

/// The view of an extra page.
pub fn view(cx: Cx, extra: &'static Extra) -> AnyView {
    let loaded = RwSignal::new(None::<Result<PageView, NotLoaded>>);
    let load = move || {
        leptos::task::spawn_local(async move {
            let part = part(extra.page).await;
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
        Some(Ok(view)) => Nodes::new().child(view(cx, extra.page)),
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

async fn part(page: &str) -> Result<PageView, NotLoaded> {
    match page {
        "page" | "report" => split::paper().await,
        "week" | "workshop" => split::room().await,
        "copies" | "compare" => split::copies().await,
        "chain" => split::chain().await,
        _ => split::past().await,
    }
}
