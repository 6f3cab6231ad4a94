//! What comes after the page is up: figures, pictures, advice, dialogs and the extra pages. Their code stands in
//! programs of their own, loaded once the worksheet is on the page; until then their places are kept free.

mod engine;
mod pages;
mod split;
mod work;

use crate::ui::prelude::*;

pub use engine::Late;
pub use pages::view as page;
pub use work::Work;

use super::app::App;
use super::cx::Cx;
use super::dom;
use crate::i18n::ui as words;

/// Why a part did not arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotLoaded;

/// Loads what works on a workbook; says so when it does not arrive. Tried again at the next need.
pub async fn work(app: App) -> Option<&'static Work> {
    if let Some(work) = app.work.get_untracked() {
        return Some(work);
    }
    let work = split::workbook().await;
    match work {
        Ok(work) => {
            if app.work.get_untracked().is_none() {
                app.work.set(Some(work));
            }
            Some(work)
        }
        Err(NotLoaded) => {
            app.toast(app.lang.get_untracked(), words::PART_NOT_LOADED);
            None
        }
    }
}

thread_local! {
    /// Whether something waits for what works on a workbook.
    static WAITS: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

/// Does something with a workbook, at once where the code for it is there. Until it is, one thing waits and what is asked
/// for after it is not heard: who presses a button again because nothing has happened yet wants it once.
pub fn with_work(app: App, act: impl FnOnce(&'static Work) + 'static) {
    fn later(app: App, act: Box<dyn FnOnce(&'static Work)>) {
        if WAITS.replace(true) {
            return;
        }
        leptos::task::spawn_local(async move {
            let work = work(app).await;
            WAITS.set(false);
            if let Some(work) = work {
                act(work);
            }
        });
    }
    match app.work.get_untracked() {
        Some(work) => act(work),
        None => later(app, Box::new(act)),
    }
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
    fn later(app: App, act: Box<dyn FnOnce(&'static Late)>) {
        leptos::task::spawn_local(async move {
            if let Some(late) = arrive(app).await {
                act(late);
            }
        });
    }
    match app.late.get_untracked() {
        Some(late) => act(late),
        None => later(app, Box::new(act)),
    }
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
            let _ = work(app).await;
            let _ = arrive(app).await;
        });
    });
}
