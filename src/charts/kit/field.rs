//! Points on two axes: maps, matrices, quadrants, landscapes.

use super::crowd;
use super::shapes::{Dot, arrow, shape};
use crate::analysis::stats::count;
use crate::charts::canvas::{Area, Canvas};
use crate::charts::labels::{self, Wish};
use crate::charts::scale::Linear;
use crate::charts::scene::{Axis, Behind, Handle, Mark, Xy};
use crate::charts::{style::Class, text};
use crate::model::Id;

/// One point.
pub struct Point {
    /// Value on the horizontal axis.
    pub x: f64,
    /// Value on the vertical axis.
    pub y: f64,
    /// Radius in pixels.
    pub radius: f64,
    /// Its shape.
    pub dot: Dot,
    /// How it looks.
    pub class: Class,
    /// Its name; empty for none.
    pub name: String,
    /// How the name looks.
    pub name_class: Class,
    /// Its row.
    pub row: Option<Id>,
    /// Tooltip.
    pub tip: String,
}

impl Point {
    /// A named circle.
    pub fn new(x: f64, y: f64, name: impl Into<String>) -> Self {
        Self {
            x,
            y,
            radius: 7.0,
            dot: Dot::Circle,
            class: Class::Accent,
            name: name.into(),
            name_class: Class::Label,
            row: None,
            tip: String::new(),
        }
    }

    /// Its row.
    #[must_use]
    pub fn of(mut self, row: &Id) -> Self {
        self.row = Some(row.clone());
        self
    }

    /// Shape and look.
    #[must_use]
    pub const fn look(mut self, dot: Dot, class: Class) -> Self {
        self.dot = dot;
        self.class = class;
        self
    }

    /// Radius in pixels.
    #[must_use]
    pub const fn radius(mut self, radius: f64) -> Self {
        self.radius = radius;
        self
    }

    /// A tooltip.
    #[must_use]
    pub fn tip(mut self, tip: impl Into<String>) -> Self {
        self.tip = tip.into();
        self
    }
}

/// One axis.
pub struct Side {
    /// Value at the left or bottom end.
    pub low: f64,
    /// Value at the right or top end; may be below `low` for a mirrored axis.
    pub high: f64,
    /// Values named on the axis.
    pub ticks: Vec<(f64, String)>,
    /// What the axis means.
    pub title: String,
    /// The field that a movement along it changes, with its range: key, least, most.
    pub moves: Option<(&'static str, f64, f64)>,
    /// Whether the place is a mean of ratings, and a movement changes those.
    pub of_ratings: bool,
}

impl Side {
    /// An axis with a title.
    pub fn new(low: f64, high: f64, title: impl Into<String>) -> Self {
        Self { low, high, ticks: Vec::new(), title: title.into(), moves: None, of_ratings: false }
    }

    /// Values named on it.
    #[must_use]
    pub fn ticks<S: Into<String>>(mut self, ticks: impl IntoIterator<Item = (f64, S)>) -> Self {
        self.ticks = ticks.into_iter().map(|(at, word)| (at, word.into())).collect();
        self
    }

    /// A movement along it changes this field by whole steps.
    #[must_use]
    pub const fn moves(mut self, field: &'static str, min: f64, max: f64) -> Self {
        self.moves = Some((field, min, max));
        self
    }

    /// A movement along it changes the ratings of this axis, whose mean the place is.
    #[must_use]
    pub const fn shifts(mut self, axis: &'static str, min: f64, max: f64) -> Self {
        self.moves = Some((axis, min, max));
        self.of_ratings = true;
        self
    }

    fn axis(&self, scale: &Linear) -> Option<Axis> {
        let (field, min, max) = self.moves?;
        let (step, behind) = if self.of_ratings { (0.05, Behind::Ratings) } else { (1.0, Behind::Field) };
        Some(Axis { field, from_px: scale.at(min), to_px: scale.at(max), min, max, step, behind })
    }
}

/// A field of points.
pub struct Field {
    /// Horizontal axis.
    pub x: Side,
    /// Vertical axis.
    pub y: Side,
    /// Areas behind everything, in values.
    pub zones: Vec<(Vec<Xy>, Class)>,
    /// Lines, in values.
    pub guides: Vec<(Xy, Xy, Class)>,
    /// Faint names of regions, in values (centred).
    pub regions: Vec<(f64, f64, String)>,
    /// The points, the most important first.
    pub points: Vec<Point>,
    /// Arrows, in values.
    pub arrows: Vec<(Xy, Xy, Class)>,
    /// Table of the points' rows, for handles.
    pub table: &'static str,
}

/// Most points that are drawn.
pub const MOST: usize = 200;

impl Field {
    /// An empty field.
    pub const fn new(x: Side, y: Side, table: &'static str) -> Self {
        Self {
            x,
            y,
            zones: Vec::new(),
            guides: Vec::new(),
            regions: Vec::new(),
            points: Vec::new(),
            arrows: Vec::new(),
            table,
        }
    }

