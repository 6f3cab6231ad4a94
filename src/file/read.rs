//! JSON to workbook: everything that can be kept is kept, everything that is odd is reported, nothing is half applied.

use super::decode::{Decoded, MOST_BYTES, decode};
use super::envelope::{FORMAT, SHEET_KEYS, Snapshot, Workbook};
use super::json::{Json, pointer};
use super::migrate::{SCHEMA_VERSION, migrate};
use super::parse::{Parsed, parse, salvage};
use super::{repair, tables, write};
use crate::model::{Document, Id, Issue, IssueCode, Lang, ReadError};
use crate::worksheets::log;

/// Most issues that are listed; the rest is counted.
pub const MOST_ISSUES: usize = 500;
/// Longest detail of an issue, in characters.
const MOST_DETAIL: usize = 120;

/// What a file gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Import {
    /// The workbook.
    pub workbook: Workbook,
    /// What was repaired or kept odd, in the order of the file's tables.
    pub report: Vec<Issue>,
}

/// Reads a file as it comes from a picker, a drop or a disk. `ids` makes the ids that rows lack.
///
/// # Errors
/// [`ReadError`] with the place; nothing has changed then.
pub fn read_bytes(bytes: &[u8], ids: &mut dyn FnMut() -> Id) -> Result<Import, ReadError> {
    let Decoded { text, replaced } = decode(bytes)?;
    from_parsed(parse(&text)?, replaced, ids)
}

/// Reads a text, as it comes from a paste or from the storage of this device.
///
/// # Errors
/// [`ReadError`] with the place; nothing has changed then.
pub fn read_text(text: &str, ids: &mut dyn FnMut() -> Id) -> Result<Import, ReadError> {
    if text.len() > MOST_BYTES {
        return Err(ReadError::TooLarge { size: text.len(), most: MOST_BYTES });
    }
    from_parsed(parse(text.trim_start_matches('\u{feff}'))?, 0, ids)
}

/// Reads what is complete in a file that is cut off or damaged: the rows before the damage. Offered after
/// [`ReadError::EndsEarly`] and [`ReadError::Unexpected`].
///
/// # Errors
/// [`ReadError`] where not even the beginning of a workbook is there.
pub fn read_salvaged(bytes: &[u8], ids: &mut dyn FnMut() -> Id) -> Result<Import, ReadError> {
    let Decoded { text, replaced } = decode(bytes)?;
    from_parsed(salvage(&text)?, replaced, ids)
}

/// Reads the contents of a snapshot, or a text that [`write::canonical`] wrote, into a document.
///
/// # Errors
/// [`ReadError`] with the place in the text.
pub fn read_snapshot(data: &str, id: Id, lang: Lang, ids: &mut dyn FnMut() -> Id) -> Result<Document, ReadError> {
    let parsed = parse(data)?;
    let mut report = Report::default();
    Ok(read_document(&parsed.json, id, lang, ids, &mut report))
}

fn from_parsed(parsed: Parsed<'_>, replaced: usize, ids: &mut dyn FnMut() -> Id) -> Result<Import, ReadError> {
    let Parsed { mut json, replaced: surrogates, cut } = parsed;
    let mut report = Report::default();
    let version = version_of(&json)?;
    if let Some(ReadError::EndsEarly { line, .. } | ReadError::Unexpected { line, .. }) = cut {
        report.add("", IssueCode::Salvaged { line }, String::new);
    }
    if replaced + surrogates > 0 {
        report.add("", IssueCode::Characters { count: replaced + surrogates }, String::new);
    }
    let is_changed =
        cut.is_none() && json.get("checksum").and_then(Json::as_text).is_some_and(|sum| sum != write::checksum(&json));
    if is_changed {
        report.add("checksum", IssueCode::ChecksumDiffers, String::new);
    }
    migrate(&mut json, version);
    let workbook = read_workbook(&json, ids, &mut report);
    Ok(Import { workbook, report: report.finish() })
}

/// Refuses what is not ours and what is newer than we are.
fn version_of(file: &Json<'_>) -> Result<u32, ReadError> {
    let format = file.get("format");
    if format.and_then(Json::as_text) != Some(FORMAT) {
        return Err(ReadError::NotOurs {
            format: format.map_or_else(String::new, |format| shorten(&format.as_typed())),
        });
    }
    let found = file.get("schema_version").map_or_else(String::new, Json::as_typed);
    let version: u32 = found.parse().map_err(|_| ReadError::NoVersion { found: shorten(&found) })?;
    if version == 0 {
        return Err(ReadError::NoVersion { found });
    }
    if version > SCHEMA_VERSION {
        let app = file.get("app_version").and_then(Json::as_text).map_or_else(String::new, shorten);
        return Err(ReadError::TooNew { file: version, known: SCHEMA_VERSION, app });
    }
    Ok(version)
}

