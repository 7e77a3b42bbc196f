//! Bytes → resolution, with an account of every source line.
#![warn(clippy::disallowed_methods)]

mod error;
mod reading;

pub use error::ReadError;
pub use reading::{Format, Placement, Reading, Role, SourceLine};

/// What the caller may fix instead of letting the reader guess.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The text encoding by its WHATWG label (`windows-1251`); guessed when absent.
    pub encoding: Option<String>,
}

/// Reads a file's bytes. `name` is the file's name, used for its extension only.
///
/// # Errors
/// [`ReadError`] when the container cannot be opened; never for what the text says.
pub fn read(_bytes: &[u8], _name: &str, _options: &Options) -> Result<Reading, ReadError> {
    Err(ReadError::Empty)
}
