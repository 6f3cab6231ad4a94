//! Moving an account on the portfolio matrix: its place is a weighted mean of ratings, so a move changes ratings, one
//! step at a time, until the mean comes as near as whole ratings allow.

use super::{Op, Patch};
use crate::analysis::stats::count;
use crate::model::{Document, Id, Kind, Place, Value};
use crate::worksheets::portfolio::{criteria, ratings};

/// A rating that changes: the criterion, what it was and what it becomes.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The criterion.
    pub criterion: Id,
    /// The rating before.
    pub before: f64,
    /// The rating after.
    pub after: f64,
}

struct Rated {
    criterion: Id,
    weight: f64,
    before: f64,
    now: f64,
}

/// The ratings of a customer on an axis that bring its mean nearest to `target`; what is not rated stays so. With
/// `least`, at least one rating moves towards the target where any can.
pub fn steps(document: &Document, customer: &Id, axis: &str, target: f64, least: bool) -> Vec<Step> {
    let mut rated = read(document, customer, axis);
    let Some(start) = mean(&rated).filter(|_| target.is_finite()) else { return Vec::new() };
    let up = target >= start;
    let (low, high) = range();
    let mut first = least;
    // Every pass moves one rating by one step; there are not more steps than this.
    for _ in 0..rated.len() * 10 {
        let now = mean(&rated).unwrap_or(start);
        let whole: f64 = rated.iter().map(|item| item.weight).sum();
        let can = |item: &Rated| item.weight > 0.0 && if up { item.now < high } else { item.now > low };
        let after = |item: &Rated| now + if up { item.weight } else { -item.weight } / whole;
        let moved = |item: &Rated| (item.now - item.before).abs();
        let better = |item: &Rated| first || (after(item) - target).abs() + 1e-9 < (now - target).abs();
        // All move alike: who has moved least goes first, then who comes nearest.
        let next = rated
            .iter()
            .enumerate()
            .filter(|(_, item)| can(item) && better(item))
            .min_by(|(_, a), (_, b)| {
                let near = |item: &Rated| (after(item) - target).abs();
                moved(a).total_cmp(&moved(b)).then(near(a).total_cmp(&near(b)))
            })
            .map(|(at, _)| at);
        let Some(item) = next.and_then(|at| rated.get_mut(at)) else { break };
        item.now += if up { 1.0 } else { -1.0 };
        first = false;
    }
    let changed = rated.into_iter().filter(|item| item.now != item.before);
    changed.map(|item| Step { criterion: item.criterion, before: item.before, after: item.now }).collect()
}

/// The patch that makes these steps.
pub fn patch(document: &Document, customer: &Id, steps: &[Step]) -> Patch {
    let set = |step: &Step| {
        let place = Place {
            table: ratings::TABLE,
            row: Some(customer.clone()),
            col: Some(step.criterion.clone()),
            slot: ratings::RATING.slot,
        };
        let before = document.value(&place).cloned();
        Op::Set { place, before, after: Some(Value::Number(step.after)) }
    };
    Patch { ops: steps.iter().map(set).collect() }
}

fn range() -> (f64, f64) {
    match ratings::TABLE.field_at(ratings::RATING.slot).map(|field| field.kind) {
        Some(Kind::Rating(scale)) => (f64::from(scale.min), f64::from(scale.max)),
        _ => (1.0, 5.0),
    }
}

/// The rated criteria of an axis, weighted as the result weighs them: rows without weight do not count, and where none
/// has one each counts the same.
fn read(document: &Document, customer: &Id, axis: &str) -> Vec<Rated> {
    let rows = document.list(criteria::TABLE).iter().filter(|row| row.get(criteria::AXIS) == Some(axis));
    let mut rated: Vec<(Option<f64>, Rated)> = rows
        .filter_map(|row| {
            let now = document.cell(ratings::TABLE, customer, &row.id).get(ratings::RATING)?;
            Some((row.get(criteria::WEIGHT), Rated { criterion: row.id.clone(), weight: 1.0, before: now, now }))
        })
        .collect();
    if rated.iter().any(|(weight, _)| weight.is_some()) {
        rated.retain(|(weight, _)| weight.is_some());
    }
    let weigh = |(weight, item): (Option<f64>, Rated)| Rated { weight: weight.unwrap_or(1.0).max(0.0), ..item };
    rated.into_iter().map(weigh).collect()
}

