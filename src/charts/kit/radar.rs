//! A star of several scales from a common centre.

use crate::analysis::stats::count;
use crate::charts::scale::Linear;
use crate::charts::scene::{Anchor, Mark, Xy};
use crate::charts::{canvas::Canvas, style::Class, text};
use crate::model::Id;

/// One of the compared lines.
pub struct Series {
    /// Values in the order of the spokes.
    pub values: Vec<Option<f64>>,
    /// How it looks; an area class fills it.
    pub class: Class,
    /// Class of the dots at its corners, if it has any.
    pub dots: Option<Class>,
}

/// A radar.
pub struct Radar {
    /// Value at the centre.
    pub low: f64,
    /// Value at the rim.
    pub high: f64,
    /// Values of the rings.
    pub rings: Vec<f64>,
    /// Name, value in words and row of each spoke, clockwise from the top.
    pub spokes: Vec<(String, String, Option<Id>)>,
    /// The lines, back to front.
    pub series: Vec<Series>,
}

/// Corners at these distances from a centre, clockwise from the top.
pub fn polygon(x: f64, y: f64, radii: &[f64]) -> Vec<Xy> {
    radii.iter().enumerate().map(|(at, radius)| on_spoke(x, y, at, radii.len(), *radius)).collect()
}

fn on_spoke(x: f64, y: f64, at: usize, of: usize, radius: f64) -> Xy {
    let angle = count(at) / count(of.max(1)) * std::f64::consts::TAU;
    (x + radius * angle.sin(), y - radius * angle.cos())
}

impl Radar {
    /// Draws the radar below `top` and gives the y below it. Best with three to ten spokes.
    pub fn draw(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let spokes = self.spokes.len();
        let rim = (canvas.width * 0.25).clamp(80.0, 150.0);
        let above = if self.spokes.iter().any(|(_, value, _)| !value.is_empty()) { 48.0 } else { 34.0 };
        let (x, y) = (canvas.width / 2.0, top + rim + above);
        let scale = Linear::new(self.low, self.high, 0.0, rim);
        for ring in &self.rings {
            canvas.add(Mark::area(polygon(x, y, &vec![scale.at(*ring); spokes]), Class::Rule));
        }
        for at in 0..spokes {
            canvas.add(Mark::line((x, y), on_spoke(x, y, at, spokes, rim), Class::Rule));
        }
        for series in &self.series {
            self.draw_series(canvas, series, (x, y), &scale);
        }
        let lowest = self.draw_names(canvas, (x, y), rim);
        for ring in &self.rings {
            let word = crate::i18n::format::short(*ring, 1);
            canvas.add(Mark::text(x + 3.0, y - scale.at(*ring) - 2.0, word, Class::Faint).size(10.0));
        }
        lowest.max(y + rim) + 10.0
    }

    fn draw_series(&self, canvas: &mut Canvas, series: &Series, (x, y): Xy, scale: &Linear) {
        let spokes = self.spokes.len();
        let at =
            |(place, value): (usize, &Option<f64>)| value.map(|value| on_spoke(x, y, place, spokes, scale.at(value)));
        let corners: Vec<Option<Xy>> = series.values.iter().take(spokes).enumerate().map(at).collect();
        let known: Vec<Xy> = corners.iter().flatten().copied().collect();
        // A missing value is a gap, not a zero: only a complete line is closed.
        if known.len() == spokes && spokes > 2 {
            canvas.add(Mark::area(known.clone(), series.class));
        } else {
            for pair in corners.windows(2) {
                if let [Some(from), Some(to)] = pair {
                    canvas.add(Mark::line(*from, *to, series.class));
                }
            }
        }
        if let Some(class) = series.dots {
            for ((corner, spoke), value) in corners.iter().zip(&self.spokes).zip(&series.values) {
                if let (Some((px, py)), Some(value)) = (corner, value) {
                    let tip = format!("{}: {}", spoke.0, crate::i18n::format::short(*value, 2));
                    canvas.add(Mark::circle(*px, *py, 4.0, class).of_row(spoke.2.as_ref()).tip(tip));
                }
            }
        }
    }

    /// Names around the rim; one that has no room in one line takes more. Gives the lowest baseline.
    fn draw_names(&self, canvas: &mut Canvas, (x, y): Xy, rim: f64) -> f64 {
        let mut lowest = y;
        for (at, (name, value, row)) in self.spokes.iter().enumerate() {
            let (px, py) = on_spoke(x, y, at, self.spokes.len(), rim + 12.0);
            let side = px - x;
            let (anchor, room) = if side.abs() < 12.0 {
                (Anchor::Middle, canvas.width * 0.6)
            } else if side > 0.0 {
                (Anchor::Start, canvas.width - px)
            } else {
                (Anchor::End, px)
            };
            let lines = text::wrap(name, room, 11.5, false, if anchor == Anchor::Middle { 2 } else { 3 });
            let below = count(lines.len()) - 1.0 + if value.is_empty() { 0.0 } else { 1.0 };
            let lift = if py < y - rim * 0.5 { 14.0 * below } else { 0.0 };
            let mut line_y = py + 4.0 - lift;
            for line in lines {
                let mark = Mark::text(px, line_y, line, Class::Text).size(11.5).anchored(anchor);
                canvas.add(mark.of_row(row.as_ref()).tip(name.clone()));
                line_y += 14.0;
            }
            canvas.add(Mark::text(px, line_y, value.clone(), Class::Label).size(11.0).anchored(anchor));
            lowest = lowest.max(if value.is_empty() { line_y - 14.0 } else { line_y });
        }
        lowest
    }
}
