//! Handing copies out and knowing them again when they come back.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::copy::{HandOut, blank_for_scoring};
use super::envelope::Workbook;
use super::read::read_text;
use super::share::{Names, Sharing, reduce};
use super::write::{hash, join, table_json};
use crate::change::merge::{Copy, Scope};
use crate::model::{Document, Id};
use crate::worksheets::TABLES;
use crate::worksheets::sharing::Level;

/// What a copy of this scope holds. The same document and scope always give the same, so that what was handed out can be
/// made again when it comes back. Private rows stay behind.
pub fn content(document: &Document, scope: &Scope) -> Document {
    let names = Names::default();
    let sharing = Sharing { level: scope.level, names: &names, with_private: false, factor: 1.0, shift_days: 0 };
    // At these levels a copy keeps the workbook's own id.
    let reduced = reduce(document, &sharing, &mut || document.id.clone()).document;
    if scope.scoring_only { blank_for_scoring(&reduced, scope) } else { reduced }
}

/// A document as it comes back from a file, with what reading repairs repaired: as a snapshot of it will be read.
pub fn settled(document: &Document, ids: &mut dyn FnMut() -> Id) -> Document {
    let text = join(&Workbook::new(document.clone()), &|table| Cow::Owned(table_json(document, table)));
    read_text(&text, ids).map_or_else(|_| document.clone(), |import| import.workbook.document)
}

/// The copy for one person, ready to be written as a file, of a [`settled`] document. `at` is the time, ISO 8601 in UTC.
pub fn copy_for(document: &Document, scope: &Scope, author: &str, at: &str) -> Workbook {
    let content = content(document, scope);
    let base_hash = hash(&content);
    let hand_out = HandOut {
        author: author.to_owned(),
        scope: scope.clone(),
        base_id: hash(document),
        base_hash: base_hash.clone(),
        handed_out: at.to_owned(),
    };
    let copy = Some(hand_out.to_json());
    Workbook { base_hash, author: author.to_owned(), copy, ..Workbook::new(content) }
}

/// The scope of some sheets; of the whole workbook where none is named. A copy for scoring never holds what others rated.
pub fn scope_of(sheets: &[&str], level: Level, scoring_only: bool) -> Scope {
    let named = TABLES.iter().filter(|table| sheets.contains(&table.sheet()));
    let tables: BTreeSet<&'static str> = named.map(|table| table.path).collect();
    let level = if scoring_only && level == Level::Full { Level::Colleagues } else { level };
    Scope { tables: (!sheets.is_empty()).then_some(tables), level, scoring_only }
}

/// A copy that came back, with what it was handed out as.
#[derive(Clone, Debug, PartialEq)]
pub struct Returned {
    /// Who filled it.
    pub author: String,
    /// What came back.
    pub document: Document,
    /// What it was handed out as; nothing where that is not known or not kept.
    pub base: Option<Document>,
    /// What it may say.
    pub scope: Scope,
}

/// A state that was kept when copies went out, with its fingerprint.
#[derive(Clone, Debug)]
pub struct Kept {
    document: Document,
    hash: String,
}

impl Kept {
    /// A state; its fingerprint is taken once, for any number of copies.
    pub fn new(document: Document) -> Self {
        let hash = hash(&document);
        Self { document, hash }
    }
}

impl Returned {
    /// Reads what a file says about itself and looks for what it was handed out as among the states that were kept: the
    /// one it names first.
    pub fn new(workbook: Workbook, file: &str, kept: &[Kept]) -> Self {
        let hand_out = envelope_of(&workbook).unwrap_or_default();
        let names = [workbook.author.as_str(), hand_out.author.as_str(), file.trim_end_matches(".json")];
        let author = names.into_iter().map(str::trim).find(|name| !name.is_empty()).unwrap_or_default().to_owned();
        let base_hash = Some(hand_out.base_hash).filter(|hash| !hash.is_empty()).unwrap_or(workbook.base_hash);
        let (named, others): (Vec<&Kept>, Vec<&Kept>) = kept.iter().partition(|one| one.hash == hand_out.base_id);
        let base = named.into_iter().chain(others).find_map(|one| {
            let content = content(&one.document, &hand_out.scope);
            (hash(&content) == base_hash).then_some(content)
        });
        Self { author, document: workbook.document, base, scope: hand_out.scope }
    }

