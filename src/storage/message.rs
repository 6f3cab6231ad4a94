//! What the tabs of one workbook tell each other.

use super::entry::{Entry, EntryError};
use super::seen::{Seen, Stamp, whole};
use crate::file::json::{Json, Writer};
use crate::file::migrate::SCHEMA_VERSION;
use crate::file::parse::parse;

/// A message to the other tabs on the same workbook.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// A change was made.
    Edit(Entry),
    /// The tab that writes has a change.
    Heard(Stamp),
    /// The tab that writes has put these changes into localStorage.
    Kept(Seen),
    /// A tab opened the workbook and holds these changes; who has more sends it.
    Hello(Seen),
    /// The workbook was deleted.
    Deleted,
}

/// Why a message could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageError {
    /// A newer version sent it, in this schema.
    Newer(u32),
    /// Not ours, or damaged.
    Bad,
}

impl Message {
    /// [`Self::Deleted`] as JSON. The list of workbooks says this and knows of no other message.
    pub fn deletion() -> String {
        format!("{{\"schema\":{SCHEMA_VERSION},\"deleted\":true}}")
    }

    /// As JSON.
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        let mut object = Writer::object(&mut out);
        object.raw("schema", &SCHEMA_VERSION.to_string());
        match self {
            Self::Deleted => return Self::deletion(),
            Self::Edit(entry) => object.text("edit", &entry.to_json()),
            Self::Heard(stamp) => {
                object.raw("heard", &stamp.generation.to_string());
                object.text("tab", &stamp.tab);
            }
            Self::Kept(seen) => seen.write(object.key("kept")),
            Self::Hello(seen) => seen.write(object.key("hello")),
        }
        object.end();
        out
    }

    /// Reads what [`Self::to_json`] wrote.
    ///
    /// # Errors
    /// [`MessageError`].
    pub fn from_json(text: &str) -> Result<Self, MessageError> {
        let json = parse(text).map_err(|_| MessageError::Bad)?.json;
        let schema = whole(json.get("schema")).and_then(|schema| u32::try_from(schema).ok());
        match schema {
            None => return Err(MessageError::Bad),
            Some(schema) if schema > SCHEMA_VERSION => return Err(MessageError::Newer(schema)),
            Some(_) => {}
        }
        if let Some(Json::Text(entry)) = json.get("edit") {
            return match Entry::from_json(entry) {
                Ok(entry) => Ok(Self::Edit(entry)),
                Err(EntryError::Newer(schema)) => Err(MessageError::Newer(schema)),
                Err(_) => Err(MessageError::Bad),
            };
        }
        let seen = |key: &str| json.get(key).and_then(Seen::read);
        let heard = || {
            let tab = json.get("tab").and_then(Json::as_text)?.to_owned();
            Some(Self::Heard(Stamp { generation: whole(json.get("heard"))?, tab }))
        };
        let deleted = || json.get("deleted").map(|_| Self::Deleted);
        let read = heard().or_else(|| seen("kept").map(Self::Kept)).or_else(|| seen("hello").map(Self::Hello));
        read.or_else(deleted).ok_or(MessageError::Bad)
    }
}
