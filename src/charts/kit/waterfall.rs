//! From one amount to another in named steps.

use super::rows::{Line, Part, Rows};
use crate::charts::style::Class;
use crate::model::Id;

/// One line of a waterfall.
pub struct Step {
    /// Its name.
    pub label: String,
    /// A total, or what is added.
    pub value: f64,
    /// Whether it is a total.
    pub total: bool,
    /// The row it comes from.
    pub row: Option<Id>,
}

impl Step {
    /// A total.
    pub fn total(label: impl Into<String>, value: f64) -> Self {
        Self { label: label.into(), value, total: true, row: None }
    }

    /// A step up or down.
    pub fn by(label: impl Into<String>, value: f64) -> Self {
        Self { label: label.into(), value, total: false, row: None }
    }

    /// The row it comes from.
    #[must_use]
    pub fn of(mut self, row: &Id) -> Self {
        self.row = Some(row.clone());
        self
    }
}

/// The steps as floating bars: totals in the accent colour, rises and falls told apart by ground and sign.
pub fn rows(steps: &[Step]) -> Rows {
    let mut at = 0.0;
    let mut lines = Vec::new();
    for step in steps {
        let (from, to, class) = match (step.total, step.value >= 0.0) {
            (true, _) => (0.0, step.value, Class::Accent),
            (false, true) => (at, at + step.value, Class::AccentMid),
            (false, false) => (at, at + step.value, Class::Hatch),
        };
        at = to;
        let amount = crate::charts::data::amount(step.value);
        let words = if !step.total && step.value > 0.0 { format!("+{amount}") } else { amount };
        let part = Part::new(from, to, class).tip(format!("{}: {words}", step.label));
        let look = if step.total { Class::Label } else { Class::Text };
        let mut line = Line::new(step.label.clone()).class(look).part(part).note(words, look);
        line.row.clone_from(&step.row);
        lines.push(line);
    }
    Rows::fitted(lines)
}

/// The steps as rows of a data table.
pub fn table(headers: crate::charts::DataTable, steps: &[Step]) -> crate::charts::DataTable {
    let mut table = headers;
    for step in steps {
        table.push([step.label.clone(), crate::charts::data::cell(Some(step.value), 2)]);
    }
    table
}
