//! The storage as the page sees it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::local::{Local, WriteError};
use super::platform::{Alarm, listen, now_utc, random_id, window};
use crate::change::Patch;
use crate::file::Workbook;
use crate::file::migrate::SCHEMA_VERSION;
use crate::model::{Document, Id, SaveState, Trouble};
use crate::storage::assemble::{Assembled, Found, assemble};
use crate::storage::progress::{Health, Progress};
use crate::storage::replica::Replica;
use crate::storage::sealed::{Header, peek, seal};
use crate::storage::seen::Seen;
use crate::storage::texts::Texts;
use crate::storage::{Card, Deleted, Event, LoadFailure, Opened, Usage, keys, pace};

/// Makes the card of a document.
pub type CardMaker = fn(&Document) -> Card;

/// A handle to everything that is stored on this device; cheap to clone.
#[derive(Clone)]
pub struct Store(Rc<Shared>);

struct Shared {
    listener: Rc<dyn Fn(Event)>,
    inner: RefCell<Inner>,
    save_soon: Alarm,
    retry: Alarm,
}

struct Inner {
    tab: String,
    local: Option<Local>,
    /// Workbooks that no store took, as sealed texts.
    memory: HashMap<Id, String>,
    book: Option<Book>,
    state: SaveState,
    trouble: Option<Trouble>,
}

/// The open workbook.
struct Book {
    replica: Replica,
    texts: Texts,
    card: Card,
    card_maker: Option<CardMaker>,
    progress: Progress,
    failures: u32,
    waited_from_ms: Option<f64>,
}

impl Book {
    fn new(replica: Replica, card: Card) -> Self {
        Self {
            replica,
            texts: Texts::default(),
            card,
            card_maker: None,
            progress: Progress { database: u64::MAX, ..Progress::default() },
            failures: 0,
            waited_from_ms: None,
        }
    }

    fn id(&self) -> Id {
        self.replica.document().id.clone()
    }

    fn sealed(&mut self) -> String {
        if let Some(make) = self.card_maker {
            self.card = make(self.replica.document());
        }
        let doc = self.texts.join(self.replica.workbook());
        let header = Header { stamp: self.replica.stamp(), seen: self.replica.seen().clone(), card: self.card.clone() };
        seal(&header, &doc)
    }
}

impl Store {
    /// Opens the storage. It always opens, if need be on nothing but memory.
    pub async fn open(listener: Rc<dyn Fn(Event)>) -> Self {
        let local = Local::probe();
        let blocked = local.is_none();
        let inner = Inner {
            tab: random_id().as_str().get(..6).unwrap_or("tab").to_owned(),
            local,
            memory: HashMap::new(),
            book: None,
            state: if blocked { SaveState::Memory } else { SaveState::Saved },
            trouble: None,
        };
        let store = Self(Rc::new(Shared {
            listener,
            inner: RefCell::new(inner),
            save_soon: Alarm::default(),
            retry: Alarm::default(),
        }));
        store.listen_to_the_page();
        if blocked {
            store.emit(Event::State(SaveState::Memory));
            store.set_trouble(Some(Trouble::Blocked));
        }
        store
    }

    fn emit(&self, event: Event) {
        (self.0.listener)(event);
    }

    fn listen_to_the_page(&self) {
        let Some(window) = window() else { return };
        for (target, name) in [(false, "pagehide"), (false, "blur"), (true, "visibilitychange"), (true, "freeze")] {
            let store = self.clone();
            let flush = move |_| store.flush();
            match window.document().filter(|_| target) {
                Some(document) => listen(&document, name, flush),
                None => listen(&window, name, flush),
            }
        }
        let store = self.clone();
        listen(&window, "beforeunload", move |event| {
            store.flush();
            let would_lose = store.0.inner.borrow().book.as_ref().is_some_and(|book| book.progress.would_lose());
            if would_lose {
                event.prevent_default();
            }
        });
    }

    /// The workbooks on this device, the one changed last first.
    pub fn shelf(&self) -> Vec<Card> {
        let inner = self.0.inner.borrow();
        let mut cards: HashMap<Id, Card> = HashMap::new();
        let keys = inner.local.as_ref().map_or_else(Vec::new, |local| local.keys(keys::DOC));
        for key in keys {
            let id = Id::from(key.trim_start_matches(keys::DOC));
            let beginning = inner.local.as_ref().and_then(|local| local.get_beginning(&key)).unwrap_or_default();
            let card = match peek(&beginning) {
                Some((_, Some(header))) => header.card,
                _ => Card::bare(id.clone()),
            };
            cards.insert(id, card);
        }
        for text in inner.memory.values() {
            if let Some((_, Some(header))) = peek(text) {
                cards.insert(header.card.id.clone(), header.card);
            }
        }
        let mut cards: Vec<Card> = cards.into_values().collect();
        crate::model::order::sort_by(&mut cards, |one, other| {
            other.changed.cmp(&one.changed).then_with(|| one.id.cmp(&other.id))
        });
        cards
    }

