//! A patch: a list of small reversible operations, each with the value before and after.

use crate::model::{Document, Id, Place, Row, TableData, TableDef, Value};

/// One reversible operation.
#[derive(Clone, Debug, PartialEq)]
pub enum Op {
    /// Sets a value.
    Set {
        /// Where.
        place: Place,
        /// Value before.
        before: Option<Value>,
        /// Value after.
        after: Option<Value>,
    },
    /// Puts a row into a list.
    Insert {
        /// The list.
        table: &'static TableDef,
        /// Its place in the order.
        at: usize,
        /// The row with all it holds.
        row: Row,
    },
    /// Takes a row out of a list.
    Remove {
        /// The list.
        table: &'static TableDef,
        /// Its place in the order.
        at: usize,
        /// The row with all it holds.
        row: Row,
    },
    /// Moves a row within its list.
    Move {
        /// The list.
        table: &'static TableDef,
        /// The row.
        row: Id,
        /// Place before.
        from: usize,
        /// Place after.
        to: usize,
    },
}

impl Op {
    /// The operation that takes this one back.
    pub fn inverse(self) -> Self {
        match self {
            Self::Set { place, before, after } => Self::Set { place, before: after, after: before },
            Self::Insert { table, at, row } => Self::Remove { table, at, row },
            Self::Remove { table, at, row } => Self::Insert { table, at, row },
            Self::Move { table, row, from, to } => Self::Move { table, row, from: to, to: from },
        }
    }

    /// The table it changes.
    pub const fn table(&self) -> &'static TableDef {
        match self {
            Self::Set { place, .. } => place.table,
            Self::Insert { table, .. } | Self::Remove { table, .. } | Self::Move { table, .. } => table,
        }
    }

    /// The row it changes, if it is in a list or matrix.
    pub const fn row(&self) -> Option<&Id> {
        match self {
            Self::Set { place, .. } => place.row.as_ref(),
            Self::Insert { row, .. } | Self::Remove { row, .. } => Some(&row.id),
            Self::Move { row, .. } => Some(row),
        }
    }
}

/// A list of operations that belong together: one step of undo.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Patch {
    /// The operations in order.
    pub ops: Vec<Op>,
}

impl Patch {
    /// A patch of one operation.
    pub fn one(op: Op) -> Self {
        Self { ops: vec![op] }
    }

    /// The patch that takes this one back.
    pub fn inverse(self) -> Self {
        Self { ops: self.ops.into_iter().rev().map(Op::inverse).collect() }
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.ops.is_empty()
    }
}

/// Applies a patch. An operation on a row that is not there (another tab removed it) is passed over; so is an insertion
/// of an id that is taken.
pub fn apply(document: &mut Document, patch: &Patch) {
    for op in &patch.ops {
        apply_op(document, op);
    }
}

fn apply_op(document: &mut Document, op: &Op) {
    match op {
        Op::Set { place, after, .. } => {
            document.put(place, after.clone());
        }
        Op::Insert { table, at, row } => {
            if let TableData::List(list) = document.table_mut(table) {
                list.insert(*at, row.clone());
            }
        }
        Op::Remove { table, row, .. } => {
            if let TableData::List(list) = document.table_mut(table) {
                list.remove(row.id.as_str());
            }
        }
        Op::Move { table, row, to, .. } => {
            if let TableData::List(list) = document.table_mut(table) {
                list.move_to(row.as_str(), *to);
            }
        }
    }
}
