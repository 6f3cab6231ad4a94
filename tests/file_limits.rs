//! Hostile structure is answered at once.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod common;

use std::time::{Duration, Instant};

use common::random_document::{MEDIUM, Rng, Size, random_document_of};
use kamsheet::file::decode::MOST_BYTES;
use kamsheet::file::parse::{MOST_DEPTH, MOST_ENTRIES, MOST_VALUES};
use kamsheet::file::read::{Import, read_bytes};
use kamsheet::file::write::{Options, to_json};
use kamsheet::file::{IssueCode, ReadError, Workbook};
use kamsheet::model::Date;

/// One second in a release build. Unoptimised code on a busy machine gets more, which still finds what is quadratic.
const LIMIT: Duration = Duration::from_secs(if cfg!(debug_assertions) { 30 } else { 1 });

fn read(text: &str) -> Result<Import, ReadError> {
    let mut rng = Rng(7);
    let start = Instant::now();
    let result = read_bytes(text.as_bytes(), &mut || rng.id());
    let taken = start.elapsed();
    assert!(taken < LIMIT, "{taken:?} for {} bytes beginning with {:.60}", text.len(), text);
    result
}

fn file_with(members: &str) -> String {
    format!(r#"{{"format":"kamsheet","schema_version":1,"workbook_id":"wb1",{members}}}"#)
}

#[test]
fn too_large_is_said_with_both_sizes() {
    let text = " ".repeat(50 * 1024 * 1024);
    assert_eq!(read(&text).unwrap_err(), ReadError::TooLarge { size: text.len(), most: MOST_BYTES });
}

#[test]
fn nesting_stops_at_the_limit() {
    for depth in [MOST_DEPTH + 1, 128, 100_000, 5_000_000] {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let nested = format!("{}1{}", open.repeat(depth.min(3_000_000)), close.repeat(depth.min(3_000_000)));
            assert_eq!(read(&nested).unwrap_err(), ReadError::TooDeep { line: 1, most: MOST_DEPTH });
        }
    }
    let deepest = format!(r#""x":{}1{}"#, "[".repeat(MOST_DEPTH - 1), "]".repeat(MOST_DEPTH - 1));
    assert!(read(&file_with(&deepest)).is_ok());
}

#[test]
fn as_many_entries_as_are_read_are_answered_and_more_are_refused() {
    let list = |item: &str, count: usize| vec![item; count].join(",");
    let distinct =
        |item: &str, count: usize| (0..count).map(|at| format!(r#""k{at}":{item}"#)).collect::<Vec<_>>().join(",");
    let cases: [fn(&str, &str) -> String; 4] = [
        |list, _| format!(r#""w3":{{"needs":[{list}]}}"#),
        |list, _| format!(r#""w3":{{"summary":{{"top_needs":[{list}]}}}}"#),
        |list, _| format!(r#""x":[{list}]"#),
        |_, members| format!(r#""w3":{{"needs":[{{{members}}}]}}"#),
    ];
    for (item, case) in [("1", 0), ("{}", 0), (r#"{"id":"a"}"#, 0), (r#""n1""#, 1), ("[]", 2), ("1", 3)] {
        for (count, is_read) in [(MOST_ENTRIES - 100, true), (1_000_000, false)] {
            let (list, members) =
                if case < 3 { (list(item, count), String::new()) } else { (String::new(), distinct(item, count)) };
            let result = read(&file_with(&cases[case](&list, &members)));
            assert_eq!(result.is_ok(), is_read, "{count} times {item}: {:?}", result.err());
        }
    }
    for members in [
        format!(
            r#""w2":{{"comp":[{{"id":"us"}}]}},"w4":{{"cover":{{{}}}}}"#,
            distinct(r#"{"us":{"cell":1}}"#, MOST_ENTRIES / 4)
        ),
        format!(r#""w3":{{{}}}"#, distinct("1", MOST_ENTRIES / 4)),
        distinct("1", MOST_ENTRIES / 4),
        "\"a\":1,".repeat(MOST_ENTRIES / 4) + "\"b\":2",
        format!(r#""card":{{"profile":{{{}"name":1}}}}"#, "\"name\":2,".repeat(MOST_ENTRIES / 4)),
    ] {
        assert!(read(&file_with(&members)).unwrap().report.len() <= 501);
    }
    let many = vec![format!("[{}]", list("1", MOST_ENTRIES)); MOST_VALUES / MOST_ENTRIES + 1].join(",");
    assert_eq!(
        read(&file_with(&format!(r#""x":[{many}]"#))).unwrap_err(),
        ReadError::TooManyValues { most: MOST_VALUES }
    );
}

#[test]
fn many_issues_are_counted_not_listed() {
    let rows = vec![r#"{"importance":"high"}"#; 2_000].join(",");
    let import = read(&file_with(&format!(r#""w3":{{"needs":[{rows}]}}"#))).unwrap();
    assert!(matches!(import.report.last().unwrap().code, IssueCode::More { count } if count > 3_000));
}

#[test]
fn odd_numbers_are_answered() {
    for number in ["1e400", "-1e400", "NaN", "-Infinity", "18446744073709551616", "-0", "1e-400"] {
        let import = read(&file_with(&format!(r#""card":{{"profile":{{"revenue":{number}}}}}"#))).unwrap();
        assert_eq!(import.workbook.document.form(kamsheet::worksheets::account::profile::TABLE).filled().count(), 1);
    }
    let digits = "9".repeat(1_000_000);
    assert!(read(&file_with(&format!(r#""x":{digits}"#))).is_ok());
}

#[test]
fn a_file_of_the_largest_size_is_read_in_time() {
    let workbook = Workbook::new(random_document_of(3, Size { rows: 650, filled: 60, odd: 10, ..MEDIUM }));
    let options = Options { pretty: true, results: None, as_of: Date::new(2026, 3, 5).unwrap(), exported_at: "" };
    let mut text = to_json(&workbook, &options);
    assert!((MOST_BYTES / 2..=MOST_BYTES).contains(&text.len()), "{} bytes", text.len());
    text.push_str(&" ".repeat(MOST_BYTES - text.len()));
    assert_eq!(read(&text).map(|import| import.workbook == workbook), Ok(true));
}
