//! What a document needs after reading: references that lead somewhere, and the rows that every workbook has.

use super::read::Report;
use crate::change::edit::records;
use crate::model::{Document, FieldDef, IssueCode, Kind, Place, Problem, RowOrigin, TableDef, Value};
use crate::worksheets::{self, TABLES};

/// Empties references to rows that are not there and adds missing fixed rows.
pub(super) fn run(document: &mut Document, report: &mut Report) {
    add_fixed_rows(document, report);
    for table in TABLES.iter().copied() {
        let pointing: Vec<&FieldDef> = table.fields.iter().filter(|field| field.kind.target().is_some()).collect();
        if !pointing.is_empty() {
            empty_lost_references(document, table, &pointing, report);
        }
    }
}

/// A list that is not in the file at all is no remark: empty tables are left out of files.
fn add_fixed_rows(document: &mut Document, report: &mut Report) {
    for table in TABLES.iter().filter(|table| !document.list(table).is_empty()) {
        let fixed = table.rows.iter().filter(|row| row.origin == RowOrigin::Fixed);
        let missing: Vec<&str> = fixed.map(|row| row.id).filter(|id| document.list(table).row(id).is_none()).collect();
        if !missing.is_empty() {
            report.add(table.path, IssueCode::FixedRowAdded, || missing.join(", "));
        }
    }
    worksheets::add_fixed_rows(document);
}

fn empty_lost_references(
    document: &mut Document,
    table: &'static TableDef,
    pointing: &[&FieldDef],
    report: &mut Report,
) {
    let mut repairs = Vec::new();
    for (at, (row, col, record)) in records(document, table).enumerate() {
        for field in pointing {
            let Some(target) = field.kind.target().and_then(worksheets::table) else { continue };
            let Some(value) = record.at(field.slot) else { continue };
            let verdict = check(document, target, matches!(field.kind, Kind::Refs(_)), value);
            let path = || match (&row, &col) {
                (Some(row), Some(col)) => {
                    format!("{}[{:?}][{:?}].{}", table.path, row.as_str(), col.as_str(), field.key)
                }
                (Some(_), None) => format!("{}[{at}].{}", table.path, field.key),
                _ => format!("{}.{}", table.path, field.key),
            };
            if !verdict.lost.is_empty() {
                report.add(path(), IssueCode::NoSuchRow, || verdict.lost.join(", "));
            }
            if !verdict.odd.is_empty() {
                report.add(path(), IssueCode::DoesNotFit(Problem::NoSuchRow), || verdict.odd.join(", "));
            }
            if let Some(after) = verdict.after {
                repairs.push((Place { table, row: row.clone(), col: col.clone(), slot: field.slot }, after));
            }
        }
    }
    for (place, value) in repairs {
        document.put(&place, value);
    }
}

/// What a reference comes to: the value to put instead, if any; ids that are gone; texts that are no id at all.
#[derive(Default)]
struct Verdict {
    after: Option<Option<Value>>,
    lost: Vec<String>,
    odd: Vec<String>,
}

fn check(document: &Document, target: &'static TableDef, takes_many: bool, value: &Value) -> Verdict {
    let ids = match value {
        Value::Text(id) => std::slice::from_ref(id),
        other => other.as_keys(),
    };
    let mut verdict = Verdict::default();
    let mut kept = Vec::new();
    for id in ids {
        let is_there = document.list(target).row(id).is_some();
        if !is_there && looks_like_an_id(target, id) {
            verdict.lost.push(id.clone());
            continue;
        }
        if !is_there {
            verdict.odd.push(id.clone());
        }
        kept.push(id.clone());
    }
    let is_one = matches!(value, Value::Text(_));
    if !verdict.lost.is_empty() {
        verdict.after = Some(if is_one { None } else { Value::keys(kept) });
    } else if is_one && takes_many && verdict.odd.is_empty() {
        // One id where a list of them is expected.
        verdict.after = Some(Value::keys(kept));
    }
    verdict
}

/// Whether a text that names no row is the id of one that is gone. Anything else is what a person typed, a name perhaps:
/// it is kept and marked.
fn looks_like_an_id(target: &TableDef, text: &str) -> bool {
    let is_coded = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        && text.bytes().any(|byte| byte.is_ascii_digit());
    is_coded || target.default_row(text).is_some()
}
