//! Any table as rows of words: every row once, empty columns left out, what has no room as lines below its row.

use super::cell::{in_print, unit_of};
use super::columns::{Column, ROOM, fit, width_of};
use crate::change::edit::records;
use crate::file::words::{columns, row_title};
use crate::model::table::same_as_given;
use crate::model::{Columns, Document, FieldDef, Id, Kind, Lang, Record, Shape, TableDef};
use crate::worksheets::{self, row};

/// A column that is computed: its heading and its text for a row.
pub struct Extra<'a> {
    /// Heading.
    pub label: &'static str,
    /// Text for a row; empty for none.
    pub text: &'a dyn Fn(&str) -> String,
}

/// A row in print.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Line {
    /// Texts of the columns.
    pub cells: Vec<String>,
    /// What had no room: label and text.
    pub below: Vec<(String, String)>,
}

/// A table in print.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Grid {
    /// Headings; none for a form.
    pub heads: Vec<String>,
    /// Whether a column holds numbers.
    pub numeric: Vec<bool>,
    /// Share of the page that each column wants, in percent.
    pub widths: Vec<f64>,
    /// The rows.
    pub lines: Vec<Line>,
}

/// Whether a table says anything: somebody has written into it, or into a matrix that it gives its rows or columns to.
pub fn is_filled(document: &Document, table: &'static TableDef) -> bool {
    let lends = |other: &&TableDef| {
        let named = |path: &str| path == table.path;
        other
            .matrix()
            .is_some_and(|(rows, columns)| named(rows) || matches!(columns, Columns::Table(path) if named(path)))
    };
    is_written(document, table)
        || worksheets::TABLES.iter().copied().filter(lends).any(|other| is_written(document, other))
}

fn is_written(document: &Document, table: &'static TableDef) -> bool {
    records(document, table).any(|(row, _, record)| {
        let id = row.as_ref().filter(|_| table.is_list());
        let id = id.map(Id::as_str);
        record.filled().any(|(slot, value)| !same_as_given(value, table.untouched(id, slot)))
    })
}

/// A table in print. `hidden` names fields that stay out; `money` is the workbook's unit of money in words.
pub fn print(
    document: &Document,
    table: &'static TableDef,
    lang: Lang,
    money: &str,
    hidden: &[&str],
    extra: &[Extra],
) -> Grid {
    match table.shape {
        Shape::Form => form(document, table, lang, money),
        Shape::List => list(document, table, lang, money, hidden, extra),
        Shape::Matrix { rows, columns } => matrix(document, table, (rows, columns), lang, money, extra),
    }
}

/// The text of a field in a record: what stands there, else what an empty field counts as in a form.
fn text(
    document: &Document,
    table: &'static TableDef,
    id: Option<&str>,
    field: &FieldDef,
    record: &Record,
    lang: Lang,
) -> String {
    let given = table.given(id, field.slot);
    let value = match record.at(field.slot) {
        None if table.is_form() => given.value(lang),
        Some(value) if same_as_given(value, given) => given.value(lang),
        other => other.cloned(),
    };
    value.map(|value| in_print(document, field, &value, lang)).unwrap_or_default()
}

fn heading(field: &FieldDef, lang: Lang, money: &str) -> String {
    let label = field.label.get(lang);
    let unit = unit_of(field, money, lang);
    match (unit.is_empty(), lang) {
        (true, _) => label.to_owned(),
        (false, Lang::Zh) => format!("{label}（{unit}）"),
        (false, Lang::En) => format!("{label} ({unit})"),
    }
}

fn form(document: &Document, table: &'static TableDef, lang: Lang, money: &str) -> Grid {
    let record = document.form(table);
    let mut grid = Grid { numeric: vec![false, false], widths: vec![32.0, 68.0], ..Grid::default() };
    for field in table.fields.iter().filter(|field| field.kind != Kind::Auto) {
        let text = text(document, table, None, field, record, lang);
        if !text.is_empty() {
            grid.lines.push(Line { cells: vec![heading(field, lang, money), text], below: Vec::new() });
        }
    }
    grid
}

