//! Advice beside a worksheet: what a coach would point out, and what another worksheet has to offer. Shown calmly, one
//! click away, recomputed when typing pauses.

use std::time::Duration;

use leptos::prelude::*;
use leptos::{ev, html};

use super::cx::Cx;
use super::{dom, keys};
use crate::analysis::advice::{Finding, findings};
use crate::analysis::links::{ChangedOrigin, Suggestion, changed_origins, suggestions};
use crate::change::links;
use crate::i18n::ui as words;
use crate::model::{Place, Value};
use crate::worksheets::{ask, settings, sheets};

/// Advice waits for this pause in typing.
const PAUSE: Duration = Duration::from_millis(350);

/// What is said beside one worksheet.
#[derive(Clone, PartialEq, Default)]
struct Said {
    findings: Vec<Finding>,
    offers: Vec<Suggestion>,
    changed: Vec<ChangedOrigin>,
}

/// The panel of a worksheet.
pub fn view(cx: Cx, sheet: &'static str) -> AnyView {
    let said = RwSignal::new(read(cx, sheet));
    let turn = StoredValue::new(0_u64);
    Effect::new(move |before: Option<()>| {
        cx.desk.changed.track();
        if before.is_none() {
            return;
        }
        let mine = turn.try_update_value(|turn| {
            *turn += 1;
            *turn
        });
        set_timeout(
            move || {
                // Only the last change is looked at, and only while the page is there.
                if mine.is_some() && turn.try_get_value() == mine {
                    said.try_set(read(cx, sheet));
                }
            },
            PAUSE,
        );
    });
    (move || {
        let said = said.get();
        let count = said.findings.len();
        let total = count + said.offers.len() + said.changed.len();
        (total > 0).then(|| {
            let findings = said.findings.into_iter().map(|finding| one(cx, finding)).collect_view();
            let offers = said.offers.into_iter().map(|offer| offered(cx, offer)).collect_view();
            let changed = said.changed.into_iter().map(|changed| source_changed(cx, changed)).collect_view();
            view! {
                <details class="advice" data-advice=sheet>
                    <summary>{cx.tf(words::ADVICE_COUNT, &[&total.to_string()])}</summary>
                    <ul>{findings}{offers}{changed}</ul>
                </details>
            }
        })
    })
    .into_any()
}

fn read(cx: Cx, sheet: &'static str) -> Said {
    cx.desk.book(&[], |book| Said {
        findings: findings(book, cx.lang).into_iter().filter(|finding| finding.sheet == sheet).collect(),
        offers: suggestions(book, &|_| false).into_iter().filter(|offer| offer.to.sheet() == sheet).collect(),
        changed: changed_origins(book).into_iter().filter(|changed| changed.table.sheet() == sheet).collect(),
    })
}

fn one(cx: Cx, finding: Finding) -> AnyView {
    let level = finding.level;
    let key = match level {
        crate::analysis::advice::Level::Red => "red",
        crate::analysis::advice::Level::Warn => "warn",
        crate::analysis::advice::Level::Info => "info",
    };
    let place = finding.place;
    let go = move |_| go_to(cx, place.clone());
    let asking = RwSignal::new(false);
    let rule = finding.rule;
    view! {
        <li data-rule=rule data-level=key>
            <p><span class="level">{cx.t(level.words())}</span>" "{finding.message}</p>
            <p class="hint">{finding.why}</p>
            <div class="moves">
                <button type="button" class="link" on:click=go>{cx.t(words::GO_THERE)}</button>
                <button type="button" class="link" data-action="dismiss" on:click=move |_| asking.update(|open| *open = !*open)>{cx.t(words::DISMISS)}</button>
            </div>
            {move || asking.get().then(|| dismissal(cx, rule))}
        </li>
    }
    .into_any()
}

/// Setting a rule aside takes a reason, which stays in the file.
fn dismissal(cx: Cx, rule: &'static str) -> AnyView {
    let node = NodeRef::<html::Input>::new();
    let keep = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let reason = node.get_untracked().map(|input| input.value()).unwrap_or_default();
        if reason.trim().is_empty() {
            return;
        }
        let place = |slot| Place::row(settings::rules::TABLE, rule.into(), slot);
        let mut patch = cx.desk.with(|document| {
            crate::change::edit::set(document, place(settings::rules::DISMISSED.slot), Some(Value::Bool(true)))
        });
        let reason = Value::text(reason.trim());
        let with_reason =
            cx.desk.with(|document| crate::change::edit::set(document, place(settings::rules::REASON.slot), reason));
        patch.ops.extend(with_reason.ops);
        cx.desk.commit(patch, false);
    };
    let reason = settings::rules::TABLE.field("reason");
    let label = cx.t(reason.map_or(words::DISMISS, |field| ask(settings::rules::TABLE, field)));
    view! {
        <form class="dismissal" on:submit=keep>
            <input node_ref=node class="in" type="text" aria-label=label placeholder=label />
            <button type="submit" class="btn">{cx.t(words::DISMISS)}</button>
        </form>
    }
    .into_any()
}

fn offered(cx: Cx, offer: Suggestion) -> AnyView {
    let text = offer.text(cx.lang);
    let accept = move |_| {
        let all: Vec<usize> = (0..offer.rows().len()).collect();
        let patch = cx.desk.with(|document| links::accept(document, &offer, &all, &mut dom::new_id));
        cx.desk.commit(patch, false);
        cx.app.toast_undo(cx.t(words::TAKEN_OVER).to_owned(), cx.desk);
    };
    view! {
        <li data-level="offer">
            <p>{text}</p>
            <button type="button" class="link" data-action="accept-suggestion" on:click=accept>{cx.t(words::TAKE_OVER)}</button>
        </li>
    }
    .into_any()
}

fn source_changed(cx: Cx, changed: ChangedOrigin) -> AnyView {
    let name = cx.title(changed.table.path, changed.row.as_str());
    let other = changed.clone();
    let update = move |_| {
        let patch = cx.desk.with(|document| links::update(document, &changed));
        cx.desk.commit(patch, false);
    };
    let keep = move |_| {
        let patch = cx.desk.with(|document| links::keep(document, &other));
        cx.desk.commit(patch, false);
    };
    view! {
        <li data-level="offer">
            <p>{cx.tf(words::SOURCE_CHANGED, &[&name])}</p>
            <div class="moves">
                <button type="button" class="link" data-action="source-update" on:click=update>{cx.t(words::UPDATE_FROM_SOURCE)}</button>
                <button type="button" class="link" data-action="source-keep" on:click=keep>{cx.t(words::KEEP_COPY)}</button>
            </div>
        </li>
    }
    .into_any()
}

fn go_to(cx: Cx, place: Place) {
    let page = sheets::sheet(place.table.sheet()).map_or("account", |sheet| sheet.page);
    cx.app.go_to_section(page, place.table.path);
    if place.row.is_some() {
        keys::once_there(move || {
            let Some(control) = dom::control_of(&place) else { return false };
            dom::focus(&control);
            true
        });
    }
}
