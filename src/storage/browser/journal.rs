//! The database's part of saving: every change into the journal at once, a checkpoint of the whole now and then.

use wasm_bindgen_futures::spawn_local;

use super::book::{Book, Role, SLICE_MS};
use super::crash;
use super::database::{JOURNAL, STATE, Write, key};
use super::platform::elapsed_ms;
use super::store::Store;
use crate::model::{StoreName, Trouble};
use crate::storage::entry::Entry;
use crate::storage::pace;
use crate::storage::progress::Health;
use crate::storage::seen::Stamp;

impl Store {
    /// Puts a change into the journal. The transaction has begun when this returns.
    pub(super) fn journal(&self, entry: &Entry) {
        let Some(database) = self.database() else { return };
        let put = self.with_book(|book| {
            let text = book.note_own(entry);
            let is_failing = book.progress.database_health == Health::Failing;
            (!is_failing).then(|| Write::Put(JOURNAL, journal_key(book, &entry.stamp), text))
        });
        if let Some(Some(put)) = put {
            let written = database.write(false, &[put]);
            self.await_journal(vec![entry.stamp.clone()], written);
        }
    }

    /// Puts everything into the journal that it has not acknowledged.
    pub(super) fn write_journal(&self) {
        let Some(database) = self.database() else { return };
        let puts = self.with_book(|book| {
            let put = |(stamp, text): &(Stamp, _)| Write::Put(JOURNAL, journal_key(book, stamp), Clone::clone(text));
            let stamps: Vec<Stamp> = book.ledger.unacknowledged.iter().map(|(stamp, _)| stamp.clone()).collect();
            (stamps, book.ledger.unacknowledged.iter().map(put).collect::<Vec<Write>>())
        });
        if let Some((stamps, puts)) = puts.filter(|(stamps, _)| !stamps.is_empty()) {
            let written = database.write(true, &puts);
            self.await_journal(stamps, written);
        }
    }

    fn await_journal(&self, stamps: Vec<Stamp>, written: impl Future<Output = Result<(), String>> + 'static) {
        let store = self.clone();
        spawn_local(async move {
            match written.await {
                Ok(()) => {
                    let all = store.with_book(|book| {
                        book.acknowledge(&stamps);
                        book.progress.database_health = Health::Good;
                        book.ledger.unacknowledged.is_empty()
                    });
                    if all == Some(true) {
                        store.clear_trouble(|trouble| *trouble == Trouble::StoreRefused(StoreName::Database));
                    }
                }
                Err(reason) => store.journal_failed(&reason),
            }
            store.show_state();
        });
    }

    fn journal_failed(&self, reason: &str) {
        let local_is_good = self.with_book(|book| {
            book.progress.database_health = Health::Failing;
            book.progress.local_health == Health::Good
        });
        let Some(local_is_good) = local_is_good else { return };
        let trouble = if local_is_good {
            Trouble::StoreRefused(StoreName::Database)
        } else {
            Trouble::WriteFailed(reason.to_owned())
        };
        self.set_trouble(Some(trouble));
        let store = self.clone();
        self.0.retry_database.set(pace::retry_ms(20), move || store.retry_database());
    }

    fn retry_database(&self) {
        let is_open = self.database().is_some_and(|database| database.is_open());
        if is_open {
            self.write_journal();
            return;
        }
        let store = self.clone();
        spawn_local(async move { store.open_database().await });
    }

    /// Writes a checkpoint some seconds after the first change that it lacks.
    pub(super) fn checkpoint_after_pause(&self) {
        if self.database().is_none() || self.0.checkpoint_soon.is_set() {
            return;
        }
        let pause = self.with_book(|book| {
            let pause = if book.needs_checkpoint { pace::pause_ms(0) } else { pace::checkpoint_ms(book.texts.size()) };
            (book.role == Role::Writer).then_some(pause)
        });
        if let Some(pause) = pause.flatten() {
            let store = self.clone();
            self.0.checkpoint_soon.set(pause, move || store.checkpoint(false));
        }
    }

    /// Puts the whole workbook into the database, and takes out of the journal what both stores hold.
    pub(super) fn checkpoint(&self, at_once: bool) {
        self.0.checkpoint_soon.stop();
        let Some(database) = self.database() else { return };
        let has_local = self.local().is_some();
        let work = self.with_book(|book| {
            let seen = book.replica.seen().clone();
            let is_ours = book.role == Role::Writer && !book.progress.is_read_only && !crash::has_happened();
            if !is_ours || (book.ledger.checkpoint.as_ref() == Some(&seen) && !book.needs_checkpoint) {
                return None;
            }
            // A piece first where there is time: the text may not be there yet.
            let until = elapsed_ms() + SLICE_MS;
            if !at_once && !book.prepare(&mut || elapsed_ms() < until) {
                return Some(Err(()));
            }
            let mut writes: Vec<Write> = vec![Write::Put(STATE, book.name(), book.sealed().into())];
            let spent = book.ledger.take_spent(has_local && book.progress.local_health == Health::Good);
            writes.extend(spent.iter().map(|stamp| Write::Delete(JOURNAL, journal_key(book, stamp))));
            Some(Ok((seen, writes)))
        });
        match work.flatten() {
            None => {}
            Some(Err(())) => {
                let store = self.clone();
                self.0.checkpoint_soon.set(0, move || store.checkpoint(false));
            }
            Some(Ok((seen, writes))) => {
                let written = database.write(true, &writes);
                let store = self.clone();
                spawn_local(async move {
                    if written.await.is_ok() {
                        store.with_book(|book| {
                            book.ledger.checkpoint = Some(seen);
                            book.needs_checkpoint = false;
                        });
                        store.show_state();
                    }
                });
            }
        }
    }
}

fn journal_key(book: &Book, stamp: &Stamp) -> wasm_bindgen::JsValue {
    #[expect(clippy::cast_precision_loss, reason = "no one makes 2^53 changes")]
    let generation = stamp.generation as f64;
    key(&[&book.name(), &generation.into(), &stamp.tab.as_str().into()])
}
