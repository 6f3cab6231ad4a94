//! Named rows with bars or points along a common scale: bars, stacked and floating bars, bullets, Gantt charts.

use crate::analysis::stats::count;
use crate::charts::scale::Linear;
use crate::charts::scene::{Anchor, Mark};
use crate::charts::{canvas::Canvas, style::Class, text};
use crate::model::Id;

/// A piece of a row from one value to another.
pub struct Part {
    /// Value where it begins.
    pub from: f64,
    /// Value where it ends.
    pub to: f64,
    /// How it looks.
    pub class: Class,
    /// What stands in it where it has room.
    pub text: String,
    /// Tooltip.
    pub tip: String,
    /// A slim bar inside a broad one.
    pub slim: bool,
}

impl Part {
    /// A piece from one value to another.
    pub fn new(from: f64, to: f64, class: Class) -> Self {
        Self { from, to, class, text: String::new(), tip: String::new(), slim: false }
    }

    /// What stands in it where it has room.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.text = text.into();
        self
    }

    /// A tooltip.
    #[must_use]
    pub fn tip(mut self, tip: impl Into<String>) -> Self {
        self.tip = tip.into();
        self
    }

    /// Slim, inside a broad one.
    #[must_use]
    pub const fn slim(mut self) -> Self {
        self.slim = true;
        self
    }
}

/// The shape of a mark at one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PinShape {
    /// An upright stroke over the whole row.
    Tick,
    /// A diamond.
    Diamond,
    /// A dot.
    Dot,
}

/// A mark at one value of a row.
pub struct Pin {
    /// The value.
    pub at: f64,
    /// Its shape.
    pub shape: PinShape,
    /// How it looks.
    pub class: Class,
    /// Tooltip.
    pub tip: String,
}

impl Pin {
    /// A mark at a value.
    pub fn new(at: f64, shape: PinShape, class: Class) -> Self {
        Self { at, shape, class, tip: String::new() }
    }

    /// A tooltip.
    #[must_use]
    pub fn tip(mut self, tip: impl Into<String>) -> Self {
        self.tip = tip.into();
        self
    }
}

/// One row.
pub struct Line {
    /// Its name.
    pub label: String,
    /// How the name looks.
    pub class: Class,
    /// The row that choosing it selects.
    pub row: Option<Id>,
    /// Bars.
    pub parts: Vec<Part>,
    /// Marks on top.
    pub pins: Vec<Pin>,
    /// What stands at the right end: the value in words.
    pub note: String,
    /// How the note looks.
    pub note_class: Class,
}

impl Line {
    /// A row with a name.
    pub fn new(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            class: Class::Text,
            row: None,
            parts: Vec::new(),
            pins: Vec::new(),
            note: String::new(),
            note_class: Class::Label,
        }
    }

    /// Choosing it selects this row.
    #[must_use]
    pub fn of(mut self, row: &Id) -> Self {
        self.row = Some(row.clone());
        self
    }

    /// How the name looks.
    #[must_use]
    pub const fn class(mut self, class: Class) -> Self {
        self.class = class;
        self
    }

    /// Adds a bar.
    #[must_use]
    pub fn part(mut self, part: Part) -> Self {
        self.parts.push(part);
        self
    }

    /// Adds a mark.
    #[must_use]
    pub fn pin(mut self, pin: Pin) -> Self {
        self.pins.push(pin);
        self
    }

    /// What stands at the right end.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>, class: Class) -> Self {
        self.note = note.into();
        self.note_class = class;
        self
    }
}

/// Rows on a common scale.
pub struct Rows {
    /// The rows, top to bottom.
    pub lines: Vec<Line>,
    /// Left end of the scale.
    pub low: f64,
    /// Right end of the scale.
    pub high: f64,
    /// Values with a line through all rows and a word above.
    pub guides: Vec<(f64, String, Class)>,
    /// Values named below the rows.
    pub ticks: Vec<(f64, String)>,
    /// Whether a faint line goes up from each of them.
    pub ruled: bool,
    /// Height of one row in pixels.
    pub pitch: f64,
}

