//! Choices of this device: language, depth, colours. An address (`?lang=zh&depth=full`) wins over what is kept.

use crate::model::{Depth, Lang};
use crate::storage::prefs;

use super::dom;

/// What the address asks for under a name.
pub fn asked(name: &str) -> Option<String> {
    let search = dom::window().location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// The language to begin with: the boot script has already settled it on the page.
pub fn language() -> Lang {
    let root = dom::document().document_element();
    Lang::from_tag(&root.and_then(|root| root.get_attribute("lang")).unwrap_or_default())
}

/// Sets the language of the page and keeps it.
pub fn set_language(lang: Lang) {
    prefs::set("lang", lang.tag());
    apply_language(lang);
}

/// Puts the language on the page.
pub fn apply_language(lang: Lang) {
    if let Some(root) = dom::document().document_element() {
        let _ = root.set_attribute("lang", lang.tag());
    }
}

/// The depth to begin with.
pub fn depth() -> Depth {
    let key = asked("depth").or_else(|| prefs::get("depth"));
    key.and_then(|key| Depth::from_key(&key)).unwrap_or_default()
}

/// Keeps the depth.
pub fn set_depth(depth: Depth) {
    prefs::set("depth", depth.key());
}

/// Whether the tour was seen or left.
pub fn tour_seen() -> bool {
    prefs::get("tour").is_some()
}

/// Notes that the tour was seen or left.
pub fn set_tour_seen() {
    prefs::set("tour", "seen");
}

/// The chosen colours: `light`, `dark`, or empty for the system's.
pub fn theme() -> String {
    prefs::get("theme").unwrap_or_default()
}

/// Sets the colours of the page and keeps the choice.
pub fn set_theme(theme: &str) {
    prefs::set("theme", theme);
    let Some(root) = dom::document().document_element() else { return };
    let _ =
        if theme.is_empty() { root.remove_attribute("data-theme") } else { root.set_attribute("data-theme", theme) };
}
