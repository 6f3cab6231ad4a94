//! This tab's copy of the workbook. Every tab applies every change in the same order, that of the stamps, so all copies
//! come out equal, whoever heard of what first.

use super::entry::Entry;
use super::seen::{Seen, Stamp};
use crate::change::{Op, Patch, apply_fitted, commute};
use crate::file::Workbook;
use crate::model::Document;

/// Changes that can still be put into their right order; a tab that was asleep longer than this reads the stores anew.
const MOST_LOGGED: usize = 400;

struct Logged {
    stamp: Stamp,
    asked: Patch,
    done: Patch,
}

/// A copy of the workbook and which changes it holds.
pub struct Replica {
    workbook: Workbook,
    seen: Seen,
    tab: String,
    own: u64,
    log: Vec<Logged>,
}

/// What a change from elsewhere meant here.
#[derive(Clone, Debug, PartialEq)]
pub enum Taken {
    /// It was known.
    Known,
    /// It is in now; this is what the page has to apply.
    Applied(Patch),
    /// A change of the same tab before it is missing here: the stores have to be read.
    Gap,
}

impl Replica {
    /// A copy that holds the changes `seen`, for the tab `tab`.
    pub const fn new(workbook: Workbook, seen: Seen, tab: String) -> Self {
        Self { workbook, seen, tab, own: 0, log: Vec::new() }
    }

    /// The workbook.
    pub const fn workbook(&self) -> &Workbook {
        &self.workbook
    }

    /// What travels with the document: number of exports, author, base, log. The tables change by patches only.
    pub fn update_envelope(&mut self, update: impl FnOnce(&mut Workbook)) {
        update(&mut self.workbook);
    }

    /// The document.
    pub const fn document(&self) -> &Document {
        &self.workbook.document
    }

    /// Which changes are in.
    pub const fn seen(&self) -> &Seen {
        &self.seen
    }

    /// The highest generation.
    pub fn generation(&self) -> u64 {
        self.seen.generation()
    }

    /// The stamp of the last change of this tab.
    pub fn last_own(&self) -> Option<Stamp> {
        (self.own > 0).then(|| Stamp { generation: self.own, tab: self.tab.clone() })
    }

    /// The stamp of a copy written now.
    pub fn stamp(&self) -> Stamp {
        Stamp { generation: self.generation(), tab: self.tab.clone() }
    }

    /// A change made in this tab: in now, and to be journalled and sent.
    pub fn own_change(&mut self, patch: &Patch) -> Entry {
        let stamp = Stamp { generation: self.generation() + 1, tab: self.tab.clone() };
        let entry = Entry { stamp: stamp.clone(), before: self.own, patch: patch.clone() };
        self.own = stamp.generation;
        let done = apply_fitted(&mut self.workbook.document, patch);
        self.note(self.log.len(), Logged { stamp, asked: patch.clone(), done });
        entry
    }

    /// A change made elsewhere, or read from the journal.
    pub fn take(&mut self, entry: Entry) -> Taken {
        if self.seen.has(&entry.stamp) {
            return Taken::Known;
        }
        if entry.predecessor().is_some_and(|before| !self.seen.has(&before)) {
            return Taken::Gap;
        }
        Taken::Applied(self.take_as_is(entry))
    }

    /// The same without asking for the changes before it: after a crash the journal is all there is.
    pub fn take_as_is(&mut self, entry: Entry) -> Patch {
        let Entry { stamp, patch: asked, .. } = entry;
        let at = self.log.partition_point(|logged| logged.stamp < stamp);
        let later = self.log.get(at..).unwrap_or_default();
        if later.iter().all(|logged| commute(&logged.asked, &asked)) {
            let done = apply_fitted(&mut self.workbook.document, &asked);
            self.note(at, Logged { stamp, asked, done: done.clone() });
            return done;
        }
        let mut whole = Patch::default();
        let document = &mut self.workbook.document;
        for logged in later.iter().rev() {
            whole.ops.extend(apply_fitted(document, &logged.done.clone().inverse()).ops);
        }
        let done = apply_fitted(document, &asked);
        whole.ops.extend(done.ops.iter().cloned());
        for logged in self.log.get_mut(at..).unwrap_or_default() {
            logged.done = apply_fitted(document, &logged.asked);
            whole.ops.extend(logged.done.ops.iter().cloned());
        }
        self.note(at, Logged { stamp, asked, done });
        whole
    }

    fn note(&mut self, at: usize, logged: Logged) {
        self.seen.add(&logged.stamp);
        self.log.insert(at, logged);
        if self.log.len() > MOST_LOGGED {
            self.log.drain(..MOST_LOGGED / 4);
        }
    }

    /// Whether the places of a patch hold the same here as in the document on the page; they always should.
    pub fn agrees(&self, document: &Document, patch: &Patch) -> bool {
        patch.ops.iter().all(|op| match op {
            Op::Set { place, .. } => self.document().value(place) == document.value(place),
            _ => self.document().list_at(op.table().path).ids() == document.list_at(op.table().path).ids(),
        })
    }

    /// Takes the document on the page for its own.
    pub fn adopt(&mut self, document: &Document) {
        self.workbook.document = document.clone();
        self.log.clear();
    }

    /// This tab's own changes that another copy lacks, oldest first.
    pub fn own_beyond(&self, seen: &Seen) -> Vec<Entry> {
        let mut before = 0;
        let own = self.log.iter().filter(|logged| logged.stamp.tab == self.tab);
        let entries = own.map(|logged| {
            let entry = Entry { stamp: logged.stamp.clone(), before, patch: logged.asked.clone() };
            before = logged.stamp.generation;
            entry
        });
        entries.filter(|entry| !seen.has(&entry.stamp)).collect()
    }

    /// Takes the place of another copy of the same workbook in this tab, with the changes that only the other one has.
    pub fn succeed(&mut self, other: &Self) {
        self.own = other.own;
        for logged in &other.log {
            if !self.seen.has(&logged.stamp) {
                let entry = Entry { stamp: logged.stamp.clone(), before: 0, patch: logged.asked.clone() };
                self.take_as_is(entry);
            }
        }
    }
}
