//! Results on the page: figures, and how each is computed with the user's own numbers.

pub mod figure;
pub mod headline;
pub mod how;
pub mod leading;
pub mod strip;
