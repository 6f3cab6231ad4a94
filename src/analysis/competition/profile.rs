//! The competitive profile: what decides the purchase, and how the firms do on it (CPM).

use std::rc::Rc;

use super::{US, others, us};
use crate::analysis::Compute::{Once, Rows};
use crate::analysis::ResultUnit::{Count, Score};
use crate::analysis::stats::{count, settle, weights};
use crate::analysis::{Answer, Book, Gap, ResultDef};
use crate::model::{Id, Row};
use crate::worksheets::competition::{comp, factors, ratings};

/// The results of this file.
pub static RESULTS: &[ResultDef] = &[
    ResultDef::new("w2.cpm.<competitor id>", "CPM score", "CPM总分", Score, Rows("w2.comp", cpm))
        .how(
            "Σ(weight × rating) = {0}, divided by Σ weight = {1}; strong above 2.5",
            "Σ（权重×评分）={0}，除以Σ权重={1}；高于2.5为强",
        )
        .reads("w2.comp w2.factors w2.ratings"),
    ResultDef::new("w2.comp.<id>.cpm_rank", "CPM rank", "CPM排名", Count, Rows("w2.comp", rank))
        .how("1 + {0} firms with a higher score", "1+得分更高的{0}家")
        .reads("w2.comp w2.factors w2.ratings"),
    ResultDef::new("w2.cpm_rank", "Our CPM rank", "我方CPM排名", Count, Once(our_rank))
        .how("1 + {0} firms with a higher score than ours", "1+得分高于我方的{0}家")
        .reads("w2.comp w2.factors w2.ratings"),
    ResultDef::new("w2.factors.<id>.gap", "Factor gap", "因素差距", Score, Rows("w2.factors", gap))
        .how("Our rating {0} − the best other rating {1}", "我方评分{0}−其他各家最高评分{1}")
        .reads("w2.comp w2.factors w2.ratings"),
    ResultDef::new(
        "w2.factors.<id>.weighted_gap",
        "Weighted factor gap",
        "加权因素差距",
        Score,
        Rows("w2.factors", weighted_gap),
    )
    .how("Weight {0} ÷ Σ weight {1} × gap {2}", "权重{0}÷Σ权重{1}×差距{2}")
    .reads("w2.comp w2.factors w2.ratings"),
];

fn rating(book: &Book, factor: &Id, firm: &Id) -> Option<f64> {
    book.cell(ratings::TABLE, factor, firm).get(ratings::RATING)
}

/// Score of a firm in the competitive profile matrix, 1 to 4: weighted mean of its ratings; strong above 2.5 (2.3).
pub fn cpm(book: &Book, firm: &Row) -> Answer {
    let rows = book.rows(factors::TABLE);
    let items: Vec<_> = rows.map(|row| (row.get(factors::WEIGHT), rating(book, &row.id, &firm.id))).collect();
    Answer::weighted_mean(&items)
}

/// The scores of all firms that have one, settled for comparing.
fn scores(book: &Book) -> Rc<Vec<f64>> {
    book.memo("competition scores", &[comp::TABLE, factors::TABLE, ratings::TABLE], || {
        book.rows(comp::TABLE).filter_map(|firm| cpm(book, firm).as_number()).map(settle).collect()
    })
}

/// Rank of a firm by its score, 1 the best; equal scores share the better rank (2.3).
pub fn rank(book: &Book, firm: &Row) -> Answer {
    let own = cpm(book, firm);
    let Some(score) = own.as_number().map(settle) else { return own.with([]) };
    let better = count(scores(book).iter().filter(|other| **other > score).count());
    Answer::number(1.0 + better).with([better])
}

/// Our rank (2.3).
pub fn our_rank(book: &Book) -> Answer {
    book.row(comp::TABLE, US).map_or(Answer::none(Gap::NoRows), |row| rank(book, row))
}

/// Our rating on a factor less the best of the others, −3 to 3 (2.3).
pub fn gap(book: &Book, factor: &Row) -> Answer {
    let best = others(book).filter_map(|firm| rating(book, &factor.id, &firm.id)).reduce(f64::max);
    match (rating(book, &factor.id, &us()), best) {
        (Some(own), Some(best)) => Answer::number(own - best).with([own, best]),
        _ => Answer::none(Gap::NoRows),
    }
}

