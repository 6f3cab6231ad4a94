//! What the account leaves us, and what our investment in it returns.

use super::{history, target};
use crate::analysis::service::cost_to_serve::cost_to_serve;
use crate::analysis::{Answer, Book, Gap};
use crate::model::bi;
use crate::worksheets::plan::fin;

/// The margin to count with: the target of the plan year, else that of the latest year.
pub(super) fn planned_or_latest(book: &Book) -> Option<f64> {
    target::margin(book).as_number().or_else(|| history::latest_margin(book))
}

/// Account margin: margin less cost to serve less investment. What is empty is not deducted and named.
pub fn account_margin(book: &Book) -> Answer {
    let Some(margin) = planned_or_latest(book) else { return Answer::none(Gap::Empty) };
    let parts = [
        (bi("cost to serve", "服务成本"), cost_to_serve(book).as_number()),
        (bi("account investment", "客户投入"), book.form(fin::TABLE).get(fin::INVESTMENT)),
    ];
    let [cost, investment] = parts.map(|(_, value)| value.unwrap_or(0.0));
    let left_out = parts.iter().filter(|(_, value)| value.is_none()).map(|(name, _)| *name).collect();
    Answer::number(margin - cost - investment).with([margin, cost, investment]).without(left_out)
}

/// Return on the account investment in percent: `(incremental margin − investment) / investment`, the incremental margin
/// being the target margin less that of the latest year.
pub fn investment_return(book: &Book) -> Answer {
    Answer::attempt(|| {
        let before = history::latest_margin(book).ok_or(Gap::Empty)?;
        let incremental = target::margin(book).required()? - before;
        let investment = book.form(fin::TABLE).get(fin::INVESTMENT).ok_or(Gap::Empty)?;
        Ok(Answer::ratio((incremental - investment) * 100.0, investment).with([incremental, investment]))
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{answer, doc, expect, gap, put};

    #[test]
    fn what_is_empty_is_not_deducted_but_named() {
        let mut document = doc(&[("w6.hist.a.year", "2025"), ("w6.hist.a.margin", "300")]);
        expect(&document, &[("w6.account_margin", 300.0)]);
        assert_eq!(answer(&document, "w6.account_margin").left_out.len(), 2);
        put(&mut document, "w6.targets.a.margin", "500");
        put(&mut document, "w6.fin.investment", "100");
        put(&mut document, "w5.cts.a.quantity", "2");
        put(&mut document, "w5.cts.a.unit_cost", "20");
        expect(&document, &[("w6.account_margin", 360.0), ("w6.investment_return", 100.0)]);
        assert!(answer(&document, "w6.account_margin").left_out.is_empty());
        put(&mut document, "w6.fin.investment", "0");
        assert_eq!(gap(&document, "w6.investment_return"), Gap::DivisionByZero);
        assert_eq!(gap(&doc(&[]), "w6.account_margin"), Gap::Empty);
        assert_eq!(gap(&doc(&[]), "w6.investment_return"), Gap::Empty);
    }
}
