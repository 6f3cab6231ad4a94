//! Whom to ask what: open questions of the verification plan, and everything that is still our guess.

use super::Book;
use super::title::full_title;
use crate::i18n::paper as words;
use crate::i18n::ui::fill;
use crate::i18n::{Lang, format};
use crate::model::{Bi, Date, Id, Row, TableDef};
use crate::worksheets::account::team;
use crate::worksheets::needs::{cgoals, criteria, needs, people, verify};
use crate::worksheets::row::CONFIDENCE;
use crate::worksheets::solution::benefits;

/// One question, with what is known so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// The question.
    pub text: String,
    /// Where it comes from, who asks, by when.
    pub about: Vec<String>,
    /// What to ask after it.
    pub then: &'static [Bi],
}

/// A talk with one person, or with whoever knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Talk {
    /// The person; nothing for questions that are nobody's yet.
    pub person: Option<Id>,
    /// Name and title.
    pub name: String,
    /// Who of us looks after this person; empty for nobody.
    pub owner: String,
    /// What to ask.
    pub questions: Vec<Question>,
}

const ABOUT_NEED: &[Bi] = &[words::ASK_IMPORTANCE, words::ASK_SATISFACTION, words::ASK_COST];

/// The talks: people in the order of their influence, then what is nobody's.
pub fn talks(book: &Book, lang: Lang) -> Vec<Talk> {
    let mut rows: Vec<&Row> = book.rows_with_content(people::TABLE).collect();
    crate::model::order::sort_by(&mut rows, |one, other| {
        super::needs::priority::larger_first(one.get(people::INFLUENCE), other.get(people::INFLUENCE))
    });
    let mut talks: Vec<Talk> = rows.into_iter().map(|row| of_person(book, row, lang)).collect();
    talks.push(Talk {
        person: None,
        name: words::WHOEVER_KNOWS.get(lang).to_owned(),
        owner: String::new(),
        questions: Vec::new(),
    });
    for (whom, question) in questions(book, lang) {
        // A person that is not there is nobody.
        let index = talks.iter().position(|talk| talk.person.as_ref().map(Id::as_str) == whom.as_deref());
        let last = talks.len().saturating_sub(1);
        if let Some(talk) = talks.get_mut(index.unwrap_or(last)) {
            talk.questions.push(question);
        }
    }
    talks.retain(|talk| !talk.questions.is_empty());
    talks
}

fn of_person(book: &Book, row: &Row, lang: Lang) -> Talk {
    let name = full_title(book.doc, people::TABLE, row.id.as_str(), lang);
    let about: Vec<&str> = [row.get(people::TITLE), row.get(people::DEPT)].into_iter().flatten().collect();
    let name = if about.is_empty() { name } else { format!("{name} · {}", about.join(" · ")) };
    Talk {
        person: Some(row.id.clone()),
        name,
        owner: named(book, team::TABLE, row.get(people::OWNER), lang),
        questions: Vec::new(),
    }
}

fn named(book: &Book, table: &'static TableDef, id: Option<&str>, lang: Lang) -> String {
    let there = id.filter(|id| book.row(table, id).is_some());
    there.map(|id| full_title(book.doc, table, id, lang)).unwrap_or_default()
}

