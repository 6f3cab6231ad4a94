//! The open workbook as the storage holds it.

use js_sys::JsString;
use wasm_bindgen::JsValue;

use super::store::CardMaker;
use crate::model::Id;
use crate::storage::Card;
use crate::storage::entry::Entry;
use crate::storage::pace::LARGE_BYTES;
use crate::storage::progress::Progress;
use crate::storage::replica::Replica;
use crate::storage::sealed::{Header, seal};
use crate::storage::seen::{Seen, Stamp};
use crate::storage::texts::Texts;

/// What a tab does with the workbook it has open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Writes localStorage and checkpoints.
    Writer,
    /// Journals its own edits and sends them to the writer.
    Follower,
}

/// The open workbook.
pub struct Book {
    /// This tab's copy.
    pub replica: Replica,
    /// Texts by table.
    pub texts: Texts,
    /// What the shelf shows.
    pub card: Card,
    /// Makes the card of the document as it is.
    pub card_maker: Option<CardMaker>,
    /// How far the edits have got.
    pub progress: Progress,
    /// What this tab does.
    pub role: Role,
    /// Own entries that the database has not acknowledged, each with its text.
    pub unacknowledged: Vec<(Stamp, JsValue)>,
    /// Entries in the journal, as far as known.
    pub journalled: Vec<Stamp>,
    /// The changes that localStorage holds.
    pub local_seen: Option<Seen>,
    /// The changes that the checkpoint holds.
    pub checkpoint_seen: Option<Seen>,
    /// Failed writes in a row.
    pub failures: u32,
    /// Since when a write is due, for those who do not pause.
    pub due_since_ms: Option<f64>,
    /// When the last automatic snapshot was taken or found unneeded; nothing before the first edit.
    pub snapshot_ms: Option<f64>,
    /// The text in localStorage could not be read nor set aside; it is not overwritten.
    pub local_is_untouchable: bool,
    sealed: Option<(Seen, JsString)>,
}

impl Book {
    /// A workbook that was just read.
    pub fn new(replica: Replica, card: Card) -> Self {
        Self {
            replica,
            texts: Texts::default(),
            card,
            card_maker: None,
            progress: Progress::default(),
            role: Role::Follower,
            unacknowledged: Vec::new(),
            journalled: Vec::new(),
            local_seen: None,
            checkpoint_seen: None,
            failures: 0,
            due_since_ms: None,
            snapshot_ms: None,
            local_is_untouchable: false,
            sealed: None,
        }
    }

    /// The workbook's id.
    pub fn id(&self) -> Id {
        self.replica.document().id.clone()
    }

    /// Its name in the stores.
    pub fn name(&self) -> JsValue {
        self.id().as_str().into()
    }

    /// The whole workbook as one text, made anew only when something changed.
    pub fn sealed(&mut self) -> JsString {
        if let Some((seen, text)) = &self.sealed
            && seen == self.replica.seen()
        {
            return text.clone();
        }
        if let Some(make) = self.card_maker.take() {
            self.card = make(self.replica.document());
        }
        let doc = self.texts.join(self.replica.workbook());
        let header = Header { stamp: self.replica.stamp(), seen: self.replica.seen().clone(), card: self.card.clone() };
        let text = JsString::from(seal(&header, &doc));
        self.sealed = Some((header.seen, text.clone()));
        text
    }

    /// Forgets the text of the whole: what travels with the document changed.
    pub fn unseal(&mut self) {
        self.sealed = None;
    }

    /// Whether localStorage is written at long pauses only.
    pub fn is_large(&self) -> bool {
        self.texts.size() >= LARGE_BYTES
    }

    /// Notes an own change for the journal.
    pub fn note_own(&mut self, entry: &Entry) -> JsValue {
        let text = JsValue::from(entry.to_json());
        self.unacknowledged.push((entry.stamp.clone(), text.clone()));
        self.journalled.push(entry.stamp.clone());
        self.count();
        text
    }

    /// The database has taken these.
    pub fn acknowledge(&mut self, stamps: &[Stamp]) {
        self.unacknowledged.retain(|(stamp, _)| !stamps.contains(stamp));
        self.count();
    }

    fn count(&mut self) {
        self.progress.unacknowledged = self.unacknowledged.len();
    }

    /// Whether localStorage may wait without the indicator saying so.
    pub fn settle_roles(&mut self) {
        self.progress.local_may_wait = self.role == Role::Follower || self.is_large();
    }

    /// Entries of the journal that both stores hold in their whole texts: they have done their work.
    pub fn take_spent(&mut self, local_counts: bool) -> Vec<Stamp> {
        const MOST_AT_ONCE: usize = 400;
        let (local, checkpoint) = (&self.local_seen, &self.checkpoint_seen);
        let is_spent = |stamp: &Stamp| {
            checkpoint.as_ref().is_some_and(|seen| seen.has(stamp))
                && (!local_counts || local.as_ref().is_some_and(|seen| seen.has(stamp)))
        };
        let mut spent: Vec<Stamp> = Vec::new();
        self.journalled.retain(|stamp| {
            let goes = spent.len() < MOST_AT_ONCE && is_spent(stamp);
            if goes {
                spent.push(stamp.clone());
            }
            !goes
        });
        spent
    }
}
