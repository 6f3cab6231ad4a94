//! What a rule is asked with, and how it says what it found.

use crate::analysis::{Book, title};
use crate::i18n::format;
use crate::i18n::ui::fill;
use crate::model::{Bi, Lang, Place, Row, TableDef};
use crate::worksheets::account::plan;

/// From so many rows on "all of them" says something; before that the list has only just been started.
pub(super) const ENOUGH: usize = 3;

/// One thing found.
#[derive(Clone)]
pub(super) struct Found {
    pub message: String,
    pub place: Place,
}

/// A rule's view of the workbook.
pub(super) struct Asked<'b, 'd> {
    pub book: &'b Book<'d>,
    /// The threshold.
    pub limit: f64,
    /// The second threshold.
    pub limit_2: f64,
    pub found: Vec<Found>,
    lang: Lang,
}

impl<'b, 'd> Asked<'b, 'd> {
    pub(super) const fn new(book: &'b Book<'d>, lang: Lang, [limit, limit_2]: [f64; 2]) -> Self {
        Self { book, limit, limit_2, found: Vec::new(), lang }
    }

    /// Points at a field of a form, or at a column of a list or matrix.
    pub(super) fn say(&mut self, table: &'static TableDef, slot: u8, words: Bi, values: &[&str]) {
        self.say_at(Place::form(table, slot), words, values);
    }

    /// Points at a field of a row.
    pub(super) fn say_row(&mut self, table: &'static TableDef, row: &Row, slot: u8, words: Bi, values: &[&str]) {
        self.say_at(Place::row(table, row.id.clone(), slot), words, values);
    }

    fn say_at(&mut self, place: Place, words: Bi, values: &[&str]) {
        self.found.push(Found { message: fill(words.get(self.lang), values), place });
    }

    /// The name of a row.
    pub(super) fn name(&self, table: &'static TableDef, id: &str) -> String {
        title::title(self.book.doc, table, id, self.lang)
    }

    /// Names of rows in one breath.
    pub(super) fn names(&self, table: &'static TableDef, ids: &[&str]) -> String {
        let names: Vec<String> = ids.iter().map(|id| self.name(table, id)).collect();
        names.join(if self.lang == Lang::Zh { "、" } else { ", " })
    }

    /// A text in the language asked for.
    pub(super) const fn t(&self, words: Bi) -> &'static str {
        words.get(self.lang)
    }

    /// An amount with the workbook's currency and unit; a rule that says one reads `card.plan`.
    pub(super) fn money(&self, number: f64) -> String {
        let form = self.book.form(plan::TABLE);
        let (currency, unit) = (form.get(plan::CURRENCY).unwrap_or_default(), form.get(plan::UNIT).unwrap_or("one"));
        let unit = format::money_words(currency, unit, self.lang);
        let number = n(number);
        match (self.lang, unit.split_once(' ')) {
            (Lang::Zh, _) => format!("{number}{unit}"),
            (Lang::En, Some((currency, size))) => format!("{currency} {number} {size}"),
            (Lang::En, None) => format!("{unit} {number}"),
        }
    }

    /// A date for reading.
    pub(super) fn date(&self, date: crate::model::Date) -> String {
        format::date(date, self.lang)
    }
}

/// A number for reading, with at most one decimal.
pub(super) fn n(number: f64) -> String {
    format::short(number, 1)
}

/// A count for reading.
pub(super) fn of(items: usize) -> String {
    items.to_string()
}
