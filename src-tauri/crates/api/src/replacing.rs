//! Files of a library that change places. At every moment there is a library at the path, the old one
//! or the new one, and the old one is kept.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use svod_store::StoreError;

use crate::library::store_error;
use crate::{Error, ErrorCode, files};

/// What SQLite keeps beside a library that is in use.
const BESIDE: [&str; 2] = ["-wal", "-shm"];

/// What a copy holds, made ready in a file beside the library.
///
/// # Errors
/// [`ErrorCode::FileNotFound`], [`ErrorCode::LibraryDamaged`] and [`ErrorCode::LibraryNewer`] name the
/// copy, [`ErrorCode::DiskFull`] the library. Nothing is left then.
pub(crate) fn ready(library: &Path, copy: &Path) -> Result<PathBuf, Error> {
    match fs::metadata(copy) {
        Ok(metadata) if metadata.is_file() => {}
        _ => return Err(Error::new(ErrorCode::FileNotFound).with("file", files::name(copy))),
    }
    let part = with(library, ".part");
    // What a program that was killed has left.
    discard(&part);
    let made = svod_store::prepare(copy, &part).map_err(|error| {
        let of = match &error {
            StoreError::DiskFull | StoreError::NotOpened { .. } => library,
            _ => copy,
        };
        store_error(error).with("file", files::name(of))
    });
    let made = made.and_then(|()| {
        File::open(&part)
            .and_then(|file| file.sync_all())
            .map_err(|error| files::not_written(library, &error))
    });
    if made.is_err() {
        discard(&part);
    }
    made.map(|()| part)
}

/// Throws away a library that is no longer wanted; one that cannot be thrown away is overwritten later.
pub(crate) fn discard(path: &Path) {
    for ending in ["", "-journal", "-wal", "-shm"] {
        drop(fs::remove_file(with(path, ending)));
    }
}

/// Puts `ready` in the place of a library that nobody has open; the library as it was, and what stood
/// beside it, is then at `aside`.
///
/// # Errors
/// Why a file could not be moved; the library is in its place then.
pub(crate) fn change_places(library: &Path, ready: &Path, aside: &Path) -> Result<(), Error> {
    moved(library, ready, aside).map_err(|error| files::not_written(library, &error))
}

fn moved(library: &Path, ready: &Path, aside: &Path) -> io::Result<()> {
    if library.exists() {
        keep(library, aside)?;
    }
    for ending in BESIDE {
        let from = with(library, ending);
        if from.exists() {
            fs::rename(from, with(aside, ending))?;
        }
    }
    fs::rename(ready, library)?;
    sync_folder(library)
}

/// A second name for a file; a second file where the disk knows no second names.
fn keep(library: &Path, aside: &Path) -> io::Result<()> {
    if aside.exists() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let kept = fs::hard_link(library, aside).or_else(|_| {
        fs::copy(library, aside)?;
        File::open(aside)?.sync_all()
    });
    if kept.is_err() {
        // Half a copy is none.
        drop(fs::remove_file(aside));
    }
    kept
}

/// The names of files outlive a power cut only once their folder is on the disk.
#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new("."))).and_then(|folder| folder.sync_all())
}

#[cfg(not(unix))]
fn sync_folder(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// A path with an ending added to its name.
pub(crate) fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    PathBuf::from(name)
}
