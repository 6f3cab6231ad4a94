//! The compiled program: made smaller by wasm-opt where it is there.

use super::hash;
use crate::failure::{At, Result};
use crate::{run, tools, workspace};
use std::path::Path;
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

/// The program after wasm-opt, or as it was. The result is kept beside the build, so that an
/// unchanged program costs nothing.
///
/// # Errors
/// When a file cannot be read or written.
pub fn optimised(wasm: &Path) -> Result<Vec<u8>> {
    let bytes = std::fs::read(wasm).at(wasm)?;
    let Some(wasm_opt) = tools::wasm_opt() else {
        println!("  without wasm-opt (about 2 % larger); npm ci in tests/browser or Debian's binaryen brings it");
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