/// Where the rows came to stand.
pub struct Placed {
    /// From values to x.
    pub x: Linear,
    /// Middle of each row.
    pub middles: Vec<f64>,
    /// The y below everything.
    pub bottom: f64,
}

impl Rows {
    /// Rows on a scale from zero (or the least value) to the largest value that occurs.
    pub fn fitted(lines: Vec<Line>) -> Self {
        let ends = lines.iter().flat_map(|line| {
            let parts = line.parts.iter().flat_map(|part| [part.from, part.to]);
            parts.chain(line.pins.iter().map(|pin| pin.at))
        });
        let (low, high) = ends
            .filter(|end| end.is_finite())
            .fold((0.0_f64, 0.0_f64), |(low, high), end| (low.min(end), high.max(end)));
        Self::between(low, if high > low { high } else { low + 1.0 }, lines)
    }

    /// Rows on a given scale.
    pub const fn between(low: f64, high: f64, lines: Vec<Line>) -> Self {
        Self { lines, low, high, guides: Vec::new(), ticks: Vec::new(), ruled: false, pitch: 26.0 }
    }

    /// Adds a line through all rows with a word above.
    #[must_use]
    pub fn guide(mut self, at: f64, word: impl Into<String>) -> Self {
        self.guides.push((at, word.into(), Class::Guide));
        self
    }

    /// Values named below the rows.
    #[must_use]
    pub fn ticks(mut self, ticks: Vec<(f64, String)>) -> Self {
        self.ticks = ticks;
        self
    }

