//! What every picture promises, for empty and for random workbooks.

use proptest::prelude::*;

use super::canvas::Area;
use super::catalogue::PICTURES;
use super::scene::{Behind, Scene, Shape, Size};
use crate::analysis::{Book, Memo};
use crate::model::{Columns, Date, Document, Id, Kind, Lang, Row, Shape as TableShape, TableData, TableDef, Value};
use crate::worksheets::{self, TABLES};

/// A small generator of numbers, so that a workbook follows from one seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides.max(1)
    }

    fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.roll(items.len()))
    }
}

const WORDS: [&str; 8] = [
    "双路由可用率达到99.99%",
    "Lower energy per tonne on every line",
    "COO",
    "<script>&\"'",
    "核心系统7×24小时驻场运维与应急响应，含异地备份和每季度演练",
    "W",
    "Unbreakablewordwithoutanyspacesthatgoesonandonandonforever",
    "采购部负责人",
];
const NUMBERS: [f64; 12] = [0.0, 1.0, 3.0, 4.7, 27.1, 100.0, 2_600.0, 9_600.0, -680.0, 1e12, 1e-9, 1e300];

fn value(kind: &Kind, ids: &dyn Fn(&str) -> Vec<String>, dice: &mut Dice) -> Option<Value> {
    if dice.roll(5) == 0 {
        return None;
    }
    let number = *dice.pick(&NUMBERS)?;
    match kind {
        Kind::Text | Kind::LongText => Value::text(*dice.pick(&WORDS)?),
        Kind::Number { min, max, .. } | Kind::Integer { min, max, .. } | Kind::Percent { min, max } => {
            Some(Value::Number(number.clamp(*min, *max)))
        }
        Kind::Money { min, .. } => Some(Value::Number(number.max(*min))),
        Kind::Year => Some(Value::Number(2018.0 + dice.roll(12) as f64)),
        Kind::Rating(scale) => dice.pick(&scale.steps()).map(|step| Value::Number(f64::from(*step))),
        Kind::Choice { options, .. } => Value::text(dice.pick(options)?.key),
        Kind::Choices(options) => Value::keys(vec![dice.pick(options)?.key.to_owned()]),
        Kind::Date => Value::text(Date::from_days(20_000 + dice.roll(900) as i64).to_string()),
        Kind::YesNo => Some(Value::Bool(dice.roll(2) == 0)),
        Kind::Ref(table) => Value::text(dice.pick(&ids(table))?.clone()),
        Kind::Refs(table) => Value::keys(vec![dice.pick(&ids(table))?.clone()]),
        Kind::Auto => None,
    }
}

/// A workbook with up to `most` more rows in every list and something in nearly every field.
pub fn random_document(seed: u64, most: usize) -> Document {
    let mut dice = Dice(seed);
    let mut document = worksheets::new_document("doc".into(), Lang::Zh);
    for table in TABLES.iter().copied().filter(|table| table.is_list()) {
        for at in 0..dice.roll(most + 1) {
            if let TableData::List(list) = document.table_mut(table) {
                list.insert(usize::MAX, Row::new(format!("r{at}").as_str().into()));
            }
        }
    }
    for table in TABLES.iter().copied() {
        fill(&mut document, table, &mut dice);
    }
    document
}

fn fill(document: &mut Document, table: &'static TableDef, dice: &mut Dice) {
    use crate::model::Place;
    let before = document.clone();
    let ids = |path: &str| before.list_at(path).ids().iter().map(ToString::to_string).collect::<Vec<_>>();
    let keys = |path: &str| before.list_at(path).ids().to_vec();
    let places: Vec<(Option<Id>, Option<Id>)> = match table.shape {
        TableShape::Form => vec![(None, None)],
        TableShape::List => keys(table.path).into_iter().map(|id| (Some(id), None)).collect(),
        TableShape::Matrix { rows, columns } => {
            let columns: Vec<Id> = match columns {
                Columns::Table(path) => keys(path),
                Columns::Fixed(options) => options.iter().map(|option| option.key.into()).collect(),
            };
            let pair = |row: &Id| columns.iter().map(|col| (Some(row.clone()), Some(col.clone()))).collect::<Vec<_>>();
            keys(rows).iter().flat_map(pair).collect()
        }
    };
    for (row, col) in places {
        for field in table.fields {
            let place = Place { table, row: row.clone(), col: col.clone(), slot: field.slot };
            if document.value(&place).is_none() {
                let value = value(&field.kind, &ids, dice);
                document.put(&place, value);
            }
        }
    }
}

