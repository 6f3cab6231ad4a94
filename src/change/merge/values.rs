//! Which value every changed place of the merged document has.

use std::collections::BTreeMap;

use super::collect::{At, Change, emptied, is_same};
use super::rows::{Presence, evidence};
use super::{Choice, Conflict, ConflictKind, Merge, Rated, Side, Sources, Spot};
use crate::analysis::scoring::is_scored;
use crate::model::{Columns, Place, Row, TableDef, Value};
use crate::worksheets::TABLES;

/// The values that go in, by table and place.
pub(super) type Values = BTreeMap<(&'static str, At), Option<Value>>;

/// Takes the ratings out of copies that were handed out for scoring: they are views of one rater, not values.
pub(super) fn take_ratings(sources: &mut Sources<'_>, merge: &mut Merge) {
    for (copy, changes) in sources.copies.iter().zip(&mut sources.changes) {
        if !copy.scope.scoring_only {
            continue;
        }
        for table in TABLES.iter().copied() {
            let added = changes.added.get(table.path).cloned().unwrap_or_default();
            let Some(values) = changes.values.get_mut(table.path) else { continue };
            values.retain(|(row, col, slot), change| {
                let is_item = table.field_at(*slot).is_some_and(is_scored);
                let is_new = row.as_ref().is_some_and(|row| added.contains(row));
                let rating = change.value.as_ref().and_then(Value::as_number).filter(|_| is_item && !is_new);
                let Some(value) = rating else { return true };
                let place = Place { table, row: row.clone(), col: col.clone(), slot: *slot };
                merge.ratings.push(Rated { place, author: copy.author.clone(), value });
                merge.stats.entry(copy.author.clone()).or_default().rated += 1;
                false
            });
        }
    }
}

/// Decides for every place that some copy changed.
pub(super) fn decide(sources: &Sources<'_>, presence: &mut Presence, merge: &mut Merge) -> Values {
    let mut values = Values::new();
    for table in TABLES.iter().copied() {
        let mut places: BTreeMap<&At, Vec<(usize, &Change)>> = BTreeMap::new();
        for (copy, changes) in sources.changes.iter().enumerate() {
            for (at, change) in changes.values.get(table.path).into_iter().flatten() {
                places.entry(at).or_default().push((copy, change));
            }
        }
        for (at, changes) in places {
            if !is_there(sources, presence, table, at) {
                continue;
            }
            let mut question = Question { sources, presence, merge, table, at };
            if let Some(value) = question.decide(&changes) {
                values.insert((table.path, at.clone()), value);
            }
        }
    }
    values
}

/// Whether the merged document has the place, and no decision already says what is there.
fn is_there(sources: &Sources<'_>, presence: &Presence, table: &'static TableDef, at: &At) -> bool {
    let stays = |path: &'static str, id: &crate::model::Id| {
        presence.has(sources.mine, path, id) && !presence.restored.contains_key(&(path, id.clone()))
    };
    match (&at.0, &at.1, table.matrix()) {
        (Some(row), Some(col), Some((rows, columns))) => {
            stays(rows, row)
                && match columns {
                    Columns::Table(path) => stays(path, col),
                    Columns::Fixed(_) => true,
                }
        }
        (Some(row), _, _) => stays(table.path, row),
        (None, _, _) => true,
    }
}

/// One place that copies changed.
struct Question<'q, 'd> {
    sources: &'q Sources<'d>,
    presence: &'q mut Presence,
    merge: &'q mut Merge,
    table: &'static TableDef,
    at: &'q At,
}