    /// Draws the rows from `top` down.
    pub fn draw(&self, canvas: &mut Canvas, top: f64) -> Placed {
        let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0_f64, f64::max);
        let names = widest(&mut self.lines.iter().map(|line| text::width(&line.label, 12.0, line.class.is_bold())));
        let notes = widest(&mut self.lines.iter().map(|line| text::width(&line.note, 12.0, line.note_class.is_bold())));
        let name_room = names.min(canvas.width * 0.38).max(1.0);
        let note_room = notes.min(canvas.width * 0.26);
        // Names that do not fit get two lines, and every row a little more height.
        let pitch = if names > name_room { self.pitch.max(34.0) } else { self.pitch };
        let left = name_room + 10.0;
        let right = canvas.width - if note_room > 0.0 { note_room + 8.0 } else { 2.0 };
        let x = Linear::new(self.low, self.high, left, right);
        let first = if self.guides.is_empty() { top } else { top + 18.0 };
        let bottom = first + count(self.lines.len()) * pitch;
        if self.ruled {
            for (at, _) in &self.ticks {
                canvas.add(Mark::line((x.at(*at), first), (x.at(*at), bottom + 2.0), Class::Rule));
            }
        }
        self.draw_guides(canvas, &x, top, bottom);
        let middles: Vec<f64> = (0..self.lines.len()).map(|at| first + (count(at) + 0.5) * pitch).collect();
        for (line, middle) in self.lines.iter().zip(&middles) {
            self.draw_line(canvas, line, *middle, &x, name_room, note_room);
        }
        let bottom = if self.ticks.is_empty() { bottom } else { self.draw_ticks(canvas, &x, bottom) };
        Placed { x, middles, bottom }
    }

    fn draw_guides(&self, canvas: &mut Canvas, x: &Linear, top: f64, bottom: f64) {
        for (at, word, class) in &self.guides {
            let px = x.at(*at);
            canvas.add(Mark::line((px, top + 14.0), (px, bottom), *class));
            let half = text::width(word, 11.0, false) / 2.0;
            let px = px.clamp(half.min(canvas.width / 2.0), (canvas.width - half).max(canvas.width / 2.0));
            canvas.add(Mark::text(px, top + 10.0, word.clone(), Class::Faint).size(11.0).middle());
        }
        if self.low < 0.0 && self.high > 0.0 {
            canvas.add(Mark::line((x.at(0.0), bottom), (x.at(0.0), top + 14.0), Class::Axis));
        }
    }

    fn draw_ticks(&self, canvas: &mut Canvas, x: &Linear, bottom: f64) -> f64 {
        canvas.add(Mark::line((x.from, bottom + 2.0), (x.to, bottom + 2.0), Class::Axis));
        for (at, word) in &self.ticks {
            let px = x.at(*at);
            canvas.add(Mark::line((px, bottom + 2.0), (px, bottom + 6.0), Class::Axis));
            let half = text::width(word, 11.0, false) / 2.0;
            let px = px.clamp(half.min(canvas.width / 2.0), (canvas.width - half).max(canvas.width / 2.0));
            canvas.add(Mark::text(px, bottom + 18.0, word.clone(), Class::Faint).size(11.0).middle());
        }
        bottom + 24.0
    }

    fn draw_line(&self, canvas: &mut Canvas, line: &Line, middle: f64, x: &Linear, names: f64, notes: f64) {
        let row = line.row.as_ref();
        let half = (self.pitch * 0.34).min(10.0);
        let words = text::wrap(&line.label, names, 12.0, line.class.is_bold(), 2);
        let mut name_y = middle + 4.0 - (count(words.len()) - 1.0) * 7.0;
        for word in words {
            let name = Mark::text(0.0, name_y, word, line.class).of_row(row);
            canvas.add(name.tip(line.label.clone()));
            name_y += 14.0;
        }
        for part in &line.parts {
            let (from, to) = (x.at(part.from), x.at(part.to));
            let (left, right) = (from.min(to), from.max(to));
            let half = if part.slim { half * 0.45 } else { half };
            let wide = (right - left).max(if part.from == part.to { 0.0 } else { 1.0 });
            let bar = Mark::rect(left, middle - half, wide, 2.0 * half, part.class).round(2.0);
            canvas.add(bar.of_row(row).tip(part.tip.clone()));
            draw_part_text(canvas, part, left, right, middle);
        }
        for pin in &line.pins {
            let px = x.at(pin.at);
            let mark = match pin.shape {
                PinShape::Tick => Mark::line((px, middle - half - 3.0), (px, middle + half + 3.0), pin.class),
                PinShape::Diamond => Mark::area(super::shapes::diamond(px, middle, 7.0), pin.class),
                PinShape::Dot => Mark::circle(px, middle, 5.5, pin.class),
            };
            canvas.add(mark.of_row(row).tip(pin.tip.clone()));
        }
        if notes > 0.0 {
            let note = Mark::text(canvas.width, middle + 4.0, line.note.clone(), line.note_class).within(notes);
            canvas.add(note.anchored(Anchor::End).of_row(row));
        }
    }
}

/// A text inside its bar, where it fits.
fn draw_part_text(canvas: &mut Canvas, part: &Part, left: f64, right: f64, middle: f64) {
    let class = match part.class {
        Class::Accent | Class::AccentMid | Class::Ink | Class::Grey | Class::Red | Class::Amber | Class::Green => {
            Class::OnDark
        }
        Class::Hatch | Class::Dots | Class::Cross => Class::TextOver,
        _ => Class::Text,
    };
    if !part.text.is_empty() && text::width(&part.text, 11.0, class.is_bold()) + 6.0 <= right - left {
        canvas.add(Mark::text(f64::midpoint(left, right), middle + 4.0, part.text.clone(), class).size(11.0).middle());
    }
}

/// The first rows that a picture has room for, and a sentence that says how many more there are.
pub fn more(canvas: &mut Canvas, bottom: f64, hidden: usize, lang: crate::model::Lang) -> f64 {
    if hidden == 0 {
        return bottom + 4.0;
    }
    let text = say!(lang, "and {hidden} more in the table", "另有{hidden}项，见表格");
    canvas.add(Mark::text(0.0, bottom + 16.0, text, Class::Faint).size(11.0));
    bottom + 24.0
}
