//! Pictures of worksheet 2.

mod cpm_bars;
mod cpm_radar;
mod gaps;
mod swot;
mod swot_point;
mod threat;
mod tows;
mod value_curve;
mod wallet;
mod win_loss;

pub use cpm_bars::cpm_bars;
pub use cpm_radar::cpm_radar;
pub use gaps::gaps;
pub use swot::swot;
pub use swot_point::swot_point;
pub use threat::threat;
pub use tows::tows;
pub use value_curve::value_curve;
pub use wallet::wallet;
pub use win_loss::win_loss;
