//! The project's commands: `cargo xtask serve | test | build | bench | screenshots`.
//!
//! Each command first installs what it needs and is missing (see `tools` and `packages`), then
//! hands over to Trunk, cargo and Playwright. `finish` is called by Trunk itself, at the end of a
//! release build.

mod build;
mod failure;
mod finish;
mod packages;
mod python;
mod run;
mod sizes;
mod test;
mod tools;
mod workspace;

use failure::{Failure, Result};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command>

  serve [--port N]          install what is missing, build, serve on http://127.0.0.1:8080
  test [--long] [filter]    every check and test; the last line is `N passed, N failed`
  build                     dist/ and dist/kamsheet.html, with a size report
  bench [--json FILE]       start-up and typing speed, sizes
  screenshots [--out DIR]   pictures of the sample workbooks, both languages, light and dark
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let outcome = match command.as_str() {
        "serve" => build::serve(&rest),
        "test" => test::run(&rest),
        "build" => build::build(),
        "bench" => build::bench(&rest),
        "screenshots" => build::screenshots(&rest),
        "finish" => finish::run(),
        "help" | "--help" | "-h" | "" => {
            print!("{HELP}");
            Ok(())
        }
        other => Err(Failure::new(format!("there is no command `{other}`")).mend("cargo xtask help")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

/// The value behind `--name` among the arguments of a command, if it is there.
fn option<'a>(arguments: &'a [String], name: &str) -> Result<Option<&'a str>> {
    let Some(at) = arguments.iter().position(|argument| argument == name) else {
        return Ok(None);
    };
    match arguments.get(at + 1) {
        Some(value) => Ok(Some(value)),
        None => Err(Failure::new(format!("{name} needs a value"))),
    }
}
