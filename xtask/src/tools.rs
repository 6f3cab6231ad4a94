//! The build tools: found on PATH in the right version, or installed with cargo into a folder of
//! their own. The versions stand here and nowhere else.

use crate::failure::{Failure, Result};
use crate::{run, workspace};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds and serves the page. Later ones need a newer compiler.
const TRUNK_VERSION: &str = "0.21.14";

const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// A program that cargo can install.
pub struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
}

/// Trunk in the version that this project is built with.
pub fn trunk() -> Tool {
    Tool { package: "trunk", program: "trunk", version: TRUNK_VERSION.to_owned() }
}

/// The command of wasm-bindgen; its version must equal that of the locked crate.
pub fn wasm_bindgen() -> Result<Tool> {
    let version = workspace::locked_version("wasm-bindgen")?;
    Ok(Tool { package: "wasm-bindgen-cli", program: "wasm-bindgen", version })
}

impl Tool {
    /// The program, on PATH or in the cache, if it is there in the right version.
    pub fn find(&self) -> Option<PathBuf> {
        let on_path = on_path(self.program).filter(|path| self.is_right(path));
        on_path.or_else(|| self.cached().ok().filter(|path| self.is_right(path)))
    }

    /// The program, installed first where it is missing.
    ///
    /// # Errors
    /// When cargo cannot build it.
    pub fn ensure(&self) -> Result<PathBuf> {
        if let Some(path) = self.find() {
            return Ok(path);
        }
        let folder = self.folder()?;
        let mut install = workspace::cargo();
        install
            .args(["install", "--locked", "--force", "--version", &self.version, "--root"])
            .arg(&folder)
            .arg(self.package)
            .env_remove("CARGO_TARGET_DIR")
            .env_remove("RUSTFLAGS");
        run::step(&format!("installing {} {} (once; takes some minutes)", self.package, self.version), &mut install)?;
        self.cached()
    }

    fn folder(&self) -> Result<PathBuf> {
        let name = format!("{}-{}", self.program, self.version);
        Ok(workspace::cache()?.join("tools").join(name))
    }

    fn cached(&self) -> Result<PathBuf> {
        Ok(self.folder()?.join("bin").join(format!("{}{}", self.program, std::env::consts::EXE_SUFFIX)))
    }

    fn is_right(&self, path: &Path) -> bool {
        let version = run::output(Command::new(path).arg("--version"));
        version.is_some_and(|text| text.split_whitespace().any(|word| word == self.version))
    }
}

/// Everything that a build of the page needs: the wasm target, the two tools, the crates.
///
/// # Errors
/// When one of them is missing and cannot be installed.
pub fn ensure_all() -> Result<Tools> {
    ensure_wasm_target()?;
    let tools = Tools { trunk: trunk().ensure()?, wasm_bindgen: wasm_bindgen()?.ensure()? };
    // Trunk works offline (else it would fetch programs by itself), so the crates must be here.
    run::step("fetching crates", workspace::cargo().args(["fetch", "--locked", "--quiet"]))?;
    Ok(tools)
}

/// The installed tools.
pub struct Tools {
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
}

impl Tools {
    /// A call of Trunk that finds the other tools and fetches nothing.
    pub fn trunk(&self) -> Command {
        let mut command = Command::new(&self.trunk);
        command
            .current_dir(workspace::root())
            .env("PATH", path_with(self.wasm_bindgen.parent()))
            .env("TRUNK_OFFLINE", "true")
            .env("TRUNK_SKIP_VERSION_CHECK", "true")
            .env_remove("NO_COLOR"); // Trunk takes only `true` or `false` here and stops at `1`
        command
    }
}

fn ensure_wasm_target() -> Result<()> {
    let sysroot = run::output(Command::new("rustc").args(["--print", "sysroot"]).current_dir(workspace::root()));
    let installed = sysroot.is_some_and(|root| Path::new(&root).join("lib/rustlib").join(WASM_TARGET).exists());
    if installed {
        return Ok(());
    }
    let mut add = Command::new("rustup");
    add.args(["target", "add", WASM_TARGET]).current_dir(workspace::root());
    run::step(&format!("adding the compiler's target {WASM_TARGET}"), &mut add).map_err(|_| {
        Failure::new(format!("the Rust target {WASM_TARGET} is missing"))
            .mend(format!("install Rust by rustup, then: rustup target add {WASM_TARGET}"))
    })
}

/// wasm-opt, which makes the program a little smaller; from PATH or from the npm packages.
pub fn wasm_opt() -> Option<PathBuf> {
    let from_npm = workspace::browser_tests().join("node_modules/.bin/wasm-opt");
    on_path("wasm-opt").or_else(|| from_npm.exists().then_some(from_npm))
}

/// The first program of this name on PATH.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(&name)).find(|file| file.is_file())
}

/// PATH with one folder in front.
pub fn path_with(folder: Option<&Path>) -> OsString {
    let rest = std::env::var_os("PATH").unwrap_or_default();
    let folders = folder.map(PathBuf::from).into_iter().chain(std::env::split_paths(&rest));
    std::env::join_paths(folders).unwrap_or(rest)
}
