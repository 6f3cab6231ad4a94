//! Choices of this device, each under its own key.

use super::local::Local;
use crate::storage::keys;

/// The choice under a name; nothing when none was made or the browser keeps nothing.
pub fn get(name: &str) -> Option<String> {
    Local::probe()?.get(&key(name))
}

/// Keeps a choice. Where the browser keeps nothing it lasts as long as the page.
pub fn set(name: &str, value: &str) {
    if let Some(local) = Local::probe() {
        // A choice that could not be kept is asked again; that is no reason to disturb anyone.
        let _ = local.set(&key(name), &value.into());
    }
}

fn key(name: &str) -> String {
    format!("{}{name}", keys::PREFIX)
}
