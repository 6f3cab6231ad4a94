//! A quick hash for ids and paths: a list of two thousand rows is read in full at a key, and each row by its id.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// A map by ids or paths. Nobody gains anything by choosing ids that fall together: they are in the own file.
pub type QuickMap<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;

/// Eight bytes at a step.
#[derive(Clone, Copy, Default)]
pub struct Quick(u64);

const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

impl Quick {
    const fn step(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(23) ^ word).wrapping_mul(ODD);
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.step(u64::from_le_bytes(*word));
        }
        let mut last = [0_u8; 8];
        for (place, byte) in last.iter_mut().zip(rest) {
            *place = *byte;
        }
        self.step(u64::from_le_bytes(last));
    }

    fn write_u8(&mut self, byte: u8) {
        self.step(u64::from(byte));
    }

    // The map takes its place from the low bits and its check from the high ones.
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}
