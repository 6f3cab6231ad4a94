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

/// How far the edits have got. Edits are counted as this tab made or received them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Progress {
    /// Edits so far.
    pub edits: u64,
    /// Edits that localStorage is known to hold, read back.
    pub local: u64,
    /// State of localStorage.
    pub local_health: Health,
    /// Edits that the database has acknowledged.
    pub database: u64,
    /// State of the database.
    pub database_health: Health,
    /// The workbook is large: localStorage is written at long pauses only and the database bridges the gap.
    pub is_large: bool,
    /// A newer version owns the data.
    pub is_read_only: bool,
}

impl Progress {
    /// What the indicator says.
    pub fn state(&self) -> SaveState {
        use Health::{Absent, Good};
        let in_local = self.local >= self.edits;
        let in_database = self.database >= self.edits;
        let kept = |is: bool, state: SaveState| if is { state } else { SaveState::Saving };
        match (self.local_health, self.database_health) {
            _ if self.is_read_only => SaveState::ReadOnly,
            (Absent, Absent) => SaveState::Memory,
            (Good, Good) => kept(in_database && (in_local || self.is_large), SaveState::Saved),
            (Good, _) => kept(in_local, SaveState::Degraded),
            (_, Good) => kept(in_database, SaveState::Degraded),
            _ if in_local || in_database => SaveState::Degraded,
            _ => SaveState::Unsaved,
        }
    }

    /// Whether leaving the page now loses something.
    pub const fn would_lose(&self) -> bool {
        self.local < self.edits && self.database < self.edits
    }
}
