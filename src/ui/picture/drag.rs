//! Pictures as inputs: what can be moved is moved with the pointer or the arrow keys, and the fields behind it follow.

use std::cell::RefCell;

use leptos::prelude::*;
use leptos::{ev, svg};
use wasm_bindgen::JsCast as _;

use super::moves::{self, Moved};
use super::select;
use crate::charts::{Handle, Scene};
use crate::model::Place;
use crate::ui::cx::Cx;
use crate::ui::dom;
use crate::worksheets;

/// A pointer that travelled less than this chose the point and did not move it.
const CLICK_PX: f64 = 4.0;

/// The handles of a scene, each a focusable point on top of its mark.
pub fn handles(cx: Cx, scene: &Scene) -> AnyView {
    scene.handles.iter().map(|handle| one(cx, handle)).collect_view().into_any()
}

fn one(cx: Cx, handle: &Handle) -> AnyView {
    let Some(moved) = worksheets::table(handle.table).map(|table| Moved::new(table, handle)) else {
        return ().into_any();
    };
    let label = format!("{}: {}", handle.name, moved.described(cx));
    let axis = handle.x.or(handle.y).map(|axis| axis.field);
    let at = handle.at;
    let (by_key, by_drop) = (moved.clone(), moved);
    svg::circle()
        .attr("class", "handle")
        .attr("cx", format!("{:.1}", at.0))
        .attr("cy", format!("{:.1}", at.1))
        .attr("r", format!("{:.1}", handle.reach))
        .attr("tabindex", "0")
        .attr("role", "button")
        .attr("aria-label", label.clone())
        .attr("data-handle", handle.row.as_str().to_owned())
        .attr("data-axis", axis)
        .on(ev::keydown, move |event| press(cx, &by_key, &event))
        .on(ev::pointerdown, take)
        .on(ev::pointermove, follow)
        .on(ev::pointercancel, move |event| let_go(&event, at))
        .on(ev::pointerup, move |event| drop_it(cx, &by_drop, &event, at))
        .child(svg::title().child(label))
        .into_any()
}

/// Arrows follow the eye: right is right and up is up, whichever way the axis counts. Where there is one axis only, all
/// four arrows move along it.
fn press(cx: Cx, moved: &Moved, event: &ev::KeyboardEvent) {
    let (x, y) = (moved.x, moved.y);
    let (axis, wanted) = match event.key().as_str() {
        "ArrowLeft" => (x.or(y), -1.0),
        "ArrowRight" => (x.or(y), 1.0),
        "ArrowUp" => (y.or(x), 1.0),
        "ArrowDown" => (y.or(x), -1.0),
        "Enter" | " " => {
            event.prevent_default();
            choose(cx, moved);
            return;
        }
        _ => return,
    };
    let Some(axis) = axis else { return };
    event.prevent_default();
    let vertical = x != Some(axis);
    let rises = if vertical { axis.to_px < axis.from_px } else { axis.to_px > axis.from_px };
    moves::step(cx, moved, &axis, if rises { wanted } else { -wanted });
    refocus(moved, axis.field);
}

fn element_of(event: &ev::PointerEvent) -> Option<web_sys::Element> {
    event.target()?.dyn_into::<web_sys::Element>().ok()
}

fn held(event: &ev::PointerEvent) -> Option<web_sys::Element> {
    element_of(event).filter(|element| element.has_attribute("data-held"))
}

thread_local! {
    /// The point that was taken up last.
    static TAKEN: RefCell<Option<web_sys::Element>> = const { RefCell::new(None) };
}

/// Whether someone holds a point of a picture.
pub fn is_held() -> bool {
    TAKEN.with_borrow(|taken| {
        taken.as_ref().is_some_and(|point| point.is_connected() && point.has_attribute("data-held"))
    })
}

fn take(event: ev::PointerEvent) {
    let Some(element) = element_of(&event).filter(|_| event.button() == 0) else { return };
    event.prevent_default();
    let _ = element.set_pointer_capture(event.pointer_id());
    let _ = element.set_attribute("data-held", &format!("{} {}", event.client_x(), event.client_y()));
    TAKEN.set(Some(element.clone()));
    let _ = element.unchecked_into::<web_sys::SvgElement>().focus();
}

/// Whether the pointer has left the spot where it was put down.
fn travelled(element: &web_sys::Element, event: &ev::PointerEvent) -> bool {
    let from = element.get_attribute("data-held").unwrap_or_default();
    let mut from = from.split(' ').filter_map(|part| part.parse::<f64>().ok());
    let (Some(x), Some(y)) = (from.next(), from.next()) else { return true };
    (f64::from(event.client_x()) - x).hypot(f64::from(event.client_y()) - y) >= CLICK_PX
}

fn follow(event: ev::PointerEvent) {
    let Some(element) = held(&event).filter(|element| travelled(element, &event)) else { return };
    if let Some(to) = position(&element, &event) {
        place_at(&element, to);
    }
}

fn place_at(element: &web_sys::Element, (x, y): (f64, f64)) {
    let _ = element.set_attribute("cx", &format!("{x:.1}"));
    let _ = element.set_attribute("cy", &format!("{y:.1}"));
}

/// The browser took the pointer away: everything stays as it was.
fn let_go(event: &ev::PointerEvent, at: (f64, f64)) {
    if let Some(element) = held(event) {
        let _ = element.remove_attribute("data-held");
        place_at(&element, at);
    }
}

fn drop_it(cx: Cx, moved: &Moved, event: &ev::PointerEvent, at: (f64, f64)) {
    let Some(element) = held(event) else { return };
    let far = travelled(&element, event);
    let _ = element.remove_attribute("data-held");
    match position(&element, event).filter(|_| far) {
        Some(to) => {
            // What does not change the fields springs back.
            place_at(&element, at);
            moves::drop_at(cx, moved, to);
            select::show(moved.row.as_str());
        }
        None => choose(cx, moved),
    }
}

fn choose(cx: Cx, moved: &Moved) {
    let slot = moved.table.title_field().map_or(0, |field| field.slot);
    select::go_to_row(cx, Place::row(moved.table, moved.row.clone(), slot));
}

/// The pointer in the scene's own pixels.
fn position(element: &web_sys::Element, event: &ev::PointerEvent) -> Option<(f64, f64)> {
    let drawing = element.closest("svg").ok().flatten()?;
    let rect = drawing.get_bounding_client_rect();
    let view = drawing.get_attribute("viewBox")?;
    let mut sizes = view.split(' ').skip(2).filter_map(crate::model::decimal::read);
    let (width, height) = (sizes.next()?, sizes.next()?);
    let across = (f64::from(event.client_x()) - rect.left()) / rect.width() * width;
    let along = (f64::from(event.client_y()) - rect.top()) / rect.height() * height;
    Some((across, along))
}

/// The picture is drawn anew after a move: the focus goes back to the same point.
fn refocus(moved: &Moved, axis: &'static str) {
    let selector = format!("[data-handle=\"{}\"][data-axis=\"{axis}\"]", moved.row);
    let any = format!("[data-handle=\"{}\"]", moved.row);
    dom::next_frame(move || {
        let find = |selector: &str| dom::document().query_selector(selector).ok().flatten();
        if let Some(point) = find(&selector).or_else(|| find(&any))
            && let Ok(point) = point.dyn_into::<web_sys::SvgElement>()
        {
            let _ = point.focus();
        }
    });
}
