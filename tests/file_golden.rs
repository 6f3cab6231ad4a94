//! Files of every version that was ever released open, and so do the samples.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::random_document::Rng;
use kamsheet::file::migrate::SCHEMA_VERSION;
use kamsheet::file::read::{Import, read_bytes, read_snapshot};
use kamsheet::file::write::{Options, to_json};
use kamsheet::file::{IssueCode, ReadError, Workbook};
use kamsheet::model::{Date, Id, Lang, Problem, Value};
use kamsheet::worksheets::{account, competition, needs, plan};

fn read(bytes: &[u8]) -> Result<Import, ReadError> {
    let mut rng = Rng(7);
    read_bytes(bytes, &mut || rng.id())
}

fn export(workbook: &Workbook) -> String {
    let as_of = Date::new(2026, 3, 5).unwrap();
    to_json(workbook, &Options { pretty: true, results: None, as_of, exported_at: "2026-03-05T08:00:00Z" })
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn every_version_has_a_golden_file_that_opens_and_stays_the_same() {
    let golden = files("tests/golden");
    for version in 1..=SCHEMA_VERSION {
        let prefix = format!("v{version}_");
        let of_version = golden.iter().filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with(&prefix));
        let count = of_version.clone().count();
        assert!(count > 0, "no golden file of version {version}");
        for path in of_version {
            let once = read(&fs::read(path).unwrap()).unwrap().workbook;
            let text = export(&once);
            assert_eq!(read(text.as_bytes()).unwrap().workbook, once, "{}", path.display());
            assert!(text.contains(&format!("\"schema_version\": {SCHEMA_VERSION}")));
        }
    }
}

#[test]
fn the_first_version_means_what_it_meant() {
    let Import { workbook, report } = read(include_bytes!("golden/v1_workbook.json")).unwrap();
    let document = &workbook.document;
    assert_eq!((workbook.rev, workbook.base_hash.as_str(), workbook.author.as_str()), (12, "9f86d081884c7d65", "王芳"));
    assert_eq!((document.id.as_str(), document.lang), ("k3v9x0q7m2n8p4rt", Lang::Zh));
    assert_eq!(document.unknown()["/log"], r#"[{"at":1,"decision":"先做备件"}]"#, "a log of another shape is kept");
    assert_eq!(workbook.copy.as_deref(), Some(r#"{"scope":["w3"],"level":"L1"}"#));

    use account::profile;
    let form = document.form(profile::TABLE);
    assert_eq!(form.get(profile::CLASS), Some(["economic".to_owned(), "strategic".to_owned()].as_slice()));
    assert_eq!(form.get(profile::REVENUE), Some(286_000.5));
    assert_eq!(form.at(profile::SITES.slot), Some(&Value::Text("约十处".to_owned())), "kept as typed");
    assert_eq!(form.unknown()["later_field"], r#"{"kept":[1.50,null]}"#);

    let need = document.list(needs::needs::TABLE).row("n1").unwrap();
    assert_eq!(need.get(needs::needs::NEED), Some("备件\n当天到"));
    assert_eq!(need.get(needs::needs::IMPORTANCE), Some(9.0));
    assert_eq!(document.form(needs::summary::TABLE).get(needs::summary::TOP_NEEDS).unwrap(), ["n2", "n1"]);
    let rating = |firm: &str| document.cell(competition::ratings::TABLE, &Id::from("quality"), &Id::from(firm));
    assert_eq!(rating("us").get(competition::ratings::RATING), Some(3.0));
    assert_eq!(rating("c1").get(competition::ratings::RATING), None);
    assert_eq!(document.list(plan::opp::TABLE).row("o1").unwrap().get(plan::opp::AMOUNT), Some(1.2e21));

    let unknown: Vec<&str> = document.unknown().keys().map(String::as_str).collect();
    assert_eq!(unknown, ["/future_section", "/log", "/w1/table_of_a_later_version", "/w4/cover/gone/m1"]);
    let mut rng = Rng(1);
    let data = &workbook.snapshots[0].data;
    let snapshot = read_snapshot(data, document.id.clone(), document.lang, &mut || rng.id()).unwrap();
    assert_eq!(snapshot.list(needs::needs::TABLE).row("n1").unwrap().get(needs::needs::IMPORTANCE), Some(8.0));

    let odd: Vec<(&str, &IssueCode)> = report
        .iter()
        .filter(|issue| issue.code != IssueCode::FixedRowAdded)
        .map(|issue| (issue.path.as_str(), &issue.code))
        .collect();
    let not_a_rating = |min, max| IssueCode::DoesNotFit(Problem::NotOnScale { min, max });
    assert_eq!(
        odd,
        [
            ("future_section", &IssueCode::Unknown),
            ("w1.table_of_a_later_version", &IssueCode::Unknown),
            ("card.profile.sites", &IssueCode::DoesNotFit(Problem::NotANumber)),
            ("card.profile.later_field", &IssueCode::Unknown),
            ("w3.needs[1].importance", &not_a_rating(1, 10)),
            ("w2.ratings[\"quality\"][\"c1\"].rating", &not_a_rating(1, 4)),
        ]
    );
}

#[test]
fn samples_open_without_a_remark() {
    let mut count = 0;
    for path in files("assets/samples").iter().filter(|path| !path.ends_with("index.json")) {
        let import = read(&fs::read(path).unwrap()).unwrap();
        assert!(import.report.is_empty(), "{}: {:#?}", path.display(), import.report);
        assert_eq!(read(export(&import.workbook).as_bytes()).unwrap().workbook, import.workbook, "{}", path.display());
        count += 1;
    }
    assert!(count >= 4, "{count} samples");
}
