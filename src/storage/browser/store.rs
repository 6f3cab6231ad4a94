//! The storage as the page sees it.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use js_sys::JsString;
use wasm_bindgen_futures::spawn_local;

use super::book::Book;
use super::channel::Channel;
use super::database::{Database, JOURNAL, STATE, Write};
use super::local::Local;
use super::locks::Lock;
use super::platform::{Alarm, random_id};
use super::{crash, page};
use crate::file::Workbook;
use crate::file::migrate::SCHEMA_VERSION;
use crate::model::{Document, Id, SaveState, Trouble};
use crate::storage::progress::Health;
use crate::storage::replica::Replica;
use crate::storage::sealed::peek;
use crate::storage::seen::Seen;
use crate::storage::{Card, Deleted, Event, keys};

/// Makes the card of a document.
pub type CardMaker = fn(&Document) -> Card;

/// A handle to everything that is stored on this device; cheap to clone.
#[derive(Clone)]
pub struct Store(pub(super) Rc<Shared>);

/// What all handles share.
pub(super) struct Shared {
    pub listener: Rc<dyn Fn(Event)>,
    pub inner: RefCell<Inner>,
    /// Writes localStorage after a pause.
    pub save_soon: Alarm,
    /// Writes localStorage again after a failure.
    pub retry_local: Alarm,
    /// Writes the journal again after a failure.
    pub retry_database: Alarm,
    /// Writes a checkpoint.
    pub checkpoint_soon: Alarm,
    /// Takes the lock from a tab that does not answer.
    pub take_over: Alarm,
    /// Forgets crashes once the page has run for a while.
    pub runs_well: Alarm,
}

/// Everything that changes.
pub(super) struct Inner {
    pub tab: String,
    pub local: Option<Local>,
    pub database: Option<Database>,
    /// Workbooks that localStorage did not take, as sealed texts: only in memory, or in the database as well.
    pub elsewhere: HashMap<Id, String>,
    /// Texts in the database that could not be read.
    pub aside: Vec<(String, String)>,
    pub book: Option<Book>,
    pub channel: Option<Channel>,
    pub lock: Option<Lock>,
    pub state: SaveState,
    pub trouble: Option<Trouble>,
    pub database_bytes: u64,
    pub quota_bytes: u64,
    pub persisted: Option<bool>,
}

impl Store {
    /// Opens the storage. It always opens, if need be on nothing but memory, and within little more than a second.
    pub async fn open(listener: Rc<dyn Fn(Event)>) -> Self {
        let inner = Inner {
            tab: random_id().as_str().get(..6).unwrap_or("tab").to_owned(),
            local: Local::probe(),
            database: None,
            elsewhere: HashMap::new(),
            aside: Vec::new(),
            book: None,
            channel: None,
            lock: None,
            state: SaveState::Saved,
            trouble: None,
            database_bytes: 0,
            quota_bytes: 0,
            persisted: None,
        };
        let store = Self(Rc::new(Shared {
            listener,
            inner: RefCell::new(inner),
            save_soon: Alarm::default(),
            retry_local: Alarm::default(),
            retry_database: Alarm::default(),
            checkpoint_soon: Alarm::default(),
            take_over: Alarm::default(),
            runs_well: Alarm::default(),
        }));
        store.open_database().await;
        store.mark_schema();
        page::listen_to(&store);
        store.tell_what_is_missing();
        store.measure();
        store
    }

    pub(super) fn emit(&self, event: Event) {
        (self.0.listener)(event);
    }

    /// Reads and changes the open workbook, if there is one.
    pub(super) fn with_book<T>(&self, act: impl FnOnce(&mut Book) -> T) -> Option<T> {
        self.0.inner.borrow_mut().book.as_mut().map(act)
    }

    pub(super) fn local(&self) -> Option<Local> {
        self.0.inner.borrow().local.clone()
    }

    pub(super) fn database(&self) -> Option<Database> {
        self.0.inner.borrow().database.clone()
    }

    pub(super) fn tab(&self) -> String {
        self.0.inner.borrow().tab.clone()
    }

