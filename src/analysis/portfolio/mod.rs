//! Portfolio: how much each customer means to us, and which of them are key accounts.

pub mod concentration;
pub mod customer;
pub mod matrix;
pub mod profit;
pub mod selection;

mod ranking;
