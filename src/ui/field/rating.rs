//! Anchored ratings: squares that fill, with the word of the step beside them. One keystroke sets one.

use crate::ui::prelude::*;
use leptos::ev;

use super::Spot;
use crate::i18n::{format, ui as words};
use crate::model::{Scale, Value};
use crate::ui::cx::Cx;

/// The editor: one control that a digit, the arrows or a click set.
pub fn view(cx: Cx, spot: Spot, scale: &'static Scale) -> AnyView {
    let shown = {
        let spot = spot.clone();
        Memo::new(move |_| spot.value(cx).and_then(|value| value.as_number()))
    };
    let wrong = {
        let spot = spot.clone();
        Memo::new(move |_| spot.value(cx).and_then(|value| value.as_text().map(str::to_owned)))
    };
    let steps = scale.steps();
    let set = {
        let spot = StoredValue::new(spot.clone());
        move |number: Option<f64>| spot.get_value().set(cx, number.map(Value::Number), false)
    };
    let keys = {
        let steps = steps.clone();
        move |event: ev::KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() || crate::ui::keys::is_of_input_method(&event) {
                return;
            }
            if let Some(next) = by_key(&event.key(), shown.get_untracked(), &steps, scale) {
                event.prevent_default();
                set(next);
            }
        }
    };
    let word = move || match shown.get() {
        Some(number) => spoken(scale, number, cx),
        None => wrong.get().unwrap_or_else(|| cx.t(words::NOT_RATED).to_owned()),
    };
    let marks = if scale.only.is_empty() && scale.min >= 0 {
        squares(cx, shown, &steps, set)
    } else {
        symbol(shown, scale, set)
    };
    view! {
        <span
            class="rate"
            class:unset=move || shown.get().is_none()
            role="spinbutton"
            tabindex="0"
            data-field=spot.place.path()
            aria-label=spot.aria_label()
            aria-labelledby=spot.label_id.clone()
            aria-valuemin=scale.min.to_string()
            aria-valuemax=scale.max.to_string()
            aria-valuenow=move || shown.get().map(|number| number.to_string())
            aria-valuetext=word
            title=word
            on:keydown=keys
        >
            {marks}
            <span class="word" aria-hidden="true">{word}</span>
        </span>
    }
    .into_any()
}

/// A step in words: "4 · high".
fn spoken(scale: &Scale, number: f64, cx: Cx) -> String {
    let shown = if scale.min < 0 { format::signed(number, 0) } else { format::short(number, 1) };
    let word = scale.word(number, cx.lang);
    if word.is_empty() { shown } else { format!("{shown} · {word}") }
}

/// One square per step, filled up to the value; a click sets, a click on the value itself clears.
fn squares(cx: Cx, shown: Memo<Option<f64>>, steps: &[i8], set: impl Fn(Option<f64>) + Copy + 'static) -> AnyView {
    let lowest = steps.first().copied().unwrap_or(0);
    let squares = steps.iter().copied().filter(move |step| *step > lowest || lowest > 0).map(move |step| {
        let value = f64::from(step);
        let click = move |_: ev::MouseEvent| {
            let same = shown.get_untracked() == Some(value);
            let cleared = if lowest == 0 && step == 1 && same { Some(0.0) } else { None };
            set(if same { cleared } else { Some(value) });
        };
        view! { <i class:f=move || shown.get().is_some_and(|number| number >= value) on:click=click></i> }
    });
    let zero = move || (lowest == 0 && shown.get() == Some(0.0)).then(|| view! { <b class="zero">"0"</b> });
    let _ = cx;
    view! { <span class="squares" aria-hidden="true">{squares.collect_view()}{zero}</span> }.into_any()
}

/// A symbol for scales with gaps or around zero: ▲▲ +2, ● 9. A click moves on to the next step.
fn symbol(shown: Memo<Option<f64>>, scale: &'static Scale, set: impl Fn(Option<f64>) + Copy + 'static) -> AnyView {
    let click = move |_: ev::MouseEvent| set(cycle(shown.get_untracked(), scale));
    let text = move || shown.get().map_or_else(|| "·".to_owned(), |number| glyph(number, scale));
    let tone = move || match shown.get() {
        Some(number) if number < 0.0 => "glyph minus",
        Some(number) if number > 0.0 => "glyph plus",
        Some(_) => "glyph null",
        None => "glyph",
    };
    view! { <span class=tone aria-hidden="true" on:click=click>{text}</span> }.into_any()
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
