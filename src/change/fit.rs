//! Applying a patch to a document that has moved on since the patch was made: by another tab, or before a crash.

use super::patch::{Op, Patch, apply};
use crate::model::Document;

/// Applies a patch and gives back what it really did: values before as they were found, places as they are now, without
/// the operations that had nothing to act on. What comes back can be taken back exactly.
pub fn apply_fitted(document: &mut Document, patch: &Patch) -> Patch {
    let mut done = Patch::default();
    for op in &patch.ops {
        if let Some(op) = fit(document, op) {
            let one = Patch::one(op);
            apply(document, &one);
            done.ops.extend(one.ops);
        }
    }
    done
}

fn fit(document: &Document, op: &Op) -> Option<Op> {
    Some(match op {
        Op::Set { place, after, .. } => {
            if let (Some(row), None) = (&place.row, &place.col) {
                document.list(place.table).row(row.as_str())?;
            }
            let before = document.value(place).cloned();
            if before == *after {
                return None;
            }
            Op::Set { place: place.clone(), before, after: after.clone() }
        }
        Op::Insert { table, at, row } => {
            let list = document.list(table);
            if list.row(row.id.as_str()).is_some() {
                return None;
            }
            Op::Insert { table, at: (*at).min(list.len()), row: row.clone() }
        }
        Op::Remove { table, row, .. } => {
            let list = document.list(table);
            let (at, row) = (list.position(row.id.as_str())?, list.row(row.id.as_str())?);
            Op::Remove { table, at, row: row.clone() }
        }
        Op::Move { table, row, to, .. } => {
            let list = document.list(table);
            let from = list.position(row.as_str())?;
            let to = (*to).min(list.len().saturating_sub(1));
            if from == to {
                return None;
            }
            Op::Move { table, row: row.clone(), from, to }
        }
    })
}

/// Whether two patches give the same result in either order.
pub fn commute(one: &Patch, other: &Patch) -> bool {
    one.ops.iter().all(|a| other.ops.iter().all(|b| ops_commute(a, b)))
}

fn ops_commute(one: &Op, other: &Op) -> bool {
    match (one, other) {
        (Op::Set { place: a, .. }, Op::Set { place: b, .. }) => a != b,
        _ => one.table() != other.table(),
    }
}
