//! One of several: the browser's own select.

use crate::ui::prelude::*;
use leptos::ev;

use super::{Spot, as_input};
use crate::i18n::ui as words;
use crate::model::{Opt, Value};
use crate::ui::cx::Cx;
use crate::ui::dialog::convert;

/// Key of the evidence status with a long name.
pub const CONFIRMED: &str = "confirmed_by_customer";

/// The editor.
pub fn view(cx: Cx, spot: Spot, options: &'static [Opt]) -> AnyView {
    let current = {
        let spot = spot.clone();
        Memo::new(move |_| as_input(spot.field, spot.value(cx).as_ref()))
    };
    let change = {
        let spot = spot.clone();
        move |event: ev::Event| {
            let value = Value::text(event_target_value(&event));
            if convert::asks(cx, &spot.place) {
                cx.app.convert.set(Some(convert::Change { place: spot.place.clone(), value }));
            } else {
                spot.set(cx, value, false);
            }
        }
    };
    let known = move || options.iter().any(|option| option.key == current.get()) || current.get().is_empty();
    // In a column the long name of the evidence status would take the room of the texts.
    let is_column = spot.label_id.is_none();
    let listed = options.iter().map(move |option| {
        let label = if is_column && option.key == CONFIRMED { words::CONFIRMED } else { option.label };
        view! { <option value=option.key selected=move || current.get() == option.key>{cx.t(label)}</option> }
    });
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
            <option value="" selected=move || current.get().is_empty()>{cx.t(words::NOTHING_CHOSEN)}</option>
            {listed.collect_view()}
            {move || (!known()).then(|| view! { <option value=current.get() selected=true>{current.get()}</option> })}
        </select>
    }
    .into_any()
}