    /// Opens a workbook.
    ///
    /// # Errors
    /// [`LoadFailure`]; nothing has changed then.
    pub async fn load(&self, id: &str) -> Result<Opened, LoadFailure> {
        let (found, tab) = {
            let inner = self.0.inner.borrow();
            let stored = inner.local.as_ref().and_then(|local| local.get(&keys::doc(id)));
            let local = inner.memory.get(id).cloned().or(stored);
            (Found { local, ..Found::default() }, inner.tab.clone())
        };
        if found.local.is_none() {
            return Err(LoadFailure::NotFound);
        }
        let Assembled { state, newer, .. } = assemble(&found, &[], &tab, &mut random_id);
        if let Some(found) = newer {
            self.set_trouble(Some(Trouble::NewerData { found, known: SCHEMA_VERSION }));
            return Err(LoadFailure::Newer { found, known: SCHEMA_VERSION });
        }
        let Some((replica, card)) = state else { return Err(LoadFailure::Unreadable) };
        let document = replica.document().clone();
        self.0.inner.borrow_mut().book = Some(Book::new(replica, card));
        self.show_state();
        Ok(Opened { document, snapshots_count: 0, safe_mode: false, notes: Vec::new() })
    }

    /// Puts a workbook on the shelf: a new one, an import, a sample, a duplicate.
    pub fn create(&self, workbook: Workbook, card: Card) {
        let id = workbook.document.id.clone();
        let tab = self.0.inner.borrow().tab.clone();
        let text = Book::new(Replica::new(workbook, Seen::up_to(1), tab), card).sealed();
        self.put_text(&id, &text);
        self.emit(Event::ShelfChanged);
    }

    fn put_text(&self, id: &Id, text: &str) {
        let mut trouble = None;
        {
            let mut inner = self.0.inner.borrow_mut();
            let written = inner.local.as_ref().map(|local| local.set(&keys::doc(id.as_str()), &text.into()));
            if !matches!(written, Some(Ok(()))) {
                inner.memory.insert(id.clone(), text.to_owned());
                trouble = written.and_then(Result::err);
            }
        }
        if let Some(error) = trouble {
            let trouble = self.trouble_of(&error);
            self.set_trouble(Some(trouble));
        }
    }

    /// Keeps a patch that was just applied; `card` makes the card of the shelf when it is written.
    pub fn keep(&self, document: &Document, patch: &Patch, card: CardMaker) {
        let pause = {
            let mut inner = self.0.inner.borrow_mut();
            let Some(book) = inner.book.as_mut().filter(|book| book.replica.document().id == document.id) else {
                return;
            };
            book.card_maker = Some(card);
            book.replica.own_change(patch);
            book.progress.edits += 1;
            let now = super::platform::elapsed_ms();
            let waited = now - *book.waited_from_ms.get_or_insert(now);
            let is_overdue = waited > f64::from(pace::longest_wait_ms(book.texts.size()));
            (!is_overdue || !self.0.save_soon.is_set()).then(|| pace::pause_ms(book.texts.size()))
        };
        self.show_state();
        if let Some(pause) = pause {
            let store = self.clone();
            self.0.save_soon.set(pause, move || store.save());
        }
    }

    /// Writes what is not written yet, at once.
    pub fn flush(&self) {
        let is_behind =
            self.0.inner.borrow().book.as_ref().is_some_and(|book| book.progress.local < book.progress.edits);
        if is_behind {
            self.save();
        }
    }

    fn save(&self) {
        self.0.save_soon.stop();
        let outcome = {
            let mut inner = self.0.inner.borrow_mut();
            let Inner { local, memory, book: Some(book), .. } = &mut *inner else { return };
            if book.progress.is_read_only || book.progress.local >= book.progress.edits {
                return;
            }
            book.waited_from_ms = None;
            let edits = book.progress.edits;
            let text = book.sealed();
            match local {
                None => {
                    memory.insert(book.id(), text);
                    book.progress.local_health = Health::Absent;
                    Ok(())
                }
                Some(local) => write(local, book, &text).map(|()| {
                    book.progress.local = edits;
                    book.progress.local_health = Health::Good;
                    book.failures = 0;
                    memory.remove(&book.id());
                }),
            }
        };
        match outcome {
            Ok(()) => self.saving_works(),
            Err(Refusal::Newer(found)) => self.become_read_only(found),
            Err(Refusal::Write(error)) => self.saving_failed(&error),
        }
        self.show_state();
    }

    fn saving_works(&self) {
        self.0.retry.stop();
        let heals = matches!(self.0.inner.borrow().trouble, Some(Trouble::Full { .. } | Trouble::WriteFailed(_)));
        if heals {
            self.set_trouble(None);
        }
    }

    fn saving_failed(&self, error: &WriteError) {
        let failures = {
            let mut inner = self.0.inner.borrow_mut();
            let Some(book) = inner.book.as_mut() else { return };
            book.progress.local_health = Health::Failing;
            book.failures += 1;
            book.failures
        };
        let trouble = self.trouble_of(error);
        self.set_trouble(Some(trouble));
        let store = self.clone();
        self.0.retry.set(pace::retry_ms(failures), move || store.save());
    }

