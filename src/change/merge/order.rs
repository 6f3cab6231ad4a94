//! Where new rows stand: behind their nearest common neighbour; the receiver's order stays.

use super::Sources;
use super::rows::Presence;
use crate::model::document::ListData;
use crate::model::{Id, Row, TableDef};

/// Puts the rows that come in into the list of the merged document.
pub(super) fn place_rows(sources: &Sources<'_>, presence: &Presence, table: &'static TableDef, list: &mut ListData) {
    // The last author first, so that rows behind the same neighbour stand in the order of authors.
    for copy in (0..sources.copies.len()).rev() {
        let Some(theirs) = sources.copies.get(copy).map(|copy| copy.document.list(table)) else { continue };
        let mut before: Option<&Id> = None;
        for (at, id) in theirs.ids().iter().enumerate() {
            if let Some(row) = new_row(sources, presence, table, copy, id)
                && list.row(id.as_str()).is_none()
            {
                let behind = before.and_then(|id| list.position(id.as_str())).map(|at| at + 1);
                let ahead = || theirs.ids().iter().skip(at + 1).find_map(|id| list.position(id.as_str()));
                let end = list.len();
                list.insert(behind.or_else(ahead).unwrap_or(end), row);
            }
            if list.row(id.as_str()).is_some() {
                before = Some(id);
            }
        }
    }
    for ((_, id), (original, copy)) in presence.doubled.iter().filter(|((path, _), _)| *path == table.path) {
        if let Some(row) = sources.row(*copy, table, original) {
            let at = list.position(original.as_str()).map_or(list.len(), |at| at + 1);
            list.insert(at, Row { id: id.clone(), record: row.record.clone() });
        }
    }
}

/// The row of a copy, if it comes in: a restored one as that copy has it, a new one empty but for what this version does
/// not know; its values come with the others.
fn new_row(sources: &Sources<'_>, presence: &Presence, table: &'static TableDef, copy: usize, id: &Id) -> Option<Row> {
    let key = (table.path, id.clone());
    if presence.restored.get(&key) == Some(&copy) {
        return sources.row(copy, table, id).cloned();
    }
    let holder = presence.added.get(&key)?.first()?;
    let mut row = Row::new(id.clone());
    for (key, text) in sources.row(*holder, table, id)?.record.unknown() {
        row.record.keep_unknown(key, text.clone());
    }
    Some(row)
}
