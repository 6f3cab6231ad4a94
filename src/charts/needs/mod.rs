//! Pictures of worksheet 3.

mod landscape;
mod power_map;

pub use landscape::landscape;
pub use power_map::power_map;
