//! How wide a text is, roughly, and how to make it fit.

/// Width of a text in pixels for a usual sans-serif face. An estimate that rather says too much than too little.
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    let ems: f64 = text.chars().map(em).sum();
    ems * size * if bold { 1.12 } else { 1.0 }
}

fn em(letter: char) -> f64 {
    match letter {
        '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{FE00}'..='\u{FE0F}' => 0.0,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' | '·' => 0.32,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' => 0.42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '—' | '→' | '←' => 0.95,
        'A'..='Z' | '&' => 0.70,
        '0'..='9' | '+' | '−' | '×' | '–' | '<' | '>' | '=' => 0.62,
        '\0'..='\u{24F}' => 0.58,
        '\u{370}'..='\u{10FF}' => 0.66,
        _ => 1.04,
    }
}

/// The text, or as much of it as fits with … at the end; nothing where not even one letter fits.
pub fn fit(text: &str, most: f64, size: f64, bold: bool) -> String {
    // A hair more, so that a text placed by its own width is not shortened.
    if width(text, size, bold) <= most + 0.01 {
        return text.to_owned();
    }
    let room = most - width("…", size, bold);
    let mut out = String::new();
    let mut used = 0.0;
    for letter in text.chars() {
        used += width(letter.encode_utf8(&mut [0; 4]), size, bold);
        if used > room {
            break;
        }
        out.push(letter);
    }
    let kept = out.trim_end();
    if kept.is_empty() { String::new() } else { format!("{kept}…") }
}

/// The text in at most so many lines: broken at spaces, between Chinese characters, and inside a word that is too long;
/// the last line ends in … when not all fits.
pub fn wrap(text: &str, most: f64, size: f64, bold: bool, lines: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let longer = format!("{line}{piece}");
        if line.is_empty() || width(longer.trim_end(), size, bold) <= most {
            line = longer;
        } else {
            out.push(std::mem::replace(&mut line, piece.trim_start().to_owned()));
        }
    }
    out.push(line);
    let rest = out.split_off(lines.min(out.len()));
    if let (Some(last), false) = (out.last_mut(), rest.is_empty()) {
        last.push_str(&rest.concat());
    }
    let fitted = out.iter().map(|line| fit(line.trim(), most, size, bold));
    fitted.filter(|line| !line.is_empty()).collect()
}

/// As [`wrap`], for plain heads of narrow columns: a word that is too long goes on in the next line behind a hyphen.
pub fn wrap_hard(text: &str, most: f64, size: f64, lines: usize) -> Vec<String> {
    let fits = |letters: &[char]| width(&format!("{}-", letters.iter().collect::<String>()), size, false) <= most;
    let cut = |word: &str| -> String {
        let letters: Vec<char> = word.chars().collect();
        let mut rest = letters.as_slice();
        let mut out = String::new();
        let plain = letters.iter().all(|letter| em(*letter) < 1.0);
        // At least three letters on either side of a hyphen.
        while plain && width(&rest.iter().collect::<String>(), size, false) > most && rest.len() > 5 {
            let most_letters = (3..=rest.len() - 3).rev().find(|at| rest.get(..*at).is_some_and(&fits)).unwrap_or(3);
            let (head, tail) = rest.split_at(most_letters);
            out.extend(head);
            out.push_str("- ");
            rest = tail;
        }
        out.extend(rest);
        out
    };
    let words = text.split(' ').map(|word| if width(word, size, false) > most { cut(word) } else { word.to_owned() });
    wrap(&words.collect::<Vec<_>>().join(" "), most, size, false, lines)
}

/// Splits where a line may break: after a space, and around every Chinese character that may begin a line.
fn pieces(text: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let (mut breakable, mut held) = (true, false);
    for letter in text.chars() {
        let letter = if letter.is_whitespace() { ' ' } else { letter };
        let wide = em(letter) > 1.0;
        let sticks = matches!(letter, '，' | '。' | '、' | '：' | '；' | '）' | '”' | '！' | '？' | ' ' | '》' | '…');
        let opens = matches!(letter, '“' | '（' | '《');
        match out.last_mut() {
            Some(last) if sticks || held || !(breakable || wide || opens) => last.push(letter),
            _ => out.push(letter.to_string()),
        }
        // What opens stays with what it opens.
        held = opens;
        breakable = letter == ' ' || wide;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shortens_and_breaks() {
        assert_eq!(fit("abc", 100.0, 12.0, false), "abc");
        assert!(fit("Lower energy per tonne", 80.0, 12.0, false).ends_with('…'));
        assert_eq!(fit("Lower", 5.0, 12.0, false), "");
        let lines = wrap("双路由可用率达到99.99%，驻场运维", 90.0, 12.0, false, 3);
        assert!(lines.len() >= 2 && lines.iter().all(|line| width(line, 12.0, false) <= 90.0), "{lines:?}");
        assert!(lines.iter().all(|line| !line.starts_with('，')));
        let quoted = wrap("没有“生产线路双路由”就出局，有了“行长看板”会惊喜", 100.0, 12.0, false, 5);
        assert!(quoted.iter().all(|line| !line.ends_with('“') && !line.starts_with('”')), "{quoted:?}");
        assert_eq!(wrap("most of them in “Fault”", 110.0, 12.0, false, 2)[1], "“Fault”");
        assert_eq!(wrap("one two three four", 60.0, 12.0, false, 2).len(), 2);
        assert_eq!(wrap("", 60.0, 12.0, false, 2), Vec::<String>::new());
        assert_eq!(wrap_hard("Monitoring", 36.0, 11.0, 3), ["Monit-", "oring"].map(String::from));
        assert_eq!(wrap_hard("7×24驻场运维", 36.0, 11.0, 3), wrap("7×24驻场运维", 36.0, 11.0, false, 3));
    }
}
