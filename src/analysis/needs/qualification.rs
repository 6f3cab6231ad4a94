//! Qualification of an opportunity (MEDDPICC), and how long the customer takes to decide.

use crate::analysis::stats::count;
use crate::analysis::{Answer, Book, Gap};
use crate::model::{Columns, Id, Opt, Row};
use crate::worksheets::needs::{meddpicc, process};

/// MEDDPICC score of an opportunity, 0 to 16: eight elements, 0 unknown to 2 proven each, summed as far as rated.
pub fn total(book: &Book, opportunity: &Row) -> Answer {
    let scores = scores(book, &opportunity.id);
    if scores.is_empty() {
        return Answer::none(Gap::Empty);
    }
    Answer::number(scores.iter().sum()).with([count(scores.len())]).rated(scores.len(), elements().len())
}

/// Class of the score: from 14 strong, from 12 good, from 8 needs work, from 4 weak, below that drop it. Only when all
/// eight elements are rated.
pub fn class(book: &Book, opportunity: &Row) -> Answer {
    let scores = scores(book, &opportunity.id);
    if scores.len() < elements().len() {
        return Answer::none(Gap::TooFew).rated(scores.len(), elements().len());
    }
    let total: f64 = scores.iter().sum();
    let class = match total {
        total if total >= 14.0 => "strong",
        total if total >= 12.0 => "good",
        total if total >= 8.0 => "needs_work",
        total if total >= 4.0 => "weak",
        _ => "drop",
    };
    Answer::key(class).with([total])
}

/// Days the customer takes to decide, the steps one after the other.
pub fn lead_time(book: &Book) -> Answer {
    let days: Vec<f64> = book.rows(process::TABLE).filter_map(|step| step.get(process::DAYS)).collect();
    if days.is_empty() {
        return Answer::none(Gap::NoRows);
    }
    Answer::number(days.iter().sum()).with([count(days.len())]).rated(days.len(), book.doc.list(process::TABLE).len())
}

const fn elements() -> &'static [Opt] {
    match meddpicc::TABLE.matrix() {
        Some((_, Columns::Fixed(elements))) => elements,
        _ => &[],
    }
}

fn scores(book: &Book, opportunity: &Id) -> Vec<f64> {
    let score = |element: &Opt| book.cell(meddpicc::TABLE, opportunity, &element.key.into()).get(meddpicc::SCORE);
    elements().iter().filter_map(score).collect()
}
