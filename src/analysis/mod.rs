//! What the worksheets say: one pure, documented function per result, and the advice drawn from them.
//!
//! A result never overwrites an input, missing is never zero, and everything is computed in full precision.

pub mod agenda;
pub mod answer;
pub mod book;
pub mod content;
pub mod cuts;
pub mod def;
pub mod scoring;
pub mod session;
pub mod stats;
pub mod tally;
pub mod title;
pub mod week;

pub mod completeness;
pub mod evidence;

pub mod competition;
pub mod industry;
pub mod needs;
pub mod plan;
pub mod portfolio;
pub mod service;
pub mod solution;

pub mod advice;
pub mod catalogue;
pub mod chain;
pub mod interview;
pub mod links;
pub mod page;

#[cfg(test)]
pub mod testkit;

pub use answer::{Answer, Gap, Out};
pub use book::{Book, Memo};
pub use def::{Compute, ResultDef, ResultUnit};
