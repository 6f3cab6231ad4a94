//! The JSON Schema (2020-12) of the exported file, generated from the declarations.
//!
//! A value that does not fit its field is kept as typed, so every field also admits a string; fields and tables that this
//! version does not know are kept, so every object admits more members.

use super::envelope::FORMAT;
use super::json::{Writer, pretty, write_number, write_text};
use super::migrate::SCHEMA_VERSION;
use crate::model::record::attributes;
use crate::model::{Bi, Columns, FieldDef, Given, Kind, Opt, Scale, Shape, TableDef, Unit, bi};
use crate::worksheets::{SHEETS, log, tables_of};

/// A member of the envelope that holds a text.
const TEXTS: [(&str, Bi); 6] = [
    ("app_version", bi("Version of the app that wrote the file", "写出文件的应用版本")),
    (
        "base_hash",
        bi("Fingerprint of the common ancestor of a copy; empty when there is none", "副本共同起点的指纹，没有则为空"),
    ),
    ("author", bi("Who exported the file", "导出人")),
    ("as_of", bi("The day that counted as today, yyyy-mm-dd", "作为“今天”的日期")),
    ("exported_at", bi("When the file was exported, UTC", "导出时间（UTC）")),
    ("checksum", bi("Checksum over the contents, whatever the order of keys", "内容校验和，与键的顺序无关")),
];

