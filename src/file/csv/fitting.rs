//! Cells of text to values, with references found by name.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::file::words::row_title;
use crate::model::number::narrow;
use crate::model::validate::fit_text;
use crate::model::{Document, FieldDef, Id, Kind, Lang, TableDef, Value};
use crate::worksheets;

/// Rows by name; nothing under a name that several rows have.
type Names = HashMap<String, Option<Id>>;

/// Fits cells of text to fields.
pub(super) struct Fitter<'a> {
    document: &'a Document,
    unit: u64,
    names: RefCell<HashMap<&'static str, Names>>,
}

impl<'a> Fitter<'a> {
    /// `unit` is the size of the workbook's unit of money.
    pub(super) fn new(document: &'a Document, unit: u64) -> Self {
        Self { document, unit, names: RefCell::default() }
    }

    /// The value of a cell; what does not fit is kept as typed.
    pub(super) fn fit(&self, field: &FieldDef, cell: &str) -> Option<Value> {
        if cell.trim().is_empty() {
            return None;
        }
        let found = match field.kind {
            Kind::Ref(target) => self.row_named(target, cell).map(|id| Value::Text(id.to_string())),
            Kind::Refs(target) => self.rows_named(target, cell),
            _ => return fit_text(field, cell, self.unit),
        };
        found.or_else(|| Some(Value::Text(cell.to_owned())))
    }

    /// Makes a row known that is about to be added.
    pub(super) fn add_name(&mut self, table: &'static TableDef, id: &Id, title: &str) {
        self.with_names(table, |names| {
            add(names, title, id);
            names.insert(plain(id.as_str()), Some(id.clone()));
        });
    }

    fn rows_named(&self, target: &str, cell: &str) -> Option<Value> {
        if let Some(id) = self.row_named(target, cell) {
            return Some(Value::Keys(vec![id.to_string()]));
        }
        let parts = cell.split([';', '；', '\n']).map(str::trim).filter(|part| !part.is_empty());
        let ids: Option<Vec<String>> = parts.map(|part| Some(self.row_named(target, part)?.to_string())).collect();
        ids.and_then(Value::keys)
    }

    /// The row with this id or, if only one has it, this name in either language.
    fn row_named(&self, target: &str, text: &str) -> Option<Id> {
        let table = worksheets::table(target)?;
        if let Some(row) = self.document.list(table).row(text.trim()) {
            return Some(row.id.clone());
        }
        self.with_names(table, |names| names.get(&plain(text)).cloned().flatten())
    }

    fn with_names<T>(&self, table: &'static TableDef, read: impl FnOnce(&mut Names) -> T) -> T {
        let mut all = self.names.borrow_mut();
        read(all.entry(table.path).or_insert_with(|| {
            let mut names = Names::new();
            for id in self.document.list(table).ids() {
                for lang in [Lang::En, Lang::Zh] {
                    add(&mut names, &row_title(self.document, table, id.as_str(), lang), id);
                }
            }
            names
        }))
    }
}

fn add(names: &mut Names, title: &str, id: &Id) {
    let known = names.entry(plain(title)).or_insert_with(|| Some(id.clone()));
    if known.as_ref() != Some(id) {
        *known = None;
    }
}

/// Names are the same whatever their case and width.
fn plain(text: &str) -> String {
    text.trim().chars().map(narrow).collect::<String>().to_lowercase()
}
