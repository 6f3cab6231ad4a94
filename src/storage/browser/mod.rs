//! The browser's edges of the storage.

mod aside;
mod at_work;
mod book;
mod channel;
mod crash;
mod database;
mod history;
mod journal;
mod local;
mod locks;
mod measure;
mod opening;
mod page;
mod platform;
pub mod prefs;
mod saving;
mod shelf;
mod store;
mod tabs;
mod travelling;

pub use crash::note_crash;
pub use history::DeletedSnapshot;
pub use platform::random_id;
pub use store::{CardMaker, Store};
