//! Yes or no: a checkbox where the field starts with one of them, else a choice that can stay open.

use crate::ui::prelude::*;
use leptos::ev;

use super::Spot;
use crate::i18n::ui as words;
use crate::model::{Given, Value};
use crate::ui::cx::Cx;

/// The editor.
pub fn view(cx: Cx, spot: Spot) -> AnyView {
    if let Given::Bool(given) = spot.field.given { checkbox(cx, spot, given) } else { three_way(cx, spot) }
}

fn checkbox(cx: Cx, spot: Spot, given: bool) -> AnyView {
    let ticked = {
        let spot = spot.clone();
        move || spot.value(cx).map_or(given, |value| value == Value::Bool(true))
    };
    let change = {
        let spot = spot.clone();
        move |event: ev::Event| spot.set(cx, Some(Value::Bool(event_target_checked(&event))), false)
    };
    view! {
        <input
            type="checkbox"
            class="tick"
            data-field=spot.place.path()
            aria-label=spot.aria_label()
            aria-labelledby=spot.label_id.clone()
            prop:checked=ticked
            on:change=change
        />
    }
    .into_any()
}

fn three_way(cx: Cx, spot: Spot) -> AnyView {
    let current = {
        let spot = spot.clone();
        Memo::new(move |_| match spot.value(cx) {
            Some(Value::Bool(true)) => "yes",
            Some(Value::Bool(false)) => "no",
            _ => "",
        })
    };
    let change = {
        let spot = spot.clone();
        move |event: ev::Event| {
            let value = match event_target_value(&event).as_str() {
                "yes" => Some(Value::Bool(true)),
                "no" => Some(Value::Bool(false)),
                _ => None,
            };
            spot.set(cx, value, false);
        }
    };
    view! {
        <select
            class="in pick"
            class:unset=move || current.get().is_empty()
            data-field=spot.place.path()
            aria-label=spot.aria_label()
            aria-labelledby=spot.label_id.clone()
            prop:value=move || current.get()
            on:change=change
        >
            <option value="">{cx.t(words::NOTHING_CHOSEN)}</option>
            <option value="yes" selected=move || current.get() == "yes">{cx.t(words::YES)}</option>
            <option value="no" selected=move || current.get() == "no">{cx.t(words::NO)}</option>
        </select>
    }
    .into_any()
}
