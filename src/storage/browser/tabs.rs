//! Several tabs on one workbook: all may edit, the one that holds the lock writes, every change reaches all.

use super::book::Role;
use super::channel::Channel;
use super::locks::{self, Ended, Lock};
use super::store::Store;
use crate::model::Trouble;
use crate::storage::message::{Message, MessageError};
use crate::storage::replica::Taken;
use crate::storage::{Event, keys};

/// How long the writing tab may take to answer before its place is taken, in milliseconds.
const ANSWER_MS: i32 = 700;

impl Store {
    /// Opens the way to the other tabs on the workbook and asks for the lock.
    pub(super) fn join_tabs(&self, id: &str) {
        let store = self.clone();
        let channel = Channel::open(id, self.local().as_ref(), move |text| store.receive(&text));
        self.0.inner.borrow_mut().channel = Some(channel);
        self.ask_for_the_lock(id, false);
        if let Some(seen) = self.with_book(|book| book.replica.seen().clone()) {
            self.tell(&Message::Hello(seen));
        }
    }

    /// Gives up the lock and the way to the other tabs: the page is hidden for good or put to sleep.
    pub(super) fn part_from_tabs(&self) {
        let parted = {
            let mut inner = self.0.inner.borrow_mut();
            if let Some(book) = &mut inner.book {
                book.role = Role::Follower;
            }
            (inner.lock.take(), inner.channel.take())
        };
        drop(parted);
    }

    /// Takes part again, with what happened meanwhile.
    pub(super) fn rejoin_tabs(&self) {
        let is_apart = self.0.inner.borrow().channel.is_none();
        let Some(id) = self.with_book(|book| book.id()).filter(|_| is_apart) else { return };
        self.join_tabs(id.as_str());
        self.catch_up_soon();
    }

    /// Goes to the end of the line for the lock, so that a tab someone looks at gets it.
    pub(super) fn let_others_write(&self) {
        let Some(id) = self.with_book(|book| book.id()) else { return };
        if locks::exist() {
            let lock = {
                let mut inner = self.0.inner.borrow_mut();
                if let Some(book) = &mut inner.book {
                    book.role = Role::Follower;
                }
                inner.lock.take()
            };
            drop(lock);
            self.ask_for_the_lock(id.as_str(), false);
        }
    }

    fn ask_for_the_lock(&self, id: &str, by_force: bool) {
        if self.with_book(|book| book.progress.is_read_only) != Some(false) {
            return;
        }
        let (granted, ended) = (self.clone(), self.clone());
        let (own, name) = (id.to_owned(), id.to_owned());
        let lock = locks::ask(
            &format!("{}{id}", keys::PREFIX),
            by_force,
            move || granted.begin_to_write(&own),
            move |how| ended.lock_ended(&name, how),
        );
        match lock {
            Some(lock) => self.hold(lock),
            // No locks over plain http: every tab writes, and looks before it does.
            None => self.begin_to_write(id),
        }
    }

    fn hold(&self, lock: Lock) {
        let before = self.0.inner.borrow_mut().lock.replace(lock);
        drop(before);
    }

    fn begin_to_write(&self, id: &str) {
        let is_ours = self.with_book(|book| {
            let is_ours = book.id().as_str() == id;
            if is_ours {
                book.role = Role::Writer;
            }
            is_ours
        });
        if is_ours == Some(true) {
            self.0.take_over.stop();
            self.catch_up_soon();
            if self.with_book(|book| book.needs_checkpoint) == Some(true) {
                self.checkpoint(false);
            }
            self.show_state();
        }
    }

    fn lock_ended(&self, id: &str, how: Ended) {
        match how {
            Ended::Refused => self.begin_to_write(id),
            Ended::Taken => {
                let is_ours = self.with_book(|book| {
                    let is_ours = book.id().as_str() == id;
                    if is_ours {
                        book.role = Role::Follower;
                    }
                    is_ours
                });
                if is_ours == Some(true) {
                    self.ask_for_the_lock(id, false);
                }
            }
        }
    }

