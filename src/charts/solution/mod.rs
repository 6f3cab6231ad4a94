//! Pictures of worksheet 4.

mod cash_flow;
mod coverage_bars;
mod coverage_grid;
mod delivered;
mod evc;
mod option_radar;
mod price_waterfall;
mod sensitivity;
mod tco;
mod tornado;
mod value_price;

pub use cash_flow::cash_flow;
pub use coverage_bars::coverage_bars;
pub use coverage_grid::coverage_grid;
pub use delivered::delivered;
pub use evc::evc;
pub use option_radar::option_radar;
pub use price_waterfall::price_waterfall;
pub use sensitivity::sensitivity;
pub use tco::tco;
pub use tornado::tornado;
pub use value_price::value_price;