    /// As the merge takes it.
    pub fn as_copy(&self) -> Copy<'_> {
        Copy {
            document: &self.document,
            base: self.base.as_ref(),
            author: self.author.clone(),
            scope: self.scope.clone(),
        }
    }
}

/// What a workbook says about itself when it is a copy that was handed out.
pub fn envelope_of(workbook: &Workbook) -> Option<HandOut> {
    workbook.copy.as_deref().and_then(HandOut::from_json)
}

/// Gives every copy a name of its own: the second of the same name gets a number. A name is never empty, for that is the
/// receiver's.
pub fn tell_apart(returned: &mut [Returned]) {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for copy in returned {
        let plain = if copy.author.trim().is_empty() { "?".to_owned() } else { copy.author.trim().to_owned() };
        let mut name = plain.clone();
        let mut number = 2;
        while !taken.insert(name.clone()) {
            name = format!("{plain} {number}");
            number += 1;
        }
        copy.author = name;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testkit::{any_document, doc, put};
    use crate::change::merge::{Decisions, merge};
    use crate::file::write::{Options, to_json};
    use crate::model::Date;
    use proptest::prelude::*;

    fn sent_and_back(document: &Document, scope: &Scope, author: &str, fill: &[(&str, &str)]) -> Returned {
        let copy = copy_for(document, scope, author, "2026-03-05T09:00:00Z");
        let options = Options { pretty: true, results: None, as_of: Date::new(2026, 3, 5).unwrap(), exported_at: "" };
        let mut ids = || Id::from("new");
        let mut filled = read_text(&to_json(&copy, &options), &mut ids).unwrap().workbook;
        for (path, text) in fill {
            put(&mut filled.document, path, text);
        }
        let file = to_json(&filled, &options);
        Returned::new(read_text(&file, &mut ids).unwrap().workbook, "file.json", &[Kept::new(document.clone())])
    }

    #[test]
    fn a_copy_is_known_again_and_its_base_is_found() {
        let document = doc(&[
            ("w3.needs.n.need", "faster"),
            ("w3.needs.n.importance", "7"),
            ("w3.needs.p.need", "secret"),
            ("w3.needs.p.private", "yes"),
        ]);
        for scope in [
            scope_of(&[], Level::Full, false),
            scope_of(&["w3"], Level::Colleagues, false),
            scope_of(&["w3"], Level::Full, true),
        ] {
            let back = sent_and_back(&document, &scope, "Li", &[("w3.needs.n.importance", "9")]);
            assert_eq!((back.author.as_str(), &back.scope), ("Li", &scope));
            assert!(back.base.is_some(), "{scope:?}");
            let merged = merge(&document, &[back.as_copy()], &Decisions::new());
            assert!(merged.conflicts.is_empty());
            assert_eq!(merged.ratings.len(), usize::from(scope.scoring_only));
            assert_eq!(merged.patch.ops.len(), usize::from(!scope.scoring_only));
        }
    }

    #[test]
    fn copies_of_the_same_name_are_told_apart() {
        let copy =
            |author: &str| Returned { author: author.into(), document: doc(&[]), base: None, scope: Scope::default() };
        let mut copies = [copy("Li"), copy("Li"), copy(" "), copy("Li 2")];
        tell_apart(&mut copies);
        let names: Vec<&str> = copies.iter().map(|copy| copy.author.as_str()).collect();
        assert_eq!(names, ["Li", "Li 2", "?", "Li 2 2"]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..Default::default() })]
        #[test]
        fn a_copy_that_comes_back_untouched_changes_nothing(document in any_document(), scoring in any::<bool>(), part in any::<bool>()) {
            let mut ids = || Id::from("new");
            let document = settled(&document, &mut ids);
            let sheets: &[&str] = if part { &["w2", "w3"] } else { &[] };
            let back = sent_and_back(&document, &scope_of(sheets, Level::Full, scoring), "Li", &[]);
            prop_assert!(back.base.is_some());
            let merged = merge(&document, &[back.as_copy()], &Decisions::new());
            prop_assert!(merged.patch.is_empty() && merged.conflicts.is_empty() && merged.ratings.is_empty(), "{merged:?}");
        }
    }
}
