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
    let mut command = cut(tools.trunk());
    command.args(["serve", "--release", "--no-autoreload", "--port", &port.to_string()]);
    run::hand_over(&format!("building, then serving on http://127.0.0.1:{port} (Ctrl+C ends it)"), &mut command)
}

/// Has the program built so that it can be cut into parts: with the marks and what the cutting needs to know.
fn cut(mut trunk: Command) -> Command {
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-Clink-args=--emit-relocs");
    trunk.env("TRUNK_BUILD_FEATURES", "ui,split");
    trunk
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
    run::step("building the page (release)", cut(tools.trunk()).args(["build", "--release"]))
}

/// Measures start-up and typing in the built page; `--json FILE` keeps the figures.
///
/// # Errors
/// When the build fails, no browser is there or a bar is missed.
pub fn bench(arguments: &[String]) -> Result<()> {
    let file = option(arguments, "--json")?.map(|path| workspace::root().join(path));
    packages::ensure()?;
    site()?;
    println!("\n{}", sizes::measure(&workspace::dist())?);
    let mut command = packages::playwright("bench.config.ts")?;
    run::step("measuring in the browser", command.envs(file.map(|path| ("KAMSHEET_JSON", path))))
}

/// Takes pictures of the built page; `--out DIR` names the folder.
///
/// # Errors
/// When the build fails or no browser is there.
pub fn screenshots(arguments: &[String]) -> Result<()> {
    let folder = workspace::root().join(option(arguments, "--out")?.unwrap_or("docs/screenshots"));
    packages::ensure()?;
    site()?;
    let mut command = packages::playwright("screenshots.config.ts")?;
    run::step(&format!("taking pictures into {}", folder.display()), command.env("KAMSHEET_OUT", folder))
}
