//! Fingerprints of contents: to see whether two are the same, not to keep anyone out.

use super::json::Json;

/// FNV-1a with 64 bits (Fowler, Noll, Vo; RFC 9923).
#[derive(Clone, Copy)]
pub struct Fnv(u64);

impl Fnv {
    /// The hash of nothing.
    pub const fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// With these bytes behind what was hashed before.
    #[must_use]
    pub fn with(self, bytes: &[u8]) -> Self {
        Self(bytes.iter().fold(self.0, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)))
    }

    /// In 16 hexadecimal digits.
    pub fn hex(self) -> String {
        format!("{:016x}", self.0)
    }
}

impl Default for Fnv {
    fn default() -> Self {
        Self::new()
    }
}

/// The fingerprint of a text.
pub fn of_text(text: &str) -> String {
    Fnv::new().with(text.as_bytes()).hex()
}

/// The checksum of some members of a JSON object: the sum over the hashes of all values with their paths. It does not
/// depend on the order of keys nor on spaces, so a file that another tool wrote out anew keeps it.
pub fn checksum<'j>(members: impl Iterator<Item = (&'j str, &'j Json<'j>)>) -> String {
    let sum =
        members.fold(0_u64, |sum, (key, value)| sum.wrapping_add(sum_of(value, step(Fnv::new(), key.as_bytes()))));
    format!("{sum:016x}")
}

fn sum_of(json: &Json<'_>, path: Fnv) -> u64 {
    match json {
        Json::Null => 0,
        Json::Bool(yes) => path.with(if *yes { b"b1" } else { b"b0" }).0,
        Json::Number(digits) => {
            let bits = json.as_number().map(|number| (number + 0.0).to_bits().to_le_bytes());
            let path = path.with(b"n");
            bits.map_or_else(|| path.with(digits.as_bytes()), |bits| path.with(&bits)).0
        }
        Json::Text(text) => path.with(b"t").with(text.as_bytes()).0,
        Json::List(items) => (0_u64..)
            .zip(items)
            .fold(path.with(b"l").0, |sum, (at, item)| sum.wrapping_add(sum_of(item, step(path, &at.to_le_bytes())))),
        Json::Object(members) => members
            .iter()
            .fold(path.with(b"o").0, |sum, (key, value)| sum.wrapping_add(sum_of(value, step(path, key.as_bytes())))),
    }
}

fn step(path: Fnv, key: &[u8]) -> Fnv {
    path.with(key).with(&[0])
}
