//! What a picture is made of.

use super::style::Class;
use crate::model::{Bi, Id, Lang};

/// How wide a picture may be; its height follows from what it shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Pixels, sensibly 340 to 760.
    pub width: f64,
}

/// A point in the scene, in pixels from the top left.
pub type Xy = (f64, f64);

/// Where a text stands relative to its x.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The text begins at x.
    Start,
    /// The text is centred on x.
    Middle,
    /// The text ends at x.
    End,
}

/// A drawing primitive. Coordinates are pixels from the top left of the scene.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "coordinates say what they are")]
pub enum Shape {
    /// A rectangle with corners of radius `r`.
    Rect { x: f64, y: f64, w: f64, h: f64, r: f64 },
    /// A straight line.
    Line { from: Xy, to: Xy },
    /// Joined points; closed ones enclose an area.
    Poly { points: Vec<Xy>, closed: bool },
    /// A circle.
    Circle { x: f64, y: f64, r: f64 },
    /// One line of text; y is its baseline, size its font size in pixels.
    Text { x: f64, y: f64, text: String, anchor: Anchor, size: f64 },
}

impl Shape {
    /// The `d` of an SVG path; empty for what is no path.
    pub fn path_data(&self) -> String {
        let Self::Poly { points, closed } = self else { return String::new() };
        let mut d = String::with_capacity(points.len() * 12);
        for (at, (x, y)) in points.iter().enumerate() {
            d.push(if at == 0 { 'M' } else { 'L' });
            d.push_str(&pixels(*x));
            d.push(' ');
            d.push_str(&pixels(*y));
        }
        if *closed {
            d.push('Z');
        }
        d
    }
}

/// A pixel value with at most one decimal.
pub fn pixels(value: f64) -> String {
    let tenths = (value * 10.0).round() / 10.0;
    format!("{}", if tenths == 0.0 { 0.0 } else { tenths })
}

/// A primitive with its meaning.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What is drawn.
    pub shape: Shape,
    /// How it looks; never a colour.
    pub class: Class,
    /// The row that choosing the mark selects.
    pub row: Option<Id>,
    /// Its tooltip; empty for none.
    pub title: String,
}

impl Mark {
    const fn new(shape: Shape, class: Class) -> Self {
        Self { shape, class, row: None, title: String::new() }
    }

    /// A rectangle.
    pub const fn rect(x: f64, y: f64, w: f64, h: f64, class: Class) -> Self {
        Self::new(Shape::Rect { x, y, w, h, r: 0.0 }, class)
    }

    /// A line.
    pub const fn line(from: Xy, to: Xy, class: Class) -> Self {
        Self::new(Shape::Line { from, to }, class)
    }

    /// Joined points.
    pub const fn path(points: Vec<Xy>, class: Class) -> Self {
        Self::new(Shape::Poly { points, closed: false }, class)
    }

    /// An area.
    pub const fn area(points: Vec<Xy>, class: Class) -> Self {
        Self::new(Shape::Poly { points, closed: true }, class)
    }

    /// A circle.
    pub const fn circle(x: f64, y: f64, r: f64, class: Class) -> Self {
        Self::new(Shape::Circle { x, y, r }, class)
    }

    /// A line of text of 12 pixels, beginning at x.
    pub fn text(x: f64, y: f64, text: impl Into<String>, class: Class) -> Self {
        Self::new(Shape::Text { x, y, text: text.into(), anchor: Anchor::Start, size: 12.0 }, class)
    }

    /// Rounds the corners of a rectangle.
    #[must_use]
    pub const fn round(mut self, radius: f64) -> Self {
        if let Shape::Rect { r, .. } = &mut self.shape {
            *r = radius;
        }
        self
    }

    /// Centres a text on its x.
    #[must_use]
    pub const fn middle(self) -> Self {
        self.anchored(Anchor::Middle)
    }

    /// Lets a text end at its x.
    #[must_use]
    pub const fn end(self) -> Self {
        self.anchored(Anchor::End)
    }

    /// Where a text stands relative to its x.
    #[must_use]
    pub const fn anchored(mut self, to: Anchor) -> Self {
        if let Shape::Text { anchor, .. } = &mut self.shape {
            *anchor = to;
        }
        self
    }

    /// Font size of a text in pixels.
    #[must_use]
    pub const fn size(mut self, pixels: f64) -> Self {
        if let Shape::Text { size, .. } = &mut self.shape {
            *size = pixels;
        }
        self
    }

