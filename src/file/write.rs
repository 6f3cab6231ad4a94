//! Workbook to JSON. A file is a join of one text per table, so that who keeps those texts writes only what changed.

use std::borrow::Cow;

use super::envelope::{ENVELOPE_KEYS, FORMAT, SHEET_KEYS, Snapshot, Workbook};
use super::json::{Writer, pointer_keys, pretty, write_number, write_text};
use super::migrate::SCHEMA_VERSION;
use super::{hash, parse};
use crate::analysis::{Answer, Out};
use crate::model::{Date, Document, Record, Row, TableData, TableDef, Value};
use crate::worksheets::{self, tables_of};

/// What an exported file says beside the workbook.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// Line breaks and indents.
    pub pretty: bool,
    /// The computed values by full name, for other tools.
    pub results: Option<&'a [(String, Answer)]>,
    /// The day that counted as today.
    pub as_of: Date,
    /// When it was exported, ISO 8601 in UTC.
    pub exported_at: &'a str,
}

/// The whole file for exporting, with a checksum over the contents.
pub fn to_json(workbook: &Workbook, options: &Options<'_>) -> String {
    let body = body(workbook, &|table| Cow::Owned(table_json(&workbook.document, table)));
    let mut out = String::with_capacity(body.len() + 1024);
    let mut file = begin(&mut out, workbook);
    file.text("as_of", &options.as_of.to_string());
    file.text("exported_at", options.exported_at);
    file.text("checksum", &checksum_of(&body));
    add_members(&mut file, &body);
    if let Some(results) = options.results {
        let mut object = Writer::object(file.key("results"));
        for (name, answer) in results {
            write_answer(object.key(name), answer);
        }
        object.end();
    }
    file.end();
    if options.pretty { pretty(&out) } else { out }
}

/// The whole file for keeping on this device, joined from one text per table as [`table_json`] writes it: compact, without
/// checksum and results.
pub fn join<'t>(workbook: &Workbook, table_text: &dyn Fn(&'static TableDef) -> Cow<'t, str>) -> String {
    let body = body(workbook, table_text);
    let mut out = String::with_capacity(body.len() + 512);
    let mut file = begin(&mut out, workbook);
    add_members(&mut file, &body);
    file.end();
    out
}

/// The contents alone, compact and in a fixed order: equal contents give equal texts. Neither the workbook's id nor its
/// language is part of it.
pub fn canonical(document: &Document) -> String {
    let mut out = String::new();
    let mut object = Writer::object(&mut out);
    write_sheets(&mut object, document, &|table| Cow::Owned(table_json(document, table)));
    write_leftovers(&mut object, document);
    object.end();
    out
}

/// Fingerprint of the contents, for `base_hash` and for comparing.
pub fn hash(document: &Document) -> String {
    hash::of_text(&canonical(document))
}

/// One table as JSON; nothing when nothing is in it. A list that a new workbook has rows in says that it has none:
/// those of a list that is not in a file are there.
pub fn table_json(document: &Document, table: &'static TableDef) -> String {
    let mut out = String::new();
    match document.table(table.path).filter(|data| !data.is_empty()) {
        Some(data) => write_table(&mut out, table, data),
        None if table.starts_with_rows() => Writer::list(&mut out).end(),
        None => {}
    }
    out
}

fn write_table(out: &mut String, table: &'static TableDef, data: &TableData) {
    match data {
        TableData::Form(record) => write_record(out, table, None, record),
        TableData::List(rows) => {
            let mut list = Writer::list(out);
            for row in rows.iter() {
                write_record(list.item(), table, Some(row.id.as_str()), &row.record);
            }
            list.end();
        }
        TableData::Matrix(cells) => {
            let mut object = Writer::object(out);
            let mut cells = cells.iter().filter(|(_, record)| !record.is_empty()).peekable();
            while let Some(((row, col), record)) = cells.next() {
                let mut columns = Writer::object(object.key(row.as_str()));
                write_record(columns.key(col.as_str()), table, None, record);
                while let Some(((_, col), record)) = cells.next_if(|((next, _), _)| next == row) {
                    write_record(columns.key(col.as_str()), table, None, record);
                }
                columns.end();
            }
            object.end();
        }
    }
}

/// One row of a list as JSON, as it stands in [`table_json`].
pub fn row_json(table: &'static TableDef, row: &Row) -> String {
    let mut out = String::new();
    write_record(&mut out, table, Some(row.id.as_str()), &row.record);
    out
}

/// One value as JSON.
pub fn write_value(out: &mut String, value: &Value) {
    match value {
        Value::Text(text) => write_text(out, text),
        Value::Number(number) => write_number(out, *number),
        Value::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
        Value::Keys(keys) => write_texts(out, keys),
    }
}

fn write_texts(out: &mut String, texts: &[String]) {
    let mut list = Writer::list(out);
    for text in texts {
        write_text(list.item(), text);
    }
    list.end();
}

fn write_record(out: &mut String, table: &'static TableDef, id: Option<&str>, record: &Record) {
    let mut object = Writer::object(out);
    if let Some(id) = id {
        object.text("id", id);
    }
    for field in table.fields.iter().chain(table.attributes()) {
        if let Some(value) = record.at(field.slot) {
            write_value(object.key(field.key), value);
        }
    }
    for (key, json) in record.unknown() {
        object.raw(key, json);
    }
    object.end();
}

