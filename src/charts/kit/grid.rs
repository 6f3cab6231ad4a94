//! A table of cells: heat maps, responsibility grids, lanes.

use crate::analysis::stats::count;
use crate::charts::scene::{Anchor, Mark};
use crate::charts::{canvas::Canvas, style::Class, text};
use crate::model::Id;

/// One cell.
#[derive(Clone, Default)]
pub struct Cell {
    /// What stands in it.
    pub text: String,
    /// Its ground; none for an empty cell.
    pub ground: Option<Class>,
    /// Tooltip.
    pub tip: String,
    /// A mark in its corner, for what needs attention.
    pub mark: Option<Class>,
}

impl Cell {
    /// A cell with a text on a ground.
    pub fn new(text: impl Into<String>, ground: Class) -> Self {
        Self { text: text.into(), ground: Some(ground), tip: String::new(), mark: None }
    }

    /// A cell with a text alone.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A tooltip.
    #[must_use]
    pub fn tip(mut self, tip: impl Into<String>) -> Self {
        self.tip = tip.into();
        self
    }

    /// A mark in its corner.
    #[must_use]
    pub const fn mark(mut self, class: Option<Class>) -> Self {
        self.mark = class;
        self
    }
}

/// A row of cells.
pub struct Line {
    /// Its name.
    pub label: String,
    /// The row that choosing it selects.
    pub row: Option<Id>,
    /// Its cells, in the order of the columns.
    pub cells: Vec<Cell>,
}

/// A grid.
pub struct Grid {
    /// Names of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub lines: Vec<Line>,
    /// Most lines of text in one cell.
    pub cell_lines: usize,
    /// How many columns at the end are totals and set apart.
    pub totals: usize,
}

/// Most columns that keep a cell readable at a width.
pub fn columns_for(width: f64) -> usize {
    if width < 420.0 { 6 } else { 10 }
}

impl Grid {
    /// Draws the grid below `top` and gives the y below it.
    pub fn draw(&self, canvas: &mut Canvas, top: f64) -> f64 {
        let places = self.places(canvas.width);
        let heads: Vec<Vec<String>> = self
            .columns
            .iter()
            .zip(&places.columns)
            .map(|(name, (_, wide))| text::wrap_hard(name, wide - 3.0, places.size, 3))
            .collect();
        let head_lines = heads.iter().map(Vec::len).max().unwrap_or(0);
        let first = top + count(head_lines) * 14.0 + 8.0;
        for (lines, (x, wide)) in heads.into_iter().zip(&places.columns) {
            let y = top + 12.0 + count(head_lines - lines.len()) * 14.0;
            canvas.lines(x + wide / 2.0, y, lines, Class::Faint, places.size, Anchor::Middle);
        }
        let mut y = first;
        for line in &self.lines {
            y = self.draw_line(canvas, line, &places, y);
        }
        y + 4.0
    }

    /// Where the columns stand. Totals get more room than cells: their numbers are whole or nothing.
    fn places(&self, width: f64) -> Places {
        const TOTAL: f64 = 1.3;
        let names = self.lines.iter().map(|line| text::width(&line.label, 12.0, false)).fold(0.0_f64, f64::max);
        let share = match self.columns.len() {
            many if many > 4 && width < 400.0 => 0.27,
            many if many > 4 => 0.30,
            _ => 0.36,
        };
        let left = names.min(width * share) + 8.0;
        let totals = self.totals.min(self.columns.len());
        let cells = self.columns.len() - totals;
        let unit = (width - left) / (count(cells) + count(totals) * TOTAL).max(1.0);
        let mut x = left;
        let place = |at: usize| {
            let wide = if at < cells { unit } else { unit * TOTAL };
            x += wide;
            (x - wide, wide)
        };
        let columns = (0..self.columns.len()).map(place).collect();
        Places { left, columns, size: if unit < 42.0 { 10.0 } else { 11.0 } }
    }

    fn draw_line(&self, canvas: &mut Canvas, line: &Line, places: &Places, y: f64) -> f64 {
        let size = places.size;
        let fitted =
            |(cell, (_, wide)): (&Cell, &(f64, f64))| text::wrap(&cell.text, wide - 4.0, size, true, self.cell_lines);
        let texts: Vec<Vec<String>> = line.cells.iter().zip(&places.columns).map(fitted).collect();
        let name = text::wrap(&line.label, places.left - 8.0, 12.0, false, 2);
        let tallest = texts.iter().map(Vec::len).max().unwrap_or(1).max(name.len()).max(1);
        let height = (count(tallest) * 14.0 + 12.0).max(28.0);
        let middle = y + height / 2.0;
        let mut name_y = middle + 4.0 - (count(name.len()) - 1.0) * 7.5;
        for part in name {
            canvas.add(Mark::text(0.0, name_y, part, Class::Text).of_row(line.row.as_ref()).tip(line.label.clone()));
            name_y += 15.0;
        }
        let gap = self.columns.len().saturating_sub(self.totals);
        for (at, ((cell, lines), (x, wide))) in line.cells.iter().zip(texts).zip(&places.columns).enumerate() {
            if let Some(ground) = cell.ground.filter(|_| at < gap || self.totals == 0) {
                let mark = Mark::rect(x + 1.5, y + 1.5, wide - 3.0, height - 3.0, ground).round(3.0);
                canvas.add(mark.of_row(line.row.as_ref()).tip(cell.tip.clone()));
            }
            let class = match cell.ground {
                Some(Class::Accent | Class::AccentMid | Class::Ink | Class::Grey | Class::Red) => Class::OnDark,
                Some(_) => Class::Text,
                None => Class::Label,
            };
            let text_y = middle + 4.0 - (count(lines.len()) - 1.0) * 7.0;
            canvas.lines(x + wide / 2.0, text_y, lines, class, size, Anchor::Middle);
            if let Some(class) = cell.mark {
                let corner = super::shapes::diamond(x + wide - 8.0, y + 8.0, 5.0);
                canvas.add(Mark::area(corner, class).tip(cell.tip.clone()));
            }
        }
        y + height
    }
}

/// Where the columns of a grid stand.
struct Places {
    /// Where the first column begins.
    left: f64,
    /// Left edge and width of each column.
    columns: Vec<(f64, f64)>,
    /// Size of the letters.
    size: f64,
}
