//! Which fields of a list stand as columns, and which open below the row: no horizontal maze.

use crate::analysis::{Compute, ResultDef, catalogue};
use crate::model::{Depth, Document, FieldDef, Kind, TableDef};
use crate::ui::cx::Cx;
use crate::worksheets::settings;

/// Fields by where they stand.
pub struct Layout {
    /// Columns.
    pub columns: Vec<&'static FieldDef>,
    /// Fields that open below the row, row attributes last.
    pub below: Vec<&'static FieldDef>,
    /// Results that stand as columns.
    pub results: Vec<&'static ResultDef>,
    /// Results that open below the row.
    pub results_below: Vec<&'static ResultDef>,
}

/// Room for columns, in the widths of [`width`]. Core fields always have one.
const ROOM: u32 = 34;

/// The layout of a list at the depth of the page. Core and quick fields come first; what has no room opens below.
pub fn layout(cx: Cx, table: &'static TableDef) -> Layout {
    let shown: Vec<_> = table
        .fields
        .iter()
        .filter(|field| super::form::is_shown(cx, table, field) && field.kind != Kind::Auto)
        .collect();
    let (results, results_below) = row_results(table, cx.depth);
    let taken: u32 = u32::try_from(results.len()).unwrap_or(0) * 4;
    let mut room = ROOM.saturating_sub(taken);
    let mut ranked = shown.clone();
    crate::model::order::sort_by_key(&mut ranked, |field| field.depth);
    let mut chosen = Vec::new();
    for field in ranked {
        let width = width(field);
        if field.core || width <= room || chosen.is_empty() {
            room = room.saturating_sub(width);
            chosen.push(field.key);
        }
    }
    let columns: Vec<_> = shown.iter().copied().filter(|field| chosen.contains(&field.key)).collect();
    let mut below: Vec<_> = shown.into_iter().filter(|field| !chosen.contains(&field.key)).collect();
    below.extend(table.attributes().filter(|field| field.depth <= cx.depth && field.kind != Kind::Auto));
    Layout { columns, below, results, results_below }
}

/// About how wide a column has to be.
const fn width(field: &FieldDef) -> u32 {
    match field.kind {
        Kind::LongText => 10,
        Kind::Text => 8,
        Kind::Refs(_) | Kind::Choices(_) => 6,
        Kind::Rating(scale) if scale.max > 5 => 6,
        Kind::Choice { .. } | Kind::Ref(_) | Kind::Rating(_) | Kind::Date => 5,
        Kind::Money { .. } | Kind::Number { .. } | Kind::Percent { .. } | Kind::Integer { .. } | Kind::Auto => 4,
        Kind::Year | Kind::YesNo => 3,
    }
}

/// Results that deserve a column in a list.
const LEADING: &[(&str, &str)] = &[
    ("w1.series", "yoy"),
    ("w1.pestel", "score"),
    ("w2.wallet", "share"),
    ("w2.wallet", "gap"),
    ("w2.factors", "gap"),
    ("w3.needs", "opportunity"),
    ("w4.modules", "importance"),
    ("w5.sla", "met"),
    ("w5.sq", "gap"),
    ("w5.cap", "priority"),
    ("w6.obj", "progress"),
    ("w6.risk", "score"),
    ("w6.ms", "slippage"),
    ("portfolio.customers", "abc"),
    ("portfolio.customers", "cell"),
];

fn row_results(table: &'static TableDef, depth: Depth) -> (Vec<&'static ResultDef>, Vec<&'static ResultDef>) {
    let of_table = catalogue::GROUPS
        .iter()
        .flat_map(|group| group.iter())
        .filter(|result| matches!(result.compute, Compute::Rows(path, _) if path == table.path));
    let leads = |result: &ResultDef| {
        LEADING.iter().any(|(path, last)| *path == table.path && result.name.ends_with(&format!(">.{last}")))
    };
    let (leading, rest): (Vec<_>, Vec<_>) = of_table.partition(|result| leads(result));
    // At quick depth the row shows its leading figure only.
    (leading, if depth == Depth::Quick { Vec::new() } else { rest })
}

/// The results that stand as columns of a list at any depth.
pub fn leading(table: &'static TableDef) -> Vec<&'static ResultDef> {
    row_results(table, Depth::Quick).0
}

/// Whether private notes about people show: off unless the team switched them on.
pub fn shows_private_notes(document: &Document) -> bool {
    document.form(settings::general::TABLE).get(settings::general::PRIVATE_NOTES).unwrap_or(false)
}
