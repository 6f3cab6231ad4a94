//! The commands that build the page and what runs on the built page.

use crate::failure::{Failure, Result};
use crate::{option, packages, run, sizes, tools, workspace};
use std::process::Command;

const DEFAULT_PORT: u16 = 8080;

/// Builds in release and serves, with a rebuild when a file changes.
///
/// # Errors
/// When a tool is missing and cannot be installed, the build fails or the port is taken.
pub fn serve(arguments: &[String]) -> Result<()> {
    let port = match option(arguments, "--port")? {
        Some(text) => text
            .parse()
            .map_err(|_| Failure::new(format!("`{text}` is no port")).mend("cargo xtask serve --port 8081"))?,
        None => DEFAULT_PORT,
    };
    if std::net::TcpListener::bind(("127.0.0.1", port)).is_err() {
        let other = port.checked_add(1).unwrap_or(DEFAULT_PORT);
        return Err(Failure::new(format!("port {port} is taken")).mend(format!("cargo xtask serve --port {other}")));
    }
    let tools = tools::ensure_all()?;
    let mut command = tools.trunk();
    command.args(["serve", "--release", "--no-autoreload", "--port", &port.to_string()]);
    run::hand_over(&format!("building, then serving on http://127.0.0.1:{port} (Ctrl+C ends it)"), &mut command)
}

/// Builds `dist/` with `dist/kamsheet.html` and reports the sizes.
///
/// # Errors
/// When the build fails or the start-up path is over its budget.
pub fn build() -> Result<()> {
    site()?;
    let report = sizes::measure(&workspace::dist())?;
    println!("\n{report}");
    report.check()
}

/// Builds `dist/` with `dist/kamsheet.html`.
///
/// # Errors
/// When a tool is missing and cannot be installed, or the build fails.
pub fn site() -> Result<()> {
    let tools = tools::ensure_all()?;
    run::step("building the page (release)", tools.trunk().args(["build", "--release"]))
}

/// Measures start-up and typing in the built page.
///
/// # Errors
/// When the build fails, no browser is there or a bar is missed.
pub fn bench(arguments: &[String]) -> Result<()> {
    packages::ensure()?;
    site()?;
    println!("\n{}", sizes::measure(&workspace::dist())?);
    script("measuring in the browser", "bench.mjs", arguments)
}

/// Takes pictures of the built page.
///
/// # Errors
/// When the build fails or no browser is there.
pub fn screenshots(arguments: &[String]) -> Result<()> {
    packages::ensure()?;
    site()?;
    script("taking the pictures", "screenshots.mjs", arguments)
}

fn script(what: &str, file: &str, arguments: &[String]) -> Result<()> {
    let mut node = Command::new("node");
    node.current_dir(workspace::root()).arg(workspace::browser_tests().join(file)).args(arguments);
    node.envs(packages::environment()?);
    run::step(what, &mut node)
}
