//! Text to [`Json`], with the place of every error, and with repairs for what programs really write.
//!
//! Beyond RFC 8259 it takes: lone surrogates (`\ud800`, replaced by U+FFFD and counted), `NaN` and `Infinity` (kept as
//! texts), numbers too large for a float (kept as written), control characters in texts other than line breaks, and NUL
//! behind the end.

use std::borrow::Cow;

use super::json::Json;
use crate::model::ReadError;

/// Deepest nesting that is read; a workbook needs nine levels.
pub const MOST_DEPTH: usize = 100;
/// Most entries of one list or object that are read; a list in the largest workbook has a few thousand rows.
pub const MOST_ENTRIES: usize = 200_000;
/// Most values that are read; a workbook of the largest size has about a million.
pub const MOST_VALUES: usize = 3_000_000;

/// A parsed text and what was repaired in it.
#[derive(Debug)]
pub struct Parsed<'a> {
    /// The value.
    pub json: Json<'a>,
    /// Lone surrogates that were replaced.
    pub replaced: usize,
    /// Where a text that was cut off ends; only when salvaging.
    pub cut: Option<ReadError>,
}

/// Parses a whole text.
///
/// # Errors
/// [`ReadError`] with line and column.
pub fn parse(text: &str) -> Result<Parsed<'_>, ReadError> {
    Parser::new(text, false).run()
}

/// Parses as far as it goes: what was begun and not finished is left out, but for the objects around it. So of a list of
/// rows the complete ones stay.
///
/// # Errors
/// [`ReadError`] where not even the beginning can be read.
pub fn salvage(text: &str) -> Result<Parsed<'_>, ReadError> {
    Parser::new(text, true).run()
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    values: usize,
    replaced: usize,
    salvages: bool,
    cut: Option<ReadError>,
}

impl<'a> Parser<'a> {
    const fn new(text: &'a str, salvages: bool) -> Self {
        Self { text, at: 0, values: 0, replaced: 0, salvages, cut: None }
    }

