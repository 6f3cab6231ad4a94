//! Cells to a patch: CSV files and blocks from a spreadsheet.

use std::collections::HashSet;

use super::fitting::Fitter;
use super::grid::{parse_table, unprotect};
use crate::change::{Op, Patch, edit};
use crate::file::words;
use crate::model::document::ListData;
use crate::model::number::narrow;
use crate::model::{Document, FieldDef, Id, Kind, Lang, Place, Row, Shape, TableDef};

/// Reads a CSV file into a table: lines with the id of a row change that row, all others become new rows at the end.
/// Columns find their field by key or by label in either language; without headings they are taken in order. `unit` is
/// the size of the workbook's unit of money.
pub fn read_table(
    document: &Document,
    table: &'static TableDef,
    text: &str,
    unit: u64,
    ids: &mut dyn FnMut() -> Id,
) -> Patch {
    let grid = parse_table(text);
    match table.shape {
        Shape::Form => read_form(document, table, &grid, unit),
        Shape::Matrix { .. } => read_matrix(document, table, &grid, unit),
        Shape::List => {
            let fields: Vec<&'static FieldDef> = table.fields.iter().collect();
            let (columns, lines) = columns_of(table, &grid, false).unwrap_or_else(|| (in_order(&fields), &grid));
            let blank = |line: &&Vec<String>| line.iter().any(|cell| !cell.trim().is_empty());
            rows_into(document, table, (&columns, &mut lines.iter().filter(blank)), None, unit, ids)
        }
    }
}

/// Where pasted cells go.
#[derive(Clone, Copy, Debug)]
pub struct Start<'a> {
    /// The row of the focused cell; nothing to add rows at the end.
    pub row: Option<&'a Id>,
    /// The field of the focused cell.
    pub field: &'static FieldDef,
}

