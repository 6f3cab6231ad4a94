//! Random edits and crashes at every point of the pipeline, against a model of the two stores: loading always gives a
//! state at least as new as the last one that counted as saved.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod storage_support;

use std::collections::BTreeMap;

use kamsheet::model::SaveState;
use kamsheet::storage::assemble::{Damaged, Found, assemble};
use kamsheet::storage::ledger::Ledger;
use kamsheet::storage::progress::{Health, Progress};
use kamsheet::storage::replica::Replica;
use kamsheet::storage::sealed::{Header, Unsealed, seal, unseal};
use kamsheet::storage::seen::{Seen, Stamp};
use kamsheet::storage::texts::Texts;
use proptest::prelude::*;
use storage_support::{Act, any_act, card, no_ids, patch_of, replica};

/// localStorage: writes are seen at once and reach the disk much later, whole or not at all.
#[derive(Default, Clone)]
struct Local {
    memory: Option<String>,
    disk: Option<String>,
}

#[derive(Clone)]
enum Write {
    Journal(Stamp, String),
    Checkpoint(String),
    Forget(Stamp),
}

/// The database: transactions reach the disk in order, each whole or not at all; one that was told complete is there.
#[derive(Default, Clone)]
struct Database {
    journal: BTreeMap<Stamp, String>,
    checkpoint: Option<String>,
    waiting: Vec<Vec<Write>>,
}

impl Database {
    fn complete(&mut self) -> Option<Vec<Write>> {
        let writes = (!self.waiting.is_empty()).then(|| self.waiting.remove(0))?;
        for write in &writes {
            match write.clone() {
                Write::Journal(stamp, text) => drop(self.journal.insert(stamp, text)),
                Write::Checkpoint(text) => self.checkpoint = Some(text),
                Write::Forget(stamp) => drop(self.journal.remove(&stamp)),
            }
        }
        Some(writes)
    }
}

#[derive(Clone, Debug)]
enum Step {
    Edit(Act),
    /// localStorage is written, or refuses.
    Save(bool),
    Checkpoint,
    /// The oldest transaction is complete, and the page is told.
    Complete,
    /// localStorage reaches the disk.
    Commit,
    /// The browser is killed; so many transactions that nobody was told of had made it.
    Kill(u8),
    /// The page alone crashes: localStorage keeps what it was given, transactions under way may or may not be done.
    Crash(u8),
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => any_act().prop_map(Step::Edit),
        3 => any::<bool>().prop_map(Step::Save),
        2 => Just(Step::Checkpoint),
        6 => Just(Step::Complete),
        1 => Just(Step::Commit),
        1 => (0_u8..4).prop_map(Step::Kill),
        1 => (0_u8..4).prop_map(Step::Crash),
    ]
}

struct Page {
    replica: Replica,
    ledger: Ledger<String>,
    progress: Progress,
    texts: Texts,
    awaited: Vec<(usize, Seen)>,
    done: usize,
    begun: usize,
}

impl Page {
    fn open(local: &Local, database: &Database, visit: usize) -> Self {
        let tab = format!("v{visit}");
        let found = found(local, database);
        let state = assemble(&found, &[], &tab, &mut no_ids()).state;
        let mut page = Self {
            replica: state.map_or_else(|| replica(&tab), |(replica, _)| replica),
            ledger: Ledger::default(),
            progress: Progress::default(),
            texts: Texts::default(),
            awaited: Vec::new(),
            done: 0,
            begun: 0,
        };
        page.ledger.journalled = database.journal.keys().cloned().collect();
        page.ledger.checkpoint = seen_of(&database.checkpoint);
        page.ledger.local = seen_of(&local.memory);
        page.progress.local_due = 1;
        page.progress.lacks_checkpoint = !page.ledger.database_holds(page.replica.seen());
        page
    }

    fn sealed(&mut self) -> String {
        let doc = self.texts.join(self.replica.workbook());
        let header = Header { stamp: self.replica.stamp(), seen: self.replica.seen().clone(), card: card() };
        seal(&header, &doc)
    }

    fn begin(&mut self, database: &mut Database, writes: Vec<Write>) {
        database.waiting.push(writes);
        self.begun += 1;
    }

    fn edit(&mut self, database: &mut Database, act: &Act) {
        let patch = patch_of(self.replica.document(), act, "r");
        if patch.is_empty() {
            return;
        }
        let entry = self.replica.own_change(&patch);
        self.texts.touch(&patch);
        self.ledger.note(entry.stamp.clone(), entry.to_json());
        self.progress.unacknowledged = self.ledger.unacknowledged.len();
        self.progress.local_due += 1;
        self.begin(database, vec![Write::Journal(entry.stamp.clone(), entry.to_json())]);
    }

    fn save(&mut self, local: &mut Local, works: bool) {
        if works {
            local.memory = Some(self.sealed());
            self.progress.local = self.progress.local_due;
            self.ledger.local = Some(self.replica.seen().clone());
        }
        self.progress.local_health = if works { Health::Good } else { Health::Failing };
    }

