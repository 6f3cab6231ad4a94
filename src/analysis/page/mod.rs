//! The plan on a page as plain data: what stands in each block, chosen and cut so that it always fits one sheet of paper.

mod customer;
mod ours;
mod plan;

#[cfg(test)]
mod tests;

use super::title::full_title;
use super::{Book, catalogue};
use crate::i18n::paper as words;
use crate::i18n::ui::fill;
use crate::i18n::{Lang, format};
use crate::model::{Bi, Date, Row, TableDef};
use crate::worksheets::account::{plan as card, profile};
use crate::worksheets::plan::page;

/// What deserves attention; never told by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Nothing to say.
    Plain,
    /// As it should be.
    Good,
    /// To be watched.
    Watch,
    /// Needs someone.
    Bad,
}

/// One line of a block.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// A short sign before it: a number, a score.
    pub mark: String,
    /// How the sign or the note looks.
    pub tone: Tone,
    /// What it says.
    pub text: String,
    /// Who, where it belongs to somebody.
    pub who: String,
    /// The figure at its end.
    pub note: String,
}

impl Line {
    fn new(text: impl Into<String>) -> Self {
        Self { mark: String::new(), tone: Tone::Plain, text: text.into(), who: String::new(), note: String::new() }
    }

    fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    fn who(mut self, who: impl Into<String>) -> Self {
        self.who = who.into();
        self
    }

    fn mark(mut self, mark: impl Into<String>, tone: Tone) -> Self {
        self.mark = mark.into();
        self.tone = tone;
        self
    }
}

/// An objective with its way from baseline to target.
#[derive(Clone, Debug, PartialEq)]
pub struct Bullet {
    /// What it says, and the figure at its end.
    pub line: Line,
    /// How far, in percent, for drawing: 0 to 100.
    pub reached: f64,
    /// How far it should be by today.
    pub expected: Option<f64>,
}

/// A milestone.
#[derive(Clone, Debug, PartialEq)]
pub struct Stone {
    /// Its name.
    pub name: String,
    /// Its date for reading.
    pub date: String,
    /// Whether it was passed; nothing while it is open.
    pub passed: Option<bool>,
}

/// A piece of the wallet.
#[derive(Clone, Debug, PartialEq)]
pub struct Slice {
    /// Whose.
    pub name: String,
    /// How much of the whole, in percent.
    pub percent: f64,
}

/// What a block is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A line.
    Line(Line),
    /// Sentences.
    Say(String),
    /// The one figure to remember and what it is.
    Figure(String, String),
    /// The wallet: ours, the named rivals', the rest.
    Wallet([Slice; 3]),
    /// An objective.
    Bullet(Bullet),
    /// Milestones in order.
    Stones(Vec<Stone>),
    /// The map of the people; drawn by who shows it.
    People,
    /// So many more did not fit.
    More(usize),
}

/// One block of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Its name.
    pub key: &'static str,
    /// Heading.
    pub title: Bi,
    /// The figure beside the heading.
    pub note: String,
    /// The table it comes from, and where a click leads.
    pub home: &'static str,
    /// What will stand here, while nothing does.
    pub hint: Bi,
    /// What stands here.
    pub parts: Vec<Part>,
}

/// A figure of the head.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What it is.
    pub label: Bi,
    /// Its value, a dash where there is none.
    pub value: String,
    /// The table it comes from.
    pub home: &'static str,
}

/// The whole page.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// The customer and what this is.
    pub title: String,
    /// The plan in one sentence, where it was written.
    pub headline: String,
    /// Class, people, confidentiality.
    pub about: Vec<String>,
    /// Health, evidence, next review.
    pub figures: Vec<Figure>,
    /// The customer; our case; our plan.
    pub columns: [Vec<Block>; 3],
    /// Decisions needed from management.
    pub decisions: Vec<String>,
    /// Decisions that did not fit.
    pub more_decisions: usize,
    /// Version, date, confidentiality.
    pub foot: Vec<String>,
}

