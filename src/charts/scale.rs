//! From values to pixels, and the ticks of an axis.

/// A straight scale from values to pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    /// Value at `from`.
    pub low: f64,
    /// Value at `to`.
    pub high: f64,
    /// Pixel of `low`.
    pub from: f64,
    /// Pixel of `high`.
    pub to: f64,
}

impl Linear {
    /// A scale; an empty range is widened by one.
    pub fn new(low: f64, high: f64, from: f64, to: f64) -> Self {
        let low = if low.is_finite() { low } else { 0.0 };
        let high = if high.is_finite() && (high - low).abs() > f64::EPSILON * low.abs() { high } else { low + 1.0 };
        Self { low, high, from, to }
    }

    /// The pixel of a value, held inside the scale.
    pub fn at(&self, value: f64) -> f64 {
        // Halves, so that the span of two huge numbers stays finite.
        let part = (value / 2.0 - self.low / 2.0) / (self.high / 2.0 - self.low / 2.0);
        let part = if part.is_finite() { part.clamp(0.0, 1.0) } else { 0.0 };
        self.from + part * (self.to - self.from)
    }
}

/// Round numbers that divide a range into about so many parts, from the last at or below `low` to the first at or above
/// `high`.
pub fn ticks(low: f64, high: f64, about: usize) -> Vec<f64> {
    let span = high - low;
    if !span.is_finite() || span <= 0.0 {
        return vec![low, low + 1.0];
    }
    let rough = span / crate::analysis::stats::count(about.max(1));
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|factor| factor * power).find(|step| *step >= rough * 0.999);
    let step = step.unwrap_or(rough);
    let (first, last) = ((low / step + 1e-9).floor(), (high / step - 1e-9).ceil());
    if !(last - first).is_finite() || last - first > 100.0 {
        return vec![low, high];
    }
    let mut out = Vec::new();
    let mut at = first;
    while at <= last {
        out.push(if at == 0.0 { 0.0 } else { at * step });
        at += 1.0;
    }
    out
}

/// The range of the ticks that cover a range.
pub fn nice(low: f64, high: f64, about: usize) -> (f64, f64, Vec<f64>) {
    let ticks = ticks(low, high, about);
    (ticks.first().copied().unwrap_or(low), ticks.last().copied().unwrap_or(high), ticks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn round_ticks_cover_the_range() {
        assert_eq!(ticks(0.0, 9.0, 5), vec![0.0, 2.0, 4.0, 6.0, 8.0, 10.0]);
        assert_eq!(ticks(-680.0, 590.0, 4), vec![-1000.0, -500.0, 0.0, 500.0, 1000.0]);
        assert_eq!(ticks(1.0, 1.0, 4), vec![1.0, 2.0]);
        for (low, high) in [(0.0, 1e300), (-1e308, 1e308), (0.0, 1e-300)] {
            assert!(ticks(low, high, 5).iter().all(|tick| tick.is_finite()));
        }
    }

    #[test]
    fn pixels_stay_inside() {
        let scale = Linear::new(-1e308, 1e308, 0.0, 100.0);
        assert_eq!(scale.at(0.0), 50.0);
        assert_eq!(Linear::new(0.0, 10.0, 100.0, 0.0).at(25.0), 0.0);
        assert_eq!(Linear::new(5.0, 5.0, 0.0, 10.0).at(f64::NAN), 0.0);
    }
}
