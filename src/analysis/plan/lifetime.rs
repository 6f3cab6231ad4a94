//! Customer lifetime value.

use super::margin::planned_or_latest;
use crate::analysis::service::cost_to_serve::cost_to_serve;
use crate::analysis::stats::settle;
use crate::analysis::{Answer, Book, Gap};
use crate::worksheets::plan::fin;

/// Longest horizon that is added up, in years.
const LONGEST: f64 = 1000.0;

/// What a lifetime value is computed from; rates as fractions.
struct Inputs {
    margin: f64,
    retention: f64,
    discount: f64,
}

impl Inputs {
    /// The typed yearly margin, else the planned or latest margin less cost to serve; retention; discount rate.
    fn read(book: &Book) -> Result<Self, Gap> {
        let form = book.form(fin::TABLE);
        let net = || planned_or_latest(book).map(|margin| margin - cost_to_serve(book).as_number().unwrap_or(0.0));
        let margin = form.get(fin::MARGIN_PER_YEAR).or_else(net).ok_or(Gap::Empty)?;
        let retention = form.get(fin::RETENTION).ok_or(Gap::Empty)? / 100.0;
        let discount = form.get(fin::DISCOUNT).ok_or(Gap::Empty)? / 100.0;
        Ok(Self { margin, retention, discount })
    }

    /// `1 + d − r`, below which there is no finite value.
    fn decay(&self) -> Result<f64, Gap> {
        let decay = 1.0 + self.discount - self.retention;
        if settle(decay) > 0.0 { Ok(decay) } else { Err(Gap::DivisionByZero) }
    }

    fn infinite(&self) -> Result<f64, Gap> {
        Ok(self.margin * self.retention / self.decay()?)
    }

    fn numbers(&self) -> [f64; 3] {
        [self.margin, self.retention * 100.0, self.discount * 100.0]
    }
}

/// Lifetime value without end, `m·r / (1 + d − r)`; the first margin comes after the first retention (Gupta and Lehmann).
pub fn clv(book: &Book) -> Answer {
    Answer::attempt(|| {
        let inputs = Inputs::read(book)?;
        Ok(Answer::number(inputs.infinite()?).with(inputs.numbers()))
    })
}

/// Lifetime value with this year's margin, `m·(1 + d) / (1 + d − r)`.
pub fn clv_immediate(book: &Book) -> Answer {
    Answer::attempt(|| {
        let inputs = Inputs::read(book)?;
        let value = inputs.margin * (1.0 + inputs.discount) / inputs.decay()?;
        Ok(Answer::number(value).with(inputs.numbers()))
    })
}

/// Lifetime value over the horizon of N years, `Σ m·rᵗ / (1 + d)ᵗ` for t = 0 to N − 1, less the cost of winning.
pub fn clv_finite(book: &Book) -> Answer {
    Answer::attempt(|| {
        let inputs = Inputs::read(book)?;
        let form = book.form(fin::TABLE);
        let years = form.get(fin::HORIZON).filter(|years| (1.0..=LONGEST).contains(years)).ok_or(Gap::Empty)?;
        let factor = inputs.retention / (1.0 + inputs.discount);
        let sum: f64 = std::iter::successors(Some(inputs.margin), |margin| Some(margin * factor))
            .zip(0_u16..)
            .take_while(|(_, year)| f64::from(*year) < years)
            .map(|(margin, _)| margin)
            .sum();
        let acquisition = form.get(fin::ACQUISITION).unwrap_or(0.0);
        let [margin, retention, discount] = inputs.numbers();
        Ok(Answer::number(sum - acquisition).with([margin, retention, discount, years, acquisition]))
    })
}

/// Change of the lifetime value in percent when retention is five points higher, capped at 99.
pub fn retention_plus5(book: &Book) -> Answer {
    sensitivity(book, |retention| if settle(retention) > 0.99 { None } else { Some((retention + 0.05).min(0.99)) })
}

/// Change of the lifetime value in percent when retention is five points lower, not below 0.
pub fn retention_minus5(book: &Book) -> Answer {
    sensitivity(book, |retention| Some((retention - 0.05).max(0.0)))
}

fn sensitivity(book: &Book, shift: fn(f64) -> Option<f64>) -> Answer {
    Answer::attempt(|| {
        let inputs = Inputs::read(book)?;
        let before = inputs.infinite()?;
        if before == 0.0 {
            return Err(Gap::DivisionByZero);
        }
        let retention = shift(inputs.retention).ok_or(Gap::NotApplicable)?;
        let after = Inputs { retention, ..inputs }.infinite()?;
        Ok(Answer::number((after / before - 1.0) * 100.0).with([after, before]))
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{doc, expect, gap, put};
    use crate::model::Document;

    fn account(margin: &str, retention: &str, discount: &str) -> Document {
        doc(&[("w6.fin.margin_per_year", margin), ("w6.fin.retention", retention), ("w6.fin.discount", discount)])
    }

    #[test]
    fn textbook_values() {
        let document = account("100", "80", "10");
        expect(
            &document,
            &[
                ("w6.clv", 266.666_666_666_666_7),
                ("w6.clv_immediate", 366.666_666_666_666_7),
                ("w6.clv_finite", 292.063_383_648_658_26),
                ("w6.clv_retention_plus5", 27.5),
                ("w6.clv_retention_minus5", (75.0 / 35.0) / (80.0 / 30.0) * 100.0 - 100.0),
            ],
        );
    }

    #[test]
    fn margin_falls_back_to_target_and_history_less_cost_to_serve() {
        let mut document = doc(&[("w6.fin.retention", "90"), ("w6.hist.a.year", "2025"), ("w6.hist.a.margin", "50")]);
        expect(&document, &[("w6.clv", 225.0)]);
        put(&mut document, "w6.targets.a.margin", "100");
        put(&mut document, "w5.cts.a.quantity", "10");
        put(&mut document, "w5.cts.a.unit_cost", "2");
        expect(&document, &[("w6.clv", 360.0)]);
        put(&mut document, "w6.fin.acquisition", "1000");
        put(&mut document, "w6.fin.horizon", "1");
        expect(&document, &[("w6.clv_finite", -920.0)]);
    }

    #[test]
    fn no_value_where_the_sum_does_not_end() {
        let certain = account("100", "100", "0");
        assert_eq!(gap(&certain, "w6.clv"), Gap::DivisionByZero);
        assert_eq!(gap(&certain, "w6.clv_immediate"), Gap::DivisionByZero);
        expect(&certain, &[("w6.clv_finite", 500.0)]);
        let near = account("100", "99.5", "10");
        assert_eq!(gap(&near, "w6.clv_retention_plus5"), Gap::NotApplicable);
        assert_eq!(gap(&account("0", "80", "10"), "w6.clv_retention_plus5"), Gap::DivisionByZero);
        assert_eq!(gap(&doc(&[("w6.fin.retention", "80")]), "w6.clv"), Gap::Empty);
        let capped = account("100", "97", "10");
        expect(&capped, &[("w6.clv_retention_plus5", (0.99 / 0.11) / (0.97 / 0.13) * 100.0 - 100.0)]);
    }
}
