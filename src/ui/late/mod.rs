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

/// Brings a part and tells the app; says so when it does not arrive. Tried again at the next need.
async fn bring<T: Sync + 'static>(
    app: App,
    there: RwSignal<Option<&'static T>>,
    part: impl Future<Output = Result<&'static T, NotLoaded>>,
) -> Option<&'static T> {
    if let Some(known) = there.get_untracked() {
        return Some(known);
    }
    let Ok(part) = part.await else {
        app.toast(app.lang.get_untracked(), words::PART_NOT_LOADED);
        return None;
    };
    // Who asked at the same time may have been told already.
    if there.get_untracked().is_none() {
        there.set(Some(part));
    }
    Some(part)
}

/// Brings what works on a workbook.
pub async fn work(app: App) -> Option<&'static Work> {
    bring(app, app.work, split::workbook()).await
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

/// Brings the figures, pictures and dialogs.
pub async fn arrive(app: App) -> Option<&'static Late> {
    let late = bring(app, app.late, split::late()).await;
    if late.is_none() {
        // A dialog that cannot come up waits for no keys either.
        app.dialog.set(None);
    }
    late
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
