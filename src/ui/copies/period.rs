//! Beginning a new period: what stays, what goes, and one step to do it.

use crate::ui::prelude::*;
use leptos::html;

use crate::change::diff::{diff, summary};
use crate::change::new_period::{Keep, new_period};
use crate::change::{Patch, apply, edit};
use crate::i18n::{copies as say, format};
use crate::model::{Bi, Document, Row, Value};
use crate::storage::SnapshotKind;
use crate::ui::cx::Cx;
use crate::ui::dom;
use crate::worksheets::account::plan;
use crate::worksheets::competition::deals;
use crate::worksheets::log::merges;

/// Ticks or unticks one of the judgements.
type Tick = fn(&mut Keep, bool);

/// The part of the page, folded until someone wants it.
pub fn view(cx: Cx) -> AnyView {
    let keep = RwSignal::new(Keep::default());
    let name = NodeRef::<html::Input>::new();
    let boxes: [(Bi, &str, Tick); 4] = [
        (say::KEEP_SO_WHATS, "so_whats", |keep, on| keep.so_whats = on),
        (say::KEEP_RATINGS, "ratings", |keep, on| keep.ratings = on),
        (say::KEEP_HEADLINES, "headlines", |keep, on| keep.headlines = on),
        (say::KEEP_OBJECTIVES, "objectives", |keep, on| keep.objectives = on),
    ];
    let boxes = boxes.map(|(label, key, set)| {
        view! { <label class="check"><input type="checkbox" class="tick" data-action="keep" value=key on:change=move |event| keep.update(|keep| set(keep, event_target_checked(&event))) />{cx.t(label)}</label> }
    });
    let begin = move |_| {
        let typed = name.get_untracked().map(|input| input.value().trim().to_owned()).filter(|name| !name.is_empty());
        let label = typed.unwrap_or_else(|| period_name(cx));
        act(cx, keep.get_untracked(), &label);
    };
    let started_as = period_name(cx);
    view! {
        <details class="part no-print" data-part="period">
            <summary><h2>{cx.t(say::PERIOD)}</h2></summary>
            <p class="about-part">{cx.t(say::PERIOD_LEAD)}</p>
            <div class="ask-form">
                <fieldset class="field"><legend class="label">{cx.t(say::KEEP_TOO)}</legend>{boxes.collect_view()}</fieldset>
                <div class="field">
                    <label class="label" for="period-name">{cx.t(say::PERIOD_NAME)}</label>
                    <input id="period-name" class="in" data-action="period-name" maxlength="60" node_ref=name value=started_as />
                    <h3>{cx.t(say::PERIOD_WHAT)}</h3>
                    {move || preview(cx, keep.get())}
                </div>
            </div>
            <div class="choices"><button type="button" class="btn main" data-action="new-period" on:click=begin>{cx.t(say::PERIOD_DO)}</button></div>
        </details>
    }
    .into_any()
}

fn preview(cx: Cx, keep: Keep) -> AnyView {
    cx.desk.changed.track();
    let lines = cx.desk.with(|document| {
        let patch = new_period(document, keep, &mut dom::new_id);
        let tables = summary(&patch);
        let count =
            |of: fn(&crate::change::diff::TableSummary) -> usize| tables.iter().map(of).sum::<usize>().to_string();
        let mut next = document.clone();
        apply(&mut next, &patch);
        let mut lines = Vec::new();
        if let (Some(from), Some(to)) =
            (next.form(plan::TABLE).get(plan::PERIOD_FROM), next.form(plan::TABLE).get(plan::PERIOD_TO))
        {
            let span = format!("{} – {}", format::date(from, cx.lang), format::date(to, cx.lang));
            lines.push(cx.tf(say::PERIOD_ROLLS, &[&span]));
        }
        let (gone, come, values) = (count(|of| of.removed.len()), count(|of| of.added.len()), count(|of| of.values));
        lines.push(cx.tf(say::PERIOD_COUNT, &[&gone, &come, &values]));
        let moved = next.list(deals::TABLE).len().saturating_sub(document.list(deals::TABLE).len());
        if moved > 0 {
            lines.push(cx.tf(say::PERIOD_DEALS, &[&moved.to_string()]));
        }
        lines
    });
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    view! { <ul class="changes" data-preview="period">{lines}</ul> }.into_any()
}

/// 2026 for a calendar year, else both days.
fn period_name(cx: Cx) -> String {
    cx.desk.with(|document| {
        let plan_form = document.form(plan::TABLE);
        match (plan_form.get(plan::PERIOD_FROM), plan_form.get(plan::PERIOD_TO)) {
            (Some(from), Some(to)) if from.year() == to.year() && from.month() == 1 && to.month() == 12 => {
                from.year().to_string()
            }
            (Some(from), Some(to)) => format!("{from} – {to}"),
            _ => dom::today().to_string(),
        }
    })
}

fn act(cx: Cx, keep: Keep, label: &str) {
    let is_kept = cx.app.store().is_some_and(|store| {
        store.flush();
        store.snapshot(label, SnapshotKind::Named)
    });
    if !is_kept {
        cx.app.toast(cx.lang, say::SNAPSHOT_FAILED);
    }
    let patch: Patch = cx.desk.with(|document| {
        let mut next: Document = document.clone();
        apply(&mut next, &new_period(document, keep, &mut dom::new_id));
        let mut row = Row::new(dom::new_id());
        row.record.set(merges::DATE.slot, Value::text(dom::today().to_string()));
        row.record.set(merges::KIND.slot, Value::text("new_period"));
        row.record.set(merges::NOTE.slot, Value::text(label));
        let noted = edit::add(&next, merges::TABLE, row, None);
        apply(&mut next, &noted);
        diff(document, &next)
    });
    cx.desk.close_step();
    cx.desk.commit(patch, false);
    cx.desk.close_step();
    if is_kept {
        cx.app.toast_undo(cx.tf(say::PERIOD_DONE, &[label]), cx.desk);
    }
}