/// The gap times the factor's share in all weights: most negative first is the fix list, most positive first the talk
/// list (2.3).
pub fn weighted_gap(book: &Book, factor: &Row) -> Answer {
    let gap = gap(book, factor);
    let Some(distance) = gap.as_number() else { return gap };
    let given: Vec<_> = book.rows(factors::TABLE).map(|row| row.get(factors::WEIGHT)).collect();
    let weights = weights(&given);
    let total: f64 = weights.iter().flatten().sum();
    let at = book.doc.list(factors::TABLE).position(factor.id.as_str());
    match at.and_then(|at| weights.get(at).copied().flatten()) {
        None => Answer::none(Gap::Empty),
        Some(_) if total == 0.0 => Answer::none(Gap::DivisionByZero),
        Some(weight) => Answer::number(weight / total * distance).with([weight, total, distance]),
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{answer, column, doc, expect, gap, put};
    use crate::model::Document;

    fn rate(document: &mut Document, firm: &str, ratings: &str) {
        for (at, rating) in ratings.split_whitespace().enumerate() {
            put(document, &format!("w2.comp.{firm}.products"), "all");
            put(document, &format!("w2.ratings.r{}.{firm}.rating", at + 1), rating);
        }
    }

    #[test]
    fn six_factors_three_firms() {
        let mut document = doc(&[]);
        column(&mut document, "w2.factors", "weight", "0.20 0.15 0.25 0.15 0.10 0.15");
        assert_eq!(gap(&document, "w2.cpm_rank"), Gap::NoRows);
        rate(&mut document, "us", "3 2 4 3 2 4");
        assert_eq!(gap(&document, "w2.factors.r1.gap"), Gap::NoRows);
        rate(&mut document, "a", "4 3 3 3 3 2");
        rate(&mut document, "b", "2 4 2 2 4 2");
        expect(
            &document,
            &[
                ("w2.cpm.us", 3.15),
                ("w2.cpm.a", 3.05),
                ("w2.cpm.b", 2.5),
                ("w2.cpm_rank", 1.0),
                ("w2.comp.b.cpm_rank", 3.0),
                ("w2.factors.r2.gap", -2.0),
                ("w2.factors.r2.weighted_gap", -0.3),
                ("w2.factors.r3.weighted_gap", 0.25),
            ],
        );
    }

    #[test]
    fn weights_of_any_size_and_shared_ranks() {
        let mut document = doc(&[]);
        column(&mut document, "w2.factors", "weight", "3 2 5");
        rate(&mut document, "us", "4 1 2");
        rate(&mut document, "a", "4 1 2");
        rate(&mut document, "b", "1");
        expect(&document, &[("w2.cpm.us", 2.4), ("w2.cpm.b", 1.0), ("w2.cpm_rank", 1.0), ("w2.comp.a.cpm_rank", 1.0)]);
        expect(&document, &[("w2.comp.b.cpm_rank", 3.0)]);
        assert_eq!(answer(&document, "w2.cpm.b").rated, Some((1, 3)));
        put(&mut document, "w2.factors.r4.factor", "No weight yet");
        put(&mut document, "w2.ratings.r4.us.rating", "4");
        put(&mut document, "w2.ratings.r4.a.rating", "2");
        expect(&document, &[("w2.cpm.us", 2.4), ("w2.factors.r4.gap", 2.0)]);
        assert_eq!(gap(&document, "w2.factors.r4.weighted_gap"), Gap::Empty);
        column(&mut document, "w2.factors", "weight", "0 0 0");
        assert_eq!(gap(&document, "w2.cpm.us"), Gap::DivisionByZero);
        assert_eq!(gap(&document, "w2.factors.r1.weighted_gap"), Gap::DivisionByZero);
        assert_eq!(gap(&document, "w2.comp.us.cpm_rank"), Gap::DivisionByZero);
    }
}