fn points(shape: &Shape) -> Vec<(f64, f64)> {
    match shape {
        Shape::Rect { x, y, w, h, .. } => vec![(*x, *y), (x + w, y + h)],
        Shape::Line { from, to } => vec![*from, *to],
        Shape::Poly { points, .. } => points.clone(),
        Shape::Circle { x, y, r } => vec![(x - r, y - r), (x + r, y + r)],
        Shape::Text { .. } => Vec::new(),
    }
}

fn check(key: &str, scene: &Scene) {
    let inside = |x: f64, y: f64| {
        let slack = 0.6;
        (-slack..=scene.width + slack).contains(&x) && (-slack..=scene.height + slack).contains(&y)
    };
    assert!(scene.height.is_finite() && scene.height > 0.0 && scene.height < 2_000.0, "{key}: height {}", scene.height);
    assert!(!scene.title.trim().is_empty() && !scene.subtitle.trim().is_empty(), "{key}: says nothing");
    let mut words = scene.title.split(|letter: char| !letter.is_ascii_alphanumeric());
    assert!(words.all(|word| word != "NaN" && word != "inf"), "{key}: {}", scene.title);
    assert!(!scene.marks.is_empty(), "{key}: draws nothing");
    assert!(scene.marks.len() < 1_500, "{key}: {} marks", scene.marks.len());
    let mut texts: Vec<(Area, &Shape)> = Vec::new();
    for mark in &scene.marks {
        let corners = points(&mark.shape);
        assert!(corners.iter().all(|(x, y)| x.is_finite() && y.is_finite()), "{key}: {mark:?}");
        assert!(
            corners.iter().all(|(x, y)| inside(*x, *y)),
            "{key}: outside {}×{}: {mark:?}",
            scene.width,
            scene.height
        );
        if let Some(area) = Area::of_text(mark) {
            assert!(
                inside(area.left, area.top) && inside(area.right, area.bottom),
                "{key}: outside {}×{}: {mark:?}",
                scene.width,
                scene.height
            );
            texts.push((area, &mark.shape));
        }
    }
    for (at, (area, shape)) in texts.iter().enumerate() {
        if let Some((_, other)) = texts.iter().skip(at + 1).find(|(other, _)| other.overlaps(area)) {
            panic!("{key}: {shape:?} on {other:?}");
        }
    }
    assert!(scene.handles.iter().all(|handle| inside(handle.at.0, handle.at.1)), "{key}: handle outside");
    let columns = scene.table.headers.len();
    assert!(scene.table.rows.iter().all(|row| row.len() == columns), "{key}: ragged table");
    assert_eq!(scene.empty.is_some(), scene.table.rows.is_empty(), "{key}: data without table, or table without data");
    let file = super::svg::write(scene);
    assert!(!file.contains("NaN") && !file.contains("<script"), "{key}");
}

fn check_all(document: &Document) {
    let memo = Memo::default();
    let book = Book::new(document, Date::new(2026, 3, 5).unwrap(), &memo);
    for picture in PICTURES {
        for lang in [Lang::En, Lang::Zh] {
            for width in [340.0, 720.0] {
                check(picture.key, &(picture.draw)(&book, lang, Size { width }));
            }
        }
    }
}

#[test]
fn an_empty_workbook_says_what_will_appear() {
    let document = Document::new("doc".into(), Lang::En);
    check_all(&document);
    let memo = Memo::default();
    let book = Book::new(&document, Date::new(2026, 3, 5).unwrap(), &memo);
    for picture in PICTURES {
        let scene = (picture.draw)(&book, Lang::En, Size { width: 340.0 });
        let hint = scene.empty.unwrap_or_else(|| panic!("{}: no hint", picture.key));
        for path in hint.fields {
            let (table, field) = path.rsplit_once('.').unwrap();
            let table = worksheets::table(table).unwrap_or_else(|| panic!("{}: no table {table}", picture.key));
            assert!(table.field(field).is_some(), "{}: no field {path}", picture.key);
        }
    }
    check_all(&worksheets::new_document("doc".into(), Lang::En));
}

