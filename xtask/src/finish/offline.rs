//! Work without a network: the list of files that make one build, for the script that keeps them on the device.

use super::hash;
use crate::failure::{At, Failure, Result};
use crate::workspace;
use std::fmt::Write;
use std::path::Path;

/// The script that keeps a build; at the root of the site, so that it may speak for all of it.
pub const SCRIPT: &str = "sw.js";
/// What is no part of the site: the one-file edition, and the script itself.
const LEFT_OUT: [&str; 2] = ["kamsheet.html", SCRIPT];

/// The page with the mark that tells `boot/offline.js` that the site has the script.
pub fn announced(page: &str) -> String {
    let charset = "<meta charset=\"utf-8\">";
    page.replacen(charset, &format!("{charset}\n<meta name=\"kamsheet-offline\" content=\"{SCRIPT}\">"), 1)
}

/// The script for the files of a site: each with its digest, and one name for all of them together.
///
/// # Errors
/// When a file cannot be read.
pub fn script(site: &Path) -> Result<String> {
    let source = workspace::root().join("boot").join(SCRIPT);
    let source = std::fs::read_to_string(&source).at(&source)?;
    filled(&source, &list(site)?)
}

fn filled(source: &str, files: &[(String, String)]) -> Result<String> {
    let mut listed = String::new();
    for (name, digest) in files {
        let _ = write!(listed, "\n  {}: \"{digest}\",", serde_json::Value::from(name.as_str()));
    }
    let build = hash::short(format!("{source}{listed}").as_bytes());
    for blank in ["const BUILD = \"\";", "const FILES = {};"] {
        if source.matches(blank).count() != 1 {
            return Err(Failure::new(format!("boot/{SCRIPT} has no line `{blank}`")));
        }
    }
    Ok(source
        .replace("const BUILD = \"\";", &format!("const BUILD = \"{build}\";"))
        .replace("const FILES = {};", &format!("const FILES = {{{listed}\n}};")))
}

/// Every file of the site with its digest, by name.
fn list(site: &Path) -> Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    let mut folders = vec![site.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).at(&folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(site).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            if !LEFT_OUT.contains(&name.as_str()) {
                files.push((name, hash::integrity(&std::fs::read(&path).at(&path)?)));
            }
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "const BUILD = \"\";\nconst FILES = {};\nrest";

    fn build_of(script: &str) -> &str {
        script.split('"').nth(1).unwrap()
    }

    #[test]
    fn the_build_is_named_by_what_is_in_it() {
        let files = |digest: &str| vec![("index.html".to_owned(), digest.to_owned())];
        let one = filled(SOURCE, &files("sha384-a")).unwrap();
        let other = filled(SOURCE, &files("sha384-b")).unwrap();
        assert_eq!(one, filled(SOURCE, &files("sha384-a")).unwrap());
        assert_ne!(build_of(&one), build_of(&other));
        assert!(one.contains("\"index.html\": \"sha384-a\",") && one.ends_with("rest"));
        assert!(filled("nothing to fill", &[]).is_err());
    }

    #[test]
    fn every_file_is_listed_but_the_one_file_edition() {
        let folder = std::env::temp_dir().join(format!("kamsheet-offline-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("assets")).unwrap();
        for name in ["index.html", "kamsheet.html", "sw.js", "assets/a.json"] {
            std::fs::write(folder.join(name), name).unwrap();
        }
        let names: Vec<String> = list(&folder).unwrap().into_iter().map(|(name, _)| name).collect();
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(names, ["assets/a.json", "index.html"]);
    }

    #[test]
    fn the_shipped_script_has_both_blanks() {
        let source = std::fs::read_to_string(workspace::root().join("boot").join(SCRIPT)).unwrap();
        assert!(filled(&source, &[]).is_ok());
    }
}