fn read_workbook(file: &Json<'_>, ids: &mut dyn FnMut() -> Id, report: &mut Report) -> Workbook {
    let text = |key: &str| file.get(key).and_then(Json::as_text).unwrap_or_default().to_owned();
    let id = Some(text("workbook_id")).filter(|id| !id.is_empty()).map(|id| Id::from(id.as_str()));
    let id = id.unwrap_or_else(|| {
        report.add("workbook_id", IssueCode::MissingId, String::new);
        ids()
    });
    let mut document = read_document(file, id, Lang::from_tag(&text("locale")), ids, report);
    let snapshots = file.get("snapshots").map_or_else(Vec::new, |json| read_snapshots(json, &mut document, report));
    Workbook {
        document,
        rev: file.get("rev").and_then(|rev| rev.as_typed().parse().ok()).unwrap_or(0),
        base_hash: text("base_hash"),
        author: text("author"),
        snapshots,
        copy: file.get("copy").filter(|copy| **copy != Json::Null).map(Json::to_text),
    }
}

fn read_document(file: &Json<'_>, id: Id, lang: Lang, ids: &mut dyn FnMut() -> Id, report: &mut Report) -> Document {
    let mut document = Document::new(id, lang);
    for (key, json) in file.members() {
        if key == "set_aside" {
            for (pointer, json) in json.members() {
                document.keep_unknown(pointer, json.to_text());
            }
        } else if !write::is_known_key(key) && *json != Json::Null {
            report.add(key, IssueCode::Unknown, String::new);
            keep(&mut document, &[key], json.to_text());
        } else if key == log::SHEET && matches!(json, Json::List(_)) {
            // A log as other tools may write it: kept, not read.
            if !json.items().is_empty() {
                keep(&mut document, &[key], json.to_text());
            }
        } else if SHEET_KEYS.contains(&key.as_ref()) && !matches!(json, Json::Object(_) | Json::Null) {
            report.set_aside(&mut document, &[key], json);
        }
    }
    tables::read(file, &mut document, ids, report);
    repair::run(&mut document, report);
    document
}

fn read_snapshots(json: &Json<'_>, document: &mut Document, report: &mut Report) -> Vec<Snapshot> {
    if !matches!(json, Json::List(_) | Json::Null) {
        report.set_aside(document, &["snapshots"], json);
    }
    let mut snapshots = Vec::new();
    for (at, item) in json.items().iter().enumerate() {
        if matches!(item, Json::Object(_)) {
            snapshots.push(read_snapshot_entry(item));
        } else {
            report.set_aside(document, &["snapshots", &at.to_string()], item);
        }
    }
    snapshots
}

fn read_snapshot_entry(item: &Json<'_>) -> Snapshot {
    let mut snapshot = Snapshot::default();
    for (key, json) in item.members() {
        let place = match key.as_ref() {
            "id" => &mut snapshot.id,
            "label" => &mut snapshot.label,
            "date" => &mut snapshot.date,
            "author" => &mut snapshot.author,
            "kind" => &mut snapshot.kind,
            "data" => {
                snapshot.data = json.to_text();
                continue;
            }
            unknown => {
                snapshot.unknown.insert(unknown.to_owned(), json.to_text());
                continue;
            }
        };
        *place = json.as_typed();
    }
    snapshot
}

/// Keeps what no table holds under its place; never over something that is kept there already.
pub(super) fn keep(document: &mut Document, keys: &[&str], text: String) {
    let mut place = pointer(keys);
    while document.unknown().get(&place).is_some_and(|kept| *kept != text) {
        place.push_str("/again");
    }
    document.keep_unknown(&place, text);
}

/// Collects issues up to a limit and counts the rest.
#[derive(Debug, Default)]
pub(super) struct Report {
    issues: Vec<Issue>,
    more: usize,
}

impl Report {
    /// Adds an issue. Where it is and what stood there are written out only if it is listed.
    pub(super) fn add(&mut self, path: impl std::fmt::Display, code: IssueCode, detail: impl FnOnce() -> String) {
        if self.issues.len() < MOST_ISSUES {
            self.issues.push(Issue { path: path.to_string(), code, detail: shorten(&detail()) });
        } else {
            self.more += 1;
        }
    }

    /// Keeps what has the wrong shape under the place where it stood.
    pub(super) fn set_aside(&mut self, document: &mut Document, keys: &[&str], json: &Json<'_>) {
        let text = json.to_text();
        self.add(keys.join("."), IssueCode::WrongShape, || text.clone());
        keep(document, keys, text);
    }

    fn finish(mut self) -> Vec<Issue> {
        if self.more > 0 {
            let code = IssueCode::More { count: self.more };
            self.issues.push(Issue { path: String::new(), code, detail: String::new() });
        }
        self.issues
    }
}

fn shorten(text: &str) -> String {
    match text.char_indices().nth(MOST_DETAIL) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