    fn run(mut self) -> Result<Parsed<'a>, ReadError> {
        self.skip_space();
        if self.text.trim_matches(is_padding).is_empty() {
            return Err(ReadError::Empty);
        }
        let json = self.value(0)?;
        self.skip_space();
        let rest = self.text.get(self.at..).unwrap_or_default();
        if self.cut.is_none() && !rest.trim_matches(is_padding).is_empty() {
            let (line, column) = self.line_and_column();
            return Err(ReadError::MoreAfterEnd { line, column });
        }
        Ok(Parsed { json, replaced: self.replaced, cut: self.cut })
    }

    fn value(&mut self, depth: usize) -> Result<Json<'a>, ReadError> {
        self.values += 1;
        if self.values > MOST_VALUES {
            return Err(ReadError::TooManyValues { most: MOST_VALUES });
        }
        match self.peek() {
            Some(b'{') => self.container(depth, Self::object),
            Some(b'[') => self.container(depth, Self::list),
            Some(b'"') => self.string().map(Json::Text),
            Some(b'0'..=b'9') => self.number(),
            Some(b'-') if self.rest().starts_with("-Infinity") => self.word(),
            Some(b'-') => self.number(),
            _ => self.word(),
        }
    }

    fn container(
        &mut self,
        depth: usize,
        read: fn(&mut Self, usize) -> Result<Json<'a>, ReadError>,
    ) -> Result<Json<'a>, ReadError> {
        if depth >= MOST_DEPTH {
            return Err(ReadError::TooDeep { line: self.line_and_column().0, most: MOST_DEPTH });
        }
        self.at += 1;
        read(self, depth + 1)
    }

    fn object(&mut self, depth: usize) -> Result<Json<'a>, ReadError> {
        let mut members = Vec::new();
        self.skip_space();
        if self.takes(b'}') {
            return Ok(Json::Object(members));
        }
        loop {
            match self.member(depth) {
                Ok((key, value)) if self.cut.is_none() || value.is_container() => members.push((key, value)),
                Ok(_) => {}
                Err(error) => self.stop(error)?,
            }
            if self.cut.is_some() || self.ends(b'}', members.len())? {
                return Ok(Json::Object(members));
            }
        }
    }

    fn member(&mut self, depth: usize) -> Result<(Cow<'a, str>, Json<'a>), ReadError> {
        if self.peek() != Some(b'"') {
            return Err(self.unexpected());
        }
        let key = self.string()?;
        self.skip_space();
        if !self.takes(b':') {
            return Err(self.unexpected());
        }
        self.skip_space();
        Ok((key, self.value(depth)?))
    }

    fn list(&mut self, depth: usize) -> Result<Json<'a>, ReadError> {
        let mut items = Vec::new();
        self.skip_space();
        if self.takes(b']') {
            return Ok(Json::List(items));
        }
        loop {
            match self.value(depth) {
                Ok(item) if self.cut.is_none() => items.push(item),
                Ok(_) => {}
                Err(error) => self.stop(error)?,
            }
            if self.cut.is_some() || self.ends(b']', items.len())? {
                return Ok(Json::List(items));
            }
        }
    }

    /// After an item: true at the end of the container, false before the next item.
    fn ends(&mut self, close: u8, entries: usize) -> Result<bool, ReadError> {
        if entries > MOST_ENTRIES {
            return Err(ReadError::TooManyEntries { line: self.line_and_column().0, most: MOST_ENTRIES });
        }
        self.skip_space();
        if self.takes(close) {
            return Ok(true);
        }
        if self.takes(b',') {
            self.skip_space();
            return Ok(false);
        }
        let error = self.unexpected();
        self.stop(error)?;
        Ok(true)
    }

    /// When salvaging, an error is where the text counts as cut off.
    fn stop(&mut self, error: ReadError) -> Result<(), ReadError> {
        let is_damage = matches!(error, ReadError::EndsEarly { .. } | ReadError::Unexpected { .. });
        if !(self.salvages && is_damage) {
            return Err(error);
        }
        self.cut.get_or_insert(error);
        Ok(())
    }

    fn string(&mut self) -> Result<Cow<'a, str>, ReadError> {
        self.at += 1;
        let start = self.at;
        self.plain_run();
        if self.takes(b'"') {
            return Ok(Cow::Borrowed(self.text.get(start..self.at - 1).unwrap_or_default()));
        }
        let mut out = self.text.get(start..self.at).unwrap_or_default().to_owned();
        loop {
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(Cow::Owned(out));
                }
                Some(b'\\') => {
                    let letter = self.escape()?;
                    out.push(letter);
                }
                _ => return Err(self.unexpected()),
            }
            let from = self.at;
            self.plain_run();
            out.push_str(self.text.get(from..self.at).unwrap_or_default());
        }
    }

    /// Moves over characters of a string that stand for themselves.
    fn plain_run(&mut self) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | b'\n' | b'\r'));
        self.at += length.unwrap_or(rest.len());
    }

    fn escape(&mut self) -> Result<char, ReadError> {
        self.at += 1;
        let letter = match self.peek() {
            Some(b'n') => '\n',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'u') => return self.unicode_escape(),
            _ => return Err(self.unexpected()),
        };
        self.at += 1;
        Ok(letter)
    }

    fn unicode_escape(&mut self) -> Result<char, ReadError> {
        self.at += 1;
        let first = self.four_digits()?;
        if let Some(letter) = char::from_u32(first) {
            return Ok(letter);
        }
        let back = self.at;
        if first < 0xDC00 && self.rest().starts_with("\\u") {
            self.at += 2;
            let second = self.four_digits()?;
            if (0xDC00..0xE000).contains(&second) {
                let code = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
                return Ok(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            self.at = back;
        }
        self.replaced += 1;
        Ok(char::REPLACEMENT_CHARACTER)
    }

    fn four_digits(&mut self) -> Result<u32, ReadError> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16));
            let Some(digit) = digit else { return Err(self.unexpected()) };
            code = code * 16 + digit;
            self.at += 1;
        }
        Ok(code)
    }

    fn number(&mut self) -> Result<Json<'a>, ReadError> {
        let start = self.at;
        self.takes(b'-');
        if !self.takes(b'0') {
            self.digits()?;
        }
        if self.takes(b'.') {
            self.digits()?;
        }
        if self.takes(b'e') || self.takes(b'E') {
            let _ = self.takes(b'+') || self.takes(b'-');
            self.digits()?;
        }
        Ok(Json::Number(Cow::Borrowed(self.text.get(start..self.at).unwrap_or_default())))
    }

    fn digits(&mut self) -> Result<(), ReadError> {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len());
        self.at += length;
        if length == 0 { Err(self.unexpected()) } else { Ok(()) }
    }

    fn word(&mut self) -> Result<Json<'a>, ReadError> {
        const WORDS: [(&str, Json<'static>); 6] = [
            ("null", Json::Null),
            ("true", Json::Bool(true)),
            ("false", Json::Bool(false)),
            ("NaN", Json::Text(Cow::Borrowed("NaN"))),
            ("Infinity", Json::Text(Cow::Borrowed("Infinity"))),
            ("-Infinity", Json::Text(Cow::Borrowed("-Infinity"))),
        ];
        let rest = self.rest();
        if let Some((word, json)) = WORDS.into_iter().find(|(word, _)| rest.starts_with(word)) {
            self.at += word.len();
            return Ok(json);
        }
        // A word that is cut off in the middle is an early end, not a wrong letter.
        if WORDS.iter().any(|(word, _)| word.starts_with(rest)) {
            self.at = self.text.len();
        }
        Err(self.unexpected())
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn takes(&mut self, byte: u8) -> bool {
        let is_there = self.peek() == Some(byte);
        self.at += usize::from(is_there);
        is_there
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn unexpected(&self) -> ReadError {
        let (line, column) = self.line_and_column();
        match self.rest().chars().next() {
            Some(found) => ReadError::Unexpected { line, column, found },
            None => ReadError::EndsEarly { line, column },
        }
    }

    fn line_and_column(&self) -> (usize, usize) {
        let before = self.text.get(..self.at).unwrap_or(self.text);
        let start_of_line = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        (line, before.get(start_of_line..).unwrap_or_default().chars().count() + 1)
    }
}

/// What editors and broken disks leave behind a text.
fn is_padding(letter: char) -> bool {
    matches!(letter, '\0' | '\u{1a}' | '\u{feff}') || letter.is_ascii_whitespace()
}
