//! What the list of workbooks shows of each without reading it.

use crate::file::json::{Json, Writer, write_number};
use crate::model::{Id, Lang};

/// A workbook on the shelf.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The workbook.
    pub id: Id,
    /// Name of the account.
    pub account: String,
    /// Planning period.
    pub period: String,
    /// Filled core fields, 0 to 1.
    pub progress: f64,
    /// When it was changed last, ISO 8601 in UTC; for reading, never for ordering copies.
    pub changed: String,
    /// Language it was made in.
    pub lang: Lang,
}

impl Card {
    /// A card of a workbook of which nothing else is known.
    pub const fn bare(id: Id) -> Self {
        Self {
            id,
            account: String::new(),
            period: String::new(),
            progress: 0.0,
            changed: String::new(),
            lang: Lang::En,
        }
    }

    pub(super) fn write(&self, out: &mut String) {
        let mut object = Writer::object(out);
        object.text("id", self.id.as_str());
        object.text("account", &self.account);
        object.text("period", &self.period);
        write_number(object.key("progress"), self.progress);
        object.text("changed", &self.changed);
        object.text("lang", self.lang.tag());
        object.end();
    }

    pub(super) fn read(json: &Json<'_>) -> Option<Self> {
        let text = |key: &str| json.get(key).and_then(Json::as_text).unwrap_or_default().to_owned();
        Some(Self {
            id: json.get("id").and_then(Json::as_text)?.into(),
            account: text("account"),
            period: text("period"),
            progress: json.get("progress").and_then(Json::as_number).unwrap_or(0.0),
            changed: text("changed"),
            lang: Lang::from_tag(&text("lang")),
        })
    }
}