    fn checkpoint(&mut self, database: &mut Database) {
        let mut writes = vec![Write::Checkpoint(self.sealed())];
        let local_counts = self.progress.local_health == Health::Good;
        writes.extend(self.ledger.take_spent(local_counts).into_iter().map(Write::Forget));
        self.awaited.push((self.begun, self.replica.seen().clone()));
        self.begin(database, writes);
    }

    fn told(&mut self, writes: &[Write]) {
        let stamps: Vec<Stamp> = writes
            .iter()
            .filter_map(|write| match write {
                Write::Journal(stamp, _) => Some(stamp.clone()),
                _ => None,
            })
            .collect();
        self.ledger.acknowledge(&stamps);
        self.progress.unacknowledged = self.ledger.unacknowledged.len();
        let done = self.done;
        if let Some((_, seen)) = self.awaited.iter().find(|(at, _)| *at == done) {
            self.ledger.checkpoint = Some(seen.clone());
            self.progress.lacks_checkpoint = false;
        }
        self.done += 1;
    }

    fn is_kept(&self) -> bool {
        // What only localStorage holds survives the page, not the browser.
        matches!(self.progress.state(), SaveState::Saved | SaveState::Degraded) && self.progress.in_database()
    }
}

fn seen_of(text: &Option<String>) -> Option<Seen> {
    match text.as_deref().map(unseal) {
        Some(Unsealed::Good(header, _)) => Some(header.seen),
        _ => None,
    }
}

fn found(local: &Local, database: &Database) -> Found {
    Found {
        local: local.memory.clone(),
        checkpoint: database.checkpoint.clone(),
        journal: database.journal.values().cloned().collect(),
    }
}

fn run(steps: &[Step]) -> Result<(), TestCaseError> {
    let (mut local, mut database) = (Local::default(), Database::default());
    let mut visit = 0;
    let mut page = Page::open(&local, &database, visit);
    // A new workbook is put into both stores when it is made.
    page.save(&mut local, true);
    local.disk.clone_from(&local.memory);
    page.checkpoint(&mut database);
    let writes = database.complete().unwrap();
    page.told(&writes);
    let mut kept = (page.replica.seen().clone(), page.replica.document().clone());
    for step in steps {
        match step {
            Step::Edit(act) => page.edit(&mut database, act),
            Step::Save(works) => page.save(&mut local, *works),
            Step::Checkpoint => page.checkpoint(&mut database),
            Step::Complete => {
                if let Some(writes) = database.complete() {
                    page.told(&writes);
                }
            }
            Step::Commit => local.disk.clone_from(&local.memory),
            Step::Kill(made) | Step::Crash(made) => {
                for _ in 0..*made {
                    database.complete();
                }
                database.waiting.clear();
                if matches!(step, Step::Kill(_)) {
                    local.memory.clone_from(&local.disk);
                }
                visit += 1;
                let before = (page.replica.seen().clone(), page.replica.document().clone());
                page = Page::open(&local, &database, visit);
                prop_assert!(page.replica.seen().covers(&kept.0), "older than what counted as saved");
                for (seen, document) in [&kept, &before] {
                    prop_assert!(
                        page.replica.seen() != seen || page.replica.document() == document,
                        "the same changes, another document"
                    );
                }
            }
        }
        if page.is_kept() {
            kept = (page.replica.seen().clone(), page.replica.document().clone());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(storage_support::cases(80))]
    #[test]
    fn what_counted_as_saved_is_there_after_any_crash(steps in prop::collection::vec(any_step(), 1..150)) {
        run(&steps)?;
    }

    #[test]
    fn damage_to_either_whole_text_loses_nothing_that_the_other_and_the_journal_hold(
        acts in prop::collection::vec(any_act(), 1..40),
        save_at in any::<prop::sample::Index>(),
        checkpoint_at in any::<prop::sample::Index>(),
        damage_local in any::<bool>(),
        cut in any::<prop::sample::Index>(),
    ) {
        let (mut local, mut database) = (Local::default(), Database::default());
        let mut page = Page::open(&local, &database, 0);
        page.save(&mut local, true);
        page.checkpoint(&mut database);
        for (at, act) in acts.iter().enumerate() {
            page.edit(&mut database, act);
            if at == save_at.index(acts.len()) { page.save(&mut local, true); }
            if at == checkpoint_at.index(acts.len()) { page.checkpoint(&mut database); }
            while let Some(writes) = database.complete() { page.told(&writes); }
        }
        page.checkpoint(&mut database);
        database.complete();
        let text = if damage_local { local.memory.as_mut() } else { database.checkpoint.as_mut() }.unwrap();
        let mut at = cut.index(text.len());
        while !text.is_char_boundary(at) { at -= 1; }
        text.truncate(at);
        let found = found(&local, &database);
        let assembled = assemble(&found, &[], "next", &mut no_ids());
        let damage = if damage_local { Damaged::Local } else { Damaged::Checkpoint };
        prop_assert_eq!(assembled.damaged, vec![damage]);
        let (loaded, _) = assembled.state.unwrap();
        prop_assert!(loaded.document() == page.replica.document());
    }
}
