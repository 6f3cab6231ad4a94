//! Pictures of the account card.

mod evidence;

pub use evidence::evidence;
