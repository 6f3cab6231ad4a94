//! The open workbook as the storage holds it.

use js_sys::JsString;
use wasm_bindgen::JsValue;

use super::platform::{elapsed_ms, pause};
use super::store::CardMaker;
use crate::file::Workbook;
use crate::model::Id;
use crate::storage::Card;
use crate::storage::entry::Entry;
use crate::storage::ledger::Ledger;
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

/// The workbook as it was at one moment, to be written as text later.
pub enum Still {
    /// The text was there already.
    Text(JsString),
    /// A copy of everything.
    Whole(Box<(Workbook, Header)>),
}

impl Still {
    /// The text, made a few milliseconds at a time.
    pub async fn text(self) -> JsString {
        let (workbook, header) = match self {
            Self::Text(text) => return text,
            Self::Whole(whole) => *whole,
        };
        let mut texts = Texts::default();
        loop {
            let until = elapsed_ms() + SLICE_MS;
            if texts.refresh(&workbook.document, &mut || elapsed_ms() < until) {
                break;
            }
            pause(0).await;
        }
        JsString::from(seal(&header, &texts.join(&workbook)))
    }
}

/// How long a piece of work in the background may hold the page up, in milliseconds.
pub const SLICE_MS: f64 = 1.5;

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
    /// Which store holds what.
    pub ledger: Ledger<JsValue>,
    /// The database could not give this copy back by itself.
    pub needs_checkpoint: bool,
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
            ledger: Ledger::default(),
            needs_checkpoint: false,
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
        self.renew_card();
        let doc = self.texts.join(self.replica.workbook());
        let header = self.header();
        let text = JsString::from(seal(&header, &doc));
        self.sealed = Some((header.seen, text.clone()));
        text
    }

    /// Does one piece of what has to be there before the whole is written: texts of tables as long as `may_go_on` says so,
    /// the card, the text of the whole. True when nothing is left to do.
    pub fn prepare(&mut self, may_go_on: &mut dyn FnMut() -> bool) -> bool {
        let document = self.replica.document();
        if !self.texts.are_fresh(document) {
            self.texts.refresh(document, may_go_on);
            return false;
        }
        // What the list of workbooks shows is worked out from the whole document.
        if self.renew_card() {
            return false;
        }
        if self.is_sealed() {
            return true;
        }
        self.sealed();
        false
    }

    fn is_sealed(&self) -> bool {
        self.sealed.as_ref().is_some_and(|(seen, _)| seen == self.replica.seen())
    }

    /// The workbook at this moment. Costs little: what is not there as text yet is copied, and written later.
    pub fn still(&self) -> Still {
        match &self.sealed {
            Some((seen, text)) if seen == self.replica.seen() => Still::Text(text.clone()),
            _ => Still::Whole(Box::new((self.replica.workbook().clone(), self.header()))),
        }
    }

    fn header(&self) -> Header {
        Header { stamp: self.replica.stamp(), seen: self.replica.seen().clone(), card: self.card.clone() }
    }

    /// The text that was read is that of this copy: it need not be made before something changes.
    pub fn is_sealed_as(&mut self, text: &str) {
        self.sealed = Some((self.replica.seen().clone(), JsString::from(text)));
        self.texts.note_size(text.len());
    }

    /// Makes the card anew if the document has changed since. False when there was nothing to do.
    pub fn renew_card(&mut self) -> bool {
        let Some(make) = self.card_maker.take() else { return false };
        self.card = make(self.replica.document());
        true
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
        self.ledger.note(entry.stamp.clone(), text.clone());
        self.progress.unacknowledged = self.ledger.unacknowledged.len();
        text
    }

    /// The database has taken these.
    pub fn acknowledge(&mut self, stamps: &[Stamp]) {
        self.ledger.acknowledge(stamps);
        self.progress.unacknowledged = self.ledger.unacknowledged.len();
    }

    /// Notes whether the database could give this copy back by itself. Asked after reading the stores.
    pub fn compare_with_database(&mut self) {
        self.needs_checkpoint = !self.ledger.database_holds(self.replica.seen());
    }

    /// What the role means for the indicator: whether localStorage may wait, and whether a checkpoint is ours to write.
    pub fn settle_roles(&mut self) {
        self.progress.lacks_checkpoint = self.needs_checkpoint && self.role == Role::Writer;
        self.progress.local_may_wait = self.role == Role::Follower || self.is_large();
    }
}
