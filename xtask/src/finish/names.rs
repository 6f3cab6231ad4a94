//! Short names between the glue and the program. The generated ones are long, carry a digest each, stand in both files,
//! and none of them compresses.

use std::collections::BTreeMap;

/// The program and the glue with every generated import under a name of two or three letters.
pub fn shortened(wasm: &[u8], glue: &str) -> (Vec<u8>, String) {
    let mut names = BTreeMap::new();
    let Some(short) = with_imports(wasm, &mut |name| {
        let next = names.len();
        (name.starts_with("__wbg_") || name.starts_with("__wbindgen_"))
            .then(|| names.entry(name.to_owned()).or_insert_with(|| letters(next)).clone())
    }) else {
        return (wasm.to_vec(), glue.to_owned());
    };
    (short, replaced(glue, &names))
}

/// `$a`, `$b` … `$Z`, `$aa` …: what no generated name looks like.
fn letters(mut number: usize) -> String {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut text = String::from("$");
    loop {
        text.push(char::from(LETTERS[number % LETTERS.len()]));
        number /= LETTERS.len();
        if number == 0 {
            return text;
        }
        number -= 1;
    }
}

/// Every whole word of a text that has another name.
fn replaced(text: &str, names: &BTreeMap<String, String>) -> String {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(is_part) {
        let end = rest[start..].find(|letter| !is_part(letter)).map_or(rest.len(), |length| start + length);
        let word = &rest[start..end];
        out.push_str(&rest[..start]);
        out.push_str(names.get(word).map_or(word, String::as_str));
        rest = &rest[end..];
    }
    out + rest
}

/// The program with the names of its imports changed; nothing when it cannot be read.
fn with_imports(wasm: &[u8], rename: &mut dyn FnMut(&str) -> Option<String>) -> Option<Vec<u8>> {
    const IMPORTS: u8 = 2;
    let mut out = wasm.get(..8)?.to_vec();
    let mut at = 8;
    while at < wasm.len() {
        let id = *wasm.get(at)?;
        let (size, body) = leb(wasm, at + 1)?;
        let end = body + size;
        let section = wasm.get(body..end)?;
        let section = if id == IMPORTS { imports(section, rename)? } else { section.to_vec() };
        out.push(id);
        push_leb(&mut out, section.len());
        out.extend(section);
        at = end;
    }
    Some(out)
}

fn imports(section: &[u8], rename: &mut dyn FnMut(&str) -> Option<String>) -> Option<Vec<u8>> {
    let (count, mut at) = leb(section, 0)?;
    let mut out = Vec::with_capacity(section.len());
    push_leb(&mut out, count);
    for _ in 0..count {
        let (module, behind) = text(section, at)?;
        let (name, behind) = text(section, behind)?;
        let new = rename(name).unwrap_or_else(|| name.to_owned());
        for part in [module, &new] {
            push_leb(&mut out, part.len());
            out.extend(part.as_bytes());
        }
        let end = description_end(section, behind)?;
        out.extend(section.get(behind..end)?);
        at = end;
    }
    Some(out)
}

/// Where the description of an import ends that begins at `at`: function, table, memory, global or tag.
fn description_end(section: &[u8], at: usize) -> Option<usize> {
    let kind = *section.get(at)?;
    let limits = |at: usize| {
        let (flags, at) = leb(section, at)?;
        let (_, at) = leb(section, at)?;
        if flags & 1 == 1 { leb(section, at).map(|(_, at)| at) } else { Some(at) }
    };
    match kind {
        0 => leb(section, at + 1).map(|(_, at)| at),
        1 => limits(at + 2),
        2 => limits(at + 1),
        3 => Some(at + 3),
        4 => leb(section, at + 2).map(|(_, at)| at),
        _ => None,
    }
}

fn text(bytes: &[u8], at: usize) -> Option<(&str, usize)> {
    let (length, start) = leb(bytes, at)?;
    let end = start + length;
    Some((std::str::from_utf8(bytes.get(start..end)?).ok()?, end))
}

fn leb(bytes: &[u8], mut at: usize) -> Option<(usize, usize)> {
    let (mut value, mut shift) = (0_usize, 0);
    loop {
        let byte = *bytes.get(at)?;
        at += 1;
        value |= usize::from(byte & 0x7f) << shift;
        shift += 7;
        if byte & 0x80 == 0 {
            return Some((value, at));
        }
    }
}

fn push_leb(out: &mut Vec<u8>, mut value: usize) {
    loop {
        let byte = u8::try_from(value & 0x7f).unwrap_or(0);
        value >>= 7;
        if value == 0 {
            out.push(byte);
            return;
        }
        out.push(byte | 0x80);
    }
}

/// The glue without comments of documentation and without indentation. Strings with line breaks do not occur in it.
pub fn stripped(glue: &str) -> String {
    let mut in_comment = false;
    let mut out = String::with_capacity(glue.len());
    for line in glue.lines().map(str::trim) {
        in_comment |= line.starts_with("/**");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_get_short_names_in_both_files() {
        // One import `m.__wbg_now_12ab` of type 0 and one global `m.kept`.
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        let body = [&b"\x02\x01m\x0e__wbg_now_12ab\0\0"[..], b"\x01m\x04kept\x03\x7f\0"].concat();
        wasm.push(2);
        wasm.push(u8::try_from(body.len()).unwrap());
        wasm.extend(&body);
        let (short, glue) = shortened(&wasm, "x = { __wbg_now_12ab: 1, my__wbg_now_12ab: 2 };");
        assert_eq!(glue, "x = { $a: 1, my__wbg_now_12ab: 2 };");
        assert!(short.windows(6).any(|part| part == b"\x01m\x02$a\0"));
        assert!(short.windows(9).any(|part| part == b"\x04kept\x03\x7f\0\0") || short.ends_with(b"kept\x03\x7f\0"));
    }

    #[test]
    fn names_do_not_repeat() {
        let all: std::collections::BTreeSet<String> = (0..5000).map(letters).collect();
        assert_eq!(all.len(), 5000);
    }

    #[test]
    fn comments_and_indentation_go() {
        assert_eq!(stripped("/**\n * a\n */\nlet x = 1; // kept\n  // gone\n  y();\n"), "let x = 1; // kept\ny();\n");
    }
}
