//! Forecast, and the gap that the pipeline has to fill.

use super::{history, pipeline, target};
use crate::analysis::competition::deals;
use crate::analysis::stats::settle;
use crate::analysis::{Answer, Book, Gap};
use crate::worksheets::plan::fin;

/// Base business: what was typed, else the revenue of the latest year as run rate.
pub fn base(book: &Book) -> Answer {
    let typed = book.form(fin::TABLE).get(fin::BASE_REVENUE);
    Answer::maybe(typed.or_else(|| history::latest_revenue(book)), Gap::Empty)
}

/// Forecast: base business, won, and the weighted pipeline.
pub fn forecast(book: &Book) -> Answer {
    Answer::attempt(|| {
        let base = base(book).required()?;
        let [won, open] = [pipeline::won(book), pipeline::weighted_pipeline(book)].map(|part| part.as_number());
        let (won, open) = (won.unwrap_or(0.0), open.unwrap_or(0.0));
        Ok(Answer::number(base + won + open).with([base, won, open]))
    })
}

/// Gap to the target: target less base business less won; 0 or less means covered.
pub fn gap(book: &Book) -> Answer {
    Answer::attempt(|| {
        let target = target::revenue(book).required()?;
        let base = base(book).required()?;
        let won = pipeline::won(book).required()?;
        Ok(Answer::number(target - base - won).with([target, base, won]))
    })
}

/// Pipeline coverage: open pipeline over the gap. It does not apply once the gap is covered.
pub fn coverage(book: &Book) -> Answer {
    Answer::attempt(|| {
        let gap = gap(book).required()?;
        if settle(gap) <= 0.0 {
            return Err(Gap::NotApplicable);
        }
        let open = pipeline::total(book).required()?;
        Ok(Answer::number(open / gap).with([open, gap]))
    })
}

/// Coverage required: how often the gap must stand in the pipeline at our win rate.
pub fn required_coverage(book: &Book) -> Answer {
    Answer::attempt(|| {
        let win_rate = deals::win_rate(book).required()?;
        Ok(Answer::ratio(100.0, win_rate).with([win_rate]))
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{column, doc, expect, gap, put};

    #[test]
    fn base_won_and_pipeline_against_the_target() {
        let mut document = doc(&[("w6.fin.base_revenue", "2450"), ("w6.targets.a.revenue", "3400")]);
        expect(&document, &[("w6.forecast", 2450.0), ("w6.gap", 950.0)]);
        assert_eq!(gap(&document, "w6.pipeline_coverage"), Gap::NoRows);
        column(&mut document, "w6.opp", "amount", "420 560 380 260 300");
        column(&mut document, "w6.opp", "probability", "75 50 25 90 10");
        expect(
            &document,
            &[
                ("w6.pipeline_total", 1920.0),
                ("w6.weighted_pipeline", 954.0),
                ("w6.forecast", 3404.0),
                ("w6.pipeline_coverage", 1920.0 / 950.0),
            ],
        );
        put(&mut document, "w6.opp.won.stage", "won");
        put(&mut document, "w6.opp.won.amount", "950");
        expect(&document, &[("w6.gap", 0.0)]);
        assert_eq!(gap(&document, "w6.pipeline_coverage"), Gap::NotApplicable);
    }

    #[test]
    fn history_is_the_run_rate() {
        let mut document = doc(&[("w6.hist.b.year", "2025"), ("w6.hist.b.revenue", "80")]);
        column(&mut document, "w6.hist", "year", "2024 2026");
        column(&mut document, "w6.hist", "revenue", "70 -");
        expect(&document, &[("w6.base", 80.0)]);
        assert_eq!(gap(&doc(&[]), "w6.base"), Gap::Empty);
        assert_eq!(gap(&doc(&[]), "w6.forecast"), Gap::Empty);
        assert_eq!(gap(&document, "w6.gap"), Gap::NoRows);
    }

    #[test]
    fn coverage_required_follows_the_win_rate() {
        let mut document = doc(&[]);
        assert_eq!(gap(&document, "w6.required_coverage"), Gap::NoRows);
        column(&mut document, "w2.deals", "result", "won lost lost lost");
        expect(&document, &[("w6.required_coverage", 4.0)]);
        put(&mut document, "w2.deals.r1.result", "lost");
        assert_eq!(gap(&document, "w6.required_coverage"), Gap::DivisionByZero);
    }
}
