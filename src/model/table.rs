//! The declaration of a table: form, list or matrix.

use super::{Bi, Depth, FieldDef, Given, Kind, Lang, Opt, Row, Value};

/// The columns of a matrix.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Columns {
    /// The rows of another list, named by its path.
    Table(&'static str),
    /// Fixed columns.
    Fixed(&'static [Opt]),
}

/// The three shapes of table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// One record.
    Form,
    /// Rows with stable ids.
    List,
    /// Cells between the rows of a list and columns.
    Matrix {
        /// Path of the list whose rows are the rows.
        rows: &'static str,
        /// The columns.
        columns: Columns,
    },
}

impl Shape {
    /// How many slots the row attributes take before a table's own fields.
    pub const fn attributes(self) -> u8 {
        match self {
            Self::List => super::record::ATTRIBUTES,
            _ => 0,
        }
    }
}

/// How a default row comes into a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowOrigin {
    /// There when a workbook is made; can be deleted.
    Prefilled,
    /// There when a workbook is made; cannot be deleted.
    Fixed,
    /// Offered, inserted on request.
    Template,
}

/// A row that the product brings along.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DefaultRow {
    /// Its id, the same in every workbook.
    pub id: &'static str,
    /// How it comes into a workbook.
    pub origin: RowOrigin,
    /// Its name in both languages.
    pub label: Bi,
    /// Severity of an advice rule; empty elsewhere.
    pub level: &'static str,
    /// Its values by field key.
    pub values: &'static [(&'static str, Given)],
}

/// The declaration of a table.
#[derive(Debug)]
pub struct TableDef {
    /// `<sheet>.<table>`, its path everywhere.
    pub path: &'static str,
    /// Heading in both languages.
    pub label: Bi,
    /// Section of the specification it belongs to, which groups tables under one heading.
    pub section: &'static str,
    /// Form, list or matrix.
    pub shape: Shape,
    /// Least number of rows that makes sense; decides completeness, never enforced.
    pub min_rows: usize,
    /// Part of the customer-safe copy.
    pub safe: bool,
    /// Its own fields in order of display.
    pub fields: &'static [FieldDef],
    /// Rows the product brings along.
    pub rows: &'static [DefaultRow],
}

/// A table is its path: there is one declaration of each.
impl PartialEq for TableDef {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path
    }
}

impl TableDef {
    /// The sheet the table belongs to: `card`, `portfolio`, `w1` to `w6`, `settings`.
    pub fn sheet(&self) -> &'static str {
        self.path.split('.').next().unwrap_or_default()
    }

    /// The key inside its sheet.
    pub fn key(&self) -> &'static str {
        self.path.split('.').nth(1).unwrap_or_default()
    }

    /// The field with `key`, row attributes included for a list.
    pub fn field(&self, key: &str) -> Option<&'static FieldDef> {
        let own = self.fields.iter().find(|field| field.key == key);
        own.or_else(|| self.attributes().find(|field| field.key == key))
    }

    /// The field at `slot`.
    pub fn field_at(&self, slot: u8) -> Option<&'static FieldDef> {
        let own = self.fields.iter().find(|field| field.slot == slot);
        own.or_else(|| self.attributes().find(|field| field.slot == slot))
    }

    /// The row attributes that are not columns of their own; none for forms and matrices.
    pub fn attributes(&self) -> impl Iterator<Item = &'static FieldDef> + '_ {
        let all: &'static [FieldDef] = if self.is_list() { super::record::attributes::FIELDS } else { &[] };
        all.iter().filter(|attribute| !self.fields.iter().any(|own| own.is_attribute && own.slot == attribute.slot))
    }

    /// Whether it is a list.
    pub const fn is_list(&self) -> bool {
        matches!(self.shape, Shape::List)
    }

    /// Whether it is a form.
    pub const fn is_form(&self) -> bool {
        matches!(self.shape, Shape::Form)
    }

    /// Rows and columns, if it is a matrix.
    pub const fn matrix(&self) -> Option<(&'static str, Columns)> {
        match self.shape {
            Shape::Matrix { rows, columns } => Some((rows, columns)),
            _ => None,
        }
    }

    /// The shallowest depth at which any of its fields shows.
    pub fn depth(&self) -> Depth {
        self.fields.iter().map(|field| field.depth).min().unwrap_or(Depth::Full)
    }

    /// Whether it has core fields.
    pub fn has_core(&self) -> bool {
        self.fields.iter().any(|field| field.core)
    }

    /// The default row with `id`.
    pub fn default_row(&self, id: &str) -> Option<&'static DefaultRow> {
        self.rows.iter().find(|row| row.id == id)
    }

    /// Whether a new workbook has rows in it.
    pub fn starts_with_rows(&self) -> bool {
        self.rows.iter().any(|row| row.origin != RowOrigin::Template)
    }

    /// A default row as a row of a workbook in `lang`.
    pub fn make_row(&self, default: &DefaultRow, lang: Lang) -> Row {
        let mut row = Row::new(default.id.into());
        for (key, given) in default.values {
            if let Some(field) = self.field(key) {
                row.record.set(field.slot, given.value(lang));
            }
        }
        row
    }

    /// The field that names a row: the first text, or the first field at all.
    pub fn title_field(&self) -> Option<&'static FieldDef> {
        let text = self.fields.iter().find(|field| matches!(field.kind, Kind::Text | Kind::LongText));
        text.or_else(|| self.fields.first())
    }

    /// The value that the product itself put at `slot` of the row `id` (or of the form), in both languages. A stored
    /// value equal to either is untouched and follows the language.
    pub fn given(&self, id: Option<&str>, slot: u8) -> Given {
        let Some(field) = self.field_at(slot) else { return Given::Nothing };
        given_in(id.and_then(|id| self.default_row(id)), field)
    }

    /// The value that stands at `slot` of the row `id` (or of the form) without anybody's doing. As [`Self::given`], but
    /// for the values of a template: who inserted it accepted them.
    pub fn untouched(&self, id: Option<&str>, slot: u8) -> Given {
        self.field_at(slot).map_or(Given::Nothing, |field| self.untouched_field(id, field))
    }

    /// The same for one of its own fields.
    pub fn untouched_field(&self, id: Option<&str>, field: &FieldDef) -> Given {
        let of_row = id.and_then(|id| self.default_row(id));
        given_in(of_row.filter(|row| row.origin != RowOrigin::Template), field)
    }
}

/// The value that the product put into a field of a default row, or of any other row or form.
fn given_in(row: Option<&'static DefaultRow>, field: &FieldDef) -> Given {
    let found = row.and_then(|row| row.values.iter().find(|(key, _)| *key == field.key));
    found.map_or(field.given, |(_, given)| *given)
}

/// Whether a stored value is what the product put there, in either language.
pub fn same_as_given(value: &Value, given: Given) -> bool {
    given != Given::Nothing && [Lang::En, Lang::Zh].into_iter().any(|lang| given.value(lang).as_ref() == Some(value))
}
