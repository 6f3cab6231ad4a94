//! Notices at the foot of the page. They stay for at least twenty seconds, and while someone reads or reaches for them.

use std::time::Duration;

use crate::ui::prelude::*;

use crate::i18n::ui as words;
use crate::ui::app::{App, Toast};

const STAYS: Duration = Duration::from_secs(20);

/// The notices.
pub fn view(app: App) -> AnyView {
    let ids = move || app.toasts.with(|toasts| toasts.iter().map(|toast| toast.id).collect::<Vec<_>>());
    let one_of = move |id: u64| {
        let toast = app.toasts.with_untracked(|toasts| toasts.iter().find(|toast| toast.id == id).cloned());
        toast.map(|toast| one(app, toast)).into_any()
    };
    view! {
        <div class="toasts" role="status" aria-live="polite">
            {keyed(ids, one_of)}
        </div>
    }
    .into_any()
}

fn one(app: App, toast: Toast) -> AnyView {
    let id = toast.id;
    let held = RwSignal::new(false);
    let remove = move || app.toasts.update(|toasts| toasts.retain(|toast| toast.id != id));
    let wait = move || {
        set_timeout(
            move || {
                if held.try_get_untracked() == Some(false) {
                    remove();
                }
            },
            STAYS,
        );
    };
    wait();
    let release = move || {
        if held.try_set(false).is_none() {
            wait();
        }
    };
    let undo = toast.undo.map(|(label, undo)| {
        let act = move |_| {
            undo();
            remove();
        };
        view! { <button type="button" class="link" data-action="toast-undo" on:click=act>{move || label.get(app.lang.get())}</button> }
    });
    view! {
        <div class="toast" on:mouseenter=move |_| held.set(true) on:mouseleave=move |_| release() on:focusin=move |_| held.set(true) on:focusout=move |_| release()>
            <span>{toast.text}</span>
            {undo}
            <button type="button" class="icon" aria-label=move || words::CLOSE.get(app.lang.get()) on:click=move |_| remove()>"×"</button>
        </div>
    }
    .into_any()
}
