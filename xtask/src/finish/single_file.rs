//! The one-file edition: the same page with everything that it would load standing in it, for
//! opening by double click. Modules and `fetch` do not work from `file://`, so the glue becomes a classic
//! script and the program stands in the page as data.

use super::html;
use super::program::{Program, classic};
use crate::failure::{At, Failure, Result};
use crate::workspace;
use base64::{Engine, engine::general_purpose::STANDARD};
use flate2::{Compression, write::DeflateEncoder};
use std::io::Write;
use std::path::Path;

/// The page of the site as one file; the policy is not in it yet.
///
/// # Errors
/// When a file cannot be read.
pub fn of(page: &str, site: &Path, program: &Program) -> Result<String> {
    let mut parts = data_block("program", &program.main)?;
    for (name, bytes) in &program.files {
        parts += &data_block(&format!("program:{name}"), bytes)?;
    }
    let glue = classic(&program.glue(|name, _| [format!("#program:{name}"), String::new()]));
    let program = format!(
        "{parts}<script>(() => {{\n\"use strict\";\n{glue}\n{}}})();</script>",
        boot_script("start-single.js")?
    );
    let mut single = page.to_owned();
    for element in html::elements(page).iter().rev() {
        if let Some(text) = inlined(element, site)? {
            single = html::replaced(&single, element, &text);
        }
    }
    let assets = assets(&site.join("assets"))?;
    Ok(single.replacen("</body>", &format!("{assets}{program}\n</body>"), 1))
}

/// What the element becomes; nothing when it stays as it is.
fn inlined(element: &html::Element, site: &Path) -> Result<Option<String>> {
    let read = |address: &str| {
        let path = site.join(address);
        std::fs::read_to_string(&path).at(&path)
    };
    let text = if element.is_link("stylesheet") {
        format!("<style>{}</style>", read(element.attribute("href").unwrap_or_default())?)
    } else if element.is_link("icon") {
        let icon = read(element.attribute("href").unwrap_or_default())?;
        format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{}\">", STANDARD.encode(icon))
    } else if is_only_for_the_site(element) {
        String::new()
    } else if let (true, Some(source)) = (element.name == "script", element.attribute("src")) {
        format!("<script>{}</script>", read(source)?)
    } else {
        return Ok(None);
    };
    Ok(Some(text))
}

/// Preloads, the manifest, the addresses of the program, and the loader, which is a module.
fn is_only_for_the_site(element: &html::Element) -> bool {
    element.name == "link"
        || element.attribute("name") == Some("kamsheet-program")
        || (element.name == "script" && element.attribute("type") == Some("module"))
}

/// One attribute of the element in which Trunk names the program's files, without the leading `./`.
pub fn program_attribute(page: &str, attribute: &str) -> Result<String> {
    let elements = html::elements(page);
    let element = elements.iter().find(|element| element.attribute("name") == Some("kamsheet-program"));
    let value = element.and_then(|element| element.attribute(attribute));
    let value =
        value.ok_or_else(|| Failure::new("index.html names no program").mend("git checkout Trunk.toml index.html"))?;
    Ok(value.trim_start_matches("./").to_owned())
}

fn boot_script(name: &str) -> Result<String> {
    let path = workspace::root().join("boot").join(name);
    std::fs::read_to_string(&path).at(&path)
}

/// A file as a block of data that the browser does not run.
fn data_block(id: &str, bytes: &[u8]) -> Result<String> {
    let text = STANDARD.encode(deflated(bytes)?);
    Ok(format!("<script type=\"text/plain\" id=\"{id}\">{text}</script>\n"))
}

fn deflated(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// Every text file under assets as a data block with the id `asset:<path>`: JSON as it is, other
/// text as a JSON string. Pictures are left out; the page shows none.
fn assets(folder: &Path) -> Result<String> {
    let mut blocks = String::new();
    for path in files_under(folder)? {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        let json = match path.extension().and_then(|extension| extension.to_str()) {
            Some("json") => text,
            Some("svg") => continue,
            _ => serde_json::Value::from(text).to_string(),
        };
        // Inside JSON `<` stands in strings only, where this is the same letter.
        let json = json.trim().replace('<', "\\u003c");
        blocks += &format!("<script type=\"application/json\" id=\"asset:{name}\">{json}</script>\n");
    }
    Ok(blocks)
}

/// All files below a folder, sorted; none when it is not there.
fn files_under(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).at(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_under(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
