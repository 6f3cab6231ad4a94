//! What several tests need: hostile texts, random documents, the samples.
#![allow(dead_code, reason = "each test uses its own part")]

pub mod hostile;
pub mod random_document;
pub mod samples;
