//! The document: all tables of one workbook.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

use super::quick::QuickMap;
use super::wording::is_wording;
use super::{Id, Lang, Record, Row, Shape, TableDef, Value};

/// The address of one value.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The table.
    pub table: &'static TableDef,
    /// The row of a list or matrix.
    pub row: Option<Id>,
    /// The column of a matrix.
    pub col: Option<Id>,
    /// The slot in the record.
    pub slot: u8,
}

impl Place {
    /// A field of a form.
    pub const fn form(table: &'static TableDef, slot: u8) -> Self {
        Self { table, row: None, col: None, slot }
    }

    /// A field of a row.
    pub const fn row(table: &'static TableDef, row: Id, slot: u8) -> Self {
        Self { table, row: Some(row), col: None, slot }
    }

    /// A field of a cell.
    pub const fn cell(table: &'static TableDef, row: Id, col: Id, slot: u8) -> Self {
        Self { table, row: Some(row), col: Some(col), slot }
    }

    /// The key path without row and column, as in `data-field`.
    pub fn path(&self) -> String {
        let key = self.table.field_at(self.slot).map_or("", |field| field.key);
        format!("{}.{key}", self.table.path)
    }
}

/// The rows of a list: found by id, shown in their order.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct ListData {
    order: Vec<Id>,
    rows: QuickMap<Id, Row>,
}

impl ListData {
    /// Rows in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Row> + Clone {
        self.order.iter().filter_map(|id| self.rows.get(id))
    }

    /// The ids in order.
    pub fn ids(&self) -> &[Id] {
        &self.order
    }

    /// The row with `id`.
    pub fn row(&self, id: &str) -> Option<&Row> {
        self.rows.get(id)
    }

    /// The place of the row with `id`.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.order.iter().position(|other| other.as_str() == id)
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// Puts a row at `at` (or at the end), unless its id is taken. Says whether it did.
    pub fn insert(&mut self, at: usize, row: Row) -> bool {
        if self.rows.contains_key(&row.id) {
            return false;
        }
        self.order.insert(at.min(self.order.len()), row.id.clone());
        self.rows.insert(row.id.clone(), row);
        true
    }

    /// Takes the row with `id` out.
    pub fn remove(&mut self, id: &str) -> Option<Row> {
        let row = self.rows.remove(id)?;
        self.order.retain(|other| other.as_str() != id);
        Some(row)
    }

    /// Moves the row with `id` to the place `to`. Says whether it is there.
    pub fn move_to(&mut self, id: &str, to: usize) -> bool {
        let Some(from) = self.position(id) else { return false };
        let id = self.order.remove(from);
        self.order.insert(to.min(self.order.len()), id);
        true
    }
}

/// Cells by row and column.
pub type Cells = BTreeMap<(Id, Id), Record>;

/// What one table holds.
#[derive(Clone, Debug, PartialEq)]
pub enum TableData {
    /// A form.
    Form(Record),
    /// A list.
    List(ListData),
    /// A matrix; empty cells are not kept.
    Matrix(Cells),
}

impl TableData {
    /// An empty table of the given shape.
    pub fn empty(shape: Shape) -> Self {
        match shape {
            Shape::Form => Self::Form(Record::default()),
            Shape::List => Self::List(ListData::default()),
            Shape::Matrix { .. } => Self::Matrix(Cells::default()),
        }
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Form(record) => record.is_empty(),
            Self::List(list) => list.is_empty(),
            Self::Matrix(cells) => cells.is_empty(),
        }
    }
}

static NO_ROWS: std::sync::LazyLock<ListData> = std::sync::LazyLock::new(ListData::default);
static NO_CELLS: Cells = BTreeMap::new();

/// All tables of a workbook, and what a file brought along that this version does not know.
#[derive(Clone, Debug)]
pub struct Document {
    /// Id of the workbook.
    pub id: Id,
    /// Language the workbook was made in.
    pub lang: Lang,
    tables: QuickMap<&'static str, TableData>,
    unknown: BTreeMap<String, String>,
    stamps: QuickMap<&'static str, Stamps>,
    clock: u64,
}

/// Counts the changes of all documents: no two states of one document or of its copies share a moment.
static MOMENTS: AtomicU64 = AtomicU64::new(0);

/// When a table last changed.
#[derive(Clone, Copy, Debug, Default)]
struct Stamps {
    any: u64,
    substance: u64,
}

/// Equal contents are equal documents, however they came about.
impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        // An empty table is the same as one that is not there.
        let holds = |one: &Self, other: &Self| {
            let mut filled = other.tables.iter().filter(|(_, data)| !data.is_empty());
            filled.all(|(path, data)| one.tables.get(path) == Some(data))
        };
        self.id == other.id
            && self.lang == other.lang
            && self.unknown == other.unknown
            && holds(self, other)
            && holds(other, self)
    }
}

impl Document {
    /// An empty document.
    pub fn new(id: Id, lang: Lang) -> Self {
        Self { id, lang, tables: QuickMap::default(), unknown: BTreeMap::new(), stamps: QuickMap::default(), clock: 0 }
    }

