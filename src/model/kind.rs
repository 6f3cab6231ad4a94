//! The kinds of field, and for each the type that a formula reads.

use std::str::FromStr as _;

use super::{Bi, Date, Declaration, Given, Scale, Value, bi};

/// One option of a choice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Opt {
    /// Key in the file.
    pub key: &'static str,
    /// Name in both languages.
    pub label: Bi,
}

/// An option with its name in both languages.
pub const fn opt(key: &'static str, en: &'static str, zh: &'static str) -> Opt {
    Opt { key, label: bi(en, zh) }
}

/// What stands behind a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unit {
    /// Nothing.
    None,
    /// Fixed words, as "h" or "days".
    Words(Bi),
    /// The text of another field, named by its full path (a field of the same row where it is in a list).
    Field(&'static str),
}

/// What a field holds. Numbers carry their range; an open end is infinite.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "min, max, unit, per and options say what they are")]
pub enum Kind {
    /// Text of up to 120 characters.
    Text,
    /// Text of up to 2,000 characters.
    LongText,
    /// Any number.
    Number { min: f64, max: f64, unit: Unit },
    /// A whole number.
    Integer { min: f64, max: f64, unit: Unit },
    /// An amount in the workbook's currency and unit; `per` follows it ("per year").
    Money { min: f64, per: Bi },
    /// A number of percent: 27.1 is 27.1 %.
    Percent { min: f64, max: f64 },
    /// A four-digit year.
    Year,
    /// A rating on an anchored scale.
    Rating(&'static Scale),
    /// One key out of several.
    Choice { options: &'static [Opt], open: bool },
    /// Several keys.
    Choices(&'static [Opt]),
    /// A calendar date.
    Date,
    /// Yes or no.
    YesNo,
    /// A row of another table, named by its path.
    Ref(&'static str),
    /// Several rows of another table, in order.
    Refs(&'static str),
    /// Written by the app, never typed.
    Auto,
}

impl Kind {
    /// The options of a choice or of choices.
    pub const fn options(&self) -> &'static [Opt] {
        match self {
            Self::Choice { options, .. } | Self::Choices(options) => options,
            _ => &[],
        }
    }

    /// The table a reference points to.
    pub const fn target(&self) -> Option<&'static str> {
        match self {
            Self::Ref(table) | Self::Refs(table) => Some(table),
            _ => None,
        }
    }

    /// Whether the field holds a number of some sort.
    pub const fn is_numeric(&self) -> bool {
        matches!(
            self,
            Self::Number { .. }
                | Self::Integer { .. }
                | Self::Money { .. }
                | Self::Percent { .. }
                | Self::Year
                | Self::Rating(_)
        )
    }

    /// The name of the kind in the field table and the schema.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::LongText => "long_text",
            Self::Number { .. } => "number",
            Self::Integer { .. } => "integer",
            Self::Money { .. } => "money",
            Self::Percent { .. } => "percent",
            Self::Year => "year",
            Self::Rating(_) => "rating",
            Self::Choice { .. } => "choice",
            Self::Choices(_) => "choices",
            Self::Date => "date",
            Self::YesNo => "yes_no",
            Self::Ref(_) => "ref",
            Self::Refs(_) => "refs",
            Self::Auto => "auto",
        }
    }
}

/// A kind that a formula can read with its own type. A value that does not fit the kind reads as missing.
pub trait Typed {
    /// What the formula gets.
    type Out<'a>;
    /// Reads a stored value; an empty field counts as the value it starts with.
    fn read<'a>(value: Option<&'a Value>, given: Given) -> Option<Self::Out<'a>>;
}

macro_rules! kinds {
    ($life:lifetime; $($(#[$doc:meta])* $name:ident ( $($arg:ident : $ty:ty),* ) = $kind:expr, $out:ty, $read:expr, $given:expr;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name;
        impl $name {
            /// Declares a field of this kind.
            pub const fn declare(key: &'static str, en: &'static str, zh: &'static str $(, $arg: $ty)*) -> Declaration {
                Declaration::new(key, bi(en, zh), $kind)
            }
        }
        impl Typed for $name {
            type Out<$life> = $out;
            fn read<$life>(value: Option<&$life Value>, given: Given) -> Option<$out> {
                let of_value: fn(&$life Value) -> Option<$out> = $read;
                let of_given: fn(Given) -> Option<$out> = $given;
                value.map_or_else(|| of_given(given), of_value)
            }
        }
    )*};
}

const INF: f64 = f64::INFINITY;

kinds! { 'a;
    /// Short text.
    Text() = Kind::Text, &'a str, Value::as_words, Given::key;
    /// Long text.
    LongText() = Kind::LongText, &'a str, Value::as_words, Given::key;
    /// A number without bounds.
    Number() = Kind::Number { min: -INF, max: INF, unit: Unit::None }, f64, Value::as_number, Given::number;
    /// A whole number without bounds.
    Integer() = Kind::Integer { min: -INF, max: INF, unit: Unit::None }, f64, Value::as_number, Given::number;
    /// An amount of money, 0 or more unless signed.
    Money() = Kind::Money { min: 0.0, per: Bi::NONE }, f64, Value::as_number, Given::number;
    /// A number of percent.
    Percent() = Kind::Percent { min: -INF, max: INF }, f64, Value::as_number, Given::number;
    /// A year.
    Year() = Kind::Year, f64, Value::as_number, Given::number;
    /// A rating on a scale.
    Rating(scale: &'static Scale) = Kind::Rating(scale), f64, Value::as_number, Given::number;
    /// One of several keys.
    Choice(options: &'static [Opt]) = Kind::Choice { options, open: false }, &'a str, Value::as_text, Given::key;
    /// Several keys.
    Choices(options: &'static [Opt]) = Kind::Choices(options), &'a [String], |value| Some(value.as_keys()), |_| None;
    /// A date.
    DateOf() = Kind::Date, Date, |value| value.as_text().and_then(|text| Date::from_str(text).ok()), |_| None;
    /// Yes or no.
    YesNo() = Kind::YesNo, bool, |value| if let Value::Bool(yes) = value { Some(*yes) } else { None }, Given::yes;
    /// A row of another table.
    Ref(target: &'static str) = Kind::Ref(target), &'a str, Value::as_text, Given::key;
    /// Rows of another table.
    Refs(target: &'static str) = Kind::Refs(target), &'a [String], |value| Some(value.as_keys()), |_| None;
    /// Written by the app.
    Auto() = Kind::Auto, &'a str, Value::as_text, Given::key;
}
