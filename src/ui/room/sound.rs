//! A quiet tone in the last minute of a block, two at its end. Off unless somebody wants it.

use crate::ui::prelude::*;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::analysis::session::Signal as Near;
use crate::i18n::room as words;
use crate::storage::prefs;
use crate::ui::cx::Cx;
use crate::ui::dom;

const WANTED: &str = "sound";
const SOUNDED: &str = "sounded";
/// Loud enough to be noticed, quiet enough to talk on.
const VOLUME: f64 = 0.08;
const SECONDS: f64 = 0.45;

fn is_wanted() -> bool {
    prefs::get(WANTED).as_deref() == Some("on")
}

/// The switch. Switching on plays the tone once, so that everybody knows it.
pub fn switch(cx: Cx) -> AnyView {
    let change = move |event| {
        let is_on = event_target_checked(&event);
        prefs::set(WANTED, if is_on { "on" } else { "" });
        if is_on {
            play(1);
        }
    };
    view! { <label class="check clock-sound"><input type="checkbox" class="tick" data-action="timer-sound" checked=is_wanted() on:change=change />{cx.t(words::SOUND)}</label> }
        .into_any()
}

/// Sounds when the end of a block comes near. `block` names it, so that two windows sound once.
pub fn follow(near: Memo<(String, Near)>) {
    Effect::new(move |before: Option<(String, Near)>| {
        let now = near.get();
        let is_new = before.is_some_and(|before| before != now);
        if is_new && now.1 != Near::Calm && is_wanted() {
            let mark = format!("{} {:?}", now.0, now.1);
            if prefs::get(SOUNDED).as_deref() != Some(&mark) {
                prefs::set(SOUNDED, &mark);
                play(if now.1 == Near::Over { 2 } else { 1 });
            }
        }
        now
    });
}

/// Plays so many tones; where the browser has no sound, nothing.
fn play(tones: u8) {
    let _ = tones_of(tones);
}

fn tones_of(tones: u8) -> Result<(), JsValue> {
    let make: Function = get(&dom::window(), "AudioContext")?.dyn_into()?;
    let context = Reflect::construct(&make, &Array::new())?;
    let now = get(&context, "currentTime")?.as_f64().unwrap_or(0.0);
    for tone in 0..tones {
        let volume = call(&context, "createGain", &[])?;
        let begin = now + f64::from(tone) * SECONDS;
        let gain = get(&volume, "gain")?;
        call(&gain, "setValueAtTime", &[VOLUME.into(), begin.into()])?;
        call(&gain, "exponentialRampToValueAtTime", &[0.001.into(), (begin + SECONDS).into()])?;
        let oscillator = call(&context, "createOscillator", &[])?;
        Reflect::set(
            &get(&oscillator, "frequency")?,
            &"value".into(),
            &(if tone == 0 { 660.0 } else { 520.0 }).into(),
        )?;
        call(&oscillator, "connect", std::slice::from_ref(&volume))?;
        call(&volume, "connect", &[get(&context, "destination")?])?;
        call(&oscillator, "start", &[begin.into()])?;
        call(&oscillator, "stop", &[(begin + SECONDS).into()])?;
    }
    Ok(())
}

fn get(of: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(of, &name.into())
}

fn call(of: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let function: Function = get(of, name)?.dyn_into()?;
    Reflect::apply(&function, of, &arguments.iter().collect::<Array>())
}
