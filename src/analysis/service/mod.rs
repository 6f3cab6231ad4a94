//! Results of worksheet 5: what we do for the account and how well.

pub mod cost_to_serve;
