//! Advice: rules that read the workbook and point out what a coach would. Each is data and a pure check; the thresholds
//! are in the settings, and every finding says why and where.

mod asked;
mod competition;
mod general;
mod industry;
mod needs;
mod objectives;
mod pipeline;
mod service;
mod solution;

#[cfg(test)]
mod cases;
#[cfg(test)]
mod tests;

use std::cell::OnceCell;

use self::asked::{Asked, Found};
use super::Book;
use crate::i18n::format;
use crate::i18n::ui::fill;
use crate::model::{Bi, DefaultRow, Given, Lang, Place, Row, bi};
use crate::worksheets::settings::{limits, rules};
use crate::worksheets::{TABLES, table};

/// How serious a finding is; the most serious first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Endangers the account.
    Red,
    /// Should be put right.
    Warn,
    /// Worth knowing.
    Info,
}

impl Level {
    fn of(key: &str) -> Self {
        match key {
            "red" => Self::Red,
            "warn" => Self::Warn,
            _ => Self::Info,
        }
    }

    /// The word beside the colour.
    pub const fn words(self) -> Bi {
        match self {
            Self::Red => bi("Serious", "严重"),
            Self::Warn => bi("Warning", "提醒"),
            Self::Info => bi("Note", "提示"),
        }
    }
}

/// One thing that a rule points out.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Id of the rule, as `R-W3-06`; its title is the label of its row in `settings.rules`.
    pub rule: &'static str,
    /// How serious.
    pub level: Level,
    /// What is the matter, with the user's own names and numbers.
    pub message: String,
    /// The condition in words, with the threshold used.
    pub why: String,
    /// The field to look at. Without a row, in a list or matrix, it means the whole column.
    pub place: Place,
    /// The worksheet beside which it is read: `w1` to `w6`.
    pub sheet: &'static str,
}

/// A rule that the team set aside.
#[derive(Clone, Debug, PartialEq)]
pub struct Dismissed {
    /// Id of the rule.
    pub rule: &'static str,
    /// Why the team set it aside; may be empty.
    pub reason: String,
    /// What it would point out now.
    pub findings: Vec<Finding>,
}

/// How a rule reads its threshold, and the slot of the setting.
type Limit = (fn(&Book) -> f64, u8);

/// A rule: when it looks, at what, and why.
struct Rule {
    id: &'static str,
    /// Paths of the tables it reads, separated by spaces; `row` stands for every list.
    reads: &'static str,
    check: fn(&mut Asked),
    /// The condition in words; `{0}` and `{1}` are the thresholds.
    why: Bi,
    /// The limit of the settings that takes the place of the rule's own threshold.
    limit: Option<Limit>,
}

impl Rule {
    const fn new(
        id: &'static str,
        reads: &'static str,
        check: fn(&mut Asked),
        en: &'static str,
        zh: &'static str,
    ) -> Self {
        Self { id, reads, check, why: bi(en, zh), limit: None }
    }

    const fn limit(mut self, limit: fn(&Book) -> f64, slot: u8) -> Self {
        self.limit = Some((limit, slot));
        self
    }

    fn declared(&self) -> Option<&'static DefaultRow> {
        rules::TABLE.default_row(self.id)
    }

    fn row<'a>(&self, book: &Book<'a>) -> Option<&'a Row> {
        book.row(rules::TABLE, self.id)
    }

    fn is_enabled(&self, book: &Book) -> bool {
        self.row(book).and_then(|row| row.get(rules::ENABLED)) != Some(false)
    }

    fn is_dismissed(&self, book: &Book) -> bool {
        self.row(book).and_then(|row| row.get(rules::DISMISSED)) == Some(true)
    }

    /// Both thresholds: those of the settings, else the declared ones.
    fn limits(&self, book: &Book) -> [f64; 2] {
        let declared = |key: &str| {
            let found = self.declared()?.values.iter().find(|(other, _)| *other == key);
            found.and_then(|(_, given): &(_, Given)| given.number())
        };
        let [first, second] = [(rules::THRESHOLD, "threshold"), (rules::THRESHOLD_2, "threshold_2")]
            .map(|(field, key)| self.row(book).and_then(|row| row.get(field)).or_else(|| declared(key)).unwrap_or(0.0));
        [self.limit.map_or(first, |(limit, _)| limit(book)), second]
    }

    fn findings(&self, book: &Book, lang: Lang) -> Vec<Finding> {
        let limits = self.limits(book);
        let why = limits.map(|limit| format::short(limit, 2));
        let why = fill(self.why.get(lang), &[&why[0], &why[1]]);
        let level = Level::of(self.declared().map_or("", |row| row.level));
        let found = self.found(book, lang, limits);
        let finding = |found: &Found| Finding {
            rule: self.id,
            level,
            message: found.message.clone(),
            why: why.clone(),
            sheet: self.sheet(&found.place),
            place: found.place.clone(),
        };
        found.iter().map(finding).collect()
    }

    /// What the check finds, remembered per language while nothing it reads changes.
    fn found(&self, book: &Book, lang: Lang, limits: [f64; 2]) -> Vec<Found> {
        let every_list = TABLES.iter().copied().filter(|table| table.is_list() && self.reads.starts_with("row"));
        let named = self.reads.split(' ').filter_map(table).chain([rules::TABLE]);
        let reads: Vec<_> = named.chain(every_list).collect();
        let both = book.memo_words(self.id, &reads, <[OnceCell<Vec<Found>>; 2]>::default);
        let [zh, en] = both.as_ref();
        let of_lang = if lang == Lang::Zh { zh } else { en };
        let look = || {
            let mut asked = Asked::new(book, lang, limits);
            (self.check)(&mut asked);
            asked.found
        };
        of_lang.get_or_init(look).clone()
    }

    /// A rule's own worksheet; a general rule is read beside the worksheet of what it found.
    fn sheet(&self, place: &Place) -> &'static str {
        match self.id.get(2..4) {
            Some("W1") => "w1",
            Some("W2") => "w2",
            Some("W3") => "w3",
            Some("W4") => "w4",
            Some("W5") => "w5",
            Some("W6") => "w6",
            _ => place.table.sheet(),
        }
    }
}

