//! Stable ids of rows, columns and workbooks.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

/// A stable id: random for rows that people add, fixed for default rows and fixed columns. Cheap to clone.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(Arc<str>);

impl Id {
    /// Makes an id from 80 or more random bits, written in 16 lower-case base-32 characters.
    pub fn from_random(bytes: [u8; 10]) -> Self {
        const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
        let bits = bytes.iter().fold(0_u128, |all, byte| (all << 8) | u128::from(*byte));
        let text: String = (0..16)
            .rev()
            .filter_map(|place| ALPHABET.get(usize::try_from((bits >> (place * 5)) & 31).unwrap_or(0)))
            .map(|letter| char::from(*letter))
            .collect();
        Self(text.into())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}
