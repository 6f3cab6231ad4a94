//! The declarations are those of the field table: every table, field, default row, word by word.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

use std::collections::{BTreeMap, BTreeSet};

use kamsheet::model::record::attributes;
use kamsheet::model::{Bi, Class, Columns, Depth, FieldDef, Given, Kind, Opt, RowOrigin, Scale, Shape, TableDef};
use kamsheet::worksheets::{TABLES, log};

const FIELDS: &str = include_str!("spec/fields.tsv");

/// A line of the field table by the names of its columns.
type Line = BTreeMap<&'static str, &'static str>;

fn lines() -> Vec<Line> {
    let mut rows = FIELDS.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    let header = rows.next().unwrap();
    rows.map(|cells| {
        assert_eq!(cells.len(), header.len(), "{cells:?}");
        header.iter().copied().zip(cells).collect()
    })
    .collect()
}

fn field_lines() -> BTreeMap<&'static str, Line> {
    let fields = lines().into_iter().filter(|line| line["kind"] != "default_row");
    fields.map(|line| (line["path"], line)).collect()
}

/// The tables of the worksheets. The log is the workshop's own and not part of the specification's table.
fn worksheets() -> impl Iterator<Item = &'static TableDef> {
    TABLES.iter().copied().filter(|table| table.sheet() != log::SHEET)
}

/// Every declared field with its path; the row attributes once, as `row.<key>`.
fn declared() -> Vec<(String, &'static FieldDef, Option<&'static TableDef>)> {
    let rows = attributes::FIELDS.iter().map(|field| (format!("row.{}", field.key), field, None));
    let own = worksheets().flat_map(|table| {
        table.fields.iter().map(move |field| (format!("{}.{}", table.path, field.key), field, Some(table)))
    });
    rows.chain(own).collect()
}

/// The question of a field; of a row attribute where no table is named.
fn ask_of(field: &FieldDef, table: Option<&'static TableDef>) -> Bi {
    let shows_none = |table: &&TableDef| table.is_list() && table.fields.iter().all(|own| own.key != field.key);
    let table = table.or_else(|| worksheets().find(shows_none)).unwrap();
    kamsheet::worksheets::ask(table, field)
}

/// The parts of the column `spec`.
fn parts(line: &Line) -> Vec<&'static str> {
    line["spec"].split(" ; ").collect()
}

fn part(line: &Line, name: &str) -> Option<&'static str> {
    parts(line).into_iter().find_map(|part| part.strip_prefix(name)?.strip_prefix(": "))
}

fn options(options: &[Opt]) -> String {
    let all = options.iter().map(|option| format!("{}={}/{}", option.key, option.label.en, option.label.zh));
    all.collect::<Vec<_>>().join(" ; ")
}

#[test]
fn every_path_is_declared_and_no_other() {
    let known: BTreeSet<String> = field_lines().into_keys().map(str::to_owned).collect();
    let mut ours: BTreeSet<String> = declared().into_iter().map(|(path, ..)| path).collect();
    // The id of a row is no field of its record.
    assert!(ours.insert("row.id".to_owned()));
    let missing: Vec<_> = known.difference(&ours).collect();
    let extra: Vec<_> = ours.difference(&known).collect();
    assert!(missing.is_empty() && extra.is_empty(), "missing {missing:?}, extra {extra:?}");
    assert_eq!(ours.len(), 635);
}

#[test]
fn fields_are_in_the_order_of_the_table() {
    let of_table: Vec<String> = lines()
        .iter()
        .filter(|line| line["kind"] != "default_row" && !line["path"].starts_with("row."))
        .map(|line| line["path"].to_owned())
        .collect();
    for table in worksheets() {
        let prefix = format!("{}.", table.path);
        let expected: Vec<&String> = of_table.iter().filter(|path| path.starts_with(&prefix)).collect();
        let ours: Vec<String> = table.fields.iter().map(|field| format!("{prefix}{}", field.key)).collect();
        assert_eq!(ours.iter().collect::<Vec<_>>(), expected);
    }
}

