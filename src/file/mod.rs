//! Files: the exported JSON with its envelope, reading it with repair and report, CSV, Markdown, file names, the schema.
//!
//! A file is read into a document of its own and never into the one that is open, so reading changes nothing.

pub mod bundle;
pub mod calendar;
pub mod copy;
pub mod csv;
pub mod decode;
pub mod envelope;
pub mod hand_out;
pub mod hash;
pub mod json;
pub mod link;
pub mod markdown;
pub mod migrate;
pub mod name;
pub mod parse;
pub mod patch;
pub mod read;
mod repair;
pub mod report;
pub mod schema;
pub mod share;
mod tables;
pub mod words;
pub mod write;
pub mod zip;

pub use crate::model::number::unit_size;
pub use crate::model::{Issue, IssueCode, ReadError};
pub use envelope::{Snapshot, Workbook};
pub use read::Import;