    /// Tells the other tabs.
    pub(super) fn tell(&self, message: &Message) {
        if let Some(channel) = &mut self.0.inner.borrow_mut().channel {
            channel.post(message);
        }
    }

    /// A tab that writes answers at once. One that does not is frozen or gone, and its place is taken.
    pub(super) fn expect_an_answer(&self) {
        let follows = self.with_book(|book| (book.role == Role::Follower).then(|| book.id())).flatten();
        let Some(id) = follows.filter(|_| locks::exist() && !self.0.take_over.is_set()) else { return };
        let store = self.clone();
        self.0.take_over.set(ANSWER_MS, move || {
            let still_follows = store.with_book(|book| book.id() == id && book.role == Role::Follower);
            if still_follows == Some(true) {
                store.ask_for_the_lock(id.as_str(), true);
            }
        });
    }

    /// What another tab says.
    pub(super) fn receive(&self, text: &str) {
        match Message::from_json(text) {
            Err(MessageError::Newer(schema)) => self.become_read_only(schema),
            Err(MessageError::Bad) => {}
            Ok(Message::Edit(entry)) => self.receive_edit(entry),
            Ok(Message::Heard(stamp)) => {
                let is_ours = self.with_book(|book| book.replica.last_own().is_some_and(|own| own.tab == stamp.tab));
                if is_ours == Some(true) {
                    self.0.take_over.stop();
                }
            }
            Ok(Message::Kept(seen)) => self.receive_kept(seen),
            Ok(Message::Hello(seen)) => self.answer_hello(&seen),
            Ok(Message::Deleted) => self.data_is_gone(),
        }
        self.show_state();
    }

    fn receive_edit(&self, entry: crate::storage::entry::Entry) {
        let stamp = entry.stamp.clone();
        let taken = self.with_book(|book| {
            if book.progress.is_read_only {
                return Taken::Known;
            }
            let taken = book.replica.take(entry);
            if let Taken::Applied(patch) = &taken {
                book.texts.touch(patch);
                book.ledger.journalled.push(stamp.clone());
                if book.role == Role::Writer {
                    book.progress.local_due += 1;
                }
            }
            taken
        });
        let writes = self.with_book(|book| book.role == Role::Writer) == Some(true);
        if writes {
            self.tell(&Message::Heard(stamp));
        }
        match taken {
            Some(Taken::Applied(patch)) => {
                if !patch.is_empty() {
                    self.emit(Event::Remote(patch));
                }
                self.save_after_pause();
            }
            Some(Taken::Gap) => self.catch_up_soon(),
            Some(Taken::Known) | None => {}
        }
    }

    fn receive_kept(&self, seen: crate::storage::seen::Seen) {
        self.with_book(|book| {
            let holds_ours = book.replica.last_own().is_none_or(|own| seen.has(&own));
            if book.role == Role::Follower && holds_ours {
                book.progress.local = book.progress.local_due;
            }
            book.ledger.local = Some(seen);
        });
        self.0.take_over.stop();
    }

    /// Sends a tab that has just come what it may have missed.
    fn answer_hello(&self, seen: &crate::storage::seen::Seen) {
        let entries = self.with_book(|book| book.replica.own_beyond(seen)).unwrap_or_default();
        for entry in entries {
            self.tell(&Message::Edit(entry));
        }
    }

    /// The stored data of the workbook went away while it is open. What is on the page stays; it is written again with
    /// the next edit, not before.
    pub(super) fn data_is_gone(&self) {
        let was_kept = self.with_book(|book| {
            let was_kept = book.ledger.local.take().is_some();
            book.ledger.checkpoint = None;
            book.needs_checkpoint = true;
            book.progress.is_cleared = true;
            book.progress.local_due = book.progress.local_due.max(book.progress.local + 1);
            was_kept
        });
        if was_kept == Some(true) {
            self.0.save_soon.stop();
            self.set_trouble(Some(Trouble::ClearedElsewhere));
        }
    }
}
