//! The schema that ships is the one of the declarations, and exported files satisfy it.
//!
//! After a change of the declarations: `KAMSHEET_WRITE=1 cargo test --no-default-features --test schema`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests fail by panicking"
)]

mod common;

use std::fs;
use std::path::Path;

use common::random_document::random_document;
use kamsheet::file::schema::schema;
use kamsheet::file::write::{Options, to_json};
use kamsheet::file::{Snapshot, Workbook};
use kamsheet::model::Date;
use serde_json::{Value, json};

#[test]
fn the_shipped_schema_is_generated_from_the_declarations() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/kamsheet.schema.json");
    let generated = schema();
    if std::env::var_os("KAMSHEET_WRITE").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, &generated).unwrap();
    }
    let shipped = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        shipped == generated,
        "schema/kamsheet.schema.json is not the one of the declarations; see the top of this test"
    );
}

#[test]
fn exported_files_satisfy_it() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    for seed in 0..12 {
        let workbook = Workbook {
            snapshots: vec![Snapshot { data: "{}".to_owned(), ..Snapshot::default() }],
            ..Workbook::new(random_document(seed))
        };
        let options =
            Options { pretty: false, results: Some(&[]), as_of: Date::new(2026, 3, 5).unwrap(), exported_at: "" };
        let file: Value = serde_json::from_str(&to_json(&workbook, &options)).unwrap();
        assert_eq!(violations(&schema, &schema, &file, "$"), Vec::<String>::new());
    }
}

#[test]
fn the_samples_satisfy_it() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples");
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let file: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        if file["format"] == "kamsheet" {
            count += 1;
            assert_eq!(violations(&schema, &schema, &file, "$"), Vec::<String>::new(), "{}", path.display());
        }
    }
    assert!(count >= 4, "{count} samples");
}

#[test]
fn what_is_wrong_does_not_satisfy_it() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let file = |members: Value| {
        let mut file = json!({"format": "kamsheet", "schema_version": 1, "workbook_id": "a"});
        file.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
        file
    };
    assert!(violations(&schema, &schema, &file(json!({"later": 1})), "$").is_empty());
    for (members, place) in [
        (json!({"format": "other"}), "$.format"),
        (json!({"schema_version": 2}), "$.schema_version"),
        (json!({"w3": []}), "$.w3"),
        (json!({"w3": {"needs": {}}}), "$.w3.needs"),
        (json!({"w3": {"needs": [{"need": "no id"}]}}), "$.w3.needs[0]"),
        (json!({"w3": {"needs": [{"id": "n", "importance": 11}]}}), "$.w3.needs[0].importance"),
        (json!({"w3": {"needs": [{"id": "n", "private": 1}]}}), "$.w3.needs[0].private"),
        (json!({"w4": {"cover": {"n": {"m": {"cell": 2}}}}}), "$.w4.cover.n.m.cell"),
        (json!({"card": {"profile": {"class": [1]}}}), "$.card.profile.class"),
        (json!({"card": {"profile": {"sites": -1}}}), "$.card.profile.sites"),
    ] {
        assert_eq!(violations(&schema, &schema, &file(members.clone()), "$"), [place], "{members}");
    }
}

/// The places where `value` does not satisfy `schema`: the keywords that our schema uses, and a panic at any other.
fn violations(root: &Value, schema: &Value, value: &Value, place: &str) -> Vec<String> {
    let mut all = Vec::new();
    for (keyword, rule) in schema.as_object().unwrap() {
        let is_fine = match keyword.as_str() {
            "$schema" | "$defs" | "$comment" | "title" | "description" | "default" | "format" => true,
            "$ref" => {
                let pointer = rule.as_str().unwrap().strip_prefix('#').unwrap();
                all.extend(violations(root, root.pointer(pointer).unwrap(), value, place));
                true
            }
            "type" => match rule {
                Value::Array(types) => types.iter().any(|rule| has_type(rule.as_str().unwrap(), value)),
                rule => has_type(rule.as_str().unwrap(), value),
            },
            "const" => rule == value,
            "enum" => rule.as_array().unwrap().contains(value),
            "minimum" => value.as_f64().is_none_or(|number| number >= rule.as_f64().unwrap()),
            "maximum" => value.as_f64().is_none_or(|number| number <= rule.as_f64().unwrap()),
            "required" => value.as_object().is_none_or(|object| {
                rule.as_array().unwrap().iter().all(|key| object.contains_key(key.as_str().unwrap()))
            }),
            "anyOf" => rule.as_array().unwrap().iter().any(|one| violations(root, one, value, place).is_empty()),
            "properties" => {
                for (key, rule) in rule.as_object().unwrap() {
                    if let Some(value) = value.get(key) {
                        all.extend(violations(root, rule, value, &format!("{place}.{key}")));
                    }
                }
                true
            }
            "additionalProperties" => {
                let known = schema.get("properties").and_then(Value::as_object);
                for (key, value) in value.as_object().into_iter().flatten() {
                    if known.is_none_or(|known| !known.contains_key(key)) {
                        all.extend(violations(root, rule, value, &format!("{place}.{key}")));
                    }
                }
                true
            }
            "items" => {
                for (at, value) in value.as_array().into_iter().flatten().enumerate() {
                    all.extend(violations(root, rule, value, &format!("{place}[{at}]")));
                }
                true
            }
            other => panic!("keyword {other}"),
        };
        if !is_fine {
            all.push(place.to_owned());
        }
    }
    all
}

fn has_type(name: &str, value: &Value) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "number" => value.is_number(),
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        other => panic!("type {other}"),
    }
}
