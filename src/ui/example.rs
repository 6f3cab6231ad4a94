//! An example text for the empty field that has the focus: one click or two keys (Tab, Enter) put it in, one takes it
//! back. One listener for the whole page; a field costs nothing for it.

use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement};

use super::cx::Cx;
use super::dom;
use crate::i18n::handy as words;
use crate::ui::prelude::*;
use crate::worksheets::examples::example;
use leptos::ev;

/// What marks the offer on the page.
const OFFER: &str = ".example";

/// Listens while a workbook is open.
pub fn listen(cx: Cx) {
    let focus = window_event_listener(ev::focusin, move |event| {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) else { return };
        if target.closest(OFFER).ok().flatten().is_none() {
            take_away();
            offer(cx, &target);
        }
    });
    // Asked at every key: is the offer still behind the field that it was made for?
    let input = window_event_listener(ev::input, move |event| {
        let field = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let behind = field.and_then(|field| field.next_element_sibling());
        if behind.is_some_and(|behind| behind.class_list().contains("example")) {
            take_away();
        }
    });
    on_cleanup(move || {
        focus.remove();
        input.remove();
        take_away();
    });
}

fn take_away() {
    if let Some(offer) = dom::find(OFFER) {
        offer.remove();
    }
}

/// Puts the offer behind a field that is empty and has an example.
fn offer(cx: Cx, field: &HtmlElement) {
    let found = field.get_attribute("data-field").and_then(|path| example(&path));
    let Some(text) = found.filter(|_| dom::as_input(field).value().is_empty()).map(|text| cx.t(text)) else { return };
    let (Some(offer), Some(button)) = (made("span", "example"), made("button", "link")) else { return };
    let _ = button.set_attribute("type", "button");
    let _ = button.set_attribute("data-action", "take-example");
    button.set_text_content(Some(cx.t(words::TAKE_EXAMPLE)));
    let (Some(kind), Some(words)) = (made("b", ""), made("span", "")) else { return };
    kind.set_text_content(Some(cx.t(words::EXAMPLE_IS)));
    words.set_text_content(Some(text));
    for part in [&kind, &words, &button] {
        let _ = offer.append_child(part);
    }
    // The focus stays in the field until the click has come.
    listen_once(&offer, "pointerdown", |event| event.prevent_default());
    let into = field.clone();
    listen_once(&button, "click", move |_| take(cx, &into, text));
    let _ = field.insert_adjacent_element("afterend", &offer);
}

fn made(tag: &str, class: &str) -> Option<Element> {
    let element = dom::document().create_element(tag).ok()?;
    element.set_class_name(class);
    Some(element)
}

/// The offer is taken away after its click, and the browser frees the listener with it.
fn listen_once(element: &Element, event: &str, act: impl FnMut(web_sys::Event) + 'static) {
    let act = Closure::<dyn FnMut(web_sys::Event)>::new(act);
    let _ = element.add_event_listener_with_callback(event, act.into_js_value().unchecked_ref());
}

/// Types the example into the field, as a step of undo of its own, and selects it for being written over.
fn take(cx: Cx, field: &HtmlElement, text: &'static str) {
    cx.desk.close_step();
    let control = dom::as_input(field);
    control.set_value(text);
    if let Ok(event) = web_sys::Event::new("input") {
        let _ = field.dispatch_event(&event);
    }
    cx.desk.close_step();
    dom::focus(field);
    control.select();
    take_away();
}
