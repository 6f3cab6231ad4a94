//! What people decide about conflicts.

use std::collections::BTreeMap;

use super::{Conflict, Merge, Spot};
use crate::model::{Id, Value};

/// What to do about one conflict.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// The receiver's version.
    Mine,
    /// This author's version.
    Theirs(String),
    /// The receiver's row, and this author's as a second row with a new id.
    Both {
        /// Whose row comes as the second one.
        author: String,
        /// Its new id.
        id: Id,
    },
    /// A value that neither has.
    Edited(Option<Value>),
}

/// The decisions on conflicts.
pub type Decisions = BTreeMap<Spot, Choice>;

/// Decides every open conflict that the author has a version of for that author.
pub fn all_from(merge: &Merge, author: &str) -> Decisions {
    let has_version = |conflict: &&Conflict| conflict.theirs.iter().any(|side| side.author == author);
    let open = merge.conflicts.iter().filter(has_version);
    open.map(|conflict| (conflict.at.clone(), Choice::Theirs(author.to_owned()))).collect()
}

/// Keeps both rows of a conflict in a list: the receiver's as it is, and the author's whole row under the new id. Answers
/// every conflict of that row which this author has a version of.
pub fn both_rows(merge: &Merge, spot: &Spot, author: &str, id: &Id) -> Decisions {
    let of_row = |conflict: &&Conflict| {
        conflict.at.table == spot.table
            && conflict.at.row == spot.row
            && conflict.at.col.is_none()
            && conflict.theirs.iter().any(|side| side.author == author)
    };
    let choice = Choice::Both { author: author.to_owned(), id: id.clone() };
    merge.conflicts.iter().filter(of_row).map(|conflict| (conflict.at.clone(), choice.clone())).collect()
}
