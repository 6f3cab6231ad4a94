//! Dates: typed as people write them, or picked from the browser's calendar.

use crate::ui::prelude::*;
use leptos::{ev, html};
use wasm_bindgen::JsCast as _;

use super::typed::{Typing, keep_in_step};
use super::{Spot, as_input};
use crate::i18n::ui as words;
use crate::model::{Kind, Value};
use crate::ui::cx::Cx;
use crate::ui::dom;

/// The editor.
pub fn view(cx: Cx, spot: Spot) -> AnyView {
    debug_assert!(spot.field.kind == Kind::Date);
    let node = NodeRef::<html::Input>::new();
    let picker = NodeRef::<html::Input>::new();
    let events = Typing::new(cx, spot.clone());
    let initial = as_input(spot.field, spot.value_now(cx).as_ref());
    keep_in_step(cx, spot.clone(), move || node.get().map(|node| dom::as_input(&node)));
    let picked = {
        let spot = spot.clone();
        move |event: ev::Event| spot.set(cx, Value::text(event_target_value(&event)), false)
    };
    let open = {
        let spot = spot.clone();
        move |_: ev::MouseEvent| {
            let Some(picker) = picker.get_untracked() else { return };
            picker.set_value(&as_input(spot.field, spot.value_now(cx).as_ref()));
            // Older browsers have no such method; there the date is typed.
            if let Ok(show) = js_sys::Reflect::get(&picker, &"showPicker".into())
                && let Some(show) = show.dyn_ref::<js_sys::Function>()
            {
                let _ = show.call0(&picker);
            }
        }
    };
    view! {
        <span class="dated">
            <input
                node_ref=node
                class="in date"
                type="text"
                autocomplete="off"
                translate="no"
                placeholder=if cx.lang == crate::model::Lang::Zh { "年-月-日" } else { "yyyy-mm-dd" }
                data-field=spot.place.path()
                aria-label=spot.aria_label()
                aria-labelledby=spot.label_id.clone()
                value=initial
                on:input=move |event| events.input(&event)
                on:compositionend=move |event| events.composed(&event)
                on:blur=move |event| events.left(&event)
            />
            <input node_ref=picker class="picker" type="date" tabindex="-1" aria-hidden="true" on:change=picked />
            <button type="button" class="pick" tabindex="-1" title=cx.t(words::PICK_DATE) aria-label=cx.t(words::PICK_DATE) on:click=open>
                "▾"
            </button>
        </span>
    }
    .into_any()
}