fn begin<'o>(out: &'o mut String, workbook: &Workbook) -> Writer<'o> {
    let document = &workbook.document;
    let mut file = Writer::object(out);
    file.text("format", FORMAT);
    file.raw("schema_version", &SCHEMA_VERSION.to_string());
    file.text("app_version", env!("CARGO_PKG_VERSION"));
    file.text("workbook_id", document.id.as_str());
    file.raw("rev", &workbook.rev.to_string());
    file.text("base_hash", &workbook.base_hash);
    file.text("author", &workbook.author);
    file.text("locale", document.lang.tag());
    if let Some(copy) = &workbook.copy {
        file.raw("copy", copy);
    }
    file
}

/// The members behind the envelope, as one object.
fn body<'t>(workbook: &Workbook, table_text: &dyn Fn(&'static TableDef) -> Cow<'t, str>) -> String {
    let mut out = String::new();
    let mut object = Writer::object(&mut out);
    write_sheets(&mut object, &workbook.document, table_text);
    let mut snapshots = Writer::list(object.key("snapshots"));
    for snapshot in &workbook.snapshots {
        write_snapshot(snapshots.item(), snapshot);
    }
    snapshots.end();
    write_leftovers(&mut object, &workbook.document);
    object.end();
    out
}

fn add_members(file: &mut Writer<'_>, object: &str) {
    let inside = object.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or_default();
    if !inside.is_empty() {
        file.item().push_str(inside);
    }
}

fn write_snapshot(out: &mut String, snapshot: &Snapshot) {
    let mut object = Writer::object(out);
    let Snapshot { id, label, date, author, kind, data, unknown } = snapshot;
    for (key, text) in [("id", id), ("label", label), ("date", date), ("author", author), ("kind", kind)] {
        object.text(key, text);
    }
    for (key, json) in unknown {
        object.raw(key, json);
    }
    if !data.is_empty() {
        object.raw("data", data);
    }
    object.end();
}

fn write_sheets<'t>(
    object: &mut Writer<'_>,
    document: &Document,
    table_text: &dyn Fn(&'static TableDef) -> Cow<'t, str>,
) {
    for sheet in SHEET_KEYS {
        let mut tables = Writer::object(object.key(sheet));
        for table in tables_of(sheet) {
            let text = table_text(table);
            if !text.is_empty() {
                tables.raw(table.key(), &text);
            }
        }
        for (pointer, json) in document.unknown() {
            if let Home::Sheet(of, key) = home(pointer)
                && of == sheet
            {
                tables.raw(&key, json);
            }
        }
        tables.end();
    }
}

/// What a file brought along and no table holds: at the top where it was, else under `set_aside` by its place.
fn write_leftovers(object: &mut Writer<'_>, document: &Document) {
    for (pointer, json) in document.unknown() {
        if let Home::Top(key) = home(pointer) {
            object.raw(&key, json);
        }
    }
    let mut aside = document.unknown().iter().filter(|(pointer, _)| home(pointer) == Home::Aside).peekable();
    if aside.peek().is_none() {
        return;
    }
    let mut set_aside = Writer::object(object.key("set_aside"));
    for (pointer, json) in aside {
        set_aside.raw(pointer, json);
    }
    set_aside.end();
}

/// Where something unknown is written.
#[derive(PartialEq)]
enum Home {
    Top(String),
    Sheet(String, String),
    Aside,
}

fn home(pointer: &str) -> Home {
    let mut keys = pointer_keys(pointer).into_iter();
    match (keys.next(), keys.next(), keys.next()) {
        (Some(key), None, None) if !is_known_key(&key) => Home::Top(key),
        (Some(sheet), Some(key), None)
            if is_sheet(&sheet) && worksheets::table(&format!("{sheet}.{key}")).is_none() =>
        {
            Home::Sheet(sheet, key)
        }
        _ => Home::Aside,
    }
}

fn is_sheet(key: &str) -> bool {
    SHEET_KEYS.contains(&key)
}

/// Whether a key at the top of a file belongs to this version.
pub fn is_known_key(key: &str) -> bool {
    is_sheet(key) || ENVELOPE_KEYS.contains(&key)
}

/// The checksum that an exported file carries: over the sheets, the log, the snapshots and what is unknown.
fn checksum_of(body: &str) -> String {
    parse::parse(body).map(|parsed| checksum(&parsed.json)).unwrap_or_default()
}

/// The checksum of a file as it was read.
pub fn checksum(file: &super::json::Json<'_>) -> String {
    let is_content = |key: &str| !ENVELOPE_KEYS.contains(&key) || matches!(key, "snapshots" | "set_aside");
    hash::checksum(file.members().iter().filter(|(key, _)| is_content(key)).map(|(key, json)| (key.as_ref(), json)))
}

fn write_answer(out: &mut String, answer: &Answer) {
    match &answer.value {
        Ok(Out::Number(number)) => write_number(out, *number),
        Ok(Out::Key(key)) => write_text(out, key),
        Ok(Out::Text(text)) => write_text(out, text),
        Ok(Out::Keys(keys)) => write_text(out, &keys.join("+")),
        Ok(Out::List(items)) => write_texts(out, items),
        Err(_) => out.push_str("null"),
    }
}
