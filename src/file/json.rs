//! JSON as a tree, and as text.
//!
//! Own code instead of a library for three things that a file which people mail around needs and that a strict parser
//! does not give: half-broken texts are repaired and counted rather than refused (see [`super::parse`]), numbers that
//! this version does not understand keep every digit, and no float is off by one in the last place. It is also a tenth
//! of the bytes.

use std::borrow::Cow;

/// A JSON value. Texts and numbers borrow from what was parsed where they can.
#[derive(Clone, Debug, PartialEq)]
pub enum Json<'a> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as it is written.
    Number(Cow<'a, str>),
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Json<'a>>),
    /// An object in the order of the file; of equal keys the last one counts.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

impl<'a> Json<'a> {
    /// The member `key` of an object.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.members().iter().rev().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// The members of an object; none for anything else.
    pub fn members(&self) -> &[(Cow<'a, str>, Self)] {
        match self {
            Self::Object(members) => members,
            _ => &[],
        }
    }

    /// The items of a list; none for anything else.
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// The text, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, if it is one and finite.
    pub fn as_number(&self) -> Option<f64> {
        match self {
            Self::Number(digits) => crate::model::decimal::read(digits).filter(|number| number.is_finite()),
            _ => None,
        }
    }

    /// Whether it is a list or an object.
    pub const fn is_container(&self) -> bool {
        matches!(self, Self::List(_) | Self::Object(_))
    }

    /// As compact JSON.
    pub fn to_text(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    /// A text or number as its bare characters, anything else as compact JSON.
    pub fn as_typed(&self) -> String {
        match self {
            Self::Text(text) | Self::Number(text) => text.to_string(),
            other => other.to_text(),
        }
    }

    fn write(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
            Self::Number(digits) => out.push_str(digits),
            Self::Text(text) => write_text(out, text),
            Self::List(items) => {
                let mut list = Writer::list(out);
                for item in items {
                    item.write(list.item());
                }
                list.end();
            }
            Self::Object(members) => {
                let mut object = Writer::object(out);
                for (key, value) in members {
                    value.write(object.key(key));
                }
                object.end();
            }
        }
    }
}

/// Writes the members of an object or the items of a list with commas between them.
pub struct Writer<'o> {
    out: &'o mut String,
    close: char,
    is_first: bool,
}

impl<'o> Writer<'o> {
    /// Begins an object.
    pub fn object(out: &'o mut String) -> Self {
        out.push('{');
        Self { out, close: '}', is_first: true }
    }

    /// Begins a list.
    pub fn list(out: &'o mut String) -> Self {
        out.push('[');
        Self { out, close: ']', is_first: true }
    }

    /// Where to write the next item of a list.
    pub fn item(&mut self) -> &mut String {
        if !self.is_first {
            self.out.push(',');
        }
        self.is_first = false;
        self.out
    }

    /// Where to write the value of the next member of an object.
    pub fn key(&mut self, key: &str) -> &mut String {
        let out = self.item();
        write_text(out, key);
        out.push(':');
        out
    }

    /// A member whose value is JSON already.
    pub fn raw(&mut self, key: &str, json: &str) {
        self.key(key).push_str(json);
    }

    /// A member that is a text.
    pub fn text(&mut self, key: &str, text: &str) {
        write_text(self.key(key), text);
    }

    /// Ends the object or list.
    pub fn end(self) {
        self.out.push(self.close);
    }
}

/// Writes a text in quotes.
pub fn write_text(out: &mut String, text: &str) {
    out.push('"');
    let mut written = 0;
    for (at, byte) in text.bytes().enumerate() {
        if byte >= 0x20 && byte != b'"' && byte != b'\\' {
            continue;
        }
        out.push_str(text.get(written..at).unwrap_or_default());
        written = at + 1;
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            other => out.push_str(&format!("\\u{other:04x}")),
        }
    }
    out.push_str(text.get(written..).unwrap_or_default());
    out.push('"');
}

/// Writes a number with every digit it needs to come back the same; what is not finite becomes `null`.
pub fn write_number(out: &mut String, number: f64) {
    use std::fmt::Write as _;
    let size = number.abs();
    // Writing to a String cannot fail.
    let _ = if !number.is_finite() {
        out.write_str("null")
    } else if size == 0.0 {
        out.write_str("0")
    } else if (1e-6..1e21).contains(&size) {
        write!(out, "{number}")
    } else {
        write!(out, "{number:e}")
    };
}

/// Compact JSON with line breaks and two spaces for each level.
pub fn pretty(compact: &str) -> String {
    let mut out = String::with_capacity(compact.len() * 2);
    let mut depth = 0_usize;
    let mut in_text = false;
    let mut is_escaped = false;
    let mut before = ' ';
    let break_line = |out: &mut String, depth: usize| {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", depth));
    };
    for letter in compact.chars() {
        if in_text {
            in_text = is_escaped || letter != '"';
            is_escaped = !is_escaped && letter == '\\';
            out.push(letter);
            before = letter;
            continue;
        }
        let closes = matches!(letter, '}' | ']');
        if closes {
            depth = depth.saturating_sub(1);
        }
        let opened = matches!(before, '{' | '[');
        if opened != closes {
            break_line(&mut out, depth);
        }
        match letter {
            '{' | '[' => depth += 1,
            '"' => in_text = true,
            _ => {}
        }
        out.push(letter);
        match letter {
            ',' => break_line(&mut out, depth),
            ':' => out.push(' '),
            _ => {}
        }
        before = letter;
    }
    out.push('\n');
    out
}

/// The part of a JSON pointer (RFC 6901) for one key.
pub fn pointer(keys: &[&str]) -> String {
    keys.iter().map(|key| format!("/{}", key.replace('~', "~0").replace('/', "~1"))).collect()
}

/// The keys of a JSON pointer.
pub fn pointer_keys(pointer: &str) -> Vec<String> {
    pointer.split('/').skip(1).map(|key| key.replace("~1", "/").replace("~0", "~")).collect()
}
