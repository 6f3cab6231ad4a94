//! Sharing levels: what of a workbook leaves in a copy, decided by the sharing class of each field.

use super::plan;
use crate::model::{Class, Document, FieldDef, Row, TableDef, Value, opt};
use crate::model::{Opt, record::attributes};

/// How much of a workbook a copy holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Level {
    /// L0: everything; rows marked private only when asked for.
    #[default]
    Full,
    /// L1, colleagues: no private notes, personal wins, private rows, log or snapshots.
    Colleagues,
    /// L2, external: as L1, and people become role codes, account and competitors aliases.
    External,
    /// L3, training: as L2, and money times a secret factor, dates shifted.
    Training,
    /// For the customer: the safe tables, and in them facts only.
    Customer,
}

impl Level {
    /// All levels, from the fullest on.
    pub const ALL: [Self; 5] = [Self::Full, Self::Colleagues, Self::External, Self::Training, Self::Customer];

    /// Keys and names, in the order of [`Self::ALL`].
    pub const OPTIONS: &[Opt] = &[
        opt("L0", "Everything", "完整"),
        opt("L1", "For colleagues", "给同事"),
        opt("L2", "For outsiders, without names", "给外部（隐去名称）"),
        opt("L3", "For training, names and figures changed", "培训用（名称和数字都改过）"),
        opt("customer", "For the customer", "给客户"),
    ];

    /// The key in a file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Full => "L0",
            Self::Colleagues => "L1",
            Self::External => "L2",
            Self::Training => "L3",
            Self::Customer => "customer",
        }
    }

    /// The level of a key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.key() == key)
    }

    /// Whether names are replaced.
    pub const fn replaces_names(self) -> bool {
        matches!(self, Self::External | Self::Training)
    }

    /// Whether the tables of a copy hold this one.
    pub fn keeps_table(self, table: &TableDef) -> bool {
        match self {
            Self::Full => true,
            // Amounts mean nothing without their unit.
            Self::Customer => table.safe || table.path == "card.plan",
            _ => table.sheet() != super::log::SHEET,
        }
    }

    /// Whether a copy holds this field of a table that it keeps.
    pub fn keeps_field(self, table: &TableDef, field: &FieldDef) -> bool {
        match self {
            Self::Full => true,
            Self::Customer if table.path == "card.plan" => matches!(field.key, "currency" | "unit"),
            Self::Customer => field.class == Class::Fact,
            _ => field.class != Class::Note,
        }
    }

    /// Whether a copy holds this row of a table that it keeps. `with_private` lets private rows through at the level
    /// [`Level::Full`] alone.
    pub fn keeps_row(self, document: &Document, table: &TableDef, row: &Row, with_private: bool) -> bool {
        let is_private = row.get(attributes::PRIVATE) == Some(true);
        match self {
            Self::Full => with_private || !is_private,
            Self::Customer => !is_private && is_joint(document, table, row),
            _ => !is_private,
        }
    }
}

/// Objectives of growth and profit are ours, not joint ones; so are the actions that serve only them.
fn is_joint(document: &Document, table: &TableDef, row: &Row) -> bool {
    let is_ours = |objective: &Row| matches!(objective.get(plan::obj::TYPE), Some("growth" | "profit"));
    match table.path {
        "w6.obj" => !is_ours(row),
        "w6.act" => {
            let served = row.get(plan::act::OBJECTIVE).and_then(|id| document.list(plan::obj::TABLE).row(id));
            !served.is_some_and(is_ours)
        }
        _ => true,
    }
}

/// A value without the references to the rows that `is_gone` names; nothing left is no value. What a person typed and
/// leads to no row stays.
pub fn without_rows(value: &Value, is_gone: impl Fn(&str) -> bool) -> Option<Value> {
    match value {
        Value::Text(id) if is_gone(id) => None,
        Value::Keys(ids) => Value::keys(ids.iter().filter(|id| !is_gone(id)).cloned().collect()),
        other => Some(other.clone()),
    }
}
