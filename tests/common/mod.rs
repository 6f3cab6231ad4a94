//! What several tests need: hostile texts and random documents.
#![allow(dead_code, reason = "each test uses its own part")]

pub mod hostile;
pub mod random_document;
