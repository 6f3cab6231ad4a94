//! The matrix of attractive customers and our strength with them.

use crate::analysis::Compute::Rows;
use crate::analysis::ResultUnit::{Enum, Score};
use crate::analysis::stats::settle;
use crate::analysis::{Answer, Book, Gap, ResultDef};
use crate::model::{Row, opt};
use crate::worksheets::portfolio::{criteria, ratings};

/// The results of this file.
pub static RESULTS: &[ResultDef] = &[
    ResultDef::new(
        "portfolio.<id>.attractiveness",
        "Attractiveness",
        "客户吸引力",
        Score,
        Rows("portfolio.customers", attractiveness),
    )
    .how("Σ(weight × rating) = {0}, divided by Σ weight = {1}", "Σ（权重×评分）={0}，除以Σ权重={1}")
    .reads("portfolio.customers portfolio.criteria portfolio.ratings"),
    ResultDef::new(
        "portfolio.<id>.strength",
        "Relative strength",
        "我方相对优势",
        Score,
        Rows("portfolio.customers", strength),
    )
    .how("Σ(weight × rating) = {0}, divided by Σ weight = {1}", "Σ（权重×评分）={0}，除以Σ权重={1}")
    .reads("portfolio.customers portfolio.criteria portfolio.ratings"),
    ResultDef::new("portfolio.<id>.cell", "Matrix cell", "组合象限", Enum, Rows("portfolio.customers", cell))
        .options(&[
            opt("strategic", "Strategic", "战略型"),
            opt("star", "Star", "明星型"),
            opt("status", "Status", "维持型"),
            opt("streamline", "Streamline", "精简型"),
        ])
        .how("Attractiveness {0} and our strength {1}, each high from 3", "吸引力{0}、我方优势{1}，3分起为高")
        .reads("portfolio.customers portfolio.criteria portfolio.ratings"),
    ResultDef::new(
        "portfolio.<id>.cell9",
        "Matrix cell, nine fields",
        "组合九格",
        Enum,
        Rows("portfolio.customers", cell9),
    )
    .options(&[
        opt("high_high", "Attractive high, strength high", "吸引力高、优势高"),
        opt("high_mid", "Attractive high, strength medium", "吸引力高、优势中"),
        opt("high_low", "Attractive high, strength low", "吸引力高、优势低"),
        opt("mid_high", "Attractive medium, strength high", "吸引力中、优势高"),
        opt("mid_mid", "Attractive medium, strength medium", "吸引力中、优势中"),
        opt("mid_low", "Attractive medium, strength low", "吸引力中、优势低"),
        opt("low_high", "Attractive low, strength high", "吸引力低、优势高"),
        opt("low_mid", "Attractive low, strength medium", "吸引力低、优势中"),
        opt("low_low", "Attractive low, strength low", "吸引力低、优势低"),
    ])
    .how(
        "Attractiveness {0} and our strength {1}, each low below 2.33, high from 3.67",
        "吸引力{0}、我方优势{1}，低于2.33为低，3.67起为高",
    )
    .reads("portfolio.customers portfolio.criteria portfolio.ratings"),
];

/// How attractive the customer is, 1 to 5: weighted mean of the ratings on that axis (3.0.7).
pub fn attractiveness(book: &Book, customer: &Row) -> Answer {
    on_axis(book, customer, "attractiveness")
}

/// How strong we are with the customer against the best competitor, 1 to 5: weighted mean of the ratings on that axis
/// (3.0.7).
pub fn strength(book: &Book, customer: &Row) -> Answer {
    on_axis(book, customer, "strength")
}

fn on_axis(book: &Book, customer: &Row, axis: &str) -> Answer {
    let of_axis = book.rows(criteria::TABLE).filter(|row| row.get(criteria::AXIS) == Some(axis));
    let items: Vec<_> = of_axis
        .map(|row| (row.get(criteria::WEIGHT), book.cell(ratings::TABLE, &customer.id, &row.id).get(ratings::RATING)))
        .collect();
    Answer::weighted_mean(&items)
}

fn point(book: &Book, customer: &Row) -> Option<(f64, f64)> {
    Some((settle(attractiveness(book, customer).as_number()?), settle(strength(book, customer).as_number()?)))
}

/// The cell of the four-field matrix, cut at 3 on both axes (3.0.7).
pub fn cell(book: &Book, customer: &Row) -> Answer {
    let Some((attractive, strong)) = point(book, customer) else { return Answer::none(Gap::NoRows) };
    let cell = match (attractive >= 3.0, strong >= 3.0) {
        (true, true) => "strategic",
        (true, false) => "star",
        (false, true) => "status",
        (false, false) => "streamline",
    };
    Answer::key(cell).with([attractive, strong])
}

/// The cell of the nine-field matrix, cut at 2.33 and 3.67 on both axes (3.0.7).
pub fn cell9(book: &Book, customer: &Row) -> Answer {
    use std::cmp::Ordering::{Equal, Greater, Less};
    let Some((attractive, strong)) = point(book, customer) else { return Answer::none(Gap::NoRows) };
    let third = |score: f64| match score {
        _ if score < 2.33 => Less,
        _ if score < 3.67 => Equal,
        _ => Greater,
    };
    let cell = match (third(attractive), third(strong)) {
        (Greater, Greater) => "high_high",
        (Greater, Equal) => "high_mid",
        (Greater, Less) => "high_low",
        (Equal, Greater) => "mid_high",
        (Equal, Equal) => "mid_mid",
        (Equal, Less) => "mid_low",
        (Less, Greater) => "low_high",
        (Less, Equal) => "low_mid",
        (Less, Less) => "low_low",
    };
    Answer::key(cell).with([attractive, strong])
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{answer, doc, expect, gap, key, put};

    #[test]
    fn weighted_over_the_rated_criteria_of_the_axis() {
        let mut document = doc(&[
            ("portfolio.customers.c.name", "Nordlicht"),
            ("portfolio.criteria.a1.axis", "attractiveness"),
            ("portfolio.criteria.a1.weight", "25"),
            ("portfolio.criteria.a2.axis", "attractiveness"),
            ("portfolio.criteria.a2.weight", "75"),
            ("portfolio.criteria.a3.axis", "attractiveness"),
            ("portfolio.criteria.s1.axis", "strength"),
            ("portfolio.ratings.c.a1.rating", "5"),
            ("portfolio.ratings.c.a2.rating", "3"),
            ("portfolio.ratings.c.a3.rating", "1"),
        ]);
        expect(&document, &[("portfolio.c.attractiveness", 3.5)]);
        assert_eq!(answer(&document, "portfolio.c.attractiveness").rated, Some((2, 3)));
        assert_eq!(gap(&document, "portfolio.c.strength"), Gap::NoRows);
        assert_eq!(gap(&document, "portfolio.c.cell"), Gap::NoRows);
        for (rating, cell, cell9) in
            [("2", "star", "mid_low"), ("3", "strategic", "mid_mid"), ("5", "strategic", "mid_high")]
        {
            put(&mut document, "portfolio.ratings.c.s1.rating", rating);
            assert_eq!(key(&document, "portfolio.c.cell"), cell);
            assert_eq!(key(&document, "portfolio.c.cell9"), cell9);
        }
        put(&mut document, "portfolio.criteria.a1.weight", "0");
        put(&mut document, "portfolio.criteria.a2.weight", "0");
        assert_eq!(gap(&document, "portfolio.c.attractiveness"), Gap::DivisionByZero);
    }
}
