//! Pictures of worksheet 5.

mod blueprint;
mod capability_bars;
mod capability_radar;
mod cost;
mod issues;
mod load;
mod orientation;
mod raci;
mod servqual_gaps;
mod servqual_radar;
mod sla;

pub use blueprint::blueprint;
pub use capability_bars::capability_bars;
pub use capability_radar::capability_radar;
pub use cost::cost;
pub use issues::issues;
pub use load::load;
pub use orientation::orientation;
pub use raci::raci;
pub use servqual_gaps::servqual_gaps;
pub use servqual_radar::servqual_radar;
pub use sla::sla;
