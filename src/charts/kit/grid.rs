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
        let names = self.lines.iter().map(|line| text::width(&line.label, 12.0, false)).fold(0.0_f64, f64::max);
        let left = names.min(canvas.width * if self.columns.len() > 4 { 0.30 } else { 0.36 }) + 8.0;
        let column = (canvas.width - left) / count(self.columns.len().max(1));
        let heads: Vec<Vec<String>> =
            self.columns.iter().map(|name| text::wrap_hard(name, column - 4.0, 11.0, 3)).collect();
        let head_lines = heads.iter().map(Vec::len).max().unwrap_or(0);
        let first = top + count(head_lines) * 14.0 + 8.0;
        for (at, lines) in heads.into_iter().enumerate() {
            let x = left + (count(at) + 0.5) * column;
            let y = top + 12.0 + count(head_lines - lines.len()) * 14.0;
            canvas.lines(x, y, lines, Class::Faint, 11.0, Anchor::Middle);
        }
        let mut y = first;
        for line in &self.lines {
            y = self.draw_line(canvas, line, left, column, y);
        }
        y + 4.0
    }

    fn draw_line(&self, canvas: &mut Canvas, line: &Line, left: f64, column: f64, y: f64) -> f64 {
        let texts: Vec<Vec<String>> =
            line.cells.iter().map(|cell| text::wrap(&cell.text, column - 5.0, 11.0, true, self.cell_lines)).collect();
        let name = text::wrap(&line.label, left - 8.0, 12.0, false, 2);
        let tallest = texts.iter().map(Vec::len).max().unwrap_or(1).max(name.len()).max(1);
        let height = (count(tallest) * 14.0 + 12.0).max(28.0);
        let middle = y + height / 2.0;
        let start = middle + 4.0 - (count(name.len()) - 1.0) * 7.5;
        let mut name_y = start;
        for part in name {
            canvas.add(Mark::text(0.0, name_y, part, Class::Text).of_row(line.row.as_ref()).tip(line.label.clone()));
            name_y += 15.0;
        }
        let gap = self.columns.len().saturating_sub(self.totals);
        for (at, (cell, lines)) in line.cells.iter().zip(texts).enumerate() {
            let x = left + count(at) * column;
            if let Some(ground) = cell.ground.filter(|_| at < gap || self.totals == 0) {
                let mark = Mark::rect(x + 1.5, y + 1.5, column - 3.0, height - 3.0, ground).round(3.0);
                canvas.add(mark.of_row(line.row.as_ref()).tip(cell.tip.clone()));
            }
            let class = match cell.ground {
                Some(Class::Accent | Class::AccentMid | Class::Ink | Class::Grey | Class::Red) => Class::OnDark,
                Some(_) => Class::Text,
                None => Class::Label,
            };
            let text_y = middle + 4.0 - (count(lines.len()) - 1.0) * 7.0;
            canvas.lines(x + column / 2.0, text_y, lines, class, 11.0, Anchor::Middle);
            if let Some(class) = cell.mark {
                canvas.add(
                    Mark::area(super::shapes::diamond(x + column - 8.0, y + 8.0, 5.0), class).tip(cell.tip.clone()),
                );
            }
        }
        y + height
    }
}
