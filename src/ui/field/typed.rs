//! Everything that is typed: text that grows, numbers, money, percent, years, currency codes.
//!
//! What stands in the input is never written back while it has the focus, so that no input method is disturbed and no
//! number changes under the fingers. Numbers take their tidy form on leaving.

use crate::ui::prelude::*;
use leptos::{ev, html};

use super::{Spot, as_input};
use crate::model::{Kind, Value, validate};
use crate::ui::cx::Cx;
use crate::ui::{dom, still};

/// The editor.
pub fn view(cx: Cx, spot: Spot) -> AnyView {
    match spot.field.kind {
        Kind::Text | Kind::LongText => text(cx, spot),
        Kind::Auto => automatic(cx, spot),
        _ => number(cx, spot),
    }
}

/// Fits what was typed to the field.
fn fit(cx: Cx, spot: &Spot, raw: &str) -> Option<Value> {
    validate::fit_text(spot.field, raw, cx.unit_size())
}

fn text(cx: Cx, spot: Spot) -> AnyView {
    let node = NodeRef::<html::Textarea>::new();
    let long = matches!(spot.field.kind, Kind::LongText);
    let events = Typing::new(cx, spot.clone());
    let initial = as_input(spot.field, spot.value_now(cx).as_ref());
    keep_in_step(cx, spot.clone(), move || node.get().map(|node| dom::as_input(&node)));
    // Our own row is called by the company's name while nobody gives it another.
    let is_us = spot.place.table.path == "w2.comp" && spot.place.row.as_ref().is_some_and(|row| row.as_str() == "us");
    let placeholder = (is_us && spot.field.key == "name").then(|| cx.title("w2.comp", "us"));
    view! {
        <textarea
            node_ref=node
            class=if long { "in text long" } else { "in text" }
            rows="1"
            translate="no"
            spellcheck="false"
            placeholder=placeholder
            data-field=spot.place.path()
            aria-label=spot.aria_label()
            aria-labelledby=spot.label_id.clone()
            on:input=move |event| events.input(&event)
            on:compositionend=move |event| events.composed(&event)
            on:blur=move |event| events.left(&event)
        >
            {initial}
        </textarea>
    }
    .into_any()
}

fn number(cx: Cx, spot: Spot) -> AnyView {
    let node = NodeRef::<html::Input>::new();
    let events = Typing::new(cx, spot.clone());
    let initial = as_input(spot.field, spot.value_now(cx).as_ref());
    keep_in_step(cx, spot.clone(), move || node.get().map(|node| dom::as_input(&node)));
    let (class, mode) = match spot.field.kind {
        Kind::Choice { .. } => ("in", "text"),
        Kind::Date => ("in date", "text"),
        _ => ("in num", "decimal"),
    };
    let list = spot.field.kind.options().first().map(|_| spot.dom_id("options"));
    let options = list.clone().map(|id| {
        let options = spot.field.kind.options().iter().map(|option| {
            view! { <option value=option.key>{cx.t(option.label)}</option> }
        });
        view! { <datalist id=id>{options.collect_view()}</datalist> }
    });
    view! {
        <input
            node_ref=node
            class=class
            type="text"
            inputmode=mode
            autocomplete="off"
            translate="no"
            list=list
            data-field=spot.place.path()
            aria-label=spot.aria_label()
            aria-labelledby=spot.label_id.clone()
            value=initial
            on:input=move |event| events.input(&event)
            on:compositionend=move |event| events.composed(&event)
            on:blur=move |event| events.left(&event)
        />
        {options}
    }
    .into_any()
}

fn automatic(cx: Cx, spot: Spot) -> AnyView {
    let path = spot.place.path();
    view! { <output class="auto" data-field=path>{move || as_input(spot.field, spot.value(cx).as_ref())}</output> }
        .into_any()
}

/// The events of a typed field.
#[derive(Clone, Copy)]
pub struct Typing {
    cx: Cx,
    spot: StoredValue<Spot>,
}

impl Typing {
    /// For one field.
    pub fn new(cx: Cx, spot: Spot) -> Self {
        Self { cx, spot: StoredValue::new(spot) }
    }

    /// A keystroke: taken at once, unless an input method is still composing.
    pub fn input(self, event: &ev::Event) {
        use wasm_bindgen::JsCast as _;
        let composing = event.dyn_ref::<web_sys::InputEvent>().is_some_and(web_sys::InputEvent::is_composing);
        if !composing {
            self.take(&event_target_value(event));
        }
    }

    /// An input method has finished: its text is one step of undo.
    pub fn composed(self, event: &ev::CompositionEvent) {
        self.take(&event_target_value(event));
    }

    /// Leaving the field: numbers take their tidy form, the step of undo ends.
    pub fn left(self, event: &ev::FocusEvent) {
        // A field that leaves the page while it has the focus loses it last: its view is gone by then.
        let Some(spot) = self.spot.try_get_value() else { return };
        self.take(&event_target_value(event));
        let tidy = as_input(spot.field, spot.value_now(self.cx).as_ref());
        let control: web_sys::HtmlInputElement = event_target(event);
        if control.value() != tidy {
            control.set_value(&tidy);
        }
        self.cx.desk.close_step();
    }

    fn take(self, raw: &str) {
        let Some(spot) = self.spot.try_get_value() else { return };
        let shown = spot.value_now(self.cx);
        // What the product put there and nobody changed stays as it is.
        if as_input(spot.field, shown.as_ref()) != raw {
            let value = fit(self.cx, &spot, raw);
            if value != shown {
                spot.set(self.cx, value, true);
            }
        }
    }
}

/// Writes a value that changed elsewhere (undo, another tab) into the control, but never over what is being typed.
pub fn keep_in_step(cx: Cx, spot: Spot, control: impl Fn() -> Option<web_sys::HtmlInputElement> + 'static) {
    Effect::new(move |before: Option<Option<Value>>| {
        let value = spot.value(cx);
        // Its record changed, but not this field.
        if before.is_some_and(|before| before == value) {
            return value;
        }
        let Some(control) = control() else { return value };
        let shown = as_input(spot.field, value.as_ref());
        let typed = control.value();
        if typed == shown || (dom::is_focused(&control) && fit(cx, &spot, &typed) == value) {
            return value;
        }
        control.set_value(&shown);
        still::release(&control);
        value
    });
}
