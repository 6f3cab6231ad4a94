//! Keeping what a merge brought in the log: the raters' own values, and what came from whom.

use super::{Merge, Rated};
use crate::change::diff::diff;
use crate::change::edit;
use crate::change::patch::{Patch, apply};
use crate::model::{Date, Document, Field, Id, Place, Row, TableDef, Value};
use crate::worksheets::log::{merges, ratings};

/// The patch of a merge together with its entries in the log, as one step: `by` merged on the day `on`. `ids` makes the
/// ids of new rows.
pub fn with_log(document: &Document, merge: &Merge, on: Date, by: &str, ids: &mut dyn FnMut() -> Id) -> Patch {
    let mut merged = document.clone();
    apply(&mut merged, &merge.patch);
    for rated in &merge.ratings {
        keep_rating(&mut merged, rated, ids);
    }
    for (author, stats) in &merge.stats {
        let row = new_row(&mut merged, merges::TABLE, ids());
        let count = |count: usize| u32::try_from(count).map_or(f64::MAX, f64::from);
        put(&mut merged, merges::TABLE, &row, merges::DATE, Value::text(on.to_string()));
        put(&mut merged, merges::TABLE, &row, merges::KIND, Value::text("merge"));
        put(&mut merged, merges::TABLE, &row, merges::FROM, Value::text(author.as_str()));
        put(&mut merged, merges::TABLE, &row, merges::BY, Value::text(by));
        for (field, number) in [
            (merges::ADDED, stats.added),
            (merges::CHANGED, stats.changed),
            (merges::REMOVED, stats.removed),
            (merges::DECIDED, stats.won),
        ] {
            put(&mut merged, merges::TABLE, &row, field, Some(Value::Number(count(number))));
        }
    }
    diff(document, &merged)
}

/// Keeps one rater's value of one item; a rater who rates again replaces the value.
fn keep_rating(document: &mut Document, rated: &Rated, ids: &mut dyn FnMut() -> Id) {
    let item = item_of(&rated.place);
    let known = document
        .list(ratings::TABLE)
        .iter()
        .find(|row| text(row, ratings::ITEM) == Some(&item) && text(row, ratings::RATER) == Some(&rated.author))
        .map(|row| row.id.clone());
    let row = known.unwrap_or_else(|| new_row(document, ratings::TABLE, ids()));
    put(document, ratings::TABLE, &row, ratings::ITEM, Value::text(item));
    put(document, ratings::TABLE, &row, ratings::RATER, Value::text(rated.author.as_str()));
    put(document, ratings::TABLE, &row, ratings::VALUE, Some(Value::Number(rated.value)));
}

/// The raters of a value and what they gave, in the order of the log.
pub fn ratings_of(document: &Document, place: &Place) -> Vec<(String, f64)> {
    let item = item_of(place);
    let rows = document.list(ratings::TABLE).iter().filter(|row| text(row, ratings::ITEM) == Some(&item));
    rows.filter_map(|row| Some((text(row, ratings::RATER)?.to_owned(), row.get(ratings::VALUE)?))).collect()
}

/// The address of an item in the log: `w3.needs.importance/<row>/<column>`.
pub fn item_of(place: &Place) -> String {
    let ids = [&place.row, &place.col].into_iter().flatten();
    ids.fold(place.path(), |item, id| format!("{item}/{id}"))
}

/// The place of an item's address.
pub fn place_of(item: &str) -> Option<Place> {
    let mut parts = item.splitn(3, '/');
    let (path, key) = parts.next()?.rsplit_once('.')?;
    let table = crate::worksheets::table(path)?;
    let slot = table.field(key)?.slot;
    Some(Place { table, row: parts.next().map(Id::from), col: parts.next().map(Id::from), slot })
}

fn text<K>(row: &Row, field: Field<K>) -> Option<&str> {
    row.record.at(field.slot).and_then(Value::as_text)
}

fn new_row(document: &mut Document, table: &'static TableDef, id: Id) -> Id {
    let patch = edit::add(document, table, Row::new(id.clone()), None);
    apply(document, &patch);
    id
}

fn put<K>(document: &mut Document, table: &'static TableDef, row: &Id, field: Field<K>, value: Option<Value>) {
    document.put(&Place::row(table, row.clone(), field.slot), value);
}
