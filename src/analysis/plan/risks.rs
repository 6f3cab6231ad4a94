//! Risks: how large, what they may cost, and what the mitigation takes off.

use crate::analysis::cuts::risk_class;
use crate::analysis::{Answer, Book, Gap};
use crate::model::Row;
use crate::worksheets::plan::risk;

/// Risk score, 1 to 25: probability times impact.
pub fn score(_: &Book, row: &Row) -> Answer {
    product(row.get(risk::PROBABILITY), row.get(risk::IMPACT))
}

/// Score that is left after the mitigation, 1 to 25.
pub fn residual(_: &Book, row: &Row) -> Answer {
    product(row.get(risk::RESIDUAL_PROBABILITY), row.get(risk::RESIDUAL_IMPACT))
}

fn product(probability: Option<f64>, impact: Option<f64>) -> Answer {
    probability.zip(impact).map_or(Answer::none(Gap::Empty), |(probability, impact)| {
        Answer::number(probability * impact).with([probability, impact])
    })
}

/// Class of a risk by its score and the limits of the workbook.
pub fn class(book: &Book, row: &Row) -> Answer {
    risk_class(book, score(book, row).as_number())
}

/// Middle of each step of the probability scale, in percent.
fn middle(probability: f64) -> Option<f64> {
    let steps = [(1.0, 5.0), (2.0, 20.0), (3.0, 40.0), (4.0, 65.0), (5.0, 90.0)];
    steps.into_iter().find(|(step, _)| *step == probability).map(|(_, middle)| middle)
}

/// Expected loss of a risk: middle of its probability step times the amount at stake.
pub fn expected_loss(_: &Book, row: &Row) -> Answer {
    match (row.get(risk::PROBABILITY).and_then(middle), row.get(risk::AMOUNT)) {
        (Some(middle), Some(amount)) => Answer::number(middle * amount / 100.0).with([middle, amount]),
        _ => Answer::none(Gap::Empty),
    }
}

/// Expected loss of all risks that are not closed.
pub fn total_expected_loss(book: &Book) -> Answer {
    let open = book.rows(risk::TABLE).filter(|row| row.get(risk::STATUS) != Some("closed"));
    let losses: Vec<f64> = open.filter_map(|row| expected_loss(book, row).as_number()).collect();
    if losses.is_empty() { Answer::none(Gap::NoRows) } else { Answer::number(losses.iter().sum()) }
}

/// What the mitigation takes off the score.
pub fn reduction(book: &Book, row: &Row) -> Answer {
    Answer::attempt(|| {
        let (before, after) = (score(book, row).required()?, residual(book, row).required()?);
        Ok(Answer::number(before - after).with([before, after]))
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{column, doc, expect, gap, key, put};

    #[test]
    fn scores_classes_and_losses() {
        let mut document = doc(&[]);
        column(&mut document, "w6.risk", "probability", "4 3 2 5 1 3");
        column(&mut document, "w6.risk", "impact", "5 3 4 5 4 -");
        column(&mut document, "w6.risk", "amount", "100 - 200 10 - -");
        column(&mut document, "w6.risk", "status", "- - - closed - -");
        column(&mut document, "w6.risk", "residual_probability", "2");
        column(&mut document, "w6.risk", "residual_impact", "3");
        expect(
            &document,
            &[
                ("w6.risk.r1.score", 20.0),
                ("w6.risk.r2.score", 9.0),
                ("w6.risk.r3.score", 8.0),
                ("w6.risk.r4.score", 25.0),
                ("w6.risk.r1.expected_loss", 65.0),
                ("w6.risk.r4.expected_loss", 9.0),
                ("w6.expected_loss", 105.0),
                ("w6.risk.r1.residual", 6.0),
                ("w6.risk.r1.reduction", 14.0),
            ],
        );
        for (row, class) in [("r1", "extreme"), ("r2", "medium"), ("r3", "medium"), ("r4", "extreme"), ("r5", "low")] {
            assert_eq!(key(&document, &format!("w6.risk.{row}.class")), class);
        }
        assert_eq!(gap(&document, "w6.risk.r6.class"), Gap::Empty);
        assert_eq!(gap(&document, "w6.risk.r2.reduction"), Gap::Empty);
        put(&mut document, "settings.limits.risk_high", "8");
        assert_eq!(key(&document, "w6.risk.r3.class"), "high");
        assert_eq!(gap(&doc(&[]), "w6.expected_loss"), Gap::NoRows);
    }
}
