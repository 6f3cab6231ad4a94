//! Random documents over all declarations: right and wrong values of every kind, hostile texts, references, unknown
//! fields. The same seed gives the same document.

use kamsheet::change::{Op, Patch, apply};
use kamsheet::model::validate::{fit_text, problem};
use kamsheet::model::{Columns, Date, Document, FieldDef, Id, Kind, Lang, Opt, Place, Row, Shape, TableDef, Value};
use kamsheet::worksheets::{self, TABLES};

use super::hostile;

/// A small generator of random numbers (SplitMix64).
pub struct Rng(pub u64);

impl Rng {
    /// The next 64 random bits.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`; 0 when there is none.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    /// True in so many of a hundred cases.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of several.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// A new id.
    pub fn id(&mut self) -> Id {
        let (high, low) = (self.next().to_le_bytes(), self.next().to_le_bytes());
        Id::from_random([high[0], high[1], high[2], high[3], high[4], low[0], low[1], low[2], low[3], low[4]])
    }
}

/// How much is in a random document.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Most rows that are added to a list.
    pub rows: usize,
    /// Share of fields that are filled, in percent.
    pub filled: usize,
    /// Share of filled fields with an odd value, in percent.
    pub odd: usize,
    /// Whether some rows have ids that another tool may have given, as hostile as any text.
    pub strange_ids: bool,
    /// Whether some numbers are far beyond what a person means.
    pub extremes: bool,
}

/// A few rows in every list, half of the fields filled, a fifth of them oddly.
pub const MEDIUM: Size = Size { rows: 4, filled: 50, odd: 20, strange_ids: true, extremes: true };

/// A random document of medium size.
pub fn random_document(seed: u64) -> Document {
    random_document_of(seed, MEDIUM)
}

