//! Changes: every mutation of a document is a patch, applied by one function.

pub mod compare;
pub mod convert;
pub mod diff;
pub mod edit;
pub mod fit;
pub mod history;
pub mod links;
pub mod merge;
pub mod new_period;
pub mod patch;
pub mod portfolio;
pub mod private;
pub mod ratings;
pub mod restore;
pub mod shift;

pub use fit::{apply_fitted, commute};
pub use history::History;
pub use patch::{Op, Patch, apply};
