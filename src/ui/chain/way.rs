//! One need's way as a line of the table, and how many needs come how far as a strip above it.

use crate::ui::prelude::*;

use crate::analysis::chain::{Chain, Chains, Stage};
use crate::i18n::chain as words;
use crate::model::{Id, Place, TableDef};
use crate::ui::cx::Cx;
use crate::ui::goto;
use crate::worksheets::needs::needs;

/// Names shown at one stage before the rest is only counted.
const SHOWN: usize = 3;

/// How many needs reach each stage: bars of one scale, from the needs to the actions.
pub fn strip(cx: Cx, found: &Chains) -> AnyView {
    let total = found.chains.len();
    let stages = Stage::ALL.into_iter().zip(found.counts).map(|(stage, count)| {
        let share = f64::from(u32::try_from(count * 1000 / total.max(1)).unwrap_or(0)) / 10.0;
        let label = cx.tf(words::REACHED_OF, &[&count.to_string(), &total.to_string()]);
        view! {
            <div class="reach" data-stage=key(stage) class:short=count < total>
                <dt>{cx.t(stage.label())}</dt>
                <dd>
                    <b>{label}</b>
                    <svg class="reach-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
                        <rect class="track" x="0" y="0" width="100" height="4"></rect>
                        <rect class="full" x="0" y="0" width=share.to_string() height="4"></rect>
                    </svg>
                </dd>
            </div>
        }
    });
    view! { <dl class="reaches">{stages.collect_view()}</dl> }.into_any()
}

/// A need and what it leads to.
pub fn line(cx: Cx, chain: &Chain) -> AnyView {
    let need = chain.need.clone();
    let name = cx.title(needs::TABLE.path, need.as_str());
    let breaks_at = chain.breaks_at();
    let stages = Stage::ALL.into_iter().zip(&chain.reached).map(|(stage, rows)| {
        let state = match (rows.is_empty(), breaks_at) {
            (false, Some(at)) if stage > at => "loose",
            (false, _) => "reached",
            (true, Some(at)) if stage == at => "broken",
            _ => "missing",
        };
        view! {
            <td data-stage=key(stage) data-state=state>
                <span class="stage-name">{cx.t(stage.label())}</span>
                {if rows.is_empty() { missing(cx, stage, &chain.need, state == "broken", &name) } else { reached(cx, rows) }}
            </td>
        }
    });
    let stages = stages.collect_view();
    let place = Place::row(needs::TABLE, need.clone(), needs::NEED.slot);
    let complete =
        breaks_at.is_none().then(|| view! { <span class="come-through">"✓ "{cx.t(words::NEED_COMPLETE)}</span> });
    view! {
        <tr data-need=need.as_str().to_owned() data-complete=breaks_at.is_none().to_string()>
            <th scope="row">
                <button type="button" class="link" data-action="go-there" on:click=move |_| goto::place(cx, place.clone())>{name}</button>
                {complete}
            </th>
            {stages}
        </tr>
    }
    .into_any()
}

fn reached(cx: Cx, rows: &[(&'static TableDef, Id)]) -> AnyView {
    let names = rows.iter().take(SHOWN).map(|(table, id)| {
        let slot = table.title_field().map_or(0, |field| field.slot);
        let place = Place::row(table, id.clone(), slot);
        view! {
            <li>
                <button type="button" class="link quiet" data-action="go-there" on:click=move |_| goto::place(cx, place.clone())>{cx.title(table.path, id.as_str())}</button>
            </li>
        }
    });
    let hidden = rows.len().saturating_sub(SHOWN);
    let more = (hidden > 0).then(|| view! { <li class="hint">{cx.tf(words::AND_MORE, &[&hidden.to_string()])}</li> });
    view! { <ul>{names.collect_view()}{more}</ul> }.into_any()
}

/// A missing link: the first one asks to be filled in, those behind it only show that they are missing too.
fn missing(cx: Cx, stage: Stage, need: &Id, first: bool, name: &str) -> AnyView {
    if !first {
        return view! { <span class="not-yet">"– "{cx.t(words::NOT_YET)}</span> }.into_any();
    }
    let place = stage.place(need);
    let label = format!("{name}: {} – {}", cx.t(stage.label()), cx.t(words::BREAKS_HERE));
    view! {
        <button type="button" class="break" data-action="mend" aria-label=label on:click=move |_| goto::place(cx, place.clone())>
            <span aria-hidden="true">"✕ "</span>{cx.t(words::BREAKS_HERE)}
        </button>
    }
    .into_any()
}

const fn key(stage: Stage) -> &'static str {
    match stage {
        Stage::Module => "module",
        Stage::Benefit => "benefit",
        Stage::Support => "support",
        Stage::Objective => "objective",
        Stage::Action => "action",
    }
}
