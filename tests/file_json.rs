//! The JSON file: round trips, encodings, hostile structure, repairs.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod common;

use common::random_document::{MEDIUM, Rng, Size, random_document, random_document_of};
use kamsheet::analysis::{Answer, Gap};
use kamsheet::file::read::{Import, read_bytes, read_salvaged, read_snapshot, read_text};
use kamsheet::file::write::{self, Options, to_json};
use kamsheet::file::{Issue, IssueCode, ReadError, Snapshot, Workbook};
use kamsheet::model::{Date, Document, Id, Lang, Problem};
use kamsheet::worksheets;
use proptest::prelude::*;

fn read(text: &str) -> Result<Import, ReadError> {
    let mut rng = Rng(7);
    read_text(text, &mut || rng.id())
}

fn options(pretty: bool) -> Options<'static> {
    Options { pretty, results: None, as_of: Date::new(2026, 3, 5).unwrap(), exported_at: "2026-03-05T08:00:00Z" }
}

fn export(document: &Document) -> String {
    to_json(&Workbook::new(document.clone()), &options(true))
}

/// A file with the given members beside those that every file has.
fn file_with(members: &str) -> String {
    format!(r#"{{"format":"kamsheet","schema_version":1,"workbook_id":"wb1","locale":"en",{members}}}"#)
}

fn codes(report: &[Issue]) -> Vec<(&str, &IssueCode)> {
    let odd = report.iter().filter(|issue| issue.code != IssueCode::FixedRowAdded);
    odd.map(|issue| (issue.path.as_str(), &issue.code)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(16) })]

    #[test]
    fn what_is_written_is_read_again(seed: u64, is_pretty: bool) {
        let workbook = Workbook {
            rev: seed >> 20,
            base_hash: "abc".to_owned(),
            author: "王 \"Li\"".to_owned(),
            snapshots: vec![Snapshot {
                id: "s1".to_owned(),
                label: "2026Q1".to_owned(),
                data: write::canonical(&random_document(seed ^ 1)),
                unknown: [("later".to_owned(), "[1.50]".to_owned())].into(),
                ..Snapshot::default()
            }],
            copy: Some(r#"{"scope":["w3"]}"#.to_owned()),
            ..Workbook::new(random_document(seed))
        };
        let text = to_json(&workbook, &options(is_pretty));
        let import = read(&text).unwrap();
        prop_assert_eq!(&import.workbook, &workbook);
        let unexpected: Vec<_> = import.report.iter().filter(|issue| !matches!(issue.code, IssueCode::DoesNotFit(_) | IssueCode::Unknown)).collect();
        prop_assert!(unexpected.is_empty(), "{:?}", unexpected);
        prop_assert_eq!(&to_json(&import.workbook, &options(is_pretty)), &text);
        // Any JSON reader takes it.
        let other: serde_json::Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&other["workbook_id"], workbook.document.id.as_str());
    }

    #[test]
    fn snapshots_and_hashes_stand_for_the_contents(seed: u64) {
        let document = random_document(seed);
        let data = write::canonical(&document);
        let mut rng = Rng(1);
        let again = read_snapshot(&data, document.id.clone(), document.lang, &mut || rng.id()).unwrap();
        prop_assert_eq!(&again, &document);
        prop_assert_eq!(write::hash(&again), write::hash(&document));
        prop_assert_ne!(write::hash(&random_document(seed.wrapping_add(1))), write::hash(&document));
    }

    #[test]
    fn damaged_files_never_panic_and_never_half_apply(seed: u64, cut in 0_usize..60_000, flip: u8) {
        let text = export(&random_document_of(seed, Size { rows: 2, filled: 20, ..MEDIUM }));
        let mut bytes = text.clone().into_bytes();
        let mut rng = Rng(seed);
        // Cut off anywhere before the last brace: never taken as a whole.
        let cut = cut % (text.trim_end().len() - 1);
        let result = read_bytes(&bytes[..cut], &mut || rng.id());
        prop_assert!(result.is_err(), "cut at {cut}");
        // One byte changed: refused, or taken and then written and read like any other file.
        let at = rng.below(bytes.len());
        bytes[at] ^= flip | 1;
        if let Ok(import) = read_bytes(&bytes, &mut || rng.id()) {
            let again = read(&export(&import.workbook.document)).unwrap();
            prop_assert_eq!(again.workbook.document, import.workbook.document);
        }
    }

    #[test]
    fn a_strict_reader_agrees(text in r#"[\[\]{}",:0-9eE.\-+ntruefalsu\\ ]{0,40}"#) {
        use kamsheet::file::parse::parse;
        let other: Result<serde_json::Value, _> = serde_json::from_str(&text);
        match (parse(&text), other) {
            (Ok(ours), Ok(theirs)) => {
                let ours: serde_json::Value = serde_json::from_str(&ours.json.to_text()).unwrap();
                prop_assert_eq!(ours, theirs);
            }
            (Err(_), Err(_)) => {}
            // Ours alone takes lone surrogates and numbers beyond any float.
            (Ok(ours), Err(error)) => prop_assert!(ours.replaced > 0 || error.to_string().contains("range"), "{text}: {error}"),
            (Err(error), Ok(_)) => prop_assert!(false, "{text}: {error:?}"),
        }
    }
}

