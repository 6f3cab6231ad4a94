//! Sharing: a copy of the workbook at a sharing level, the list of what left it, and the proof that no name stayed.

mod figures;
mod names;
mod propose;
mod scan;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap, HashSet};

use self::figures::Figures;
use self::names::Search;
pub use self::names::{Hit, Name, Names, Who};
pub use self::propose::propose;
pub use self::scan::scan;
use crate::change::edit::records;
use crate::model::record::attributes;
use crate::model::validate::problem;
use crate::model::{Columns, Document, FieldDef, Id, Kind, Place, Record, Row, TableData, TableDef, Value};
use crate::worksheets::sharing::{Level, without_rows};
use crate::worksheets::{self, TABLES, account, needs};

/// How a copy is made.
#[derive(Clone, Copy, Debug)]
pub struct Sharing<'n> {
    /// The level.
    pub level: Level,
    /// The names with the aliases chosen.
    pub names: &'n Names,
    /// Whether private rows go along at the level [`Level::Full`]; at all others they never do.
    pub with_private: bool,
    /// What amounts are multiplied by in a training copy, 0.5 to 2. Kept out of every file.
    pub factor: f64,
    /// How many days dates move in a training copy.
    pub shift_days: i64,
}

/// A copy, and what it does not hold any more.
#[derive(Clone, Debug, PartialEq)]
pub struct Reduced {
    /// The copy.
    pub document: Document,
    /// How many values were taken out, by key path without the row; rows as `w3.people[]`, whole tables as `w3.people`.
    pub removed: BTreeMap<String, usize>,
    /// How often each real name was replaced.
    pub replaced: BTreeMap<String, usize>,
}

/// Reduces a workbook to a sharing level. A copy without names is a workbook of its own, with a new id of `ids`.
pub fn reduce(document: &Document, sharing: &Sharing<'_>, ids: &mut dyn FnMut() -> Id) -> Reduced {
    let level = sharing.level;
    if level == Level::Full {
        return full(document, sharing.with_private);
    }
    let id = if level == Level::Colleagues { document.id.clone() } else { ids() };
    // The customer may read their own names, but not those of our competitors.
    let wanted = |who: Who| level.replaces_names() || (level == Level::Customer && who == Who::Competitor);
    let mut reducer = Reducer {
        document,
        sharing,
        search: Search::new(sharing.names, wanted),
        figures: figures_of(document, sharing),
        out: Document::new(id, document.lang),
        removed: BTreeMap::new(),
        replaced: BTreeMap::new(),
    };
    for table in TABLES.iter().copied() {
        reducer.table(table);
    }
    // Nobody can say what fields tell that this version does not know.
    reducer.note("*".to_owned(), document.unknown().len());
    let mut reduced = Reduced { document: reducer.out, removed: reducer.removed, replaced: reducer.replaced };
    make_whole(document, &mut reduced);
    worksheets::add_fixed_rows(&mut reduced.document);
    reduced
}

/// Everything, but for private rows unless they were asked for.
fn full(document: &Document, with_private: bool) -> Reduced {
    let mut reduced = Reduced { document: document.clone(), removed: BTreeMap::new(), replaced: BTreeMap::new() };
    for table in TABLES.iter().copied().filter(|table| table.is_list()) {
        for row in document.list(table).iter().filter(|row| !Level::Full.keeps_row(document, table, row, with_private))
        {
            if let TableData::List(list) = reduced.document.table_mut(table) {
                list.remove(row.id.as_str());
            }
            *reduced.removed.entry(format!("{}[]", table.path)).or_default() += 1;
        }
    }
    make_whole(document, &mut reduced);
    reduced
}

/// What the name of a copy's file says: the account's name in a full copy alone, its alias in all others.
pub fn file_label(document: &Document, level: Level, names: &Names) -> String {
    let profile = document.form(account::profile::TABLE);
    if level == Level::Full {
        return profile.get(account::profile::NAME).unwrap_or_default().to_owned();
    }
    let account = names.list.iter().find(|name| name.who == Who::Account).map(|name| name.alias.as_str());
    account.or_else(|| profile.get(account::profile::ALIAS)).unwrap_or_default().to_owned()
}

fn figures_of(document: &Document, sharing: &Sharing<'_>) -> Option<Figures> {
    let period = document.form(account::plan::TABLE).get(account::plan::PERIOD_FROM);
    let years = period.map_or(0, |from| from.plus_days(sharing.shift_days).year() - from.year());
    let figures = Figures { factor: sharing.factor, days: sharing.shift_days, years: f64::from(years) };
    (sharing.level == Level::Training).then_some(figures)
}

struct Reducer<'r> {
    document: &'r Document,
    sharing: &'r Sharing<'r>,
    search: Search<'r>,
    figures: Option<Figures>,
    out: Document,
    removed: BTreeMap<String, usize>,
    replaced: BTreeMap<String, usize>,
}

