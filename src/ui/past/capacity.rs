//! How full the browser's storage is, whether the browser keeps it, and when a copy was last made outside it.

use crate::ui::prelude::*;

use super::timeline::size;
use crate::i18n::past as words;
use crate::i18n::storage::megabytes;
use crate::i18n::ui::fill;
use crate::model::{Bi, Lang};
use crate::storage::{FULL_FROM, Usage, prefs};
use crate::ui::app::App;
use crate::ui::cx::Cx;
use crate::ui::{dom, files};

/// Days after which a copy outside the browser is old: what some browsers allow a site that nobody visits.
const OLD_DAYS: i64 = 7;

/// The part of the history's page.
pub fn section(cx: Cx) -> AnyView {
    view! {
        <section class="past-space" aria-labelledby="past-space">
            <h2 id="past-space">{cx.t(words::SPACE)}</h2>
            {lines(cx.app, cx.lang)}
            {reminder(cx)}
        </section>
    }
    .into_any()
}

/// How full it is; the whole of it on the home page.
pub fn lines(app: App, lang: Lang) -> AnyView {
    let usage = RwSignal::new(None::<Usage>);
    leptos::task::spawn_local(async move {
        if let Some(store) = app.store() {
            let measured = store.measured().await;
            let _ = usage.try_set(Some(measured));
        }
    });
    (move || usage.get().map(|usage| filled(usage, lang))).into_any()
}

fn filled(usage: Usage, lang: Lang) -> AnyView {
    let books = fill(words::SPACE_BOOKS.get(lang), &[&megabytes(usage.used_units), &megabytes(usage.limit_units)]);
    let history = (usage.quota_bytes > 0)
        .then(|| fill(words::SPACE_HISTORY.get(lang), &[&size(usage.used_bytes), &size(usage.quota_bytes)]));
    let percent = format!("{:.1}%", (usage.fullness() * 100.0).clamp(0.5, 100.0));
    let is_full = usage.fullness() >= FULL_FROM;
    let half = is_full.then(|| view! { <p class="past-half">"⚠ "{words::SPACE_HALF.get(lang)}</p> });
    let state = if is_full { "full" } else { "fine" };
    view! {
        <div class="space" data-space=state>
            <span class="bar" aria-hidden="true"><i style:width=percent></i></span>
            <p>{books}{history.map(|history| view! { <span class="hint">" · "{history}</span> })}</p>
            {half}
            <p class="hint" data-persisted=persisted_key(usage.persisted)>{promise(usage.persisted).get(lang)}</p>
        </div>
    }
    .into_any()
}

const fn promise(persisted: Option<bool>) -> Bi {
    match persisted {
        Some(true) => words::KEPT,
        Some(false) => words::NOT_KEPT,
        None => words::NO_ANSWER,
    }
}

const fn persisted_key(persisted: Option<bool>) -> &'static str {
    match persisted {
        Some(true) => "yes",
        Some(false) => "no",
        None => "unknown",
    }
}

/// A copy outside this browser was made of a workbook.
pub fn note_export(app: App, workbook: &str) {
    prefs::set(&format!("exported:{workbook}"), &dom::today().to_string());
    app.exports.update(|count| *count += 1);
}

/// Reminds of a copy outside the browser when there is none or it is old.
pub fn reminder(cx: Cx) -> AnyView {
    let body = move || {
        cx.app.exports.track();
        let text = old_copy(cx.desk.id().as_str(), cx.lang)?;
        let act = move |_| files::export(cx.app);
        Some(
            view! { <p class="past-copy" data-copy="old">{text}" "<button type="button" class="link" data-action="export-now" on:click=act>{cx.t(words::EXPORT_NOW)}</button></p> },
        )
    };
    body.into_any()
}

/// What there is to say about the last copy outside the browser; nothing while it is young.
pub fn old_copy(workbook: &str, lang: Lang) -> Option<String> {
    let last = prefs::get(&format!("exported:{workbook}")).and_then(|day| day.parse::<crate::model::Date>().ok());
    let Some(last) = last else { return Some(words::NEVER_EXPORTED.get(lang).to_owned()) };
    let days = dom::today().days() - last.days();
    (days > OLD_DAYS).then(|| fill(words::EXPORTED_AGO.get(lang), &[&days.to_string()]))
}
