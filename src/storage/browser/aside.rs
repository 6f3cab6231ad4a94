//! What cannot be read is set aside before anything is written, and stays there.

use wasm_bindgen::JsValue;

use super::database::{self, ASIDE, JOURNAL, Write};
use super::store::Store;
use crate::model::Trouble;
use crate::storage::assemble::{Damaged, Found};
use crate::storage::keys;

impl Store {
    /// Copies what cannot be read to where nothing overwrites it. False when localStorage's text could not be copied.
    pub(super) fn set_aside(&self, id: &str, damaged: &[Damaged], found: &Found, journal_keys: &[JsValue]) -> bool {
        let mut is_safe = true;
        let mut writes = Vec::new();
        for (number, damage) in damaged.iter().enumerate() {
            let place = database::key(&[&id.into(), &format!("{:?} {number}", damage).into()]);
            match damage {
                Damaged::Local => is_safe = self.set_local_aside(id, &place, &mut writes),
                Damaged::Checkpoint => {
                    let text = found.checkpoint.as_deref().unwrap_or_default();
                    writes.push(Write::Put(ASIDE, place, text.into()));
                }
                Damaged::Journal(at) => {
                    let text = found.journal.get(*at).map_or("", String::as_str);
                    writes.push(Write::Put(ASIDE, place, text.into()));
                    if let Some(key) = journal_keys.get(*at) {
                        writes.push(Write::Delete(JOURNAL, key.clone()));
                    }
                }
            }
        }
        if !writes.is_empty() {
            self.write_aside(&writes);
        }
        is_safe
    }

    fn set_local_aside(&self, id: &str, place: &JsValue, writes: &mut Vec<Write>) -> bool {
        let Some(local) = self.local() else { return true };
        let Some(text) = local.get_exact(&keys::doc(id)) else { return true };
        let copies = local.keys(&format!("{}{id}:", keys::ASIDE));
        let copied = copies.iter().find(|key| local.get_exact(key).as_ref() == Some(&text)).cloned();
        let fresh =
            || (0..).map(|number| keys::aside(id, number)).find(|key| !copies.contains(key)).unwrap_or_default();
        let key = copied.clone().unwrap_or_else(fresh);
        let is_copied = copied.is_some() || local.set(&key, &text).is_ok();
        if !is_copied {
            writes.push(Write::Put(ASIDE, place.clone(), text.into()));
        }
        self.set_trouble(Some(Trouble::Unreadable { key, workbook: Some(id.into()) }));
        is_copied || self.database().is_some()
    }
}
