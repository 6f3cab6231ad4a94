//! Pictures as inputs: what can be moved is moved with the pointer or the arrow keys, and the fields behind it follow.

use leptos::prelude::*;
use leptos::{ev, svg};
use wasm_bindgen::JsCast as _;

use crate::charts::{Axis, Handle, Scene};
use crate::i18n::format;
use crate::model::{Date, FieldDef, Id, Kind, Place, TableDef, Value};
use crate::ui::cx::Cx;
use crate::ui::dom;
use crate::worksheets;

/// The handles of a scene, each a focusable point on top of its mark.
pub fn handles(cx: Cx, scene: &Scene) -> AnyView {
    scene.handles.iter().map(|handle| one(cx, handle)).collect_view().into_any()
}

fn one(cx: Cx, handle: &Handle) -> AnyView {
    let Some(table) = worksheets::table(handle.table) else { return ().into_any() };
    let axes = [handle.x, handle.y];
    let described =
        axes.iter().flatten().filter_map(|axis| described(cx, table, &handle.row, axis)).collect::<Vec<_>>().join(", ");
    let label = format!("{}: {described}", handle.name);
    let row = handle.row.clone();
    let (x, y) = (handle.x, handle.y);
    let keys = {
        let row = row.clone();
        move |event: ev::KeyboardEvent| {
            let (axis, steps) = match event.key().as_str() {
                "ArrowLeft" => (x, -1.0),
                "ArrowRight" => (x, 1.0),
                "ArrowUp" => (y.or(x), 1.0),
                "ArrowDown" => (y.or(x), -1.0),
                "Enter" => {
                    select(table, &row);
                    return;
                }
                _ => return,
            };
            let Some(axis) = axis else { return };
            event.prevent_default();
            // An arrow follows the eye: on an axis drawn the other way round it counts the other way.
            let vertical = y.is_some_and(|vertical| vertical == axis);
            let rises = if vertical { axis.to_px < axis.from_px } else { axis.to_px > axis.from_px };
            step(
                cx,
                table,
                &row,
                &axis,
                if rises
                    || x.is_some_and(|only| {
                        only == axis
                            && event.key().starts_with("Arrow")
                            && !vertical
                            && matches!(event.key().as_str(), "ArrowUp" | "ArrowDown")
                    })
                {
                    steps
                } else {
                    -steps
                },
            );
            refocus(&row, handle_key(&axis));
        }
    };
    let down = {
        let row = row.clone();
        move |event: ev::PointerEvent| {
            let Some(element) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()) else {
                return;
            };
            event.prevent_default();
            let _ = element.set_pointer_capture(event.pointer_id());
            let _ = element.set_attribute("data-held", "true");
            let _ = &row;
        }
    };
    let moved = move |event: ev::PointerEvent| {
        let Some(element) = held(&event) else { return };
        if let Some((at_x, at_y)) = position(&element, &event) {
            let _ = element.set_attribute("cx", &format!("{at_x:.1}"));
            let _ = element.set_attribute("cy", &format!("{at_y:.1}"));
        }
    };
    let up = {
        let row = row.clone();
        move |event: ev::PointerEvent| {
            let Some(element) = held(&event) else { return };
            let _ = element.remove_attribute("data-held");
            if let Some((at_x, at_y)) = position(&element, &event) {
                drop_at(cx, table, &row, x.map(|axis| (axis, at_x)), y.map(|axis| (axis, at_y)));
            }
            select(table, &row);
        }
    };
    svg::circle()
        .attr("class", "handle")
        .attr("cx", format!("{:.1}", handle.at.0))
        .attr("cy", format!("{:.1}", handle.at.1))
        .attr("r", "13")
        .attr("tabindex", "0")
        .attr("role", "button")
        .attr("aria-label", label)
        .attr("data-handle", row.as_str().to_owned())
        .attr("data-axis", handle.x.or(handle.y).map(|axis| handle_key(&axis)))
        .on(ev::keydown, keys)
        .on(ev::pointerdown, down)
        .on(ev::pointermove, moved)
        .on(ev::pointerup, up)
        .into_any()
}

