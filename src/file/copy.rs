//! What a handed-out copy says about itself, in the member `copy` of its file.

use std::collections::BTreeSet;

use super::json::{Json, Writer};
use super::parse::parse;
use crate::analysis::scoring::is_scored;
use crate::change::edit::records;
use crate::change::merge::Scope;
use crate::model::{Document, Place};
use crate::worksheets::{TABLES, sharing::Level};

/// The envelope of a handed-out copy.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct HandOut {
    /// Who fills it; asked when the copy is opened where it is empty.
    pub author: String,
    /// What it may change, how much it holds, and whether it is for scoring only.
    pub scope: Scope,
    /// Under which id the sender keeps what was handed out.
    pub base_id: String,
    /// Fingerprint of what was handed out, as [`super::write::hash`] gives it.
    pub base_hash: String,
    /// When it was handed out, ISO 8601 in UTC.
    pub handed_out: String,
}

impl HandOut {
    /// As the member `copy` of a file.
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        let mut object = Writer::object(&mut out);
        object.text("author", &self.author);
        if let Some(tables) = &self.scope.tables {
            let mut list = Writer::list(object.key("scope"));
            for path in tables {
                super::json::write_text(list.item(), path);
            }
            list.end();
        }
        object.text("level", self.scope.level.key());
        object.raw("scoring_only", if self.scope.scoring_only { "true" } else { "false" });
        object.text("base_id", &self.base_id);
        object.text("base_hash", &self.base_hash);
        object.text("handed_out", &self.handed_out);
        object.end();
        out
    }

    /// Reads the member `copy`; what is not there or odd counts as empty. A scope may name whole sheets, as `w3`. Nothing
    /// where the text is no object. A level that this version does not know counts as the most reduced one, so that
    /// nothing that was left out is taken for deleted.
    pub fn from_json(text: &str) -> Option<Self> {
        let parsed = parse(text).ok()?;
        let json = parsed.json;
        if !matches!(json, Json::Object(_)) {
            return None;
        }
        let text = |key: &str| json.get(key).and_then(Json::as_text).unwrap_or_default().to_owned();
        let level = json.get("level").and_then(Json::as_text);
        let scope = Scope {
            tables: json.get("scope").filter(|scope| matches!(scope, Json::List(_))).map(tables_in),
            level: level.map_or(Level::Full, |key| Level::from_key(key).unwrap_or(Level::Customer)),
            scoring_only: json.get("scoring_only") == Some(&Json::Bool(true)),
        };
        Some(Self {
            author: text("author"),
            scope,
            base_id: text("base_id"),
            base_hash: text("base_hash"),
            handed_out: text("handed_out"),
        })
    }
}

fn tables_in(scope: &Json<'_>) -> BTreeSet<&'static str> {
    let names: BTreeSet<&str> = scope.items().iter().filter_map(Json::as_text).collect();
    let named = TABLES.iter().filter(|table| names.contains(table.path) || names.contains(table.sheet()));
    named.map(|table| table.path).collect()
}

/// What is handed out for scoring: without the ratings and weights of the tables in scope, so that nobody sees what
/// others gave, and every value that comes back is the rater's own.
pub fn blank_for_scoring(document: &Document, scope: &Scope) -> Document {
    let mut blank = document.clone();
    for table in TABLES.iter().copied().filter(|table| scope.has(table) && table.sheet() != "settings") {
        for (row, col, record) in records(document, table) {
            for field in table.fields.iter().filter(|field| is_scored(field) && record.at(field.slot).is_some()) {
                blank.put(&Place { table, row: row.clone(), col: col.clone(), slot: field.slot }, None);
            }
        }
    }
    blank
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testkit::doc;

    #[test]
    fn an_envelope_comes_back_as_it_was() {
        let hand_out = HandOut {
            author: "王 \"Li\"".into(),
            scope: Scope { tables: Some(["w3.needs", "w4.cover"].into()), level: Level::External, scoring_only: true },
            base_id: "b1".into(),
            base_hash: "00ff".into(),
            handed_out: "2026-03-05T09:00:00Z".into(),
        };
        assert_eq!(HandOut::from_json(&hand_out.to_json()), Some(hand_out));
        assert_eq!(HandOut::from_json(&HandOut::default().to_json()), Some(HandOut::default()));
        assert_eq!(HandOut::from_json("[]"), None);
        let sheets = HandOut::from_json(r#"{"scope":["w3"],"level":"later"}"#).unwrap();
        assert!(sheets.scope.tables.as_ref().unwrap().contains("w3.people"));
        assert_eq!(sheets.scope.level, Level::Customer);
    }

    #[test]
    fn a_scoring_copy_has_no_ratings_and_keeps_the_rest() {
        let document =
            doc(&[("w3.needs.n.importance", "7"), ("w3.needs.n.need", "faster"), ("w2.ratings.f.us.rating", "3")]);
        let scope = Scope { tables: Some(["w3.needs"].into()), ..Scope::default() };
        let blank = blank_for_scoring(&document, &scope);
        let expected = doc(&[("w3.needs.n.need", "faster"), ("w2.ratings.f.us.rating", "3")]);
        assert_eq!(blank, expected);
    }
}
