//! A text that is being typed in keeps its size until it needs another one: a key lays out the text alone, not the table
//! around it. Two listeners for the whole page; a field costs nothing for it.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlElement, InputEvent};

use super::dom;
use crate::ui::prelude::*;
use leptos::ev;

/// The class of a text that keeps its size.
const STILL: &str = "still";

/// Texts as tall as this have more than one line, in pixels.
const ONE_LINE_PX: i32 = 40;

/// Listens while a workbook is open.
pub fn listen() {
    let focus = window_event_listener(ev::focusin, |event| {
        if let Some(text) = text_of(&event) {
            hold(&text);
        }
    });
    let blur = window_event_listener(ev::focusout, |event| {
        if let Some(text) = text_of(&event) {
            release(&text);
        }
    });
    let input = window_event_listener(ev::input, |event| {
        if let Some(text) = text_of(&event) {
            follow(&text, &event);
        }
    });
    let resize = window_event_listener(ev::resize, |_| {
        if let Some(text) = dom::focused() {
            release(text.unchecked_ref());
        }
    });
    on_cleanup(move || {
        for listener in [focus, blur, input, resize] {
            listener.remove();
        }
    });
}

/// Lets a text have the size that it needs: what stands in it was changed by the program.
pub fn release(text: &HtmlElement) {
    if text.class_list().contains(STILL) {
        let _ = text.class_list().remove_1(STILL);
        let _ = text.style().remove_property("block-size");
    }
}

fn text_of(event: &web_sys::Event) -> Option<HtmlElement> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    (element.tag_name() == "TEXTAREA" && element.has_attribute("data-field")).then(|| element.unchecked_into())
}

fn hold(text: &HtmlElement) {
    let height = text.get_bounding_client_rect().height();
    if height > 0.0 {
        let _ = text.style().set_property("block-size", &format!("{height}px"));
        let _ = text.class_list().add_1(STILL);
    }
}

/// After a key: a text that no longer fits grows, with a line to go on in; one of several lines that lost something may
/// shrink, and is held again once something is added.
fn follow(text: &HtmlElement, event: &web_sys::Event) {
    let typed = event.dyn_ref::<InputEvent>().map(InputEvent::input_type).unwrap_or_default();
    let adds = typed.starts_with("insert") && typed != "insertFromPaste";
    if !text.class_list().contains(STILL) {
        if adds {
            let text = text.clone();
            dom::after_paint(move || {
                if dom::is_focused(&text) {
                    hold(&text);
                }
            });
        }
    } else if !adds && text.client_height() >= ONE_LINE_PX {
        release(text);
    } else if text.scroll_height() > text.client_height() {
        let height = text.scroll_height() + text.offset_height() - text.client_height();
        let _ = text.style().set_property("block-size", &format!("calc({height}px + 1lh)"));
    }
}
