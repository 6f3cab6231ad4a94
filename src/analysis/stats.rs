//! Arithmetic that many formulas share.

use crate::model::Date;

/// Rounds to nine decimals before a cut or a floor, so that 0.1 + 0.2 does not fall out of its band.
pub fn settle(number: f64) -> f64 {
    (number * 1e9).round() / 1e9
}

/// Weight of each item: items without a weight are left out; if no item has one, all count 1.
pub fn weights(given: &[Option<f64>]) -> Vec<Option<f64>> {
    if given.iter().all(Option::is_none) { vec![Some(1.0); given.len()] } else { given.to_vec() }
}

/// The (weight, value) pairs that enter a weighted mean: of the items with a value, those with a weight; all of them,
/// weighing 1 each, when none has one.
pub fn weighted_pairs(items: &[(Option<f64>, Option<f64>)]) -> Vec<(f64, f64)> {
    let rated: Vec<(Option<f64>, f64)> =
        items.iter().filter_map(|(weight, value)| value.map(|value| (*weight, value))).collect();
    let given: Vec<_> = rated.iter().map(|(weight, _)| *weight).collect();
    weights(&given).into_iter().zip(rated).filter_map(|(weight, (_, value))| Some((weight?, value))).collect()
}

/// `Σ wᵢxᵢ / Σ wᵢ` over the items that have a value, by the weight rule, with how many of them entered. Nothing when
/// there is none or the weights add up to zero.
pub fn weighted_mean(items: &[(Option<f64>, Option<f64>)]) -> (Option<f64>, usize) {
    let pairs = weighted_pairs(items);
    let total: f64 = pairs.iter().map(|(weight, _)| weight).sum();
    let sum: f64 = pairs.iter().map(|(weight, value)| weight * value).sum();
    ((total > 0.0).then(|| sum / total), pairs.len())
}

/// The mean; nothing of nothing.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / count(values.len()))
}

/// A count as a number.
#[expect(clippy::cast_precision_loss, reason = "no workbook has 2^52 rows")]
pub const fn count(items: usize) -> f64 {
    items as f64
}

/// Calendar days from one day to another; negative backwards.
pub fn days_between(from: Date, to: Date) -> f64 {
    let days = to.days() - from.days();
    i32::try_from(days).map_or(0.0, f64::from)
}

/// The population standard deviation; nothing of fewer than two values.
pub fn deviation(values: &[f64]) -> Option<f64> {
    let middle = mean(values).filter(|_| values.len() > 1)?;
    mean(&values.iter().map(|value| (value - middle).powi(2)).collect::<Vec<_>>()).map(f64::sqrt)
}
