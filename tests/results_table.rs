//! The results of the app and those of the result table are the same: names, words, units, options and what they read.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

use std::collections::BTreeMap;

use kamsheet::analysis::{Compute, ResultDef, ResultUnit, catalogue};

/// One line of the table, by column.
type Line = BTreeMap<&'static str, &'static str>;

fn table() -> Vec<Line> {
    let mut lines = include_str!("spec/results.tsv").lines();
    let columns: Vec<&str> = lines.next().unwrap().split('\t').collect();
    lines.map(|line| columns.iter().copied().zip(line.split('\t')).collect()).collect()
}

/// The results of the catalogue under the names of the table: where a name of the catalogue has a placeholder for a few
/// keys, the table may have a line for each key.
fn result_of(line: &Line) -> Option<&'static ResultDef> {
    let name = line["name"];
    catalogue::find(name).or_else(|| {
        catalogue::all().find(|result| {
            matches!(result.compute, Compute::Keys(keys, _) if result.id_in(name).is_some_and(|key| keys.contains(&key)))
        })
    })
}

const fn unit(unit: ResultUnit) -> &'static str {
    match unit {
        ResultUnit::Count => "count",
        ResultUnit::Days => "days",
        ResultUnit::Enum => "enum",
        ResultUnit::Money => "money",
        ResultUnit::Percent => "percent",
        ResultUnit::Score => "score",
        ResultUnit::Text => "text",
        ResultUnit::RowUnit => "row_unit",
        ResultUnit::Years => "years",
    }
}

#[test]
fn every_result_of_the_table_is_there_with_its_words_unit_and_options() {
    let mut wrong = Vec::new();
    for line in table() {
        let name = line["name"];
        let Some(result) = result_of(&line) else {
            wrong.push(format!("{name}: missing"));
            continue;
        };
        let mut same = |what: &str, ours: String, theirs: &str| {
            if ours != theirs {
                wrong.push(format!("{name}: {what}: {ours}, not {theirs}"));
            }
        };
        same("English", result.label.en.to_owned(), line["en"]);
        same("Chinese", result.label.zh.to_owned(), line["zh"]);
        same("unit", unit(result.unit).to_owned(), line["unit"]);
        if result.unit == ResultUnit::Enum {
            let words =
                |option: &kamsheet::model::Opt| format!("{}={}/{}", option.key, option.label.en, option.label.zh);
            same("options", result.options.iter().map(words).collect::<Vec<_>>().join(" ; "), line["range"]);
        }
    }
    assert!(wrong.is_empty(), "{} differ\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_result_is_there_that_the_table_does_not_name() {
    let lines = table();
    assert_eq!(lines.len(), 261);
    let named: Vec<&str> = lines.iter().filter_map(result_of).map(|result| result.name).collect();
    let extra: Vec<&str> = catalogue::all().map(|result| result.name).filter(|name| !named.contains(name)).collect();
    assert_eq!(extra, [""; 0]);
}

/// What a result reads makes it fresh: a table that is missing here would leave an old figure on the page.
#[test]
fn every_result_reads_what_the_table_says() {
    let mut wrong = Vec::new();
    for line in table() {
        let Some(result) = result_of(&line) else { continue };
        let ours: Vec<&str> = result.reads.split(' ').collect();
        let missing: Vec<&str> = line["reads"].split(", ").filter(|path| !ours.contains(path)).collect();
        if !missing.is_empty() {
            wrong.push(format!("{}: does not read {}", line["name"], missing.join(", ")));
        }
    }
    assert!(wrong.is_empty(), "{} differ\n{}", wrong.len(), wrong.join("\n"));
}