/// The schema as pretty JSON.
pub fn schema() -> String {
    let mut out = String::new();
    let mut root = Writer::object(&mut out);
    root.text("$schema", "https://json-schema.org/draft/2020-12/schema");
    titled(&mut root, bi("KAMSheet workbook", "KAMSheet 工作簿"));
    root.text("type", "object");
    root.raw("required", r#"["format","schema_version","workbook_id"]"#);
    envelope(root.key("properties"));
    definitions(root.key("$defs"));
    root.end();
    pretty(&out)
}

fn envelope(out: &mut String) {
    let mut members = Writer::object(out);
    members.raw("format", &format!(r#"{{"const":"{FORMAT}"}}"#));
    members.raw("schema_version", &format!(r#"{{"type":"integer","minimum":1,"maximum":{SCHEMA_VERSION}}}"#));
    typed(
        members.key("workbook_id"),
        bi("Id of the workbook, the same in every copy", "工作簿编号，各副本相同"),
        "string",
    );
    typed(members.key("rev"), bi("Counts up with every export", "每次导出加一"), "integer");
    members.raw(
        "locale",
        r#"{"title":"Language the workbook was made in","description":"工作簿语言","enum":["zh-CN","en"]}"#,
    );
    for (key, label) in TEXTS {
        typed(members.key(key), label, "string");
    }
    members.raw("copy", r#"{"title":"What a handed-out copy says about itself","description":"副本信息"}"#);
    let sheets = SHEETS.iter().map(|sheet| (sheet.key, sheet.name));
    for (key, name) in sheets.chain([(log::SHEET, bi("Log of the workshops", "研讨记录"))]) {
        let mut object = Writer::object(members.key(key));
        titled(&mut object, name);
        // A log that another tool wrote as a list is kept as it is.
        object.raw("type", if key == log::SHEET { r#"["object","array"]"# } else { r#""object""# });
        let mut tables = Writer::object(object.key("properties"));
        for table in tables_of(key) {
            table_schema(tables.key(table.key()), table);
        }
        tables.end();
        object.end();
    }
    members.raw("snapshots", r##"{"title":"Snapshots, oldest first","description":"快照","type":"array","items":{"$ref":"#/$defs/snapshot"}}"##);
    members.raw(
        "set_aside",
        r#"{"title":"What did not have the shape of its table, by JSON pointer","description":"结构不符而另存的内容","type":"object"}"#,
    );
    members.raw(
        "results",
        r#"{"title":"Computed values by name; ignored when reading","description":"计算结果，导入时忽略并重算","type":"object","additionalProperties":{"anyOf":[{"type":"number"},{"type":"string"},{"type":"array","items":{"type":"string"}},{"type":"null"}]}}"#,
    );
    members.end();
}

fn definitions(out: &mut String) {
    let mut definitions = Writer::object(out);
    definitions.raw(
        "as_typed",
        r#"{"title":"What a person typed and does not fit; kept and marked","description":"不符合要求的原样输入","type":"string"}"#,
    );
    definitions.raw(
        "snapshot",
        r#"{"type":"object","properties":{"id":{"type":"string"},"label":{"type":"string"},"date":{"type":"string"},"author":{"type":"string"},"kind":{"type":"string"},"data":{"title":"The sheets at that time","description":"当时各表的内容","type":"object"}}}"#,
    );
    let mut row = Writer::object(definitions.key("row"));
    titled(&mut row, bi("What every row of every list carries", "每一行都有的属性"));
    row.text("type", "object");
    row.raw("required", r#"["id"]"#);
    let mut properties = Writer::object(row.key("properties"));
    typed(properties.key("id"), bi("Stable id", "编号"), "string");
    for field in attributes::FIELDS {
        field_schema(properties.key(field.key), field);
    }
    properties.end();
    row.end();
    definitions.end();
}

fn table_schema(out: &mut String, table: &TableDef) {
    let mut object = Writer::object(out);
    titled(&mut object, table.label);
    match table.shape {
        Shape::Form => record(&mut object, table),
        Shape::List => {
            object.text("type", "array");
            let mut items = Writer::object(object.key("items"));
            items.raw("$ref", r##""#/$defs/row""##);
            record(&mut items, table);
            items.end();
        }
        Shape::Matrix { rows, columns } => {
            let columns = match columns {
                Columns::Table(path) => format!("id of a row of {path}"),
                Columns::Fixed(options) => options.iter().map(|option| option.key).collect::<Vec<_>>().join(", "),
            };
            object.text("$comment", &format!("keyed by id of a row of {rows}, then by {columns}"));
            object.text("type", "object");
            let mut row = Writer::object(object.key("additionalProperties"));
            row.text("type", "object");
            let mut cell = Writer::object(row.key("additionalProperties"));
            record(&mut cell, table);
            cell.end();
            row.end();
        }
    }
    object.end();
}

fn record(object: &mut Writer<'_>, table: &TableDef) {
    object.text("type", "object");
    let mut properties = Writer::object(object.key("properties"));
    for field in table.fields {
        field_schema(properties.key(field.key), field);
    }
    properties.end();
}

fn field_schema(out: &mut String, field: &FieldDef) {
    let mut object = Writer::object(out);
    titled(&mut object, field.label);
    comment(&mut object, field);
    match field.kind {
        Kind::Text | Kind::LongText => object.text("type", "string"),
        // Written by the app; its form may change.
        Kind::Auto => {}
        Kind::Ref(_) => object.text("type", "string"),
        _ => {
            let mut any = Writer::list(object.key("anyOf"));
            right_values(&mut any, &field.kind);
            any.item().push_str(r##"{"$ref":"#/$defs/as_typed"}"##);
            any.end();
        }
    }
    default(&mut object, field.given);
    object.end();
}

/// What fits a field that does not hold a plain text.
fn right_values(any: &mut Writer<'_>, kind: &Kind) {
    match *kind {
        Kind::Number { min, max, .. } | Kind::Percent { min, max } => number(any.item(), "number", min, max),
        Kind::Money { min, .. } => number(any.item(), "number", min, f64::INFINITY),
        Kind::Integer { min, max, .. } => number(any.item(), "integer", min, max),
        Kind::Year => number(any.item(), "integer", 1000.0, 9999.0),
        Kind::Rating(scale) => rating(any.item(), scale),
        Kind::Choice { options, .. } => {
            for option in options {
                choice(any.item(), option);
            }
        }
        Kind::Choices(options) => {
            let mut list = Writer::object(any.item());
            list.text("type", "array");
            let mut items = Writer::object(list.key("items"));
            let mut any = Writer::list(items.key("anyOf"));
            for option in options {
                choice(any.item(), option);
            }
            any.item().push_str(r##"{"$ref":"#/$defs/as_typed"}"##);
            any.end();
            items.end();
            list.end();
        }
        Kind::Refs(_) => any.item().push_str(r#"{"type":"array","items":{"type":"string"}}"#),
        Kind::Date => any.item().push_str(r#"{"type":"string","format":"date"}"#),
        Kind::YesNo => any.item().push_str(r#"{"type":"boolean"}"#),
        Kind::Text | Kind::LongText | Kind::Ref(_) | Kind::Auto => {}
    }
}

fn number(out: &mut String, kind: &str, min: f64, max: f64) {
    let mut object = Writer::object(out);
    object.text("type", kind);
    for (key, bound) in [("minimum", min), ("maximum", max)] {
        if bound.is_finite() {
            write_number(object.key(key), bound);
        }
    }
    object.end();
}

fn rating(out: &mut String, scale: &Scale) {
    let mut object = Writer::object(out);
    let words = |text: fn(Bi) -> &'static str| {
        let anchors = scale.anchors.iter().map(|(value, words)| format!("{value} = {}", text(*words)));
        anchors.collect::<Vec<_>>().join("; ")
    };
    object.text("title", &words(|words| words.en));
    object.text("description", &words(|words| words.zh));
    if scale.only.is_empty() {
        object.text("type", if scale.decimals == 0 { "integer" } else { "number" });
        write_number(object.key("minimum"), scale.min.into());
        write_number(object.key("maximum"), scale.max.into());
    } else {
        let mut values = Writer::list(object.key("enum"));
        for value in scale.only {
            write_number(values.item(), (*value).into());
        }
        values.end();
    }
    object.end();
}

fn choice(out: &mut String, option: &Opt) {
    let mut object = Writer::object(out);
    object.text("const", option.key);
    titled(&mut object, option.label);
    object.end();
}

/// Unit and target: what the keywords of the schema cannot say.
fn comment(object: &mut Writer<'_>, field: &FieldDef) {
    let text = match field.kind {
        Kind::Money { per, .. } => format!("in the workbook's unit of money {}", per.en).trim_end().to_owned(),
        Kind::Percent { .. } => "a number of percent".to_owned(),
        Kind::Number { unit: Unit::Words(words), .. } | Kind::Integer { unit: Unit::Words(words), .. } => {
            format!("unit: {}", words.en)
        }
        Kind::Number { unit: Unit::Field(path), .. } | Kind::Integer { unit: Unit::Field(path), .. } => {
            format!("unit: the text in {path}")
        }
        Kind::Ref(target) => format!("id of a row of {target}"),
        Kind::Refs(target) => format!("ids of rows of {target}, in order"),
        Kind::Choice { open: true, .. } => "or any currency code of three capital letters".to_owned(),
        Kind::Auto => "written by the app".to_owned(),
        _ => return,
    };
    object.text("$comment", &text);
}

fn default(object: &mut Writer<'_>, given: Given) {
    match given {
        Given::Nothing | Given::Words(_) => {}
        Given::Number(number) => write_number(object.key("default"), number),
        Given::Bool(yes) => object.raw("default", if yes { "true" } else { "false" }),
        Given::Key(key) => object.text("default", key),
    }
}

fn typed(out: &mut String, label: Bi, kind: &str) {
    let mut object = Writer::object(out);
    titled(&mut object, label);
    object.text("type", kind);
    object.end();
}

fn titled(object: &mut Writer<'_>, label: Bi) {
    object.text("title", label.en);
    write_text(object.key("description"), label.zh);
}