impl Page {
    /// Whether nothing stands in any block yet.
    pub fn is_empty(&self) -> bool {
        self.columns.iter().flatten().all(|block| block.parts.is_empty())
    }
}

/// Most decisions asked for.
const DECISIONS: usize = 3;

/// The plan on a page.
pub fn page(book: &Book, lang: Lang) -> Page {
    let pen = Pen { book, lang };
    let asked = book.form(page::TABLE).get(page::DECISIONS).map(paragraphs).unwrap_or_default();
    let about = about(&pen);
    Page {
        title: title(&pen),
        headline: book.form(page::TABLE).get(page::HEADLINE).unwrap_or_default().to_owned(),
        figures: figures(&pen),
        columns: [customer::blocks(&pen), ours::blocks(&pen), plan::blocks(&pen)],
        more_decisions: asked.len().saturating_sub(DECISIONS),
        decisions: asked.into_iter().take(DECISIONS).collect(),
        foot: foot(&pen),
        about,
    }
}

fn title(pen: &Pen) -> String {
    let name = pen.book.form(profile::TABLE).get(profile::NAME);
    let period = period(pen.book, pen.lang);
    let plan = if period.is_empty() { pen.t(words::ACCOUNT_PLAN) } else { pen.tf(words::PLAN_OF, &[&period]) };
    name.map_or_else(|| plan.clone(), |name| format!("{name} · {plan}"))
}

/// The period of the plan: a year where it is one, else from and to.
pub fn period(book: &Book, lang: Lang) -> String {
    let form = book.form(card::TABLE);
    let is_year = |from: Date, to: Date| from.year() == to.year() && from.month() == 1 && to.month() == 12;
    match (form.get(card::PERIOD_FROM), form.get(card::PERIOD_TO), lang) {
        (Some(from), Some(to), Lang::Zh) if is_year(from, to) => format!("{}年度", from.year()),
        (Some(from), Some(to), Lang::En) if is_year(from, to) => from.year().to_string(),
        (Some(from), Some(to), _) => format!("{from} – {to}"),
        _ => String::new(),
    }
}

fn about(pen: &Pen) -> Vec<String> {
    let (profile_form, card_form) = (pen.book.form(profile::TABLE), pen.book.form(card::TABLE));
    let classes = profile_form.get(profile::CLASS).unwrap_or_default();
    let classes: Vec<&str> = classes.iter().filter_map(|key| pen.option(profile::TABLE, "class", key)).collect();
    let mut about = Vec::new();
    if !classes.is_empty() {
        about.push(classes.join(pen.comma()));
    }
    about.extend(card_form.get(card::KAM).map(|name| pen.tf(words::KAM, &[name])));
    about.extend(card_form.get(card::SPONSOR).map(|name| pen.tf(words::SPONSOR, &[name])));
    about
}

fn figures(pen: &Pen) -> Vec<Figure> {
    let dash = || "—".to_owned();
    let review = pen.book.form(card::TABLE).get(card::NEXT_REVIEW);
    vec![
        Figure {
            label: words::HEALTH,
            value: pen.number("w6.health").map_or_else(dash, |health| format::short(health, 0)),
            home: "w6.position",
        },
        Figure {
            label: words::EVIDENCE_RATIO,
            value: pen.number("card.evidence_ratio").map_or_else(dash, |ratio| format::percent(ratio, 0)),
            home: "card.profile",
        },
        Figure {
            label: words::NEXT_REVIEW,
            value: review.map_or_else(dash, |date| format::day_and_month(date, pen.lang)),
            home: "card.plan",
        },
    ]
}

fn foot(pen: &Pen) -> Vec<String> {
    let period = period(pen.book, pen.lang);
    let key = pen.book.form(card::TABLE).get(card::CONFIDENTIALITY);
    let mut foot = Vec::new();
    if !period.is_empty() {
        foot.push(pen.tf(words::VERSION_OF, &[&period]));
    }
    foot.push(format::date(pen.book.today, pen.lang));
    foot.extend(key.and_then(|key| pen.option(card::TABLE, "confidentiality", key)).map(str::to_owned));
    foot
}

