//! A ZIP archive that stores its files as they are, with UTF-8 names (APPNOTE 6.3.10, method 0).

use crate::model::Date;

/// A file in an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name, with `/` between folders.
    pub name: String,
    /// Its contents.
    pub bytes: Vec<u8>,
}

/// The archive of some files, all dated `on`.
pub fn archive(entries: &[Entry], on: Date) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for entry in entries {
        let offset = out.len();
        let common = common(entry, on);
        out.extend(0x0403_4b50_u32.to_le_bytes());
        out.extend(&common);
        out.extend(0_u16.to_le_bytes());
        out.extend(entry.name.as_bytes());
        out.extend(&entry.bytes);
        directory.extend(0x0201_4b50_u32.to_le_bytes());
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&common);
        // No extra field, no comment, first disk, no attributes.
        directory.extend([0_u8; 12]);
        directory.extend(long(offset).to_le_bytes());
        directory.extend(entry.name.as_bytes());
    }
    let (begin, size) = (out.len(), directory.len());
    out.extend(directory);
    out.extend(0x0605_4b50_u32.to_le_bytes());
    out.extend([0_u8; 4]);
    out.extend(short(entries.len()).to_le_bytes());
    out.extend(short(entries.len()).to_le_bytes());
    out.extend(long(size).to_le_bytes());
    out.extend(long(begin).to_le_bytes());
    out.extend(0_u16.to_le_bytes());
    out
}

const VERSION: u16 = 20;
/// Names are UTF-8.
const FLAGS: u16 = 1 << 11;

/// What the header of a file and its line in the directory have in common.
fn common(entry: &Entry, on: Date) -> Vec<u8> {
    let mut out = Vec::with_capacity(22);
    let size = long(entry.bytes.len()).to_le_bytes();
    for short in [VERSION, FLAGS, 0, 0, dos_date(on)] {
        out.extend(short.to_le_bytes());
    }
    out.extend(crc32(&entry.bytes).to_le_bytes());
    out.extend(size);
    out.extend(size);
    out.extend(short(entry.name.len()).to_le_bytes());
    out
}

fn dos_date(date: Date) -> u16 {
    let year = u16::try_from(date.year().clamp(1980, 2107) - 1980).unwrap_or(0);
    let (month, day) = (u16::try_from(date.month()).unwrap_or(1), u16::try_from(date.day()).unwrap_or(1));
    year << 9 | month << 5 | day
}

fn short(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

fn long(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The checksum of ZIP and many others (polynomial 0xEDB88320).
pub fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_checksum_is_the_known_one() {
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
        assert_eq!(crc32(b""), 0);
    }

    /// Reads what is stored, from the directory at the end as every tool does.
    fn read(archive: &[u8]) -> Vec<Entry> {
        let short = |at: usize| usize::from(u16::from_le_bytes([archive[at], archive[at + 1]]));
        let long = |at: usize| u32::from_le_bytes(archive[at..at + 4].try_into().unwrap()) as usize;
        let end = archive.len() - 22;
        assert_eq!(long(end), 0x0605_4b50);
        let mut at = long(end + 16);
        let mut entries = Vec::new();
        for _ in 0..short(end + 10) {
            assert_eq!(long(at), 0x0201_4b50);
            assert_eq!(short(at + 8), 1 << 11);
            let (size, name_size, offset) = (long(at + 24), short(at + 28), long(at + 42));
            let name = String::from_utf8(archive[at + 46..at + 46 + name_size].to_vec()).unwrap();
            assert_eq!(long(offset), 0x0403_4b50);
            let begin = offset + 30 + short(offset + 26) + short(offset + 28);
            let bytes = archive[begin..begin + size].to_vec();
            assert_eq!(crc32(&bytes) as usize, long(at + 16));
            entries.push(Entry { name, bytes });
            at += 46 + name_size;
        }
        assert_eq!(at, end);
        entries
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..Default::default() })]
        #[test]
        fn what_goes_in_comes_out(files in prop::collection::vec(("[a-z/需求]{1,20}", prop::collection::vec(any::<u8>(), 0..300)), 0..8)) {
            let entries: Vec<Entry> = files.into_iter().map(|(name, bytes)| Entry { name, bytes }).collect();
            prop_assert_eq!(read(&archive(&entries, Date::new(2026, 3, 5).unwrap())), entries);
        }
    }
}