impl Reducer<'_> {
    fn note(&mut self, path: String, count: usize) {
        if count > 0 {
            *self.removed.entry(path).or_default() += count;
        }
    }

    fn table(&mut self, table: &'static TableDef) {
        let document = self.document;
        if !self.sharing.level.keeps_table(table) {
            let values: usize = records(document, table).map(|(_, _, record)| record.filled().count()).sum();
            self.note(table.path.to_owned(), values);
            return;
        }
        match document.table(table.path) {
            Some(TableData::List(list)) => {
                for row in list.iter() {
                    self.row(table, row);
                }
            }
            _ => {
                for (row, col, record) in records(document, table) {
                    for (slot, value) in self.record(table, None, record) {
                        self.out.put(&Place { table, row: row.clone(), col: col.clone(), slot }, Some(value));
                    }
                }
            }
        }
    }

    fn row(&mut self, table: &'static TableDef, row: &Row) {
        if !self.sharing.level.keeps_row(self.document, table, row, self.sharing.with_private) {
            self.note(format!("{}[]", table.path), 1);
            return;
        }
        let mut copy = Row::new(row.id.clone());
        for (slot, value) in self.record(table, Some(row), &row.record) {
            copy.record.set(slot, Some(value));
        }
        self.note(format!("{}.*", table.path), row.record.unknown().len());
        if let TableData::List(list) = self.out.table_mut(table) {
            list.insert(usize::MAX, copy);
        }
    }

    /// The values of a record that the copy holds, as it holds them.
    fn record(&mut self, table: &'static TableDef, row: Option<&Row>, record: &Record) -> Vec<(u8, Value)> {
        let mut kept = Vec::new();
        for (slot, value) in record.filled() {
            let Some(field) = table.field_at(slot) else { continue };
            let is_kept = self.sharing.level.keeps_field(table, field);
            match Some(value).filter(|_| is_kept).and_then(|value| self.value(table, field, row, record, value)) {
                Some(value) => kept.push((slot, value)),
                None => self.note(format!("{}.{}", table.path, field.key), 1),
            }
        }
        kept
    }

    fn value(
        &mut self,
        table: &'static TableDef,
        field: &FieldDef,
        row: Option<&Row>,
        record: &Record,
        value: &Value,
    ) -> Option<Value> {
        let is_time = table.is_list() && field.slot == attributes::UPDATED.slot;
        let value = match &self.figures {
            Some(figures) if is_time => figures.change_time(value)?,
            Some(figures) => figures.change(table, field, record, value)?,
            None => value.clone(),
        };
        if self.sharing.level.replaces_names() && table.path == needs::people::TABLE.path && field.key == "title" {
            return Value::text(row.map_or("", |row| propose::role_of(self.document, row)));
        }
        let target = field.kind.target().map(|path| self.document.list_at(path));
        let mut in_words = |text: String| {
            let is_row = target.is_some_and(|list| list.row(&text).is_some());
            if is_row || is_key(field, &text) { text } else { self.search.replace(&text, &mut self.replaced) }
        };
        Some(match value {
            Value::Text(text) => Value::Text(in_words(text)),
            Value::Keys(keys) if target.is_some() => Value::Keys(keys.into_iter().map(in_words).collect()),
            other => other,
        })
    }
}

/// Takes out references to rows that stayed behind, and their cells.
fn make_whole(document: &Document, reduced: &mut Reduced) {
    let out = &reduced.document;
    let mut gone: HashMap<&str, HashSet<&str>> = HashMap::new();
    for table in TABLES.iter().copied().filter(|table| table.is_list()) {
        let left = document.list(table).ids().iter().filter(|id| out.list(table).row(id.as_str()).is_none());
        gone.insert(table.path, left.map(Id::as_str).collect());
    }
    let is_gone = |path: &str, id: &str| gone.get(path).is_some_and(|ids| ids.contains(id));
    let mut repairs = Vec::new();
    for table in TABLES.iter().copied() {
        let lists = table.matrix().map(|(rows, columns)| match columns {
            Columns::Table(path) => (rows, Some(path)),
            Columns::Fixed(_) => (rows, None),
        });
        for (row, col, record) in records(out, table) {
            let is_lost = lists.is_some_and(|(rows, columns)| {
                row.as_ref().is_some_and(|row| is_gone(rows, row.as_str()))
                    || columns.zip(col.as_ref()).is_some_and(|(path, col)| is_gone(path, col.as_str()))
            });
            for (slot, value) in record.filled() {
                let target = table.field_at(slot).and_then(|field| field.kind.target());
                let rest = match target {
                    _ if is_lost => None,
                    Some(path) => without_rows(value, |id| is_gone(path, id)),
                    None => continue,
                };
                if rest.as_ref() != Some(value) {
                    repairs.push((Place { table, row: row.clone(), col: col.clone(), slot }, rest));
                }
            }
        }
    }
    for (place, rest) in repairs {
        *reduced.removed.entry(place.path()).or_default() += 1;
        reduced.document.put(&place, rest);
    }
}

/// Whether a text is a key or a date rather than words.
fn is_key(field: &FieldDef, text: &str) -> bool {
    matches!(field.kind, Kind::Choice { .. } | Kind::Date) && problem(field, &Value::Text(text.to_owned())).is_none()
}
