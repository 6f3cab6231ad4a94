//! What came back: kept at the app, so that neither another page nor another language loses a decision.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::change::merge::Decisions;
use crate::ui::files::Incoming;

/// A returned file.
#[derive(Clone)]
pub struct Back {
    /// The file as it was read.
    pub incoming: Arc<Incoming>,
    /// Its author as a person corrected it.
    pub author: Option<String>,
}

/// The files that wait to be merged, and what was decided about them.
#[derive(Clone, Default)]
pub struct Returns {
    /// The workbook they are merged into.
    pub workbook: String,
    /// The files.
    pub files: Vec<Back>,
    /// Decisions on conflicts.
    pub decisions: Decisions,
    /// Rows to join, by their ids: the first of them stays.
    pub joins: BTreeMap<String, bool>,
}

impl Returns {
    /// The files that wait for a workbook.
    pub fn of(&self, workbook: &str) -> &[Back] {
        if self.workbook == workbook { &self.files } else { &[] }
    }

    /// Takes a file in; one of the same name replaces the one before.
    pub fn add(&mut self, workbook: &str, incoming: Incoming) {
        if self.workbook != workbook {
            *self = Self { workbook: workbook.to_owned(), ..Self::default() };
        }
        self.files.retain(|back| back.incoming.name != incoming.name);
        self.files.push(Back { incoming: Arc::new(incoming), author: None });
    }
}
