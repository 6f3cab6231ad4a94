//! What comes after the page is up: figures, pictures, advice, dialogs and the extra pages. Their code stands in
//! programs of their own, loaded once the worksheet is on the page; until then their places are kept free.

mod engine;
mod pages;
mod split;

use crate::ui::prelude::*;

pub use engine::Late;
pub use pages::view as page;

use super::app::App;
use super::cx::Cx;
use super::dom;
use crate::i18n::ui as words;

/// Why a part did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLoaded;

/// Draws an open workbook.
pub type WorkbookView = fn(Cx) -> AnyView;

/// Loads what an open workbook is drawn with; says so when it does not arrive.
pub async fn workbook(app: App) -> bool {
    if app.workbook_view.get_untracked().is_some() {
        return true;
    }
    let view = split::workbook().await;
    match view {
        Ok(view) => app.workbook_view.set(Some(view)),
        Err(NotLoaded) => app.toast(app.lang.get_untracked(), words::PART_NOT_LOADED),
    }
    view.is_ok()
}

/// Loads the figures, pictures and dialogs, and tells the app. Tried again at the next need when it fails.
pub async fn arrive(app: App) -> Option<&'static Late> {
    if let Some(late) = app.late.get_untracked() {
        return Some(late);
    }
    let late = split::late().await;
    match late {
        Ok(late) => {
            if app.late.get_untracked().is_none() {
                app.late.set(Some(late));
            }
            Some(late)
        }
        Err(NotLoaded) => {
            app.toast(app.lang.get_untracked(), words::PART_NOT_LOADED);
            app.dialog.set(None);
            None
        }
    }
}

/// Does something with what comes later, at once where it is there.
pub fn with(app: App, act: impl FnOnce(&'static Late) + 'static) {
    if let Some(late) = app.late.get_untracked() {
        return act(late);
    }
    leptos::task::spawn_local(async move {
        if let Some(late) = arrive(app).await {
            act(late);
        }
    });
}

/// A view whose code comes later; its place stays empty until then.
pub fn place(cx: Cx, view: impl Fn(&'static Late) -> AnyView + 'static) -> AnyView {
    let late = cx.app.late;
    (move || late.get().map(|late| untrack(|| view(late)))).into_any()
}

/// Loads what comes later as soon as the browser has painted.
pub fn begin(app: App) {
    dom::next_frame(move || {
        leptos::task::spawn_local(async move {
            // On the home page the worksheets arrive while the name is being typed.
            let _ = workbook(app).await;
            let _ = arrive(app).await;
        });
    });
}
