//! Changes of mere wording: a text says the same thing in other words, and nothing that counts or adds up moves.

use super::record::attributes;
use super::table::same_as_given;
use super::{Kind, Place, Value};

/// Whether a change leaves everything but words as it is: a text stays filled and stays a person's own, or a row notes
/// who changed it and when.
pub fn is_wording(place: &Place, before: Option<&Value>, after: Option<&Value>) -> bool {
    if place.table.is_list() && [attributes::AUTHOR.slot, attributes::UPDATED.slot].contains(&place.slot) {
        return true;
    }
    let Some(field) = place.table.field_at(place.slot) else { return false };
    if !matches!(field.kind, Kind::Text | Kind::LongText) {
        return false;
    }
    let given = place.table.untouched_field(place.row.as_ref().map(super::Id::as_str), field);
    let is_own = |value: Option<&Value>| {
        value.filter(|value| value.as_words().is_some()).map(|value| !same_as_given(value, given))
    };
    is_own(before).is_some_and(|own| is_own(after) == Some(own))
}
