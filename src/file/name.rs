//! Names of exported files that every system takes.

use crate::model::Date;

/// Longest name in bytes; systems take 255, some of them less when they encrypt names.
pub const MOST_NAME_BYTES: usize = 200;

/// The name of an exported file: what it is about, the day, the extension. Letters of any script stay; what a system
/// forbids or reads as a path, a device or a hidden file goes. `extension` is ours and stays as it is.
pub fn file_name(about: &str, date: Date, extension: &str) -> String {
    let tail = format!("-{date}.{extension}");
    let mut cleaned: String = about.chars().filter_map(allowed).collect();
    while cleaned.len() + tail.len() > MOST_NAME_BYTES {
        cleaned.pop();
    }
    let stem = cleaned.trim_matches(is_edge);
    let stem = if stem.is_empty() { "KAMSheet" } else { stem };
    let device = if is_device(stem) { "_" } else { "" };
    format!("{device}{stem}{tail}")
}

/// The letter as it may stand in a name: itself, something in its place, or nothing.
fn allowed(letter: char) -> Option<char> {
    match letter {
        '/' | '\\' | ':' | '|' => Some('-'),
        '*' | '?' | '"' | '<' | '>' | '%' | '#' => None,
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(' '),
        _ if letter.is_control() => None,
        // Marks that no one sees, and those that turn a name round so that `gpj.exe` looks like a picture.
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => None,
        '\u{fff0}'..='\u{ffff}' => None,
        _ => Some(letter),
    }
}

fn is_edge(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '.' | '-' | '~')
}

/// Whether Windows takes the name for a device, whatever stands behind a dot.
fn is_device(stem: &str) -> bool {
    let base = stem.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = |name: &str| {
        let number = base.strip_prefix(name).map(|rest| rest.chars().collect::<Vec<_>>());
        matches!(number.as_deref(), Some(['0'..='9' | '¹' | '²' | '³']))
    };
    matches!(base.as_str(), "CON" | "PRN" | "AUX" | "NUL" | "CONIN$" | "CONOUT$") || numbered("COM") || numbered("LPT")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(about: &str) -> String {
        file_name(about, Date::new(2026, 3, 5).unwrap(), "json")
    }

    #[test]
    fn names_that_systems_refuse_become_ones_they_take() {
        for (about, expected) in [
            ("远岭轨道装备", "远岭轨道装备-2026-03-05.json"),
            ("Ａ公司（华东）", "Ａ公司（华东）-2026-03-05.json"),
            ("Müller & Söhne", "Müller & Söhne-2026-03-05.json"),
            ("a/b\\c:d|e", "a-b-c-d-e-2026-03-05.json"),
            ("../../etc/passwd", "etc-passwd-2026-03-05.json"),
            ("..", "KAMSheet-2026-03-05.json"),
            ("", "KAMSheet-2026-03-05.json"),
            (" . ", "KAMSheet-2026-03-05.json"),
            ("name.", "name-2026-03-05.json"),
            (".hidden", "hidden-2026-03-05.json"),
            ("CON", "_CON-2026-03-05.json"),
            ("con.txt", "_con.txt-2026-03-05.json"),
            ("Nul .a", "_Nul .a-2026-03-05.json"),
            ("COM1.x", "_COM1.x-2026-03-05.json"),
            ("a\u{202e}gpj.exe", "agpj.exe-2026-03-05.json"),
            ("a\u{0}b\nc\u{7f}", "ab c-2026-03-05.json"),
            ("what? \"<now>\" 100%", "what now 100-2026-03-05.json"),
        ] {
            assert_eq!(name(about), expected, "{about:?}");
        }
    }

    #[test]
    fn long_names_are_cut_between_letters() {
        for about in ["客".repeat(300), "👩‍👩‍👧‍👦".repeat(50), "x".repeat(5_000), ". ".repeat(500) + "x"]
        {
            let name = name(&about);
            assert!(name.len() <= MOST_NAME_BYTES && name.ends_with("-2026-03-05.json"), "{name}");
        }
    }
}
