//! The declaration of a result: its name, its words, and the function that computes it.

use super::{Answer, Book, Out};
use crate::model::{Bi, Opt, Row, bi};
use crate::worksheets::{TABLES, log};

/// What a result's number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResultUnit {
    /// A count of things.
    Count,
    /// Days.
    Days,
    /// One of a few keys.
    Enum,
    /// An amount in the workbook's currency and unit.
    Money,
    /// A number of percent, or of percentage points for a difference.
    Percent,
    /// A score without unit.
    Score,
    /// Keys, ids or words.
    Text,
    /// A number in a unit that the row names.
    RowUnit,
    /// Years.
    Years,
}

/// How a result is computed.
#[derive(Clone, Copy)]
pub enum Compute {
    /// Once for the workbook.
    Once(fn(&Book) -> Answer),
    /// Once for each row of the list at this path.
    Rows(&'static str, fn(&Book, &Row) -> Answer),
    /// Once for each of these keys.
    Keys(&'static [&'static str], fn(&Book, &str) -> Answer),
    /// Once for each key that the document gives rise to, as the quarters of its opportunities.
    Found(fn(&Book) -> Vec<String>, fn(&Book, &str) -> Answer),
    /// Once for each row of every list. Declared as `row.<id>.…`; the full name starts with the list's path in place of
    /// `row`, and the id is `<table path>.<row id>`.
    EveryRow(fn(&Book, &Row) -> Answer),
}

/// The declaration of a result.
#[derive(Clone, Copy)]
pub struct ResultDef {
    /// Name with a placeholder for the row or key, as `w3.needs.<id>.opportunity`.
    pub name: &'static str,
    /// Label in both languages.
    pub label: Bi,
    /// What its number is.
    pub unit: ResultUnit,
    /// The words of its keys.
    pub options: &'static [Opt],
    /// How it is computed, in words, with `{0}`, `{1}` … where the user's numbers go.
    pub how: Bi,
    /// Paths of the tables it reads, separated by spaces; `row` stands for the list of a row of every list.
    pub reads: &'static str,
    /// The function.
    pub compute: Compute,
}

impl ResultDef {
    /// A result.
    pub const fn new(
        name: &'static str,
        en: &'static str,
        zh: &'static str,
        unit: ResultUnit,
        compute: Compute,
    ) -> Self {
        Self { name, label: bi(en, zh), unit, options: &[], how: Bi::NONE, reads: "", compute }
    }

    /// How it is computed, with `{0}` … where the user's numbers go.
    pub const fn how(mut self, en: &'static str, zh: &'static str) -> Self {
        self.how = bi(en, zh);
        self
    }

    /// The words of its keys.
    pub const fn options(mut self, options: &'static [Opt]) -> Self {
        self.options = options;
        self
    }

    /// Paths of the tables it reads, separated by spaces.
    pub const fn reads(mut self, reads: &'static str) -> Self {
        self.reads = reads;
        self
    }

    /// Whether it is shown in the users' own words, as the titles of rows. Any other stays while nothing but words changes.
    pub fn is_words(&self) -> bool {
        self.unit == ResultUnit::Text
    }

    /// What stands before and behind the row or key in a full name; nothing behind a name without placeholder.
    fn around(&self) -> (&'static str, Option<&'static str>) {
        let name = match self.compute {
            Compute::EveryRow(_) => self.name.strip_prefix("row.").unwrap_or(self.name),
            _ => self.name,
        };
        match name.split_once('<') {
            Some((before, rest)) => (before, Some(rest.split_once('>').map_or("", |(_, behind)| behind))),
            None => (name, None),
        }
    }

    /// The full name for a row or key.
    pub fn full_name(&self, id: &str) -> String {
        match self.around() {
            (before, Some(behind)) => format!("{before}{id}{behind}"),
            (name, None) => name.to_owned(),
        }
    }

    /// The row or key in a full name, empty for a result of the whole workbook; nothing when the name is another
    /// result's.
    pub fn id_in<'n>(&self, full_name: &'n str) -> Option<&'n str> {
        match self.around() {
            (before, Some(behind)) => full_name.strip_prefix(before)?.strip_suffix(behind).filter(|id| !id.is_empty()),
            (name, None) => (full_name == name).then_some(""),
        }
    }

    /// The answer for a row or key; a result of the whole workbook ignores `id`. Nothing when the row is not there.
    pub fn answer(&self, book: &Book, id: &str) -> Option<Answer> {
        let of_row = |path: &str, id: &str, compute: fn(&Book, &Row) -> Answer| {
            book.doc.list_at(path).row(id).map(|row| compute(book, row))
        };
        match self.compute {
            Compute::Once(compute) => Some(compute(book)),
            Compute::Rows(path, compute) => of_row(path, id, compute),
            Compute::Keys(keys, compute) => keys.contains(&id).then(|| compute(book, id)),
            Compute::Found(keys, compute) => keys(book).iter().any(|key| key == id).then(|| compute(book, id)),
            Compute::EveryRow(compute) => {
                let dot = id.match_indices('.').nth(1).map(|(at, _)| at)?;
                let (path, id) = id.split_at_checked(dot)?;
                of_row(path, id.strip_prefix('.')?, compute)
            }
        }
    }

    /// Every answer with its full name.
    pub fn answers(&self, book: &Book) -> Vec<(String, Answer)> {
        let of_rows = |path: &str, start: &str, compute: fn(&Book, &Row) -> Answer| -> Vec<(String, Answer)> {
            let rows = book.doc.list_at(path).iter();
            rows.map(|row| (self.full_name(&format!("{start}{}", row.id)), compute(book, row))).collect()
        };
        match self.compute {
            Compute::Once(compute) => vec![(self.name.to_owned(), compute(book))],
            Compute::Rows(path, compute) => of_rows(path, "", compute),
            Compute::Keys(keys, compute) => keys.iter().map(|key| (self.full_name(key), compute(book, key))).collect(),
            Compute::Found(keys, compute) => {
                keys(book).iter().map(|key| (self.full_name(key), compute(book, key))).collect()
            }
            Compute::EveryRow(compute) => {
                let lists = TABLES.iter().filter(|table| table.is_list() && table.sheet() != log::SHEET);
                lists.flat_map(|table| of_rows(table.path, &format!("{}.", table.path), compute)).collect()
            }
        }
    }

    /// The words of a key.
    pub fn words_of(&self, out: &Out) -> Option<Bi> {
        let Out::Key(key) = out else { return None };
        self.options.iter().find(|option| option.key == *key).map(|option| option.label)
    }
}
