//! Shapes of points, arrows, and how large a point is.

use crate::charts::canvas::Canvas;
use crate::charts::scene::{Mark, Xy};
use crate::charts::style::Class;

/// The shape of a point; shape and colour say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dot {
    /// A circle.
    Circle,
    /// A diamond.
    Diamond,
    /// A triangle, point down: against us.
    Down,
    /// A triangle, point up: for us.
    Up,
    /// A square.
    Square,
}

/// Draws a point.
pub fn shape(dot: Dot, (x, y): Xy, radius: f64, class: Class) -> Mark {
    match dot {
        Dot::Circle => Mark::circle(x, y, radius, class),
        Dot::Diamond => Mark::area(diamond(x, y, radius * 1.15), class),
        Dot::Up => Mark::area(triangle(x, y, radius * 1.15, -1.0), class),
        Dot::Down => Mark::area(triangle(x, y, radius * 1.15, 1.0), class),
        Dot::Square => Mark::rect(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8, class),
    }
}

/// The corners of a diamond.
pub fn diamond(x: f64, y: f64, radius: f64) -> Vec<Xy> {
    vec![(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
}

fn triangle(x: f64, y: f64, radius: f64, down: f64) -> Vec<Xy> {
    vec![(x, y + radius * down), (x + radius, y - radius * 0.75 * down), (x - radius, y - radius * 0.75 * down)]
}

/// An arrow from one point to another.
pub fn arrow(canvas: &mut Canvas, from: Xy, to: Xy, class: Class) {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let long = dx.hypot(dy);
    if long < 1.0 {
        return;
    }
    let (ux, uy) = (dx / long, dy / long);
    canvas.add(Mark::line(from, to, class));
    let back = (to.0 - ux * 7.0, to.1 - uy * 7.0);
    let barbs = vec![(back.0 - uy * 4.0, back.1 + ux * 4.0), to, (back.0 + uy * 4.0, back.1 - ux * 4.0)];
    canvas.add(Mark::path(barbs, class));
}

/// A radius whose area grows with a value; between 4 and 15 pixels.
pub fn bubble(value: Option<f64>, largest: f64) -> f64 {
    match value {
        Some(value) if largest > 0.0 && value > 0.0 => (15.0 * (value / largest).sqrt()).clamp(4.0, 15.0),
        _ => 4.5,
    }
}
