//! What a field can hold.

use super::Id;

/// A value as the file holds it; the field's kind says what it means.
///
/// Text also carries choice keys, ISO dates and row ids, and whatever a person typed that does not fit the field: it is
/// kept as typed and read as missing, never dropped.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text, a choice key, an ISO date, a row id, or something typed that does not fit.
    Text(String),
    /// A finite number.
    Number(f64),
    /// Yes or no.
    Bool(bool),
    /// Choice keys or row ids, in order.
    Keys(Vec<String>),
}

impl Value {
    /// A text, or nothing if it is empty: an empty field has no value.
    pub fn text(text: impl Into<String>) -> Option<Self> {
        let text = text.into();
        (!text.is_empty()).then_some(Self::Text(text))
    }

    /// A list of keys, or nothing if it is empty.
    pub fn keys(keys: Vec<String>) -> Option<Self> {
        (!keys.is_empty()).then_some(Self::Keys(keys))
    }

    /// The text inside, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text inside, if there is more in it than blanks.
    pub fn as_words(&self) -> Option<&str> {
        self.as_text().filter(|text| !text.trim_start().is_empty())
    }

    /// The number inside, if it is one.
    pub const fn as_number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The keys inside, if it is a list of keys.
    pub fn as_keys(&self) -> &[String] {
        match self {
            Self::Keys(keys) => keys,
            _ => &[],
        }
    }

    /// Whether this value refers to the row `id`, as a reference or in a list of them.
    pub fn refers_to(&self, id: &Id) -> bool {
        match self {
            Self::Text(text) => text == id.as_str(),
            Self::Keys(keys) => keys.iter().any(|key| key == id.as_str()),
            _ => false,
        }
    }
}
