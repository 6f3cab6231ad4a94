//! Exports for the independent recalculation, which compares the results in them with its own: the samples, random
//! documents, and what a folder of random workbooks is read as.
//!
//! `KAMSHEET_RECALC_DIR` names the folder (default `target/recalc`): workbooks are read from its `random`, exports go to
//! its `exported`. With `KAMSHEET_LONG` there are five times as many random documents.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod common;

use std::path::{Path, PathBuf};

use common::random_document::{MEDIUM, Rng, Size, random_document_of};
use common::samples::{SAMPLES, answers, day, in_repository, in_snapshot, sample};
use kamsheet::file::Workbook;
use kamsheet::file::read::read_bytes;
use kamsheet::file::write::{Options, to_json};
use kamsheet::model::{Date, Document};

fn folder() -> PathBuf {
    std::env::var_os("KAMSHEET_RECALC_DIR").map_or_else(|| in_repository("target/recalc"), PathBuf::from)
}

/// Writes one export, and makes sure that it is read as the same document with the same answers.
fn export(to: &Path, name: &str, document: &Document, as_of: Date) {
    let results = answers(document, as_of);
    let options = Options { pretty: true, results: Some(&results), as_of, exported_at: &format!("{as_of}T08:00:00Z") };
    let text = to_json(&Workbook::new(document.clone()), &options);
    let mut rng = Rng(1);
    let again = read_bytes(text.as_bytes(), &mut || rng.id()).unwrap().workbook.document;
    assert!(again == *document, "{name} is read as another document");
    assert!(answers(&again, as_of) == results, "{name} gives other answers when read again");
    std::fs::write(to.join(format!("{name}.json")), text).unwrap();
}

/// The workbooks of another generator: name, contents and the day that counts as today.
fn workbooks(from: &Path) -> Vec<(String, Document, Date)> {
    let Ok(entries) = std::fs::read_dir(from) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |path: &PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let bytes = std::fs::read(path).unwrap();
        let json: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        let mut rng = Rng(1);
        let import = read_bytes(&bytes, &mut || rng.id()).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        (name, import.workbook.document, day(json["as_of"].as_str().unwrap()))
    };
    files.iter().map(read).collect()
}

#[test]
fn exports_are_written_for_the_recalculation() {
    let exported = folder().join("exported");
    let _ = std::fs::remove_dir_all(&exported);
    std::fs::create_dir_all(&exported).unwrap();
    for (name, today) in SAMPLES {
        let workbook = sample(name).workbook;
        export(&exported, name, &workbook.document, day(today));
        for snapshot in &workbook.snapshots {
            export(
                &exported,
                &format!("{name}-{}", snapshot.id),
                &in_snapshot(&workbook, snapshot),
                day(&snapshot.date),
            );
        }
    }
    for (name, document, as_of) in workbooks(&folder().join("random")) {
        export(&exported, &name, &document, as_of);
    }
    let count = if std::env::var_os("KAMSHEET_LONG").is_some() { 100 } else { 20 };
    for seed in 0..count {
        let size = Size {
            filled: [20, 50, 80][seed as usize % 3],
            odd: [0, 20][seed as usize % 2],
            extremes: false,
            ..MEDIUM
        };
        export(&exported, &format!("document-{seed:03}"), &random_document_of(seed, size), day("2026-03-31"));
    }
    assert!(std::fs::read_dir(&exported).unwrap().count() > SAMPLES.len() + count as usize);
}
