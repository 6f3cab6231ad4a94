//! The quick depth of a sheet that is filled: one look, about one screen and a half. Its leading sections stand open with
//! their first rows, every other filled one is a line that says what is in it; a click or Enter opens it.

use crate::analysis::content::{has_content, row_has_content};
use crate::change::edit::records;
use crate::model::{Depth, Document, Lang, TableDef};
use crate::ui::cx::Cx;
use crate::ui::field::in_words;
use crate::worksheets::tables_of;

/// Every row.
const ALL: usize = usize::MAX;

/// The sections that stand open, and how many rows they show at first, in Chinese and in English: its lines are longer.
const LEADING: &[(&str, usize, usize)] = &[
    ("w1.series", 4, 4),
    ("w1.pestel", 4, 4),
    ("w2.wallet", 4, 4),
    ("w2.ratings", ALL, ALL),
    ("w2.summary", ALL, ALL),
    ("w3.people", 6, 4),
    ("w3.needs", 5, 4),
    ("w4.cover", ALL, ALL),
    ("w4.summary", ALL, ALL),
    ("w5.sla", 5, 5),
    ("w5.cap", 5, 5),
    ("w6.obj", 3, 2),
    ("w6.opp", 3, 3),
];

/// So many filled tables make a sheet a filled one.
const FILLED_FROM: usize = 3;
/// How many rows a folded section names.
const NAMED: usize = 8;

/// Whether a sheet is shown in brief.
pub fn is_brief(cx: Cx, sheet: &str) -> bool {
    let has_leading = LEADING.iter().any(|(path, ..)| path.split('.').next() == Some(sheet));
    let filled = || {
        let tables = tables_of(sheet).filter(|table| table.depth() <= cx.depth);
        cx.desk.with(|document| tables.filter(|table| is_filled(document, table)).count())
    };
    cx.depth == Depth::Quick && has_leading && filled() >= FILLED_FROM
}

/// Whether a section of a sheet in brief is folded at first.
pub fn folds(cx: Cx, table: &'static TableDef) -> bool {
    first_rows(table, cx.lang).is_none() && cx.desk.with(|document| is_filled(document, table))
}

/// How many rows of a list a sheet in brief shows at first, where the list has more.
pub fn limit(cx: Cx, table: &'static TableDef) -> Option<usize> {
    let first = first_rows(table, cx.lang)?;
    let rows = cx.desk.with(|document| document.list(table).len());
    (rows > first).then_some(first)
}

fn first_rows(table: &TableDef, lang: Lang) -> Option<usize> {
    let (_, zh, en) = LEADING.iter().find(|(path, ..)| *path == table.path)?;
    Some(if lang == Lang::Zh { *zh } else { *en })
}

/// Whether a person put something into a table.
fn is_filled(document: &Document, table: &'static TableDef) -> bool {
    if table.is_list() {
        return document.list(table).iter().any(|row| row_has_content(document, table, row));
    }
    records(document, table).any(|(row, _, record)| has_content(document, table, row.as_ref(), record))
}

/// What is in a folded section, in words.
pub fn preview(cx: Cx, table: &'static TableDef) -> String {
    let separator = if cx.lang == Lang::Zh { "、" } else { ", " };
    if table.is_form() {
        let values = cx.desk.with(|document| {
            let record = document.form(table);
            let shown = table.fields.iter().filter(|field| field.depth <= cx.depth);
            let filled = shown.filter_map(|field| Some((field, record.at(field.slot)?.clone())));
            filled.collect::<Vec<_>>()
        });
        return values.iter().map(|(field, value)| in_words(cx, field, value)).collect::<Vec<_>>().join(" · ");
    }
    if !table.is_list() {
        return String::new();
    }
    let ids = cx.desk.with(|document| document.list(table).ids().to_vec());
    let mut names: Vec<String> = ids.iter().take(NAMED).map(|id| cx.title(table.path, id.as_str())).collect();
    // Quarters of one year have the same name.
    names.dedup();
    names.join(separator)
}
