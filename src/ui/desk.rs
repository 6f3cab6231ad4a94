//! The open workbook: the document, its history, and the signals of what changed. Every edit goes through [`Desk::commit`].

use std::rc::Rc;

use crate::ui::prelude::*;

use super::dom;
use super::hub::Hub;
use crate::analysis::{Answer, Book, Memo as Memory, ResultDef};
use crate::change::{History, Op, Patch, apply, edit};
use crate::model::quick::QuickMap;
use crate::model::{Document, Id, Lang, Place, Record, Row, TableDef, Value};
use crate::worksheets::row;

/// What is told of every patch and of the document after it: the storage.
pub type Keeper = Rc<dyn Fn(&Document, &Patch)>;

struct Inner {
    document: Document,
    history: History,
    hub: Hub,
    memory: Memory,
    keeper: Option<Keeper>,
    author: String,
    last_edit_ms: f64,
    /// Tables that changed and whose figures have not been told.
    untold: Vec<&'static str>,
    /// Of those, what changed in words only: who shows the words is told when the typing pauses.
    reworded: Vec<&'static str>,
    /// Whether that moment is waited for.
    words_due: bool,
    /// The substance of each table as it was told last.
    told: QuickMap<&'static str, u64>,
}

/// A handle to the open workbook; cheap to copy.
#[derive(Clone, Copy)]
pub struct Desk {
    inner: StoredValue<Inner, LocalStorage>,
    /// Steps that can be undone and redone, for the buttons.
    pub can: RwSignal<(bool, bool)>,
    /// Pulled by every change, whatever it is.
    pub changed: RwSignal<u64>,
}

/// After undoing more operations than this at once the page stays where it is.
const FOLLOWED_OPS: usize = 40;

/// Typing on after this pause is a new step of undo.
const STEP_PAUSE_MS: f64 = 2_000.0;

/// Words that are being typed reach pictures and pick lists after this pause.
const WORDS_PAUSE_MS: f64 = 200.0;

impl Desk {
    /// Opens a document.
    pub fn open(document: Document) -> Self {
        let inner = Inner {
            document,
            history: History::default(),
            hub: Hub::default(),
            memory: Memory::default(),
            keeper: None,
            author: String::new(),
            last_edit_ms: 0.0,
            untold: Vec::new(),
            reworded: Vec::new(),
            words_due: false,
            told: QuickMap::default(),
        };
        Self { inner: StoredValue::new_local(inner), can: RwSignal::new((false, false)), changed: RwSignal::new(0) }
    }

    /// Names who is told of every patch.
    pub fn set_keeper(&self, keeper: Keeper) {
        self.inner.update_value(|inner| inner.keeper = Some(keeper));
    }

    /// Who edits here, as rows say it.
    pub fn author(&self) -> String {
        self.inner.with_value(|inner| inner.author.clone())
    }

    /// Says who edits here.
    pub fn set_author(&self, author: &str) {
        self.inner.update_value(|inner| author.clone_into(&mut inner.author));
    }

    /// Reads the document without tracking anything.
    pub fn with<T>(&self, read: impl FnOnce(&Document) -> T) -> T {
        self.inner.with_value(|inner| read(&inner.document))
    }

    /// The id of the workbook.
    pub fn id(&self) -> Id {
        self.with(|document| document.id.clone())
    }

    fn trigger(&self, pick: impl FnOnce(&mut Hub) -> ArcTrigger) -> ArcTrigger {
        self.inner.try_update_value(|inner| pick(&mut inner.hub)).unwrap_or_default()
    }

    /// Reads the record of a form, row or cell, and is told when it changes.
    pub fn record<T>(
        &self,
        table: &'static TableDef,
        row: Option<&Id>,
        col: Option<&Id>,
        read: impl FnOnce(&Record) -> T,
    ) -> T {
        self.trigger(|hub| hub.record(table, row, col)).track();
        let place = Place { table, row: row.cloned(), col: col.cloned(), slot: 0 };
        self.with(|document| read(document.record(&place)))
    }

    /// The value at a place, and is told when its record changes.
    pub fn value(&self, place: &Place) -> Option<Value> {
        self.record(place.table, place.row.as_ref(), place.col.as_ref(), |record| record.at(place.slot).cloned())
    }

    /// The ids of a list in order, and is told when rows come, go or move.
    pub fn ids(&self, path: &'static str) -> Vec<Id> {
        self.trigger(|hub| hub.order(path)).track();
        self.with(|document| document.list_at(path).ids().to_vec())
    }

