//! Text of rows and cells: CSV (RFC 4180) and what spreadsheets put on the clipboard.

/// Cells by row.
pub type Grid = Vec<Vec<String>>;

/// What spreadsheets take for the beginning of a formula, in both widths.
const FORMULA_STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Reads a CSV file or pasted cells. The separator is found: a tab, else a semicolon or comma, whichever the first row has
/// more of. Quoted cells may hold separators, line breaks and doubled quotes.
pub fn parse_table(text: &str) -> Grid {
    let text = text.trim_start_matches('\u{feff}');
    // A line by which spreadsheets name the separator.
    let (text, named) = match text.strip_prefix("sep=").and_then(|rest| rest.split_once('\n')) {
        Some((separator, rest)) if separator.trim_end().chars().count() <= 1 => {
            (rest, separator.trim_end().chars().next())
        }
        _ => (text, None),
    };
    split(text, named.unwrap_or_else(|| separator_of(text)))
}

/// Reads cells from the clipboard: tabs between them, quotes only where a spreadsheet puts them.
pub fn parse_pasted(text: &str) -> Grid {
    split(text, '\t')
}

fn separator_of(text: &str) -> char {
    let mut counts = [('\t', 0_usize), (';', 0), (',', 0)];
    let mut is_quoted = false;
    for letter in text.chars() {
        match letter {
            '"' => is_quoted = !is_quoted,
            '\n' | '\r' if !is_quoted => break,
            _ if !is_quoted => {
                for (separator, count) in &mut counts {
                    *count += usize::from(*separator == letter);
                }
            }
            _ => {}
        }
    }
    match counts {
        [(tab, 1..), ..] => tab,
        [_, (semicolon, many), (_, commas)] if many > commas => semicolon,
        _ => ',',
    }
}

fn split(text: &str, separator: char) -> Grid {
    let mut grid = Grid::new();
    let mut row = Vec::new();
    let mut rest = text;
    // Once a quote has found no partner, no later one has one either.
    let mut has_quotes = true;
    while !rest.is_empty() {
        let (cell, behind) = if has_quotes && rest.starts_with('"') {
            quoted(rest, separator).unwrap_or_else(|| {
                has_quotes = false;
                bare(rest, separator)
            })
        } else {
            bare(rest, separator)
        };
        row.push(cell);
        rest = match behind.strip_prefix(separator) {
            Some(next) => {
                // A separator at the very end: one more, empty cell.
                if next.is_empty() {
                    row.push(String::new());
                }
                next
            }
            None => {
                grid.push(std::mem::take(&mut row));
                behind.strip_prefix("\r\n").or_else(|| behind.strip_prefix(['\n', '\r'])).unwrap_or(behind)
            }
        };
    }
    if !row.is_empty() {
        grid.push(row);
    }
    grid
}

fn bare(text: &str, separator: char) -> (String, &str) {
    let end = text.find([separator, '\n', '\r']).unwrap_or(text.len());
    let (cell, behind) = text.split_at_checked(end).unwrap_or((text, ""));
    (cell.to_owned(), behind)
}

/// A cell in quotes and what stands behind it; nothing when the quotes never close.
fn quoted(text: &str, separator: char) -> Option<(String, &str)> {
    let mut cell = String::new();
    let mut rest = text.strip_prefix('"')?;
    loop {
        let (inside, behind) = rest.split_once('"')?;
        cell.push_str(inside);
        match behind.strip_prefix('"') {
            Some(more) => {
                cell.push('"');
                rest = more;
            }
            None => {
                let (tail, behind) = bare(behind, separator);
                cell.push_str(&tail);
                return Some((cell, behind));
            }
        }
    }
}

/// Writes rows as CSV: commas, CRLF, quotes where needed.
#[derive(Debug)]
pub struct CsvWriter {
    out: String,
    is_row_begun: bool,
}

