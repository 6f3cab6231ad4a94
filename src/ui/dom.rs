//! The few things the page asks of the browser directly.

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, Window};

use crate::model::{Date, Id, Place};

/// The window; every browser page has one.
pub fn window() -> Window {
    leptos::prelude::window()
}

/// The document of the page.
pub fn document() -> Document {
    leptos::prelude::document()
}

/// A random id: 80 bits from the platform's generator; where even that is refused, from `Math.random`.
pub fn new_id() -> Id {
    let mut bytes = [0_u8; 10];
    let filled = window().crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes)).is_ok();
    if !filled {
        for byte in &mut bytes {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255")]
            {
                *byte = (js_sys::Math::random() * 256.0) as u8;
            }
        }
    }
    Id::from_random(bytes)
}

/// Today on this device.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(2000);
    Date::new(year, now.get_month() + 1, now.get_date()).unwrap_or_else(|| Date::from_days(0))
}

/// Now in UTC, as the file writes times.
pub fn now_utc() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}

/// Now on this device as hours and minutes, for reading.
pub fn clock() -> String {
    let now = js_sys::Date::new_0();
    format!("{:02}:{:02}", now.get_hours(), now.get_minutes())
}

/// Now, in milliseconds since 1970.
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// A moment on this device as hours and minutes, for reading.
pub fn clock_at(ms: f64) -> String {
    let at = js_sys::Date::new(&ms.into());
    format!("{:02}:{:02}", at.get_hours(), at.get_minutes())
}

/// When this page was opened, in UTC as the file writes times.
pub fn begun_utc() -> String {
    js_sys::Date::new(&(now_ms() - elapsed_ms()).into()).to_iso_string().into()
}

/// The day and the time of a UTC moment on this device.
pub fn local_day_and_time(utc: &str) -> Option<(Date, String)> {
    let at = js_sys::Date::new(&utc.into());
    if at.get_time().is_nan() {
        return None;
    }
    let day = Date::new(i32::try_from(at.get_full_year()).ok()?, at.get_month() + 1, at.get_date())?;
    Some((day, format!("{:02}:{:02}", at.get_hours(), at.get_minutes())))
}

/// Opens this page at a query and a hash in a small window of its own.
pub fn open_small_window(query: &str, hash: &str, name: &str) {
    let address = window().location().pathname().unwrap_or_default();
    let features = "popup,width=420,height=640";
    let _ = window().open_with_url_and_target_and_features(&format!("{address}?{query}{hash}"), name, features);
}

/// Milliseconds since the page began.
pub fn elapsed_ms() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

/// The control of a place, if it is on the page.
pub fn control_of(place: &Place) -> Option<HtmlElement> {
    let mut selector = String::new();
    if let Some(row) = &place.row {
        selector.push_str(&format!("[data-row=\"{}\"] ", escape(row.as_str())));
    }
    if let Some(col) = &place.col {
        selector.push_str(&format!("[data-col=\"{}\"] ", escape(col.as_str())));
    }
    selector.push_str(&format!("[data-field=\"{}\"]", place.path()));
    find(&selector)
}

/// The first element of a selector.
pub fn find(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// All elements of a selector.
pub fn find_all(selector: &str) -> Vec<HtmlElement> {
    let Ok(nodes) = document().query_selector_all(selector) else { return Vec::new() };
    (0..nodes.length()).filter_map(|at| nodes.item(at)?.dyn_into().ok()).collect()
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

/// Sets a property of the style sheet for the whole page; an empty value takes it away.
pub fn set_root_style(name: &str, value: &str) {
    let root = document().document_element().and_then(|root| root.dyn_into::<HtmlElement>().ok());
    if let Some(root) = root {
        let _ = root.style().set_property(name, value);
    }
}

/// The element that has the focus.
pub fn focused() -> Option<Element> {
    document().active_element()
}

/// Whether the focus is in a dialog.
pub fn in_dialog() -> bool {
    focused().is_some_and(|element| element.closest("dialog").is_ok_and(|dialog| dialog.is_some()))
}

/// Whether an element has the focus.
pub fn is_focused(element: &Element) -> bool {
    focused().is_some_and(|focused| focused == *element)
}

/// Focuses an element and brings it into view.
pub fn focus(element: &HtmlElement) {
    let _ = element.focus();
    element.scroll_into_view_with_scroll_into_view_options(&{
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        options
    });
}

/// Runs `task` before the next frame is painted.
pub fn next_frame(task: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(task);
}

/// Runs `task` once the next frame is painted.
pub fn after_paint(task: impl FnOnce() + 'static) {
    next_frame(move || leptos::prelude::set_timeout(task, std::time::Duration::ZERO));
}

/// Runs `task` after so many milliseconds.
pub fn after_ms(pause: f64, task: impl FnOnce() + 'static) {
    leptos::prelude::set_timeout(task, std::time::Duration::from_secs_f64(pause.max(0.0) / 1_000.0));
}

/// An input or textarea as an input: both have value and selection.
pub fn as_input(element: &Element) -> HtmlInputElement {
    element.clone().unchecked_into()
}

/// Offers `text` as a file to save.
pub fn download(name: &str, mime: &str, text: &str) {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    download_parts(name, mime, &parts);
}

fn download_parts(name: &str, mime: &str, parts: &js_sys::Array) {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(mime);
    if let Ok(blob) = web_sys::Blob::new_with_u8_array_sequence_and_options(parts, &options) {
        download_blob(name, &blob);
    }
}

/// Offers a blob as a file to save.
pub fn download_blob(name: &str, blob: &web_sys::Blob) {
    let Ok(url) = web_sys::Url::create_object_url_with_blob(blob) else { return };
    if let Some(link) =
        document().create_element("a").ok().and_then(|link| link.dyn_into::<web_sys::HtmlAnchorElement>().ok())
    {
        link.set_href(&url);
        link.set_download(name);
        link.click();
    }
    // The browser needs the address until it has started to read.
    leptos::prelude::set_timeout(
        move || {
            let _ = web_sys::Url::revoke_object_url(&url);
        },
        std::time::Duration::from_secs(60),
    );
}
