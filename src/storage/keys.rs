//! The keys in localStorage. Everything of this app begins with `kamsheet:`.

/// What every key begins with.
pub const PREFIX: &str = "kamsheet:";
/// What the key of a workbook begins with.
pub const DOC: &str = "kamsheet:doc:";
/// What the key of a text that could not be read begins with.
pub const ASIDE: &str = "kamsheet:aside:";
/// The newest schema that any version wrote on this device.
pub const SCHEMA: &str = "kamsheet:schema";
/// Notes of crashes.
pub const CRASH: &str = "kamsheet:crash";
/// What a message between tabs begins with where there is no other way.
pub const WIRE: &str = "kamsheet:wire:";

/// The key of a workbook.
pub fn doc(id: &str) -> String {
    format!("{DOC}{id}")
}

/// A key for a text that could not be read.
pub fn aside(id: &str, number: usize) -> String {
    format!("{ASIDE}{id}:{number}")
}