    /// Shortens a text with … to so many pixels; call it after `size`.
    #[must_use]
    pub fn within(mut self, most: f64) -> Self {
        let bold = self.class.is_bold();
        if let Shape::Text { text, size, .. } = &mut self.shape {
            *text = super::text::fit(text, most, *size, bold);
        }
        self
    }

    /// Choosing the mark selects this row.
    #[must_use]
    pub fn of(mut self, row: &Id) -> Self {
        self.row = Some(row.clone());
        self
    }

    /// Choosing the mark selects this row, if there is one.
    #[must_use]
    pub fn of_row(mut self, row: Option<&Id>) -> Self {
        self.row = row.cloned();
        self
    }

    /// A tooltip.
    #[must_use]
    pub fn tip(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }
}

/// The data behind a picture, for people who cannot see it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct DataTable {
    /// Column headings.
    pub headers: Vec<String>,
    /// Cells; as many in each row as there are headings.
    pub rows: Vec<Vec<String>>,
}

impl DataTable {
    /// A table with headings in the asked language.
    pub fn of(lang: Lang, headers: &[Bi]) -> Self {
        Self::new(headers.iter().map(|header| header.get(lang)))
    }

    /// A table with these headings.
    pub fn new<S: Into<String>>(headers: impl IntoIterator<Item = S>) -> Self {
        Self { headers: headers.into_iter().map(Into::into).collect(), rows: Vec::new() }
    }

    /// Adds a row.
    pub fn push<const N: usize>(&mut self, cells: [String; N]) {
        self.rows.push(cells.into());
    }
}

/// What a movement along an axis changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behind {
    /// The field itself.
    Field,
    /// The ratings of this axis whose weighted mean the place is.
    Ratings,
}

/// How a movement along one axis changes a field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// Key of the field in the handle's table.
    pub field: &'static str,
    /// Pixel at which the field has the value `min`.
    pub from_px: f64,
    /// Pixel at which the field has the value `max`.
    pub to_px: f64,
    /// Lowest value.
    pub min: f64,
    /// Highest value.
    pub max: f64,
    /// The value moves in steps of this size from `min`.
    pub step: f64,
    /// What is changed.
    pub behind: Behind,
}

impl Axis {
    /// The value at a pixel, on a step and inside the range.
    pub fn value_at(&self, pixel: f64) -> f64 {
        let span = self.to_px - self.from_px;
        let part = if span == 0.0 { 0.0 } else { (pixel - self.from_px) / span };
        let step = if self.step > 0.0 { self.step } else { 1.0 };
        let steps = (part * (self.max - self.min) / step).round();
        (self.min + steps * step).clamp(self.min.min(self.max), self.max.max(self.min))
    }

    /// The pixel of a value.
    pub fn pixel_of(&self, value: f64) -> f64 {
        let span = self.max - self.min;
        let part = if span == 0.0 { 0.0 } else { (value - self.min) / span };
        self.from_px + part * (self.to_px - self.from_px)
    }
}

/// A point of the picture that can be dragged, or moved with the arrow keys, to change fields of a row.
/// Where the field is a date, the value is days since 1970-01-01.
#[derive(Clone, Debug, PartialEq)]
pub struct Handle {
    /// The row.
    pub row: Id,
    /// Path of its table.
    pub table: &'static str,
    /// Name of the row, for the accessible name.
    pub name: String,
    /// Where it is now.
    pub at: Xy,
    /// How far around it may be taken hold of, in pixels.
    pub reach: f64,
    /// What a horizontal movement changes.
    pub x: Option<Axis>,
    /// What a vertical movement changes.
    pub y: Option<Axis>,
}

impl Handle {
    /// How far around a point may be taken hold of where it stands alone.
    pub const REACH: f64 = 13.0;
}

/// What to say in place of a picture without data.
#[derive(Clone, Debug, PartialEq)]
pub struct EmptyHint {
    /// What will appear here.
    pub text: String,
    /// Full paths of the fields that feed it.
    pub fields: Vec<&'static str>,
}

/// A picture, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width in pixels, as asked for.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// The finding in one sentence.
    pub title: String,
    /// What positions, sizes and units mean.
    pub subtitle: String,
    /// What is drawn, back to front.
    pub marks: Vec<Mark>,
    /// The data behind it.
    pub table: DataTable,
    /// What can be moved.
    pub handles: Vec<Handle>,
    /// Set when there is nothing to show; the marks are then a faint sketch.
    pub empty: Option<EmptyHint>,
}
