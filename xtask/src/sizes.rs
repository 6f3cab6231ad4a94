//! The bytes that stand between a click and a working page.

use crate::failure::{At, Failure, Result};
use crate::finish::html;
use flate2::{Compression, write::GzEncoder};
use std::fmt;
use std::io::Write;
use std::path::Path;

/// What the start-up path may weigh: page, style, scripts and program, in bytes after brotli 11.
const BUDGET: usize = 200_000;
/// How far above the budget a build still passes.
const TOLERANCE_PERCENT: usize = 5;

/// The parts of the program in the order in which a visit loads them, and what they bring.
const PARTS: [(&str, &str); 3] = [
    ("workbook", "besides, to open a workbook"),
    ("late", "after it: figures, pictures, dialogs"),
    ("pages", "when asked for: paper, room, copies"),
];

/// The sizes of the files that the page loads before it works, and of what comes later.
pub struct Report {
    files: Vec<Size>,
    later: Vec<Size>,
    single_file: usize,
}

struct Size {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Measures the page and every file that it names.
///
/// # Errors
/// When a file is missing.
pub fn measure(site: &Path) -> Result<Report> {
    let index = site.join("index.html");
    let page = std::fs::read_to_string(&index).at(&index)?;
    let mut names = vec!["index.html".to_owned()];
    for element in html::elements(&page) {
        let needed = element.name == "script"
            || ["stylesheet", "modulepreload", "preload"].iter().any(|rel| element.is_link(rel));
        if let (true, Some(address)) = (needed, element.attribute("src").or(element.attribute("href"))) {
            let name = address.trim_start_matches("./").to_owned();
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    let later = later(site, &names)?;
    let files = names.into_iter().map(|name| size(site, name)).collect::<Result<_>>()?;
    let single = site.join("kamsheet.html");
    let single_file = std::fs::metadata(&single).at(&single)?.len() as usize;
    Ok(Report { files, later, single_file })
}

/// The parts of the program: for each, the files that no part before it has brought.
fn later(site: &Path, started: &[String]) -> Result<Vec<Size>> {
    let mut seen = Vec::new();
    let mut sums = Vec::new();
    for script in started.iter().filter(|name| name.ends_with(".js")) {
        let path = site.join(script);
        let text = std::fs::read_to_string(&path).at(&path)?;
        let (Some(parts), Some(addresses)) = (table(&text, "const PARTS = "), table(&text, "const FILES = ")) else {
            continue;
        };
        for (part, what) in PARTS {
            let mut sum = Size { name: what.to_owned(), raw: 0, gzip: 0, brotli: 0 };
            for file in parts[part].as_array().into_iter().flatten().filter_map(|file| file.as_str()) {
                let Some(address) = addresses[file][0].as_str().filter(|_| !seen.contains(&file.to_owned())) else {
                    continue;
                };
                seen.push(file.to_owned());
                let one = size(site, address.trim_start_matches("./").to_owned())?;
                sum =
                    Size { raw: sum.raw + one.raw, gzip: sum.gzip + one.gzip, brotli: sum.brotli + one.brotli, ..sum };
            }
            sums.push(sum);
        }
    }
    Ok(sums)
}

/// The table that a script begins with under this name.
fn table(script: &str, name: &str) -> Option<serde_json::Value> {
    let (_, rest) = script.split_once(name)?;
    let (json, _) = rest.split_once(";\n")?;
    serde_json::from_str(json).ok()
}

fn size(site: &Path, name: String) -> Result<Size> {
    let path = site.join(&name);
    let bytes = std::fs::read(&path).at(&path)?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(&bytes)?;
    let mut brotli = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut brotli, &settings)?;
    Ok(Size { name, raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
}

impl Report {
    fn total(&self, of: impl Fn(&Size) -> usize) -> usize {
        self.files.iter().map(of).sum()
    }

    /// Fails when the start-up path is further over the budget than is let pass.
    pub fn check(&self) -> Result<()> {
        let total = self.total(|size| size.brotli);
        if total * 100 <= BUDGET * (100 + TOLERANCE_PERCENT) {
            return Ok(());
        }
        Err(Failure::new(format!(
            "the start-up path takes {total} bytes (brotli), more than {BUDGET} + {TOLERANCE_PERCENT} %"
        )))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<36}{:>10}{:>10}{:>10}", "start-up path, bytes", "raw", "gzip 9", "brotli 11")?;
        for size in &self.files {
            writeln!(f, "{:<36}{:>10}{:>10}{:>10}", size.name, size.raw, size.gzip, size.brotli)?;
        }
        let brotli = self.total(|size| size.brotli);
        let (raw, gzip) = (self.total(|size| size.raw), self.total(|size| size.gzip));
        writeln!(f, "{:<36}{raw:>10}{gzip:>10}{brotli:>10}", "together")?;
        for size in &self.later {
            writeln!(f, "{:<36}{:>10}{:>10}{:>10}", size.name, size.raw, size.gzip, size.brotli)?;
        }
        writeln!(
            f,
            "budget {BUDGET}: {:.1} % used; kamsheet.html {} bytes",
            brotli as f64 * 100.0 / BUDGET as f64,
            self.single_file
        )
    }
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn the_tables_of_the_loader_are_read() {
        let script =
            "const PARTS = {\"late\":[\"a\",\"b\"]};\nconst FILES = {\"a\":[\"./a.wasm\",\"sha384-x\"]};\nrest";
        assert_eq!(table(script, "const PARTS = ").unwrap()["late"][1], "b");
        assert_eq!(table(script, "const FILES = ").unwrap()["a"][0], "./a.wasm");
        assert_eq!(table("let other = 1;\n", "const PARTS = "), None);
    }
}
