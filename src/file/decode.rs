//! Bytes to text: the encodings that files really come in.

use crate::model::ReadError;

/// Largest file that is read, in bytes.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;

/// A text, and how many characters had to be replaced by U+FFFD.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text without its byte order mark.
    pub text: String,
    /// Replaced characters.
    pub replaced: usize,
}

/// Decodes UTF-8, UTF-16LE and UTF-16BE, each with or without a byte order mark.
///
/// # Errors
/// [`ReadError::TooLarge`], said before anything is decoded; [`ReadError::NotUnicode`] when so much does not decode that
/// the text must be in another encoding.
pub fn decode(bytes: &[u8]) -> Result<Decoded, ReadError> {
    if bytes.len() > MOST_BYTES {
        return Err(ReadError::TooLarge { size: bytes.len(), most: MOST_BYTES });
    }
    let decoded = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [first, 0, ..] if *first != 0 => utf16(bytes, u16::from_le_bytes),
        [0, second, ..] if *second != 0 => utf16(bytes, u16::from_be_bytes),
        _ => utf8(bytes),
    };
    let is_other_encoding = decoded.replaced > 20 && decoded.replaced * 500 > bytes.len();
    if is_other_encoding { Err(ReadError::NotUnicode) } else { Ok(decoded) }
}

fn utf8(bytes: &[u8]) -> Decoded {
    let mut text = String::with_capacity(bytes.len());
    let mut replaced = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
            replaced += 1;
        }
    }
    Decoded { text, replaced }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut replaced = rest.len();
    let letters = char::decode_utf16(pairs.iter().map(|pair| unit(*pair)));
    let text = letters.map(|letter| {
        letter.unwrap_or_else(|_| {
            replaced += 1;
            char::REPLACEMENT_CHARACTER
        })
    });
    Decoded { text: text.collect(), replaced }
}
