//! Saving: what happens to every change, and the whole workbook in localStorage after a pause.

use super::book::{Role, SLICE_MS};
use super::crash;
use super::local::WriteError;
use super::platform::elapsed_ms;
use super::store::{CardMaker, Store};
use crate::change::Patch;
use crate::file::migrate::SCHEMA_VERSION;
use crate::model::{Document, Trouble};
use crate::storage::message::Message;
use crate::storage::pace;
use crate::storage::progress::Health;
use crate::storage::sealed::peek;
use crate::storage::{SnapshotKind, keys};

/// Why localStorage was not written.
enum Refusal {
    /// Another tab writes, a newer version owns the data, or there is nothing to do.
    NotNow,
    /// A newer version has been there.
    Newer(u32),
    /// It holds changes that this tab has not seen.
    Unseen,
    /// The browser refused.
    Failed(WriteError),
}

impl Store {
    /// Keeps a patch that was just applied to the document on the page; `card` makes the card of the shelf when the
    /// workbook is written.
    pub fn keep(&self, document: &Document, patch: &Patch, card: CardMaker) {
        if crash::has_happened() || self.newer_schema_is_marked() {
            return;
        }
        let before = self.still_if_due();
        let entry = self.with_book(|book| {
            if book.replica.document().id != document.id || book.progress.is_read_only {
                return None;
            }
            book.card_maker = Some(card);
            let entry = book.replica.own_change(patch);
            book.texts.touch(patch);
            book.progress.is_cleared = false;
            if !book.replica.agrees(document, patch) {
                book.replica.adopt(document);
                book.texts.clear();
            }
            book.progress.local_due += 1;
            Some(entry)
        });
        let Some(entry) = entry.flatten() else { return };
        // First of all, because the browser may end at any moment: everything else can wait.
        self.journal(&entry);
        if let Some(before) = before {
            self.keep_still(before, "", SnapshotKind::Auto);
        }
        self.tell(&Message::Edit(entry));
        self.expect_an_answer();
        self.save_after_pause();
        self.checkpoint_after_pause();
        self.ask_to_persist();
        self.show_state();
    }

    /// A newer build may have opened its data a moment ago in another tab.
    fn newer_schema_is_marked(&self) -> bool {
        let marked = self.local().and_then(|local| local.get(keys::SCHEMA)).and_then(|text| text.parse::<u32>().ok());
        let newer = marked.filter(|schema| *schema > SCHEMA_VERSION);
        if let Some(schema) = newer {
            self.become_read_only(schema);
        }
        newer.is_some()
    }

    /// Writes localStorage after a pause in typing, but does not wait for one forever.
    pub(super) fn save_after_pause(&self) {
        let alarm = &self.0.save_soon;
        let pause = self.with_book(|book| {
            if book.role == Role::Follower || book.progress.in_local() || book.progress.is_read_only {
                return None;
            }
            let size = book.texts.size();
            let waited = elapsed_ms() - *book.due_since_ms.get_or_insert_with(elapsed_ms);
            let is_overdue = waited > f64::from(pace::longest_wait_ms(size));
            (!(is_overdue && alarm.is_set())).then(|| pace::pause_ms(size))
        });
        if let Some(pause) = pause.flatten() {
            let store = self.clone();
            alarm.set(pause, move || store.save_in_slices());
        }
    }

    /// Gets everything ready that is written, one piece in each turn, then writes.
    fn save_in_slices(&self) {
        let until = elapsed_ms() + SLICE_MS;
        match self.with_book(|book| book.prepare(&mut || elapsed_ms() < until)) {
            Some(true) => self.save(),
            Some(false) => {
                let store = self.clone();
                self.0.save_soon.set(0, move || store.save_in_slices());
            }
            None => {}
        }
    }

    /// Writes what is not written yet, at once.
    pub fn flush(&self) {
        self.save();
        self.checkpoint(true);
    }

    /// Writes localStorage, if it is behind and ours to write.
    pub(super) fn save(&self) {
        self.0.save_soon.stop();
        match self.write_local() {
            Ok(seen) => {
                self.0.retry_local.stop();
                self.clear_trouble(|trouble| {
                    matches!(trouble, Trouble::Full { .. } | Trouble::WriteFailed(_) | Trouble::ClearedElsewhere)
                });
                self.tell(&Message::Kept(seen));
            }
            Err(Refusal::NotNow) => return,
            Err(Refusal::Newer(found)) => self.become_read_only(found),
            Err(Refusal::Unseen) => self.catch_up_soon(),
            Err(Refusal::Failed(error)) => self.local_failed(&error),
        }
        self.show_state();
    }

    fn write_local(&self) -> Result<crate::storage::seen::Seen, Refusal> {
        let mut inner = self.0.inner.borrow_mut();
        let local = inner.local.clone().ok_or(Refusal::NotNow)?;
        let book = inner.book.as_mut().ok_or(Refusal::NotNow)?;
        let is_ours = book.role == Role::Writer && !book.progress.is_read_only && !book.local_is_untouchable;
        if !is_ours || book.progress.in_local() || crash::has_happened() {
            return Err(Refusal::NotNow);
        }
        let name = keys::doc(book.id().as_str());
        match local.get_beginning(&name).as_deref().and_then(peek) {
            Some((schema, _)) if schema > SCHEMA_VERSION => return Err(Refusal::Newer(schema)),
            Some((_, Some(header))) if !book.replica.seen().covers(&header.seen) => return Err(Refusal::Unseen),
            _ => {}
        }
        let due = book.progress.local_due;
        let text = book.sealed();
        if let Err(error) = local.set(&name, &text) {
            book.progress.local_health = Health::Failing;
            book.failures += 1;
            return Err(Refusal::Failed(error));
        }
        let seen = book.replica.seen().clone();
        book.progress.local = due;
        book.progress.local_health = Health::Good;
        book.failures = 0;
        book.due_since_ms = None;
        book.ledger.local = Some(seen.clone());
        let id = book.id();
        inner.elsewhere.remove(&id);
        Ok(seen)
    }

    fn local_failed(&self, error: &WriteError) {
        let trouble = self.trouble_of(error);
        self.set_trouble(Some(trouble));
        let failures = self.with_book(|book| book.failures).unwrap_or(0);
        let store = self.clone();
        self.0.retry_local.set(pace::retry_ms(failures), move || store.save());
    }

    pub(super) fn trouble_of(&self, error: &WriteError) -> Trouble {
        match error {
            WriteError::Full => {
                let usage = self.usage();
                Trouble::Full { used_units: usage.used_units, limit_units: usage.limit_units }
            }
            WriteError::Other(reason) => Trouble::WriteFailed(reason.clone()),
            WriteError::Differs => Trouble::WriteFailed(String::from("read-back differs")),
        }
    }

    /// A newer version owns the data: from now on nothing is written.
    pub(super) fn become_read_only(&self, found: u32) {
        let was = self.with_book(|book| std::mem::replace(&mut book.progress.is_read_only, true));
        if was == Some(true) {
            return;
        }
        let lock = self.0.inner.borrow_mut().lock.take();
        drop(lock);
        self.set_trouble(Some(Trouble::NewerData { found, known: SCHEMA_VERSION }));
        self.show_state();
    }
}