/// The paragraphs of a text, without the numbers or dashes that people put before them.
fn paragraphs(text: &str) -> Vec<String> {
    let bare = |line: &str| {
        let line = line.trim().trim_start_matches(['-', '–', '—', '•', '·', '①', '②', '③', '④', '⑤']).trim_start();
        let rest = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let is_number = rest.len() < line.len() && line.len() - rest.len() <= 2;
        let behind = rest.strip_prefix(['.', '、', ')', '）', '．']);
        // "2.4 years" begins with no number of a list.
        let behind = behind.filter(|behind| is_number && !behind.starts_with(|letter: char| letter.is_ascii_digit()));
        behind.map_or(line, str::trim_start).to_owned()
    };
    text.lines().map(bare).filter(|line| !line.is_empty()).collect()
}

/// What the blocks are written with.
pub(super) struct Pen<'a> {
    book: &'a Book<'a>,
    lang: Lang,
}

impl Pen<'_> {
    fn t(&self, text: Bi) -> String {
        text.get(self.lang).to_owned()
    }

    fn tf(&self, text: Bi, values: &[&str]) -> String {
        fill(text.get(self.lang), values)
    }

    const fn comma(&self) -> &'static str {
        match self.lang {
            Lang::Zh => "、",
            Lang::En => ", ",
        }
    }

    const fn semicolon(&self) -> &'static str {
        match self.lang {
            Lang::Zh => "；",
            Lang::En => "; ",
        }
    }

    /// The number of a result by its full name.
    fn number(&self, name: &str) -> Option<f64> {
        catalogue::answer(self.book, name)?.1.as_number()
    }

    /// The number of a result of a row.
    fn of_row(&self, result: &str, row: &Row) -> Option<f64> {
        catalogue::find(result)?.answer(self.book, row.id.as_str())?.as_number()
    }

    /// The key of a result of a row.
    fn key_of_row(&self, result: &str, row: &Row) -> Option<&'static str> {
        catalogue::find(result)?.answer(self.book, row.id.as_str())?.as_key()
    }

    /// The name of a row.
    fn name(&self, table: &'static TableDef, id: &str) -> String {
        full_title(self.book.doc, table, id, self.lang)
    }

    /// The name of a row that a reference leads to; empty where it leads nowhere.
    fn name_at(&self, table: &'static TableDef, id: Option<&str>) -> String {
        id.filter(|id| self.book.row(table, id).is_some()).map_or_else(String::new, |id| self.name(table, id))
    }

    /// The words of an option.
    fn option(&self, table: &'static TableDef, field: &str, key: &str) -> Option<&'static str> {
        let options = table.field(field)?.kind.options();
        options.iter().find(|option| option.key == key).map(|option| option.label.get(self.lang))
    }

    /// An amount without its unit.
    fn amount(number: f64) -> String {
        let decimals = match number.abs() {
            large if large >= 100.0 => 0,
            middle if middle >= 10.0 => 1,
            _ => 2,
        };
        format::short(number, decimals)
    }

    /// An amount with the workbook's unit.
    fn money(&self, number: f64) -> String {
        let form = self.book.form(card::TABLE);
        let unit = format::money_words(
            form.get(card::CURRENCY).unwrap_or_default(),
            form.get(card::UNIT).unwrap_or("one"),
            self.lang,
        );
        let gap = if self.lang == Lang::Zh { "" } else { " " };
        format!("{}{gap}{unit}", Self::amount(number))
    }
}

/// The first `most` lines, and how many more there are.
fn lines(all: Vec<Line>, most: usize) -> Vec<Part> {
    let more = all.len().saturating_sub(most);
    let mut parts: Vec<Part> = all.into_iter().take(most).map(Part::Line).collect();
    if more > 0 {
        parts.push(Part::More(more));
    }
    parts
}
