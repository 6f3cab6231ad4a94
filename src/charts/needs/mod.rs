//! Pictures of worksheet 3.

mod area_radar;
mod kano;
mod landscape;
mod org_chart;
mod power_map;
mod qualification;
mod relationships;
mod timeline;

pub use area_radar::area_radar;
pub use kano::kano;
pub use landscape::landscape;
pub use org_chart::org_chart;
pub use power_map::power_map;
pub use qualification::qualification;
pub use relationships::relationships;
pub use timeline::timeline;
