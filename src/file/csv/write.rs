//! A table as CSV.

use super::fitting::Fitter;
use super::grid::CsvWriter;
use crate::file::words;
use crate::model::{Bi, Document, FieldDef, Id, Lang, Record, Shape, TableDef, Value, bi};

const ROW_NAME: Bi = bi("Row", "行");
const COLUMN_NAME: Bi = bi("Column", "列");
const FIELD_NAME: Bi = bi("Field", "项目");
const VALUE_NAME: Bi = bi("Value", "内容");
const ID_NAME: Bi = bi("Id", "编号");

/// A table as CSV in `lang`. A list has a line per row, a matrix one per filled cell, a form one per field.
pub fn write_table(document: &Document, table: &'static TableDef, lang: Lang) -> String {
    let mut writer = TableWriter { csv: CsvWriter::default(), fitter: Fitter::new(document, 1), document, lang };
    match table.shape {
        Shape::Form => writer.form(table),
        Shape::List => writer.list(table),
        Shape::Matrix { .. } => writer.matrix(table),
    }
    writer.csv.finish()
}

struct TableWriter<'a> {
    csv: CsvWriter,
    fitter: Fitter<'a>,
    document: &'a Document,
    lang: Lang,
}

impl TableWriter<'_> {
    fn heading(&mut self, label: Bi, key: &str) {
        self.csv.text(&format!("{} [{key}]", label.get(self.lang)));
    }

    fn form(&mut self, table: &'static TableDef) {
        self.csv.text(FIELD_NAME.get(self.lang));
        self.csv.text(VALUE_NAME.get(self.lang));
        self.csv.end_row();
        for field in table.fields {
            self.heading(field.label, field.key);
            self.value(field, self.document.form(table));
            self.csv.end_row();
        }
    }

    fn list(&mut self, table: &'static TableDef) {
        let list = self.document.list(table);
        let is_used = |field: &&FieldDef| list.iter().any(|row| row.record.at(field.slot).is_some());
        let fields: Vec<&FieldDef> = table.fields.iter().chain(table.attributes().filter(is_used)).collect();
        self.heading(ID_NAME, "id");
        for field in &fields {
            self.heading(field.label, field.key);
        }
        self.csv.end_row();
        for row in list.iter() {
            self.csv.text(row.id.as_str());
            for field in &fields {
                self.value(field, &row.record);
            }
            self.csv.end_row();
        }
    }

    fn matrix(&mut self, table: &'static TableDef) {
        let Some((rows, columns)) = table.matrix() else { return };
        self.heading(ID_NAME, "row");
        self.csv.text(ROW_NAME.get(self.lang));
        self.heading(ID_NAME, "col");
        self.csv.text(COLUMN_NAME.get(self.lang));
        for field in table.fields {
            self.heading(field.label, field.key);
        }
        self.csv.end_row();
        let columns = words::columns(self.document, columns, self.lang);
        for row in self.document.list_at(rows).ids() {
            for (col, name) in &columns {
                let record = self.document.cell(table, row, col);
                if !record.is_empty() {
                    self.cell(table, (row, rows), (col, name), record);
                }
            }
        }
    }

    fn cell(&mut self, table: &TableDef, (row, rows): (&Id, &str), (col, name): (&Id, &str), record: &Record) {
        let title =
            crate::worksheets::table(rows).map(|list| words::row_title(self.document, list, row.as_str(), self.lang));
        self.csv.text(row.as_str());
        self.csv.text(&title.unwrap_or_default());
        self.csv.text(col.as_str());
        self.csv.text(name);
        for field in table.fields {
            self.value(field, record);
        }
        self.csv.end_row();
    }

    /// A value in words where the words lead back to it, else by its keys.
    fn value(&mut self, field: &FieldDef, record: &Record) {
        let Some(value) = record.at(field.slot) else { return self.csv.cell("") };
        let text = words::shown(self.document, field, value, self.lang);
        if let Value::Number(_) = value {
            return self.csv.cell(&text);
        }
        let leads_back = self.fitter.fit(field, &text).as_ref() == Some(value);
        match value {
            Value::Text(key) if !leads_back => self.csv.text(key),
            Value::Keys(keys) if !leads_back => self.csv.text(&keys.join("; ")),
            _ => self.csv.text(&text),
        }
    }
}
