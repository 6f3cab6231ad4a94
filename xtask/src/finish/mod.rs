//! The last step of a release build, called by Trunk when everything stands in its staging folder:
//! wasm-opt, one stylesheet, content security policy, and the one-file edition `kamsheet.html`.
//! In a development build it does nothing, so that `trunk serve` can reload the page by itself.

mod hash;
pub mod html;
mod offline;
mod policy;
mod program;
mod single_file;
mod styles;

use crate::failure::{At, Failure, Result};
use crate::workspace;
use std::path::{Path, PathBuf};

/// Finishes the build that Trunk is making.
///
/// # Errors
/// When it is not called by Trunk, or a file cannot be read or written.
pub fn run() -> Result<()> {
    if std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile != "release") {
        return Ok(());
    }
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.ok_or_else(|| Failure::new("`finish` is called by Trunk").mend("cargo xtask build"))?;
    finish(&staging)
}

fn finish(site: &Path) -> Result<()> {
    let index = site.join("index.html");
    let page = html::without_comments(&std::fs::read_to_string(&index).at(&index)?);
    let page = with_small_program(page, site)?;
    let page = with_one_stylesheet(page, site)?;

    let single = single_file::of(&page, site)?;
    let single = policy::inserted(&single, &policy::of_single_file(&single));
    write(&site.join("kamsheet.html"), single.as_bytes())?;

    let page = offline::announced(&page);
    write(&index, policy::inserted(&page, &policy::of_site(&page)).as_bytes())?;
    copy_schema(site)?;
    // Last, since it lists what is there.
    write(&site.join(offline::SCRIPT), offline::script(site)?.as_bytes())
}

/// Exchanges the program for its smaller form, under a name that follows from its content. Browsers do not check
/// the integrity of what is preloaded for a script, so the digest goes to the loader, which has it checked.
fn with_small_program(page: String, site: &Path) -> Result<String> {
    let name = single_file::program_attribute(&page, "data-wasm")?;
    let path = site.join(&name);
    let before = std::fs::read(&path).at(&path)?;
    let after = program::optimised(&path)?;
    let new_name = format!("kamsheet-{}.wasm", hash::short(&after));
    std::fs::remove_file(&path).at(&path)?;
    write(&site.join(&new_name), &after)?;
    let digest = format!(" data-integrity=\"{}\"", hash::integrity(&after));
    let page = page.replace(&format!(" integrity=\"{}\"", hash::integrity(&before)), "");
    Ok(page
        .replacen(&format!(" data-wasm=\"./{name}\""), &format!("{digest} data-wasm=\"./{name}\""), 1)
        .replace(&name, &new_name))
}

/// Exchanges all stylesheets of the page for one, under a name that follows from its content.
fn with_one_stylesheet(mut page: String, site: &Path) -> Result<String> {
    let links: Vec<_> = html::elements(&page).into_iter().filter(|element| element.is_link("stylesheet")).collect();
    let mut css = String::new();
    let mut sources = Vec::new();
    for link in &links {
        let source = site.join(link.attribute("href").unwrap_or_default());
        css += &styles::bundle(&source)?;
        sources.push(source);
    }
    let name = format!("kamsheet-{}.css", hash::short(css.as_bytes()));
    let one = format!("<link rel=\"stylesheet\" href=\"./{name}\" integrity=\"{}\">", hash::integrity(css.as_bytes()));
    for (at, link) in links.iter().enumerate().rev() {
        page = html::replaced(&page, link, if at == 0 { &one } else { "" });
    }
    for folder in sources.iter().filter_map(|source| source.parent()).filter(|folder| *folder != site) {
        if folder.exists() {
            std::fs::remove_dir_all(folder).at(folder)?;
        }
    }
    write(&site.join(name), css.as_bytes())?;
    Ok(page)
}

fn copy_schema(site: &Path) -> Result<()> {
    let schema = workspace::root().join("schema/kamsheet.schema.json");
    if schema.exists() {
        std::fs::copy(&schema, site.join("kamsheet.schema.json")).at(&schema)?;
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).at(path)
}
