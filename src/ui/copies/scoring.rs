//! Ratings of single raters side by side, from returned copies or from a vote in the room, and the value agreed on.

use crate::ui::prelude::*;

use super::{strip, words};
use crate::analysis::scoring::{Spread, agreement, anonymous};
use crate::change::ratings::{Item, items_of};
use crate::change::{Patch, edit};
use crate::i18n::{copies as say, format};
use crate::model::{Place, Value};
use crate::ui::cx::Cx;
use crate::worksheets::log::ratings;

/// The table of collected ratings; a sentence where there are none.
pub fn view(cx: Cx) -> AnyView {
    let hide_names = RwSignal::new(false);
    let only_apart = RwSignal::new(false);
    let items = Memo::new(move |_| {
        cx.desk.track_table(ratings::TABLE.path);
        cx.desk.with(items_of)
    });
    let body = move || {
        let items = items.get();
        if items.is_empty() {
            return view! { <p class="hint">{cx.t(say::NO_RATINGS)}</p> }.into_any();
        }
        let shown = shown_raters(&items, hide_names.get());
        let rows =
            shown.iter().filter(|item| !only_apart.get() || item.is_apart()).map(|item| line(cx, item)).collect_view();
        let columns = [
            say::ITEM,
            say::RATERS,
            say::MEAN,
            say::MEDIAN,
            say::RANGE,
            say::COUNT,
            say::SPREAD,
            say::AGREEMENT,
            say::NOW_VALUE,
            say::CONSENSUS,
        ];
        view! {
            {head(cx, &items, hide_names, only_apart)}
            {super::table(cx, say::SCORING, super::heads(cx, &columns), view! { <tbody>{rows}</tbody> }.into_any())}
            {items.iter().any(|item| item.scale().is_none()).then(|| view! { <p class="hint">{cx.t(say::WEIGHT_NOTE)}</p> })}
        }
        .into_any()
    };
    view! { <div class="scoring">{body}</div> }.into_any()
}

fn head(cx: Cx, items: &[Item], hide_names: RwSignal<bool>, only_apart: RwSignal<bool>) -> AnyView {
    let share = agreement(items.iter().filter_map(|item| Some((item.spread, item.scale()?))));
    let share = share.map(|share| cx.tf(say::AGREED_SHARE, &[&format::percent(share, 0)]));
    let all: Vec<(Place, f64)> = items.iter().map(|item| (item.place.clone(), item.proposal)).collect();
    let set_all = move |_| {
        let count = set_values(cx, &all);
        cx.app.toast_undo(cx.tf(say::SET_DONE, &[&count.to_string()]), cx.desk);
    };
    view! {
        <div class="choices">
            {share.map(|words| view! { <span data-agreement="">{words}</span> })}
            <span class="grow"></span>
            <label class="check"><input type="checkbox" class="tick" data-action="only-apart" prop:checked=move || only_apart.get() on:change=move |event| only_apart.set(event_target_checked(&event)) />{cx.t(say::ONLY_APART)}</label>
            <label class="check"><input type="checkbox" class="tick" data-action="anonymous" prop:checked=move || hide_names.get() on:change=move |event| hide_names.set(event_target_checked(&event)) />{cx.t(say::ANONYMOUS)}</label>
            <button type="button" class="btn" data-action="set-all-consensus" on:click=set_all>{cx.t(say::SET_ALL)}</button>
        </div>
    }
    .into_any()
}

/// Sets values as one step and says how many changed.
fn set_values(cx: Cx, values: &[(Place, f64)]) -> usize {
    let patch = cx.desk.with(|document| {
        let mut ops = Vec::new();
        for (place, value) in values {
            if document.value(place) != Some(&Value::Number(*value)) {
                ops.extend(edit::set(document, place.clone(), Some(Value::Number(*value))).ops);
            }
        }
        Patch { ops }
    });
    let count = patch.ops.len();
    cx.desk.close_step();
    cx.desk.commit(patch, false);
    cx.desk.close_step();
    count
}

