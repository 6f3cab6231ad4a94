//! The tables of a file, by their declarations.

use std::collections::HashMap;
use std::fmt;

use super::envelope::SHEET_KEYS;
use super::json::Json;
use super::read::{Report, keep};
use crate::model::document::{Cells, ListData};
use crate::model::validate::{fit_text, problem};
use crate::model::{Columns, Document, FieldDef, Id, IssueCode, Kind, Record, Row, Shape, TableData, TableDef, Value};
use crate::worksheets::{self, TABLES};

/// Reads every table of a file into the document. A list in the file is complete: what it does not name was deleted. One
/// that is not there was never touched and has the rows of a new workbook.
pub(super) fn read(file: &Json<'_>, document: &mut Document, ids: &mut dyn FnMut() -> Id, report: &mut Report) {
    let found = find_tables(file, document, report);
    let mut reader = Reader { report, ids, unit: unit_of(&found) };
    let is_matrix = |table: &&&'static TableDef| table.matrix().is_some();
    // Matrices last: their rows and columns are the rows of lists.
    for table in TABLES.iter().filter(|table| !is_matrix(table)).chain(TABLES.iter().filter(is_matrix)) {
        let json = found.get(table.path);
        if let Some(json) = json {
            reader.table(document, table, json);
        }
        if table.is_list() && !matches!(json, Some(Json::List(_))) {
            worksheets::add_first_rows(document, table);
        }
    }
}

/// The tables of the file that this version knows; the rest is kept as it is.
fn find_tables<'j>(
    file: &'j Json<'j>,
    document: &mut Document,
    report: &mut Report,
) -> HashMap<&'static str, &'j Json<'j>> {
    let mut found = HashMap::new();
    for sheet in SHEET_KEYS {
        for (key, json) in file.get(sheet).map(Json::members).unwrap_or_default() {
            if *json == Json::Null {
                continue;
            }
            let path = format!("{sheet}.{key}");
            match worksheets::table(&path) {
                None => {
                    report.add(path, IssueCode::Unknown, String::new);
                    keep(document, &[sheet, key], json.to_text());
                }
                Some(table) => {
                    if found.insert(table.path, json).is_some() {
                        report.add(path, IssueCode::DuplicateKey, String::new);
                    }
                }
            }
        }
    }
    found
}

/// The size of the file's unit of money.
fn unit_of(found: &HashMap<&'static str, &Json<'_>>) -> u64 {
    let plan = found.get(worksheets::account::plan::TABLE.path);
    let key = plan.and_then(|plan| plan.get("unit")).and_then(Json::as_text).unwrap_or_default();
    super::unit_size(key)
}

/// Where a value stands, written out only when something is odd there.
#[derive(Clone, Copy)]
struct Place<'p> {
    table: &'static TableDef,
    row: Option<usize>,
    cell: Option<(&'p str, &'p str)>,
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.table.path)?;
        if let Some(row) = self.row {
            write!(f, "[{row}]")?;
        }
        if let Some((row, col)) = self.cell {
            write!(f, "[{row:?}][{col:?}]")?;
        }
        Ok(())
    }
}

struct Reader<'r> {
    report: &'r mut Report,
    ids: &'r mut dyn FnMut() -> Id,
    unit: u64,
}

impl Reader<'_> {
    fn table(&mut self, document: &mut Document, table: &'static TableDef, json: &Json<'_>) {
        let data = match (table.shape, json) {
            (Shape::Form, Json::Object(members)) => {
                let members = members.iter().map(|(key, value)| (key.as_ref(), value));
                TableData::Form(self.record(Place { table, row: None, cell: None }, members))
            }
            (Shape::List, Json::List(items)) => TableData::List(self.list(document, table, items)),
            (Shape::Matrix { rows, columns }, Json::Object(_)) => {
                TableData::Matrix(self.matrix(document, table, (rows, columns), json))
            }
            _ => return self.report.set_aside(document, &[table.sheet(), table.key()], json),
        };
        if !data.is_empty() {
            *document.table_mut(table) = data;
        }
    }

    fn list(&mut self, document: &mut Document, table: &'static TableDef, items: &[Json<'_>]) -> ListData {
        let mut list = ListData::default();
        let mut odd = Vec::new();
        for (at, item) in items.iter().enumerate() {
            let Json::Object(members) = item else {
                odd.extend((*item != Json::Null).then(|| item.clone()));
                continue;
            };
            let place = Place { table, row: Some(at), cell: None };
            let id = self.row_id(place, &list, item.get("id"));
            let others = members.iter().filter(|(key, _)| key != "id").map(|(key, value)| (key.as_ref(), value));
            let record = self.record(place, others);
            list.insert(usize::MAX, Row { id, record });
        }
        if !odd.is_empty() {
            self.report.set_aside(document, &[table.sheet(), table.key(), "rows"], &Json::List(odd));
        }
        list
    }

    fn row_id(&mut self, place: Place<'_>, list: &ListData, json: Option<&Json<'_>>) -> Id {
        let typed = json.filter(|json| matches!(json, Json::Text(_) | Json::Number(_))).map(Json::as_typed);
        let (code, typed) = match typed.filter(|id| !id.is_empty()) {
            Some(id) if list.row(&id).is_none() => return Id::from(id.as_str()),
            Some(id) => (IssueCode::DuplicateId, id),
            None => (IssueCode::MissingId, json.map(Json::as_typed).unwrap_or_default()),
        };
        self.report.add(format_args!("{place}.id"), code, || typed);
        // An id that is handed in could be taken only if its maker repeats itself.
        let fresh = (self.ids)();
        if list.row(fresh.as_str()).is_none() { fresh } else { Id::from(format!("{fresh}-{}", list.len()).as_str()) }
    }

    fn matrix(
        &mut self,
        document: &mut Document,
        table: &'static TableDef,
        (rows, columns): (&'static str, Columns),
        json: &Json<'_>,
    ) -> Cells {
        let mut cells = Cells::new();
        for (row, json) in json.members() {
            let row_id = document.list_at(rows).row(row).map(|row| row.id.clone());
            if !matches!(json, Json::Object(_) | Json::Null) {
                self.report.set_aside(document, &[table.sheet(), table.key(), row], json);
            }
            for (col, json) in json.members() {
                let col_id = column_id(document, columns, col);
                let place = Place { table, row: None, cell: Some((row, col)) };
                let keys = [table.sheet(), table.key(), row, col];
                match (&row_id, col_id, json) {
                    (_, _, Json::Null) => {}
                    (Some(row), Some(col), Json::Object(members)) => {
                        let members = members.iter().map(|(key, value)| (key.as_ref(), value));
                        let record = self.record(place, members);
                        if !record.is_empty() {
                            cells.insert((row.clone(), col), record);
                        }
                    }
                    (Some(_), Some(_), _) => self.report.set_aside(document, &keys, json),
                    _ => {
                        let text = json.to_text();
                        self.report.add(place, IssueCode::NoSuchCell, || text.clone());
                        keep(document, &keys, text);
                    }
                }
            }
        }
        cells
    }

    fn record<'j>(&mut self, place: Place<'_>, members: impl Iterator<Item = (&'j str, &'j Json<'j>)>) -> Record {
        let mut record = Record::default();
        for (key, json) in members {
            let Some(field) = place.table.field(key) else {
                if *json != Json::Null {
                    self.report.add(format_args!("{place}.{key}"), IssueCode::Unknown, String::new);
                    record.keep_unknown(key, json.to_text());
                }
                continue;
            };
            let (value, code) = fit(field, json, self.unit);
            if let Some(code) = code {
                self.report.add(format_args!("{place}.{key}"), code, || json.as_typed());
            }
            if record.set(field.slot, value).is_some() {
                self.report.add(format_args!("{place}.{key}"), IssueCode::DuplicateKey, String::new);
            }
        }
        record
    }
}

