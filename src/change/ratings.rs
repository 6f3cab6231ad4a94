//! The ratings of single raters that the log holds, item by item, with the agreed value to propose.

use std::collections::BTreeMap;

use super::merge::place_of;
use crate::analysis::scoring::{Spread, disagree, mean_weights, spread};
use crate::model::{Document, FieldDef, Kind, Place, Scale, Value};
use crate::worksheets::log::ratings;

/// One rated value with everything that is said about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The value.
    pub place: Place,
    /// Its field.
    pub field: &'static FieldDef,
    /// Who gave what, in the order of the log.
    pub raters: Vec<(String, f64)>,
    /// What they say together.
    pub spread: Spread,
    /// What the facilitator is proposed.
    pub proposal: f64,
}

impl Item {
    /// Its scale; nothing for a weight.
    pub fn scale(&self) -> Option<&'static Scale> {
        match self.field.kind {
            Kind::Rating(scale) => Some(scale),
            _ => None,
        }
    }

    /// Whether the raters are far apart.
    pub fn is_apart(&self) -> bool {
        self.scale().is_some_and(|scale| self.spread.n > 1 && disagree(&self.spread, scale))
    }
}

/// The rated values of the log that are still there, in the order of the worksheets' tables.
pub fn items_of(document: &Document) -> Vec<Item> {
    let mut by_item: Vec<(Place, Vec<(String, f64)>)> = Vec::new();
    for row in document.list(ratings::TABLE).iter() {
        let text = |slot: u8| row.record.at(slot).and_then(Value::as_text);
        let (Some(item), Some(rater), Some(value)) =
            (text(ratings::ITEM.slot), text(ratings::RATER.slot), row.get(ratings::VALUE))
        else {
            continue;
        };
        let Some(place) = place_of(item).filter(|place| is_there(document, place)) else { continue };
        match by_item.iter_mut().find(|(known, _)| *known == place) {
            Some((_, raters)) => raters.push((rater.to_owned(), value)),
            None => by_item.push((place, vec![(rater.to_owned(), value)])),
        }
    }
    let weights = proposed_weights(document, &by_item);
    let mut items: Vec<Item> = by_item
        .into_iter()
        .enumerate()
        .filter_map(|(at, (place, raters))| {
            let field = place.table.field_at(place.slot)?;
            let values: Vec<f64> = raters.iter().map(|(_, value)| *value).collect();
            let spread = spread(&values)?;
            let proposal = match field.kind {
                Kind::Rating(scale) => nearest(scale, &spread),
                Kind::Integer { .. } => round(weights.get(&at).copied().unwrap_or(spread.median), 0),
                _ => settle(weights.get(&at).copied().unwrap_or(spread.median)),
            };
            Some(Item { place, field, raters, spread, proposal })
        })
        .collect();
    let order = |item: &Item| crate::worksheets::TABLES.iter().position(|table| table.path == item.place.table.path);
    crate::model::order::sort_by(&mut items, |one, other| {
        (order(one), one.place.slot).cmp(&(order(other), other.place.slot))
    });
    items
}

fn is_there(document: &Document, place: &Place) -> bool {
    match (&place.row, &place.col, place.table.matrix()) {
        (Some(row), None, _) => document.list(place.table).row(row.as_str()).is_some(),
        (Some(row), Some(_), Some((rows, _))) => document.list_at(rows).row(row.as_str()).is_some(),
        (None, None, _) => true,
        _ => false,
    }
}

/// The step of a scale nearest to the median; of two as near, the one on the side of the mean.
fn nearest(scale: &Scale, spread: &Spread) -> f64 {
    let target = spread.median + (spread.mean - spread.median).clamp(-0.01, 0.01);
    let distance = |step: f64| (step - target).abs();
    let steps = scale.steps().into_iter().map(f64::from);
    steps.fold(f64::INFINITY, |best, step| if distance(step) < distance(best) { step } else { best })
}

