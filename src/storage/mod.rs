//! Keeping workbooks on this device, so that nothing is ever lost.
//!
//! Two stores and one truth: localStorage holds each workbook as one text, the database holds a journal of every change,
//! checkpoints and snapshots. What is newest is decided by generation, never by a clock. The pure parts stand here and
//! are tested against a model of the two stores; the browser's edges are in `browser`.

pub mod assemble;
pub mod card;
pub mod checksum;
pub mod entry;
pub mod keys;
pub mod ledger;
pub mod message;
pub mod pace;
pub mod progress;
pub mod replica;
pub mod report;
pub mod rescue;
pub mod sealed;
pub mod seen;
pub mod snapshot;
pub mod texts;

#[cfg(feature = "ui")]
mod browser;

pub use crate::model::{SaveState, StoreName, Trouble};
#[cfg(feature = "ui")]
pub use browser::{CardMaker, DeletedSnapshot, Store, note_crash, prefs, random_id};
pub use card::Card;
pub use report::{Deleted, Event, LoadFailure, Note, Opened, Usage};
pub use snapshot::{FULL_FROM, SnapshotInfo, SnapshotKind};
