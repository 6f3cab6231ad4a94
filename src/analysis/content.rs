//! What counts as filled by a person.

use crate::model::table::same_as_given;
use crate::model::validate::{Problem, problem};
use crate::model::{Document, FieldDef, Kind, Record, Row, TableDef, Value};

/// Whether a field holds something that fits it. A text that is too long is still a text; a reference to a row that is
/// gone is none.
pub fn is_filled(document: &Document, field: &FieldDef, record: &Record) -> bool {
    record.at(field.slot).is_some_and(|value| {
        matches!(problem(field, value), None | Some(Problem::TooLong { .. })) && leads_somewhere(document, field, value)
    })
}

fn leads_somewhere(document: &Document, field: &FieldDef, value: &Value) -> bool {
    let Some(target) = field.kind.target() else { return true };
    let rows = document.list_at(target);
    let ids = value.as_keys().iter().map(String::as_str).chain(value.as_text());
    ids.into_iter().any(|id| rows.row(id).is_some())
}

/// Whether a person filled a field of a row: it holds something else than what the product put there.
pub fn is_filled_by_person(document: &Document, table: &TableDef, row: &Row, field: &FieldDef) -> bool {
    let given = table.given(Some(row.id.as_str()), field.slot);
    is_filled(document, field, &row.record)
        && row.record.at(field.slot).is_some_and(|value| !same_as_given(value, given))
}

/// Whether a row has content: a person filled at least one field of its own table. Row attributes are none (3.0.2).
pub fn has_content(document: &Document, table: &TableDef, row: &Row) -> bool {
    let own = table.fields.iter().filter(|field| !field.is_attribute && field.kind != Kind::Auto);
    own.into_iter().any(|field| is_filled_by_person(document, table, row, field))
}

#[cfg(test)]
mod tests {
    use super::has_content;
    use crate::analysis::testkit::{doc, put};
    use crate::worksheets::competition::tows;

    #[test]
    fn what_does_not_fit_or_leads_nowhere_is_no_content() {
        let mut document =
            doc(&[("w2.tows.t.s_or_w", "gone"), ("w2.tows.t.type", "zz"), ("w2.tows.t.source", "Li Na")]);
        let has = |document: &_| {
            let document: &crate::model::Document = document;
            has_content(document, tows::TABLE, document.list(tows::TABLE).row("t").unwrap())
        };
        assert!(!has(&document));
        put(&mut document, "w2.swot.gone.text", "Back again");
        assert!(has(&document));
    }
}