/// A picture is drawn anew when a table it reads changes, so it must show nothing of any other.
#[test]
fn pictures_show_nothing_of_tables_they_do_not_read() {
    let mut missing: Vec<String> = Vec::new();
    for (seed, other) in [(3, 4), (11, 12), (27, 28)] {
        let (document, other) = (random_document(seed, 5), random_document(other, 5));
        let draw = |document: &Document, picture: &super::catalogue::Picture| {
            let memo = Memo::default();
            let book = Book::new(document, Date::new(2026, 3, 5).unwrap(), &memo);
            (picture.draw)(&book, Lang::En, Size { width: 340.0 })
        };
        let before: Vec<Scene> = PICTURES.iter().map(|picture| draw(&document, picture)).collect();
        for table in TABLES.iter().copied() {
            let mut changed = document.clone();
            let Some(data) = other.table(table.path) else { continue };
            *changed.table_mut(table) = data.clone();
            let blind = PICTURES.iter().zip(&before).filter(|(picture, _)| !picture.reads.contains(&table.path));
            let seen = blind.filter(|(picture, before)| draw(&changed, picture) != **before);
            missing.extend(seen.map(|(picture, _)| format!("{} reads {}", picture.key, table.path)));
        }
    }
    missing.sort_unstable();
    missing.dedup();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn the_catalogue_names_what_exists() {
    let mut keys: Vec<&str> = PICTURES.iter().map(|picture| picture.key).collect();
    keys.sort_unstable();
    keys.dedup();
    assert_eq!(keys.len(), PICTURES.len());
    assert!(super::catalogue::find("talk_about").is_some_and(|picture| picture.beside == "w4.vp"));
    for picture in PICTURES {
        assert!(worksheets::table(picture.beside).is_some(), "{}: {}", picture.key, picture.beside);
        for path in picture.reads {
            assert!(worksheets::table(path).is_some(), "{}: {path}", picture.key);
        }
    }
}

/// Moving every handle to each end of its range gives a value that the field takes.
#[test]
fn handles_move_within_their_fields() {
    let document = random_document(7, 6);
    let memo = Memo::default();
    let book = Book::new(&document, Date::new(2026, 3, 5).unwrap(), &memo);
    let mut moved = 0;
    for picture in PICTURES {
        for handle in (picture.draw)(&book, Lang::En, Size { width: 500.0 }).handles {
            let table = worksheets::table(handle.table).unwrap();
            for axis in [handle.x, handle.y].into_iter().flatten() {
                if axis.behind == Behind::Ratings {
                    let result = format!("portfolio.{}.{}", handle.row, axis.field);
                    let found = crate::analysis::catalogue::answer(&book, &result);
                    assert!(found.is_some_and(|(_, answer)| answer.as_number().is_some()), "{result}");
                    continue;
                }
                let field = table.field(axis.field).unwrap_or_else(|| panic!("{}: {}", picture.key, axis.field));
                for pixel in [-1e9, axis.from_px, f64::midpoint(axis.from_px, axis.to_px), axis.to_px, 1e9] {
                    let value = axis.value_at(pixel);
                    let fits = match field.kind {
                        Kind::Rating(scale) => scale.admits(value),
                        Kind::Percent { min, max } | Kind::Number { min, max, .. } => (min..=max).contains(&value),
                        Kind::Date => value.fract() == 0.0,
                        _ => false,
                    };
                    assert!(fits, "{}: {} = {value}", picture.key, axis.field);
                    moved += 1;
                }
            }
        }
    }
    assert!(moved > 0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn every_picture_of_any_workbook_is_sound(seed: u64, most in 1_usize..18) {
        check_all(&random_document(seed, most));
    }
}
