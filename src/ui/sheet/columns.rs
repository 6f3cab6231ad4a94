//! Which fields of a list stand as columns, and which open below the row: no horizontal maze.

use crate::model::{Document, FieldDef, Kind, TableDef};
use crate::ui::cx::Cx;
use crate::worksheets::settings;

/// Fields by where they stand.
pub struct Layout {
    /// Columns.
    pub columns: Vec<&'static FieldDef>,
    /// Fields that open below the row, row attributes last.
    pub below: Vec<&'static FieldDef>,
    /// How many figures stand as columns.
    pub leading: usize,
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
    let leading = leading(table.path);
    let taken: u32 = u32::try_from(leading).unwrap_or(0) * 4;
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
    Layout { columns, below, leading }
}

/// From this width on a list needs the page for itself, without a picture beside it.
const WIDE: u32 = 38;

/// Whether a list has no room for a picture beside it.
pub fn is_wide(cx: Cx, table: &'static TableDef) -> bool {
    let Layout { columns, leading, .. } = layout(cx, table);
    let figures = u32::try_from(leading).unwrap_or(0) * 4;
    columns.into_iter().map(width).sum::<u32>() + figures >= WIDE
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

/// How many figures stand as columns in a list: known before their code is there, so that their place is kept free.
fn leading(path: &str) -> usize {
    LEADING.iter().filter(|(table, _)| *table == path).count()
}

/// Results that deserve a column in a list.
pub const LEADING: &[(&str, &str)] = &[
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

/// Whether private notes about people show: off unless the team switched them on.
pub fn shows_private_notes(document: &Document) -> bool {
    document.form(settings::general::TABLE).get(settings::general::PRIVATE_NOTES).unwrap_or(false)
}
