//! The shelf: the workbooks on this device, new ones, deleted ones, and the way back.

use std::collections::HashMap;

use js_sys::JsString;
use wasm_bindgen_futures::spawn_local;

use super::book::Book;
use super::channel::Channel;
use super::database::{JOURNAL, STATE, Write};
use super::platform::random_id;
use super::store::Store;
use crate::file::Workbook;
use crate::model::{Document, Id};
use crate::storage::assemble::assemble;
use crate::storage::message::Message;
use crate::storage::replica::Replica;
use crate::storage::sealed::peek;
use crate::storage::seen::Seen;
use crate::storage::{Card, Deleted, Event, keys};

impl Store {
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
        if matches!(written, Some(Ok(()))) {
            self.0.inner.borrow_mut().elsewhere.remove(id);
        } else {
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
        if self.with_book(|book| book.id().as_str() == id) == Some(true) {
            self.leave();
        }
        let text = self.whole_text(id)?;
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
        channel.post_text(&Message::deletion());
        self.emit(Event::ShelfChanged);
        let card =
            peek(&text).and_then(|(_, header)| header).map_or_else(|| Card::bare(id.into()), |header| header.card);
        Some(Deleted { card, text })
    }

    /// The newest state of a workbook on the shelf, for reading: it is not opened and nothing changes.
    pub async fn look_into(&self, id: &str) -> Option<Document> {
        let found = self.find(id).await.found;
        let (replica, _) = assemble(&found, &[], &self.tab(), &mut random_id).state?;
        Some(replica.document().clone())
    }

    /// The newest whole text of a workbook that is not open, without asking the database.
    fn whole_text(&self, id: &str) -> Option<String> {
        let elsewhere = self.0.inner.borrow().elsewhere.get(id).cloned();
        elsewhere.or_else(|| self.local().and_then(|local| local.get(&keys::doc(id))))
    }

    /// Puts a deleted workbook back.
    pub fn restore(&self, deleted: Deleted) {
        self.put_whole(&deleted.card.id, &JsString::from(deleted.text));
        self.emit(Event::ShelfChanged);
    }
}
