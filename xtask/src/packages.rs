//! What the browser tests need: npm packages, a browser, a font for Chinese, poppler's tools.

use crate::failure::{At, Failure, Result};
use crate::{run, tools, workspace};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Names under which a browser of the Chromium family goes.
const BROWSERS: [&str; 5] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const MAC_BROWSERS: [&str; 2] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/// Installs what the browser tests need and is missing.
///
/// # Errors
/// When something is missing and cannot be installed here.
pub fn ensure() -> Result<()> {
    ensure_npm_packages()?;
    let mut missing = Vec::new();
    if browser().is_none() {
        missing.push("chromium");
    }
    if !has_chinese_font() {
        missing.push("fonts-noto-cjk");
    }
    if tools::on_path("pdftotext").is_none() {
        missing.push("poppler-utils");
    }
    if !missing.is_empty() {
        install_debian(&missing)?;
    }
    browser().map(|_| ()).ok_or_else(no_browser)
}

/// A run of Playwright over the built page.
///
/// # Errors
/// When there is no browser.
pub fn playwright(config: &str) -> Result<Command> {
    let mut command = Command::new("node");
    command
        .current_dir(workspace::browser_tests())
        .args(["node_modules/@playwright/test/cli.js", "test", "--config", config])
        .env("CHROMIUM", browser().ok_or_else(no_browser)?)
        .env("KAMSHEET_DIST", workspace::dist());
    Ok(command)
}

/// A browser of the Chromium family: `CHROMIUM`, on PATH or in its usual place.
pub fn browser() -> Option<PathBuf> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from).filter(|path| path.is_file());
    named
        .or_else(|| BROWSERS.iter().find_map(|name| tools::on_path(name)))
        .or_else(|| MAC_BROWSERS.iter().map(PathBuf::from).find(|path| path.is_file()))
}

fn no_browser() -> Failure {
    Failure::new("no Chromium or Chrome was found").mend(
        "install one (Debian: apt-get install chromium fonts-noto-cjk poppler-utils), or export CHROMIUM=/its/path",
    )
}

/// True as well where the question cannot be asked; then the system has fonts of its own.
fn has_chinese_font() -> bool {
    match run::output(Command::new("fc-list").args([":lang=zh", "family"])) {
        Some(families) => !families.is_empty(),
        None => tools::on_path("fc-list").is_none() && tools::on_path("apt-get").is_none(),
    }
}

/// `npm ci`, unless it was done for this very lock file.
fn ensure_npm_packages() -> Result<()> {
    let folder = workspace::browser_tests();
    let lock = folder.join("package-lock.json");
    let wanted = std::fs::read_to_string(&lock).at(&lock)?;
    let stamp = folder.join("node_modules/.installed-lock");
    if std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let npm = tools::on_path("npm").or_else(|| tools::on_path("npm.cmd"));
    let npm = npm.ok_or_else(|| Failure::new("npm was not found").mend("install Node 20 or later, with npm"))?;
    let mut command = Command::new(npm);
    command.args(["ci", "--no-audit", "--no-fund"]).current_dir(&folder).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    run::step("installing the npm packages of the browser tests", &mut command)?;
    std::fs::write(&stamp, wanted).at(&stamp)
}

/// Installs packages with apt where that is possible; otherwise says what to install.
///
/// # Errors
/// When apt is not there or fails.
pub fn install_debian(packages: &[&str]) -> Result<()> {
    let list = packages.join(" ");
    let by_hand =
        || Failure::new(format!("missing: {list}")).mend(format!("install them; on Debian: apt-get install {list}"));
    let apt = tools::on_path("apt-get").ok_or_else(by_hand)?;
    let run_apt = |arguments: &[&str]| {
        let mut command = as_root(&apt);
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    let update = run::step("refreshing Debian's package list", &mut run_apt(&["update", "-qq"]));
    if let Err(failure) = update {
        println!("  {failure}");
    }
    let mut arguments = vec!["install", "-y", "-qq", "--no-install-recommends"];
    arguments.extend(packages);
    run::step(&format!("installing {list}"), &mut run_apt(&arguments)).map_err(|_| by_hand())
}

/// Runs a program as root: directly, or by sudo where that asks for no password.
fn as_root(program: &Path) -> Command {
    let is_root = run::output(Command::new("id").arg("-u")).is_some_and(|id| id == "0");
    if is_root {
        return Command::new(program);
    }
    let mut command = Command::new("sudo");
    command.arg("-n").arg(program);
    command
}
