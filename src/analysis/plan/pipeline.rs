//! The pipeline: open opportunities and what they are worth.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::fiscal;
use crate::analysis::{Answer, Book, Gap};
use crate::model::Row;
use crate::worksheets::plan::opp;
use crate::worksheets::settings::{general, stages};

fn is_open(row: &Row) -> bool {
    !matches!(row.get(opp::STAGE), Some("won" | "lost"))
}

/// Percent: what was typed, else that of the stage.
fn probability_of(book: &Book, row: &Row) -> Option<f64> {
    let of_stage = || {
        let field = match row.get(opp::STAGE)? {
            "lead" => stages::LEAD,
            "qualified" => stages::QUALIFIED,
            "solution" => stages::SOLUTION,
            "proposal" => stages::PROPOSAL,
            "negotiation" => stages::NEGOTIATION,
            "verbal" => stages::VERBAL,
            "won" => stages::WON,
            "lost" => stages::LOST,
            _ => return None,
        };
        Some(book.setting(stages::TABLE, field))
    };
    row.get(opp::PROBABILITY).or_else(of_stage)
}

/// Open opportunities with their weighted amounts.
fn weighted<'a>(book: &'a Book) -> impl Iterator<Item = (&'a Row, f64)> {
    book.rows(opp::TABLE)
        .filter(|row| is_open(row))
        .filter_map(|row| Some((row, row.get(opp::AMOUNT)? * probability_of(book, row)? / 100.0)))
}

/// Probability of an opportunity in percent: typed, else that of its stage.
pub fn probability(book: &Book, row: &Row) -> Answer {
    Answer::maybe(probability_of(book, row), Gap::Empty)
}

/// Open pipeline: sum of the amounts neither won nor lost.
pub fn total(book: &Book) -> Answer {
    let open = book.rows(opp::TABLE).filter(|row| is_open(row));
    let amounts: Vec<f64> = open.filter_map(|row| row.get(opp::AMOUNT)).collect();
    if amounts.is_empty() { Answer::none(Gap::NoRows) } else { Answer::number(amounts.iter().sum()) }
}

/// Weighted pipeline: `Σ amount · probability` of the open opportunities.
pub fn weighted_pipeline(book: &Book) -> Answer {
    let amounts: Vec<f64> = weighted(book).map(|(_, amount)| amount).collect();
    if amounts.is_empty() { Answer::none(Gap::NoRows) } else { Answer::number(amounts.iter().sum()) }
}

fn by_quarter(book: &Book) -> Rc<BTreeMap<String, f64>> {
    book.memo("w6.weighted_pipeline by quarter", &[opp::TABLE, general::TABLE, stages::TABLE], || {
        let start_month = fiscal::start_month(book);
        let mut quarters = BTreeMap::new();
        for (row, amount) in weighted(book) {
            if let Some(date) = row.get(opp::CLOSE_DATE) {
                *quarters.entry(fiscal::quarter(date, start_month)).or_default() += amount;
            }
        }
        quarters
    })
}

/// The fiscal quarters in which open opportunities close, as `2026q1`, in order.
pub fn quarters(book: &Book) -> Vec<String> {
    by_quarter(book).keys().cloned().collect()
}

/// Weighted pipeline of a fiscal quarter.
pub fn of_quarter(book: &Book, quarter: &str) -> Answer {
    Answer::maybe(by_quarter(book).get(quarter).copied(), Gap::NoRows)
}

/// Amounts won in the pipeline; 0 without any.
pub fn won(book: &Book) -> Answer {
    let won = book.rows(opp::TABLE).filter(|row| row.get(opp::STAGE) == Some("won"));
    // Adding to 0 and not to the −0 of an empty sum.
    Answer::number(won.filter_map(|row| row.get(opp::AMOUNT)).fold(0.0, |sum, amount| sum + amount))
}

/// The open opportunity with the largest weighted amount.
pub fn largest<'a>(book: &'a Book) -> Option<&'a Row> {
    weighted(book).reduce(|one, other| if other.1 > one.1 { other } else { one }).map(|(row, _)| row)
}

/// Largest weighted opportunity in percent of the weighted pipeline.
pub fn concentration(book: &Book) -> Answer {
    Answer::attempt(|| {
        let total = weighted_pipeline(book).required()?;
        let largest = weighted(book).map(|(_, amount)| amount).fold(f64::NEG_INFINITY, f64::max);
        Ok(Answer::ratio(largest * 100.0, total).with([largest, total]))
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{column, doc, expect, gap, put};

    #[test]
    fn open_opportunities_weigh_by_probability() {
        let mut document = doc(&[]);
        column(&mut document, "w6.opp", "amount", "800 450 300 200 999 50 70");
        column(&mut document, "w6.opp", "probability", "20 50 75 90 80 - -");
        column(&mut document, "w6.opp", "stage", "lead - verbal won lost won -");
        put(&mut document, "w6.opp.r4.stage", "proposal");
        put(&mut document, "w6.opp.r7.amount", "");
        expect(
            &document,
            &[
                ("w6.pipeline_total", 1750.0),
                ("w6.weighted_pipeline", 790.0),
                ("w6.won", 50.0),
                ("w6.concentration", 225.0 / 790.0 * 100.0),
                ("w6.opp.r6.probability", 100.0),
            ],
        );
        assert_eq!(gap(&document, "w6.opp.r7.probability"), Gap::Empty);
    }

    #[test]
    fn stages_have_a_probability_that_the_settings_change() {
        let mut document = doc(&[("w6.opp.a.stage", "lead"), ("w6.opp.a.amount", "100")]);
        expect(&document, &[("w6.opp.a.probability", 10.0), ("w6.weighted_pipeline", 10.0)]);
        put(&mut document, "settings.stages.lead", "0");
        expect(&document, &[("w6.opp.a.probability", 0.0), ("w6.weighted_pipeline", 0.0)]);
        assert_eq!(gap(&document, "w6.concentration"), Gap::DivisionByZero);
        let empty = doc(&[]);
        expect(&empty, &[("w6.won", 0.0)]);
        assert_eq!(gap(&empty, "w6.pipeline_total"), Gap::NoRows);
        assert_eq!(gap(&empty, "w6.concentration"), Gap::NoRows);
    }

    #[test]
    fn quarters_are_those_of_our_fiscal_year() {
        let mut document = doc(&[("settings.general.fiscal_year_start", "4")]);
        column(&mut document, "w6.opp", "amount", "100 100 100");
        column(&mut document, "w6.opp", "probability", "10 20 40");
        column(&mut document, "w6.opp", "close_date", "2026-03-31 2026-04-01 2026-06-30");
        expect(&document, &[("w6.weighted_pipeline.2026q4", 10.0), ("w6.weighted_pipeline.2027q1", 60.0)]);
    }
}
