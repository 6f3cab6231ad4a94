//! Changes: every mutation of a document is a patch, applied by one function.

<<<<<<< HEAD
pub mod convert;
=======
>>>>>>> 2fd64d8 (Difference of two workbooks as a patch, and merging of copies that nothing disappears in)
pub mod diff;
pub mod edit;
pub mod fit;
pub mod history;
pub mod merge;
pub mod patch;

pub use fit::{apply_fitted, commute};
pub use history::History;
pub use patch::{Op, Patch, apply};
