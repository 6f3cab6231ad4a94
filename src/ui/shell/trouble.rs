//! The banner when saving is in trouble: what happened, what is safe, and what to do.

use crate::ui::prelude::*;

use crate::i18n::ui as words;
use crate::model::{Bi, Lang};
use crate::storage::Trouble;
use crate::ui::app::App;
use crate::ui::{dom, late};

/// The banner, while there is trouble.
pub fn view(app: App, lang: Lang) -> AnyView {
    (move || app.trouble.get().map(|trouble| banner(app, lang, trouble))).into_any()
}

fn banner(app: App, lang: Lang, trouble: Trouble) -> AnyView {
    let (title, help): (Bi, Bi) = match &trouble {
        Trouble::Blocked => (words::BLOCKED_TITLE, words::BLOCKED_HELP),
        Trouble::Full { .. } => (words::FULL_TITLE, words::FULL_HELP),
        Trouble::Unreadable { .. } => (words::UNREADABLE_TITLE, words::UNREADABLE_HELP),
        Trouble::NewerData { .. } => (words::NEWER_TITLE, words::NEWER_HELP),
        Trouble::StoreRefused(_) => (words::DEGRADED, crate::model::Bi::NONE),
        _ => (words::FAILED_TITLE, words::FAILED_HELP),
    };
    let sizes = crate::i18n::storage::detail(&trouble, lang);
    let unreadable = matches!(trouble, Trouble::Unreadable { .. });
    let raw = move |_| {
        if let Some(store) = app.store() {
            for (key, text) in store.quarantined() {
                dom::download(&format!("{}.txt", key.replace(':', "-")), "text/plain", &text);
            }
        }
    };
    let open = move || app.desk.get().is_some();
    view! {
        <div class="banner" role="alert" data-trouble=trouble.key()>
            <p><b>"⚠ "{title.get(lang)}</b>" "{help.get(lang)}" "{sizes}</p>
            {unreadable.then(|| view! { <button type="button" class="btn" data-action="download-raw" on:click=raw>{words::DOWNLOAD_RAW.get(lang)}</button> })}
            {move || (open() && !unreadable).then(|| view! { <button type="button" class="btn" data-action="download-copy" on:click=move |_| late::with_work(app, move |work| (work.export)(app))>{words::DOWNLOAD_COPY.get(lang)}</button> })}
            <button type="button" class="icon" aria-label=words::CLOSE.get(lang) on:click=move |_| app.trouble.set(None)>"×"</button>
        </div>
    }
    .into_any()
}