#[test]
fn the_log_is_tables_and_another_shape_of_it_is_kept() {
    let found = read(&file_with(r#""log":{"parking":[{"id":"p1","text":"prices"}]}"#)).unwrap().workbook.document;
    assert_eq!(found.list_at("log.parking").len(), 1);
    let other = read(&file_with(r#""log":[{"at":1,"text":"…"}]"#)).unwrap();
    assert_eq!(codes(&other.report), []);
    let again = read(&to_json(&other.workbook, &options(false))).unwrap();
    assert_eq!(again.workbook.document.unknown().get("/log").map(String::as_str), Some(r#"[{"at":1,"text":"…"}]"#));
}

#[test]
fn the_envelope_is_in_its_order_and_results_are_numbers_or_null() {
    let document = worksheets::new_document(Id::from("wb1"), Lang::En);
    let results = [
        ("w3.support_index".to_owned(), Answer::number(45.833_333)),
        ("w1.cagr".to_owned(), Answer::none(Gap::Empty)),
        ("w6.stage".to_owned(), Answer::key("basic")),
        ("w1.life_cycle".to_owned(), Answer::keys(&["growth", "maturity"])),
        ("w4.uncovered".to_owned(), Answer::list(vec!["n1".to_owned()])),
    ];
    let options = Options { results: Some(&results), ..options(false) };
    let text = to_json(&Workbook::new(document), &options);
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let keys: Vec<&str> = json.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        keys.join(" "),
        "format schema_version app_version workbook_id rev base_hash author locale as_of exported_at checksum settings \
         card w1 w2 w3 w4 w5 w6 portfolio log snapshots results"
    );
    assert_eq!(
        json["results"].to_string(),
        r#"{"w3.support_index":45.833333,"w1.cagr":null,"w6.stage":"basic","w1.life_cycle":"growth+maturity","w4.uncovered":["n1"]}"#
    );
    assert!(read(&text).unwrap().report.is_empty());
}

#[test]
fn a_join_of_table_texts_is_the_same_workbook() {
    let workbook = Workbook::new(random_document(11));
    let texts: std::collections::HashMap<_, _> =
        worksheets::TABLES.iter().map(|table| (table.path, write::table_json(&workbook.document, table))).collect();
    let joined = write::join(&workbook, &|table| texts[table.path].as_str().into());
    assert_eq!(read(&joined).unwrap().workbook, workbook);
}

#[test]
fn encodings_of_the_real_world() {
    let text = file_with(r#""card":{"profile":{"name":"客户A é e\u0301 𠮷"}}"#);
    let utf16: Vec<u16> = text.encode_utf16().collect();
    let le = || utf16.iter().flat_map(|unit| unit.to_le_bytes());
    let be = || utf16.iter().flat_map(|unit| unit.to_be_bytes());
    let crlf = text.replace(',', ",\r\n");
    let table: Vec<(&str, Vec<u8>)> = vec![
        ("UTF-8", text.clone().into_bytes()),
        ("UTF-8 with mark", [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat()),
        ("UTF-16LE with mark", [0xff, 0xfe].into_iter().chain(le()).collect()),
        ("UTF-16BE with mark", [0xfe, 0xff].into_iter().chain(be()).collect()),
        ("UTF-16LE", le().collect()),
        ("UTF-16BE", be().collect()),
        ("CRLF", crlf.into_bytes()),
        ("NUL behind the end", format!("{text}\r\n\0\0\0").into_bytes()),
    ];
    for (name, bytes) in table {
        let mut rng = Rng(1);
        let import = read_bytes(&bytes, &mut || rng.id()).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        let profile = import.workbook.document.form(worksheets::account::profile::TABLE);
        assert_eq!(profile.get(worksheets::account::profile::NAME), Some("客户A é e\u{301} 𠮷"), "{name}");
        assert_eq!(codes(&import.report), [], "{name}");
    }
}

#[test]
fn lone_surrogates_and_broken_bytes_are_replaced_and_counted() {
    let import = read(&file_with(r#""card":{"profile":{"name":"a\ud800b\udc00c\ud83d\ude00"}}"#)).unwrap();
    let profile = import.workbook.document.form(worksheets::account::profile::TABLE);
    assert_eq!(profile.get(worksheets::account::profile::NAME), Some("a\u{fffd}b\u{fffd}c😀"));
    assert_eq!(codes(&import.report), [("", &IssueCode::Characters { count: 2 })]);

    let mut bytes = file_with(r#""card":{"profile":{"name":"a?b"}}"#).into_bytes();
    let at = bytes.iter().position(|byte| *byte == b'?').unwrap();
    bytes[at] = 0xff;
    let mut rng = Rng(1);
    let import = read_bytes(&bytes, &mut || rng.id()).unwrap();
    assert_eq!(codes(&import.report), [("", &IssueCode::Characters { count: 1 })]);
    let gbk: Vec<u8> = [b"{\"".to_vec(), [0xc4, 0xe3, 0xba, 0xc3].repeat(40), b"\":1}".to_vec()].concat();
    assert_eq!(read_bytes(&gbk, &mut || rng.id()).unwrap_err(), ReadError::NotUnicode);
}

#[test]
fn what_is_no_workbook_is_refused_with_the_place() {
    let cases: Vec<(&str, ReadError)> = vec![
        ("", ReadError::Empty),
        (" \n\0", ReadError::Empty),
        ("{\n \"format\": \"kamsheet\",\n", ReadError::EndsEarly { line: 3, column: 1 }),
        ("{\"format\": \"kam", ReadError::EndsEarly { line: 1, column: 16 }),
        ("{\"format\": tr", ReadError::EndsEarly { line: 1, column: 14 }),
        ("{\n\"a\": 客}", ReadError::Unexpected { line: 2, column: 6, found: '客' }),
        ("{\"a\": 1,}", ReadError::Unexpected { line: 1, column: 9, found: '}' }),
        ("{'a': 1}", ReadError::Unexpected { line: 1, column: 2, found: '\'' }),
        ("{\"a\": \"x\ny\"}", ReadError::Unexpected { line: 1, column: 9, found: '\n' }),
        ("{} {}", ReadError::MoreAfterEnd { line: 1, column: 4 }),
        ("[1,2]", ReadError::NotOurs { format: String::new() }),
        ("null", ReadError::NotOurs { format: String::new() }),
        ("{\"format\":\"excalidraw\"}", ReadError::NotOurs { format: "excalidraw".to_owned() }),
        ("{\"format\":\"kamsheet\"}", ReadError::NoVersion { found: String::new() }),
        ("{\"format\":\"kamsheet\",\"schema_version\":0}", ReadError::NoVersion { found: "0".to_owned() }),
        ("{\"format\":\"kamsheet\",\"schema_version\":-1.5}", ReadError::NoVersion { found: "-1.5".to_owned() }),
        (
            "{\"format\":\"kamsheet\",\"schema_version\":999,\"app_version\":\"9.1\"}",
            ReadError::TooNew { file: 999, known: 1, app: "9.1".to_owned() },
        ),
    ];
    for (text, error) in cases {
        assert_eq!(read(text).unwrap_err(), error, "{text}");
    }
}

#[test]
fn odd_contents_are_kept_and_reported() {
    let text = file_with(
        r#""card":{"profile":{"name":5,"sites":"many","employees":"1,200","fy_start":13,"revenue":1e400,"class":"Strategic account",
             "since":"2026/3/5","tier":"t9","hq":["a"],"later":{"x":1.50}},"plan":null,"tests":[],"later":[1]},
           "w3":{"needs":[{"id":"n1","need":"a","importance":"high"},{"need":"b","importance":11},{"id":"n1","need":"c","goal":"g404"},
             7,null,{"id":"n4","need":""}],
             "people":[{"id":"p1","name":"李"}],
             "cgoals":[{"id":"g1","owner":"李总"},{"id":"g2","owner":"p1","owner":"p1"}],
             "summary":{"top_needs":["n1","n404"]}},
           "w4":{"modules":[{"id":"m1"}],"cover":{"n1":{"m1":{"cell":3},"m404":{"cell":9}},"n404":{"m1":{"cell":1}},"n4":5}},
           "more":1"#,
    );
    let Import { workbook, report } = read(&text).unwrap();
    let expected: Vec<(&str, IssueCode)> = vec![
        ("more", IssueCode::Unknown),
        ("card.later", IssueCode::Unknown),
        ("card.profile.name", IssueCode::Converted),
        ("card.profile.sites", IssueCode::DoesNotFit(Problem::NotANumber)),
        ("card.profile.employees", IssueCode::Converted),
        ("card.profile.fy_start", IssueCode::DoesNotFit(Problem::OutOfRange { min: 1.0, max: 12.0 })),
        ("card.profile.revenue", IssueCode::DoesNotFit(Problem::NotANumber)),
        ("card.profile.class", IssueCode::Converted),
        ("card.profile.since", IssueCode::Converted),
        ("card.profile.tier", IssueCode::DoesNotFit(Problem::NotAnOption)),
        ("card.profile.hq", IssueCode::KeptAsText),
        ("card.profile.later", IssueCode::Unknown),
        ("card.tests", IssueCode::WrongShape),
        ("w3.cgoals[1].owner", IssueCode::DuplicateKey),
        ("w3.needs[0].importance", IssueCode::DoesNotFit(Problem::NotOnScale { min: 1, max: 10 })),
        ("w3.needs[1].id", IssueCode::MissingId),
        ("w3.needs[1].importance", IssueCode::DoesNotFit(Problem::NotOnScale { min: 1, max: 10 })),
        ("w3.needs[2].id", IssueCode::DuplicateId),
        ("w3.needs.rows", IssueCode::WrongShape),
        ("w4.cover[\"n1\"][\"m404\"]", IssueCode::NoSuchCell),
        ("w4.cover[\"n404\"][\"m1\"]", IssueCode::NoSuchCell),
        ("w4.cover.n4", IssueCode::WrongShape),
        ("w3.cgoals[0].owner", IssueCode::DoesNotFit(Problem::NoSuchRow)),
        ("w3.needs[2].goal", IssueCode::NoSuchRow),
        ("w3.summary.top_needs", IssueCode::NoSuchRow),
    ];
    assert_eq!(codes(&report), expected.iter().map(|(path, code)| (*path, code)).collect::<Vec<_>>());
    let out = export(&workbook.document);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        json["card"]["profile"].to_string(),
        r#"{"name":"5","class":["strategic"],"hq":"[\"a\"]","sites":"many","employees":1200,"revenue":"1e400","fy_start":"13","since":"2026-03-05","tier":"t9","later":{"x":1.50}}"#
            .replace("1.50", "1.5")
    );
    assert!(out.replace([' ', '\n'], "").contains(r#""later":{"x":1.50}"#), "digits of unknown fields stay");
    assert_eq!(json["w3"]["needs"].as_array().unwrap().len(), 4);
    assert_eq!(json["w3"]["summary"]["top_needs"].to_string(), r#"["n1"]"#);
    assert_eq!(json["w3"]["cgoals"][0]["owner"], "李总");
    assert_eq!(json["w4"]["cover"].to_string(), r#"{"n1":{"m1":{"cell":3}}}"#);
    let aside: Vec<&str> = json["set_aside"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(aside, ["/card/tests", "/w3/needs/rows", "/w4/cover/n1/m404", "/w4/cover/n4", "/w4/cover/n404/m1"]);
    assert_eq!(read(&out).unwrap().workbook.document, workbook.document);
}

#[test]
fn fixed_rows_are_added_and_named() {
    let import = read(&file_with(r#""w2":{"comp":[{"id":"c1","name":"B"}]}"#)).unwrap();
    let comp = import.workbook.document.list(worksheets::competition::comp::TABLE);
    assert_eq!(comp.ids().iter().map(Id::as_str).collect::<Vec<_>>(), ["us", "c1"]);
    assert!(
        import
            .report
            .iter()
            .any(|issue| issue.path == "w2.comp" && issue.code == IssueCode::FixedRowAdded && issue.detail == "us")
    );
}

#[test]
fn a_list_in_the_file_is_complete_and_an_absent_one_is_that_of_a_new_workbook() {
    let ids = |document: &Document, path: &str| document.list_at(path).ids().to_vec();
    let fresh = worksheets::new_document(Id::from("wb1"), Lang::En);
    let absent = read(&file_with(r#""w1":{"series":[]},"w5":{"sla":null,"sq":null}"#)).unwrap();
    assert_eq!(absent.report, []);
    assert_eq!(absent.workbook.document, fresh);

    let text = file_with(r#""w1":{"forces":[]},"w4":{"opts":[{"id":"premium"}]},"w2":{"comp":[]}"#);
    let given = read(&text).unwrap().workbook.document;
    assert_eq!(ids(&given, "w1.forces"), []);
    assert_eq!(ids(&given, "w4.opts"), [Id::from("premium")]);
    assert_eq!(ids(&given, "w2.comp"), [Id::from("us")]);
    assert_eq!(ids(&given, "w4.tco_rows"), ids(&fresh, "w4.tco_rows"));

    // Deleting every row of a list is kept; a list that starts empty is left out when it is.
    let json: serde_json::Value = serde_json::from_str(&export(&given)).unwrap();
    assert_eq!(json["w1"], serde_json::json!({"forces": []}));
    assert_eq!(read(&export(&given)).unwrap().workbook.document, given);
    let data = write::canonical(&given);
    let again = read_snapshot(&data, Id::from("wb1"), Lang::En, &mut || Id::from("new")).unwrap();
    assert_eq!(again, given);
}

#[test]
fn keys_that_mean_something_to_programs_are_only_keys() {
    let text = file_with(
        r#""__proto__":{"polluted":true},"constructor":1,"card":{"profile":{"__proto__":{"a":1},"name":"x"}},
           "w3":{"needs":[{"id":"__proto__","need":"a"},{"id":"constructor","need":"b"}]}"#,
    );
    let import = read(&text).unwrap();
    assert_eq!(import.workbook.document.list_at("w3.needs").len(), 2);
    let again = read(&export(&import.workbook.document)).unwrap();
    assert_eq!(again.workbook.document, import.workbook.document);
}

#[test]
fn a_changed_export_says_so_and_a_reformatted_one_does_not() {
    let text = export(&worksheets::new_document(Id::from("wb1"), Lang::Zh));
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let is_changed =
        |text: &str| read(text).unwrap().report.iter().any(|issue| issue.code == IssueCode::ChecksumDiffers);
    assert!(!is_changed(&text));
    let mut sorted = json.clone();
    sorted.sort_all_objects();
    assert!(!is_changed(&sorted.to_string()));
    let mut changed = json;
    changed["card"]["profile"]["name"] = "someone else".into();
    assert!(is_changed(&changed.to_string()));
}

#[test]
fn complete_rows_of_a_cut_file_can_be_saved() {
    let text = file_with(
        r#""w3":{"needs":[{"id":"n1","need":"first"},{"id":"n2","need":"second"},{"id":"n3","need":"third"}]}"#,
    );
    let cut = text.find("third").unwrap();
    let mut rng = Rng(1);
    let import = read_salvaged(&text.as_bytes()[..cut], &mut || rng.id()).unwrap();
    assert_eq!(import.workbook.document.list_at("w3.needs").ids(), [Id::from("n1"), Id::from("n2")]);
    assert_eq!(codes(&import.report), [("", &IssueCode::Salvaged { line: 1 })]);
    // At any length: either the beginning is too short, or only complete rows are there.
    for cut in 0..text.len() {
        if let Ok(import) = read_salvaged(&text.as_bytes()[..cut], &mut || rng.id()) {
            let rows = import.workbook.document.list_at("w3.needs");
            let complete = text[..cut].matches("\"}").count();
            assert!(rows.len() == complete, "cut at {cut}: {} rows, {complete} complete", rows.len());
        }
    }
}
