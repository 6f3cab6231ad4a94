//! A patch as compact JSON: how changes travel to the journal and to other tabs.
//!
//! Tables and fields stand there by key, so that a build which numbers its slots otherwise still reads them. A table or
//! field that this version does not know is an error of that patch; nothing of it is applied then.

use super::json::{Json, Writer};
use super::parse::parse;
use super::write::write_value;
use crate::change::{Op, Patch};
use crate::model::{Id, Place, ReadError, Record, Row, TableDef, Value};
use crate::worksheets;

/// Why a patch could not be read.
#[derive(Clone, Debug, PartialEq)]
pub enum PatchError {
    /// The text is no JSON.
    NotJson(ReadError),
    /// An operation has the wrong members.
    WrongShape,
    /// A table that this version does not know.
    UnknownTable(String),
    /// A field that this version does not know, with its path.
    UnknownField(String),
}

/// A patch as compact JSON.
pub fn to_json(patch: &Patch) -> String {
    let mut out = String::new();
    let mut list = Writer::list(&mut out);
    for op in &patch.ops {
        write_op(list.item(), op);
    }
    list.end();
    out
}

/// Reads what [`to_json`] wrote.
///
/// # Errors
/// [`PatchError`]; a patch is read as a whole or not at all.
pub fn from_json(text: &str) -> Result<Patch, PatchError> {
    from_tree(&parse(text).map_err(PatchError::NotJson)?.json)
}

/// Reads a patch that stands inside other JSON.
///
/// # Errors
/// [`PatchError`]; a patch is read as a whole or not at all.
pub fn from_tree(json: &Json<'_>) -> Result<Patch, PatchError> {
    let Json::List(items) = json else { return Err(PatchError::WrongShape) };
    let ops: Result<Vec<Op>, PatchError> = items.iter().map(read_op).collect();
    Ok(Patch { ops: ops? })
}

fn write_op(out: &mut String, op: &Op) {
    let mut object = Writer::object(out);
    object.text("t", op.table().path);
    match op {
        Op::Set { place, before, after } => {
            if let Some(row) = &place.row {
                object.text("r", row.as_str());
            }
            if let Some(col) = &place.col {
                object.text("c", col.as_str());
            }
            object.text("f", place.table.field_at(place.slot).map_or("", |field| field.key));
            for (key, value) in [("b", before), ("a", after)] {
                if let Some(value) = value {
                    write_value(object.key(key), value);
                }
            }
        }
        Op::Insert { table, at, row } => write_row(&mut object, "+", table, *at, row),
        Op::Remove { table, at, row } => write_row(&mut object, "-", table, *at, row),
        Op::Move { row, from, to, .. } => {
            object.text("r", row.as_str());
            object.raw("from", &from.to_string());
            object.raw("to", &to.to_string());
        }
    }
    object.end();
}

/// A row under the sign of what happens to it. Its unknown members stand apart, each as the text it had in the file.
fn write_row(object: &mut Writer<'_>, sign: &str, table: &TableDef, at: usize, row: &Row) {
    object.raw("at", &at.to_string());
    object.text("r", row.id.as_str());
    let mut values = Writer::object(object.key(sign));
    for (slot, value) in row.record.filled() {
        write_value(values.key(table.field_at(slot).map_or("", |field| field.key)), value);
    }
    values.end();
    if !row.record.unknown().is_empty() {
        let mut unknown = Writer::object(object.key("u"));
        for (key, text) in row.record.unknown() {
            unknown.text(key, text);
        }
        unknown.end();
    }
}

fn read_op(json: &Json<'_>) -> Result<Op, PatchError> {
    let path = text(json, "t")?;
    let table = worksheets::table(path).ok_or_else(|| PatchError::UnknownTable(path.to_owned()))?;
    if json.get("f").is_some() {
        let slot = slot_of(table, text(json, "f")?)?;
        let id = |key: &str| json.get(key).and_then(Json::as_text).map(Id::from);
        let place = Place { table, row: id("r"), col: id("c"), slot };
        return Ok(Op::Set { place, before: read_value(json.get("b"))?, after: read_value(json.get("a"))? });
    }
    if let Some(values) = json.get("+") {
        return Ok(Op::Insert { table, at: number(json, "at")?, row: read_row(table, json, values)? });
    }
    if let Some(values) = json.get("-") {
        return Ok(Op::Remove { table, at: number(json, "at")?, row: read_row(table, json, values)? });
    }
    Ok(Op::Move { table, row: text(json, "r")?.into(), from: number(json, "from")?, to: number(json, "to")? })
}

fn read_row(table: &'static TableDef, json: &Json<'_>, values: &Json<'_>) -> Result<Row, PatchError> {
    let mut record = Record::default();
    for (key, value) in values.members() {
        record.set(slot_of(table, key)?, read_value(Some(value))?);
    }
    for (key, raw) in json.get("u").map(Json::members).unwrap_or_default() {
        record.keep_unknown(key, raw.as_text().ok_or(PatchError::WrongShape)?.to_owned());
    }
    Ok(Row { id: text(json, "r")?.into(), record })
}

fn slot_of(table: &TableDef, key: &str) -> Result<u8, PatchError> {
    let field = table.field(key).ok_or_else(|| PatchError::UnknownField(format!("{}.{key}", table.path)))?;
    Ok(field.slot)
}

fn read_value(json: Option<&Json<'_>>) -> Result<Option<Value>, PatchError> {
    Ok(match json {
        None | Some(Json::Null) => None,
        Some(Json::Text(text)) => Some(Value::Text(text.to_string())),
        Some(Json::Bool(yes)) => Some(Value::Bool(*yes)),
        Some(number @ Json::Number(_)) => Some(Value::Number(number.as_number().ok_or(PatchError::WrongShape)?)),
        Some(Json::List(items)) => {
            let keys: Option<Vec<String>> = items.iter().map(|item| item.as_text().map(str::to_owned)).collect();
            Some(Value::Keys(keys.ok_or(PatchError::WrongShape)?))
        }
        Some(Json::Object(_)) => return Err(PatchError::WrongShape),
    })
}

fn text<'j>(json: &'j Json<'_>, key: &str) -> Result<&'j str, PatchError> {
    json.get(key).and_then(Json::as_text).ok_or(PatchError::WrongShape)
}

fn number(json: &Json<'_>, key: &str) -> Result<usize, PatchError> {
    match json.get(key) {
        Some(Json::Number(digits)) => digits.parse().map_err(|_| PatchError::WrongShape),
        _ => Err(PatchError::WrongShape),
    }
}