const fn handle_key(axis: &Axis) -> &'static str {
    axis.field
}

fn held(event: &ev::PointerEvent) -> Option<web_sys::Element> {
    let element = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    element.has_attribute("data-held").then_some(element)
}

/// The pointer in the scene's own pixels.
fn position(element: &web_sys::Element, event: &ev::PointerEvent) -> Option<(f64, f64)> {
    let drawing = element.closest("svg").ok().flatten()?;
    let rect = drawing.get_bounding_client_rect();
    let view = drawing.get_attribute("viewBox")?;
    let mut sizes = view.split(' ').skip(2).filter_map(|part| crate::model::decimal::read(part));
    let (width, height) = (sizes.next()?, sizes.next()?);
    let across = (f64::from(event.client_x()) - rect.left()) / rect.width() * width;
    let along = (f64::from(event.client_y()) - rect.top()) / rect.height() * height;
    Some((across, along))
}

fn value_of(cx: Cx, table: &'static TableDef, row: &Id, field: &FieldDef) -> Option<f64> {
    let place = Place::row(table, row.clone(), field.slot);
    cx.desk.with(|document| match (field.kind, document.value(&place)?) {
        (Kind::Date, Value::Text(text)) => {
            text.parse::<Date>().ok().and_then(|date| i32::try_from(date.days()).ok()).map(f64::from)
        }
        (_, value) => value.as_number(),
    })
}

fn to_value(field: &FieldDef, number: f64) -> Value {
    match field.kind {
        #[expect(clippy::cast_possible_truncation, reason = "a number of days")]
        Kind::Date => Value::Text(Date::from_days(number.round() as i64).to_string()),
        _ => Value::Number(number),
    }
}

fn described(cx: Cx, table: &'static TableDef, row: &Id, axis: &Axis) -> Option<String> {
    let field = table.field(axis.field)?;
    let shown = match value_of(cx, table, row, field) {
        Some(days) if field.kind == Kind::Date => crate::ui::field::in_words(cx, field, &to_value(field, days)),
        Some(number) => format::short(number, 1),
        None => "—".to_owned(),
    };
    Some(format!("{} {shown}", cx.t(field.label)))
}

fn step(cx: Cx, table: &'static TableDef, row: &Id, axis: &Axis, steps: f64) {
    let Some(field) = table.field(axis.field) else { return };
    let now = value_of(cx, table, row, field).unwrap_or(axis.min);
    let next = (now + steps * axis.step).clamp(axis.min.min(axis.max), axis.max.max(axis.min));
    cx.desk.set(Place::row(table, row.clone(), field.slot), Some(to_value(field, next)), false);
}

/// Sets both fields of a drop in one step of undo.
fn drop_at(cx: Cx, table: &'static TableDef, row: &Id, x: Option<(Axis, f64)>, y: Option<(Axis, f64)>) {
    let mut patch = crate::change::Patch::default();
    for (axis, pixel) in [x, y].into_iter().flatten() {
        let Some(field) = table.field(axis.field) else { continue };
        let place = Place::row(table, row.clone(), field.slot);
        let value = Some(to_value(field, axis.value_at(pixel)));
        patch.ops.extend(cx.desk.with(|document| crate::change::edit::set(document, place, value)).ops);
    }
    cx.desk.commit(patch, false);
}

/// Shows which row a mark stands for.
fn select(table: &TableDef, row: &Id) {
    for marked in dom::find_all("tr.selected") {
        let _ = marked.class_list().remove_1("selected");
    }
    if let Some(line) = dom::find(&format!("[data-table=\"{}\"] [data-row=\"{row}\"]", table.path)) {
        let _ = line.class_list().add_1("selected");
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        line.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// The picture is drawn anew after a move: the focus goes back to the same point.
fn refocus(row: &Id, axis: &'static str) {
    let selector = format!("[data-handle=\"{row}\"][data-axis=\"{axis}\"]");
    dom::next_frame(move || {
        if let Ok(Some(point)) = dom::document().query_selector(&selector)
            && let Ok(point) = point.dyn_into::<web_sys::SvgElement>()
        {
            let _ = point.focus();
        }
    });
}
