//! The browser's edges of the storage.

mod crash;
mod local;
mod platform;
pub mod prefs;
mod store;

pub use crash::note_crash;
pub use platform::random_id;
pub use store::Store;
