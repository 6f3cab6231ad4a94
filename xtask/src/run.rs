//! Running other programs, with a line of progress for each.

use crate::failure::{Failure, Result};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

/// Says what is about to happen.
pub fn say(what: &str) {
    println!("\x1b[1m→ {what}\x1b[0m");
}

/// Runs a command with its output on the screen; fails when it cannot start or returns an error.
pub fn step(what: &str, command: &mut Command) -> Result<()> {
    say(what);
    let start = Instant::now();
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if !status.success() {
        return Err(Failure::new(format!("{what} ({status})")).mend(format!("run it by hand: {}", shown(command))));
    }
    let seconds = start.elapsed().as_secs_f32();
    if seconds > 2.0 {
        println!("  {what}: {seconds:.0} s");
    }
    Ok(())
}

/// Becomes the command where the system can do that, so that ending this process ends that one.
pub fn hand_over(what: &str, command: &mut Command) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt;
        say(what);
        let error = command.exec();
        Err(not_started(command, &error))
    }
    #[cfg(not(unix))]
    step(what, command)
}

/// Runs a command, shows each line of its standard output and hands it to `read`; true for success.
pub fn read_lines(what: &str, command: &mut Command, mut read: impl FnMut(&str)) -> Result<bool> {
    say(what);
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| not_started(command, &error))?;
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).split(b'\n') {
            let line = line?;
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            read(&line);
        }
    }
    Ok(child.wait()?.success())
}

/// The standard output of a short command, or nothing when it fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    Failure::new(format!("`{}` could not be started: {error}", command.get_program().to_string_lossy()))
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
