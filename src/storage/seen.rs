//! Who changed what and in which order, without any clock: every change carries a stamp, every copy says which it holds.

use std::collections::BTreeMap;

use crate::file::json::{Json, Writer};

/// The order of changes over all tabs: one more than the highest generation its tab knew, then the tab's name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// Counts up with every change of the workbook, from 1.
    pub generation: u64,
    /// The tab that made the change.
    pub tab: String,
}

/// Most tabs that are told apart. A workbook sees a new one with every visit; older ones are covered by the floor.
const MOST_TABS: usize = 12;

/// Which changes a copy of the workbook holds: for each tab all up to a generation, and everything of the tabs not named
/// up to the floor.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Seen {
    floor: u64,
    tabs: BTreeMap<String, u64>,
}

impl Seen {
    /// Everything up to a generation, whoever made it.
    pub const fn up_to(floor: u64) -> Self {
        Self { floor, tabs: BTreeMap::new() }
    }

    /// The highest generation it holds.
    pub fn generation(&self) -> u64 {
        self.tabs.values().copied().max().unwrap_or(0).max(self.floor)
    }

    /// Whether it holds a change.
    pub fn has(&self, stamp: &Stamp) -> bool {
        stamp.generation <= self.tabs.get(&stamp.tab).copied().unwrap_or(self.floor)
    }

    /// Whether it surely holds everything the other one does.
    pub fn covers(&self, other: &Self) -> bool {
        let holds = |tab: &String, generation: u64| self.has(&Stamp { generation, tab: tab.clone() });
        other.floor <= self.floor && other.tabs.iter().all(|(tab, generation)| holds(tab, *generation))
    }

    /// Adds a change.
    pub fn add(&mut self, stamp: &Stamp) {
        if self.has(stamp) {
            return;
        }
        self.tabs.insert(stamp.tab.clone(), stamp.generation);
        if self.tabs.len() > MOST_TABS {
            let oldest = self.tabs.iter().min_by_key(|(_, generation)| **generation);
            if let Some((tab, generation)) = oldest.map(|(tab, generation)| (tab.clone(), *generation)) {
                self.tabs.remove(&tab);
                self.floor = self.floor.max(generation);
            }
        }
    }

    /// Writes it as JSON.
    pub fn write(&self, out: &mut String) {
        let mut object = Writer::object(out);
        object.raw("", &self.floor.to_string());
        for (tab, generation) in &self.tabs {
            object.raw(tab, &generation.to_string());
        }
        object.end();
    }

    /// Reads what [`Self::write`] wrote.
    pub fn read(json: &Json<'_>) -> Option<Self> {
        let mut seen = Self::default();
        for (tab, generation) in json.members() {
            let generation = whole(Some(generation))?;
            if tab.is_empty() {
                seen.floor = generation;
            } else {
                seen.tabs.insert(tab.to_string(), generation);
            }
        }
        matches!(json, Json::Object(_)).then_some(seen)
    }
}

/// A whole number that is not negative.
pub(super) fn whole(json: Option<&Json<'_>>) -> Option<u64> {
    match json? {
        Json::Number(digits) => digits.parse().ok(),
        _ => None,
    }
}
