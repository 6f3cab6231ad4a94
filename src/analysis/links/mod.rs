//! How one worksheet feeds another: rows and values that are worth taking over, and copies whose source has changed
//! since. A copy keeps a mark of its origin; it stays when the source goes.

mod cells;
pub mod copy;
mod flows;
mod later;
mod values;

#[cfg(test)]
mod spec;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

pub use self::copy::Values;
use self::flows::FLOWS;
pub use self::later::now_and_later;
use super::Book;
use crate::i18n::ui::fill;
use crate::model::{Bi, Id, Lang, Place, Row, TableDef, Value};

/// One way from a table to another: which rows are worth copying, and what the copy holds.
struct Flow {
    key: &'static str,
    from: &'static TableDef,
    to: &'static TableDef,
    /// Another table that may take the same row instead.
    or: Option<&'static TableDef>,
    /// The question; `{0}` is the number of rows.
    text: Bi,
    wanted: for<'d> fn(&Book<'d>) -> Vec<&'d Row>,
    copy: fn(&Book, &Row) -> Values,
}

/// A row that could be taken over.
#[derive(Clone, Debug, PartialEq)]
pub struct NewRow {
    /// The source row.
    pub source: Id,
    /// The mark of its origin, for `row.origin`.
    pub origin: String,
    /// What the copy holds.
    pub values: Values,
}

/// A cell of a matrix that could be filled.
#[derive(Clone, Debug, PartialEq)]
pub struct NewCell {
    /// The source row.
    pub source: Id,
    /// The row of the cell.
    pub row: Id,
    /// Its column.
    pub col: Id,
    /// What it would hold, by slot.
    pub values: Vec<(u8, Value)>,
}

/// What could be taken over.
#[derive(Clone, Debug, PartialEq)]
pub enum Offer {
    /// Rows, each for itself.
    Rows(Vec<NewRow>),
    /// Cells, each for itself.
    Cells(Vec<NewCell>),
    /// A value for an empty field.
    Value(Place, Value),
}

/// Something in one worksheet that another could use.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// Key of the way, as `ksf>factors`; with a row id behind a space it names one row.
    pub key: &'static str,
    /// Where it comes from.
    pub from: &'static TableDef,
    /// Where it would go.
    pub to: &'static TableDef,
    /// What could be taken over.
    pub offer: Offer,
    text: Bi,
    blanks: Vec<String>,
}

impl Suggestion {
    /// The question, with the number of rows or the value.
    pub fn text(&self, lang: Lang) -> String {
        let blanks: Vec<&str> = self.blanks.iter().map(String::as_str).collect();
        fill(self.text.get(lang), &blanks)
    }

    /// The rows offered; none for cells and a value.
    pub fn rows(&self) -> &[NewRow] {
        match &self.offer {
            Offer::Rows(rows) => rows,
            Offer::Cells(_) | Offer::Value(..) => &[],
        }
    }

    /// How many rows or cells are offered; none for a value.
    pub fn count(&self) -> usize {
        match &self.offer {
            Offer::Rows(rows) => rows.len(),
            Offer::Cells(cells) => cells.len(),
            Offer::Value(..) => 0,
        }
    }
}

fn row_key(key: &str, source: &Id) -> String {
    format!("{key} {source}")
}

/// What could be taken over, in the order of the worksheets. What was copied already (by its mark, or because a row of
/// the same name is there) is left out, and what `set_aside` knows by its key.
pub fn suggestions(book: &Book, set_aside: &dyn Fn(&str) -> bool) -> Vec<Suggestion> {
    let rows = FLOWS.iter().filter_map(|flow| flow.suggestion(book, set_aside));
    let others = values::suggestions(book).chain(cells::whitespace(book, set_aside));
    rows.chain(others).filter(|suggestion| !set_aside(suggestion.key)).collect()
}

impl Flow {
    fn suggestion(&self, book: &Book, set_aside: &dyn Fn(&str) -> bool) -> Option<Suggestion> {
        let taken = self.taken(book);
        let names = names(book, self.to);
        let is_new = |row: &NewRow| {
            let name = plain(row.values.title(self.to));
            !taken.contains(row.source.as_str())
                && !names.contains(&name)
                && !set_aside(&row_key(self.key, &row.source))
        };
        let rows: Vec<NewRow> =
            (self.wanted)(book).into_iter().map(|row| self.new_row(book, row)).filter(is_new).collect();
        let blanks = vec![rows.len().to_string()];
        let offer = Offer::Rows(rows);
        let suggestion = Suggestion { key: self.key, from: self.from, to: self.to, offer, text: self.text, blanks };
        Some(suggestion).filter(|suggestion| !suggestion.rows().is_empty())
    }

    fn new_row(&self, book: &Book, row: &Row) -> NewRow {
        let values = (self.copy)(book, row);
        let origin = copy::origin(self.from, row.id.as_str(), &values.fingerprint(self.to));
        NewRow { source: row.id.clone(), origin, values }
    }

    /// The source rows that were copied already.
    fn taken<'d>(&self, book: &Book<'d>) -> HashSet<&'d str> {
        let copies = [Some(self.to), self.or].into_iter().flatten().flat_map(|table| book.rows(table));
        copies.filter_map(|copy| copy::origin_in(copy, self.from)).map(|(source, _)| source).collect()
    }
}

/// The names of the rows of a list, for comparing.
fn names(book: &Book, table: &'static TableDef) -> HashSet<String> {
    let slot = table.title_field().map_or(0, |field| field.slot);
    book.rows(table).filter_map(|row| row.record.at(slot)?.as_text()).map(plain).collect()
}

fn plain(name: &str) -> String {
    name.trim().to_lowercase()
}

/// A copy whose source has changed since it was copied.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangedOrigin {
    /// The table of the copy.
    pub table: &'static TableDef,
    /// The copy.
    pub row: Id,
    /// The table of the source.
    pub source_table: &'static TableDef,
    /// The source.
    pub source: Id,
    /// The fields that would change: slot, what the copy holds, what the source says now.
    pub changes: Vec<(u8, Option<Value>, Value)>,
    /// The mark of the source as it is now; with it the copy counts as up to date.
    pub origin: String,
}

/// The copies whose source has changed since and now says something else. A copy whose source is gone stays as it is.
pub fn changed_origins(book: &Book) -> Vec<ChangedOrigin> {
    FLOWS.iter().flat_map(|flow| book.rows(flow.to).filter_map(|row| flow.changed(book, row))).collect()
}

impl Flow {
    fn changed(&self, book: &Book, row: &Row) -> Option<ChangedOrigin> {
        let (source, fingerprint) = copy::origin_in(row, self.from)?;
        let now = self.new_row(book, book.row(self.from, source)?);
        if now.values.fingerprint(self.to) == fingerprint {
            return None;
        }
        let before = |slot: u8| row.record.at(slot);
        let differing = now.values.iter().filter(|(slot, value)| before(*slot) != Some(value));
        let changes: Vec<_> = differing.map(|(slot, value)| (slot, before(slot).cloned(), value.clone())).collect();
        (!changes.is_empty()).then_some(ChangedOrigin {
            table: self.to,
            row: row.id.clone(),
            source_table: self.from,
            source: now.source,
            changes,
            origin: now.origin,
        })
    }
}