fn column_id(document: &Document, columns: Columns, col: &str) -> Option<Id> {
    match columns {
        Columns::Table(list) => document.list_at(list).row(col).map(|row| row.id.clone()),
        Columns::Fixed(options) => options.iter().find(|option| option.key == col).map(|option| Id::from(option.key)),
    }
}

/// The value to keep for what stands in the file, and what is odd about it.
fn fit(field: &FieldDef, json: &Json<'_>, unit: u64) -> (Option<Value>, Option<IssueCode>) {
    let (value, code) = match json {
        Json::Null => (None, None),
        Json::Text(text) if text.is_empty() => (None, None),
        Json::Text(text) => fit_typed(field, text, unit),
        Json::Number(digits) => match json.as_number() {
            Some(number) if field.kind.is_numeric() || field.kind == Kind::Auto => (Some(Value::Number(number)), None),
            _ => fit_other(field, digits, unit),
        },
        Json::Bool(yes) if matches!(field.kind, Kind::YesNo | Kind::Auto) => (Some(Value::Bool(*yes)), None),
        Json::Bool(yes) => fit_other(field, if *yes { "true" } else { "false" }, unit),
        Json::List(items) if items.is_empty() => (None, None),
        Json::List(items) => match (keys_of(items), &field.kind) {
            (Some(keys), Kind::Choices(_) | Kind::Refs(_) | Kind::Auto) => (Value::keys(keys), None),
            _ => (Value::text(json.to_text()), Some(IssueCode::KeptAsText)),
        },
        Json::Object(_) => (Value::text(json.to_text()), Some(IssueCode::KeptAsText)),
    };
    if matches!(code, Some(IssueCode::KeptAsText)) || field.kind.target().is_some() {
        return (value, code);
    }
    let Some(odd) = value.as_ref().and_then(|value| problem(field, value)) else { return (value, code) };
    let value = match value {
        // A number that does not fit is kept as typed, like everything that does not fit.
        Some(Value::Number(_)) => Value::text(json.as_typed()),
        other => other,
    };
    (value, Some(IssueCode::DoesNotFit(odd)))
}

/// A text: as it is where a text is expected, else read as a person would have typed it.
fn fit_typed(field: &FieldDef, text: &str, unit: u64) -> (Option<Value>, Option<IssueCode>) {
    let as_is = Value::Text(text.to_owned());
    match &field.kind {
        // Whether a reference leads anywhere is seen when all rows are there.
        Kind::Text | Kind::LongText | Kind::Auto | Kind::Ref(_) | Kind::Refs(_) => (Some(as_is), None),
        _ if problem(field, &as_is).is_none() => (Some(as_is), None),
        _ => {
            let fitted = fit_text(field, text, unit);
            let is_converted = fitted.as_ref().is_some_and(|fitted| *fitted != as_is);
            (fitted, is_converted.then_some(IssueCode::Converted))
        }
    }
}

/// A number or a yes or no where something else is expected: as if it had been typed.
fn fit_other(field: &FieldDef, typed: &str, unit: u64) -> (Option<Value>, Option<IssueCode>) {
    let (value, code) = fit_typed(field, typed, unit);
    (value, code.or(Some(IssueCode::Converted)))
}

fn keys_of(items: &[Json<'_>]) -> Option<Vec<String>> {
    let keys = items.iter().filter(|item| **item != Json::Null && item.as_text() != Some(""));
    keys.map(|item| match item {
        Json::Text(text) | Json::Number(text) => Some(text.to_string()),
        _ => None,
    })
    .collect()
}
