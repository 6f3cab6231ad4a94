//! Offers that people do not want now: their keys stay in the workbook. What is offered row by row is put off row by
//! row, so that a new row in the source is offered again.

use std::collections::HashSet;

use super::{Offer, Suggestion, suggestions};
use crate::analysis::Book;
use crate::model::{Document, Id};
use crate::worksheets::log::later;

impl Suggestion {
    /// The keys under which all of it is put off.
    pub fn keys(&self) -> Vec<String> {
        let of = |source: &Id| super::row_key(self.key, source);
        match &self.offer {
            Offer::Rows(rows) => rows.iter().map(|row| of(&row.source)).collect(),
            Offer::Cells(cells) => cells.iter().map(|cell| of(&cell.source)).collect(),
            Offer::Value(..) => vec![self.key.to_owned()],
        }
    }
}

/// The keys that are put off.
fn put_off(document: &Document) -> HashSet<&str> {
    document.list(later::TABLE).iter().filter_map(|row| row.get(later::OFFER)).collect()
}

/// What is offered now, and those offers of which something is put off.
pub fn now_and_later(book: &Book) -> (Vec<Suggestion>, Vec<Suggestion>) {
    let keys = put_off(book.doc);
    let now = suggestions(book, &|key| keys.contains(key));
    if keys.is_empty() {
        return (now, Vec::new());
    }
    let mut later = suggestions(book, &|_| false);
    later.retain(|suggestion| suggestion.keys().iter().any(|key| keys.contains(key.as_str())));
    (now, later)
}
