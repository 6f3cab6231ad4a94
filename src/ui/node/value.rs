//! What an attribute can be: a text, a yes or no, nothing, or any of them told by signals.

use leptos::prelude::*;

use super::follow;

/// The value of an attribute at one moment.
pub enum Value {
    /// The attribute is not there.
    Absent,
    /// The attribute is there without a text.
    Present,
    /// A text.
    Text(String),
    /// A text of the program.
    Fixed(&'static str),
}

impl Value {
    /// Whether it stands for yes.
    pub const fn is_on(&self) -> bool {
        !matches!(self, Self::Absent)
    }

    /// Its text; nothing where the attribute is not there.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Absent => None,
            Self::Present => Some(""),
            Self::Text(text) => Some(text),
            Self::Fixed(text) => Some(text),
        }
    }
}

impl From<&'static str> for Value {
    fn from(text: &'static str) -> Self {
        Self::Fixed(text)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Value {
    fn from(on: bool) -> Self {
        if on { Self::Present } else { Self::Absent }
    }
}

impl From<u64> for Value {
    fn from(number: u64) -> Self {
        Self::Text(number.to_string())
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Self::Text(number.to_string())
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Absent, Into::into)
    }
}

/// A value that stays, or one that follows signals.
pub enum Source {
    /// It stays.
    Still(Value),
    /// It follows.
    Live(Box<dyn Fn() -> Value>),
}

impl Source {
    /// Hands the value to `put`, now and whenever it changes.
    pub fn into(self, put: Box<dyn Fn(Value)>) {
        match self {
            Self::Still(value) => put(value),
            Self::Live(read) => follow(Box::new(move || put(read()))),
        }
    }
}

/// What can stand behind `name=` in markup.
pub trait IntoSource {
    /// As a source.
    fn into_source(self) -> Source;
}

macro_rules! still {
    ($($type:ty),*) => {$(
        impl IntoSource for $type {
            fn into_source(self) -> Source {
                Source::Still(Value::from(self))
            }
        }
    )*};
}

still!(&'static str, String, bool, usize, u64, Option<&'static str>, Option<String>, Option<bool>);

impl<F, V> IntoSource for F
where
    F: Fn() -> V + 'static,
    V: Into<Value>,
{
    fn into_source(self) -> Source {
        Source::Live(Box::new(move || self().into()))
    }
}

impl IntoSource for Memo<bool> {
    fn into_source(self) -> Source {
        Source::Live(Box::new(move || self.get().into()))
    }
}

impl IntoSource for Memo<String> {
    fn into_source(self) -> Source {
        Source::Live(Box::new(move || self.get().into()))
    }
}

impl IntoSource for RwSignal<bool> {
    fn into_source(self) -> Source {
        Source::Live(Box::new(move || self.get().into()))
    }
}
