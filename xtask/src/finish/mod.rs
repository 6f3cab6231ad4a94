//! The last step of a release build, called by Trunk when everything stands in its staging folder:
//! wasm-opt, one stylesheet, content security policy, and the one-file edition `kamsheet.html`.
//! In a development build it does nothing, so that `trunk serve` can reload the page by itself.

mod hash;
pub mod html;
mod names;
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
    let page = with_two_stylesheets(page, site)?;
    let program = program::Program::of_build()?;

    let single = single_file::of(&page, site, &program)?;
    let page = with_program(page, site, &program)?;
    let single = policy::inserted(&single, &policy::of_single_file(&single));
    write(&site.join("kamsheet.html"), single.as_bytes())?;

    let page = offline::announced(&page);
    write(&index, policy::inserted(&page, &policy::of_site(&page)).as_bytes())?;
    copy_schema(site)?;
    // Last, since it lists what is there.
    write(&site.join(offline::SCRIPT), offline::script(site)?.as_bytes())
}

/// Exchanges what Trunk made of the program for our own files, under names that follow from their content. Browsers do
/// not check the integrity of what is preloaded for a script, so the digest goes to the loader, which has it checked.
fn with_program(page: String, site: &Path, program: &program::Program) -> Result<String> {
    let (js, wasm) =
        (single_file::program_attribute(&page, "data-js")?, single_file::program_attribute(&page, "data-wasm")?);
    for old in [&js, &wasm] {
        let path = site.join(old);
        std::fs::remove_file(&path).at(&path)?;
    }
    let named = |name: &str, bytes: &[u8]| format!("kamsheet{name}-{}.wasm", hash::short(bytes));
    let part = |name: &str| format!("-{}", name.trim_start_matches("split_").replace('_', "-"));
    for (name, bytes) in &program.files {
        write(&site.join(named(&part(name), bytes)), bytes)?;
    }
    let glue = program.glue(|name, bytes| [format!("./{}", named(&part(name), bytes)), hash::integrity(bytes)]);
    let new_js = format!("kamsheet-{}.js", hash::short(glue.as_bytes()));
    let new_wasm = named("", &program.main);
    write(&site.join(&new_js), glue.as_bytes())?;
    write(&site.join(&new_wasm), &program.main)?;
    let digest = hash::integrity(&program.main);
    let page = without_preloads(page);
    let preloads = format!(
        "<link rel=\"modulepreload\" href=\"./{new_js}\" crossorigin=\"anonymous\" integrity=\"{}\">\
         <link rel=\"preload\" href=\"./{new_wasm}\" crossorigin=\"anonymous\" as=\"fetch\" type=\"application/wasm\"></head>",
        hash::integrity(glue.as_bytes())
    );
    Ok(page.replacen("</head>", &preloads, 1).replace(&format!("\"./{js}\""), &format!("\"./{new_js}\"")).replacen(
        &format!("data-wasm=\"./{wasm}\""),
        &format!("data-integrity=\"{digest}\" data-wasm=\"./{new_wasm}\""),
        1,
    ))
}

/// The page without the preloads that Trunk wrote for its own files.
fn without_preloads(mut page: String) -> String {
    for element in html::elements(&page).iter().rev() {
        if element.is_link("modulepreload") || element.is_link("preload") {
            page = html::replaced(&page, element, "");
        }
    }
    page
}

/// Exchanges the stylesheets of the page for two, under names that follow from their content: one that the page starts
/// with, and one that the starting script adds when the program has begun.
fn with_two_stylesheets(mut page: String, site: &Path) -> Result<String> {
    let links: Vec<_> = html::elements(&page).into_iter().filter(|element| element.is_link("stylesheet")).collect();
    let mut css = [String::new(), String::new()];
    let mut folders = Vec::new();
    for link in &links {
        let source = site.join(link.attribute("href").unwrap_or_default());
        css[usize::from(is_late(link))] += &styles::bundle(&source)?;
        folders.extend(source.parent().map(Path::to_owned));
    }
    let [first, late] = css.map(|text| (format!("kamsheet-{}.css", hash::short(text.as_bytes())), text));
    let one = [
        format!(
            "<link rel=\"stylesheet\" href=\"./{}\" integrity=\"{}\">",
            first.0,
            hash::integrity(first.1.as_bytes())
        ),
        format!(
            "<meta name=\"kamsheet-style\" data-css=\"./{}\" data-integrity=\"{}\">",
            late.0,
            hash::integrity(late.1.as_bytes())
        ),
    ];
    let mut put = [false, false];
    for link in links.iter().rev() {
        let kind = usize::from(is_late(link));
        let text = if std::mem::replace(&mut put[kind], true) { "" } else { &one[kind] };
        page = html::replaced(&page, link, text);
    }
    for folder in folders.iter().filter(|folder| *folder != site) {
        if folder.exists() {
            std::fs::remove_dir_all(folder).at(folder)?;
        }
    }
    write(&site.join(first.0), first.1.as_bytes())?;
    write(&site.join(late.0), late.1.as_bytes())?;
    Ok(page)
}

fn is_late(link: &html::Element) -> bool {
    link.attribute("data-late").is_some()
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
