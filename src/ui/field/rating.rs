//! Anchored ratings: squares that fill, with the word of the step beside them. One keystroke sets one.

use std::rc::Rc;

use crate::ui::prelude::*;
use leptos::ev;
use wasm_bindgen::JsCast as _;

use super::Spot;
use crate::i18n::{format, ui as words};
use crate::model::{Scale, Value};
use crate::ui::cx::Cx;
use crate::ui::node::Element;

/// The editor: one control that a digit, the arrows or a click set.
pub fn view(cx: Cx, spot: Spot, scale: &'static Scale) -> AnyView {
    let has_squares = scale.only.is_empty() && scale.min >= 0;
    let spot = Rc::new(spot);
    let keys = {
        let spot = Rc::clone(&spot);
        move |event: ev::KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() || crate::ui::keys::is_of_input_method(&event) {
                return;
            }
            if let Some(next) = by_key(&event.key(), number_of(cx, &spot), &scale.steps(), scale) {
                event.prevent_default();
                set(cx, &spot, next);
            }
        }
    };
    let click = {
        let spot = Rc::clone(&spot);
        move |event: ev::MouseEvent| {
            let now = number_of(cx, &spot);
            let next = if has_squares { clicked(&event, now, scale) } else { Some(cycle(now, scale)) };
            if let Some(next) = next {
                set(cx, &spot, next);
            }
        }
    };
    let marks = if has_squares {
        squares(scale)
    } else {
        view! { <span aria-hidden="true"></span> }
    };
    let control = view! {
        <span
            class="rate"
            role="spinbutton"
            tabindex="0"
            data-field=spot.place.path()
            aria-label=spot.aria_label()
            aria-labelledby=spot.label_id.clone()
            aria-valuemin=scale.min.to_string()
            aria-valuemax=scale.max.to_string()
            on:keydown=keys
        >
            {marks.on(ev::click, click)}
            <span class="word" aria-hidden="true"></span>
        </span>
    };
    let mut shown = None;
    let show = move |control: &web_sys::Element| {
        let value = spot.value(cx);
        if shown.as_ref() != Some(&value) {
            show_value(cx, control, value.as_ref(), scale, has_squares);
            shown = Some(value);
        }
    };
    control.keep(Box::new(show)).into_any()
}

fn number_of(cx: Cx, spot: &Spot) -> Option<f64> {
    spot.value_now(cx)?.as_number()
}

fn set(cx: Cx, spot: &Spot, number: Option<f64>) {
    spot.set(cx, number.map(Value::Number), false);
}

/// Everything that a value changes in the control. One watch for all of it: a matrix has thousands of these.
fn show_value(cx: Cx, control: &web_sys::Element, value: Option<&Value>, scale: &Scale, has_squares: bool) {
    let number = value.and_then(Value::as_number);
    let word = match (number, value.and_then(Value::as_text)) {
        (Some(number), _) => spoken(scale, number, cx),
        (None, Some(wrong)) => wrong.to_owned(),
        (None, None) => cx.t(words::NOT_RATED).to_owned(),
    };
    let _ = control.class_list().toggle_with_force("unset", number.is_none());
    let _ = match number {
        Some(number) => control.set_attribute("aria-valuenow", &number.to_string()),
        None => control.remove_attribute("aria-valuenow"),
    };
    let _ = control.set_attribute("aria-valuetext", &word);
    let _ = control.set_attribute("title", &word);
    if let Some(place) = control.last_element_child() {
        place.set_text_content(Some(&word));
    }
    let Some(marks) = control.first_element_child() else { return };
    if has_squares {
        fill_squares(&marks, number, scale);
    } else {
        marks.set_class_name(tone(number));
        marks.set_text_content(Some(&number.map_or_else(|| "·".to_owned(), |number| glyph(number, scale))));
    }
}

/// A step in words: "4 · high".
fn spoken(scale: &Scale, number: f64, cx: Cx) -> String {
    let shown = if scale.min < 0 { format::signed(number, 0) } else { format::short(number, 1) };
    let word = scale.word(number, cx.lang);
    if word.is_empty() { shown } else { format!("{shown} · {word}") }
}

/// The steps that have a square: zero is the sign of none filled.
fn square_steps(scale: &Scale) -> impl Iterator<Item = i8> {
    scale.steps().into_iter().filter(|step| *step > 0)
}

