//! What went wrong, and the command that mends it.

use std::fmt;

/// The result of a step of a command.
pub type Result<T> = std::result::Result<T, Failure>;

/// A failure in words for the person at the keyboard.
#[derive(Debug)]
pub struct Failure {
    what: String,
    mend: Option<String>,
}

impl Failure {
    /// States what is missing or went wrong.
    pub fn new(what: impl Into<String>) -> Self {
        Self { what: what.into(), mend: None }
    }

    /// Adds the command that mends it.
    pub fn mend(mut self, command: impl Into<String>) -> Self {
        self.mend = Some(command.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "failed: {}", self.what)?;
        match &self.mend {
            Some(command) => write!(f, "\n  to mend it: {command}"),
            None => Ok(()),
        }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::new(error.to_string())
    }
}

/// Names the file in the error of a file operation.
pub trait At<T> {
    /// Turns the error into a failure that names `path`.
    fn at(self, path: &std::path::Path) -> Result<T>;
}

impl<T> At<T> for std::io::Result<T> {
    fn at(self, path: &std::path::Path) -> Result<T> {
        self.map_err(|error| Failure::new(format!("{}: {error}", path.display())))
    }
}
