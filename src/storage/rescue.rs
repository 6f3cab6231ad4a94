//! What the recovery page hands out, read again: every workbook in it in its newest state.

use std::collections::BTreeMap;

use super::assemble::{Found, assemble};
use super::keys;
use crate::file::Workbook;
use crate::file::json::Json;
use crate::file::parse::parse;
use crate::model::Id;

/// What such a file calls its format.
pub const FORMAT: &str = "kamsheet-rescue";

/// What begins every such file, spaces left out.
const BEGINNING: &str = "{\"format\":\"kamsheet-rescue\"";

/// Whether a text begins like one of these files.
pub fn is_rescue(text: &str) -> bool {
    let beginning: String = text.trim_start().chars().take(120).filter(|letter| !letter.is_whitespace()).collect();
    beginning.trim_start_matches('\u{feff}').starts_with(BEGINNING)
}

/// The workbooks in a text of the recovery page: of each the newest state that its texts and its journal give. Nothing
/// when the text is not one of these; empty when nothing in it can be read.
pub fn workbooks(text: &str, ids: &mut dyn FnMut() -> Id) -> Option<Vec<Workbook>> {
    let parsed = parse(text.trim_start_matches('\u{feff}')).ok()?;
    let json = &parsed.json;
    if json.get("format").and_then(Json::as_text) != Some(FORMAT) {
        return None;
    }
    let mut found: BTreeMap<String, Found> = BTreeMap::new();
    for (key, text) in members(json.get("local_storage")) {
        if let Some(id) = key.strip_prefix(keys::DOC) {
            found.entry(id.to_owned()).or_default().local = text.as_text().map(str::to_owned);
        }
    }
    // What was open is newer than what was stored.
    for (id, text) in members(json.get("memory")).chain(members(json.get("open"))) {
        found.entry(id.to_owned()).or_default().local = text.as_text().map(str::to_owned);
    }
    let database = json.get("database");
    for (key, text) in entries(database, "state") {
        if let Some(id) = key.as_text() {
            found.entry(id.to_owned()).or_default().checkpoint = Some(text);
        }
    }
    for (key, text) in entries(database, "journal") {
        if let Some(id) = key.items().first().and_then(Json::as_text) {
            found.entry(id.to_owned()).or_default().journal.push(text);
        }
    }
    let newest = found.into_iter().filter_map(|(id, found)| {
        // Snapshots, newest first, for what cannot be read otherwise.
        let mut snapshots: Vec<String> =
            entries(database, "snapshots").filter(|(key, _)| is_text_of(key, &id)).map(|(_, text)| text).collect();
        snapshots.reverse();
        let (replica, _) = assemble(&found, &snapshots, "rescue", ids).state?;
        Some(replica.workbook().clone())
    });
    Some(newest.collect())
}

/// Whether a key is that of the text of a snapshot of a workbook.
fn is_text_of(key: &Json<'_>, id: &str) -> bool {
    let [owner, part, ..] = key.items() else { return false };
    owner.as_text() == Some(id) && part.as_number() == Some(1.0)
}

fn members<'j>(json: Option<&'j Json<'j>>) -> impl Iterator<Item = (&'j str, &'j Json<'j>)> {
    json.map(Json::members).unwrap_or_default().iter().map(|(key, value)| (key.as_ref(), value))
}

/// Keys and texts of a store of the database.
fn entries<'j>(database: Option<&'j Json<'j>>, store: &str) -> impl Iterator<Item = (&'j Json<'j>, String)> {
    let items = database.and_then(|database| database.get(store)).map(Json::items).unwrap_or_default();
    items.iter().filter_map(|item| Some((item.get("key")?, item.get("value")?.as_text()?.to_owned())))
}
