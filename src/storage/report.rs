//! What the page is told: how safe the last edit is, what stands in the way, what came from elsewhere.

use super::card::Card;
use crate::change::Patch;
use crate::model::{Document, SaveState, Trouble};

/// What the page is told. Never while a call into the storage is under way, but for [`Event::State`].
#[derive(Clone, Debug)]
pub enum Event {
    /// How safe the last edit is.
    State(SaveState),
    /// What stands in the way, or that nothing does any more.
    Trouble(Option<Trouble>),
    /// Another tab changed the open workbook; the page applies this.
    Remote(Patch),
    /// The open workbook was replaced, as by what another tab did while this one slept.
    Reloaded(Document),
    /// Workbooks were added, removed or renamed.
    ShelfChanged,
}

/// Why a workbook could not be opened.
#[derive(Clone, Debug, PartialEq)]
pub enum LoadFailure {
    /// It is not on this device.
    NotFound,
    /// A newer version wrote it.
    Newer {
        /// The schema it is written in.
        found: u32,
        /// The newest schema that this version knows.
        known: u32,
    },
    /// Nothing of it can be read. The stored text is untouched.
    Unreadable,
}

/// A workbook that was opened.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The document.
    pub document: Document,
    /// How many snapshots there are.
    pub snapshots_count: usize,
    /// The same data crashed the page twice: this is the snapshot before, and nothing is overwritten until an edit.
    pub safe_mode: bool,
    /// What was found on the way.
    pub notes: Vec<Note>,
}

/// Something worth knowing about a workbook that was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// What was stored last could not be read; an older state is shown.
    OlderState,
    /// So many changes came from the journal: the page was ended before it could save.
    FromJournal(usize),
}

/// A deleted workbook, to be put back by undo.
#[derive(Clone, Debug)]
pub struct Deleted {
    /// What the shelf showed.
    pub card: Card,
    #[cfg_attr(not(feature = "ui"), expect(dead_code, reason = "only a page deletes"))]
    pub(super) text: String,
}

/// How full the storage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Usage {
    /// Used in localStorage, in UTF-16 units.
    pub used_units: u64,
    /// Limit of localStorage, in UTF-16 units; the smallest that is known of any browser until it was met.
    pub limit_units: u64,
    /// Bytes in use by everything of this site, by the browser's own estimate.
    pub used_bytes: u64,
    /// Bytes that the browser grants this site; 0 when it does not say.
    pub quota_bytes: u64,
    /// Whether the browser promised to keep the data until someone deletes it; nothing while it was not asked.
    pub persisted: Option<bool>,
}

impl Usage {
    /// How full the fuller of the two stores is, from 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "a share, for reading")]
    pub fn fullness(&self) -> f64 {
        let share = |used: u64, limit: u64| if limit == 0 { 0.0 } else { used as f64 / limit as f64 };
        share(self.used_units, self.limit_units).max(share(self.used_bytes, self.quota_bytes))
    }
}
