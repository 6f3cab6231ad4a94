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
    // Whether someone points at it, and has the focus in it; and how often it was let go since.
    let held = RwSignal::new((false, false));
    let times = RwSignal::new(0_u32);
    let remove = move || app.toasts.update(|toasts| toasts.retain(|toast| toast.id != id));
    let wait = move || {
        let Some(time) = times.try_get_untracked() else { return };
        set_timeout(
            move || {
                if held.try_get_untracked() == Some((false, false)) && times.try_get_untracked() == Some(time) {
                    remove();
                }
            },
            STAYS,
        );
    };
    wait();
    // Let go by both, it stays as long again.
    let hold = move |change: fn(&mut (bool, bool))| {
        if held.try_update(change).is_some() && held.try_get_untracked() == Some((false, false)) {
            times.update(|times| *times += 1);
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
        <div class="toast" on:mouseenter=move |_| hold(|held| held.0 = true) on:mouseleave=move |_| hold(|held| held.0 = false) on:focusin=move |_| hold(|held| held.1 = true) on:focusout=move |_| hold(|held| held.1 = false)>
            <span>{toast.text}</span>
            {undo}
            <button type="button" class="icon" aria-label=move || words::CLOSE.get(app.lang.get()) on:click=move |_| remove()>"×"</button>
        </div>
    }
    .into_any()
}