/// Every question with the person it is for.
fn questions(book: &Book, lang: Lang) -> Vec<(Option<String>, Question)> {
    let mut all: Vec<(Option<String>, Question)> = Vec::new();
    for row in book.rows(verify::TABLE) {
        let is_open = !matches!(row.get(verify::RESULT), Some("confirmed" | "refuted"));
        if let Some(text) = row.get(verify::QUESTION).filter(|_| is_open) {
            all.push((row.get(verify::WITH).map(str::to_owned), to_verify(book, row, text, lang)));
        }
    }
    for row in guesses(book, needs::TABLE) {
        let text =
            fill(words::WE_BELIEVE_NEED.get(lang), &[&full_title(book.doc, needs::TABLE, row.id.as_str(), lang)]);
        let holders = row.get(needs::HOLDERS).unwrap_or_default();
        let scores = [(needs::IMPORTANCE, words::OUR_IMPORTANCE), (needs::SATISFACTION, words::OUR_SATISFACTION)];
        let about = scores
            .iter()
            .filter_map(|(field, text)| Some(fill(text.get(lang), &[&format::short(row.get(*field)?, 1)])));
        let question = Question { text, about: about.collect(), then: ABOUT_NEED };
        all.push((holders.first().cloned(), question));
    }
    let simple: [(&'static TableDef, Bi); 3] = [
        (cgoals::TABLE, words::WE_BELIEVE_GOAL),
        (criteria::TABLE, words::WE_BELIEVE_CRITERION),
        (benefits::TABLE, words::WE_BELIEVE_BENEFIT),
    ];
    for (table, text) in simple {
        for row in guesses(book, table) {
            let whom = if *table == *cgoals::TABLE { row.get(cgoals::OWNER).map(str::to_owned) } else { None };
            let amount = if *table == *benefits::TABLE { row.get(benefits::AMOUNT) } else { None };
            let name = full_title(book.doc, table, row.id.as_str(), lang);
            let about = amount.map(|amount| fill(words::OUR_AMOUNT.get(lang), &[&format::short(amount, 2)]));
            let question =
                Question { text: fill(text.get(lang), &[&name]), about: about.into_iter().collect(), then: &[] };
            all.push((whom, question));
        }
    }
    all
}

/// The rows of a list that the customer has not confirmed.
fn guesses<'a>(book: &Book<'a>, table: &'static TableDef) -> impl Iterator<Item = &'a Row> {
    book.rows_with_content(table).filter(|row| row.get(CONFIDENCE) != Some("confirmed_by_customer"))
}

fn to_verify(book: &Book, row: &Row, text: &str, lang: Lang) -> Question {
    let asker = named(book, team::TABLE, row.get(verify::OWNER), lang);
    let mut about = vec![words::FROM_VERIFICATION.get(lang).to_owned()];
    if !asker.is_empty() {
        about.push(fill(words::ASKED_BY.get(lang), &[&asker]));
    }
    let due: Option<Date> = row.get(verify::DUE);
    about.extend(due.map(|due| fill(words::ASKED_UNTIL.get(lang), &[&format::day_and_month(due, lang)])));
    Question { text: text.to_owned(), about, then: &[] }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Memo;
    use crate::analysis::testkit::{doc, today};

    #[test]
    fn each_guess_is_asked_once_and_whom_it_concerns() {
        let document = doc(&[
            ("w3.people.p.name", "Li Na"),
            ("w3.people.p.influence", "3"),
            ("w3.people.q.name", "Wang Lei"),
            ("w3.people.q.influence", "5"),
            ("w3.verify.v.question", "Who signs?"),
            ("w3.verify.v.with", "p"),
            ("w3.verify.done.question", "Already known?"),
            ("w3.verify.done.result", "confirmed"),
            ("w3.needs.n.need", "Fewer stops"),
            ("w3.needs.n.holders", "q"),
            ("w3.needs.n.importance", "9"),
            ("w3.needs.m.need", "Known need"),
            ("w3.needs.m.confidence", "confirmed_by_customer"),
            ("w4.benefits.b.benefit", "Less waste"),
        ]);
        let memo = Memo::default();
        let talks = talks(&Book::new(&document, today(), &memo), Lang::En);
        let names: Vec<&str> = talks.iter().map(|talk| talk.name.as_str()).collect();
        assert_eq!(names, ["Wang Lei", "Li Na", words::WHOEVER_KNOWS.en]);
        let all: Vec<&str> = talks.iter().flat_map(|talk| &talk.questions).map(|asked| asked.text.as_str()).collect();
        assert_eq!(all.len(), 3);
        assert!(all[0].contains("Fewer stops") && all[1] == "Who signs?" && all[2].contains("Less waste"));
        assert_eq!(talks[0].questions[0].about.len(), 1);
    }

    #[test]
    fn an_empty_workbook_asks_nothing() {
        let document = crate::worksheets::new_document("new".into(), Lang::Zh);
        let memo = Memo::default();
        assert!(talks(&Book::new(&document, today(), &memo), Lang::Zh).is_empty());
    }
}
