//! Who is told of a change: one trigger per record, per order of a list, per table, and per what counts in a table.

use crate::ui::prelude::*;

use crate::change::{Op, Patch};
use crate::model::quick::QuickMap;
use crate::model::{Id, TableDef};

#[derive(Clone, PartialEq, Eq, Hash)]
enum Key {
    Record(&'static str, Option<Id>, Option<Id>),
    Order(&'static str),
    Table(&'static str),
    Substance(&'static str),
}

/// The triggers of one open workbook, made when first needed.
#[derive(Default)]
pub struct Hub {
    triggers: QuickMap<Key, ArcTrigger>,
}

impl Hub {
    fn trigger(&mut self, key: Key) -> ArcTrigger {
        self.triggers.entry(key).or_default().clone()
    }

    /// The trigger of a form, row or cell.
    pub fn record(&mut self, table: &'static TableDef, row: Option<&Id>, col: Option<&Id>) -> ArcTrigger {
        self.trigger(Key::Record(table.path, row.cloned(), col.cloned()))
    }

    /// The trigger of rows coming, going and moving.
    pub fn order(&mut self, path: &'static str) -> ArcTrigger {
        self.trigger(Key::Order(path))
    }

    /// The trigger of any change in a table.
    pub fn table(&mut self, path: &'static str) -> ArcTrigger {
        self.trigger(Key::Table(path))
    }

    /// The trigger of any change in a table but of mere wording.
    pub fn substance(&mut self, path: &'static str) -> ArcTrigger {
        self.trigger(Key::Substance(path))
    }

    /// The triggers of the records and orders that a patch changes, each once.
    pub fn touched(&self, patch: &Patch) -> Vec<ArcTrigger> {
        let mut keys = Vec::new();
        for op in &patch.ops {
            match op {
                Op::Set { place, .. } => keys.push(Key::Record(place.table.path, place.row.clone(), place.col.clone())),
                Op::Insert { table, row, .. } | Op::Remove { table, row, .. } => {
                    keys.push(Key::Order(table.path));
                    keys.push(Key::Record(table.path, Some(row.id.clone()), None));
                }
                Op::Move { table, .. } => keys.push(Key::Order(table.path)),
            }
        }
        let mut seen = std::collections::HashSet::new();
        keys.retain(|key| seen.insert(key.clone()));
        keys.iter().filter_map(|key| self.triggers.get(key).cloned()).collect()
    }

    /// The trigger of any change in a table, if anyone asked for it.
    pub fn of_table(&self, path: &'static str) -> Option<ArcTrigger> {
        self.triggers.get(&Key::Table(path)).cloned()
    }

    /// The trigger of what counts in a table, if anyone asked for it.
    pub fn of_substance(&self, path: &'static str) -> Option<ArcTrigger> {
        self.triggers.get(&Key::Substance(path)).cloned()
    }
}
