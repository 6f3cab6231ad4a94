//! Documents for tests, written as `("w2.wallet.a.total_spend", "1200")`: the names of the file, values as texts.

use proptest::prelude::*;

use super::{Answer, Book, Gap, Memo, catalogue};
use crate::model::{Columns, Date, Document, Id, Kind, Lang, Place, Row, Shape, TableData, TableDef, Value};
use crate::worksheets;

/// The day that counts as today in tests.
pub fn today() -> Date {
    Date::new(2026, 3, 5).unwrap()
}

/// New ids, one after the other: `new1`, `new2` …
pub fn ids() -> impl FnMut() -> Id {
    let mut next = 0;
    move || {
        next += 1;
        format!("new{next}").as_str().into()
    }
}

/// A document with the fixed rows and these values. Rows stand in the order in which they are first named.
pub fn doc(values: &[(&str, &str)]) -> Document {
    let mut document = Document::new("test".into(), Lang::En);
    worksheets::add_fixed_rows(&mut document);
    for (path, text) in values {
        put(&mut document, path, text);
    }
    document
}

/// Puts one value: `sheet.table.field` of a form, `sheet.table.row.field`, `sheet.table.row.column.field`.
pub fn put(document: &mut Document, path: &str, text: &str) {
    let parts: Vec<&str> = path.split('.').collect();
    let table = worksheets::table(&format!("{}.{}", parts[0], parts[1])).expect(path);
    let field = table.field(parts.last().unwrap()).expect(path);
    let value = value_of(field.kind, text);
    let place = match (table.shape, parts.len()) {
        (Shape::Form, 3) => Place::form(table, field.slot),
        (Shape::List, 4) => Place::row(table, parts[2].into(), field.slot),
        (Shape::Matrix { .. }, 5) => Place::cell(table, parts[2].into(), parts[3].into(), field.slot),
        _ => panic!("{path} does not fit the shape of its table"),
    };
    put_at(document, &place, value);
}

/// Puts a column of values into the rows `r1`, `r2` … of a list; `-` leaves one empty.
pub fn column(document: &mut Document, table: &str, field: &str, values: &str) {
    for (at, text) in values.split_whitespace().enumerate().filter(|(_, text)| *text != "-") {
        put(document, &format!("{table}.r{}.{field}", at + 1), text);
    }
}

/// The answer to a full name.
pub fn answer(document: &Document, name: &str) -> Answer {
    let memo = Memo::default();
    let book = Book::new(document, today(), &memo);
    catalogue::answer(&book, name).unwrap_or_else(|| panic!("no result {name}")).1
}

/// The number under a full name.
pub fn number(document: &Document, name: &str) -> f64 {
    let answer = answer(document, name);
    answer.as_number().unwrap_or_else(|| panic!("{name} is no number: {answer:?}"))
}

/// The key under a full name.
pub fn key(document: &Document, name: &str) -> &'static str {
    let answer = answer(document, name);
    answer.as_key().unwrap_or_else(|| panic!("{name} is no key: {answer:?}"))
}

/// Why there is no value under a full name.
pub fn gap(document: &Document, name: &str) -> Gap {
    answer(document, name).value.expect_err(name)
}

/// Asserts the number under each full name within 1e-9 (relative above 1).
pub fn expect(document: &Document, numbers: &[(&str, f64)]) {
    for (name, expected) in numbers {
        let found = number(document, name);
        assert!((found - expected).abs() <= 1e-9 * expected.abs().max(1.0), "{name}: {found}, not {expected}");
    }
}

fn value_of(kind: Kind, text: &str) -> Option<Value> {
    match kind {
        Kind::YesNo => Some(Value::Bool(text == "yes")),
        Kind::Choices(_) | Kind::Refs(_) => Value::keys(text.split_whitespace().map(str::to_owned).collect()),
        _ if kind.is_numeric() => text.parse().map(Value::Number).ok().or_else(|| Value::text(text)),
        _ => Value::text(text),
    }
}

fn put_at(document: &mut Document, place: &Place, value: Option<Value>) {
    if let (Some(id), None, TableData::List(list)) = (&place.row, &place.col, document.table_mut(place.table)) {
        list.insert(usize::MAX, Row::new(id.clone()));
    }
    document.put(place, value);
}

/// Documents with anything in any field of any table: zeros, huge and tiny numbers, wrong texts, references to nowhere.
pub fn any_document() -> impl Strategy<Value = Document> {
    any_document_up_to(f64::INFINITY)
}

/// As [`any_document`], with no number above `most`.
pub fn any_document_up_to(most: f64) -> impl Strategy<Value = Document> {
    // Neighbouring tables, since it is they that depend on each other.
    let fill = (0..20_usize, any::<prop::sample::Index>(), 0_u8..5, 0_u8..5, 0_u8..24);
    (0..worksheets::TABLES.len(), prop::collection::vec(fill, 0..400)).prop_map(move |(first, fills)| {
        let mut document = doc(&[]);
        for (table, field, row, col, choice) in fills {
            let table = worksheets::TABLES[(first + table) % worksheets::TABLES.len()];
            let field = field.get(table.fields);
            let place = Place {
                table,
                row: (!table.is_form()).then(|| any_id(row, table.path)),
                col: any_column(table, col),
                slot: field.slot,
            };
            put_at(&mut document, &place, any_value(field.kind, choice, most));
        }
        document
    })
}

fn any_id(choice: u8, path: &str) -> Id {
    if choice == 0 && path == "w2.comp" { "us".into() } else { format!("r{choice}").as_str().into() }
}

fn any_column(table: &TableDef, choice: u8) -> Option<Id> {
    table.matrix().map(|(_, columns)| match columns {
        Columns::Table(path) => any_id(choice, path),
        Columns::Fixed(options) => options[usize::from(choice) % options.len()].key.into(),
    })
}

fn any_value(kind: Kind, choice: u8, most: f64) -> Option<Value> {
    const NUMBERS: [f64; 12] = [0.0, 1.0, 2.0, 3.0, 5.0, -1.0, 0.1, 100.0, 1e9, 1e-300, 1e308, -1e308];
    let at = usize::from(choice);
    let keys = |items: &[&str]| Value::keys(items.iter().map(|&item| item.to_owned()).collect());
    match kind {
        _ if choice == 23 => None,
        _ if choice == 22 => Value::text("not what belongs here"),
        Kind::Year => Some(Value::Number(2020.0 + f64::from(choice % 5))),
        _ if kind.is_numeric() => {
            Some(Value::Number(NUMBERS.get(at).unwrap_or(&f64::from(choice % 6)).clamp(-most, most)))
        }
        Kind::YesNo => Some(Value::Bool(choice.is_multiple_of(2))),
        Kind::Date => Value::text(today().plus_days(i64::from(choice) * 40 - 400).to_string()),
        Kind::Choice { options, .. } => Value::text(options[at % options.len()].key),
        Kind::Choices(options) => keys(&[options[at % options.len()].key, options[0].key]),
        Kind::Ref(path) => Value::text(any_id(choice % 6, path).as_str()),
        Kind::Refs(path) => keys(&[any_id(choice % 6, path).as_str(), any_id(choice % 4, path).as_str()]),
        Kind::Text | Kind::LongText | Kind::Auto => Value::text("words"),
        _ => None,
    }
}
