//! The few things the storage asks of the browser: listening, waiting, random numbers.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Event, EventTarget, Window};

use crate::model::{Date, Id};

/// The window; nothing outside a page.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// A random id: 80 bits from the platform's generator; where even that is refused, from `Math.random`.
pub fn random_id() -> Id {
    let mut bytes = [0_u8; 10];
    let crypto = window().and_then(|window| window.crypto().ok());
    let filled = crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).is_ok());
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

/// Milliseconds since the page began; for pauses, never for ordering.
pub fn elapsed_ms() -> f64 {
    window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

/// Today on the clock of this device.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or(2000);
    Date::new(year, now.get_month() + 1, now.get_date()).unwrap_or_else(|| Date::from_days(0))
}

/// Now in UTC, for reading.
pub fn now_utc() -> String {
    js_sys::Date::new_0().to_iso_string().into()
}

/// Calls `act` on every event of this name, as long as the page lives.
pub fn listen(target: &EventTarget, name: &str, act: impl FnMut(Event) + 'static) {
    let act = Closure::<dyn FnMut(Event)>::new(act).into_js_value();
    let _ = target.add_event_listener_with_callback(name, act.unchecked_ref());
}

/// Something that happens later, unless this is dropped before.
pub struct Timer(Rc<Cell<bool>>);

impl Drop for Timer {
    fn drop(&mut self) {
        self.0.set(false);
    }
}

/// Calls `act` after a time. The browser's timer runs out in any case: one that is not wanted any more does nothing, so
/// that nothing depends on how the browser numbers its timers.
pub fn after(milliseconds: i32, act: impl FnOnce() + 'static) -> Option<Timer> {
    let is_wanted = Rc::new(Cell::new(true));
    let asked = is_wanted.clone();
    let act = Closure::once_into_js(move || {
        if asked.get() {
            act();
        }
    });
    let set = window()?.set_timeout_with_callback_and_timeout_and_arguments_0(act.unchecked_ref(), milliseconds);
    set.ok().map(|_| Timer(is_wanted))
}

/// Waits; at least until whatever else the page has to do has had its turn.
pub async fn pause(milliseconds: i32) {
    let over = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    });
    let _ = wasm_bindgen_futures::JsFuture::from(over).await;
}

/// A place for the one timer of a kind.
#[derive(Clone, Default)]
pub struct Alarm(Rc<RefCell<Option<Timer>>>);

impl Alarm {
    /// Sets the alarm, in place of the one that was set.
    pub fn set(&self, milliseconds: i32, act: impl FnOnce() + 'static) {
        let place = self.clone();
        let timer = after(milliseconds, move || {
            drop(place.0.borrow_mut().take());
            act();
        });
        let before = std::mem::replace(&mut *self.0.borrow_mut(), timer);
        drop(before);
    }

    /// Whether it is set.
    pub fn is_set(&self) -> bool {
        self.0.borrow().is_some()
    }

    /// Takes it back.
    pub fn stop(&self) {
        let before = self.0.borrow_mut().take();
        drop(before);
    }
}

/// The reason of a failure in the browser's words.
pub fn reason(error: &JsValue) -> String {
    let member = |name: &str| js_sys::Reflect::get(error, &name.into()).ok().and_then(|value| value.as_string());
    match (member("name"), member("message")) {
        (Some(name), Some(message)) if !message.is_empty() => format!("{name}: {message}"),
        (Some(name), _) => name,
        _ => error.as_string().unwrap_or_default(),
    }
}
