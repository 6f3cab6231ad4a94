//! Changes: every mutation of a document is a patch, applied by one function.

pub mod convert;
pub mod edit;
pub mod history;
pub mod patch;

pub use history::History;
pub use patch::{Op, Patch, apply};
