//! Relationship stage.

use crate::analysis::competition::wallet;
use crate::analysis::stats::settle;
use crate::analysis::{Answer, Book, Gap};
use crate::worksheets::competition::summary;
use crate::worksheets::plan::relationship;

/// Stage score, 6 to 24: sum of the six statements, only when all six are rated.
pub fn score(book: &Book) -> Answer {
    use relationship::{BREADTH, INTEGRATION, JOINT_PLANNING, OPENNESS, STRATEGY, TRUST};
    let form = book.form(relationship::TABLE);
    let statements = [STRATEGY, BREADTH, OPENNESS, TRUST, JOINT_PLANNING, INTEGRATION];
    let rated: Vec<f64> = statements.into_iter().filter_map(|statement| form.get(statement)).collect();
    let answer = match rated.len() {
        0 => Answer::none(Gap::Empty),
        6 => Answer::number(rated.iter().sum()),
        _ => Answer::none(Gap::TooFew),
    };
    answer.with(rated.clone()).rated(rated.len(), statements.len())
}

/// Relationship stage after McDonald and Woodburn: exploratory while nothing is traded, else by the score: 6 to 10 basic,
/// 11 to 16 cooperative, 17 to 22 interdependent, 23 and 24 integrated.
pub fn stage(book: &Book) -> Answer {
    Answer::attempt(|| {
        let score = score(book).required()?;
        let is_outsider = book.form(summary::TABLE).get(summary::POSITION) == Some("outsider");
        let is_traded = !is_outsider && wallet::sales_total(book).as_number() != Some(0.0);
        let key = match settle(score) {
            _ if !is_traded => "exploratory",
            score if score <= 10.0 => "basic",
            score if score <= 16.0 => "cooperative",
            score if score <= 22.0 => "interdependent",
            _ => "integrated",
        };
        Ok(Answer::key(key).with([score]))
    })
}

#[cfg(test)]
mod tests {
    use crate::analysis::Gap;
    use crate::analysis::testkit::{answer, doc, expect, gap, key, put};

    const STATEMENTS: [&str; 6] = ["strategy", "breadth", "openness", "trust", "joint_planning", "integration"];

    #[test]
    fn stages_meet_at_their_bounds() {
        let cases = [
            ("1 1 1 1 1 1", 6.0, "basic"),
            ("2 2 2 2 1 1", 10.0, "basic"),
            ("2 2 2 2 2 1", 11.0, "cooperative"),
            ("3 2 3 2 3 2", 15.0, "cooperative"),
            ("3 3 3 3 2 2", 16.0, "cooperative"),
            ("3 3 3 3 3 2", 17.0, "interdependent"),
            ("4 4 4 4 3 3", 22.0, "interdependent"),
            ("4 4 4 4 4 3", 23.0, "integrated"),
        ];
        for (ratings, score, stage) in cases {
            let mut document = doc(&[]);
            for (statement, rating) in STATEMENTS.iter().zip(ratings.split(' ')) {
                put(&mut document, &format!("w6.relationship.{statement}"), rating);
            }
            expect(&document, &[("w6.stage_score", score)]);
            assert_eq!(key(&document, "w6.stage"), stage, "{ratings}");
            put(&mut document, "w2.wallet.a.ours", "0");
            assert_eq!(key(&document, "w6.stage"), "exploratory");
            put(&mut document, "w2.wallet.a.ours", "1");
            assert_eq!(key(&document, "w6.stage"), stage);
            put(&mut document, "w2.summary.position", "outsider");
            assert_eq!(key(&document, "w6.stage"), "exploratory");
        }
    }

    #[test]
    fn five_ratings_are_too_few() {
        let mut document = doc(&[("w2.summary.position", "outsider")]);
        assert_eq!(gap(&document, "w6.stage_score"), Gap::Empty);
        put(&mut document, "w6.relationship.trust", "3");
        assert_eq!(gap(&document, "w6.stage"), Gap::TooFew);
        assert_eq!(answer(&document, "w6.stage_score").rated, Some((1, 6)));
    }
}
