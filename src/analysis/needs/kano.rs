//! Kano: what is expected, what satisfies, what delights.

use crate::analysis::stats::count;
use crate::analysis::{Answer, Book, Gap};
use crate::model::{Opt, Row, opt};
use crate::worksheets::needs::{kano_votes, needs};

const M: &str = "must_be";
const O: &str = "one_dimensional";
const A: &str = "attractive";
const I: &str = "indifferent";
const R: &str = "reverse";
const Q: &str = "questionable";

/// The classes; where two are chosen equally often the first counts.
pub const CLASSES: &[&str] = &[M, O, A, I, R, Q];

/// The classes with their letters.
pub const OPTIONS: &[Opt] = &[
    opt(M, "Must-be (M)", "必备（M）"),
    opt(O, "One-dimensional (O)", "期望（O）"),
    opt(A, "Attractive (A)", "魅力（A）"),
    opt(I, "Indifferent (I)", "无差异（I）"),
    opt(R, "Reverse (R)", "反向（R）"),
    opt(Q, "Questionable (Q)", "可疑（Q）"),
];

/// Kano's evaluation table: the answer to "it is there" in rows, to "it is missing" in columns, each from 1 like to 5
/// dislike.
const EVALUATION: [[&str; 5]; 5] =
    [[Q, A, A, A, O], [R, I, I, I, M], [R, I, I, I, M], [R, I, I, I, M], [R, R, R, R, Q]];

/// Fewest respondents for Better and Worse.
const FEWEST_RESPONDENTS: f64 = 5.0;

/// Kano class: the team's choice, else by the pair of answers, else the most frequent answer of the respondents.
pub fn kano(book: &Book, need: &Row) -> Answer {
    class_of(book, need).map_or(Answer::none(Gap::Empty), Answer::key)
}

/// Kano class as in [`kano`].
pub fn class_of(book: &Book, need: &Row) -> Option<&'static str> {
    chosen(need).or_else(|| by_answers(need)).or_else(|| most_frequent(book, need))
}

/// Better, 0 to 1: `(A + O) / (A + O + M + I)`, how much satisfaction rises when the need is met (Berger).
pub fn better(book: &Book, need: &Row) -> Answer {
    coefficient(book, need, A, 1.0)
}

/// Worse, −1 to 0: `−(O + M) / (A + O + M + I)`, how much satisfaction falls when it is not (Berger).
pub fn worse(book: &Book, need: &Row) -> Answer {
    coefficient(book, need, M, -1.0)
}

/// How many needs are of a class.
pub fn kano_counts(book: &Book, class: &str) -> Answer {
    let classes = book.memo("w3.kano_classes", &[needs::TABLE, kano_votes::TABLE], || {
        book.rows(needs::TABLE).filter_map(|need| class_of(book, need)).collect::<Vec<_>>()
    });
    if classes.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    let number = count(classes.iter().filter(|other| **other == class).count());
    Answer::number(number).with([count(classes.len())]).rated(classes.len(), book.doc.list(needs::TABLE).len())
}

fn chosen(need: &Row) -> Option<&'static str> {
    let key = need.get(needs::KANO_CLASS)?;
    CLASSES.iter().copied().find(|class| *class == key)
}

fn by_answers(need: &Row) -> Option<&'static str> {
    let row = EVALUATION.get(place(need.get(needs::KANO_F)?)?)?;
    row.get(place(need.get(needs::KANO_D)?)?).copied()
}

/// Place of an answer 1 to 5 in the table.
fn place(answer: f64) -> Option<usize> {
    [1.0, 2.0, 3.0, 4.0, 5.0].iter().position(|step| *step == answer)
}

/// The class most respondents chose; none when nobody was asked.
fn most_frequent(book: &Book, need: &Row) -> Option<&'static str> {
    if book.doc.cells(kano_votes::TABLE).is_empty() {
        return None;
    }
    let mut most: Option<(&str, f64)> = None;
    for class in CLASSES {
        let votes = votes(book, need, class);
        if votes > most.map_or(0.0, |(_, most)| most) {
            most = Some((class, votes));
        }
    }
    most.map(|(class, _)| class)
}

fn votes(book: &Book, need: &Row, class: &str) -> f64 {
    book.cell(kano_votes::TABLE, &need.id, &class.into()).get(kano_votes::COUNT).unwrap_or(0.0)
}

/// `sign · (O + other) / (A + O + M + I)`.
fn coefficient(book: &Book, need: &Row, other: &str, sign: f64) -> Answer {
    let votes = |class: &str| votes(book, need, class);
    let respondents: f64 = CLASSES.iter().map(|class| votes(class)).sum();
    if respondents < FEWEST_RESPONDENTS {
        return Answer::none(Gap::TooFew);
    }
    let counted = votes(A) + votes(O) + votes(M) + votes(I);
    Answer::ratio(sign * (votes(O) + votes(other)), counted).with([votes(other), votes(O), counted])
}
