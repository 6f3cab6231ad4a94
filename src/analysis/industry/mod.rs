//! Worksheet 1: what happens in the customer's industry.

pub mod chain;
pub mod forces;
pub mod life_cycle;
pub mod market;
pub mod pestel;
pub mod structure;
