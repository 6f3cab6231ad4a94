//! Language: every sentence that is not in a declaration, and the forms of numbers and dates.

/// Sentences in both languages, one a line: `NAME = "English", "中文";`.
macro_rules! words {
    ($($name:ident = $en:literal, $zh:literal;)*) => {$(
        #[doc = $en]
        pub const $name: $crate::model::Bi = $crate::model::bi($en, $zh);
    )*};
}

pub mod chain;
pub mod copies;
pub mod file;
pub mod format;
pub mod handy;
pub mod help;
pub mod paper;
pub mod past;
pub mod room;
pub mod storage;
pub mod ui;

pub use crate::model::Lang;
