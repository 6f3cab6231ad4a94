//! Merging copies of a workbook: three ways on the copy that was handed out, two ways by id where that is not at hand.
//!
//! Nothing disappears silently: what a copy changed is in the result, or in a conflict, or it is an older value that
//! someone replaced. A merge is computed anew with the decisions that people took on its conflicts, so it is always one
//! patch on the document it started from.

mod collect;
mod decide;
mod duplicates;
mod merged;
mod order;
mod record;
mod rows;
mod values;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;

pub use decide::{Choice, Decisions, all_from, both_rows};
pub use duplicates::{Duplicate, join_rows, normal_name};
pub use record::{item_of, place_of, ratings_of, with_log};

use std::collections::{BTreeMap, BTreeSet};

use self::collect::Changes;
use super::diff::diff;
use super::patch::Patch;
use crate::model::{Document, Id, Place, Row, TableDef, Value};
use crate::worksheets::sharing::Level;

/// What a copy may say.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Scope {
    /// Paths of the tables it was handed out for; all when not said.
    pub tables: Option<BTreeSet<&'static str>>,
    /// How much of the workbook it holds.
    pub level: Level,
    /// Its ratings and weights are one rater's view and change no value of the workbook.
    pub scoring_only: bool,
}

impl Scope {
    /// Whether the copy was handed out for this table.
    pub fn has(&self, table: &TableDef) -> bool {
        self.tables.as_ref().is_none_or(|tables| tables.contains(table.path))
    }
}

/// A copy that came back.
#[derive(Clone, Debug)]
pub struct Copy<'d> {
    /// What came back.
    pub document: &'d Document,
    /// What was handed out, with its names replaced if it was; nothing when it is not at hand. A reduced copy without it
    /// is compared two ways, where a replaced name is a conflict.
    pub base: Option<&'d Document>,
    /// Who filled it; different for every copy.
    pub author: String,
    /// What it may say.
    pub scope: Scope,
}

/// What a conflict is about. The address is the same in every computation of the merge.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// Path of the table.
    pub table: &'static str,
    /// The row of a list or matrix.
    pub row: Option<Id>,
    /// The column of a matrix.
    pub col: Option<Id>,
    /// The slot of a value; nothing where the row as a whole is at stake.
    pub slot: Option<u8>,
}

impl Spot {
    /// The place of the value, unless a whole row is at stake.
    pub fn place(&self) -> Option<Place> {
        let table = crate::worksheets::table(self.table)?;
        Some(Place { table, row: self.row.clone(), col: self.col.clone(), slot: self.slot? })
    }
}

/// Why people have to decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConflictKind {
    /// Several changed the same value differently.
    BothChanged,
    /// The receiver deleted a row that a copy changed or newly refers to. It stays out until decided.
    DeletedEdited,
    /// A copy deleted a row that someone else changed or newly refers to. It stays in until decided.
    EditedDeleted,
}

/// One version of what is at stake.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// Whose; empty for the receiver.
    pub author: String,
    /// The value, where one is at stake.
    pub value: Option<Value>,
    /// The row with the value, or the row at stake; nothing where it was deleted or the table has no rows.
    pub row: Option<Row>,
    /// Evidence status of the row, as its key.
    pub evidence: Option<String>,
}

/// What people have to decide.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// What it is about.
    pub at: Spot,
    /// Why.
    pub kind: ConflictKind,
    /// The value that was handed out.
    pub base: Option<Value>,
    /// The receiver's version; it stays until decided.
    pub mine: Side,
    /// The others' versions, by author.
    pub theirs: Vec<Side>,
    /// The author whose scope names this table when there is exactly one: the choice to propose.
    pub owner: Option<String>,
}

/// One rater's view of one item, from a copy handed out for scoring.
#[derive(Clone, Debug, PartialEq)]
pub struct Rated {
    /// The rated value.
    pub place: Place,
    /// Who rated.
    pub author: String,
    /// The rating or weight.
    pub value: f64,
}

/// What came from one author.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Stats {
    /// Rows that came in.
    pub added: usize,
    /// Values that changed, outside new rows.
    pub changed: usize,
    /// Rows that went.
    pub removed: usize,
    /// Ratings collected.
    pub rated: usize,
    /// Conflicts still open.
    pub conflicts: usize,
    /// Conflicts decided for this author.
    pub won: usize,
}

/// A merge: what goes in, and what people have to decide or look at.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Merge {
    /// Turns the receiver's document into the merged one; open conflicts keep the receiver's version.
    pub patch: Patch,
    /// What is open, in the order of the tables.
    pub conflicts: Vec<Conflict>,
    /// How many conflicts the decisions answered.
    pub decided: usize,
    /// New rows that look like others.
    pub duplicates: Vec<Duplicate>,
    /// Ratings of copies handed out for scoring; they belong into the log, not into the patch.
    pub ratings: Vec<Rated>,
    /// What came from whom.
    pub stats: BTreeMap<String, Stats>,
}

/// Everything that one computation looks at: the receiver's document and the copies by author, so that the order in
/// which they are given does not matter.
struct Sources<'d> {
    mine: &'d Document,
    copies: Vec<&'d Copy<'d>>,
    /// What each copy was handed out as.
    bases: Vec<&'d Document>,
    /// What each copy changed.
    changes: Vec<Changes>,
    decisions: &'d Decisions,
}

/// Merges copies into `mine`. Values and rows that only one side changed go in; what several changed differently is a
/// conflict unless `decisions` answer it.
pub fn merge(mine: &Document, copies: &[Copy<'_>], decisions: &Decisions) -> Merge {
    // Where nothing is known of what was handed out, only what the product itself brings along is common ground.
    let blank = crate::worksheets::new_document(mine.id.clone(), mine.lang);
    let mut by_author: Vec<&Copy<'_>> = copies.iter().collect();
    by_author.sort_by(|one, other| one.author.cmp(&other.author));
    let bases: Vec<&Document> = by_author.iter().map(|copy| copy.base.unwrap_or(&blank)).collect();
    let changes = by_author.iter().zip(&bases).map(|(copy, base)| Changes::of_copy(copy, base)).collect();
    let mut sources = Sources { mine, copies: by_author, bases, changes, decisions };
    let mut merge = Merge::default();
    for copy in &sources.copies {
        merge.stats.entry(copy.author.clone()).or_default();
    }
    values::take_ratings(&mut sources, &mut merge);
    let mut presence = rows::decide(&sources, &mut merge);
    let values = values::decide(&sources, &mut presence, &mut merge);
    let merged = merged::build(&sources, &presence, values);
    merge.patch = diff(mine, &merged);
    merge.duplicates = duplicates::find(mine, &merged);
    merge.count_conflicts();
    merge
}

impl Merge {
    fn stats_of(&mut self, author: &str) -> &mut Stats {
        self.stats.entry(author.to_owned()).or_default()
    }

    fn count_conflicts(&mut self) {
        let authors: Vec<String> =
            self.conflicts.iter().flat_map(|conflict| conflict.theirs.iter().map(|side| side.author.clone())).collect();
        for author in authors {
            self.stats_of(&author).conflicts += 1;
        }
    }
}
