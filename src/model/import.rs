//! What reading a file can end with: an error that refuses it, and the issues of one that was taken.

use super::Problem;

/// Why a file was not taken. Nothing has changed when one of these comes back.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadError {
    /// Nothing in it.
    Empty,
    /// Larger than what is read, in bytes.
    TooLarge {
        /// Its size.
        size: usize,
        /// The largest size that is read.
        most: usize,
    },
    /// The bytes are no Unicode text.
    NotUnicode,
    /// Something stands where it cannot stand.
    Unexpected {
        /// Line, from 1.
        line: usize,
        /// Column in characters, from 1.
        column: usize,
        /// What stands there.
        found: char,
    },
    /// The text stops before it is complete; complete rows can be saved.
    EndsEarly {
        /// Line, from 1.
        line: usize,
        /// Column in characters, from 1.
        column: usize,
    },
    /// More text after the end.
    MoreAfterEnd {
        /// Line, from 1.
        line: usize,
        /// Column in characters, from 1.
        column: usize,
    },
    /// Nested too deeply.
    TooDeep {
        /// Line where the limit is passed.
        line: usize,
        /// The deepest nesting that is read.
        most: usize,
    },
    /// More entries in one list or object than are read.
    TooManyEntries {
        /// Line where the limit is passed.
        line: usize,
        /// The most that are read.
        most: usize,
    },
    /// More values in all than are read.
    TooManyValues {
        /// The most that are read.
        most: usize,
    },
    /// Not a file of this app.
    NotOurs {
        /// What the file calls its format; empty when it does not say.
        format: String,
    },
    /// The schema version is missing or no whole number from 1.
    NoVersion {
        /// What stands there; empty when nothing does.
        found: String,
    },
    /// Written by a newer app.
    TooNew {
        /// Schema version of the file.
        file: u32,
        /// Newest schema version that is read.
        known: u32,
        /// Version of the app that wrote it; empty when it does not say.
        app: String,
    },
}

/// What was repaired or kept although it is odd.
#[derive(Clone, Debug, PartialEq)]
pub enum IssueCode {
    /// A value that does not fit its field; kept as it stands and marked.
    DoesNotFit(Problem),
    /// A value in another form than expected; read as what it means.
    Converted,
    /// A list or an object where one value is expected; kept as text.
    KeptAsText,
    /// A field, table or section that this version does not know; kept.
    Unknown,
    /// Not the shape of a table, row or cell; set aside.
    WrongShape,
    /// The same key twice; the last one counts.
    DuplicateKey,
    /// A row id that an earlier row has; the row got a new one.
    DuplicateId,
    /// A row without an id; it got one.
    MissingId,
    /// A reference to a row that is not there; emptied.
    NoSuchRow,
    /// A cell of a row or column that is not there; set aside.
    NoSuchCell,
    /// Rows that every workbook has were missing from a list; added.
    FixedRowAdded,
    /// Characters that are no Unicode; each replaced by U+FFFD.
    Characters {
        /// How many.
        count: usize,
    },
    /// The contents are not what was exported.
    ChecksumDiffers,
    /// The file ends early; what was complete has been kept.
    Salvaged {
        /// Line where it ends.
        line: usize,
    },
    /// Further issues that are not listed.
    More {
        /// How many.
        count: usize,
    },
}

/// One thing that was repaired or kept odd while reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// Where in the file, as `w3.needs[3].importance`; empty for the file as a whole.
    pub path: String,
    /// What was found.
    pub code: IssueCode,
    /// What stood there, shortened.
    pub detail: String,
}
