//! Two states of the workbook side by side.

use crate::ui::prelude::*;
use leptos::html;

use super::sides::{Sides, State};
use super::{figures, moves, period, sides, words};
use crate::change::compare::{Comparison, compare};
use crate::i18n::copies as say;
use crate::model::Lang;
use crate::storage::SnapshotKind;
use crate::ui::cx::Cx;
use crate::worksheets::table;

/// The page.
pub fn page(cx: Cx) -> AnyView {
    let chosen = Sides::new(cx);
    crate::ui::paper::running(cx);
    let body = move || match chosen.both.get() {
        Some((old, new)) => differences(cx, &old, &new),
        None => chosen.listed.get().then(|| view! { <p class="hint">{cx.t(say::NO_SNAPSHOTS)}</p> }).into_any(),
    };
    view! {
        <article class="sheet compare" data-extra="compare">
            {super::lead(cx, say::COMPARE_KICKER, say::COMPARE_QUESTION)}
            {sides::view(cx, chosen)}
            {body}
            {snapshot_form(cx, chosen)}
            {period::view(cx)}
        </article>
    }
    .into_any()
}

fn differences(cx: Cx, old: &State, new: &State) -> AnyView {
    let found: Comparison = compare((&old.document, old.on), (&new.document, new.on));
    if old.document == new.document
        && found.figures.iter().all(|figure| figure.change.is_none_or(|change| change.abs() < 1e-9))
    {
        return view! { <p class="verdict-line" data-compare="same">{cx.t(say::SAME)}</p> }.into_any();
    }
    let separator = if cx.lang == Lang::Zh { "、" } else { ", " };
    let criteria: Vec<String> =
        found.criteria_changed.iter().filter_map(|path| Some(words::table(cx, table(path)?))).collect();
    let warning = (!criteria.is_empty()).then(|| {
        view! { <p class="warn" data-criteria=criteria.len()>"▲ "{cx.tf(say::CRITERIA, &[&criteria.join(separator)])}</p> }
    });
    view! {
        <div data-compare="differs">
            <p class="hint">{old.label.clone()}" → "{new.label.clone()}</p>
            {warning}
            {figures::view(cx, &found.figures)}
            {moves::view(cx, old, new, &found)}
        </div>
    }
    .into_any()
}

/// Keeps what is there now under a name, to compare with later.
fn snapshot_form(cx: Cx, chosen: Sides) -> AnyView {
    let input = NodeRef::<html::Input>::new();
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(input) = input.get_untracked() else { return };
        let name = input.value().trim().to_owned();
        if name.is_empty() {
            return;
        }
        let is_kept = cx.app.store().is_some_and(|store| {
            store.flush();
            store.snapshot(&name, SnapshotKind::Named)
        });
        let words = if is_kept { cx.tf(say::SNAPSHOT_TAKEN, &[&name]) } else { cx.t(say::SNAPSHOT_FAILED).to_owned() };
        cx.app.toast_text(words, None);
        input.set_value("");
        // The database takes a moment.
        set_timeout(move || chosen.list(false), std::time::Duration::from_millis(300));
    };
    view! {
        <form class="between no-print" on:submit=keep>
            <label>{cx.t(say::SNAPSHOT_NAME)}<input class="in" data-action="snapshot-name" maxlength="60" node_ref=input /></label>
            <button type="submit" class="btn" data-action="take-snapshot">{cx.t(say::TAKE_SNAPSHOT)}</button>
        </form>
    }
    .into_any()
}