fn mean(rated: &[Rated]) -> Option<f64> {
    let whole: f64 = rated.iter().map(|item| item.weight).sum();
    let sum: f64 = rated.iter().map(|item| item.weight * item.now).sum();
    (whole > 0.0 && count(rated.len()) > 0.0).then(|| sum / whole)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{patch, steps};
    use crate::analysis::testkit::{doc, expect, put};
    use crate::change::apply;
    use crate::model::Document;

    fn document(ratings: &[(f64, u8)]) -> Document {
        let mut document = doc(&[("portfolio.customers.c.name", "Nordlicht")]);
        for (at, (weight, rating)) in ratings.iter().enumerate() {
            put(&mut document, &format!("portfolio.criteria.k{at}.axis"), "strength");
            put(&mut document, &format!("portfolio.criteria.k{at}.weight"), &weight.to_string());
            put(&mut document, &format!("portfolio.ratings.c.k{at}.rating"), &rating.to_string());
        }
        put(&mut document, "portfolio.criteria.bare.axis", "strength");
        put(&mut document, "portfolio.criteria.bare.weight", "50");
        document
    }

    fn moved(document: &Document, target: f64, least: bool) -> (Document, usize) {
        let found = steps(document, &"c".into(), "strength", target, least);
        let mut after = document.clone();
        let patch = patch(document, &"c".into(), &found);
        apply(&mut after, &patch);
        let mut back = after.clone();
        apply(&mut back, &patch.inverse());
        assert_eq!(&back, document);
        (after, found.len())
    }

    #[test]
    fn ratings_move_together_and_no_further_than_needed() {
        let document = document(&[(25.0, 3), (25.0, 3), (50.0, 2)]);
        let (after, changed) = moved(&document, 3.5, false);
        assert_eq!(changed, 3);
        expect(&after, &[("portfolio.c.strength", 3.5)]);
        assert_eq!(moved(&document, 2.55, false).1, 0);
        let (after, changed) = moved(&document, 2.55, true);
        assert_eq!(changed, 1);
        expect(&after, &[("portfolio.c.strength", 2.75)]);
        let (after, _) = moved(&document, 99.0, false);
        expect(&after, &[("portfolio.c.strength", 5.0)]);
        assert_eq!(moved(&after, 99.0, true).1, 0);
        let (after, _) = moved(&document, -9.0, false);
        expect(&after, &[("portfolio.c.strength", 1.0)]);
        assert!(steps(&document, &"c".into(), "attractiveness", 3.0, true).is_empty());
        assert!(steps(&document, &"nobody".into(), "strength", 3.0, true).is_empty());
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn a_move_never_leads_away_and_stays_on_the_scale(
            ratings in proptest::collection::vec((0.0_f64..40.0, 1_u8..=5), 1..8), target in -1.0_f64..7.0
        ) {
            let document = document(&ratings);
            let mean = |document: &Document| {
                crate::analysis::testkit::answer(document, "portfolio.c.strength").as_number()
            };
            let (after, _) = moved(&document, target, false);
            let away = |mean: Option<f64>| mean.map(|mean| (mean - target).abs());
            prop_assert!(away(mean(&after)) <= away(mean(&document)).map(|away| away + 1e-9));
            for step in steps(&document, &"c".into(), "strength", target, true) {
                prop_assert!((1.0..=5.0).contains(&step.after) && step.after.fract() == 0.0);
            }
        }
    }
}
