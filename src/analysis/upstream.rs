//! Results of earlier worksheets that the later ones build on.

use super::stats::{count, weighted_mean};
use super::{Answer, Book, Gap};
use crate::model::{Field, Money};
use crate::worksheets::competition::{comp, deals, factors, ratings, wallet};
use crate::worksheets::needs::people;

fn sum(book: &Book, field: Field<Money>) -> Answer {
    let values: Vec<f64> = book.rows(wallet::TABLE).filter_map(|row| row.get(field)).collect();
    if values.is_empty() { Answer::none(Gap::NoRows) } else { Answer::number(values.iter().sum()) }
}

/// Total wallet.
pub fn wallet_total(book: &Book) -> Answer {
    sum(book, wallet::TOTAL_SPEND)
}

/// Our sales.
pub fn sales_total(book: &Book) -> Answer {
    sum(book, wallet::OURS)
}

/// Win rate in percent.
pub fn win_rate(book: &Book) -> Answer {
    let results = || book.rows(deals::TABLE).filter_map(|row| row.get(deals::RESULT));
    let won = count(results().filter(|result| *result == "won").count());
    let all = count(results().filter(|result| matches!(*result, "won" | "lost")).count());
    if all == 0.0 { Answer::none(Gap::NoRows) } else { Answer::number(won / all * 100.0) }
}

/// Our CPM score.
pub fn our_cpm(book: &Book) -> Answer {
    let Some(us) = book.row(comp::TABLE, "us") else { return Answer::none(Gap::NoRows) };
    let items: Vec<_> = book
        .rows(factors::TABLE)
        .filter_map(|row| {
            let rating = book.cell(ratings::TABLE, &row.id, &us.id).get(ratings::RATING)?;
            Some((row.get(factors::WEIGHT), Some(rating)))
        })
        .collect();
    Answer::maybe(weighted_mean(&items).0, Gap::NoRows)
}

/// Support index.
pub fn support_index(book: &Book) -> Answer {
    let rows = || book.rows(people::TABLE).filter_map(|row| row.get(people::INFLUENCE).zip(row.get(people::SUPPORT)));
    if rows().next().is_none() {
        return Answer::none(Gap::NoRows);
    }
    let sum: f64 = rows().map(|(influence, support)| influence * support).sum();
    Answer::ratio(sum * 100.0, 2.0 * rows().map(|(influence, _)| influence).sum::<f64>())
}

/// Coverage index.
pub fn coverage_index(book: &Book) -> Answer {
    let rows = || book.rows(people::TABLE).filter_map(|row| row.get(people::INFLUENCE).zip(row.get(people::CONTACT)));
    if rows().next().is_none() {
        return Answer::none(Gap::NoRows);
    }
    let near: f64 = rows().filter(|(_, contact)| *contact >= 2.0).map(|(influence, _)| influence).sum();
    Answer::ratio(near * 100.0, rows().map(|(influence, _)| influence).sum())
}
