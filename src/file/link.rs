//! A workbook in the fragment of a link: base64url (RFC 4648, without padding) behind a mark that says how it is packed.

use std::borrow::Cow;

use super::envelope::Workbook;
use super::write::{join, table_json};
use crate::worksheets::new_document;

/// What stands before the data in the fragment.
pub const MARK: &str = "#share=";
/// Longest link that is offered, in bytes: mail and chat programs pass on about so much.
pub const MOST_BYTES: usize = 8_000;
/// Longest link that is drawn as a QR code: the most that one code holds.
pub const MOST_QR_BYTES: usize = 2_900;
/// Longest fragment that is read at all.
pub const MOST_READ: usize = 100_000;

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Whether a link from this place opens for others: served over http or https by a name that is not this machine.
pub fn opens_elsewhere(protocol: &str, host: &str) -> bool {
    let host = host.trim_matches(['[', ']']).to_ascii_lowercase();
    let is_here = host.is_empty()
        || host == "localhost"
        || host.ends_with(".localhost")
        || host.starts_with("127.")
        || matches!(host.as_str(), "::1" | "0.0.0.0");
    matches!(protocol, "http:" | "https:") && !is_here
}

/// A workbook as short as can be: compact, without results, and without the lists that are as a new workbook begins with
/// them, for reading puts those back.
pub fn compact(workbook: &Workbook) -> String {
    let new = new_document(workbook.document.id.clone(), workbook.document.lang);
    join(workbook, &|table| {
        let text = table_json(&workbook.document, table);
        Cow::Owned(if table.starts_with_rows() && text == table_json(&new, table) { String::new() } else { text })
    })
}

/// The fragment of packed bytes.
pub fn fragment(packed: &[u8]) -> String {
    let mut out = String::with_capacity(MARK.len() + packed.len().div_ceil(3) * 4);
    out.push_str(MARK);
    for chunk in packed.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..=chunk.len() {
            let at = (bits >> (18 - 6 * digit)) & 63;
            out.push(char::from(DIGITS.get(at as usize).copied().unwrap_or(b'A')));
        }
    }
    out
}

/// The packed bytes in a fragment; nothing where it is no shared link, too long or damaged.
pub fn packed_in(fragment: &str) -> Option<Vec<u8>> {
    let digits = fragment.strip_prefix(MARK)?;
    // Chat programs like to take a full stop or bracket at the end along.
    let digits = digits.trim_end_matches(['.', ',', ')', '。', '，', '）']);
    if digits.len() > MOST_READ || digits.len() % 4 == 1 {
        return None;
    }
    let mut out = Vec::with_capacity(digits.len() / 4 * 3 + 2);
    for chunk in digits.as_bytes().chunks(4) {
        let mut bits = 0_u32;
        for at in 0..4 {
            let value = match chunk.get(at) {
                Some(digit) => DIGITS.iter().position(|known| known == digit)?,
                None => 0,
            };
            bits = bits << 6 | u32::try_from(value).ok()?;
        }
        let bytes = bits.to_be_bytes();
        out.extend(bytes.iter().skip(1).take(chunk.len() - 1));
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn known_texts() {
        assert_eq!(fragment(b"foobar"), "#share=Zm9vYmFy");
        assert_eq!(fragment(b"foob"), "#share=Zm9vYg");
        assert_eq!(fragment(&[0xfb, 0xff]), "#share=-_8");
        assert_eq!(packed_in("#share=Zm9vYg."), Some(b"foob".to_vec()));
        for wrong in ["#/", "#share=Zm9vY", "#share=Zm 9", "#share=Zm9+", "share=Zm9v"] {
            assert_eq!(packed_in(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_short_text_reads_as_the_same_workbook() {
        use crate::analysis::testkit::put;
        use crate::file::read::read_text;
        use crate::file::write;
        use crate::model::{Id, Lang};
        for lang in [Lang::En, Lang::Zh] {
            let mut document = new_document("x".into(), lang);
            let nothing = compact(&Workbook::new(document.clone()));
            put(&mut document, "w3.needs.n.need", "faster");
            let first = document.list_at("w1.forces").ids().first().cloned();
            let text = compact(&Workbook::new(document.clone()));
            assert!(nothing.len() < 300 && text.len() < 1_000, "{}", text.len());
            let read = read_text(&text, &mut || Id::from("new")).unwrap().workbook.document;
            assert_eq!(write::canonical(&read), write::canonical(&document));
            assert!(first.is_some());
        }
    }

    #[test]
    fn links_are_for_places_that_others_reach() {
        for (protocol, host, expected) in [
            ("https:", "plan.example.com", true),
            ("http:", "192.168.1.20", true),
            ("http:", "localhost", false),
            ("http:", "127.0.0.1", false),
            ("http:", "[::1]", false),
            ("file:", "", false),
        ] {
            assert_eq!(opens_elsewhere(protocol, host), expected, "{protocol}//{host}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..Default::default() })]
        #[test]
        fn bytes_come_back(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let link = fragment(&bytes);
            prop_assert!(link.is_ascii());
            prop_assert_eq!(packed_in(&link), Some(bytes));
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".{0,60}") {
            let _ = packed_in(&format!("{MARK}{text}"));
        }
    }
}
