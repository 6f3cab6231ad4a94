//! Several of several: a quiet line that opens a list of checkboxes.

use crate::ui::prelude::*;
use leptos::{ev, html};
use wasm_bindgen::JsCast as _;

use super::{Spot, in_words};
use crate::i18n::ui as words;
use crate::model::{Opt, Value};
use crate::ui::cx::Cx;

/// The editor for declared options.
pub fn view(cx: Cx, spot: Spot, options: &'static [Opt]) -> AnyView {
    let entries = move || options.iter().map(|option| (option.key.to_owned(), cx.t(option.label).to_owned())).collect();
    panel(cx, spot, entries, |_| ().into_any())
}

/// The editor for any entries, with `below` shown under them in the open list.
pub fn panel(
    cx: Cx,
    spot: Spot,
    entries: impl Fn() -> Vec<(String, String)> + Copy + Send + Sync + 'static,
    below: impl Fn(Spot) -> AnyView + Copy + Send + Sync + 'static,
) -> AnyView {
    let open = RwSignal::new(false);
    let root = NodeRef::<html::Span>::new();
    let button = NodeRef::<html::Button>::new();
    let chosen = {
        let spot = spot.clone();
        Memo::new(move |_| spot.value(cx))
    };
    let field = spot.field;
    let text = move || chosen.get().map_or_else(String::new, |value| in_words(cx, field, &value));
    let close = move |refocus: bool| {
        open.set(false);
        if refocus && let Some(button) = button.get_untracked() {
            let _ = button.focus();
        }
    };
    let leave = move |event: ev::FocusEvent| {
        let inside = event.related_target().and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let stays = root
            .try_get_untracked()
            .flatten()
            .is_some_and(|root| inside.is_some_and(|node| root.contains(Some(&node))));
        if !stays {
            open.try_set(false);
        }
    };
    let keys = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && !crate::ui::keys::is_of_input_method(&event) && open.get_untracked() {
            event.stop_propagation();
            close(true);
        }
    };
    let list_id = spot.dom_id("list");
    let controls = list_id.clone();
    let label = spot.name.clone();
    let path = spot.place.path();
    let name = {
        let label = label.clone();
        move || {
            let now = text();
            if now.is_empty() { label.clone() } else { format!("{label}: {now}") }
        }
    };
    let stored = StoredValue::new(spot);
    let list = move || {
        open.get().then(|| {
            let rows = entries().into_iter().map(|(key, label)| {
                let ticked = {
                    let key = key.clone();
                    move || chosen.get().is_some_and(|value| value.as_keys().contains(&key))
                };
                let change = move |event: ev::Event| toggle(cx, stored, &key, event_target_checked(&event));
                view! {
                    <label class="option">
                        <input type="checkbox" prop:checked=ticked on:change=change />
                        <span>{label}</span>
                    </label>
                }
            });
            view! {
                <div class="options" id=list_id.clone() role="group" aria-label=label.clone()>
                    {rows.collect_view()}
                    {below(stored.get_value())}
                </div>
            }
        })
    };
    view! {
        <span class="many" node_ref=root on:focusout=leave on:keydown=keys>
            <button
                node_ref=button
                type="button"
                class="in pick"
                class:unset=move || chosen.get().is_none()
                data-field=path
                aria-label=name
                aria-expanded=move || open.get().to_string()
                aria-controls=move || open.get().then(|| controls.clone())
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {move || {
                    let now = text();
                    if now.is_empty() { cx.t(words::NOTHING_CHOSEN).to_owned() } else { now }
                }}
            </button>
            {list}
        </span>
    }
    .into_any()
}

fn toggle(cx: Cx, spot: StoredValue<Spot>, key: &str, on: bool) {
    let spot = spot.get_value();
    let mut keys: Vec<String> = spot.value_now(cx).map(|value| value.as_keys().to_vec()).unwrap_or_default();
    keys.retain(|other| other != key);
    if on {
        keys.push(key.to_owned());
    }
    spot.set(cx, Value::keys(keys), false);
}