/// A block of cells into a list: down from the focused row, to the right over the `visible` columns; rows that are missing
/// are added. A first line of nothing but headings says which columns the cells are for. Cells the app writes itself are
/// passed over.
pub fn cells_into(
    document: &Document,
    table: &'static TableDef,
    grid: &[Vec<String>],
    start: Start<'_>,
    visible: &[&'static FieldDef],
    unit: u64,
    ids: &mut dyn FnMut() -> Id,
) -> Patch {
    let from = visible.iter().position(|field| field.slot == start.field.slot).unwrap_or(0);
    let in_place = || (in_order(visible.get(from..).unwrap_or_default()), grid);
    let (columns, lines) = columns_of(table, grid, true).unwrap_or_else(in_place);
    rows_into(document, table, (&columns, &mut lines.iter()), start.row, unit, ids)
}

/// A block of cells into any places, as a matrix on the page: `place` says where the cell of a row and column goes.
pub fn cells_at(
    document: &Document,
    grid: &[Vec<String>],
    place: &dyn Fn(usize, usize) -> Option<Place>,
    unit: u64,
) -> Patch {
    let fitter = Fitter::new(document, unit);
    let mut ops = Vec::new();
    for (row, line) in grid.iter().enumerate() {
        for (col, cell) in line.iter().enumerate() {
            ops.extend(place(row, col).map(|place| set(document, &fitter, place, cell)).unwrap_or_default().ops);
        }
    }
    Patch { ops }
}

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Column {
    Id,
    Row,
    Col,
    Field(&'static FieldDef),
    Nothing,
}

fn in_order(fields: &[&'static FieldDef]) -> Vec<Column> {
    fields.iter().map(|field| Column::Field(field)).collect()
}

/// The columns by the headings in the first line, and the lines under it; nothing when the first line is no line of
/// headings. One with a key in brackets is ours. Of a pasted block every cell must be a heading, and one alone is not
/// enough; of a file half of them.
fn columns_of<'g>(
    table: &'static TableDef,
    grid: &'g [Vec<String>],
    is_pasted: bool,
) -> Option<(Vec<Column>, &'g [Vec<String>])> {
    let (first, rest) = grid.split_first()?;
    let columns: Vec<Column> = first.iter().map(|cell| column_of(table, unprotect(cell))).collect();
    let named = columns.iter().filter(|column| **column != Column::Nothing).count();
    let filled = first.iter().filter(|cell| !cell.trim().is_empty()).count();
    let has_keys =
        first.iter().zip(&columns).any(|(cell, column)| key_in(cell).is_some() && *column != Column::Nothing);
    let are_headings = if is_pasted { named == filled && named > 1 } else { named > 0 && named * 2 >= filled };
    (has_keys || are_headings).then_some((columns, rest))
}

fn column_of(table: &'static TableDef, heading: &str) -> Column {
    let key = key_in(heading).unwrap_or(heading.trim());
    let has_key = key_in(heading).is_some();
    match key {
        "id" => return Column::Id,
        "row" if has_key => return Column::Row,
        "col" if has_key => return Column::Col,
        _ => {}
    }
    let plain = |text: &str| text.chars().map(narrow).collect::<String>().trim().to_lowercase();
    let wanted = plain(key);
    let mut fields = table.fields.iter().chain(table.attributes());
    let found = fields.find(|field| {
        field.key == key || (!has_key && (plain(field.label.en) == wanted || plain(field.label.zh) == wanted))
    });
    found.map_or(Column::Nothing, Column::Field)
}

/// The key in brackets at the end of one of our headings.
fn key_in(heading: &str) -> Option<&str> {
    heading.trim_end().strip_suffix(']')?.rsplit_once('[').map(|(_, key)| key)
}

/// Lines of cells into a list.
fn rows_into(
    document: &Document,
    table: &'static TableDef,
    (columns, lines): (&[Column], &mut dyn Iterator<Item = &Vec<String>>),
    start: Option<&Id>,
    unit: u64,
    ids: &mut dyn FnMut() -> Id,
) -> Patch {
    let list = document.list(table);
    let first = start.and_then(|id| list.position(id.as_str())).unwrap_or(list.len());
    let mut taken: HashSet<Id> = HashSet::new();
    let mut targets = Vec::new();
    for (below, line) in (first..).zip(lines) {
        let typed =
            columns.iter().zip(line).find(|(column, _)| **column == Column::Id).map(|(_, cell)| unprotect(cell));
        let id = match (typed, start) {
            (Some(id), None) if list.row(id).is_some() => Some(Id::from(id)),
            (Some(id), None) if !id.trim().is_empty() => Some(Id::from(id.trim())),
            (_, Some(_)) => list.ids().get(below).cloned(),
            _ => None,
        };
        // A second line with the same id is a row of its own.
        let id = id.filter(|id| !taken.contains(id)).unwrap_or_else(&mut *ids);
        taken.insert(id.clone());
        targets.push((id, line));
    }
    let mut fitter = Fitter::new(document, unit);
    name_new_rows(&mut fitter, table, columns, &targets, list);
    let mut ops = Vec::new();
    let mut at = list.len();
    for (id, line) in targets {
        let cells = columns.iter().zip(line).filter_map(|(column, cell)| match column {
            Column::Field(field) => Some((*field, cell)),
            _ => None,
        });
        if list.row(id.as_str()).is_some() {
            for (field, cell) in cells.filter(|(field, _)| start.is_none() || !is_written_by_app(field)) {
                ops.extend(set(document, &fitter, Place::row(table, id.clone(), field.slot), cell).ops);
            }
        } else {
            let mut row = Row::new(id);
            for (field, cell) in cells {
                row.record.set(field.slot, fitter.fit(field, unprotect(cell)));
            }
            ops.push(Op::Insert { table, at, row });
            at += 1;
        }
    }
    Patch { ops }
}

/// Rows of the same block can refer to each other by name.
fn name_new_rows(
    fitter: &mut Fitter<'_>,
    table: &'static TableDef,
    columns: &[Column],
    targets: &[(Id, &Vec<String>)],
    list: &ListData,
) {
    let Some(title) = table.title_field() else { return };
    let Some(at) = columns.iter().position(|column| *column == Column::Field(title)) else { return };
    for (id, line) in targets.iter().filter(|(id, _)| list.row(id.as_str()).is_none()) {
        fitter.add_name(table, id, line.get(at).map_or("", |cell| unprotect(cell)));
    }
}

const fn is_written_by_app(field: &FieldDef) -> bool {
    matches!(field.kind, Kind::Auto)
}

fn set(document: &Document, fitter: &Fitter<'_>, place: Place, cell: &str) -> Patch {
    let Some(field) = place.table.field_at(place.slot) else { return Patch::default() };
    let value = fitter.fit(field, unprotect(cell));
    edit::set(document, place, value)
}

fn read_form(document: &Document, table: &'static TableDef, grid: &[Vec<String>], unit: u64) -> Patch {
    let fitter = Fitter::new(document, unit);
    let mut ops = Vec::new();
    for line in grid {
        if let [name, cell, ..] = line.as_slice()
            && let Column::Field(field) = column_of(table, unprotect(name))
        {
            ops.extend(set(document, &fitter, Place::form(table, field.slot), cell).ops);
        }
    }
    Patch { ops }
}

fn read_matrix(document: &Document, table: &'static TableDef, grid: &[Vec<String>], unit: u64) -> Patch {
    let Some(((rows, cols), (columns, lines))) = table.matrix().zip(columns_of(table, grid, false)) else {
        return Patch::default();
    };
    let known: HashSet<Id> = words::columns(document, cols, Lang::En).into_iter().map(|(id, _)| id).collect();
    let fitter = Fitter::new(document, unit);
    let mut ops = Vec::new();
    for line in lines {
        let cell_of = |wanted: Column| {
            let found = columns.iter().zip(line).find(|(column, _)| **column == wanted);
            found.map(|(_, cell)| Id::from(unprotect(cell)))
        };
        let (Some(row), Some(col)) = (cell_of(Column::Row), cell_of(Column::Col)) else { continue };
        if document.list_at(rows).row(row.as_str()).is_none() || !known.contains(&col) {
            continue;
        }
        for (column, cell) in columns.iter().zip(line) {
            if let Column::Field(field) = column {
                let place = Place::cell(table, row.clone(), col.clone(), field.slot);
                ops.extend(set(document, &fitter, place, cell).ops);
            }
        }
    }
    Patch { ops }
}
