//! The workbook as a file holds it: the document, and what travels with it.

use std::collections::BTreeMap;

use crate::model::Document;

/// What a file calls its format.
pub const FORMAT: &str = "kamsheet";

/// The sheets in the order of the file; each is an object of tables.
pub const SHEET_KEYS: [&str; 10] = ["settings", "card", "w1", "w2", "w3", "w4", "w5", "w6", "portfolio", "log"];

/// Keys of the envelope, beside the sheets.
pub const ENVELOPE_KEYS: [&str; 15] = [
    "format",
    "schema_version",
    "app_version",
    "workbook_id",
    "rev",
    "base_hash",
    "author",
    "locale",
    "as_of",
    "exported_at",
    "checksum",
    "copy",
    "snapshots",
    "set_aside",
    "results",
];

/// A document with everything that travels with it in a file.
///
/// What a file brought along that this version does not know is in the records and in [`Document::unknown`], keyed by
/// JSON pointer: `/custom`, `/w3/custom`, or the place of something that had the wrong shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Workbook {
    /// The tables.
    pub document: Document,
    /// Counts up with every export.
    pub rev: u64,
    /// Fingerprint of the common ancestor of a copy that was handed out; empty when there is none.
    pub base_hash: String,
    /// Who exported it; empty when not said.
    pub author: String,
    /// Snapshots, oldest first.
    pub snapshots: Vec<Snapshot>,
    /// What a handed-out copy says about itself, as JSON.
    pub copy: Option<String>,
}

impl Workbook {
    /// A document that nothing travels with.
    pub const fn new(document: Document) -> Self {
        Self { document, rev: 0, base_hash: String::new(), author: String::new(), snapshots: Vec::new(), copy: None }
    }
}

/// The contents of a workbook at one time.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Snapshot {
    /// Stable id.
    pub id: String,
    /// Name, as `2026Q1`.
    pub label: String,
    /// Day it was taken, ISO.
    pub date: String,
    /// Who took it.
    pub author: String,
    /// Why it was taken, as a key.
    pub kind: String,
    /// The tables as JSON, as [`super::write::canonical`] writes them; read with [`super::read::read_snapshot`].
    pub data: String,
    /// Members that this version does not know, as JSON.
    pub unknown: BTreeMap<String, String>,
}
