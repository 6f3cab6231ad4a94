//! Columns over named places.

use crate::analysis::stats::count;
use crate::charts::canvas::Canvas;
use crate::charts::scale::Linear;
use crate::charts::scene::{Mark, Xy};
use crate::charts::{style::Class, text};
use crate::model::Id;

/// One column: pieces on top of each other.
pub struct Column {
    /// Its name below.
    pub label: String,
    /// Pieces from one value to another.
    pub parts: Vec<(f64, f64, Class)>,
    /// What stands above it.
    pub note: String,
    /// A stroke across it: a target or expectation, with its tooltip.
    pub stroke: Option<(f64, String)>,
    /// The row that choosing it selects.
    pub row: Option<Id>,
    /// Tooltip.
    pub tip: String,
}

impl Column {
    /// A column from zero to a value.
    pub fn new(label: impl Into<String>, value: f64, class: Class, note: impl Into<String>) -> Self {
        let (label, note) = (label.into(), note.into());
        let tip = format!("{label}: {note}");
        Self { label, parts: vec![(0.0, value, class)], note, stroke: None, row: None, tip }
    }

    /// Its row.
    #[must_use]
    pub fn of(mut self, row: &Id) -> Self {
        self.row = Some(row.clone());
        self
    }
}

/// Columns.
pub struct Columns {
    /// The columns, left to right.
    pub columns: Vec<Column>,
    /// A line over the columns as a share from 0 to 1 of the height, one value per column, with its class.
    pub line: Option<(Vec<f64>, Class)>,
    /// A dashed line across as a share of the height, with a word.
    pub guide: Option<(f64, String)>,
    /// A second measure on a scale of its own above the columns.
    pub above: Option<Above>,
}

/// A second measure above columns: a line from value to value, each named.
pub struct Above {
    /// What the line is, at its left end.
    pub name: String,
    /// For each column the value, as words, and as a share from 0 to 1 of the band.
    pub values: Vec<Option<(String, f64)>>,
}

impl Columns {
    /// Draws the columns below `top` and gives the y below them.
    pub fn draw(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let ends = self.columns.iter().flat_map(|column| {
            let parts = column.parts.iter().flat_map(|part| [part.0, part.1]);
            parts.chain(column.stroke.as_ref().map(|stroke| stroke.0))
        });
        let (low, high) = ends
            .filter(|end| end.is_finite())
            .fold((0.0_f64, 0.0_f64), |(low, high), end| (low.min(end), high.max(end)));
        let high = if high > low { high } else { low + 1.0 };
        let upper = top + 24.0 + if self.above.is_some() { BAND } else { 0.0 };
        let lower = upper + (canvas.width * 0.42).clamp(140.0, 260.0);
        let y = Linear::new(low, high, lower, upper);
        let pitch = canvas.width / count(self.columns.len().max(1));
        let wide = (pitch * 0.62).min(64.0);
        if let Some((share, word)) = &self.guide {
            let at = lower - share * (lower - upper);
            canvas.add(Mark::line((0.0, at), (canvas.width, at), Class::Guide));
            canvas.add(Mark::text(canvas.width, at - 4.0, word.clone(), Class::Faint).size(11.0).end());
        }
        for (at, column) in self.columns.iter().enumerate() {
            let middle = (count(at) + 0.5) * pitch;
            draw_column(canvas, column, middle, wide, pitch, &y);
        }
        canvas.add(Mark::line((0.0, y.at(0.0)), (canvas.width, y.at(0.0)), Class::Axis));
        if let Some((shares, class)) = &self.line {
            let points: Vec<Xy> = shares
                .iter()
                .enumerate()
                .map(|(at, share)| ((count(at) + 0.5) * pitch, lower - share.clamp(0.0, 1.0) * (lower - upper)))
                .collect();
            points.iter().for_each(|(x, y)| canvas.add(Mark::circle(*x, *y, 3.0, Class::Ink)));
            canvas.add(Mark::path(points, *class));
        }
        if let Some(above) = &self.above {
            draw_above(canvas, above, top, pitch);
        }
        self.draw_labels(canvas, pitch, lower)
    }

    fn draw_labels(&self, canvas: &mut Canvas, pitch: f64, lower: f64) -> f64 {
        let wrapped: Vec<Vec<String>> =
            self.columns.iter().map(|column| text::wrap(&column.label, pitch - 4.0, 11.0, false, 3)).collect();
        let most = wrapped.iter().map(Vec::len).max().unwrap_or(0);
        for (at, lines) in wrapped.into_iter().enumerate() {
            let x = (count(at) + 0.5) * pitch;
            canvas.lines(x, lower + 16.0, lines, Class::Faint, 11.0, crate::charts::Anchor::Middle);
        }
        lower + 10.0 + count(most) * 14.0
    }
}

/// Height of the band for the second measure.
const BAND: f64 = 48.0;

fn draw_above(canvas: &mut Canvas, above: &Above, top: f64, pitch: f64) {
    let at = |place: usize, share: f64| ((count(place) + 0.5) * pitch, top + 18.0 + (1.0 - share) * (BAND - 26.0));
    let known: Vec<(usize, &String, Xy)> = above
        .values
        .iter()
        .enumerate()
        .filter_map(|(place, value)| value.as_ref().map(|(word, share)| (place, word, at(place, *share))))
        .collect();
    canvas.add(Mark::path(known.iter().map(|(.., point)| *point).collect(), Class::LineAccent));
    for (_, word, (x, y)) in &known {
        canvas.add(Mark::circle(*x, *y, 3.5, Class::Accent).tip(format!("{}: {word}", above.name)));
    }
    for (_, word, (x, y)) in &known {
        canvas.add(Mark::text(*x, y - 7.0, word.as_str(), Class::AccentOver).size(11.0).middle());
    }
    let first = known.first().map_or(canvas.width, |(.., (x, _))| *x);
    let line_y = known.first().map_or(top + 18.0, |(.., (_, y))| *y);
    let name = Mark::text(0.0, line_y + 4.0, above.name.clone(), Class::Faint).size(11.0);
    canvas.add(name.within(first - 30.0));
}

fn draw_column(canvas: &mut Canvas, column: &Column, middle: f64, wide: f64, pitch: f64, y: &Linear) {
    let mut highest = y.at(0.0);
    for (from, to, class) in &column.parts {
        let (a, b) = (y.at(*from), y.at(*to));
        let (up, down) = (a.min(b), a.max(b));
        highest = highest.min(up);
        let bar = Mark::rect(middle - wide / 2.0, up, wide, (down - up).max(1.0), *class).round(2.0);
        canvas.add(bar.of_row(column.row.as_ref()).tip(column.tip.clone()));
    }
    if let Some((value, tip)) = &column.stroke {
        let at = y.at(*value);
        highest = highest.min(at);
        canvas.add(
            Mark::line((middle - wide / 2.0 - 4.0, at), (middle + wide / 2.0 + 4.0, at), Class::LineInk)
                .tip(tip.clone()),
        );
    }
    let note = Mark::text(middle, highest - 6.0, column.note.clone(), Class::Label).size(11.0).within(pitch - 2.0);
    canvas.add(note.middle());
}