    /// Notes on this device which schema is in use, so that an older build in another tab sees it at once.
    fn mark_schema(&self) {
        let Some(local) = self.local() else { return };
        let marked: u32 = local.get(keys::SCHEMA).and_then(|text| text.parse().ok()).unwrap_or(0);
        if marked < SCHEMA_VERSION {
            // If it cannot be noted, the check of every stored text still stands.
            let _ = local.set(keys::SCHEMA, &SCHEMA_VERSION.to_string().as_str().into());
        }
    }

    /// The workbooks on this device, the one changed last first.
    pub fn shelf(&self) -> Vec<Card> {
        let inner = self.0.inner.borrow();
        let mut cards: HashMap<Id, Card> = HashMap::new();
        let mut add = |id: Id, text: &str| {
            let card =
                peek(text).and_then(|(_, header)| header).map_or_else(|| Card::bare(id.clone()), |header| header.card);
            cards.insert(id, card);
        };
        for (id, text) in &inner.elsewhere {
            add(id.clone(), text);
        }
        if let Some(local) = &inner.local {
            for key in local.keys(keys::DOC) {
                let id = key.strip_prefix(keys::DOC).unwrap_or_default();
                add(id.into(), &local.get_beginning(&key).unwrap_or_default());
            }
        }
        let mut cards: Vec<Card> = cards.into_values().collect();
        crate::model::order::sort_by(&mut cards, |one, other| {
            other.changed.cmp(&one.changed).then_with(|| one.id.cmp(&other.id))
        });
        cards
    }

    /// Puts a workbook on the shelf: a new one, an import, a sample, a duplicate.
    pub fn create(&self, workbook: Workbook, card: Card) {
        let id = workbook.document.id.clone();
        let text = Book::new(Replica::new(workbook, Seen::up_to(1), self.tab()), card).sealed();
        self.put_whole(&id, &text);
        self.emit(Event::ShelfChanged);
    }

    /// Puts a whole workbook into both stores, in place of whatever they hold under its id.
    fn put_whole(&self, id: &Id, text: &JsString) {
        let written = self.local().map(|local| local.set(&keys::doc(id.as_str()), text));
        if !matches!(written, Some(Ok(()))) {
            self.0.inner.borrow_mut().elsewhere.insert(id.clone(), text.into());
        }
        if let Some(Err(error)) = written {
            let trouble = self.trouble_of(&error);
            self.set_trouble(Some(trouble));
        }
        let writes =
            [Write::DeleteAll(JOURNAL, id.as_str().to_owned()), Write::Put(STATE, id.as_str().into(), text.into())];
        self.write_aside(&writes);
    }

    /// Writes to the database without anyone waiting for it.
    pub(super) fn write_aside(&self, writes: &[Write]) {
        if let Some(database) = self.database() {
            let written = database.write(true, writes);
            spawn_local(async move {
                // What matters of it is in localStorage too, or the open workbook will say so at its next edit.
                let _ = written.await;
            });
        }
    }

    /// Deletes a workbook; what comes back restores it.
    pub fn delete(&self, id: &str) -> Option<Deleted> {
        let text = self.whole_text(id)?;
        self.close_if_open(id);
        let channel = {
            let mut inner = self.0.inner.borrow_mut();
            inner.elsewhere.remove(id);
            if let Some(local) = &inner.local {
                local.remove(&keys::doc(id));
            }
            Channel::open(id, inner.local.as_ref(), |_| {})
        };
        self.write_aside(&[Write::DeleteAll(JOURNAL, id.to_owned()), Write::Delete(STATE, id.into())]);
        let mut channel = channel;
        channel.post(&crate::storage::message::Message::Deleted);
        self.emit(Event::ShelfChanged);
        let card =
            peek(&text).and_then(|(_, header)| header).map_or_else(|| Card::bare(id.into()), |header| header.card);
        Some(Deleted { card, text })
    }

    fn close_if_open(&self, id: &str) {
        let is_open = self.with_book(|book| book.id().as_str() == id) == Some(true);
        if is_open {
            self.stop_alarms();
            let mut inner = self.0.inner.borrow_mut();
            inner.book = None;
            inner.lock = None;
            inner.channel = None;
        }
    }

