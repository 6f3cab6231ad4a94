//! Independent scoring: what several raters say about the same items.

use std::collections::{BTreeMap, BTreeSet};

use super::stats::{count, deviation, mean};
use crate::model::{FieldDef, Kind, Scale};

/// Whether a field is scored independently: ratings, and weights.
pub fn is_scored(field: &FieldDef) -> bool {
    matches!(field.kind, Kind::Rating(_)) || matches!(field.key, "weight" | "points")
}

/// What the raters of one item say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// How many rated.
    pub n: usize,
    /// `Σxᵢ / n`.
    pub mean: f64,
    /// The middle value; the mean of the two middle ones where their number is even. Proposed as consensus.
    pub median: f64,
    /// The lowest value.
    pub min: f64,
    /// The highest value.
    pub max: f64,
    /// Population standard deviation, `√(Σ(xᵢ − mean)² / n)`; nothing for a single rater.
    pub deviation: Option<f64>,
}

/// The spread of the raters' values of one item; nothing where nobody rated it.
pub fn spread(values: &[f64]) -> Option<Spread> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (min, max) = (*sorted.first()?, *sorted.last()?);
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle)?;
    let lower = if sorted.len().is_multiple_of(2) { *sorted.get(middle.checked_sub(1)?)? } else { upper };
    let n = sorted.len();
    Some(Spread {
        n,
        mean: mean(&sorted)?,
        median: f64::midpoint(lower, upper),
        min,
        max,
        deviation: deviation(&sorted),
    })
}

/// From which difference between highest and lowest rating on raters disagree: 2 on scales of up to five steps and on
/// −2…+2, 4 on scales of ten, 3 between them.
pub fn disagreement_from(scale: &Scale) -> f64 {
    match i16::from(scale.max) - i16::from(scale.min) {
        ..=5 => 2.0,
        6..=7 => 3.0,
        _ => 4.0,
    }
}

/// Whether the raters of an item disagree. On a scale with gaps it is steps that count: two of them are a disagreement.
pub fn disagree(spread: &Spread, scale: &Scale) -> bool {
    if scale.only.is_empty() {
        return spread.max - spread.min >= disagreement_from(scale) - 1e-9;
    }
    let step = |value: f64| scale.only.iter().filter(|step| f64::from(**step) <= value + 1e-9).count();
    step(spread.max).saturating_sub(step(spread.min)) >= 2
}

/// Share of the items on which raters agree, in percent, over the items that two or more rated; nothing where there are
/// none.
pub fn agreement<'i>(items: impl Iterator<Item = (Spread, &'i Scale)>) -> Option<f64> {
    let flags: Vec<bool> =
        items.filter(|(spread, _)| spread.n > 1).map(|(spread, scale)| disagree(&spread, scale)).collect();
    let agreed = flags.iter().filter(|flag| !**flag).count();
    (!flags.is_empty()).then(|| count(agreed) / count(flags.len()) * 100.0)
}

/// Names for raters who shall stay unknown: R1 … Rn, in the order in which they first appear.
pub fn anonymous<'n>(raters: impl Iterator<Item = &'n str>) -> BTreeMap<&'n str, String> {
    let mut seen = BTreeSet::new();
    raters.filter(|rater| seen.insert(*rater)).enumerate().map(|(at, rater)| (rater, format!("R{}", at + 1))).collect()
}

/// Weights of items, in percent, from several raters: each rater's are normalised first, `wᵢ / Σw × 100`, so that
/// everybody counts the same; then the mean over those who rated the item; then normalised again, since not everybody
/// rates everything. Raters whose weights add up to nothing do not count.
pub fn mean_weights(raters: &[Vec<Option<f64>>]) -> Vec<Option<f64>> {
    let items = raters.iter().map(Vec::len).max().unwrap_or(0);
    let shares: Vec<Vec<Option<f64>>> = raters.iter().filter_map(|weights| normalised(weights)).collect();
    let means: Vec<Option<f64>> =
        (0..items).map(|item| mean(&shares.iter().filter_map(|rater| *rater.get(item)?).collect::<Vec<_>>())).collect();
    normalised(&means).unwrap_or(means)
}

fn normalised(weights: &[Option<f64>]) -> Option<Vec<Option<f64>>> {
    let total: f64 = weights.iter().flatten().sum();
    (total > 0.0).then(|| weights.iter().map(|weight| weight.map(|weight| weight / total * 100.0)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::worksheets::scales;

    #[test]
    fn what_raters_say_of_one_item() {
        let found = spread(&[8.0, 3.0, 7.0, 6.0]).unwrap();
        assert_eq!((found.n, found.mean, found.median, found.min, found.max), (4, 6.0, 6.5, 3.0, 8.0));
        assert!((found.deviation.unwrap() - 3.5_f64.sqrt()).abs() < 1e-12);
        assert_eq!(spread(&[5.0]).unwrap().deviation, None);
        assert_eq!(spread(&[]), None);
    }

    #[test]
    fn disagreement_by_the_scale() {
        let flag = |low, high, scale| disagree(&spread(&[low, high]).unwrap(), scale);
        for (scale, low, fine, flagged) in [
            (&scales::IMPORTANCE_10, 3.0, 6.0, 7.0),
            (&scales::INFLUENCE, 2.0, 3.0, 4.0),
            (&scales::CPM, 1.0, 2.0, 3.0),
            (&scales::SUPPORT, -1.0, 0.0, 1.0),
            (&scales::COVERAGE, 1.0, 3.0, 9.0),
        ] {
            assert!(!flag(low, fine, scale), "{}", scale.key);
            assert!(flag(low, flagged, scale), "{}", scale.key);
        }
        let agreed = [(spread(&[1.0, 2.0]).unwrap(), &scales::CPM), (spread(&[1.0, 4.0]).unwrap(), &scales::CPM)];
        assert_eq!(agreement(agreed.into_iter()), Some(50.0));
        assert_eq!(agreement([(spread(&[1.0]).unwrap(), &scales::CPM)].into_iter()), None);
    }

    #[test]
    fn weights_count_each_rater_the_same() {
        let found = mean_weights(&[vec![Some(1.0), Some(3.0)], vec![Some(50.0), Some(50.0)]]);
        assert_eq!(found, [Some(37.5), Some(62.5)]);
        let with_gap = mean_weights(&[vec![Some(1.0), None], vec![Some(1.0), Some(1.0)]]);
        assert!((with_gap.iter().flatten().sum::<f64>() - 100.0).abs() < 1e-9);
        assert_eq!(mean_weights(&[vec![Some(0.0)]]), [None]);
    }

    #[test]
    fn raters_stay_unknown() {
        let names = anonymous(["Li", "An", "Li"].into_iter());
        assert_eq!((names["Li"].as_str(), names["An"].as_str(), names.len()), ("R1", "R2", 2));
    }
}
