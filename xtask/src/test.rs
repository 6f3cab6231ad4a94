//! `cargo xtask test`: every check and test, one after the other; each stage runs even when an
//! earlier one failed, and the last line sums them up.

use crate::failure::{At, Failure, Result};
use crate::{build, packages, python, run, sizes, tools, workspace};
use std::path::PathBuf;
use std::process::Command;

/// How many checks and tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    passed: u64,
    failed: u64,
}

impl Tally {
    fn one(passed: bool) -> Self {
        Self { passed: passed.into(), failed: (!passed).into() }
    }

    /// A run whose program failed without naming a failed test counts as one failure.
    fn with_outcome(mut self, success: bool) -> Self {
        if !success && self.failed == 0 {
            self.failed = 1;
        }
        self
    }

    fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

/// What was asked for, and the Python of the recalculation.
struct Plan {
    long: bool,
    filter: Option<String>,
    python: Option<PathBuf>,
}

/// Runs everything, or with a word only the native and browser tests whose name contains it.
///
/// # Errors
/// When anything failed; the sum is on the last line of the output all the same.
pub fn run(arguments: &[String]) -> Result<()> {
    let mut plan = Plan {
        long: arguments.iter().any(|argument| argument == "--long"),
        filter: arguments.iter().find(|argument| !argument.starts_with("--")).cloned(),
        python: None,
    };
    let mut total = Tally::default();
    let mut stage = |outcome: Result<Tally>| match outcome {
        Ok(tally) => total.add(tally),
        Err(failure) => {
            println!("{failure}");
            total.add(Tally::one(false));
        }
    };
    stage(install(&mut plan));
    if plan.filter.is_none() {
        stage(check("format", &["fmt", "--all", "--check"]));
        stage(check("clippy, core", &CLIPPY_CORE));
        stage(check("clippy, page", &CLIPPY_PAGE));
        stage(recalculation(&plan));
        stage(random_workbooks(&plan));
    }
    stage(native(&plan));
    if plan.filter.is_none() {
        stage(agreement(&plan));
    }
    stage(page(&plan));
    println!("\n{} passed, {} failed", total.passed, total.failed);
    if total.failed > 0 {
        std::process::exit(1)
    }
    Ok(())
}

const CLIPPY_CORE: [&str; 7] =
    ["clippy", "--workspace", "--no-default-features", "--all-targets", "--", "-D", "warnings"];
const CLIPPY_PAGE: [&str; 8] =
    ["clippy", "--package", "kamsheet", "--target", "wasm32-unknown-unknown", "--", "-D", "warnings"];

/// Everything that the stages need; what cannot be installed fails here with its remedy, and again where it is used.
fn install(plan: &mut Plan) -> Result<Tally> {
    let tools = tools::ensure_all();
    let packages = packages::ensure();
    if python::folder().exists() {
        plan.python = Some(python::ensure()?);
    }
    tools.map(|_| ()).and(packages).map(|()| Tally::default())
}

fn check(what: &str, arguments: &[&str]) -> Result<Tally> {
    run::step(what, workspace::cargo().args(arguments)).map(|()| Tally::one(true))
}

fn native(plan: &Plan) -> Result<Tally> {
    let mut command = workspace::cargo();
    command.args(["test", "--workspace", "--no-default-features", "--no-fail-fast"]).args(&plan.filter);
    plan.tell(&mut command);
    let mut tally = Tally::default();
    let success = run::read_lines("native tests", &mut command, |line| {
        tally.add(cargo_result(line).unwrap_or_default());
    })?;
    Ok(tally.with_outcome(success))
}

/// Reads `test result: ok. 3 passed; 0 failed; …`.
fn cargo_result(line: &str) -> Option<Tally> {
    let counts = line.strip_prefix("test result: ")?.split_once(". ")?.1;
    let count = |word: &str| {
        let mut parts = counts.split("; ").map(str::trim);
        parts.find_map(|part| part.strip_suffix(word)?.trim().parse().ok())
    };
    Some(Tally { passed: count("passed")?, failed: count("failed")? })
}

/// The build counts as one check; the tests run on what was built.
fn page(plan: &Plan) -> Result<Tally> {
    build::site()?;
    let mut tally = Tally::one(true);
    let sizes = sizes::measure(&workspace::dist())?;
    println!("\n{sizes}");
    // Being over the budget is reported here and fails `build` and `bench`, which are about figures.
    if let Err(failure) = sizes.check() {
        eprintln!("{failure}");
    }
    tally.add(browser(plan)?);
    Ok(tally)
}

fn browser(plan: &Plan) -> Result<Tally> {
    let report = workspace::target().join("browser-tests.json");
    let _ = std::fs::remove_file(&report);
    let mut command = packages::playwright("playwright.config.ts")?;
    command.arg("--reporter=list,json").env("PLAYWRIGHT_JSON_OUTPUT_NAME", &report);
    if let Some(filter) = &plan.filter {
        command.args(["--pass-with-no-tests", filter]);
    }
    plan.tell(&mut command);
    run::say("browser tests");
    let success = command.status()?.success();
    let text = std::fs::read_to_string(&report).map_err(|_| Failure::new("the browser tests wrote no report"))?;
    Ok(playwright_result(&text).with_outcome(success))
}

/// Reads the sums of Playwright's JSON report; a test that passed only when repeated has failed.
fn playwright_result(report: &str) -> Tally {
    let report: serde_json::Value = serde_json::from_str(report).unwrap_or_default();
    let count = |name: &str| report["stats"][name].as_u64().unwrap_or(0);
    Tally { passed: count("expected"), failed: count("unexpected") + count("flaky") }
}

/// The tests of the recalculation itself; each file of them prints its sum on its last line.
fn recalculation(plan: &Plan) -> Result<Tally> {
    let Some(python) = &plan.python else { return Ok(Tally::default()) };
    let mut tally = Tally::default();
    for file in python::tests()? {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let mut command = Command::new(python);
        command.current_dir(workspace::root()).arg(&file);
        plan.tell(&mut command);
        let mut of_file = Tally::default();
        let success = run::read_lines(&format!("recalculation, {name}"), &mut command, |line| {
            of_file = summary(line).unwrap_or(of_file);
        })?;
        tally.add(of_file.with_outcome(success));
    }
    Ok(tally)
}

/// How many random workbooks the two calculations are compared on; five times as many in a long run.
const RANDOM_WORKBOOKS: u32 = 60;

/// Random workbooks, always the same ones: a native test reads them and exports them with their results.
fn random_workbooks(plan: &Plan) -> Result<Tally> {
    let Some(python) = &plan.python else { return Ok(Tally::default()) };
    let folder = workspace::recalculated();
    if folder.exists() {
        std::fs::remove_dir_all(&folder).at(&folder)?;
    }
    let count = if plan.long { RANDOM_WORKBOOKS * 5 } else { RANDOM_WORKBOOKS };
    let mut command = Command::new(python);
    command.arg(python::folder().join("random_workbooks.py")).arg(folder.join("random")).arg(count.to_string());
    run::step("random workbooks for the recalculation", &mut command).map(|()| Tally::default())
}

/// Every result in the exports of the samples and the random workbooks against the recalculation; each counts.
fn agreement(plan: &Plan) -> Result<Tally> {
    let Some(python) = &plan.python else { return Ok(Tally::default()) };
    let mut command = Command::new(python);
    command.arg(python::folder().join("recalc.py")).arg(workspace::recalculated().join("exported"));
    let mut tally = Tally::default();
    let success = run::read_lines("recalculation of the exports", &mut command, |line| {
        tally = summary(line).unwrap_or(tally);
    })?;
    // Nothing to compare means that nothing was exported.
    Ok(tally.with_outcome(success && tally.passed > 0))
}

/// Reads `3 passed, 0 failed`.
fn summary(line: &str) -> Option<Tally> {
    let (passed, failed) = line.trim().strip_suffix(" failed")?.split_once(" passed, ")?;
    Some(Tally { passed: passed.parse().ok()?, failed: failed.parse().ok()? })
}

impl Plan {
    /// Hands a command what the tests read from the environment.
    fn tell(&self, command: &mut Command) {
        if self.long {
            command.env("KAMSHEET_LONG", "1");
        }
        if let Some(python) = &self.python {
            command.env("KAMSHEET_PYTHON", python);
        }
        command.env("KAMSHEET_RECALC_DIR", workspace::recalculated());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_of_cargo_and_playwright_are_read() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 1 filtered out; finished in 0.1s";
        assert_eq!(cargo_result(line), Some(Tally { passed: 12, failed: 3 }));
        assert_eq!(cargo_result("test result of something"), None);
        assert_eq!(summary("4 passed, 1 failed"), Some(Tally { passed: 4, failed: 1 }));
        let report = r#"{"stats":{"expected":5,"unexpected":1,"flaky":1,"skipped":0}}"#;
        assert_eq!(playwright_result(report), Tally { passed: 5, failed: 2 });
    }

    #[test]
    fn a_failed_program_without_failed_tests_counts() {
        assert_eq!(Tally::default().with_outcome(false), Tally { passed: 0, failed: 1 });
        assert_eq!(Tally { passed: 2, failed: 1 }.with_outcome(false), Tally { passed: 2, failed: 1 });
    }
}