impl Default for CsvWriter {
    /// Begins with a byte order mark, so that spreadsheets show every script.
    fn default() -> Self {
        Self { out: "\u{feff}".to_owned(), is_row_begun: false }
    }
}

impl CsvWriter {
    /// A cell with text: never a formula.
    pub fn text(&mut self, text: &str) {
        self.cell(&protect(text));
    }

    /// A cell as it is; for numbers.
    pub fn cell(&mut self, text: &str) {
        if self.is_row_begun {
            self.out.push(',');
        }
        self.is_row_begun = true;
        if text.contains(['"', ',', ';', '\t', '\n', '\r']) || text.trim() != text {
            self.out.push('"');
            self.out.push_str(&text.replace('"', "\"\""));
            self.out.push('"');
        } else {
            self.out.push_str(text);
        }
    }

    /// Ends the row.
    pub fn end_row(&mut self) {
        self.out.push_str("\r\n");
        self.is_row_begun = false;
    }

    /// The whole text.
    pub fn finish(self) -> String {
        self.out
    }
}

/// A text that no spreadsheet takes for a formula: an apostrophe stands before what could be one.
fn protect(text: &str) -> String {
    if needs_protection(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text without the apostrophe that protected it.
pub fn unprotect(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| needs_protection(rest)).unwrap_or(text)
}

/// What begins like a formula, or like a protected text, so that taking the apostrophe off is always right.
fn needs_protection(text: &str) -> bool {
    let behind = text.trim_start_matches('\'');
    behind.starts_with(FORMULA_STARTS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        parse_table(text)
    }

    #[test]
    fn separators_are_found() {
        for text in ["a,b;c\n1,2,3", "sep=,\r\na,b;c\n1,2,3", "\u{feff}a,b;c\r\n1,2,3\r\n"] {
            assert_eq!(cells(text), [vec!["a", "b;c"], vec!["1", "2", "3"]], "{text}");
        }
        assert_eq!(cells("a;b;c,d\n1,5;2"), [vec!["a", "b", "c,d"], vec!["1,5", "2"]]);
        assert_eq!(cells("a,b\tc\n"), [vec!["a,b", "c"]]);
        assert_eq!(cells("\"a,b,c\";d"), [vec!["a,b,c", "d"]]);
    }

    #[test]
    fn quotes_hold_everything() {
        assert_eq!(
            cells("\"a\"\"b\",\"line\r\nbreak\",\"\"\r\nx,,\r\n"),
            [vec!["a\"b", "line\r\nbreak", ""], vec!["x", "", ""]]
        );
        assert_eq!(parse_pasted("5\"\tb\n\"two\nlines\"\tc"), [vec!["5\"", "b"], vec!["two\nlines", "c"]]);
        assert_eq!(parse_pasted("\"never closed\tb\nc\td"), [vec!["\"never closed", "b"], vec!["c", "d"]]);
        assert_eq!(parse_pasted("a\n\nb"), [vec!["a"], vec![""], vec!["b"]]);
        assert!(cells("").is_empty());
        assert_eq!(cells("a,"), [vec!["a", ""]]);
    }

    #[test]
    fn many_open_quotes_are_read_at_once() {
        let text = "\"a\t".repeat(200_001);
        assert_eq!(parse_pasted(&text).len(), 1);
    }

    #[test]
    fn formulas_are_texts_and_come_back() {
        for text in [
            "=1+1", "+1", "-1", "@x", "\t=1", "\rx", "\nx", "＝1", "＋1", "－1", "＠x", "'=1", "''=1", "'", "'a",
            "a=1", "",
        ] {
            let mut csv = CsvWriter::default();
            csv.text(text);
            csv.text("second");
            csv.end_row();
            let written = csv.finish();
            let grid = cells(&written);
            assert!(!grid[0][0].starts_with(FORMULA_STARTS), "{written}");
            assert_eq!(unprotect(&grid[0][0]), text);
            assert_eq!(grid[0].len(), 2);
        }
    }
}