    fn trouble_of(&self, error: &WriteError) -> Trouble {
        match error {
            WriteError::Full => {
                let used_units = self.usage().used_units;
                Trouble::Full { used_units, limit_units: LIMIT_UNITS }
            }
            WriteError::Other(reason) => Trouble::WriteFailed(reason.clone()),
            WriteError::Differs => Trouble::WriteFailed(String::from("read-back differs")),
        }
    }

    fn become_read_only(&self, found: u32) {
        if let Some(book) = self.0.inner.borrow_mut().book.as_mut() {
            book.progress.is_read_only = true;
        }
        self.set_trouble(Some(Trouble::NewerData { found, known: SCHEMA_VERSION }));
    }

    fn show_state(&self) {
        let state = {
            let mut inner = self.0.inner.borrow_mut();
            let Some(book) = &inner.book else { return };
            let state = match (&inner.local, book.progress.state()) {
                (None, SaveState::ReadOnly) => SaveState::ReadOnly,
                (None, _) => SaveState::Memory,
                (Some(_), state) => state,
            };
            if inner.state == state {
                return;
            }
            inner.state = state;
            state
        };
        self.emit(Event::State(state));
    }

    fn set_trouble(&self, trouble: Option<Trouble>) {
        {
            let mut inner = self.0.inner.borrow_mut();
            if inner.trouble == trouble {
                return;
            }
            inner.trouble.clone_from(&trouble);
        }
        self.emit(Event::Trouble(trouble));
    }

    /// Deletes a workbook; what comes back restores it.
    pub fn delete(&self, id: &str) -> Option<Deleted> {
        let deleted = {
            let mut inner = self.0.inner.borrow_mut();
            let open = inner.book.as_mut().filter(|book| book.id().as_str() == id).map(Book::sealed);
            let stored = inner.local.as_ref().and_then(|local| local.get(&keys::doc(id)));
            let text = open.or_else(|| inner.memory.remove(id)).or(stored)?;
            if let Some(local) = &inner.local {
                local.remove(&keys::doc(id));
            }
            if inner.book.as_ref().is_some_and(|book| book.id().as_str() == id) {
                inner.book = None;
            }
            let header = peek(&text).and_then(|(_, header)| header);
            Deleted { card: header.map_or_else(|| Card::bare(id.into()), |header| header.card), text }
        };
        self.emit(Event::ShelfChanged);
        Some(deleted)
    }

    /// Puts a deleted workbook back.
    pub fn restore(&self, deleted: Deleted) {
        self.put_text(&deleted.card.id, &deleted.text);
        self.emit(Event::ShelfChanged);
    }

    /// The open workbook is closed.
    pub fn leave(&self) {
        self.flush();
        self.0.save_soon.stop();
        self.0.retry.stop();
        let mut inner = self.0.inner.borrow_mut();
        if let Some(mut book) = inner.book.take()
            && book.progress.local < book.progress.edits
            && !book.progress.is_read_only
        {
            let text = book.sealed();
            inner.memory.insert(book.id(), text);
        }
    }

    /// A whole workbook is about to replace the open one: what is there now becomes a snapshot.
    pub fn before_import(&self) {
        self.flush();
    }

    /// How full the storage is.
    pub fn usage(&self) -> Usage {
        let used_units = self.0.inner.borrow().local.as_ref().map_or(0, Local::used_units);
        Usage { used_units, limit_units: LIMIT_UNITS, journal_bytes: 0 }
    }

    /// Texts that could not be read and were set aside, with their keys.
    pub fn quarantined(&self) -> Vec<(String, String)> {
        let inner = self.0.inner.borrow();
        let Some(local) = &inner.local else { return Vec::new() };
        local.keys(keys::ASIDE).into_iter().filter_map(|key| Some((key.clone(), local.get(&key)?))).collect()
    }

    /// Everything that is stored, as JSON, for the recovery download.
    pub fn raw_dump(&self) -> String {
        use crate::file::json::Writer;
        let inner = self.0.inner.borrow();
        let mut out = String::new();
        let mut object = Writer::object(&mut out);
        object.text("format", "kamsheet-rescue");
        object.text("made", &now_utc());
        let mut stored = Writer::object(object.key("local_storage"));
        if let Some(local) = &inner.local {
            for key in local.keys(keys::PREFIX) {
                stored.text(&key, &local.get(&key).unwrap_or_default());
            }
        }
        for (id, text) in &inner.memory {
            stored.text(&keys::doc(id.as_str()), text);
        }
        stored.end();
        object.end();
        out
    }
}

/// What Chromium gives an origin; Safari gives about half for Chinese.
const LIMIT_UNITS: u64 = 5_242_880;

enum Refusal {
    Newer(u32),
    Write(WriteError),
}

/// Writes the text of a workbook, unless a newer version has been there.
fn write(local: &Local, book: &Book, text: &str) -> Result<(), Refusal> {
    let key = keys::doc(book.id().as_str());
    if let Some((schema, _)) = local.get_beginning(&key).as_deref().and_then(peek)
        && schema > SCHEMA_VERSION
    {
        return Err(Refusal::Newer(schema));
    }
    local.set(&key, &text.into()).map_err(Refusal::Write)
}
