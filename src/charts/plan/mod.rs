//! Pictures of worksheet 6.

mod account_margin;
mod ansoff;
mod bridge;
mod clv;
mod contacts;
mod force_field;
mod forecast;
mod funnel;
mod gantt;
mod health;
mod history;
mod ladder;
mod objectives;
mod processes;
mod risk_matrix;
mod whitespace;

pub use account_margin::account_margin;
pub use ansoff::ansoff;
pub use bridge::bridge;
pub use clv::clv;
pub use contacts::contacts;
pub use force_field::force_field;
pub use forecast::forecast;
pub use funnel::funnel;
pub use gantt::gantt;
pub use health::health;
pub use history::history;
pub use ladder::ladder;
pub use objectives::objectives;
pub use processes::processes;
pub use risk_matrix::risk_matrix;
pub use whitespace::whitespace;
