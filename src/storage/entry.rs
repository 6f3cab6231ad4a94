//! One change in the journal and on the way between tabs, as one checked line of JSON.

use super::checksum::Sum;
use super::seen::{Stamp, whole};
use crate::change::Patch;
use crate::file::json::{Json, Writer};
use crate::file::migrate::SCHEMA_VERSION;
use crate::file::parse::parse;
use crate::file::patch::{self, PatchError};

/// A change with its place in the order.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its place in the order.
    pub stamp: Stamp,
    /// The generation of the change before it by the same tab; 0 for its first. Shows whether one is missing.
    pub before: u64,
    /// The change.
    pub patch: Patch,
}

/// Why an entry could not be read.
#[derive(Clone, Debug, PartialEq)]
pub enum EntryError {
    /// A newer version wrote it, in this schema.
    Newer(u32),
    /// Damaged.
    Bad,
    /// It names what this version does not know.
    Patch(PatchError),
}

impl Entry {
    /// The change of the same tab before this one, if there was one.
    pub fn predecessor(&self) -> Option<Stamp> {
        (self.before > 0).then(|| Stamp { generation: self.before, tab: self.stamp.tab.clone() })
    }

    /// As JSON.
    pub fn to_json(&self) -> String {
        let patch = patch::to_json(&self.patch);
        let mut out = String::with_capacity(patch.len() + 96);
        let mut object = Writer::object(&mut out);
        object.raw("schema", &SCHEMA_VERSION.to_string());
        object.raw("generation", &self.stamp.generation.to_string());
        object.text("tab", &self.stamp.tab);
        object.raw("before", &self.before.to_string());
        object.text("checksum", &self.sum(&patch));
        object.raw("patch", &patch);
        object.end();
        out
    }

    fn sum(&self, patch: &str) -> String {
        let order = format!("{} {} {}", self.stamp.generation, self.before, self.stamp.tab);
        Sum::new().with(&order).with(patch).hex()
    }

    /// Reads what [`Self::to_json`] wrote.
    ///
    /// # Errors
    /// [`EntryError`].
    pub fn from_json(text: &str) -> Result<Self, EntryError> {
        let json = parse(text).map_err(|_| EntryError::Bad)?.json;
        let schema = whole(json.get("schema")).and_then(|schema| u32::try_from(schema).ok()).ok_or(EntryError::Bad)?;
        if schema > SCHEMA_VERSION {
            return Err(EntryError::Newer(schema));
        }
        let tree = json.get("patch").ok_or(EntryError::Bad)?;
        let entry = Self {
            stamp: Stamp {
                generation: whole(json.get("generation")).ok_or(EntryError::Bad)?,
                tab: json.get("tab").and_then(Json::as_text).ok_or(EntryError::Bad)?.to_owned(),
            },
            before: whole(json.get("before")).ok_or(EntryError::Bad)?,
            patch: Patch::default(),
        };
        if json.get("checksum").and_then(Json::as_text) != Some(entry.sum(&tree.to_text()).as_str()) {
            return Err(EntryError::Bad);
        }
        Ok(Self { patch: patch::from_tree(tree).map_err(EntryError::Patch)?, ..entry })
    }
}