/// Weights of one table and field, brought to 100 for each rater and averaged; by the place in the list. Where the
/// workbook has weights for all of them they keep the sum that they have there.
fn proposed_weights(document: &Document, items: &[(Place, Vec<(String, f64)>)]) -> BTreeMap<usize, f64> {
    let mut groups: BTreeMap<(&str, u8), Vec<usize>> = BTreeMap::new();
    for (at, (place, _)) in items.iter().enumerate() {
        let is_weight = place.table.field_at(place.slot).is_some_and(|field| !matches!(field.kind, Kind::Rating(_)));
        if is_weight {
            groups.entry((place.table.path, place.slot)).or_default().push(at);
        }
    }
    let mut proposed = BTreeMap::new();
    for places in groups.into_values() {
        let mut names: Vec<&str> = Vec::new();
        let raters = |at: &usize| items.get(*at).map(|(_, raters)| raters.as_slice()).unwrap_or_default();
        for (who, _) in places.iter().flat_map(raters) {
            if !names.contains(&who.as_str()) {
                names.push(who);
            }
        }
        let given = |name: &str, at: &usize| raters(at).iter().find(|(who, _)| who == name).map(|(_, value)| *value);
        let table: Vec<Vec<Option<f64>>> =
            names.iter().map(|name| places.iter().map(|at| given(name, at)).collect()).collect();
        let scale = total_now(document, &places, items);
        for (at, weight) in places.iter().zip(mean_weights(&table)) {
            if let Some(weight) = weight {
                proposed.insert(*at, weight * scale);
            }
        }
    }
    proposed
}

/// What a hundredth stands for: of the sum of the weights that the workbook has, where it has them all.
fn total_now(document: &Document, places: &[usize], items: &[(Place, Vec<(String, f64)>)]) -> f64 {
    let now = places.iter().map(|at| items.get(*at).and_then(|(place, _)| document.value(place)?.as_number()));
    let sum: Option<f64> = now.sum();
    sum.filter(|sum| *sum > 0.0).map_or(1.0, |sum| sum / 100.0)
}

/// Rounds to as many digits as a weight of this size needs.
fn settle(weight: f64) -> f64 {
    round(
        weight,
        if weight < 1.0 {
            3
        } else if weight < 10.0 {
            2
        } else {
            1
        },
    )
}

/// Rounds to so many decimals.
fn round(number: f64, decimals: i32) -> f64 {
    let factor = 10_f64.powi(decimals);
    (number * factor).round() / factor
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testkit::{doc, put};

    fn rated(items: &[(&str, &str, &str)]) -> Document {
        let mut document =
            doc(&[("w3.needs.n.need", "faster"), ("w2.factors.a.factor", "price"), ("w2.factors.b.factor", "quality")]);
        for (at, (item, rater, value)) in items.iter().enumerate() {
            for (key, text) in [("item", item), ("rater", rater), ("value", value)] {
                put(&mut document, &format!("log.ratings.r{at}.{key}"), text);
            }
        }
        document
    }

    #[test]
    fn the_median_is_proposed_on_the_side_of_the_mean() {
        for (values, proposal, apart) in [
            (["2", "4", "9"].as_slice(), 4.0, true),
            (&["3", "4"], 3.0, false),
            (&["3", "3", "4", "9"], 4.0, true),
            (&["1", "4", "5", "5"], 4.0, true),
            (&["7"], 7.0, false),
        ] {
            let raters = ["A", "B", "C", "D"];
            let items: Vec<_> =
                raters.iter().zip(values).map(|(who, value)| ("w3.needs.importance/n", *who, *value)).collect();
            let found = items_of(&rated(&items));
            assert_eq!((found.len(), found[0].proposal, found[0].is_apart()), (1, proposal, apart), "{values:?}");
        }
    }

    #[test]
    fn weights_are_brought_to_a_hundred_for_each_rater_and_gone_rows_are_left_out() {
        let found = items_of(&rated(&[
            ("w2.factors.weight/a", "A", "1"),
            ("w2.factors.weight/b", "A", "3"),
            ("w2.factors.weight/a", "B", "50"),
            ("w2.factors.weight/b", "B", "50"),
            ("w3.needs.importance/gone", "A", "5"),
        ]));
        let proposals: Vec<f64> = found.iter().map(|item| item.proposal).collect();
        assert_eq!(proposals, [37.5, 62.5]);
        assert!(found.iter().all(|item| item.scale().is_none() && !item.is_apart()));
        let mut document = rated(&[("w2.factors.weight/a", "A", "1"), ("w2.factors.weight/b", "A", "3")]);
        put(&mut document, "w2.factors.a.weight", "0.2");
        put(&mut document, "w2.factors.b.weight", "0.3");
        let proposals: Vec<f64> = items_of(&document).iter().map(|item| item.proposal).collect();
        assert_eq!(proposals, [0.125, 0.375]);
    }
}
