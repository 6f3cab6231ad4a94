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

/// `Σ wᵢxᵢ / Σ wᵢ` over the items that have both a weight and a value, with how many of how many that were. Nothing when
/// no item has both or the weights add up to zero.
pub fn weighted_mean(items: &[(Option<f64>, Option<f64>)]) -> (Option<f64>, usize) {
    let given: Vec<_> = items.iter().map(|(weight, _)| *weight).collect();
    let pairs: Vec<(f64, f64)> =
        weights(&given).into_iter().zip(items).filter_map(|(weight, (_, value))| weight.zip(*value)).collect();
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
