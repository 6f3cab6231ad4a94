//! Pictures of worksheet 6.

mod bridge;
mod clv;
mod contacts;
mod forecast;
mod funnel;
mod gantt;
mod health;
mod history;
mod ladder;
mod objectives;
mod risk_matrix;
mod whitespace;

pub use bridge::bridge;
pub use clv::clv;
pub use contacts::contacts;
pub use forecast::forecast;
pub use funnel::funnel;
pub use gantt::gantt;
pub use health::health;
pub use history::history;
pub use ladder::ladder;
pub use objectives::objectives;
pub use risk_matrix::risk_matrix;
pub use whitespace::whitespace;
