//! From what the two stores hold to the newest state that can be trusted. The order is that of the generations, never
//! that of a clock.

use super::card::Card;
use super::entry::{Entry, EntryError};
use super::replica::Replica;
use super::sealed::{Header, Unsealed, unseal};
use crate::file::read::read_text;
use crate::model::{Id, ReadError};

/// The texts that the stores hold of one workbook.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// From localStorage.
    pub local: Option<String>,
    /// The checkpoint in the database.
    pub checkpoint: Option<String>,
    /// The journal, in any order.
    pub journal: Vec<String>,
}

/// Something that is stored and cannot be used as it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Damaged {
    /// The text in localStorage.
    Local,
    /// The checkpoint.
    Checkpoint,
    /// The entry at this place of the journal.
    Journal(usize),
}

/// The newest state.
pub struct Assembled {
    /// The workbook with everything from the journal; nothing when neither text can be read.
    pub state: Option<(Replica, Card)>,
    /// A newer version wrote something of it: nothing may be written.
    pub newer: Option<u32>,
    /// What could not be read.
    pub damaged: Vec<Damaged>,
    /// How many changes came from the journal.
    pub replayed: usize,
}

/// Puts the newest state together. `fallbacks` are used when neither text can be read: snapshots, newest first.
pub fn assemble(found: &Found, fallbacks: &[String], tab: &str, ids: &mut dyn FnMut() -> Id) -> Assembled {
    let mut all = Assembled { state: None, newer: None, damaged: Vec::new(), replayed: 0 };
    let mut candidates = Vec::new();
    for (text, source) in [(&found.local, Damaged::Local), (&found.checkpoint, Damaged::Checkpoint)] {
        match text.as_deref().map(unseal) {
            None => {}
            Some(Unsealed::Newer(schema)) => all.newer = all.newer.max(Some(schema)),
            Some(Unsealed::Bad) => all.damaged.push(source),
            Some(Unsealed::Good(header, doc)) => candidates.push((header, doc, source)),
        }
    }
    crate::model::order::sort_by(&mut candidates, |one, other| other.0.stamp.cmp(&one.0.stamp));
    for (header, doc, source) in candidates {
        match &all.state {
            Some(_) => {}
            None => match open(&header, doc, tab, ids) {
                Ok(state) => all.state = Some(state),
                Err(_) => all.damaged.push(source),
            },
        }
    }
    for text in fallbacks {
        if all.state.is_none()
            && let Unsealed::Good(header, doc) = unseal(text)
        {
            all.state = open(&header, doc, tab, ids).ok();
        }
    }
    replay(found, &mut all);
    all
}

/// Puts the changes of the journal that the state lacks on top of it, in their order.
fn replay(found: &Found, all: &mut Assembled) {
    let mut entries = Vec::new();
    for (at, text) in found.journal.iter().enumerate() {
        match Entry::from_json(text) {
            Ok(entry) => entries.push(entry),
            Err(EntryError::Newer(schema)) => all.newer = all.newer.max(Some(schema)),
            Err(_) => all.damaged.push(Damaged::Journal(at)),
        }
    }
    crate::model::order::sort_by(&mut entries, |one, other| one.stamp.cmp(&other.stamp));
    if let Some((replica, _)) = &mut all.state {
        for entry in entries {
            if !replica.seen().has(&entry.stamp) {
                replica.take_as_is(entry);
                all.replayed += 1;
            }
        }
    }
}

fn open(header: &Header, doc: &str, tab: &str, ids: &mut dyn FnMut() -> Id) -> Result<(Replica, Card), ReadError> {
    let workbook = read_text(doc, ids)?.workbook;
    Ok((Replica::new(workbook, header.seen.clone(), tab.to_owned()), header.card.clone()))
}