impl Question<'_, '_> {
    /// The value that goes in; nothing where the receiver's stays.
    fn decide(&mut self, changes: &[(usize, &Change)]) -> Option<Option<Value>> {
        let place = self.place();
        let mine = self.sources.mine.value(&place).cloned();
        let proposals: Vec<(usize, &Change)> =
            changes.iter().filter(|(_, change)| !self.is_same(change.value.as_ref(), mine.as_ref())).copied().collect();
        let (_, first) = proposals.first()?;
        let is_one = proposals.iter().all(|(_, change)| change.value == first.value);
        if is_one && proposals.iter().all(|(copy, change)| self.is_untouched(*copy, change, mine.as_ref())) {
            self.count(&proposals);
            return Some(first.value.clone());
        }
        match self.sources.decisions.get(&self.spot()).cloned() {
            Some(choice) => self.answer(&choice, &proposals),
            None => {
                self.conflict(mine, &proposals);
                None
            }
        }
    }

    /// Whether the receiver has what was handed out, but for references to rows it deleted since.
    fn is_untouched(&self, copy: usize, change: &Change, mine: Option<&Value>) -> bool {
        let of_base = || {
            let (field, base) = (self.table.field_at(self.at.2)?, self.sources.bases.get(copy)?);
            emptied(base, self.sources.mine, field, change.base.as_ref()?)
        };
        self.is_same(mine, change.base.as_ref()) || (change.base.is_some() && mine == of_base().as_ref())
    }

    fn is_same(&self, one: Option<&Value>, other: Option<&Value>) -> bool {
        is_same(self.table, self.at.0.as_ref(), self.at.2, one, other)
    }

    fn answer(&mut self, choice: &Choice, proposals: &[(usize, &Change)]) -> Option<Option<Value>> {
        self.merge.decided += 1;
        match choice {
            Choice::Mine => None,
            Choice::Edited(value) => Some(value.clone()),
            Choice::Theirs(author) => {
                let copy = self.sources.copy_of(author)?;
                let (_, change) = proposals.iter().find(|(at, _)| *at == copy)?;
                self.merge.stats_of(author).won += 1;
                Some(change.value.clone())
            }
            Choice::Both { author, id } => {
                let (copy, row) = (self.sources.copy_of(author)?, self.at.0.clone()?);
                if self.table.is_list() && self.sources.row(copy, self.table, &row).is_some() {
                    self.merge.stats_of(author).won += 1;
                    self.presence.doubled.insert((self.table.path, id.clone()), (row, copy));
                }
                None
            }
        }
    }

    fn count(&mut self, proposals: &[(usize, &Change)]) {
        let is_new = self.at.0.as_ref().is_some_and(|row| {
            self.table.is_list() && self.presence.added.contains_key(&(self.table.path, row.clone()))
        });
        for (copy, _) in proposals.iter().filter(|_| !is_new) {
            self.merge.stats_of(self.sources.author(*copy)).changed += 1;
        }
    }

    fn conflict(&mut self, mine: Option<Value>, proposals: &[(usize, &Change)]) {
        let mine_row = self.at.0.as_ref().and_then(|row| self.sources.mine.list(self.table).row(row.as_str()));
        let side = |author: &str, value: Option<Value>, row: Option<&Row>| Side {
            author: author.to_owned(),
            value,
            row: row.cloned(),
            evidence: evidence(row),
        };
        let theirs = proposals.iter().map(|(copy, change)| {
            let row = self.at.0.as_ref().and_then(|row| self.sources.row(*copy, self.table, row));
            side(self.sources.author(*copy), change.value.clone(), row)
        });
        let conflict = Conflict {
            at: self.spot(),
            kind: ConflictKind::BothChanged,
            base: proposals.iter().find_map(|(_, change)| change.base.clone()),
            mine: side("", mine, mine_row),
            theirs: theirs.collect(),
            owner: self.sources.owner(self.table),
        };
        self.merge.conflicts.push(conflict);
    }

    fn place(&self) -> Place {
        let (row, col, slot) = self.at.clone();
        Place { table: self.table, row, col, slot }
    }

    fn spot(&self) -> Spot {
        let (row, col, slot) = self.at.clone();
        Spot { table: self.table.path, row, col, slot: Some(slot) }
    }
}