    /// A zone between two corners, in values.
    pub fn zone(&mut self, from: Xy, to: Xy, class: Class) {
        self.zones.push((vec![from, (to.0, from.1), to, (from.0, to.1)], class));
    }

    /// Draws the field below `top` and gives the y below it.
    pub fn draw(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let widest = self.y.ticks.iter().map(|(_, word)| text::width(word, 11.0, false)).fold(0.0_f64, f64::max);
        let left = widest.min(canvas.width * 0.22) + 16.0;
        let (right, upper) = (canvas.width - 12.0, top + 28.0);
        let lower = upper + ((right - left) * 0.72).clamp(190.0, 400.0);
        let x = Linear::new(self.x.low, self.x.high, left, right);
        let y = Linear::new(self.y.low, self.y.high, lower, upper);
        let at = |(a, b): Xy| (x.at(a), y.at(b));
        for (corners, class) in &self.zones {
            canvas.add(Mark::area(corners.iter().copied().map(at).collect(), *class));
        }
        self.draw_axes(canvas, &x, &y);
        for (from, to, class) in &self.guides {
            canvas.add(Mark::line(at(*from), at(*to), *class));
        }
        // A crowd of arrows says nothing.
        for (from, to, class) in self.arrows.iter().filter(|_| self.points.len() <= crowd::FEW) {
            arrow(canvas, at(*from), at(*to), *class);
        }
        self.draw_points(canvas, &x, &y);
        lower + if self.x.ticks.is_empty() { 22.0 } else { 38.0 }
    }

    fn draw_axes(&self, canvas: &mut Canvas, x: &Linear, y: &Linear) {
        let (left, right, upper, lower) = (x.from, x.to, y.to, y.from);
        canvas.add(Mark::line((left, lower), (right, lower), Class::Axis));
        canvas.add(Mark::line((left, upper - 8.0), (left, lower), Class::Axis));
        canvas.add(Mark::text(0.0, upper - 16.0, format!("{} ↑", self.y.title), Class::Faint).size(11.0));
        let below = lower + if self.x.ticks.is_empty() { 16.0 } else { 32.0 };
        canvas.add(Mark::text(right, below, format!("{} →", self.x.title), Class::Faint).size(11.0).end());
        for (value, word) in &self.x.ticks {
            let px = x.at(*value);
            canvas.add(Mark::line((px, upper), (px, lower), Class::Rule));
            let half = text::width(word, 11.0, false) / 2.0;
            let px = px.min(canvas.width - half).max(half);
            canvas.add(Mark::text(px, lower + 16.0, word.clone(), Class::Faint).size(11.0).middle());
        }
        for (value, word) in &self.y.ticks {
            canvas.add(Mark::line((left, y.at(*value)), (right, y.at(*value)), Class::Rule));
            let word =
                Mark::text(left - 6.0, y.at(*value) + 4.0, word.clone(), Class::Faint).size(11.0).within(left - 8.0);
            canvas.add(word.end());
        }
    }

