//! What counts as filled by a person.

use crate::model::table::same_as_given;
use crate::model::validate::problem;
use crate::model::{Document, FieldDef, Id, Kind, Record, Row, TableDef, Value};

/// Whether a field holds something that fits it. A text that is too long is still a text, blanks are none; a reference to
/// a row that is gone is none; of several choices one that is known is enough.
pub fn is_filled(document: &Document, field: &FieldDef, record: &Record) -> bool {
    record.at(field.slot).is_some_and(|value| fits(field, value) && leads_somewhere(document, field, value))
}

fn fits(field: &FieldDef, value: &Value) -> bool {
    match field.kind {
        Kind::Text | Kind::LongText => value.as_words().is_some(),
        Kind::Choices(options) => value.as_keys().iter().any(|key| options.iter().any(|option| option.key == key)),
        _ => problem(field, value).is_none(),
    }
}

fn leads_somewhere(document: &Document, field: &FieldDef, value: &Value) -> bool {
    let Some(target) = field.kind.target() else { return true };
    let rows = document.list_at(target);
    let ids = value.as_keys().iter().map(String::as_str).chain(value.as_text());
    ids.into_iter().any(|id| rows.row(id).is_some())
}

/// Whether a person filled a field of a form, a cell, or the row `id`: it holds something else than what the product put
/// there.
pub fn is_filled_by_person(
    document: &Document,
    table: &TableDef,
    id: Option<&Id>,
    record: &Record,
    field: &FieldDef,
) -> bool {
    is_filled(document, field, record) && {
        let untouched = table.untouched_field(id.map(Id::as_str), field);
        record.at(field.slot).is_some_and(|value| !same_as_given(value, untouched))
    }
}

/// Whether a record has content: a person filled at least one field of its own table. Row attributes are none (3.0.2).
pub fn has_content(document: &Document, table: &TableDef, id: Option<&Id>, record: &Record) -> bool {
    let own = table.fields.iter().filter(|field| !field.is_attribute && field.kind != Kind::Auto);
    own.into_iter().any(|field| is_filled_by_person(document, table, id, record, field))
}

/// Whether a row has content.
pub fn row_has_content(document: &Document, table: &TableDef, row: &Row) -> bool {
    has_content(document, table, Some(&row.id), &row.record)
}

#[cfg(test)]
mod tests {
    use super::row_has_content;
    use crate::analysis::testkit::{doc, put};
    use crate::worksheets::competition::tows;

    #[test]
    fn what_does_not_fit_or_leads_nowhere_is_no_content() {
        let mut document =
            doc(&[("w2.tows.t.s_or_w", "gone"), ("w2.tows.t.type", "zz"), ("w2.tows.t.source", "Li Na")]);
        let has = |document: &_| {
            let document: &crate::model::Document = document;
            row_has_content(document, tows::TABLE, document.list(tows::TABLE).row("t").unwrap())
        };
        assert!(!has(&document));
        put(&mut document, "w2.swot.gone.text", "Back again");
        assert!(has(&document));
    }
}
