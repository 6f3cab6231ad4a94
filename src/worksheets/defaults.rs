//! How default rows are written down.

use crate::model::{Bi, DefaultRow, Given, RowOrigin};

/// A row that is there when a workbook is made.
pub(super) const fn prefilled(id: &'static str, label: Bi, values: &'static [(&'static str, Given)]) -> DefaultRow {
    DefaultRow { id, origin: RowOrigin::Prefilled, label, level: "", values }
}

/// A row that is always there and cannot be deleted.
pub(super) const fn fixed(id: &'static str, label: Bi, values: &'static [(&'static str, Given)]) -> DefaultRow {
    DefaultRow { id, origin: RowOrigin::Fixed, label, level: "", values }
}

/// A row that is offered, and inserted on request.
pub(super) const fn template(id: &'static str, label: Bi, values: &'static [(&'static str, Given)]) -> DefaultRow {
    DefaultRow { id, origin: RowOrigin::Template, label, level: "", values }
}

/// An advice rule with its level: `info`, `warn` or `red`.
pub(super) const fn rule(
    id: &'static str,
    label: Bi,
    level: &'static str,
    values: &'static [(&'static str, Given)],
) -> DefaultRow {
    DefaultRow { id, origin: RowOrigin::Fixed, label, level, values }
}
