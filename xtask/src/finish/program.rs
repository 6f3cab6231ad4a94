//! The compiled program: cut into the part that starts the page and the parts that come later, bound to the browser,
//! and made smaller by wasm-opt where it is there.

use super::{hash, names};
use crate::failure::{At, Failure, Result};
use crate::{run, tools, workspace};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What today's compilers emit; older versions of wasm-opt have to be told.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The module that the cut program imports its loaders from; `boot/parts.js` takes its place.
const LINK: &str = "./parts.js";

/// The program of the page.
pub struct Program {
    /// The generated glue, a module, with what loads the parts at its end but without the addresses of the files.
    glue: String,
    /// What starts the page.
    pub main: Vec<u8>,
    /// The files that come later, by name.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The files of each part in the order in which they are needed.
    parts: BTreeMap<String, Vec<String>>,
}

impl Program {
    /// From what cargo compiled.
    ///
    /// # Errors
    /// When a tool is missing or fails, or a file cannot be read or written.
    pub fn of_build() -> Result<Self> {
        let compiled = workspace::target().join("wasm32-unknown-unknown/release/kamsheet.wasm");
        let folder = workspace::target().join("program");
        if folder.exists() {
            std::fs::remove_dir_all(&folder).at(&folder)?;
        }
        std::fs::create_dir_all(&folder).at(&folder)?;
        let (main, parts) = cut(&compiled, &folder)?;
        let (glue, bound) = bind(&main, &folder)?;
        let mut files = BTreeMap::new();
        for name in parts.values().flatten() {
            files.insert(name.clone(), optimised(&folder.join(name).with_extension("wasm"))?);
        }
        let (main, glue) = names::shortened(&optimised(&bound)?, &with_loader(&glue)?);
        Ok(Self { glue: names::stripped(&glue), main, files, parts })
    }

    /// The glue, told where each file of a part stands and what its digest is.
    pub fn glue(&self, address: impl Fn(&str, &[u8]) -> [String; 2]) -> String {
        let files: BTreeMap<&String, _> = self.files.iter().map(|(name, bytes)| (name, address(name, bytes))).collect();
        format!(
            "const PARTS = {};\nconst FILES = {};\n{}",
            serde_json::json!(self.parts),
            serde_json::json!(files),
            self.glue
        )
    }
}

/// The glue of a module as a classic script whose entry is `wasm_bindgen`, to stand inside a block.
pub fn classic(glue: &str) -> String {
    let lines = glue.lines().filter(|line| !line.starts_with("export {"));
    let lines = lines.map(|line| line.strip_prefix("export ").unwrap_or(line));
    let mut text: String = lines.flat_map(|line| [line, "\n"]).collect();
    text = text.replace("import.meta.url", "document.baseURI");
    text + "const wasm_bindgen = __wbg_init;\n"
}

/// A program that was not built for cutting stays whole.
fn cut(compiled: &Path, folder: &Path) -> Result<(PathBuf, BTreeMap<String, Vec<String>>)> {
    let bytes = std::fs::read(compiled).at(compiled)?;
    let mark = b"__wasm_split_load_";
    if !bytes.windows(mark.len()).any(|window| window == mark) {
        println!("  the program is not cut into parts (`cargo xtask build` does that)");
        return Ok((compiled.to_owned(), BTreeMap::new()));
    }
    let main = folder.join("main.wasm");
    let mut options = wasm_split_cli_support::Options::new(&bytes);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = LINK;
    let split = wasm_split_cli_support::transform(options)
        .map_err(|error| Failure::new(format!("cutting the program into parts: {error}")))?;
    Ok((main, split.prefetch_map.into_iter().collect()))
}

/// Runs wasm-bindgen; gives its glue and the path of the bound program.
fn bind(main: &Path, folder: &Path) -> Result<(String, PathBuf)> {
    let mut command = Command::new(tools::wasm_bindgen()?.ensure()?);
    command.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--remove-producers-section"]);
    command.args(["--out-name", "kamsheet", "--out-dir"]).arg(folder).arg(main);
    run::step("binding the program to the browser", &mut command)?;
    let glue = folder.join("kamsheet.js");
    Ok((std::fs::read_to_string(&glue).at(&glue)?, folder.join("kamsheet_bg.wasm")))
}

/// The glue with the loader of the parts in place of the module it imports.
fn with_loader(glue: &str) -> Result<String> {
    let path = workspace::root().join("boot/parts.js");
    let loader = std::fs::read_to_string(&path).at(&path)?;
    Ok(without_link(glue) + &loader)
}

/// The glue without the imports of that module: `partLoaders` stands where they were used.
fn without_link(glue: &str) -> String {
    let (imports, rest): (Vec<&str>, Vec<&str>) = glue.lines().partition(|line| imported_from_link(line).is_some());
    let mut text: String = rest.into_iter().flat_map(|line| [line, "\n"]).collect();
    for name in imports.into_iter().filter_map(imported_from_link) {
        text = text.replace(&format!(": {name},"), ": partLoaders,");
    }
    text
}

/// The name in `import * as import1 from "./parts.js"`.
fn imported_from_link(line: &str) -> Option<&str> {
    let (name, from) = line.strip_prefix("import * as ")?.split_once(" from ")?;
    from.contains(LINK).then_some(name)
}

/// The program after wasm-opt, or as it was. The result is kept beside the build, so that an
/// unchanged program costs nothing.
fn optimised(wasm: &Path) -> Result<Vec<u8>> {
    let bytes = std::fs::read(wasm).at(wasm)?;
    let Some(wasm_opt) = tools::wasm_opt() else {
        println!("  without wasm-opt the program is larger; npm ci in tests/browser or Debian's binaryen brings it");
        return Ok(bytes);
    };
    let folder = workspace::target().join("wasm-opt");
    let kept = folder.join(format!("{}.wasm", hash::short(&bytes)));
    if !kept.exists() {
        std::fs::create_dir_all(&folder).at(&folder)?;
        let draft = kept.with_extension(format!("{}.draft", std::process::id()));
        let mut command = Command::new(wasm_opt);
        command.arg("-Oz").args(FEATURES).arg(wasm).arg("-o").arg(&draft);
        if let Err(failure) = run::step("making the program smaller (wasm-opt)", &mut command) {
            println!("  {failure}\n  going on without it");
            return Ok(bytes);
        }
        std::fs::rename(&draft, &kept).at(&kept)?;
    }
    std::fs::read(&kept).at(&kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_takes_the_place_of_the_imported_module() {
        assert_eq!(imported_from_link("import * as import3 from \"./parts.js\""), Some("import3"));
        assert_eq!(imported_from_link("import { a } from './other.js';"), None);
        let glue = "import * as import3 from \"./parts.js\"\nlet x = {\n\"./parts.js\": import3,\n};\n";
        assert_eq!(without_link(glue), "let x = {\n\"./parts.js\": partLoaders,\n};\n");
    }

    #[test]
    fn a_module_becomes_a_classic_script() {
        let classic =
            classic("export class A {}\nlet u = import.meta.url;\nexport { initSync, __wbg_init as default };\n");
        assert_eq!(classic, "class A {}\nlet u = document.baseURI;\nconst wasm_bindgen = __wbg_init;\n");
    }
}
