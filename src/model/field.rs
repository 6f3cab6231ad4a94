//! The declaration of a field, and the typed handle that formulas read it by.

use std::marker::PhantomData;

use super::{Bi, Kind, Lang};

/// From which depth on a field shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Depth {
    /// The one-page worksheet.
    #[default]
    Quick,
    /// A half-day workshop.
    Standard,
    /// Everything.
    Full,
}

impl Depth {
    /// All depths, shallowest first.
    pub const ALL: [Self; 3] = [Self::Quick, Self::Standard, Self::Full];

    /// The key in links and settings.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Quick => "quick",
            Self::Standard => "standard",
            Self::Full => "full",
        }
    }

    /// The depth of a key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|depth| depth.key() == key)
    }
}

/// Who may see a field in a copy that is shared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Could be shown to the customer.
    Fact,
    /// Names persons or judges them.
    People,
    /// Our money.
    Economics,
    /// Competitors, and our own position and judgement.
    Competition,
    /// Private notes; leaves no shared copy.
    Note,
}

/// The value an untouched field starts with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Given {
    /// None.
    Nothing,
    /// A number.
    Number(f64),
    /// Yes or no.
    Bool(bool),
    /// A key or text that does not depend on the language.
    Key(&'static str),
    /// A text or key that depends on the language.
    Words(Bi),
}

impl Given {
    /// The number in it.
    pub const fn number(self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The yes or no in it.
    pub const fn yes(self) -> Option<bool> {
        match self {
            Self::Bool(yes) => Some(yes),
            _ => None,
        }
    }

    /// The key in it; words that depend on the language are no key.
    pub const fn key(self) -> Option<&'static str> {
        match self {
            Self::Key(key) => Some(key),
            _ => None,
        }
    }

    /// The value in `lang`.
    pub fn value(self, lang: Lang) -> Option<super::Value> {
        use super::Value;
        match self {
            Self::Nothing => None,
            Self::Number(number) => Some(Value::Number(number)),
            Self::Bool(yes) => Some(Value::Bool(yes)),
            Self::Key(key) => Value::text(key),
            Self::Words(words) => Value::text(words.get(lang)),
        }
    }
}

/// A check that needs more than the value itself. What fails is pointed out, never refused.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Check {
    /// Above zero.
    AboveZero,
    /// No other row has the same value.
    Unique,
    /// At most the value of the named field (of the same record, or a full path).
    AtMost(&'static str),
    /// At least the value of the named field.
    AtLeast(&'static str),
    /// Later than the date in the named field.
    After(&'static str),
    /// Not earlier than the date in the named field.
    NotBefore(&'static str),
    /// Not the value of the named field.
    NotSameAs(&'static str),
    /// The column adds up to at most 100.
    SumAtMost100,
    /// Yes in at most one row.
    OneRow,
    /// Following the references never leads back.
    NoCycles,
    /// At most so many entries.
    AtMostItems(u8),
    /// Today or later.
    TodayOrLater,
    /// Not after today.
    NotAfterToday,
}

/// The declaration of one field: everything the app knows about it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FieldDef {
    /// Key in the file.
    pub key: &'static str,
    /// Name in both languages.
    pub label: Bi,
    /// What it holds.
    pub kind: Kind,
    /// From which depth on it shows.
    pub depth: Depth,
    /// Counts for completeness.
    pub core: bool,
    /// Sharing class.
    pub class: Class,
    /// Value of an untouched field.
    pub given: Given,
    /// Checks beyond the value itself.
    pub checks: &'static [Check],
    /// Place in the record.
    pub slot: u8,
    /// Whether it is a row attribute that the table shows as a column of its own.
    pub is_attribute: bool,
    /// References leave the fixed row `us` out.
    pub without_us: bool,
}

/// A typed handle to a field: reading it from a record gives the type of its kind.
#[derive(Debug)]
pub struct Field<K> {
    /// Place in the record.
    pub slot: u8,
    /// What an empty field counts as.
    pub given: Given,
    kind: PhantomData<fn() -> K>,
}

impl<K> Clone for Field<K> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K> Copy for Field<K> {}

impl<K> Field<K> {
    /// The handle of the field at `slot`.
    pub const fn at_slot(slot: u8) -> Self {
        Self { slot, given: Given::Nothing, kind: PhantomData }
    }

    /// The handle of a declared field.
    pub const fn of(def: &FieldDef) -> Self {
        Self { slot: def.slot, given: def.given, kind: PhantomData }
    }
}