    /// The form of a table; empty when nothing was filled or the table is no form.
    pub fn form(&self, table: &'static TableDef) -> &Record {
        match self.tables.get(table.path) {
            Some(TableData::Form(record)) => record,
            _ => Record::EMPTY,
        }
    }

    /// The rows of a list; none when the table is no list.
    pub fn list(&self, table: &'static TableDef) -> &ListData {
        match self.tables.get(table.path) {
            Some(TableData::List(list)) => list,
            _ => &NO_ROWS,
        }
    }

    /// The cells of a matrix; none when the table is no matrix.
    pub fn cells(&self, table: &'static TableDef) -> &Cells {
        match self.tables.get(table.path) {
            Some(TableData::Matrix(cells)) => cells,
            _ => &NO_CELLS,
        }
    }

    /// The filled cells of one row of a matrix, each with its column.
    pub fn cells_of<'d>(
        &'d self,
        table: &'static TableDef,
        row: &'d Id,
    ) -> impl Iterator<Item = (&'d Id, &'d Record)> + use<'d> {
        let of_row = self.cells(table).range((row.clone(), Id::from(""))..);
        of_row.take_while(move |((other, _), _)| other == row).map(|((_, column), cell)| (column, cell))
    }

    /// One cell of a matrix; empty when nothing was filled.
    pub fn cell(&self, table: &'static TableDef, row: &Id, col: &Id) -> &Record {
        self.cells(table).get(&(row.clone(), col.clone())).unwrap_or(Record::EMPTY)
    }

    /// The rows of a list by path.
    pub fn list_at(&self, path: &str) -> &ListData {
        match self.tables.get(path) {
            Some(TableData::List(list)) => list,
            _ => &NO_ROWS,
        }
    }

    /// The record a place is in.
    pub fn record(&self, place: &Place) -> &Record {
        match (&place.row, &place.col) {
            (None, _) => self.form(place.table),
            (Some(row), None) => self.list(place.table).row(row.as_str()).map_or(Record::EMPTY, |row| &row.record),
            (Some(row), Some(col)) => self.cell(place.table, row, col),
        }
    }

    /// The value at a place.
    pub fn value(&self, place: &Place) -> Option<&Value> {
        self.record(place).at(place.slot)
    }

    /// The data of a table, if anything was ever put there.
    pub fn table(&self, path: &str) -> Option<&TableData> {
        self.tables.get(path)
    }

    /// Changes whenever anything in the tables changes.
    pub const fn moment(&self) -> u64 {
        self.clock
    }

    /// Changes whenever the table changes; what was computed from the table is good as long as this stays.
    pub fn stamp(&self, path: &str) -> u64 {
        self.stamps.get(path).map_or(0, |stamps| stamps.any)
    }

    /// Changes whenever more than the wording of the table changes (see [`is_wording`]).
    pub fn substance(&self, path: &str) -> u64 {
        self.stamps.get(path).map_or(0, |stamps| stamps.substance)
    }

    /// Top-level fields of a file that this version does not know, each as the text it had there.
    pub const fn unknown(&self) -> &BTreeMap<String, String> {
        &self.unknown
    }

    /// Keeps a top-level field that this version does not know.
    pub fn keep_unknown(&mut self, key: &str, text: String) {
        self.unknown.insert(key.to_owned(), text);
    }

    /// The data of a table, made empty when there is none or its shape is wrong. Only the layer that applies patches and
    /// the one that reads files write through this.
    pub(crate) fn table_mut(&mut self, table: &'static TableDef) -> &mut TableData {
        self.change(table, true)
    }

    fn change(&mut self, table: &'static TableDef, is_substance: bool) -> &mut TableData {
        self.clock = MOMENTS.fetch_add(1, Ordering::Relaxed) + 1;
        let stamps = self.stamps.entry(table.path).or_default();
        stamps.any = self.clock;
        if is_substance {
            stamps.substance = self.clock;
        }
        let data = self.tables.entry(table.path).or_insert_with(|| TableData::empty(table.shape));
        let fits = matches!(
            (&*data, table.shape),
            (TableData::Form(_), Shape::Form)
                | (TableData::List(_), Shape::List)
                | (TableData::Matrix(_), Shape::Matrix { .. })
        );
        if !fits {
            *data = TableData::empty(table.shape);
        }
        data
    }

    /// Puts a value at a place and gives back what was there. A place in a row that does not exist changes nothing.
    pub(crate) fn put(&mut self, place: &Place, value: Option<Value>) -> Option<Value> {
        let is_substance = !is_wording(place, self.value(place), value.as_ref());
        match (self.change(place.table, is_substance), &place.row, &place.col) {
            (TableData::Form(record), None, _) => record.set(place.slot, value),
            (TableData::List(list), Some(row), None) => list.rows.get_mut(row)?.record.set(place.slot, value),
            (TableData::Matrix(cells), Some(row), Some(col)) => {
                let key = (row.clone(), col.clone());
                let record = cells.entry(key.clone()).or_default();
                let before = record.set(place.slot, value);
                if record.is_empty() {
                    cells.remove(&key);
                }
                before
            }
            _ => None,
        }
    }
}
