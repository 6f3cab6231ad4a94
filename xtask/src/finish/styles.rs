//! One stylesheet out of many: follows `@import url("…") layer(…)`, drops comments and indentation.

use crate::failure::{At, Result};
use std::path::Path;

/// The text of a stylesheet with everything that it imports, in the order of the cascade.
///
/// # Errors
/// When a file is missing.
pub fn bundle(path: &Path) -> Result<String> {
    let text = std::fs::read_to_string(path).at(path)?;
    let mut bundled = String::new();
    let mut rest = without_comments(&text);
    while let Some(start) = rest.find("@import") {
        let end = rest[start..].find(';').map_or(rest.len(), |length| start + length + 1);
        bundled.push_str(&rest[..start]);
        let import = Import::read(&rest[start..end]);
        let inner = bundle(&path.with_file_name(&import.file))?;
        match import.layer {
            Some(layer) => bundled.push_str(&format!("@layer {layer} {{\n{inner}}}\n")),
            None => bundled.push_str(&inner),
        }
        rest = rest.split_off(end);
    }
    bundled.push_str(&rest);
    Ok(compact(&bundled))
}

struct Import {
    file: String,
    layer: Option<String>,
}

impl Import {
    /// Reads `@import url("base.css") layer(base);` or the form without `url` or `layer`.
    fn read(rule: &str) -> Self {
        let file = rule.split(['"', '\'']).nth(1).unwrap_or_default().to_owned();
        let layer = rule.split("layer(").nth(1).and_then(|rest| rest.split(')').next()).map(str::to_owned);
        Self { file, layer }
    }
}

/// Without `/* … */`, except inside quotes.
fn without_comments(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(at) = rest.find(['/', '"', '\'']) {
        kept.push_str(&rest[..at]);
        rest = &rest[at..];
        let taken = if let Some(comment) = rest.strip_prefix("/*") {
            let length = comment.find("*/").map_or(rest.len(), |end| end + 4);
            rest = &rest[length..];
            continue;
        } else if rest.starts_with('/') {
            1
        } else {
            let quote = &rest[..1];
            rest[1..].find(quote).map_or(rest.len(), |end| end + 2)
        };
        kept.push_str(&rest[..taken]);
        rest = &rest[taken..];
    }
    kept + rest
}

/// Each line without its indentation; empty lines go.
fn compact(css: &str) -> String {
    css.lines().map(str::trim).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_quotes_stay() {
        assert_eq!(without_comments("a/* x */b{content:\"/* kept */\"}c/d"), "ab{content:\"/* kept */\"}c/d");
    }

    #[test]
    fn imports_become_layers() {
        let folder = std::env::temp_dir().join(format!("kamsheet-styles-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("main.css"), "@layer a;\n@import url(\"a.css\") layer(a);\nb { c: d }\n").unwrap();
        std::fs::write(folder.join("a.css"), "/* first */\n  e { f: g }\n").unwrap();
        let bundled = bundle(&folder.join("main.css")).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(bundled, "@layer a;\n@layer a {\ne { f: g }\n}\nb { c: d }\n");
    }
}
