//! Where a picture is put together. It keeps what every picture promises: finite coordinates, everything inside, and no
//! text on another text.

use super::scene::{Anchor, DataTable, Handle, Mark, Scene, Shape};
use super::{style::Class, text};

/// A rectangle of pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "sides say what they are")]
pub struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    /// The area around a point.
    pub fn around(x: f64, y: f64, radius: f64) -> Self {
        Self { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
    }

    /// Whether two areas share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Whether the other area lies inside.
    pub fn holds(&self, other: &Self) -> bool {
        self.left <= other.left && self.top <= other.top && self.right >= other.right && self.bottom >= other.bottom
    }

    /// The area around both.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Width in pixels.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Height in pixels.
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// The area a text covers; nothing for other marks.
    pub fn of_text(mark: &Mark) -> Option<Self> {
        let Shape::Text { x, y, text, anchor, size } = &mark.shape else { return None };
        let width = text::width(text, *size, mark.class.is_bold());
        let left = match anchor {
            Anchor::Start => *x,
            Anchor::Middle => x - width / 2.0,
            Anchor::End => x - width,
        };
        Some(Self { left, top: y - size * 0.85, right: left + width, bottom: y + size * 0.22 })
    }
}

/// A picture in the making. Its height is given when it is closed.
pub struct Canvas {
    /// Width in pixels.
    pub width: f64,
    marks: Vec<Mark>,
    texts: Vec<Area>,
    /// What can be moved.
    pub handles: Vec<Handle>,
}

impl Canvas {
    /// An empty canvas.
    pub const fn new(width: f64) -> Self {
        Self { width, marks: Vec::new(), texts: Vec::new(), handles: Vec::new() }
    }

    /// Adds a mark. What is not finite is left out, what reaches beyond the sides is held inside. A text is shortened to
    /// the room it has and left out where another text stands already: draw what matters most first.
    pub fn add(&mut self, mut mark: Mark) {
        let wide = self.width;
        let inside = |x: &mut f64| *x = x.clamp(0.0, wide);
        let finite = match &mut mark.shape {
            Shape::Rect { x, y, w, h, .. } => {
                let right = (*x + w.max(0.0)).clamp(0.0, wide);
                inside(x);
                *w = right - *x;
                *h = h.max(0.0);
                [*x, *y, *w, *h].into_iter().all(f64::is_finite)
            }
            Shape::Line { from, to } => {
                inside(&mut from.0);
                inside(&mut to.0);
                [from.0, from.1, to.0, to.1].into_iter().all(f64::is_finite)
            }
            Shape::Poly { points, .. } => {
                points.iter_mut().for_each(|point| inside(&mut point.0));
                points.len() > 1 && points.iter().all(|point| point.0.is_finite() && point.1.is_finite())
            }
            Shape::Circle { x, y, r } => {
                *x = x.clamp(*r, (wide - *r).max(*r));
                [*x, *y, *r].into_iter().all(f64::is_finite)
            }
            Shape::Text { .. } => return self.add_text(mark),
        };
        if finite {
            self.marks.push(mark);
        }
    }

    fn add_text(&mut self, mut mark: Mark) {
        let bold = mark.class.is_bold();
        if let Shape::Text { x, y, text, anchor, size } = &mut mark.shape {
            if !(x.is_finite() && y.is_finite()) {
                return;
            }
            *x = x.clamp(0.0, self.width);
            let room = match anchor {
                Anchor::Start => self.width - *x,
                Anchor::Middle => 2.0 * x.min(self.width - *x),
                Anchor::End => *x,
            };
            *text = text::fit(text, room, *size, bold);
            if text.is_empty() {
                return;
            }
        }
        if let Some(area) = Area::of_text(&mark).filter(|area| !self.is_taken(area)) {
            self.texts.push(area);
            self.marks.push(mark);
        }
    }

    /// Whether a text stands in the area.
    pub fn is_taken(&self, area: &Area) -> bool {
        self.texts.iter().any(|text| text.overlaps(area))
    }

    /// The areas of the texts so far.
    pub fn texts(&self) -> &[Area] {
        &self.texts
    }

    /// A line of text.
    pub fn text(&mut self, x: f64, y: f64, text: impl Into<String>, class: Class) {
        self.add(Mark::text(x, y, text, class));
    }

    /// Several lines below each other, the first with its baseline at y; gives the baseline after the last.
    pub fn lines(&mut self, x: f64, y: f64, lines: Vec<String>, class: Class, size: f64, anchor: Anchor) -> f64 {
        let mut at = y;
        for line in lines {
            self.add(Mark::text(x, at, line, class).size(size).anchored(anchor));
            at += size * 1.25;
        }
        at
    }

    /// The finished picture.
    pub fn close(self, height: f64, title: String, subtitle: String, table: DataTable) -> Scene {
        Scene {
            width: self.width,
            height,
            title,
            subtitle,
            marks: self.marks,
            table,
            handles: self.handles,
            empty: None,
        }
    }
}