/// Every rule, in the order of the worksheets.
fn all() -> impl Iterator<Item = &'static Rule> {
    [
        general::RULES,
        industry::RULES,
        competition::RULES,
        needs::RULES,
        solution::RULES,
        service::RULES,
        objectives::RULES,
        pipeline::RULES,
    ]
    .into_iter()
    .flatten()
}

/// Where the thresholds of a rule can be changed: in its own row, or in the limits that several rules share.
pub fn thresholds(rule: &str) -> Vec<Place> {
    let Some(rule) = all().find(|other| other.id == rule) else { return Vec::new() };
    let own = |field: &str| {
        let declared = rule.declared()?.values.iter().any(|(key, _)| *key == field);
        let slot = rules::TABLE.field(field).filter(|_| declared)?.slot;
        Some(Place::row(rules::TABLE, rule.id.into(), slot))
    };
    let shared = rule.limit.map(|(_, slot)| Place::form(limits::TABLE, slot));
    [shared, own("threshold"), own("threshold_2")].into_iter().flatten().collect()
}

/// The title of a rule.
pub fn title(rule: &str, lang: Lang) -> &'static str {
    rules::TABLE.default_row(rule).map_or("", |row| row.label.get(lang))
}

/// How many pieces of advice a worksheet has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The worksheet.
    pub sheet: &'static str,
    /// All of them.
    pub all: usize,
    /// The serious ones among them.
    pub serious: usize,
}

/// How many pieces of advice there are for each worksheet that has any.
pub fn counts(book: &Book, lang: Lang) -> Vec<Tally> {
    tally(&findings(book, lang))
}

/// The same from findings that are known.
pub fn tally(found: &[Finding]) -> Vec<Tally> {
    let mut out: Vec<Tally> = Vec::new();
    for finding in found {
        let serious = usize::from(finding.level == Level::Red);
        match out.iter_mut().find(|tally| tally.sheet == finding.sheet) {
            Some(tally) => {
                tally.all += 1;
                tally.serious += serious;
            }
            None => out.push(Tally { sheet: finding.sheet, all: 1, serious }),
        }
    }
    out
}

/// What the rules in use point out: the serious first, then by worksheet, rule and row.
pub fn findings(book: &Book, lang: Lang) -> Vec<Finding> {
    let asked = all().filter(|rule| rule.is_enabled(book) && !rule.is_dismissed(book));
    let mut found: Vec<Finding> = asked.flat_map(|rule| rule.findings(book, lang)).collect();
    crate::model::order::sort_by(&mut found, |one, other| {
        (one.level, one.sheet, one.rule).cmp(&(other.level, other.sheet, other.rule))
    });
    found
}

/// The rules in use that the team set aside, with the reason and what they would say.
pub fn dismissed(book: &Book, lang: Lang) -> Vec<Dismissed> {
    let set_aside = all().filter(|rule| rule.is_enabled(book) && rule.is_dismissed(book));
    let reason = |rule: &Rule| rule.row(book).and_then(|row| row.get(rules::REASON)).unwrap_or_default().to_owned();
    set_aside
        .map(|rule| Dismissed { rule: rule.id, reason: reason(rule), findings: rule.findings(book, lang) })
        .collect()
}
