//! How safe a workbook is, in words that the storage, the sentences and the page share.

use super::Id;

/// How safe the last edit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// On its way.
    Saving,
    /// In both stores, written and read back.
    Saved,
    /// One of the two stores refuses; the other keeps everything.
    Degraded,
    /// Not stored; only this page has it.
    Unsaved,
    /// This browser keeps nothing for this page.
    Memory,
    /// A newer version wrote this workbook; this one writes nothing.
    ReadOnly,
}

impl SaveState {
    /// The word in `data-save-state`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Saving => "saving",
            Self::Saved => "saved",
            Self::Degraded => "degraded",
            Self::Unsaved => "unsaved",
            Self::Memory => "memory",
            Self::ReadOnly => "readonly",
        }
    }
}

/// One of the two stores.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StoreName {
    /// localStorage, which holds each workbook as one text.
    Local,
    /// IndexedDB, which holds the journal, checkpoints and snapshots.
    Database,
}

/// What stands in the way of saving.
#[derive(Clone, Debug, PartialEq)]
pub enum Trouble {
    /// The browser keeps nothing for this page.
    Blocked,
    /// No room is left in localStorage.
    Full {
        /// What is used, in UTF-16 units.
        used_units: u64,
        /// What there is, in UTF-16 units.
        limit_units: u64,
    },
    /// A write failed for another reason, in the browser's words.
    WriteFailed(String),
    /// A stored text could not be read. It was set aside and not changed.
    Unreadable {
        /// The key it was set aside under.
        key: String,
        /// The workbook it belonged to.
        workbook: Option<Id>,
    },
    /// A newer version wrote this workbook.
    NewerData {
        /// The schema it is written in.
        found: u32,
        /// The newest schema that this version knows.
        known: u32,
    },
    /// One of the stores refuses; the other keeps everything.
    StoreRefused(StoreName),
    /// Someone cleared the stored data while this page was open. Nothing is written until a person says so.
    ClearedElsewhere,
}

impl Trouble {
    /// The word in `data-trouble`.
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Blocked => "blocked",
            Self::Full { .. } => "full",
            Self::WriteFailed(_) => "failed",
            Self::Unreadable { .. } => "unreadable",
            Self::NewerData { .. } => "newer",
            Self::StoreRefused(StoreName::Local) => "local-refused",
            Self::StoreRefused(StoreName::Database) => "database-refused",
            Self::ClearedElsewhere => "cleared",
        }
    }
}