/// What a list or matrix holds before it is known what fits: headings, and the texts of each row.
struct Wide {
    heads: Vec<String>,
    numeric: Vec<bool>,
    ranks: Vec<u32>,
    rows: Vec<Vec<String>>,
}

fn list(
    document: &Document,
    table: &'static TableDef,
    lang: Lang,
    money: &str,
    hidden: &[&str],
    extra: &[Extra],
) -> Grid {
    let attributes = table.attributes().filter(|field| field.kind != Kind::Auto && field.slot != row::PRIVATE.slot);
    let all = table.fields.iter().filter(|field| field.kind != Kind::Auto).chain(attributes);
    let mut fields: Vec<&FieldDef> = all.filter(|field| !hidden.contains(&field.key)).collect();
    // The row is named first, as on the page.
    let title = table.title_field().map(|field| field.key);
    crate::model::order::sort_by_key(&mut fields, |field| u8::from(Some(field.key) != title));
    let mut wide = Wide {
        heads: fields.iter().map(|field| heading(field, lang, money)).collect(),
        numeric: fields.iter().map(|field| is_number(field)).collect(),
        ranks: fields.iter().map(|field| rank(field)).collect(),
        rows: Vec::new(),
    };
    for extra in extra {
        wide.heads.push(extra.label.to_owned());
        wide.numeric.push(true);
        wide.ranks.push(1);
    }
    for row in document.list(table).iter() {
        let id = row.id.as_str();
        let own = fields.iter().map(|field| text(document, table, Some(id), field, &row.record, lang));
        let mut cells: Vec<String> = own.chain(extra.iter().map(|extra| (extra.text)(id))).collect();
        if let Some(name) = cells.first_mut().filter(|name| name.is_empty()) {
            *name = row_name(document, table, id, lang);
        }
        wide.rows.push(cells);
    }
    narrow(wide)
}

/// A row without a text of its own is called by the product's name for it, or by nothing.
fn row_name(document: &Document, table: &'static TableDef, id: &str, lang: Lang) -> String {
    let label = table.default_row(id).map(|row| row.label.get(lang).to_owned());
    label.unwrap_or_else(|| {
        let title = row_title(document, table, id, lang);
        if title == id { "—".to_owned() } else { title }
    })
}

const fn is_number(field: &FieldDef) -> bool {
    field.kind.is_numeric() && !matches!(field.kind, Kind::Rating(_))
}

/// Core fields first, then by depth; long texts last.
const fn rank(field: &FieldDef) -> u32 {
    let depth = if field.core { 0 } else { field.depth as u32 * 2 + 2 };
    if matches!(field.kind, Kind::LongText) { depth + 3 } else { depth }
}

