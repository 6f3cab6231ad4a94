//! Pictures of worksheet 1.

mod force_boxes;
mod force_radar;
mod life_cycle;
mod market;
mod pestel;
mod pestel_net;
mod profit_pool;
mod shares;

pub use force_boxes::force_boxes;
pub use force_radar::force_radar;
pub use life_cycle::life_cycle;
pub use market::market;
pub use pestel::pestel;
pub use pestel_net::pestel_net;
pub use profit_pool::profit_pool;
pub use shares::shares;