/// A random document of the given size.
pub fn random_document_of(seed: u64, size: Size) -> Document {
    let mut rng = Rng(seed);
    let lang = if rng.chance(50) { Lang::Zh } else { Lang::En };
    let mut document = worksheets::new_document(rng.id(), lang);
    for table in TABLES.iter().copied().filter(|table| table.is_list()) {
        add_rows(&mut document, table, &mut rng, size);
    }
    for table in TABLES.iter().copied() {
        for place in places(&document, table) {
            if rng.chance(size.filled) {
                let value = random_value(&document, &place, &mut rng, size);
                set(&mut document, place, value);
            }
        }
    }
    if rng.chance(50) {
        document.keep_unknown("/custom~1field", r#"{"kept":[1.50,"x",null]}"#.to_owned());
        document.keep_unknown("/w3/later_table", r#"[{"id":"a"}]"#.to_owned());
        document.keep_unknown("/w4/cover/gone/m1", r#"{"cell":3}"#.to_owned());
    }
    document
}

/// Every place of a table that could hold a value. Of a matrix at most 40 cells.
pub fn places(document: &Document, table: &'static TableDef) -> Vec<Place> {
    let slots: Vec<u8> = table.fields.iter().chain(table.attributes()).map(|field| field.slot).collect();
    let of = |make: &dyn Fn(u8) -> Place| slots.iter().map(|slot| make(*slot)).collect::<Vec<_>>();
    match table.shape {
        Shape::Form => of(&|slot| Place::form(table, slot)),
        Shape::List => {
            let ids = document.list(table).ids();
            ids.iter().flat_map(|id| of(&|slot| Place::row(table, id.clone(), slot))).collect()
        }
        Shape::Matrix { rows, columns } => {
            let columns: Vec<Id> = match columns {
                Columns::Table(list) => document.list_at(list).ids().to_vec(),
                Columns::Fixed(options) => options.iter().map(|option| Id::from(option.key)).collect(),
            };
            let cells = document.list_at(rows).ids().iter().flat_map(|row| columns.iter().map(move |col| (row, col)));
            cells
                .take(40)
                .flat_map(|(row, col)| of(&|slot| Place::cell(table, row.clone(), col.clone(), slot)))
                .collect()
        }
    }
}

/// A value for a place: mostly one that fits; in `odd` of a hundred cases what a person may type and does not fit.
/// Always one that typing could have left there, so that a file brings it back the same.
pub fn random_value(document: &Document, place: &Place, rng: &mut Rng, size: Size) -> Option<Value> {
    let field = place.table.field_at(place.slot).unwrap();
    if rng.chance(size.odd) {
        let typed = if rng.chance(3) { hostile::long() } else { (*rng.pick(hostile::TEXTS)).to_owned() };
        return fit_text(field, &typed, 1).filter(|value| leads_somewhere(document, field, value));
    }
    right_value(document, field, rng, size.extremes)
}

/// A reference that a person typed is kept unless it looks like the id of a row that is gone.
fn leads_somewhere(document: &Document, field: &FieldDef, value: &Value) -> bool {
    let Some(target) = field.kind.target() else { return true };
    let text = value.as_text().unwrap_or_default();
    let looks_like_an_id = text.bytes().any(|byte| byte.is_ascii_digit())
        || worksheets::table(target).unwrap().default_row(text).is_some()
        || document.list_at(target).row(text).is_some();
    !looks_like_an_id
}

fn right_value(document: &Document, field: &FieldDef, rng: &mut Rng, extremes: bool) -> Option<Value> {
    let value = match &field.kind {
        Kind::Text | Kind::LongText | Kind::Auto => Value::text(*rng.pick(hostile::TEXTS)),
        Kind::Money { .. } | Kind::Number { .. } | Kind::Percent { .. } | Kind::Integer { .. } => {
            Some(Value::Number(random_number(field, rng, extremes)))
        }
        Kind::Year => Some(Value::Number(f64::from(u32::try_from(1000 + rng.below(9000)).unwrap()))),
        Kind::Rating(scale) => Some(Value::Number(f64::from(*rng.pick(&scale.steps())))),
        Kind::Choice { options, .. } => Value::text(rng.pick(options).key),
        Kind::Choices(options) => Value::keys(some(&keys(options), rng)),
        Kind::Date => Value::text(Date::from_days(i64::try_from(rng.below(60_000)).unwrap() - 10_000).to_string()),
        Kind::YesNo => Some(Value::Bool(rng.chance(50))),
        Kind::Ref(target) => some(&ids(document, target), rng).pop().map(Value::Text),
        Kind::Refs(target) => Value::keys(some(&ids(document, target), rng)),
    };
    assert!(value.as_ref().is_none_or(|value| is_right(field, value)), "{}: {value:?}", field.key);
    value
}

fn is_right(field: &FieldDef, value: &Value) -> bool {
    problem(field, value).is_none()
}

fn random_number(field: &FieldDef, rng: &mut Rng, extremes: bool) -> f64 {
    let (min, max, is_whole) = match field.kind {
        Kind::Integer { min, max, .. } => (min, max, true),
        Kind::Number { min, max, .. } | Kind::Percent { min, max } => (min, max, false),
        Kind::Money { min, .. } => (min, f64::INFINITY, false),
        _ => (0.0, 0.0, true),
    };
    let low = if min.is_finite() { min } else { -100.0 };
    let high = if max.is_finite() { max } else { low + if extremes { 1e7 } else { 1e4 } };
    let share = (rng.next() >> 11) as f64 / (1_u64 << 53) as f64;
    let number = low + (high - low) * share;
    let number = if is_whole { number.round() } else { number };
    if !extremes {
        return number;
    }
    let number = if !is_whole && max.is_infinite() && rng.chance(10) { number.abs() * 1e280 } else { number };
    if !is_whole && min <= 0.0 && rng.chance(10) { number * 1e-12 } else { number }
}

fn keys(options: &[Opt]) -> Vec<String> {
    options.iter().map(|option| option.key.to_owned()).collect()
}

fn ids(document: &Document, list: &str) -> Vec<String> {
    document.list_at(list).ids().iter().map(ToString::to_string).collect()
}

/// Some of the items, each once, in random order.
fn some(of: &[String], rng: &mut Rng) -> Vec<String> {
    let mut rest = of.to_vec();
    let mut taken = Vec::new();
    for _ in 0..rng.below(4).min(rest.len()) {
        taken.push(rest.remove(rng.below(rest.len())));
    }
    taken
}

fn add_rows(document: &mut Document, table: &'static TableDef, rng: &mut Rng, size: Size) {
    for _ in 0..rng.below(size.rows + 1) {
        let is_strange = size.strange_ids && rng.chance(10);
        let id = if is_strange { Id::from(*rng.pick(hostile::TEXTS)) } else { rng.id() };
        let mut row = Row::new(id);
        if rng.chance(20) {
            row.record.keep_unknown("later", r#"{"deep":[1,2.50,"\u0000"]}"#.to_owned());
            row.record.keep_unknown("__proto__", "true".to_owned());
        }
        let at = rng.below(document.list(table).len() + 1);
        apply(document, &Patch::one(Op::Insert { table, at, row }));
    }
}

/// Sets one value.
pub fn set(document: &mut Document, place: Place, after: Option<Value>) {
    let before = document.value(&place).cloned();
    apply(document, &Patch::one(Op::Set { place, before, after }));
}
