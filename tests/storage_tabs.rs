//! Tabs that hear of each other's changes late and in any interleaving come out equal.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod storage_support;

use std::collections::VecDeque;

use kamsheet::change::apply;
use kamsheet::model::Document;
use kamsheet::storage::entry::Entry;
use kamsheet::storage::replica::{Replica, Taken};
use proptest::prelude::*;
use storage_support::{Act, any_act, fresh, patch_of, replica};

/// A step: a tab edits, or one that waits for another hears its next message.
#[derive(Clone, Debug)]
enum Step {
    Edit(usize, Act),
    Deliver(usize, usize),
}

const TABS: usize = 3;

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => (0..TABS, any_act()).prop_map(|(tab, act)| Step::Edit(tab, act)),
        3 => (0..TABS, 0..TABS).prop_map(|(from, to)| Step::Deliver(from, to)),
    ]
}

struct Tab {
    replica: Replica,
    /// The document on the page, which hears of remote changes only through what the replica hands on.
    page: Document,
}

struct Room {
    tabs: Vec<Tab>,
    ways: Vec<Vec<VecDeque<Entry>>>,
}

impl Room {
    fn new() -> Self {
        let tab = |at: usize| Tab { replica: replica(&format!("tab{at}")), page: fresh() };
        Self { tabs: (0..TABS).map(tab).collect(), ways: vec![vec![VecDeque::new(); TABS]; TABS] }
    }

    fn edit(&mut self, at: usize, act: &Act) {
        let tab = &mut self.tabs[at];
        let patch = patch_of(&tab.page, act, &format!("tab{at}-"));
        if patch.is_empty() {
            return;
        }
        apply(&mut tab.page, &patch);
        let entry = tab.replica.own_change(&patch);
        assert!(tab.replica.agrees(&tab.page, &patch));
        for to in (0..TABS).filter(|to| *to != at) {
            self.ways[at][to].push_back(entry.clone());
        }
    }

    fn deliver(&mut self, from: usize, to: usize) -> bool {
        let Some(entry) = self.ways[from][to].pop_front() else { return false };
        let tab = &mut self.tabs[to];
        match tab.replica.take(entry.clone()) {
            Taken::Applied(patch) => apply(&mut tab.page, &patch),
            other => panic!("{other:?}"),
        }
        assert_eq!(tab.replica.take(entry), Taken::Known);
        true
    }

    fn settle(&mut self) {
        for from in 0..TABS {
            for to in 0..TABS {
                while self.deliver(from, to) {}
            }
        }
    }
}

proptest! {
    #![proptest_config(storage_support::cases(60))]
    #[test]
    fn all_tabs_end_with_the_same_document(steps in prop::collection::vec(any_step(), 1..120)) {
        let mut room = Room::new();
        for step in &steps {
            match step {
                Step::Edit(tab, act) => room.edit(*tab, act),
                Step::Deliver(from, to) => drop(room.deliver(*from, *to)),
            }
        }
        room.settle();
        for tab in &room.tabs {
            prop_assert!(&tab.page == tab.replica.document());
            prop_assert!(tab.replica.document() == room.tabs[0].replica.document());
            prop_assert_eq!(tab.replica.generation(), room.tabs[0].replica.generation());
        }
    }
}

#[test]
fn a_missing_change_is_noticed() {
    let (mut one, mut other) = (replica("one"), replica("two"));
    let mut edit = |text: &str| {
        let patch = patch_of(one.document(), &Act::Name(text.to_owned()), "");
        one.own_change(&patch)
    };
    let (first, second) = (edit("a"), edit("b"));
    assert_eq!(other.take(second.clone()), Taken::Gap);
    assert!(matches!(other.take(first), Taken::Applied(_)));
    assert!(matches!(other.take(second), Taken::Applied(_)));
    assert_eq!(one.document(), other.document());
}

#[test]
fn own_changes_go_on_top_of_a_copy_that_lacks_them() {
    let mut awake = replica("awake");
    let mut asleep = replica("asleep");
    let patch = patch_of(asleep.document(), &Act::Name(String::from("typed just before sleep")), "");
    asleep.own_change(&patch);
    let patch = patch_of(awake.document(), &Act::Add(0, 1), "x");
    awake.own_change(&patch);
    let mut stored = Replica::new(awake.workbook().clone(), awake.seen().clone(), String::from("asleep"));
    stored.succeed(&asleep);
    assert_eq!(kamsheet::storage::replica::Replica::own_beyond(&stored, awake.seen()).len(), 1);
    let name = stored.document().form(kamsheet::worksheets::account::profile::TABLE);
    assert_eq!(name.get(kamsheet::worksheets::account::profile::NAME), Some("typed just before sleep"));
}
