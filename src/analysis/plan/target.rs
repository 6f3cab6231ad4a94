//! The target of the plan year, and what the wallet suggests.

use super::fiscal;
use crate::analysis::competition::wallet;
use crate::analysis::{Answer, Book, Gap};
use crate::model::{Field, Money};
use crate::worksheets::{account, plan::fin, plan::targets};

/// The plan year: the fiscal year in which the plan ends, else the earliest year with a target.
fn plan_year(book: &Book) -> Option<f64> {
    let end = book.form(account::plan::TABLE).get(account::plan::PERIOD_TO);
    let of_period = end.map(|end| f64::from(fiscal::year(end, fiscal::start_month(book))));
    let years = || book.rows(targets::TABLE).filter_map(|row| row.get(targets::YEAR));
    of_period.or_else(|| years().min_by(f64::total_cmp))
}

/// A target of the plan year: the row of the whole year wins, else the quarters are added. A row without a year counts.
fn of_plan_year(book: &Book, field: Field<Money>) -> Answer {
    let year = plan_year(book);
    let values: Vec<(&str, f64)> = book
        .rows(targets::TABLE)
        .filter(|row| row.get(targets::YEAR).is_none_or(|of_row| Some(of_row) == year))
        .filter_map(|row| Some((row.get(targets::PERIOD)?, row.get(field)?)))
        .collect();
    let whole = values.iter().find(|(period, _)| *period == "year").map(|(_, value)| *value);
    let quarters: Vec<f64> = values
        .iter()
        .filter(|(period, _)| matches!(*period, "q1" | "q2" | "q3" | "q4"))
        .map(|(_, value)| *value)
        .collect();
    let added = (!quarters.is_empty()).then(|| quarters.iter().sum());
    Answer::maybe(whole.or(added), Gap::NoRows)
}

/// Target revenue of the plan year.
pub fn revenue(book: &Book) -> Answer {
    of_plan_year(book, targets::REVENUE)
}

/// Target gross margin of the plan year.
pub fn margin(book: &Book) -> Answer {
    of_plan_year(book, targets::MARGIN)
}

/// Suggested target: the wallet after its growth times the share of it that is wanted. Never written into the target.
pub fn suggestion(book: &Book) -> Answer {
    Answer::attempt(|| {
        let form = book.form(fin::TABLE);
        let spend = wallet::total(book).required()?;
        let growth = form.get(fin::WALLET_GROWTH).ok_or(Gap::Empty)?;
        let share = form.get(fin::SOW_TARGET).ok_or(Gap::Empty)?;
        Ok(Answer::number(spend * (1.0 + growth / 100.0) * share / 100.0).with([spend, growth, share]))
    })
}

/// Target less suggestion.
pub fn difference(book: &Book) -> Answer {
    Answer::attempt(|| {
        let (target, suggestion) = (revenue(book).required()?, suggestion(book).required()?);
        Ok(Answer::number(target - suggestion).with([target, suggestion]))
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{column, doc, expect, gap, put};

    #[test]
    fn the_whole_year_wins_over_its_quarters() {
        let mut document = doc(&[("card.plan.period_to", "2026-12-31")]);
        assert_eq!(gap(&document, "w6.target"), Gap::NoRows);
        column(&mut document, "w6.targets", "year", "2025 2026 2026 - 2026");
        column(&mut document, "w6.targets", "period", "- q1 q2 q3 year");
        column(&mut document, "w6.targets", "revenue", "900 10 20 30 -");
        column(&mut document, "w6.targets", "margin", "1 2 3 -4 7");
        expect(&document, &[("w6.target", 60.0), ("w6.target_margin", 7.0)]);
        put(&mut document, "w6.targets.r5.revenue", "100");
        expect(&document, &[("w6.target", 100.0)]);
        put(&mut document, "card.plan.period_to", "");
        expect(&document, &[("w6.target", 900.0)]);
    }

    #[test]
    fn the_plan_year_is_the_fiscal_year_in_which_the_plan_ends() {
        let mut document = doc(&[("card.plan.period_to", "2026-06-30"), ("settings.general.fiscal_year_start", "4")]);
        column(&mut document, "w6.targets", "year", "2026 2027");
        column(&mut document, "w6.targets", "revenue", "1 2");
        expect(&document, &[("w6.target", 2.0)]);
        put(&mut document, "card.plan.period_to", "2026-03-31");
        expect(&document, &[("w6.target", 1.0)]);
    }

    #[test]
    fn the_wallet_suggests_and_never_decides() {
        let mut document = doc(&[
            ("w2.wallet.a.total_spend", "1000"),
            ("w6.fin.wallet_growth", "-10"),
            ("w6.targets.a.revenue", "300"),
        ]);
        assert_eq!(gap(&document, "w6.target_suggestion"), Gap::Empty);
        put(&mut document, "w6.fin.sow_target", "30");
        expect(&document, &[("w6.target", 300.0), ("w6.target_suggestion", 270.0), ("w6.target_difference", 30.0)]);
    }
}
