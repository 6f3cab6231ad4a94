//! Lines over a common horizontal axis.

use crate::charts::canvas::{Area, Canvas};
use crate::charts::labels::{self, Wish};
use crate::charts::scale::{Linear, nice};
use crate::charts::scene::{Mark, Xy};
use crate::charts::{style::Class, text};
use crate::model::Id;

/// One line.
pub struct Curve {
    /// Its points in values, left to right.
    pub points: Vec<Xy>,
    /// How it looks.
    pub class: Class,
    /// Class of the dots at its points, if it has any.
    pub dots: Option<Class>,
    /// Its name, written at its end.
    pub name: String,
}

/// A point that is named.
pub struct Spot {
    /// Its values.
    pub at: Xy,
    /// Its name.
    pub name: String,
    /// How it looks.
    pub class: Class,
    /// How its name looks.
    pub name_class: Class,
    /// The row that choosing it selects.
    pub row: Option<Id>,
}

/// A line chart.
pub struct Chart {
    /// Least and most on the horizontal axis.
    pub x: (f64, f64),
    /// Words on the horizontal axis.
    pub x_ticks: Vec<(f64, String)>,
    /// Least and most that the vertical axis must cover.
    pub y: (f64, f64),
    /// Words for the vertical axis.
    pub y_word: fn(f64) -> String,
    /// Areas behind the lines, in values.
    pub areas: Vec<(Vec<Xy>, Class)>,
    /// The lines, back to front.
    pub curves: Vec<Curve>,
    /// Named points.
    pub spots: Vec<Spot>,
    /// What the vertical axis means.
    pub y_title: String,
    /// What the horizontal axis means.
    pub x_title: String,
}

impl Chart {
    /// Draws the chart below `top` and gives the y below it.
    pub fn draw(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let (low, high, ticks) = nice(self.y.0, self.y.1, 4);
        let words: Vec<(f64, String)> = ticks.into_iter().map(|tick| (tick, (self.y_word)(tick))).collect();
        let widest = words.iter().map(|(_, word)| text::width(word, 11.0, false)).fold(0.0_f64, f64::max);
        let (left, right) = (widest.min(canvas.width * 0.2) + 8.0, canvas.width - 10.0);
        let upper = top + 26.0;
        let lower = upper + ((right - left) * 0.52).clamp(150.0, 300.0);
        let x = Linear::new(self.x.0, self.x.1, left, right);
        let y = Linear::new(low, high, lower, upper);
        let at = |point: &Xy| (x.at(point.0), y.at(point.1));
        canvas.add(Mark::text(0.0, top + 11.0, self.y_title.clone(), Class::Faint).size(11.0));
        for (value, word) in &words {
            let class = if *value == 0.0 { Class::Axis } else { Class::Rule };
            canvas.add(Mark::line((left, y.at(*value)), (right, y.at(*value)), class));
            let mark = Mark::text(left - 6.0, y.at(*value) + 4.0, word.clone(), Class::Faint).size(11.0);
            canvas.add(mark.within(left - 6.0).end());
        }
        for (points, class) in &self.areas {
            canvas.add(Mark::area(points.iter().map(at).collect(), *class));
        }
        for curve in &self.curves {
            canvas.add(Mark::path(curve.points.iter().map(at).collect(), curve.class));
            if let Some(class) = curve.dots {
                for point in &curve.points {
                    let (px, py) = at(point);
                    canvas.add(Mark::circle(px, py, 3.5, class).tip((self.y_word)(point.1)));
                }
            }
        }
        let bottom = self.draw_x(canvas, &x, lower);
        self.draw_names(canvas, &x, &y);
        bottom
    }

    fn draw_x(&self, canvas: &mut Canvas, x: &Linear, lower: f64) -> f64 {
        for (value, word) in &self.x_ticks {
            let half = text::width(word, 11.0, false) / 2.0;
            let px = x.at(*value).min(canvas.width - half).max(half);
            canvas.add(Mark::text(px, lower + 17.0, word.clone(), Class::Faint).size(11.0).middle());
        }
        if self.x_title.is_empty() {
            return lower + 24.0;
        }
        canvas.add(Mark::text(x.to, lower + 33.0, format!("{} →", self.x_title), Class::Faint).size(11.0).end());
        lower + 40.0
    }

    fn draw_names(&self, canvas: &mut Canvas, x: &Linear, y: &Linear) {
        let mut wishes: Vec<Wish> = Vec::new();
        for spot in &self.spots {
            let (px, py) = (x.at(spot.at.0), y.at(spot.at.1));
            canvas.add(Mark::circle(px, py, 5.5, spot.class).of_row(spot.row.as_ref()).tip(spot.name.clone()));
            let (text, class) = (spot.name.clone(), spot.name_class);
            wishes.push(Wish { at: (px, py), radius: 5.5, text, class, row: spot.row.clone() });
        }
        for curve in self.curves.iter().filter(|curve| !curve.name.is_empty()) {
            if let Some(last) = curve.points.last() {
                let (at, text) = ((x.at(last.0), y.at(last.1)), curve.name.clone());
                wishes.push(Wish { at, radius: 3.5, text, class: Class::Text, row: None });
            }
        }
        let inside = Area { left: x.from, top: y.to - 10.0, right: canvas.width, bottom: y.from + 2.0 };
        let lines = self.curves.iter().flat_map(|curve| along(&curve.points, x, y)).collect::<Vec<_>>();
        labels::place(canvas, &wishes, inside, &lines);
    }
}

/// Small areas along a line, which names should not cover.
fn along(points: &[Xy], x: &Linear, y: &Linear) -> Vec<Area> {
    let mut out = Vec::new();
    for pair in points.windows(2) {
        if let [from, to] = pair {
            for step in 0..12_u8 {
                let part = f64::from(step) / 12.0;
                let at = (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part);
                out.push(Area::around(x.at(at.0), y.at(at.1), 2.0));
            }
        }
    }
    out
}
