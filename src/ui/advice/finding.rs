//! One piece of advice: what is the matter, why, where; when to warn; setting it aside and taking it back.

use crate::ui::prelude::*;
use leptos::{ev, html};

use super::level_key;
use crate::analysis::advice::{Dismissed, Finding, thresholds, title};
use crate::change::{Patch, edit};
use crate::i18n::chain as words;
use crate::i18n::ui::GO_THERE;
use crate::model::{Place, Value};
use crate::ui::cx::Cx;
use crate::ui::field::{Spot, editor};
use crate::ui::{dom, goto};
use crate::worksheets::settings::rules;

/// What a finding offers below itself.
#[derive(Clone, Copy, PartialEq)]
enum Below {
    Nothing,
    Reason,
    Thresholds,
}

/// What one rule found: each point with the way to it, then once why, and what can be done about the rule.
pub fn view(cx: Cx, found: &[Finding]) -> Option<AnyView> {
    let first = found.first()?;
    let rule = first.rule;
    let below = RwSignal::new(Below::Nothing);
    let toggle =
        move |wanted: Below| below.update(|below| *below = if *below == wanted { Below::Nothing } else { wanted });
    let shown = move |wanted: Below| (below.get() == wanted).to_string();
    let adjustable = (!thresholds(rule).is_empty()).then(|| {
        view! {
            <button type="button" class="link quiet" data-action="threshold" aria-expanded=move || shown(Below::Thresholds) on:click=move |_| toggle(Below::Thresholds)>{cx.t(words::THRESHOLD_CHANGE)}</button>
        }
    });
    let points = found.iter().map(|finding| point(cx, finding)).collect_view();
    let item = view! {
        <li data-rule=rule data-level=level_key(first.level)>
            <span class="level">{cx.t(first.level.words())}</span>
            <ul class="points">{points}</ul>
            <p class="hint">{first.why.clone()}</p>
            <div class="moves">
                {adjustable}
                <button type="button" class="link quiet" data-action="dismiss" aria-expanded=move || shown(Below::Reason) on:click=move |_| toggle(Below::Reason)>{cx.t(words::SET_ASIDE)}</button>
            </div>
            {move || match below.get() {
                Below::Nothing => ().into_any(),
                Below::Reason => reason(cx, rule),
                Below::Thresholds => limits(cx, rule),
            }}
        </li>
    };
    Some(item.into_any())
}

fn point(cx: Cx, finding: &Finding) -> AnyView {
    let place = finding.place.clone();
    view! {
        <li>
            <span>{finding.message.clone()}</span>
            <button type="button" class="link" data-action="go-there" on:click=move |_| goto::place(cx, place.clone())>{cx.t(GO_THERE)}</button>
        </li>
    }
    .into_any()
}

/// The thresholds of a rule, in this workbook.
fn limits(cx: Cx, rule: &'static str) -> AnyView {
    let fields = thresholds(rule).into_iter().filter_map(|place| {
        let field = place.table.field_at(place.slot)?;
        let label = if place.table.path == rules::TABLE.path {
            if field.key == "threshold" { cx.t(words::THRESHOLD_OF) } else { cx.t(words::THRESHOLD_SECOND) }
        } else {
            cx.t(field.label)
        };
        let row = place.row.as_ref().map(|row| row.as_str().to_owned());
        let mut spot = Spot::new(place, field, cx.lang);
        spot.name = format!("{}: {label}", title(rule, cx.lang));
        Some(view! { <div class="field" data-row=row><span class="label">{label}</span>{editor(cx, spot)}</div> })
    });
    view! { <div class="thresholds">{fields.collect_view()}</div> }.into_any()
}

fn set_aside(cx: Cx, rule: &'static str, aside: bool, reason: &str) {
    let place = |slot| Place::row(rules::TABLE, rule.into(), slot);
    let values = [(rules::DISMISSED.slot, Some(Value::Bool(aside))), (rules::REASON.slot, Value::text(reason))];
    let ops = cx.desk.with(|document| {
        values.into_iter().flat_map(|(slot, value)| edit::set(document, place(slot), value).ops).collect()
    });
    cx.desk.commit(Patch { ops }, false);
    let said = if aside { words::SET_ASIDE_DONE } else { words::TAKEN_BACK };
    cx.app.toast_undo(cx.t(said).to_owned(), cx.desk);
}

/// Setting a rule aside takes a reason, which stays in the file.
fn reason(cx: Cx, rule: &'static str) -> AnyView {
    let node = NodeRef::<html::Input>::new();
    let keep = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let reason = node.get_untracked().map(|input| input.value()).unwrap_or_default();
        match reason.trim() {
            "" => {
                if let Some(input) = node.get_untracked() {
                    dom::focus(&input);
                }
            }
            reason => set_aside(cx, rule, true, reason),
        }
    };
    let label = cx.t(words::WHY_ASIDE);
    view! {
        <form class="dismissal" on:submit=keep>
            <input node_ref=node class="in" type="text" required aria-label=label placeholder=label />
            <button type="submit" class="btn" data-action="dismiss-confirm">{cx.t(words::SET_ASIDE)}</button>
        </form>
    }
    .into_any()
}

/// A rule that was set aside, with the reason and the way back.
pub fn aside(cx: Cx, dismissed: &Dismissed) -> AnyView {
    let rule = dismissed.rule;
    let reason = match dismissed.reason.as_str() {
        "" => cx.t(words::NO_REASON).to_owned(),
        reason => reason.to_owned(),
    };
    view! {
        <li data-rule=rule data-level="aside">
            <p>{title(rule, cx.lang)}</p>
            <p class="hint">{cx.tf(words::SET_ASIDE_BECAUSE, &[&reason])}</p>
            <div class="moves">
                <button type="button" class="link" data-action="take-back" on:click=move |_| set_aside(cx, rule, false, "")>{cx.t(words::TAKE_BACK)}</button>
            </div>
        </li>
    }
    .into_any()
}