    fn draw_points(&self, canvas: &mut Canvas, x: &Linear, y: &Linear) {
        let stand = self.places(x, y, canvas.width);
        // The last point is drawn first, so that the most important one lies on top.
        for (point, (centre, radius)) in self.points.iter().zip(&stand.places).rev() {
            let mark = shape(point.dot, *centre, *radius, point.class);
            canvas.add(mark.of_row(point.row.as_ref()).tip(point.tip.clone()));
        }
        let wishes: Vec<Wish> = self
            .points
            .iter()
            .zip(&stand.places)
            .map(|(point, (centre, radius))| Wish {
                at: *centre,
                radius: *radius,
                text: point.name.clone(),
                class: point.name_class,
                row: point.row.clone(),
            })
            .collect();
        let inside = Area { left: x.from.min(x.to), top: y.to - 12.0, right: canvas.width, bottom: y.from + 2.0 };
        if stand.is_crowd {
            labels::place_few(canvas, &wishes, inside);
        } else {
            let arrows = self.arrows.iter().flat_map(|(from, to, _)| {
                let (from, to) = ((x.at(from.0), y.at(from.1)), (x.at(to.0), y.at(to.1)));
                (2..=10_u8).map(move |tenth| {
                    let share = f64::from(tenth) / 10.0;
                    Area::around(from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share, 3.0)
                })
            });
            labels::place(canvas, &wishes, inside, &arrows.collect::<Vec<_>>());
        }
        for (a, b, name) in &self.regions {
            let mark = Mark::text(x.at(*a), y.at(*b), name.clone(), Class::FaintOver).size(11.0).middle();
            canvas.add(mark);
        }
        let (across, up) = (self.x.axis(x), self.y.axis(y));
        if across.is_none() && up.is_none() {
            return;
        }
        for (point, (centre, radius)) in self.points.iter().zip(&stand.places) {
            if let Some(row) = &point.row {
                canvas.handles.push(Handle {
                    row: row.clone(),
                    table: self.table,
                    name: point.name.clone(),
                    at: *centre,
                    reach: if stand.is_crowd { radius + 1.0 } else { Handle::REACH },
                    x: across,
                    y: up,
                });
            }
        }
    }

    /// Where the points stand and how large they are. Few points keep their sizes and move a little apart where they
    /// fall on one spot; many points on whole steps stand in rows.
    fn places(&self, x: &Linear, y: &Linear, width: f64) -> Stand {
        let wanted: Vec<Xy> = self.points.iter().take(MOST).map(|point| (x.at(point.x), y.at(point.y))).collect();
        let steps = self.x.moves.is_some() && !self.x.of_ratings && self.y.moves.is_some() && !self.y.of_ratings;
        if wanted.len() <= crowd::FEW || !steps {
            let spread = spread(wanted.into_iter(), width);
            return Stand {
                places: spread.into_iter().zip(self.points.iter().map(|point| point.radius)).collect(),
                is_crowd: false,
            };
        }
        let room = ((x.at(1.0) - x.at(0.0)).abs() - 2.0, (y.at(1.0) - y.at(0.0)).abs() - 2.0);
        let crowd = crowd::arrange(&wanted, room);
        let largest = self.points.iter().map(|point| point.radius).fold(1.0, f64::max);
        let sized = |point: &Point| crowd.radius * (0.6 + 0.4 * point.radius / largest);
        Stand { places: crowd.centres.iter().copied().zip(self.points.iter().map(sized)).collect(), is_crowd: true }
    }
}

/// Where the points of a field stand, each with its radius.
struct Stand {
    places: Vec<(Xy, f64)>,
    is_crowd: bool,
}

/// Colours the 25 cells of two 1–5 scales by their product: from these three cuts on medium, high, extreme.
pub fn product_zones(field: &mut Field, cuts: [f64; 3]) {
    for across in 1..=5_u8 {
        for up in 1..=5_u8 {
            let (x, y) = (f64::from(across), f64::from(up));
            let [medium, high, extreme] = cuts.map(|cut| x * y >= cut);
            let class = match (extreme, high, medium) {
                (true, ..) => Class::RedSoft,
                (_, true, _) => Class::AmberSoft,
                (_, _, true) => Class::Soft,
                _ => Class::Wash,
            };
            field.zone((x - 0.48, y - 0.48), (x + 0.48, y + 0.48), class);
        }
    }
}

/// Moves points that fall on the same spot a little apart, in a spiral around it.
fn spread(points: impl Iterator<Item = Xy>, width: f64) -> Vec<Xy> {
    let mut out: Vec<Xy> = Vec::new();
    let mut seen: Vec<(Xy, usize)> = Vec::new();
    for point in points {
        let spot = seen.iter_mut().find(|(at, _)| (at.0 - point.0).abs() < 4.0 && (at.1 - point.1).abs() < 4.0);
        let before = match spot {
            Some((_, times)) => {
                *times += 1;
                *times
            }
            None => {
                seen.push((point, 0));
                0
            }
        };
        let (angle, radius) = (count(before) * 2.4, 10.0 * count(before).sqrt());
        let moved = (point.0 + radius * angle.cos(), point.1 - radius * angle.sin());
        out.push((moved.0.clamp(8.0, width - 8.0), moved.1.max(8.0)));
    }
    out
}
