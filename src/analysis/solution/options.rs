//! How the customer would judge: options by buying criteria, and value received against cost borne.

use crate::analysis::{Answer, Book, Gap};
use crate::model::{Field, Rating, Row};
use crate::worksheets::needs::criteria;
use crate::worksheets::solution::{delivered, scores};

/// Score of an option: mean over the buying criteria scored for it, by their weights.
pub fn option_score(book: &Book, option: &Row) -> Answer {
    let score = |criterion: &Row| book.cell(scores::TABLE, &criterion.id, &option.id).get(scores::SCORE);
    let items: Vec<_> =
        book.rows(criteria::TABLE).map(|criterion| (criterion.get(criteria::WEIGHT), score(criterion))).collect();
    Answer::weighted_mean(&items)
}

/// Delivered value: ratings of what the customer gets less ratings of what it costs them, each 0 to 10 (Kotler).
pub fn delivered_value(book: &Book) -> Answer {
    const VALUES: [Field<Rating>; 4] = [delivered::PRODUCT, delivered::SERVICE, delivered::PERSONNEL, delivered::IMAGE];
    const COSTS: [Field<Rating>; 4] = [delivered::MONEY, delivered::TIME, delivered::ENERGY, delivered::MENTAL];
    let form = book.form(delivered::TABLE);
    let [values, costs] =
        [VALUES, COSTS].map(|side| side.iter().filter_map(|field| form.get(*field)).collect::<Vec<f64>>());
    if values.is_empty() || costs.is_empty() {
        return Answer::none(Gap::Empty);
    }
    let [value, cost]: [f64; 2] = [&values, &costs].map(|side| side.iter().sum());
    Answer::number(value - cost).with([value, cost]).rated(values.len() + costs.len(), VALUES.len() + COSTS.len())
}
