//! A legend: swatches with names, in as many lines as they need.

use crate::charts::scene::Mark;
use crate::charts::{canvas::Canvas, style::Class, text};

/// What stands before a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swatch {
    /// A filled square.
    Square,
    /// A short line.
    Line,
    /// A dot.
    Dot,
    /// A diamond.
    Diamond,
    /// A triangle, point down.
    Down,
}

/// Draws a legend from `top` down and gives the y below it.
pub fn draw(canvas: &mut Canvas, top: f64, entries: &[(Swatch, Class, String)]) -> f64 {
    const LINE: f64 = 18.0;
    let (mut x, mut y) = (0.0, top);
    for (swatch, class, name) in entries {
        let name = text::fit(name, (canvas.width - 22.0).min(220.0), 11.0, false);
        let wide = text::width(&name, 11.0, false) + 34.0;
        if x > 0.0 && x + wide - 16.0 > canvas.width {
            x = 0.0;
            y += LINE;
        }
        let middle = y + 8.0;
        canvas.add(match swatch {
            Swatch::Square => Mark::rect(x, middle - 5.0, 11.0, 10.0, *class).round(2.0),
            Swatch::Line => Mark::line((x, middle), (x + 14.0, middle), *class),
            Swatch::Dot => Mark::circle(x + 6.0, middle, 5.0, *class),
            Swatch::Down => super::shapes::shape(super::shapes::Dot::Down, (x + 6.0, middle), 5.0, *class),
            Swatch::Diamond => Mark::area(super::shapes::diamond(x + 6.0, middle, 6.0), *class),
        });
        canvas.add(Mark::text(x + 18.0, middle + 4.0, name, Class::Text).size(11.0));
        x += wide;
    }
    if entries.is_empty() { top } else { y + LINE + 4.0 }
}
