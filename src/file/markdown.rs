//! The workbook as a Markdown report: what was filled, sheet by sheet, for mails, wikis and other tools.

use std::fmt::Write as _;

use super::words::{columns, row_title, shown};
use crate::change::edit::records;
use crate::model::table::same_as_given;
use crate::model::{Bi, Columns, Document, FieldDef, Id, Lang, Record, Shape, TableDef, bi};
use crate::worksheets::{self, SHEETS, account, tables_of};

const UNTITLED: Bi = bi("Account plan", "客户规划");

/// The report in `lang`. Tables in which nobody has written anything are left out; what may not leave the workbook must
/// be taken out of the document before.
pub fn report(document: &Document, lang: Lang) -> String {
    let name = document.form(account::profile::TABLE).get(account::profile::NAME);
    let mut out = format!("# {}\n", line(name.unwrap_or(UNTITLED.get(lang))));
    for sheet in SHEETS {
        let tables: Vec<_> = tables_of(sheet.key).filter(|table| is_filled(document, table)).collect();
        if tables.is_empty() {
            continue;
        }
        add(&mut out, format_args!("\n## {}\n", sheet.name.get(lang)));
        for table in tables {
            add(&mut out, format_args!("\n### {}\n\n", table.label.get(lang)));
            match table.shape {
                Shape::Form => form(&mut out, document, table, lang),
                Shape::List => list(&mut out, document, table, lang),
                Shape::Matrix { rows, columns } => matrix(&mut out, document, table, (rows, columns), lang),
            }
        }
    }
    out
}

/// Whether somebody has written anything into a table.
fn is_filled(document: &Document, table: &'static TableDef) -> bool {
    records(document, table).any(|(row, _, record)| {
        let id = row.as_ref().filter(|_| table.is_list());
        let id = id.map(Id::as_str);
        record.filled().any(|(slot, value)| !same_as_given(value, table.untouched(id, slot)))
    })
}

fn form(out: &mut String, document: &Document, table: &'static TableDef, lang: Lang) {
    let record = document.form(table);
    for field in table.fields {
        if let Some(value) = record.at(field.slot) {
            let text = line(&shown(document, field, value, lang));
            add(out, format_args!("- **{}**: {text}\n", field.label.get(lang)));
        }
    }
}

fn list(out: &mut String, document: &Document, table: &'static TableDef, lang: Lang) {
    let rows = document.list(table);
    let is_used = |field: &&FieldDef| rows.iter().any(|row| row.record.at(field.slot).is_some());
    let attributes =
        table.attributes().filter(|field| matches!(field.key, "so_what" | "source" | "source_date" | "confidence"));
    let fields: Vec<&FieldDef> = table.fields.iter().chain(attributes).filter(is_used).collect();
    table_row(out, fields.iter().map(|field| field.label.get(lang).to_owned()));
    rule(out, fields.len());
    for row in rows.iter() {
        table_row(out, fields.iter().map(|field| cell(document, field, &row.record, lang)));
    }
}

fn matrix(
    out: &mut String,
    document: &Document,
    table: &'static TableDef,
    (rows, cols): (&'static str, Columns),
    lang: Lang,
) {
    let Some(row_table) = worksheets::table(rows) else { return };
    let cells = document.cells(table);
    let columns: Vec<(Id, String)> =
        columns(document, cols, lang).into_iter().filter(|(id, _)| cells.keys().any(|(_, col)| col == id)).collect();
    let fields: Vec<&FieldDef> =
        table.fields.iter().filter(|field| cells.values().any(|record| record.at(field.slot).is_some())).collect();
    for field in &fields {
        // One table for each field; its name only where there are several.
        if fields.len() > 1 {
            add(out, format_args!("**{}**\n\n", field.label.get(lang)));
        }
        table_row(
            out,
            std::iter::once(row_table.label.get(lang).to_owned()).chain(columns.iter().map(|(_, name)| line(name))),
        );
        rule(out, columns.len() + 1);
        for id in document.list(row_table).ids() {
            let records: Vec<&Record> = columns.iter().map(|(col, _)| document.cell(table, id, col)).collect();
            if records.iter().any(|record| record.at(field.slot).is_some()) {
                let name = line(&row_title(document, row_table, id.as_str(), lang));
                let cells = records.iter().map(|record| cell(document, field, record, lang));
                table_row(out, std::iter::once(name).chain(cells));
            }
        }
        out.push('\n');
    }
}

fn cell(document: &Document, field: &FieldDef, record: &Record, lang: Lang) -> String {
    record.at(field.slot).map_or_else(String::new, |value| line(&shown(document, field, value, lang)))
}

fn table_row(out: &mut String, cells: impl Iterator<Item = String>) {
    out.push('|');
    for cell in cells {
        add(out, format_args!(" {cell} |"));
    }
    out.push('\n');
}

fn rule(out: &mut String, columns: usize) {
    add(out, format_args!("|{}\n", " --- |".repeat(columns)));
}

/// Writing to a `String` cannot fail.
fn add(out: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(text);
}

/// A text as it is, on one line: nothing in it is markup or HTML.
fn line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.trim().chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' | '\u{b}' | '\u{c}' => out.push_str("<br>"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '$' | '!' | '^' => {
                out.push('\\');
                out.push(letter);
            }
            // A bare address would become a link.
            ':' if letters.peek() == Some(&'/') => out.push_str("&#58;"),
            letter if letter.is_control() && letter != '\t' => {}
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn text_is_never_markup() {
        for (text, expected) in [
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("a|b\nc\r\nd", "a\\|b<br>c<br>d"),
            ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"),
            ("![i](http://x)", "\\!\\[i\\](http&#58;//x)"),
            ("# *bold* `code` _it_", "\\# \\*bold\\* \\`code\\` \\_it\\_"),
            ("&lt;b&gt;", "&amp;lt;b&amp;gt;"),
            ("需求：快", "需求：快"),
        ] {
            assert_eq!(line(text), expected);
        }
    }
}