#[test]
fn shapes_rows_columns_and_sections() {
    let lines = field_lines();
    for table in worksheets() {
        for field in table.fields {
            let line = &lines[format!("{}.{}", table.path, field.key).as_str()];
            let (shape, rows, columns) = match table.shape {
                Shape::Form => ("form", "", String::new()),
                Shape::List => ("list", "", String::new()),
                Shape::Matrix { rows, columns: Columns::Table(path) } => ("matrix", rows, path.to_owned()),
                Shape::Matrix { rows, columns: Columns::Fixed(fixed) } => ("matrix", rows, options(fixed)),
            };
            let ours = (shape, rows, columns.as_str(), table.section);
            assert_eq!(ours, (line["shape"], line["rows"], line["columns"], line["section"]), "{}", line["path"]);
        }
    }
}

#[test]
fn labels_prompts_depths_classes() {
    let lines = field_lines();
    for (path, field, table) in declared() {
        let line = &lines[path.as_str()];
        let ask = ask_of(field, table);
        let class = match field.class {
            Class::Fact => "fact",
            Class::People => "people",
            Class::Economics => "economics",
            Class::Competition => "competition",
            Class::Note => "note",
        };
        let words = [field.label.en, field.label.zh, ask.en, ask.zh];
        assert_eq!(words, ["en", "zh", "prompt_en", "prompt_zh"].map(|column| line[column]), "{path}");
        let ours = (field.depth.key(), if field.core { "1" } else { "" }, class);
        assert_eq!(ours, (line["depth"], line["core"], line["class"]), "{path}");
        assert!(!field.core || field.depth == Depth::Quick, "{path}");
    }
}

#[test]
fn kinds_options_and_targets() {
    let lines = field_lines();
    for (path, field, _) in declared() {
        let line = &lines[path.as_str()];
        assert_eq!(field.kind.name(), line["kind"], "{path}");
        assert_eq!(options(field.kind.options()), line["options"], "{path}");
        if field.kind.target().is_some() {
            assert_eq!(field.kind.target(), part(line, "target"), "{path}");
        }
        assert_eq!(field.without_us, parts(line).contains(&"without `us`"), "{path}");
        let is_attribute = parts(line).iter().any(|part| part.starts_with("the row attribute"));
        assert_eq!(field.is_attribute && !path.starts_with("row."), is_attribute, "{path}");
        if let Kind::Choice { open, .. } = field.kind {
            assert_eq!(open, parts(line).iter().any(|part| part.starts_with("open list")), "{path}");
        }
    }
}

#[test]
fn ranges_and_scales() {
    let lines = field_lines();
    for (path, field, _) in declared() {
        let line = &lines[path.as_str()];
        let range = part(line, "range").map(|range| {
            let (low, high) = range.split_once("..").unwrap();
            let bound = |text: &str, open: f64| if text.is_empty() { open } else { text.parse().unwrap() };
            (bound(low, f64::NEG_INFINITY), bound(high, f64::INFINITY))
        });
        let everything = (f64::NEG_INFINITY, f64::INFINITY);
        match field.kind {
            Kind::Number { min, max, .. } | Kind::Integer { min, max, .. } | Kind::Percent { min, max } => {
                assert_eq!((min, max), range.unwrap_or(everything), "{path}");
            }
            Kind::Money { min, .. } => {
                let is_signed = parts(line).contains(&"signed");
                assert_eq!(min, if is_signed { f64::NEG_INFINITY } else { 0.0 }, "{path}");
                assert!(is_signed || range.is_none_or(|(low, _)| low == 0.0), "{path}");
            }
            Kind::Rating(scale) => check_scale(&path, scale, line, range),
            _ => assert_eq!(range, None, "{path}"),
        }
    }
}

fn check_scale(path: &str, scale: &Scale, line: &Line, range: Option<(f64, f64)>) {
    assert_eq!(Some(scale.key), part(line, "scale"), "{path}");
    if let Some(range) = range {
        assert_eq!((f64::from(scale.min), f64::from(scale.max)), range, "{path}");
    }
    if let Some(values) = part(line, "values") {
        let values: Vec<i8> = values.split(", ").map(|value| value.parse().unwrap()).collect();
        assert_eq!(scale.only, values, "{path}");
    }
    if let Some(anchors) = part(line, "anchors") {
        let ours: Vec<String> =
            scale.anchors.iter().map(|(value, words)| format!("{value}={}/{}", words.en, words.zh)).collect();
        assert_eq!(ours.join(", "), anchors, "{path}");
    }
    let decimals = part(line, "decimals").map_or(0, |decimals| decimals.parse().unwrap());
    assert_eq!(scale.decimals, decimals, "{path}");
}

