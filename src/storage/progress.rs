//! How far the last edit has got in each store, and what that means for the person who made it.

use crate::model::SaveState;

/// One store, as seen by the open workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Health {
    /// It takes what it is given.
    #[default]
    Good,
    /// The last write failed; it is tried again.
    Failing,
    /// It cannot be reached at all.
    Absent,
}

/// How far the edits have got.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Progress {
    /// Edits that localStorage should hold.
    pub local_due: u64,
    /// Edits that localStorage is known to hold, read back.
    pub local: u64,
    /// State of localStorage.
    pub local_health: Health,
    /// Own edits that the database has not acknowledged.
    pub unacknowledged: usize,
    /// The database lacks something older than the own edits of this visit, and gets it with the next checkpoint.
    pub lacks_checkpoint: bool,
    /// State of the database.
    pub database_health: Health,
    /// localStorage is not ours to write at once, because the workbook is large or another tab writes; the database
    /// bridges the gap.
    pub local_may_wait: bool,
    /// A newer version owns the data.
    pub is_read_only: bool,
    /// The stored data was cleared by someone; it is written again with the next edit.
    pub is_cleared: bool,
}

impl Progress {
    /// Whether localStorage holds everything.
    pub const fn in_local(&self) -> bool {
        self.local >= self.local_due
    }

    /// Whether the database holds everything.
    pub fn in_database(&self) -> bool {
        self.database_health != Health::Absent && self.unacknowledged == 0 && !self.lacks_checkpoint
    }

    /// What the indicator says.
    pub fn state(&self) -> SaveState {
        use Health::{Absent, Good};
        let kept = |is: bool, state: SaveState| if is { state } else { SaveState::Saving };
        match (self.local_health, self.database_health) {
            _ if self.is_read_only => SaveState::ReadOnly,
            (Absent, Absent) => SaveState::Memory,
            _ if self.is_cleared => SaveState::Unsaved,
            (Good, Good) => kept(self.in_database() && (self.in_local() || self.local_may_wait), SaveState::Saved),
            (Good, _) => kept(self.in_local(), SaveState::Degraded),
            (_, Good) => kept(self.in_database(), SaveState::Degraded),
            _ if self.in_local() || self.in_database() => SaveState::Degraded,
            _ => SaveState::Unsaved,
        }
    }

    /// Whether leaving the page now loses something.
    pub fn would_lose(&self) -> bool {
        !self.is_read_only && (self.is_cleared || (!self.in_local() && !self.in_database()))
    }
}
