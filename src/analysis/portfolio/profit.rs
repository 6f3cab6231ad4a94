//! What is left of each customer's margin.

use super::ranking::Ranking;
use crate::analysis::Compute::Rows;
use crate::analysis::ResultUnit::{Money, Percent};
use crate::analysis::{Answer, Book, Gap, ResultDef};
use crate::model::Row;
use crate::worksheets::portfolio::customers;

/// The results of this file.
pub static RESULTS: &[ResultDef] = &[
    ResultDef::new("portfolio.<id>.profit", "Customer profit", "客户利润", Money, Rows("portfolio.customers", profit))
        .how("Gross margin {0} − cost to serve {1}", "毛利{0}−服务成本{1}")
        .reads("portfolio.customers"),
    ResultDef::new("portfolio.<id>.whale", "Whale curve", "鲸鱼曲线", Percent, Rows("portfolio.customers", whale))
        .how(
            "Profit of this customer and all more profitable ones = {0}, divided by all profit = {1}, times 100",
            "本客户及利润更高客户的利润合计={0}，除以总利润={1}，再乘100",
        )
        .reads("portfolio.customers"),
];

/// Gross margin less cost to serve, money a year (3.0.7).
pub fn profit(_: &Book, customer: &Row) -> Answer {
    match (customer.get(customers::GROSS_MARGIN), customer.get(customers::COST_TO_SERVE)) {
        (Some(margin), Some(cost)) => Answer::number(margin - cost).with([margin, cost]),
        _ => Answer::none(Gap::Empty),
    }
}

/// Share in all profit of this customer and those before it, most profitable first, percent; above 100 where others
/// lose money (3.0.7).
pub fn whale(book: &Book, customer: &Row) -> Answer {
    let ranking = book.memo("portfolio by profit", &[customers::TABLE], || {
        let rows = book.rows(customers::TABLE);
        Ranking::of(rows.filter_map(|row| Some((row.id.clone(), profit(book, row).as_number()?))).collect())
    });
    match ranking.place(&customer.id) {
        None => Answer::none(Gap::Empty),
        Some(_) if ranking.total < 0.0 => Answer::none(Gap::NotApplicable),
        Some(place) => Answer::percent(place.before + place.own, ranking.total),
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{column, doc, expect, gap, put};

    #[test]
    fn the_curve_rises_above_a_hundred_and_comes_back() {
        let mut document = doc(&[]);
        column(&mut document, "portfolio.customers", "gross_margin", "10 60 - 40");
        column(&mut document, "portfolio.customers", "cost_to_serve", "30 10 5 20");
        expect(
            &document,
            &[
                ("portfolio.r1.profit", -20.0),
                ("portfolio.r2.whale", 100.0),
                ("portfolio.r4.whale", 140.0),
                ("portfolio.r1.whale", 100.0),
            ],
        );
        assert_eq!(gap(&document, "portfolio.r3.profit"), Gap::Empty);
        assert_eq!(gap(&document, "portfolio.r3.whale"), Gap::Empty);
        put(&mut document, "portfolio.customers.r1.cost_to_serve", "80");
        assert_eq!(gap(&document, "portfolio.r2.whale"), Gap::DivisionByZero);
        put(&mut document, "portfolio.customers.r1.cost_to_serve", "90");
        assert_eq!(gap(&document, "portfolio.r2.whale"), Gap::NotApplicable);
    }
}
