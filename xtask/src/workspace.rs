//! Where things are: the repository, cargo's target folder, the cache of tools.

use crate::failure::{Failure, Result};
use std::path::PathBuf;
use std::process::Command;

/// The repository's folder.
pub fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map(PathBuf::from).unwrap_or(here)
}

/// The folder of the built site.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The folder of the browser tests, which also holds the npm packages.
pub fn browser_tests() -> PathBuf {
    root().join("tests").join("browser")
}

/// Cargo's target folder, wherever the user keeps it.
pub fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// Where the workbooks are whose results are computed a second time.
pub fn recalculated() -> PathBuf {
    target().join("recalc")
}

/// A command of cargo that runs in the repository.
pub fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(root());
    command
}

/// The folder under the user's cache directory that holds everything installed by these commands.
///
/// # Errors
/// When the system names no home directory.
pub fn cache() -> Result<PathBuf> {
    let variable = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    variable("XDG_CACHE_HOME")
        .or_else(|| variable("LOCALAPPDATA"))
        .or_else(|| variable("HOME").map(|home| home.join(".cache")))
        .map(|cache| cache.join("kamsheet"))
        .ok_or_else(|| Failure::new("the home directory is unknown").mend("export HOME=..., or XDG_CACHE_HOME=..."))
}

/// The version of a locked crate, read from Cargo.lock.
pub fn locked_version(name: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    let lock = std::fs::read_to_string(&path).unwrap_or_default();
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{name}\""));
    lines
        .nth(1)
        .and_then(|line| line.strip_prefix("version = \""))
        .map(|version| version.trim_end_matches('"').to_owned())
        .ok_or_else(|| Failure::new(format!("{name} is not in Cargo.lock")).mend("git checkout Cargo.lock"))
}
