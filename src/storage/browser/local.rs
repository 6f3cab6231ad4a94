//! localStorage, without the ways in which it brings a page down: it may be denied, full, or hand out half characters.

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::{Function, JsString, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::Storage;

use super::platform::{reason, window};
use crate::storage::keys;

/// localStorage that answered.
#[derive(Clone)]
pub struct Local(Storage);

/// Why a write failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// No room.
    Full,
    /// Anything else, in the browser's words.
    Other(String),
    /// What was read back is not what was written.
    Differs,
}

impl Local {
    /// localStorage, if this page may use it. A full one counts: it can be read.
    pub fn probe() -> Option<Self> {
        // Asking through the window first: the wrapper panics where the browser refuses.
        window()?.local_storage().ok()??;
        let local = Self(LocalStorage::raw());
        let key = format!("{}probe", keys::PREFIX);
        match local.set(&key, &"1".into()) {
            Ok(()) => local.remove(&key),
            Err(WriteError::Full) => {}
            Err(_) => return None,
        }
        Some(local)
    }

    /// The text under a key exactly as it is there, halves of characters included.
    pub fn get_exact(&self, key: &str) -> Option<JsString> {
        self.call("getItem", &[key.into()]).ok()?.dyn_into().ok()
    }

    /// The text under a key.
    pub fn get(&self, key: &str) -> Option<String> {
        self.get_exact(key).map(String::from)
    }

    /// The first characters under a key.
    pub fn get_beginning(&self, key: &str) -> Option<String> {
        const BEGINNING: u32 = 4_000;
        self.get_exact(key).map(|text| String::from(text.slice(0, BEGINNING)))
    }

    /// Writes a text and reads it back.
    pub fn set(&self, key: &str, text: &JsString) -> Result<(), WriteError> {
        match self.call("setItem", &[key.into(), text.into()]) {
            Err(error) if is_full(&error) => Err(WriteError::Full),
            Err(error) => Err(WriteError::Other(reason(&error))),
            Ok(_) if self.get_exact(key).as_ref() == Some(text) => Ok(()),
            Ok(_) => Err(WriteError::Differs),
        }
    }

    /// Removes a key.
    pub fn remove(&self, key: &str) {
        let _ = self.call("removeItem", &[key.into()]);
    }

    /// The keys that begin with `prefix`, in order.
    pub fn keys(&self, prefix: &str) -> Vec<String> {
        let count = self.0.length().unwrap_or(0);
        let mut keys: Vec<String> =
            (0..count).filter_map(|at| self.0.key(at).ok().flatten()).filter(|key| key.starts_with(prefix)).collect();
        crate::model::order::sort_by(&mut keys, Ord::cmp);
        keys
    }

    /// UTF-16 units in use by everything of this origin.
    pub fn used_units(&self) -> u64 {
        let size = |key: String| {
            let text = self.get_exact(&key).map_or(0, |text| text.length());
            u64::from(text) + key.encode_utf16().count() as u64
        };
        self.keys("").into_iter().map(size).sum()
    }

    /// Calls a method by name, so that whatever it throws comes back as an error and texts stay the browser's own.
    fn call(&self, method: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
        let function: Function = Reflect::get(&self.0, &method.into())?.dyn_into()?;
        Reflect::apply(&function, &self.0, &arguments.iter().collect::<js_sys::Array>())
    }
}

/// Browsers tell a full storage in four ways.
fn is_full(error: &JsValue) -> bool {
    let member = |name: &str| Reflect::get(error, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let name = member("name").as_string().unwrap_or_default();
    let code = member("code").as_f64().unwrap_or(0.0);
    matches!(name.as_str(), "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") || code == 22.0 || code == 1014.0
}
