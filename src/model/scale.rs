//! Anchored rating scales: a rating is never a bare number.

use super::{Bi, Lang, bi};

/// A rating scale with words at its anchors.
#[derive(Debug, PartialEq)]
pub struct Scale {
    /// Name of the scale in the field table.
    pub key: &'static str,
    /// Lowest value.
    pub min: i8,
    /// Highest value.
    pub max: i8,
    /// Allowed decimals; most ratings are whole numbers.
    pub decimals: u8,
    /// The only values allowed, for a scale with gaps; empty where every step counts.
    pub only: &'static [i8],
    /// Values that carry words; one between two anchors takes its meaning from both.
    pub anchors: &'static [(i8, Bi)],
}

/// One anchor of a scale.
pub const fn anchor(value: i8, en: &'static str, zh: &'static str) -> (i8, Bi) {
    (value, bi(en, zh))
}

impl Scale {
    /// All whole values in order.
    pub fn steps(&self) -> Vec<i8> {
        if self.only.is_empty() { (self.min..=self.max).collect() } else { self.only.to_vec() }
    }

    /// Whether `number` is on the scale: within its range, at its decimals, and no gap.
    pub fn admits(&self, number: f64) -> bool {
        let factor = 10_f64.powi(i32::from(self.decimals));
        let on_step = ((number * factor).round() / factor - number).abs() < 1e-9;
        let in_range = number >= f64::from(self.min) && number <= f64::from(self.max);
        in_range && on_step && (self.only.is_empty() || self.only.iter().any(|value| f64::from(*value) == number))
    }

    /// The words of the anchor at `number`, or of the nearest one below it.
    pub fn word(&self, number: f64, lang: Lang) -> &'static str {
        let below = self.anchors.iter().rev().find(|(value, _)| f64::from(*value) <= number + 1e-9);
        below.map_or("", |(_, words)| words.get(lang))
    }

    /// The words exactly at `number`, empty between anchors.
    pub fn anchor_word(&self, number: i8, lang: Lang) -> &'static str {
        self.anchors.iter().find(|(value, _)| *value == number).map_or("", |(_, words)| words.get(lang))
    }
}
