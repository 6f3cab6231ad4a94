//! The storage as the page sees it.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use super::at_work::AtWork;
use super::book::Book;
use super::channel::Channel;
use super::database::Database;
use super::local::Local;
use super::locks::Lock;
use super::platform::{Alarm, random_id};
use super::{crash, page};
use crate::file::Workbook;
use crate::file::migrate::SCHEMA_VERSION;
use crate::model::{Document, Id, SaveState, Trouble};
use crate::storage::progress::Health;
use crate::storage::{Card, Event, keys};

/// Makes the card of a document.
pub type CardMaker = fn(&Document) -> Card;

/// A handle to everything that is stored on this device; cheap to clone.
#[derive(Clone)]
pub struct Store(pub(super) Rc<Shared>);

/// What all handles share.
pub(super) struct Shared {
    pub listener: Rc<dyn Fn(Event)>,
    pub inner: RefCell<Inner>,
    /// What looks after an open workbook, once one was opened.
    pub at_work: Cell<Option<&'static AtWork>>,
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
            at_work: Cell::new(None),
            save_soon: Alarm::default(),
            retry_local: Alarm::default(),
            retry_database: Alarm::default(),
            checkpoint_soon: Alarm::default(),
            take_over: Alarm::default(),
            runs_well: Alarm::default(),
        }));
        store.open_database().await;
        store.mark_schema();
        page::listen_for_the_shelf(&store);
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

    /// What [`Store::leave`] does.
    pub(super) fn close(&self) {
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

    pub(super) fn stop_alarms(&self) {
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
