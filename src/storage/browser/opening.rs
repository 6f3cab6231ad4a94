//! Opening: the database within its time, and a workbook from whatever holds the newest of it.

use js_sys::{JsString, Promise};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::book::Book;
use super::crash;
use super::database::{ASIDE, Database, JOURNAL, SNAPSHOTS, STATE};
use super::platform::{random_id, window};
use super::store::Store;
use crate::file::migrate::SCHEMA_VERSION;
use crate::model::{Id, SaveState, StoreName, Trouble};
use crate::storage::assemble::{Assembled, Damaged, Found, assemble};
use crate::storage::replica::Replica;
use crate::storage::sealed::{Unsealed, peek, unseal};
use crate::storage::seen::Stamp;
use crate::storage::{Event, LoadFailure, Note, Opened, keys};

/// How long the database may take before the page goes on without it, in milliseconds.
const PATIENCE_MS: i32 = 1_000;
/// A page that has run for so long was not brought down by its data, in milliseconds.
const RUNS_WELL_MS: i32 = 20_000;

/// What both stores hold of a workbook, and the keys of the journal.
pub(super) struct Everything {
    pub found: Found,
    pub journal_keys: Vec<JsValue>,
}

impl Store {
    /// Opens the database, unless that takes too long; then it is taken up when it comes.
    pub(super) async fn open_database(&self) {
        let store = self.clone();
        let opening = wasm_bindgen_futures::future_to_promise(async move {
            if let Ok(database) = Database::open().await {
                store.take_up(database).await;
            }
            Ok(JsValue::UNDEFINED)
        });
        let too_long = Promise::new(&mut |resolve, _| {
            if let Some(window) = window() {
                let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PATIENCE_MS);
            }
        });
        let _ = JsFuture::from(Promise::race(&js_sys::Array::of2(&opening, &too_long))).await;
    }

    async fn take_up(&self, database: Database) {
        let aside = database.everything(ASIDE).await.unwrap_or_default();
        let states = self.states_beyond_local(&database).await;
        let is_late = {
            let mut inner = self.0.inner.borrow_mut();
            inner.database = Some(database);
            inner.aside = aside.iter().filter_map(|(key, text)| Some((name_of(key), text.as_string()?))).collect();
            for (id, text) in states {
                inner.elsewhere.entry(id).or_insert(text);
            }
            inner.book.is_some()
        };
        if is_late {
            self.note_late_database();
        }
    }

    /// The database, which came after the workbook was opened, gets what it lacks of it.
    pub(super) fn take_up_late(&self) {
        let store = self.clone();
        spawn_local(async move {
            store.clear_trouble(|trouble| *trouble == Trouble::StoreRefused(StoreName::Database));
            store.with_book(|book| book.needs_checkpoint = true);
            store.catch_up().await;
            store.write_journal();
            store.checkpoint(false);
            store.show_state();
            store.emit(Event::ShelfChanged);
        });
    }

    /// Workbooks that only the database holds.
    async fn states_beyond_local(&self, database: &Database) -> Vec<(Id, String)> {
        let mut states = Vec::new();
        let ids = database.keys(STATE).await.into_iter().filter_map(|key| key.as_string());
        for id in ids {
            let is_local = self.local().is_some_and(|local| local.get_exact(&keys::doc(&id)).is_some());
            if !is_local
                && let Some(text) = database.get(STATE, &id.as_str().into()).await.and_then(|text| text.as_string())
            {
                states.push((Id::from(id.as_str()), text));
            }
        }
        states
    }

    /// Says which store is missing.
    pub(super) fn tell_what_is_missing(&self) {
        let (has_local, has_database) = (self.local().is_some(), self.database().is_some());
        let trouble = match (has_local, has_database) {
            (true, true) => return,
            (false, false) => Trouble::Blocked,
            (true, false) => Trouble::StoreRefused(StoreName::Database),
            (false, true) => Trouble::StoreRefused(StoreName::Local),
        };
        let state = if trouble == Trouble::Blocked { SaveState::Memory } else { SaveState::Degraded };
        self.0.inner.borrow_mut().state = state;
        self.emit(Event::State(state));
        self.set_trouble(Some(trouble));
    }

    /// Everything that is stored of a workbook. The journal first: an entry leaves it only once both whole texts hold the
    /// change, so one that is not there any more is in what is read after it, whatever another tab writes meanwhile.
    pub(super) async fn find(&self, id: &str) -> Everything {
        let mut found = Found::default();
        let mut journal_keys = Vec::new();
        if let Some(database) = self.database() {
            for (key, text) in database.all(JOURNAL, id).await.unwrap_or_default() {
                found.journal.push(text.as_string().unwrap_or_default());
                journal_keys.push(key);
            }
            found.checkpoint = database.get(STATE, &id.into()).await.and_then(|text| text.as_string());
        }
        let stored = self.local().and_then(|local| local.get(&keys::doc(id)));
        let memory = self.0.inner.borrow().elsewhere.get(id).cloned();
        found.local = newer_of(stored, memory);
        Everything { found, journal_keys }
    }

    /// Opens a workbook.
    ///
    /// # Errors
    /// [`LoadFailure`]; nothing has changed then.
    pub async fn load(&self, id: &str) -> Result<Opened, LoadFailure> {
        self.be_at_work();
        self.leave();
        let Everything { found, journal_keys } = self.find(id).await;
        if found.local.is_none() && found.checkpoint.is_none() {
            return Err(LoadFailure::NotFound);
        }
        let infos = self.snapshots(id).await;
        let is_readable =
            |text: &Option<String>| text.as_deref().is_some_and(|text| matches!(unseal(text), Unsealed::Good(..)));
        let fallbacks = if is_readable(&found.local) || is_readable(&found.checkpoint) {
            Vec::new()
        } else {
            self.snapshot_texts(id, &infos).await
        };
        let Assembled { state, newer, damaged, replayed } = assemble(&found, &fallbacks, &self.tab(), &mut random_id);
        if let Some(found) = newer {
            self.set_trouble(Some(Trouble::NewerData { found, known: SCHEMA_VERSION }));
            return Err(LoadFailure::Newer { found, known: SCHEMA_VERSION });
        }
        let untouchable = !self.set_aside(id, &damaged, &found, &journal_keys);
        let Some((replica, card)) = state else { return Err(LoadFailure::Unreadable) };
        let mut notes = Vec::new();
        if damaged.iter().any(|damaged| !matches!(damaged, Damaged::Journal(_))) {
            notes.push(Note::OlderState);
        }
        if replayed > 0 {
            notes.push(Note::FromJournal(replayed));
        }
        let mut book = Book::new(replica, card);
        book.local_is_untouchable = untouchable;
        self.note_what_is_where(&mut book, &found, &journal_keys);
        for text in [&found.local, &found.checkpoint].into_iter().flatten() {
            if let Unsealed::Good(header, _) = unseal(text)
                && header.seen == *book.replica.seen()
            {
                book.is_sealed_as(text);
                break;
            }
        }
        let safe_mode = self.local().is_some_and(|local| crash::needs_safe_mode(&local, id));
        if safe_mode {
            self.step_back(&mut book, id, &infos).await;
        }
        let document = book.replica.document().clone();
        crash::open_is(id);
        self.0.inner.borrow_mut().book = Some(book);
        self.join_tabs(id);
        self.watch_for_a_good_run();
        self.save_after_pause();
        self.show_state();
        Ok(Opened { document, snapshots_count: infos.len(), safe_mode, notes })
    }

    /// Which changes each store holds, and whether one has to be written.
    fn note_what_is_where(&self, book: &mut Book, found: &Found, journal_keys: &[JsValue]) {
        let seen = |text: &Option<String>| {
            text.as_deref().and_then(|text| match unseal(text) {
                Unsealed::Good(header, _) => Some(header.seen),
                _ => None,
            })
        };
        let stored = self.local().and_then(|local| local.get(&keys::doc(book.id().as_str())));
        book.ledger.local = seen(&stored);
        book.ledger.checkpoint = seen(&found.checkpoint);
        book.ledger.journalled = journal_keys.iter().filter_map(stamp_of).collect();
        book.compare_with_database();
        if book.ledger.local.as_ref() != Some(book.replica.seen()) {
            book.progress.local_due = 1;
        }
    }

    /// Safe mode: the snapshot before what crashed is shown; what crashed is kept as a snapshot.
    async fn step_back(&self, book: &mut Book, id: &str, infos: &[crate::storage::SnapshotInfo]) {
        let crashed = super::history::still_of(book);
        self.keep_still(crashed, "", crate::storage::SnapshotKind::BeforeImport);
        for text in self.snapshot_texts(id, infos).await {
            let found = Found { local: Some(text), ..Found::default() };
            if let Some((older, _)) = assemble(&found, &[], &self.tab(), &mut random_id).state
                && older.document() != book.replica.document()
            {
                let seen = book.replica.seen().clone();
                book.replica = Replica::new(older.workbook().clone(), seen, self.tab());
                book.texts.clear();
                book.unseal();
                return;
            }
        }
    }

    fn watch_for_a_good_run(&self) {
        let store = self.clone();
        self.0.runs_well.set(RUNS_WELL_MS, move || {
            if let Some(local) = store.local() {
                crash::forget(&local);
            }
        });
    }

    /// Texts of snapshots, newest first.
    async fn snapshot_texts(&self, id: &str, infos: &[crate::storage::SnapshotInfo]) -> Vec<String> {
        let Some(database) = self.database() else { return Vec::new() };
        let mut texts = Vec::new();
        for info in infos {
            let text = database.get(SNAPSHOTS, &super::history::text_key(id, info.id)).await;
            texts.extend(text.and_then(|text| text.as_string()));
        }
        texts
    }

    /// Brings this tab up to what the stores hold: after it was asleep, or missed something.
    pub(super) async fn catch_up(&self) {
        let Some(id) = self.with_book(|book| book.id()) else { return };
        let Everything { found, journal_keys } = self.find(id.as_str()).await;
        let tab = self.tab();
        let Assembled { state, newer, .. } = assemble(&found, &[], &tab, &mut random_id);
        if let Some(found) = newer {
            self.become_read_only(found);
            return;
        }
        let Some((mut replica, card)) = state else { return };
        let reloaded = self.with_book(|book| {
            if book.id() != id || book.replica.seen().covers(replica.seen()) {
                return None;
            }
            replica.succeed(&book.replica);
            let changed = replica.document() != book.replica.document();
            book.replica = replica;
            book.card = card;
            book.texts.clear();
            book.unseal();
            book.progress.local_due += 1;
            book.ledger.journalled = journal_keys.iter().filter_map(stamp_of).collect();
            book.ledger.journalled.extend(book.ledger.unacknowledged.iter().map(|(stamp, _)| stamp.clone()));
            book.compare_with_database();
            changed.then(|| book.replica.document().clone())
        });
        if let Some(document) = reloaded.flatten() {
            self.emit(Event::Reloaded(document));
        }
        self.save_after_pause();
        self.show_state();
    }

    /// The same, without waiting.
    pub(super) fn catch_up_soon(&self) {
        let store = self.clone();
        spawn_local(async move { store.catch_up().await });
    }
}

/// The stamp in a key of the journal.
fn stamp_of(key: &JsValue) -> Option<Stamp> {
    let parts = key.dyn_ref::<js_sys::Array>()?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count that this app wrote")]
    let generation = parts.get(1).as_f64()? as u64;
    Some(Stamp { generation, tab: parts.get(2).as_string()? })
}

fn name_of(key: &JsValue) -> String {
    let parts = key.dyn_ref::<js_sys::Array>().map(|parts| parts.join(" "));
    parts.map(|parts: JsString| String::from(parts)).unwrap_or_default()
}

/// The newer of two sealed texts; one that cannot be read loses.
fn newer_of(one: Option<String>, other: Option<String>) -> Option<String> {
    let stamp = |text: &Option<String>| {
        text.as_deref().and_then(peek).and_then(|(_, header)| header).map(|header| header.stamp)
    };
    if stamp(&other) > stamp(&one) || one.is_none() { other } else { one }
}
