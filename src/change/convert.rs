//! Another currency or unit: all amounts multiplied by one factor, together with the new name, in one step.

use super::edit::records;
use super::{Op, Patch};
use crate::model::{Document, Kind, Place, Value};
use crate::worksheets::TABLES;

/// Whether any amount of money is filled in.
pub fn has_amounts(document: &Document) -> bool {
    TABLES.iter().any(|table| {
        let money: Vec<u8> = money_slots(table);
        records(document, table).any(|(_, _, record)| money.iter().any(|slot| record.at(*slot).is_some()))
    })
}

/// Sets `place` (the currency or the unit) to `value` and multiplies every amount by `factor`. Amounts that could not be
/// read stay as typed.
pub fn convert(document: &Document, place: Place, value: Option<Value>, factor: f64) -> Patch {
    let before = document.value(&place).cloned();
    let mut ops = vec![Op::Set { place, before, after: value }];
    for table in TABLES.iter().copied().filter(|_| factor.is_finite() && factor > 0.0 && factor != 1.0) {
        for (row, col, record) in records(document, table) {
            for slot in money_slots(table) {
                if let Some(before @ Value::Number(amount)) = record.at(slot) {
                    let place = Place { table, row: row.clone(), col: col.clone(), slot };
                    ops.push(Op::Set {
                        place,
                        before: Some(before.clone()),
                        after: Some(Value::Number(tidy(amount * factor))),
                    });
                }
            }
        }
    }
    Patch { ops }
}

/// Without the dust of binary arithmetic: 12 significant digits.
pub(super) fn tidy(amount: f64) -> f64 {
    crate::model::decimal::read(&format!("{amount:.11e}")).unwrap_or(amount)
}

fn money_slots(table: &crate::model::TableDef) -> Vec<u8> {
    table.fields.iter().filter(|field| matches!(field.kind, Kind::Money { .. })).map(|field| field.slot).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::{apply, edit};
    use crate::model::Lang;
    use crate::worksheets::{account, new_document, plan};

    #[test]
    fn amounts_and_name_change_together_and_come_back_together() {
        let mut document = new_document("w".into(), Lang::Zh);
        let base = Place::form(plan::fin::TABLE, plan::fin::BASE_REVENUE.slot);
        let rate = Place::form(plan::fin::TABLE, plan::fin::RETENTION.slot);
        for (place, value) in [(&base, 2600.1), (&rate, 92.0)] {
            let patch = edit::set(&document, place.clone(), Some(Value::Number(value)));
            apply(&mut document, &patch);
        }
        assert!(has_amounts(&document));
        let start = document.clone();
        let unit = Place::form(account::plan::TABLE, account::plan::UNIT.slot);
        let patch = convert(&document, unit.clone(), Value::text("one"), 10_000.0);
        apply(&mut document, &patch);
        assert_eq!(document.value(&base), Some(&Value::Number(26_001_000.0)));
        assert_eq!(document.value(&rate), Some(&Value::Number(92.0)));
        assert_eq!(document.value(&unit), Value::text("one").as_ref());
        apply(&mut document, &patch.inverse());
        assert_eq!(document, start);
    }
}