/// A default as the table writes it.
fn as_written(given: Given) -> String {
    match given {
        Given::Nothing => String::new(),
        Given::Number(number) => format!("{number}"),
        Given::Bool(yes) => if yes { "yes" } else { "no" }.to_owned(),
        Given::Key(key) => key.to_owned(),
        Given::Words(Bi { en, zh }) => format!("{en}/{zh}"),
    }
}

#[test]
fn defaults() {
    let lines = field_lines();
    for (path, field, _) in declared() {
        // A column that stands for a row attribute has the attribute's default.
        if !field.is_attribute || path.starts_with("row.") {
            assert_eq!(as_written(field.given), lines[path.as_str()]["default"], "{path}");
        }
    }
}

#[test]
fn default_rows() {
    let mut lines: BTreeMap<&str, Line> =
        lines().into_iter().filter(|line| line["kind"] == "default_row").map(|line| (line["path"], line)).collect();
    assert_eq!(lines.len(), 144);
    for table in TABLES {
        for row in table.rows {
            let path = format!("{}[{}]", table.path, row.id);
            let line = lines.remove(path.as_str()).unwrap_or_else(|| panic!("{path} is not in the field table"));
            assert_eq!([row.label.en, row.label.zh], [line["en"], line["zh"]], "{path}");
            let spec = parts(&line);
            let origin = match (spec[0], spec.contains(&"fixed")) {
                ("prefilled", true) => RowOrigin::Fixed,
                ("prefilled", false) => RowOrigin::Prefilled,
                ("template", false) => RowOrigin::Template,
                other => panic!("{path}: {other:?}"),
            };
            assert_eq!(row.origin, origin, "{path}");
            assert_eq!(row.level, part(&line, "level").unwrap_or_default(), "{path}");
            let values: Vec<String> =
                row.values.iter().map(|(key, given)| format!("{key}={}", as_written(*given))).collect();
            assert_eq!(values.join(" ; "), line["default"], "{path}");
        }
    }
    assert!(lines.is_empty(), "not declared: {:?}", lines.keys());
}

#[test]
fn every_name_is_there_in_both_languages() {
    // Short forms that Chinese uses as they are.
    const AS_THEY_ARE: [&str; 12] =
        ["KPI", "FABE", "Kano", "MEDDPICC", "SWOT", "TOWS", "HHI", "SLA", "NPS", "RACI", "S1", "T1"];
    let is_chinese = |text: &str| text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
    let check = |path: &str, label: Bi| {
        assert!(!label.en.trim().is_empty() && !label.zh.trim().is_empty(), "{path}: {label:?}");
        assert!(!is_chinese(label.en), "{path}: {label:?}");
        let is_as_it_is = AS_THEY_ARE.iter().any(|word| label.zh.contains(word));
        let is_symbols = !label.zh.chars().any(|letter| letter.is_ascii_lowercase());
        assert!(is_chinese(label.zh) || is_as_it_is || is_symbols, "{path}: {label:?}");
    };
    for table in TABLES {
        check(table.path, table.label);
        for row in table.rows {
            check(row.id, row.label);
        }
    }
    for (path, field, table) in declared() {
        check(&path, field.label);
        let ask = ask_of(field, table);
        assert_eq!(ask.en.is_empty(), ask.zh.is_empty(), "{path}");
        for option in field.kind.options() {
            check(&format!("{path} {}", option.key), option.label);
        }
    }
}

#[test]
fn every_slot_is_used_once_and_found_again() {
    for table in TABLES {
        let mut slots = BTreeSet::new();
        for field in table.fields.iter().chain(table.attributes()) {
            assert!(slots.insert(field.slot), "{}.{}", table.path, field.key);
            assert_eq!(table.field_at(field.slot), table.field(field.key), "{}.{}", table.path, field.key);
        }
    }
}
