//! Who writes: the tab that holds the lock of a workbook. By name, because the bindings do not have it everywhere.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::AbortController;

use super::platform::window;

/// A lock that is asked for or held. Dropping it gives it up.
pub struct Lock {
    waiting: Option<AbortController>,
    release: Rc<RefCell<Option<Function>>>,
}

impl Drop for Lock {
    fn drop(&mut self) {
        let release = self.release.borrow_mut().take();
        match release {
            Some(release) => drop(release.call0(&JsValue::NULL)),
            None => {
                if let Some(waiting) = &self.waiting {
                    waiting.abort();
                }
            }
        }
    }
}

/// The lock manager; nothing over plain http and where site data is blocked.
fn manager() -> Option<JsValue> {
    let navigator = window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok()?;
    (!locks.is_undefined() && !locks.is_null()).then_some(locks)
}

/// Whether there are locks.
pub fn exist() -> bool {
    manager().is_some()
}

/// How a lock ended without being given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Another tab took it by force.
    Taken,
    /// The browser gives no locks to this page after all.
    Refused,
}

/// Asks for a lock. `granted` is called when it is ours, `ended` when it was lost or refused.
pub fn ask(
    name: &str,
    by_force: bool,
    granted: impl FnOnce() + 'static,
    ended: impl FnOnce(Ended) + 'static,
) -> Option<Lock> {
    let release = Rc::new(RefCell::new(None));
    let waiting = (!by_force).then(AbortController::new).and_then(Result::ok);
    let options = Object::new();
    if let Some(waiting) = &waiting {
        Reflect::set(&options, &"signal".into(), &waiting.signal()).ok()?;
    }
    if by_force {
        Reflect::set(&options, &"steal".into(), &true.into()).ok()?;
    }
    let hold = release.clone();
    let held = Closure::once_into_js(move |_lock: JsValue| {
        let until_released = Promise::new(&mut |resolve, _| *hold.borrow_mut() = Some(resolve));
        granted();
        until_released
    });
    let manager = manager()?;
    let request: Function = Reflect::get(&manager, &"request".into()).ok()?.dyn_into().ok()?;
    let asked: Promise = request.call3(&manager, &name.into(), &options, &held).ok()?.dyn_into().ok()?;
    let held = release.clone();
    spawn_local(async move {
        let Err(error) = JsFuture::from(asked).await else { return };
        let was_held = held.borrow_mut().take().is_some();
        let was_given_up = Reflect::get(&error, &"name".into()).is_ok_and(|name| name == "AbortError");
        match (was_held, was_given_up) {
            (true, _) => ended(Ended::Taken),
            (false, true) => {}
            (false, false) => ended(Ended::Refused),
        }
    });
    Some(Lock { waiting, release })
}