    /// The newest whole text of a workbook without asking the database.
    fn whole_text(&self, id: &str) -> Option<String> {
        let open = self.with_book(|book| (book.id().as_str() == id).then(|| String::from(book.sealed()))).flatten();
        let elsewhere = || self.0.inner.borrow().elsewhere.get(id).cloned();
        let stored = || self.local().and_then(|local| local.get(&keys::doc(id)));
        open.or_else(elsewhere).or_else(stored)
    }

    /// Puts a deleted workbook back.
    pub fn restore(&self, deleted: Deleted) {
        self.put_whole(&deleted.card.id, &JsString::from(deleted.text));
        self.emit(Event::ShelfChanged);
    }

    /// The open workbook is closed: what is not written is written, and other tabs may write from now on.
    pub fn leave(&self) {
        self.flush();
        self.stop_alarms();
        crash::nothing_is_open();
        let mut inner = self.0.inner.borrow_mut();
        inner.lock = None;
        inner.channel = None;
        let Some(mut book) = inner.book.take() else { return };
        if book.progress.in_local() || book.progress.is_read_only {
            inner.elsewhere.remove(&book.id());
        } else {
            let text = book.sealed();
            inner.elsewhere.insert(book.id(), text.into());
        }
    }

    fn stop_alarms(&self) {
        let Shared { save_soon, retry_local, retry_database, checkpoint_soon, take_over, runs_well, .. } = &*self.0;
        for alarm in [save_soon, retry_local, retry_database, checkpoint_soon, take_over, runs_well] {
            alarm.stop();
        }
    }

    /// The open workbook with everything that travels with it in a file.
    pub fn workbook(&self) -> Option<Workbook> {
        self.with_book(|book| book.replica.workbook().clone())
    }

    /// Changes what travels with the open document: number of exports, author, base, log. The tables change by patches
    /// alone.
    pub fn update_envelope(&self, update: impl FnOnce(&mut Workbook)) {
        let changed = self.with_book(|book| {
            book.replica.update_envelope(update);
            book.unseal();
            book.progress.local_due += 1;
        });
        if changed.is_some() {
            self.save_after_pause();
        }
    }

    /// What stands in the way, unless something weightier does.
    pub(super) fn set_trouble(&self, trouble: Option<Trouble>) {
        {
            let mut inner = self.0.inner.borrow_mut();
            let weight = |trouble: &Option<Trouble>| trouble.as_ref().map_or(0, weight_of);
            let is_covered = trouble.is_some() && weight(&trouble) < weight(&inner.trouble);
            if inner.trouble == trouble || is_covered {
                return;
            }
            inner.trouble.clone_from(&trouble);
        }
        self.emit(Event::Trouble(trouble));
    }

    /// Takes a trouble back if it is the one that stands.
    pub(super) fn clear_trouble(&self, is_over: impl Fn(&Trouble) -> bool) {
        let stands = self.0.inner.borrow().trouble.as_ref().is_some_and(is_over);
        if stands {
            self.set_trouble(None);
        }
    }

    /// Tells the page how safe the last edit is, when that has changed.
    pub(super) fn show_state(&self) {
        let state = {
            let mut inner = self.0.inner.borrow_mut();
            let (has_local, has_database) = (inner.local.is_some(), inner.database.is_some());
            let state = match &mut inner.book {
                Some(book) => {
                    book.settle_roles();
                    if !has_local {
                        book.progress.local_health = Health::Absent;
                    }
                    match (has_database, book.progress.database_health) {
                        (false, _) => book.progress.database_health = Health::Absent,
                        (true, Health::Absent) => book.progress.database_health = Health::Good,
                        _ => {}
                    }
                    book.progress.state()
                }
                None if !has_local && !has_database => SaveState::Memory,
                None => return,
            };
            if inner.state == state {
                return;
            }
            inner.state = state;
            state
        };
        self.emit(Event::State(state));
    }
}

const fn weight_of(trouble: &Trouble) -> u8 {
    match trouble {
        Trouble::StoreRefused(_) => 1,
        Trouble::Unreadable { .. } => 2,
        Trouble::ClearedElsewhere => 3,
        Trouble::Full { .. } | Trouble::WriteFailed(_) => 4,
        Trouble::Blocked | Trouble::NewerData { .. } => 5,
    }
}
