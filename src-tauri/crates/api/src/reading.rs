//! One file → a reading, behind a guard that no file can break.

use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::Duration;

use svod_readers::{Options, ReadError, Reading, SheetRow};

use crate::{Error, ErrorCode, files, helper};

/// How long one file may take. The slowest real one takes well under a second.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// Reads a file from disk. `encoding` overrides the guess for text files.
///
/// # Errors
/// One code per way a file can be unreadable; see [`ErrorCode`].
pub fn read_file(path: &Path, encoding: Option<&str>) -> Result<Reading, Error> {
    let bytes = files::read(path)?;
    let options = Options {
        encoding: encoding.map(str::to_owned),
        ..Options::default()
    };
    read_bytes(bytes, &files::name(path), options)
}

/// Reads behind the strongest guard there is: formats that others' parsers open in a process of
/// their own, ours in a thread.
pub(crate) fn read_bytes(bytes: Vec<u8>, name: &str, options: Options) -> Result<Reading, Error> {
    begin(bytes, name, options, Ok).and_then(Begun::finish)
}

/// A reading that goes on while the caller does something else.
pub(crate) struct Begun<T> {
    name: String,
    patience: Duration,
    outcome: Receiver<Result<T, Error>>,
}

/// Begins what [`read_bytes`] does, and goes on with `then` in the same thread.
pub(crate) fn begin<T: Send + 'static>(
    bytes: Vec<u8>,
    name: &str,
    options: Options,
    then: fn(Reading) -> Result<T, Error>,
) -> Result<Begun<T>, Error> {
    if helper::available() && svod_readers::is_foreign(&bytes, name) {
        // The helper is given up in time by whoever started it.
        let file = name.to_owned();
        return spawn(name, PATIENCE * 2, move || {
            helper::read(bytes, &file, &options).and_then(then)
        });
    }
    begin_here(bytes, name, options, then)
}

/// Reads in a thread of its own: a fault of a parser ends the thread and not the program, and an
/// endless one is given up.
pub(crate) fn read_here(bytes: Vec<u8>, name: &str, options: Options) -> Result<Reading, Error> {
    begin_here(bytes, name, options, Ok).and_then(Begun::finish)
}

fn begin_here<T: Send + 'static>(
    bytes: Vec<u8>,
    name: &str,
    options: Options,
    then: fn(Reading) -> Result<T, Error>,
) -> Result<Begun<T>, Error> {
    let file = name.to_owned();
    spawn(name, PATIENCE, move || {
        svod_readers::read(&bytes, &file, &options)
            .map_err(|error| explain(&error, &file))
            .and_then(then)
    })
}

/// Reads a control sheet apart from the caller, as any other file from outside.
pub(crate) fn control_sheet(bytes: Vec<u8>, name: &str) -> Result<Option<Vec<SheetRow>>, Error> {
    let file = name.to_owned();
    spawn(name, PATIENCE, move || {
        svod_readers::control_sheet(&bytes).map_err(|error| explain(&error, &file))
    })?
    .finish()
}

fn spawn<T: Send + 'static>(
    name: &str,
    patience: Duration,
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<Begun<T>, Error> {
    let (send, outcome) = mpsc::channel();
    std::thread::Builder::new()
        .name("reader".into())
        // The receiver may have given up; then nobody wants the result.
        .spawn(move || drop(send.send(work())))
        .map_err(|error| {
            Error::new(ErrorCode::Internal)
                .with("file", name)
                .because(error)
        })?;
    Ok(Begun {
        name: name.to_owned(),
        patience,
        outcome,
    })
}

impl<T> Begun<T> {
    /// Waits for it.
    pub(crate) fn finish(self) -> Result<T, Error> {
        let fault = |code| Error::new(code).with("file", &self.name);
        match self.outcome.recv_timeout(self.patience) {
            Ok(outcome) => outcome,
            Err(RecvTimeoutError::Timeout) => {
                Err(fault(ErrorCode::FileSuspicious).because("reading took too long"))
            }
            Err(RecvTimeoutError::Disconnected) => {
                Err(fault(ErrorCode::FileDamaged).because("the reader stopped on this file"))
            }
        }
    }
}

fn explain(error: &ReadError, file: &str) -> Error {
    let of = |code| Error::new(code).with("file", file).because(error);
    match error {
        ReadError::Empty => of(ErrorCode::FileEmpty),
        ReadError::TooLarge { size, limit } => of(ErrorCode::FileTooLarge)
            .with("size", size.div_ceil(1024 * 1024).to_string())
            .with("limit", (limit / 1024 / 1024).to_string()),
        ReadError::UnsupportedFormat { format } => {
            of(ErrorCode::FormatUnsupported).with("format", format)
        }
        ReadError::NotText => of(ErrorCode::NotText),
        ReadError::Damaged { .. } => of(ErrorCode::FileDamaged),
        ReadError::Bomb { .. } => of(ErrorCode::FileSuspicious),
        ReadError::Encrypted => of(ErrorCode::FileEncrypted),
        ReadError::NoTextLayer { pages } => {
            of(ErrorCode::NoTextLayer).with("pages", pages.to_string())
        }
        ReadError::UnknownEncoding { label } => {
            of(ErrorCode::EncodingUnknown).with("encoding", label)
        }
    }
}
