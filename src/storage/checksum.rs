//! A checksum against torn and damaged texts; not against people.

/// Eight bytes at a step, so that a large workbook costs well under a millisecond: every step is a bijection of the sum
/// so far, hence damage within one word always shows.
#[derive(Clone, Copy)]
pub struct Sum(u64);

const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

impl Sum {
    /// The sum of nothing.
    pub const fn new() -> Self {
        Self(0x6b61_6d73_6865_6574)
    }

    /// With this text behind what was summed before. Where one text ends and the next begins counts too.
    #[must_use]
    pub fn with(self, text: &str) -> Self {
        let (words, rest) = text.as_bytes().as_chunks::<8>();
        let mut sum = words.iter().fold(self.0, |sum, word| step(sum, u64::from_le_bytes(*word)));
        let mut last = [0_u8; 8];
        for (place, byte) in last.iter_mut().zip(rest) {
            *place = *byte;
        }
        sum = step(sum, u64::from_le_bytes(last));
        Self(step(sum, text.len() as u64))
    }

    /// In 16 hexadecimal digits.
    pub fn hex(self) -> String {
        format!("{:016x}", self.0 ^ (self.0 >> 32))
    }
}

impl Default for Sum {
    fn default() -> Self {
        Self::new()
    }
}

const fn step(sum: u64, word: u64) -> u64 {
    (sum ^ word).wrapping_mul(ODD).rotate_left(29)
}

/// The checksum of one text.
pub fn of(text: &str) -> String {
    Sum::new().with(text).hex()
}
