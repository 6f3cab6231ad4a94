//! What a formula reads: the document, today's date, and a memory of what was computed from unchanged tables.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use super::content::row_has_content;
use crate::model::quick::QuickMap;
use crate::model::{Date, Document, Field, Id, Record, Row, TableDef, Typed};

/// A value with the stamps of the tables that it was computed from.
struct Entry {
    /// When the stamps were looked at last: the document's moment, and the day that counted as today.
    looked_at: (u64, Date),
    stamps: Vec<u64>,
    value: Rc<dyn Any>,
}

/// The name of a value, and the table it is of where there is one per table.
type Key = (&'static str, &'static str);

/// What was computed, kept as long as the tables it was computed from stay as they are.
#[derive(Default)]
pub struct Memo {
    entries: RefCell<QuickMap<Key, Entry>>,
}

/// The document as a formula sees it.
pub struct Book<'a> {
    /// The document.
    pub doc: &'a Document,
    /// The day that counts as today.
    pub today: Date,
    memo: &'a Memo,
}

impl<'a> Book<'a> {
    /// A book over a document.
    pub const fn new(doc: &'a Document, today: Date, memo: &'a Memo) -> Self {
        Self { doc, today, memo }
    }

    /// Computes `make` once for as long as nothing but words changes in the tables `reads`. `key` names the value and its
    /// type: one key, one caller. For what many results share and what reads many rows; a sum over a few fields needs none.
    pub fn memo<T: 'static>(&self, key: &'static str, reads: &[&TableDef], make: impl FnOnce() -> T) -> Rc<T> {
        self.remember((key, ""), reads, Document::substance, make)
    }

    /// The same for one value per table.
    pub fn memo_of<T: 'static>(
        &self,
        key: &'static str,
        table: &'static TableDef,
        reads: &[&TableDef],
        make: impl FnOnce() -> T,
    ) -> Rc<T> {
        self.remember((key, table.path), reads, Document::substance, make)
    }

    /// The same for what repeats the users' words: good as long as the tables stay as they are.
    pub fn memo_words<T: 'static>(&self, key: &'static str, reads: &[&TableDef], make: impl FnOnce() -> T) -> Rc<T> {
        self.remember((key, ""), reads, Document::stamp, make)
    }

    fn remember<T: 'static>(
        &self,
        key: Key,
        reads: &[&TableDef],
        stamp: fn(&Document, &str) -> u64,
        make: impl FnOnce() -> T,
    ) -> Rc<T> {
        let now = (self.doc.moment(), self.today);
        let kept = |is_good: &dyn Fn(&mut Entry) -> bool| {
            let mut entries = self.memo.entries.borrow_mut();
            let entry = entries.get_mut(&key)?;
            if is_good(entry) { Rc::clone(&entry.value).downcast::<T>().ok() } else { None }
        };
        // Most of the time nothing at all has changed since the last caller asked.
        if let Some(value) = kept(&|entry| entry.looked_at == now) {
            return value;
        }
        // Whether a row has content may hang on the rows that it refers to.
        let targets = reads.iter().flat_map(|table| table.fields.iter()).filter_map(|field| field.kind.target());
        let mut stamps: Vec<u64> =
            reads.iter().map(|table| table.path).chain(targets).map(|path| stamp(self.doc, path)).collect();
        stamps.push(self.today.days().unsigned_abs());
        let look = |entry: &mut Entry| {
            let is_good = entry.stamps == stamps;
            if is_good {
                entry.looked_at = now;
            }
            is_good
        };
        if let Some(value) = kept(&look) {
            return value;
        }
        let value = Rc::new(make());
        let entry = Entry { looked_at: now, stamps, value: Rc::<T>::clone(&value) };
        self.memo.entries.borrow_mut().insert(key, entry);
        value
    }

    /// The form of a table.
    pub fn form(&self, table: &'static TableDef) -> &'a Record {
        self.doc.form(table)
    }

    /// The rows of a list in order.
    pub fn rows(&self, table: &'static TableDef) -> impl DoubleEndedIterator<Item = &'a Row> + use<'a> {
        self.doc.list(table).iter()
    }

    /// The rows of a list that a person put something into.
    pub fn rows_with_content(&self, table: &'static TableDef) -> impl Iterator<Item = &'a Row> + use<'a> {
        let document = self.doc;
        self.rows(table).filter(move |row| row_has_content(document, table, row))
    }

    /// A row of a list.
    pub fn row(&self, table: &'static TableDef, id: &str) -> Option<&'a Row> {
        self.doc.list(table).row(id)
    }

    /// A cell of a matrix.
    pub fn cell(&self, table: &'static TableDef, row: &Id, col: &Id) -> &'a Record {
        self.doc.cell(table, row, col)
    }

    /// The values of a numeric field in the rows that have one, in the order of the list.
    pub fn values<K>(&self, table: &'static TableDef, field: Field<K>) -> Vec<f64>
    where
        K: for<'v> Typed<Out<'v> = f64> + 'static,
    {
        self.rows(table).filter_map(|row| row.get(field)).collect()
    }

    /// A limit or weight of a form that starts with a value: that value also where what was typed does not fit.
    pub fn setting<K>(&self, table: &'static TableDef, field: Field<K>) -> f64
    where
        K: for<'v> Typed<Out<'v> = f64> + 'static,
    {
        self.form(table).get(field).or_else(|| field.given.number()).unwrap_or(0.0)
    }
}
