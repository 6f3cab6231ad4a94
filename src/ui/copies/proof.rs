//! A shared file before it leaves: what is in it, what is not, and the search for names that should be gone.

use std::collections::BTreeMap;

use leptos::prelude::GetUntracked as _;

use crate::file::share::{Hit, Names, Sharing, Who, file_label, reduce, scan};
use crate::file::{Workbook, link, markdown, name};
use crate::model::Document;
use crate::ui::cx::Cx;
use crate::ui::{dom, files};
use crate::worksheets::TABLES;
use crate::worksheets::sharing::Level;

/// A file that is ready to leave, or not.
#[derive(Clone, PartialEq)]
pub struct Proof {
    /// Its name.
    pub file: String,
    /// Its text.
    pub text: String,
    /// The same without results and line breaks, for a link.
    pub compact: String,
    /// It as people read it.
    pub readable: String,
    /// How many values in how many tables leave.
    pub goes: (usize, usize),
    /// What was taken out, by key path.
    pub removed: BTreeMap<String, usize>,
    /// How often each name was replaced.
    pub replaced: BTreeMap<String, usize>,
    /// Names that are still in it.
    pub hits: Vec<Hit>,
    /// How many names were searched for; nothing where this level keeps them.
    pub searched: Option<usize>,
    /// The state of the workbook that it was made of.
    pub of: u64,
}

/// Makes the file of a level and looks through it.
pub fn make(cx: Cx, sharing: &Sharing<'_>) -> Proof {
    let reduced = cx.desk.with(|document| reduce(document, sharing, &mut dom::new_id));
    let label = cx.desk.with(|document| file_label(document, sharing.level, sharing.names));
    let file = name::file_name(&label, dom::today(), "json");
    let workbook = Workbook::new(reduced.document);
    let text = files::file_text(&workbook);
    let compact = link::compact(&workbook);
    let gone = names_gone(sharing);
    let hits = gone.as_ref().map(|names| {
        let mut hits = scan(&text, names);
        hits.extend(scan(&file, names));
        hits
    });
    Proof {
        goes: counts(&workbook.document),
        readable: markdown::report(&workbook.document, cx.lang),
        removed: reduced.removed,
        replaced: reduced.replaced,
        searched: gone.map(|names| names.list.len()),
        hits: hits.unwrap_or_default(),
        of: cx.desk.changed.get_untracked(),
        file,
        text,
        compact,
    }
}

/// The names that must not be in the file.
fn names_gone(sharing: &Sharing<'_>) -> Option<Names> {
    let is_gone = |who: Who| match sharing.level {
        Level::External | Level::Training => true,
        Level::Customer => who == Who::Competitor,
        Level::Full | Level::Colleagues => false,
    };
    let list: Vec<_> =
        sharing.names.list.iter().filter(|name| is_gone(name.who) && name.alias != name.real).cloned().collect();
    (!matches!(sharing.level, Level::Full | Level::Colleagues)).then_some(Names { list })
}

fn counts(document: &Document) -> (usize, usize) {
    let filled = |table: &&'static crate::model::TableDef| -> usize {
        crate::change::edit::records(document, table).map(|(_, _, record)| record.filled().count()).sum()
    };
    TABLES
        .iter()
        .map(filled)
        .filter(|count| *count > 0)
        .fold((0, 0), |(values, tables), count| (values + count, tables + 1))
}