fn line(cx: Cx, item: &Item) -> AnyView {
    let name = cx.desk.with(|document| words::place(cx, &[document], &item.place));
    let number = |value: f64| format::short(value, 2);
    let Spread { n, mean, median, min, max, deviation } = item.spread;
    let (low, high) = item.scale().map_or((min, max), |scale| (f64::from(scale.min), f64::from(scale.max)));
    let said: Vec<String> = item.raters.iter().map(|(who, value)| format!("{who} {}", number(*value))).collect();
    let separator = if cx.lang == crate::model::Lang::Zh { "，" } else { ", " };
    let dots = strip::view(&item.raters, low, high, median, cx.tf(say::DOTS_OF, &[&said.join(separator)]));
    let flag = match (item.scale(), n) {
        (None, _) => "".into_any(),
        (Some(_), ..2) => view! { <span class="hint">{cx.t(say::ONE_RATER)}</span> }.into_any(),
        _ if item.is_apart() => {
            view! { <span class="bad" data-flag="apart">"▲ "{cx.t(say::DISAGREE)}</span> }.into_any()
        }
        _ => view! { <span class="good" data-flag="agree">"✓ "{cx.t(say::AGREE)}</span> }.into_any(),
    };
    let place = item.place.clone();
    let now = move || {
        let value = cx.desk.value(&place);
        value
            .and_then(|value| value.as_number())
            .map_or_else(|| cx.t(crate::i18n::ui::DASH).to_owned(), |number| format::short(number, 2))
    };
    let address = crate::change::merge::item_of(&item.place);
    view! {
        <tr data-item=address>
            <th scope="row"><span class="hint">{words::table(cx, item.place.table)}</span><br />{name}</th>
            <td>{dots}</td>
            <td class="num">{number(mean)}</td>
            <td class="num" data-median="">{number(median)}</td>
            <td class="num">{number(min)}"–"{number(max)}</td>
            <td class="num">{n.to_string()}</td>
            <td class="num">{deviation.map_or_else(|| cx.t(crate::i18n::ui::DASH).to_owned(), number)}</td>
            <td>{flag}</td>
            <td class="num" data-now="">{now}</td>
            <td>{consensus(cx, item)}</td>
        </tr>
    }
    .into_any()
}

/// The value agreed on: the proposal until someone changes it, set by a press.
fn consensus(cx: Cx, item: &Item) -> AnyView {
    let value = RwSignal::new(item.proposal);
    let label = cx.t(say::CONSENSUS);
    let read = move |event: leptos::ev::Event| {
        if let Ok(number) = event_target_value(&event).trim().parse::<f64>() {
            value.set(number);
        }
    };
    let control = match item.scale() {
        Some(scale) => {
            let options = scale.steps().into_iter().map(|step| {
                let chosen = (f64::from(step) - item.proposal).abs() < 1e-9;
                view! { <option value=step.to_string() selected=chosen>{step.to_string()}</option> }
            });
            view! { <select class="in inline" data-action="consensus" aria-label=label on:change=read>{options.collect_view()}</select> }.into_any()
        }
        None => view! { <input class="in num inline" inputmode="decimal" data-action="consensus" aria-label=label value=format::input(item.proposal) on:change=read /> }.into_any(),
    };
    let (place, known) = (item.place.clone(), item.place.clone());
    let is_set = move || cx.desk.value(&known) == Some(Value::Number(value.get()));
    let set = move |_| {
        set_values(cx, &[(place.clone(), value.get_untracked())]);
    };
    view! {
        <span class="consensus">{control}<button type="button" class="btn" data-action="set-consensus" on:click=set>{cx.t(say::SET)}</button><span class="good">{move || is_set().then(|| format!("✓ {}", cx.t(say::IS_SET)))}</span></span>
    }
    .into_any()
}

/// The raters by their names, or as R1, R2 … in the order of the whole table.
fn shown_raters(items: &[Item], hidden: bool) -> Vec<Item> {
    let mut shown = items.to_vec();
    if hidden {
        let names = anonymous(items.iter().flat_map(|item| item.raters.iter().map(|(who, _)| who.as_str())));
        for item in &mut shown {
            for (who, _) in &mut item.raters {
                if let Some(alias) = names.get(who.as_str()) {
                    who.clone_from(alias);
                }
            }
        }
    }
    shown
}
