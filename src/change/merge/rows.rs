//! Which rows the merged document has.

use std::collections::{BTreeMap, BTreeSet};

use super::collect::Changes;
use super::{Choice, Conflict, ConflictKind, Merge, Side, Sources, Spot};
use crate::model::record::attributes;
use crate::model::{Document, Id, Row, TableDef};
use crate::worksheets::TABLES;

/// The rows of the merged document, beside those of the receiver that simply stay.
#[derive(Debug, Default)]
pub(super) struct Presence {
    /// Rows of the receiver that go.
    pub removed: BTreeSet<(&'static str, Id)>,
    /// Rows that come in, with the copies that have them; in the order of authors.
    pub added: BTreeMap<(&'static str, Id), Vec<usize>>,
    /// Rows that the receiver deleted and that come back as one copy has them.
    pub restored: BTreeMap<(&'static str, Id), usize>,
    /// Rows that come in a second time under a new id: behind which row, and from which copy.
    pub doubled: BTreeMap<(&'static str, Id), (Id, usize)>,
}

impl Presence {
    /// Whether the merged document has a row.
    pub fn has(&self, mine: &Document, table: &'static str, row: &Id) -> bool {
        let key = (table, row.clone());
        if mine.list_at(table).row(row.as_str()).is_some() {
            return !self.removed.contains(&key);
        }
        self.added.contains_key(&key) || self.restored.contains_key(&key)
    }
}

/// Decides for every row that some copy deleted, and for every row that the receiver does not have.
pub(super) fn decide(sources: &Sources<'_>, merge: &mut Merge) -> Presence {
    let mut rows = Rows { sources, merge, presence: Presence::default(), mine: sources.of_mine() };
    for table in TABLES.iter().copied().filter(|table| table.is_list()) {
        for id in sources.ids(table, |changes| changes.deleted.get(table.path)) {
            rows.deleted(table, &id);
        }
        for id in sources.absent(table) {
            rows.absent(table, &id);
        }
    }
    rows.presence
}

impl Sources<'_> {
    /// What the receiver changed against what was handed out, for each copy; only where a copy deleted something.
    fn of_mine(&self) -> Vec<Option<std::rc::Rc<Changes>>> {
        let mut known: Vec<(&Document, std::rc::Rc<Changes>)> = Vec::new();
        let mut of_mine = Vec::new();
        for (base, changes) in self.bases.iter().zip(&self.changes) {
            if changes.deleted.is_empty() {
                of_mine.push(None);
                continue;
            }
            let found = known.iter().find(|(other, _)| std::ptr::eq(*other, *base)).map(|(_, changes)| changes.clone());
            let changes = found.unwrap_or_else(|| std::rc::Rc::new(Changes::of_mine(self.mine, base)));
            known.push((base, changes.clone()));
            of_mine.push(Some(changes));
        }
        of_mine
    }

    fn ids<'c>(
        &'c self,
        table: &'static TableDef,
        of: impl Fn(&'c Changes) -> Option<&'c BTreeSet<Id>>,
    ) -> BTreeSet<Id> {
        let all = self.changes.iter().filter_map(of).flatten();
        all.filter(|id| self.mine.list(table).row(id.as_str()).is_some()).cloned().collect()
    }

    /// Rows of copies that the receiver does not have.
    fn absent(&self, table: &'static TableDef) -> BTreeSet<Id> {
        let mine = self.mine.list(table);
        let all = self.copies.iter().flat_map(|copy| copy.document.list(table).ids());
        all.filter(|id| mine.row(id.as_str()).is_none()).cloned().collect()
    }

    /// The row of a copy.
    pub fn row(&self, copy: usize, table: &'static TableDef, id: &Id) -> Option<&Row> {
        self.copies.get(copy).and_then(|copy| copy.document.list(table).row(id.as_str()))
    }

    /// Who filled a copy.
    pub fn author(&self, copy: usize) -> &str {
        self.copies.get(copy).map_or("", |copy| &copy.author)
    }

    /// The copy of an author.
    pub fn copy_of(&self, author: &str) -> Option<usize> {
        self.copies.iter().position(|copy| copy.author == author)
    }

    /// The one author whose scope names the table. Whoever only rates owns nothing.
    pub fn owner(&self, table: &TableDef) -> Option<String> {
        let mut owners = self
            .copies
            .iter()
            .filter(|copy| copy.scope.tables.is_some() && copy.scope.has(table) && !copy.scope.scoring_only);
        owners.next().filter(|_| owners.next().is_none()).map(|copy| copy.author.clone())
    }
}

struct Rows<'s, 'd> {
    sources: &'s Sources<'d>,
    merge: &'s mut Merge,
    presence: Presence,
    mine: Vec<Option<std::rc::Rc<Changes>>>,
}

impl Rows<'_, '_> {
    /// A row of the receiver that some copies deleted.
    fn deleted(&mut self, table: &'static TableDef, id: &Id) {
        let sources = self.sources;
        let changes = || sources.changes.iter().enumerate();
        let deleters: Vec<usize> =
            changes().filter(|(_, of)| of.has_deleted(table.path, id)).map(|(at, _)| at).collect();
        let editors: Vec<usize> =
            changes().filter(|(_, of)| of.has_touched(table.path, id)).map(|(at, _)| at).collect();
        let by_mine = deleters
            .iter()
            .any(|at| self.mine.get(*at).and_then(Option::as_ref).is_some_and(|of| of.has_touched(table.path, id)));
        let goes = if editors.is_empty() && !by_mine {
            true
        } else {
            match self.answer(table, id) {
                Some(Choice::Theirs(author)) => sources.copy_of(&author).is_some_and(|at| deleters.contains(&at)),
                Some(_) => false,
                None => {
                    self.conflict(table, id, ConflictKind::EditedDeleted, &[deleters.clone(), editors].concat());
                    false
                }
            }
        };
        if goes {
            for at in deleters {
                self.merge.stats_of(sources.author(at)).removed += 1;
            }
            self.presence.removed.insert((table.path, id.clone()));
        }
    }

    /// A row that the receiver does not have: new, or deleted by the receiver.
    fn absent(&mut self, table: &'static TableDef, id: &Id) {
        let sources = self.sources;
        let holders: Vec<usize> =
            (0..sources.copies.len()).filter(|at| sources.row(*at, table, id).is_some()).collect();
        let was_there = sources.bases.iter().any(|base| base.list(table).row(id.as_str()).is_some());
        if !was_there {
            for at in &holders {
                self.merge.stats_of(sources.author(*at)).added += 1;
            }
            self.presence.added.insert((table.path, id.clone()), holders);
            return;
        }
        let of = |at: &usize| sources.changes.get(*at);
        let is_edited =
            |at: &usize| of(at).is_some_and(|of| of.has_touched(table.path, id) || of.has_added(table.path, id));
        let editors: Vec<usize> = holders.into_iter().filter(is_edited).collect();
        if editors.is_empty() {
            return;
        }
        match self.answer(table, id) {
            Some(Choice::Theirs(author) | Choice::Both { author, .. }) => {
                if let Some(at) = sources.copy_of(&author).filter(|at| sources.row(*at, table, id).is_some()) {
                    self.merge.stats_of(&author).added += 1;
                    self.presence.restored.insert((table.path, id.clone()), at);
                }
            }
            Some(_) => {}
            None => self.conflict(table, id, ConflictKind::DeletedEdited, &editors),
        }
    }

    fn answer(&mut self, table: &'static TableDef, id: &Id) -> Option<Choice> {
        let choice = self.sources.decisions.get(&spot(table, id)).cloned();
        if let Some(choice) = &choice {
            self.merge.decided += 1;
            if let Choice::Theirs(author) | Choice::Both { author, .. } = choice {
                self.merge.stats_of(author).won += 1;
            }
        }
        choice
    }

    fn conflict(&mut self, table: &'static TableDef, id: &Id, kind: ConflictKind, copies: &[usize]) {
        let sources = self.sources;
        let mut theirs: Vec<Side> =
            copies.iter().map(|at| side(sources.author(*at), sources.row(*at, table, id))).collect();
        theirs.sort_by(|one, other| one.author.cmp(&other.author));
        theirs.dedup_by(|one, other| one.author == other.author);
        let mine = side("", sources.mine.list(table).row(id.as_str()));
        let owner = sources.owner(table);
        self.merge.conflicts.push(Conflict { at: spot(table, id), kind, base: None, mine, theirs, owner });
    }
}

fn spot(table: &'static TableDef, id: &Id) -> Spot {
    Spot { table: table.path, row: Some(id.clone()), col: None, slot: None }
}

fn side(author: &str, row: Option<&Row>) -> Side {
    Side { author: author.to_owned(), value: None, row: row.cloned(), evidence: evidence(row) }
}

/// Evidence status of a row, as its key.
pub(super) fn evidence(row: Option<&Row>) -> Option<String> {
    row.and_then(|row| row.get(attributes::CONFIDENCE)).map(str::to_owned)
}
