//! Where along the value chain the money is made.

use crate::analysis::Compute::Rows;
use crate::analysis::ResultUnit::Percent;
use crate::analysis::{Answer, Book, Gap, ResultDef};
use crate::model::Row;
use crate::worksheets::industry::chain;

/// The results of this file.
pub static RESULTS: &[ResultDef] = &[ResultDef::new(
    "w1.chain.<id>.profit_share",
    "Profit-pool share",
    "利润池占比",
    Percent,
    Rows("w1.chain", profit_share),
)
.how(
    "Revenue share × margin = {0}, divided by the sum of those above zero = {1}, times 100",
    "收入占比×利润率={0}，除以其中为正者之和={1}，再乘100",
)
.reads("w1.chain")];

/// Share of a step in the profit pool, percent: revenue share × margin over the sum of the positive ones; a step that
/// loses money keeps its sign (1.7).
pub fn profit_share(book: &Book, step: &Row) -> Answer {
    let profit = |row: &Row| Some(row.get(chain::REVENUE_SHARE)? * row.get(chain::MARGIN)?);
    let Some(own) = profit(step) else { return Answer::none(Gap::Empty) };
    let pool: f64 = book.rows(chain::TABLE).filter_map(profit).filter(|profit| *profit > 0.0).sum();
    Answer::percent(own, pool)
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{column, doc, expect, gap};

    #[test]
    fn losses_keep_their_sign_and_stay_out_of_the_pool() {
        let mut document = doc(&[]);
        column(&mut document, "w1.chain", "revenue_share", "20 30 50 10");
        column(&mut document, "w1.chain", "margin", "30 -10 8");
        expect(
            &document,
            &[
                ("w1.chain.r1.profit_share", 60.0),
                ("w1.chain.r2.profit_share", -30.0),
                ("w1.chain.r3.profit_share", 40.0),
            ],
        );
        assert_eq!(gap(&document, "w1.chain.r4.profit_share"), Gap::Empty);
        column(&mut document, "w1.chain", "margin", "0 -10 -8");
        assert_eq!(gap(&document, "w1.chain.r1.profit_share"), Gap::DivisionByZero);
    }
}