/// One square per step, and a nought where the scale has one.
fn squares(scale: &Scale) -> Element {
    let squares = square_steps(scale).map(|_| view! { <i></i> }.into_any()).collect_view();
    let zero = (scale.min == 0).then(|| view! { <b class="zero" hidden=true>"0"</b> });
    view! { <span class="squares" aria-hidden="true">{squares}{zero}</span> }
}

/// The squares are filled up to the value.
fn fill_squares(marks: &web_sys::Element, number: Option<f64>, scale: &Scale) {
    let mut mark = marks.first_element_child();
    for step in square_steps(scale) {
        let Some(square) = mark else { return };
        let _ = square.class_list().toggle_with_force("f", number.is_some_and(|number| number >= f64::from(step)));
        mark = square.next_element_sibling();
    }
    if let Some(zero) = mark {
        let _ = zero.toggle_attribute_with_force("hidden", number != Some(0.0));
    }
}

/// What a click on a square sets; one on the value itself clears. Nothing beside the squares.
fn clicked(event: &ev::MouseEvent, now: Option<f64>, scale: &Scale) -> Option<Option<f64>> {
    let square = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    if square.tag_name() != "I" {
        return None;
    }
    let before = std::iter::successors(square.previous_element_sibling(), web_sys::Element::previous_element_sibling);
    let step = square_steps(scale).nth(before.count())?;
    let value = f64::from(step);
    let is_same = now == Some(value);
    let cleared = (scale.min == 0 && step == 1).then_some(0.0);
    Some(if is_same { cleared } else { Some(value) })
}

/// The class of a symbol, for scales with gaps or around zero: ▲▲ +2, ● 9. A click moves on to the next step.
const fn tone(number: Option<f64>) -> &'static str {
    match number {
        Some(number) if number < 0.0 => "glyph minus",
        Some(number) if number > 0.0 => "glyph plus",
        Some(_) => "glyph null",
        None => "glyph",
    }
}

/// The sign of a step, never colour alone.
pub fn glyph(number: f64, scale: &Scale) -> String {
    let signed = scale.min < 0;
    let mark = match number {
        n if signed && n >= 2.0 => "▲▲",
        n if signed && n > 0.0 => "▲",
        n if signed && n <= -2.0 => "▼▼",
        n if signed && n < 0.0 => "▼",
        n if signed && n == 0.0 => "●",
        n if n >= 9.0 => "●",
        n if n >= 3.0 => "○",
        n if n > 0.0 => "△",
        _ => "",
    };
    let shown = if signed { format::signed(number, 0) } else { format::short(number, 0) };
    if mark.is_empty() { shown } else { format!("{mark} {shown}") }
}

fn cycle(now: Option<f64>, scale: &Scale) -> Option<f64> {
    let steps = scale.steps();
    let Some(now) = now else { return steps.get(steps.len() / 2).or(steps.first()).copied().map(f64::from) };
    let next = steps.iter().copied().map(f64::from).find(|step| *step > now);
    next.or_else(|| steps.first().copied().map(f64::from))
}

/// What a key does: digits set a step in the order of the scale (0 is the tenth), arrows move by one, Delete clears.
fn by_key(key: &str, now: Option<f64>, steps: &[i8], scale: &Scale) -> Option<Option<f64>> {
    let value = |step: i8| Some(Some(f64::from(step)));
    match key {
        "ArrowUp" | "ArrowRight" => match now {
            None => steps.first().copied().and_then(value),
            Some(now) => steps.iter().copied().find(|step| f64::from(*step) > now).and_then(value),
        },
        "ArrowDown" | "ArrowLeft" => match now {
            None => steps.first().copied().and_then(value),
            Some(now) => steps.iter().rev().copied().find(|step| f64::from(*step) < now).and_then(value),
        },
        "Home" => steps.first().copied().and_then(value),
        "End" => steps.last().copied().and_then(value),
        "Delete" | "Backspace" => Some(None),
        digit => {
            let digit = digit.parse::<usize>().ok().filter(|digit| *digit < 10)?;
            let place = if digit == 0 { 9 } else { digit - 1 };
            // On a scale with gaps a digit beyond its steps may still name one of its values: 9 is 9.
            let named = i8::try_from(digit).ok().filter(|digit| scale.only.contains(digit));
            steps.get(place).copied().or(named).and_then(value)
        }
    }
}
