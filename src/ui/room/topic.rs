//! What can be rated, and how the ratings of one person are kept.

use std::collections::BTreeSet;

use super::kit;
use crate::analysis::scoring;
use crate::change::merge::{item_of, ratings_of};
use crate::change::{Op, Patch, edit};
use crate::model::{Columns, Document, FieldDef, Kind, Place, Scale, TableDef, Value};
use crate::ui::cx::Cx;
use crate::worksheets::TABLES;
use crate::worksheets::log::ratings;

/// Most items of one round: nobody rates more in one sitting.
const MOST: usize = 60;

/// What is rated: one field over all its rows or cells.
#[derive(Clone, Copy, PartialEq)]
pub struct Topic {
    /// The table.
    pub table: &'static TableDef,
    /// The field.
    pub field: &'static FieldDef,
    /// Its scale; nothing for a weight.
    pub scale: Option<&'static Scale>,
}

impl Topic {
    /// The places to rate, in order.
    pub fn places(self, document: &Document) -> Vec<Place> {
        let Topic { table, field, .. } = self;
        let rows = |path: &str| {
            crate::worksheets::table(path).map(|table| kit::filled_rows(document, table)).unwrap_or_default()
        };
        let mut places: Vec<Place> = match table.matrix() {
            None => rows(table.path).into_iter().map(|row| Place::row(table, row, field.slot)).collect(),
            Some((path, columns)) => {
                let cols = match columns {
                    Columns::Table(path) => rows(path),
                    Columns::Fixed(options) => options.iter().map(|option| option.key.into()).collect(),
                };
                let cell = |row: &crate::model::Id| {
                    cols.iter().map(|col| Place::cell(table, row.clone(), col.clone(), field.slot)).collect::<Vec<_>>()
                };
                rows(path).iter().flat_map(cell).collect()
            }
        };
        places.truncate(MOST);
        places
    }

    /// Who has rated any of it.
    pub fn raters(self, document: &Document) -> BTreeSet<String> {
        let places = self.places(document);
        places.iter().flat_map(|place| ratings_of(document, place)).map(|(rater, _)| rater).collect()
    }
}

/// Everything that can be rated now.
pub fn topics(cx: Cx) -> Vec<Topic> {
    let fields =
        TABLES.iter().copied().filter(|table| !table.is_form() && !matches!(table.sheet(), "log" | "settings"));
    let of_table = |table: &'static TableDef| {
        let scored = table.fields.iter().filter(move |field| field.depth <= cx.depth && scoring::is_scored(field));
        scored.map(move |field| {
            let scale = if let Kind::Rating(scale) = field.kind { Some(scale) } else { None };
            Topic { table, field, scale }
        })
    };
    let all = fields.flat_map(of_table);
    cx.desk.with(|document| all.filter(|topic| !topic.places(document).is_empty()).collect())
}

/// Its name: the list and the field.
pub fn topic_name(cx: Cx, topic: Topic) -> String {
    format!("{} · {}", cx.t(topic.table.label), cx.t(topic.field.label))
}

/// The ratings of one person as a patch; who rates again replaces what was there.
pub fn kept(document: &Document, places: &[Place], values: &[Option<f64>], rater: &str) -> Patch {
    let mut ops: Vec<Op> = Vec::new();
    let mut new = 0;
    for (place, value) in places.iter().zip(values).filter_map(|(place, value)| Some((place, (*value)?))) {
        let item = item_of(place);
        let text = |row: &crate::model::Row, slot: u8| row.record.at(slot).and_then(Value::as_text).map(str::to_owned);
        let known = document.list(ratings::TABLE).iter().find(|row| {
            text(row, ratings::ITEM.slot).as_deref() == Some(&item)
                && text(row, ratings::RATER.slot).as_deref() == Some(rater)
        });
        let value = Some(Value::Number(value));
        if let Some(row) = known {
            let place = Place::row(ratings::TABLE, row.id.clone(), ratings::VALUE.slot);
            ops.extend(edit::set(document, place, value).ops);
        } else {
            let values = vec![
                (ratings::ITEM.slot, Value::text(item)),
                (ratings::RATER.slot, Value::text(rater)),
                (ratings::VALUE.slot, value),
            ];
            ops.push(kit::added(document, ratings::TABLE, values, new));
            new += 1;
        }
    }
    Patch { ops }
}
