//! The sample workbooks, read as the app reads them, and the answers of a document.

use std::path::{Path, PathBuf};

use super::random_document::Rng;
use kamsheet::analysis::{Answer, Book, Memo, catalogue};
use kamsheet::file::read::{Import, read_bytes, read_snapshot};
use kamsheet::file::{Snapshot, Workbook};
use kamsheet::model::{Date, Document};

/// Every sample with the day that counts as today for the figures it shows.
pub const SAMPLES: &[(&str, &str)] = &[
    ("zh-full", "2026-02-15"),
    ("en-full", "2026-02-15"),
    ("zh-two-snapshots", "2026-06-30"),
    ("zh-two-snapshots-copy", "2026-06-30"),
    ("zh-quick", "2026-02-15"),
    ("en-quick", "2026-02-15"),
];

/// A folder or file inside the repository.
pub fn in_repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A sample as it is read.
pub fn sample(name: &str) -> Import {
    let bytes = std::fs::read(in_repository(&format!("assets/samples/{name}.json"))).expect(name);
    let mut rng = Rng(1);
    read_bytes(&bytes, &mut || rng.id()).unwrap_or_else(|error| panic!("{name}: {error:?}"))
}

/// What a snapshot of a workbook holds.
pub fn in_snapshot(workbook: &Workbook, snapshot: &Snapshot) -> Document {
    let mut rng = Rng(1);
    let Workbook { document, .. } = workbook;
    read_snapshot(&snapshot.data, document.id.clone(), document.lang, &mut || rng.id()).expect(&snapshot.label)
}

/// A day, ISO.
pub fn day(text: &str) -> Date {
    text.parse().unwrap_or_else(|_| panic!("{text} is no day"))
}

/// Every answer of a document.
pub fn answers(document: &Document, today: Date) -> Vec<(String, Answer)> {
    let memo = Memo::default();
    catalogue::all_answers(&Book::new(document, today, &memo))
}
