//! Language: every sentence that is not in a declaration, and the forms of numbers and dates.

pub mod chain;
pub mod copies;
pub mod file;
pub mod format;
pub mod help;
pub mod paper;
pub mod past;
pub mod room;
pub mod storage;
pub mod ui;

pub use crate::model::Lang;
