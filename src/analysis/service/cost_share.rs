//! Cost to serve against what the account brings in.

use super::cost_to_serve::cost_to_serve;
use crate::analysis::competition::wallet;
use crate::analysis::plan::history;
use crate::analysis::{Answer, Book, Gap};

/// Cost to serve in percent of our revenue with the account: that of the latest year in the history, else our sales by
/// category.
pub fn cost_to_serve_share(book: &Book) -> Answer {
    Answer::attempt(|| {
        let cost = cost_to_serve(book).required()?;
        let revenue = history::latest_revenue(book).or_else(|| wallet::sales_total(book).as_number());
        let revenue = revenue.ok_or(Gap::Empty)?;
        Ok(Answer::ratio(cost * 100.0, revenue).with([cost, revenue]))
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{doc, expect, gap, put};

    #[test]
    fn the_latest_year_comes_before_the_categories() {
        let mut document = doc(&[("w5.cts.a.quantity", "10"), ("w5.cts.a.unit_cost", "5")]);
        assert_eq!(gap(&document, "w5.cost_to_serve_share"), Gap::Empty);
        put(&mut document, "w2.wallet.a.ours", "200");
        expect(&document, &[("w5.cost_to_serve_share", 25.0)]);
        put(&mut document, "w6.hist.a.year", "2024");
        put(&mut document, "w6.hist.a.revenue", "400");
        put(&mut document, "w6.hist.b.year", "2025");
        put(&mut document, "w6.hist.b.revenue", "500");
        expect(&document, &[("w5.cost_to_serve_share", 10.0)]);
        put(&mut document, "w6.hist.b.revenue", "0");
        assert_eq!(gap(&document, "w5.cost_to_serve_share"), Gap::DivisionByZero);
        assert_eq!(gap(&doc(&[("w6.hist.b.revenue", "5")]), "w5.cost_to_serve_share"), Gap::NoRows);
    }
}
