//! Which store holds what of the open workbook, and which entries of the journal have done their work.

use super::seen::{Seen, Stamp};

/// Most entries taken out of the journal at once.
const MOST_AT_ONCE: usize = 400;

/// The books of one workbook; `T` is an entry as the database takes it.
#[derive(Clone, Debug)]
pub struct Ledger<T> {
    /// Own entries that the database has not acknowledged.
    pub unacknowledged: Vec<(Stamp, T)>,
    /// Entries in the journal, as far as known.
    pub journalled: Vec<Stamp>,
    /// The changes that localStorage holds, read back.
    pub local: Option<Seen>,
    /// The changes that the last acknowledged checkpoint holds.
    pub checkpoint: Option<Seen>,
}

impl<T> Default for Ledger<T> {
    fn default() -> Self {
        Self { unacknowledged: Vec::new(), journalled: Vec::new(), local: None, checkpoint: None }
    }
}

impl<T> Ledger<T> {
    /// An own change goes into the journal.
    pub fn note(&mut self, stamp: Stamp, entry: T) {
        self.journalled.push(stamp.clone());
        self.unacknowledged.push((stamp, entry));
    }

    /// The database has acknowledged these.
    pub fn acknowledge(&mut self, stamps: &[Stamp]) {
        self.unacknowledged.retain(|(stamp, _)| !stamps.contains(stamp));
    }

    /// Whether the database alone could give back a copy with these changes.
    pub fn database_holds(&self, seen: &Seen) -> bool {
        let Some(mut held) = self.checkpoint.clone() else { return false };
        let mut journalled = self.journalled.clone();
        crate::model::order::sort_by(&mut journalled, Ord::cmp);
        journalled.iter().for_each(|stamp| held.add(stamp));
        held.covers(seen)
    }

    /// Takes out the entries that both whole texts hold. Where localStorage does not count, the checkpoint alone decides.
    pub fn take_spent(&mut self, local_counts: bool) -> Vec<Stamp> {
        let (local, checkpoint) = (&self.local, &self.checkpoint);
        let holds = |seen: &Option<Seen>, stamp: &Stamp| seen.as_ref().is_some_and(|seen| seen.has(stamp));
        let mut spent = Vec::new();
        self.journalled.retain(|stamp| {
            let is_spent = holds(checkpoint, stamp) && (!local_counts || holds(local, stamp));
            let goes = is_spent && spent.len() < MOST_AT_ONCE;
            if goes {
                spent.push(stamp.clone());
            }
            !goes
        });
        spent
    }
}