    /// Is told of any change in a table; of one in words only, once the typing pauses.
    pub fn track_table(&self, path: &'static str) {
        self.trigger(|hub| hub.table(path)).track();
    }

    /// Runs `read` on the book of results, told of any change in the tables it names.
    pub fn book<T>(&self, reads: &[&'static str], read: impl FnOnce(&Book) -> T) -> T {
        for path in reads {
            self.track_table(path);
        }
        self.inner.with_value(|inner| read(&Book::new(&inner.document, dom::today(), &inner.memory)))
    }

    /// The answer of a result for a row or key, told of what changes it in the tables it reads.
    pub fn answer(&self, result: &'static ResultDef, id: &str) -> Option<Answer> {
        for path in result.reads.split(' ').filter(|path| !path.is_empty()) {
            if result.is_words() {
                self.track_table(path);
            } else {
                self.trigger(|hub| hub.substance(path)).track();
            }
        }
        self.book(&[], |book| result.answer(book, id))
    }

    /// Sets a value. A row that is only offered yet comes into being with its first value. `typing` joins the step before.
    pub fn set(&self, place: Place, value: Option<Value>, typing: bool) {
        let patch = self.with(|document| set_or_insert(document, place, value));
        self.commit(patch, typing);
    }

    /// Applies a patch: the only way a document changes. `typing` lets it join the step of undo before it.
    pub fn commit(&self, mut patch: Patch, typing: bool) {
        if patch.is_empty() {
            return;
        }
        let now = dom::elapsed_ms();
        let _ = self.inner.try_update_value(|inner| {
            stamp_rows(&inner.document, &mut patch, &inner.author);
            if now - inner.last_edit_ms > STEP_PAUSE_MS {
                inner.history.close();
            }
            inner.last_edit_ms = now;
            apply(&mut inner.document, &patch);
            inner.history.record(patch.clone(), typing);
        });
        self.tell(&patch);
    }

    /// Applies a patch that is no step of undo: what a clock shows, not what people write.
    pub fn commit_aside(&self, patch: Patch) {
        if !patch.is_empty() {
            self.inner.update_value(|inner| apply(&mut inner.document, &patch));
            self.tell(&patch);
        }
    }

    /// Ends the step of undo in progress.
    pub fn close_step(&self) {
        self.inner.update_value(|inner| inner.history.close());
        self.pull_words();
    }

    /// Takes the last step back and says where it was.
    pub fn undo(&self) -> Option<Place> {
        self.step(History::undo)
    }

    /// Does the last undone step again and says where it was.
    pub fn redo(&self) -> Option<Place> {
        self.step(History::redo)
    }

    fn step(&self, take: impl FnOnce(&mut History) -> Option<Patch>) -> Option<Place> {
        let patch = self.inner.try_update_value(|inner| {
            let patch = take(&mut inner.history)?;
            apply(&mut inner.document, &patch);
            Some(patch)
        })??;
        self.tell(&patch);
        // A whole import has no one place to go to.
        let is_small = patch.ops.len() <= FOLLOWED_OPS;
        patch.ops.iter().filter(|op| !is_stamp(op)).find_map(place_of).filter(|_| is_small)
    }

    /// Applies a patch that came from elsewhere (another tab): no step of undo here.
    pub fn receive(&self, patch: &Patch) {
        self.inner.update_value(|inner| apply(&mut inner.document, patch));
        self.pull(patch);
    }

    /// The storage hears of it first, so that the change is on its way to the disk before anything is drawn anew.
    fn tell(&self, patch: &Patch) {
        let (can, keeper) =
            self.inner.with_value(|inner| ((inner.history.can_undo(), inner.history.can_redo()), inner.keeper.clone()));
        if let Some(keeper) = keeper {
            self.with(|document| keeper(document, patch));
        }
        self.pull(patch);
        if self.can.get_untracked() != can {
            self.can.set(can);
        }
    }

    /// Fields and rows show a change at once. What is worked out from whole tables follows once that is painted: nobody
    /// waits for a figure to see the letter just typed, and keys that come faster than that share one working out.
    fn pull(&self, patch: &Patch) {
        let (triggers, waits) = self
            .inner
            .try_update_value(|inner| {
                let waits = !inner.untold.is_empty();
                for op in &patch.ops {
                    let path = op.table().path;
                    if !inner.untold.contains(&path) {
                        inner.untold.push(path);
                    }
                }
                (inner.hub.touched(patch), waits)
            })
            .unwrap_or_default();
        notify(triggers);
        if !waits {
            let desk = *self;
            dom::after_paint(move || desk.pull_tables());
        }
        self.changed.update(|count| *count += 1);
    }

    fn pull_tables(&self) {
        let triggers = self.inner.try_update_value(|inner| {
            let mut triggers = Vec::new();
            for path in std::mem::take(&mut inner.untold) {
                let substance = inner.document.substance(path);
                if inner.told.insert(path, substance) != Some(substance) {
                    triggers.extend([inner.hub.of_substance(path), inner.hub.of_table(path)]);
                } else if !inner.reworded.contains(&path) {
                    inner.reworded.push(path);
                }
            }
            triggers.into_iter().flatten().collect()
        });
        notify(triggers.unwrap_or_default());
        self.pull_words_later();
    }

    /// Tells who shows the words of a table, once nobody has typed for a moment.
    fn pull_words_later(&self) {
        let desk = *self;
        let is_due = self
            .inner
            .try_update_value(|inner| !inner.reworded.is_empty() && !std::mem::replace(&mut inner.words_due, true));
        if is_due == Some(true) {
            dom::after_ms(WORDS_PAUSE_MS, move || {
                let pause = desk.inner.try_update_value(|inner| {
                    inner.words_due = false;
                    dom::elapsed_ms() - inner.last_edit_ms
                });
                match pause {
                    Some(pause) if pause < WORDS_PAUSE_MS => desk.pull_words_later(),
                    _ => desk.pull_words(),
                }
            });
        }
    }

    fn pull_words(&self) {
        let triggers = self.inner.try_update_value(|inner| {
            let paths = std::mem::take(&mut inner.reworded);
            paths.into_iter().filter_map(|path| inner.hub.of_table(path)).collect()
        });
        notify(triggers.unwrap_or_default());
    }
}

fn notify(triggers: Vec<ArcTrigger>) {
    for trigger in triggers {
        trigger.notify();
    }
}

fn set_or_insert(document: &Document, place: Place, value: Option<Value>) -> Patch {
    let offered = place.col.is_none()
        && place.row.as_ref().filter(|id| document.list(place.table).row(id.as_str()).is_none()).is_some();
    match (&place.row, offered) {
        (Some(id), true) if value.is_some() => {
            let mut row = Row::new(id.clone());
            row.record.set(place.slot, value);
            edit::add(document, place.table, row, None)
        }
        (_, true) => Patch::default(),
        _ => edit::set(document, place, value),
    }
}

/// Notes on each row that a patch sets something in who did it and when.
fn stamp_rows(document: &Document, patch: &mut Patch, author: &str) {
    let mut rows: Vec<(&'static TableDef, Id)> = Vec::new();
    for op in &patch.ops {
        if let Op::Set { place: Place { table, row: Some(id), col: None, .. }, .. } = op
            && !rows.iter().any(|(other, known)| other == table && known == id)
        {
            rows.push((table, id.clone()));
        }
    }
    let removed = |table: &TableDef, id: &Id| {
        patch
            .ops
            .iter()
            .any(|op| matches!(op, Op::Remove { table: other, row, .. } if *other == table && row.id == *id))
    };
    rows.retain(|(table, id)| !removed(table, id));
    for (table, id) in rows {
        let stamps = [(row::UPDATED.slot, Value::text(dom::now_utc())), (row::AUTHOR.slot, Value::text(author))];
        for (slot, after) in stamps {
            let place = Place::row(table, id.clone(), slot);
            let before = document.value(&place).cloned();
            if after.is_some() && before != after {
                patch.ops.push(Op::Set { place, before, after });
            }
        }
    }
}

/// Whether an operation only notes who changed a row and when.
fn is_stamp(op: &Op) -> bool {
    matches!(op, Op::Set { place, .. } if place.table.is_list() && [row::UPDATED.slot, row::AUTHOR.slot].contains(&place.slot))
}

/// Where an operation happened, for the focus to return to.
fn place_of(op: &Op) -> Option<Place> {
    match op {
        Op::Set { place, .. } => Some(place.clone()),
        Op::Remove { .. } => None,
        Op::Insert { table, .. } | Op::Move { table, .. } => {
            Some(Place::row(table, op.row()?.clone(), table.fields.first()?.slot))
        }
    }
}

/// The language a workbook's own default words are shown in: a value the product put there follows the language.
pub fn shown_value(place: &Place, value: Option<&Value>, lang: Lang) -> Option<Value> {
    let id = place.row.as_ref().filter(|_| place.col.is_none()).map(Id::as_str);
    let given = place.table.given(id, place.slot);
    match value {
        None if place.table.is_form() => given.value(lang),
        Some(value) if crate::model::table::same_as_given(value, given) => given.value(lang),
        other => other.cloned(),
    }
}