fn matrix(
    document: &Document,
    table: &'static TableDef,
    (rows, cols): (&'static str, Columns),
    lang: Lang,
    money: &str,
    extra: &[Extra],
) -> Grid {
    let Some(row_table) = worksheets::table(rows) else { return Grid::default() };
    let cells = document.cells(table);
    let columns: Vec<(Id, String)> =
        columns(document, cols, lang).into_iter().filter(|(id, _)| cells.keys().any(|(_, col)| col == id)).collect();
    let unit = table.fields.first().filter(|_| table.fields.len() == 1).map(|field| unit_of(field, money, lang));
    let corner = match unit.filter(|unit| !unit.is_empty()) {
        Some(unit) if lang == Lang::Zh => format!("{}（{unit}）", row_table.label.get(lang)),
        Some(unit) => format!("{} ({unit})", row_table.label.get(lang)),
        None => row_table.label.get(lang).to_owned(),
    };
    let is_numeric = table.fields.first().is_some_and(is_number) && table.fields.len() == 1;
    let mut wide = Wide {
        heads: std::iter::once(corner).chain(columns.iter().map(|(_, name)| name.clone())).collect(),
        numeric: std::iter::once(false).chain(columns.iter().map(|_| is_numeric)).collect(),
        ranks: vec![1; columns.len() + 1],
        rows: Vec::new(),
    };
    for extra in extra {
        wide.heads.push(extra.label.to_owned());
        wide.numeric.push(true);
        wide.ranks.push(0);
    }
    for id in document.list(row_table).ids() {
        let records: Vec<&Record> = columns.iter().map(|(col, _)| document.cell(table, id, col)).collect();
        if records.iter().all(|record| record.is_empty()) {
            continue;
        }
        let name = row_title(document, row_table, id.as_str(), lang);
        let name = if name == id.as_str() { "—".to_owned() } else { name };
        let texts = records.iter().map(|record| cell(document, table, record, lang, money));
        let computed = extra.iter().map(|extra| (extra.text)(id.as_str()));
        wide.rows.push(std::iter::once(name).chain(texts).chain(computed).collect());
    }
    narrow(wide)
}

/// The fields of a cell in one text; only the first needs no name.
fn cell(document: &Document, table: &'static TableDef, record: &Record, lang: Lang, money: &str) -> String {
    let mut out = String::new();
    for (at, field) in table.fields.iter().enumerate() {
        let text = record.at(field.slot).map(|value| in_print(document, field, value, lang)).unwrap_or_default();
        if text.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push_str(if lang == Lang::Zh { "；" } else { "; " });
        }
        if at > 0 {
            out.push_str(&heading(field, lang, money));
            out.push_str(if lang == Lang::Zh { "：" } else { ": " });
        }
        out.push_str(&text);
    }
    out
}

/// Texts as a table of their own, laid out like the workbook's.
pub fn plain(heads: Vec<String>, rows: Vec<Vec<String>>) -> Grid {
    let columns = heads.len();
    narrow(Wide { heads, numeric: vec![false; columns], ranks: vec![0; columns], rows })
}

/// Leaves empty columns out and puts what has no room below its row.
fn narrow(wide: Wide) -> Grid {
    let is_used = |at: usize| at == 0 || wide.rows.iter().any(|row| row.get(at).is_some_and(|text| !text.is_empty()));
    let used: Vec<usize> = (0..wide.heads.len()).filter(|at| is_used(*at)).collect();
    let column = |at: &usize| {
        let texts = wide.rows.iter().filter_map(|row| row.get(*at));
        let head = wide.heads.get(*at).map_or("", String::as_str);
        let words = head.split([' ', '/', '（', '(']).map(width_of).fold(0.0, f64::max);
        Column {
            width: texts.map(|text| width_of(text)).fold(0.0, f64::max).max(width_of(head).min(6.0)),
            least: words.min(7.0),
            rank: wide.ranks.get(*at).copied().unwrap_or(0),
        }
    };
    let columns: Vec<Column> = used.iter().map(column).collect();
    let fits = fit(&columns, ROOM);
    let placed = |wanted: bool| {
        let those = used.iter().zip(&fits).filter(move |(_, fits)| **fits == wanted);
        those.map(|(at, _)| *at).collect::<Vec<usize>>()
    };
    let (beside, below) = (placed(true), placed(false));
    let widths: Vec<f64> =
        columns.iter().zip(&fits).filter(|(_, fits)| **fits).map(|(column, _)| column.need()).collect();
    let whole: f64 = widths.iter().sum();
    let head = |at: &usize| wide.heads.get(*at).cloned().unwrap_or_default();
    let text = |row: &[String], at: usize| row.get(at).cloned().unwrap_or_default();
    let lines = wide.rows.iter().map(|row| Line {
        cells: beside.iter().map(|at| text(row, *at)).collect(),
        below: below.iter().map(|at| (head(at), text(row, *at))).filter(|(_, text)| !text.is_empty()).collect(),
    });
    Grid {
        heads: beside.iter().map(head).collect(),
        numeric: beside.iter().map(|at| wide.numeric.get(*at).copied().unwrap_or(false)).collect(),
        widths: widths.iter().map(|width| width / whole * 100.0).collect(),
        lines: lines.collect(),
    }
}
