//! What a workbook is made of: values, fields, tables, the document.
//!
//! Knows no browser, no JSON, no clock and no randomness; whoever needs a date or an id is handed one.

pub mod date;
pub mod decimal;
pub mod declaration;
pub mod document;
pub mod field;
pub mod id;
pub mod import;
pub mod kind;
pub mod lang;
pub mod number;
pub mod order;
pub mod quick;
pub mod record;
pub mod saving;
pub mod scale;
pub mod table;
pub mod validate;
pub mod value;
pub mod wording;

pub use date::Date;
pub use declaration::Declaration;
pub use document::{Document, Place, TableData};
pub use field::{Check, Class, Depth, Field, FieldDef, Given};
pub use id::Id;
pub use import::{Issue, IssueCode, ReadError};
pub use kind::{
    Auto, Choice, Choices, DateOf, Integer, Kind, LongText, Money, Number, Opt, Percent, Rating, Ref, Refs, Text,
    Typed, Unit, Year, YesNo, opt,
};
pub use lang::{Bi, Lang, bi};
pub use record::{Record, Row};
pub use saving::{SaveState, StoreName, Trouble};
pub use scale::{Scale, anchor};
pub use table::{Columns, DefaultRow, RowOrigin, Shape, TableDef};
pub use validate::Problem;
pub use value::Value;
