//! The Python environment of the recalculation test, which checks the formulas a second time.

use crate::failure::{At, Failure, Result};
use crate::{packages, run, tools, workspace};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folder of the recalculation test.
pub fn folder() -> PathBuf {
    workspace::root().join("tests").join("recalc")
}

/// The files of its tests.
///
/// # Errors
/// When the folder cannot be read.
pub fn tests() -> Result<Vec<PathBuf>> {
    let is_test = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("test_") && name.ends_with(".py")
    };
    let entries = std::fs::read_dir(folder()).at(&folder())?;
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(is_test).collect();
    files.sort();
    Ok(files)
}

/// A Python with the packages of `tests/recalc/requirements.txt`, kept in the cache folder.
///
/// # Errors
/// When there is no Python or a package cannot be installed.
pub fn ensure() -> Result<PathBuf> {
    let requirements = folder().join("requirements.txt");
    let wanted = std::fs::read_to_string(&requirements).at(&requirements)?;
    let environment = workspace::cache()?.join("python");
    let python = environment.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let stamp = environment.join("installed-requirements.txt");
    if python.is_file() && std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(python);
    }
    make(&environment)?;
    let mut install = Command::new(&python);
    install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"]).arg(&requirements);
    run::step("installing the Python packages of the recalculation test", &mut install)?;
    std::fs::write(&stamp, wanted).at(&stamp)?;
    Ok(python)
}

fn make(environment: &Path) -> Result<()> {
    let python = tools::on_path("python3").or_else(|| tools::on_path("python"));
    let python = python.ok_or_else(|| {
        Failure::new("Python 3 was not found").mend("install it; on Debian: apt-get install python3-venv")
    })?;
    let venv = || {
        let mut command = Command::new(&python);
        command.args(["-m", "venv", "--clear"]).arg(environment);
        command
    };
    if run::step("making a Python environment", &mut venv()).is_ok() {
        return Ok(());
    }
    // Debian ships the module in a package of its own.
    packages::install_debian(&["python3-venv"])?;
    run::step("making a Python environment", &mut venv())
}
