//! Files: read with a guard, written beside and renamed.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use crate::{Error, ErrorCode};

/// The largest file that is looked at, in bytes. The longest resolution seen is under 1 MB; a
/// scan with pictures stays under this too.
pub(crate) const SIZE_LIMIT: u64 = 64 * 1024 * 1024;

/// A file's name without its folder, for messages and lists.
pub(crate) fn name(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

/// Names of files the readers open.
const EXTENSIONS: &[&str] = &[
    "docx", "docm", "doc", "odt", "ott", "rtf", "pdf", "html", "htm", "xhtml", "md", "markdown",
    "txt",
];
/// Most files taken from folders in one go, and how deep folders are looked into.
const FOLDER_LIMIT: usize = 20_000;
const DEPTH_LIMIT: usize = 12;

/// The given files, and for each folder the documents in it, in the order of their names. Hidden
/// files and the locks office programs leave beside an open file are passed over; so are links.
pub(crate) fn inside_folders(paths: &[impl AsRef<Path>]) -> Vec<PathBuf> {
    let mut out = Vec::new();
    for path in paths {
        let path = path.as_ref();
        if path.is_dir() {
            let before = out.len();
            collect(path, 0, &mut out);
            // A folder without documents is said as what it is.
            if out.len() == before {
                out.push(path.to_owned());
            }
        } else {
            out.push(path.to_owned());
        }
    }
    out
}

fn collect(folder: &Path, depth: usize, out: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        // Said as a file that cannot be read, so that the report names it.
        out.push(folder.to_owned());
        return;
    };
    let mut entries: Vec<_> = entries.flatten().collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        if out.len() >= FOLDER_LIMIT {
            return;
        }
        let path = entry.path();
        let own = name(&path);
        let Ok(kind) = entry.file_type() else {
            continue;
        };
        if own.starts_with('.') || own.starts_with("~$") || kind.is_symlink() {
            continue;
        }
        let extension = path
            .extension()
            .map(|extension| extension.to_string_lossy().to_lowercase())
            .unwrap_or_default();
        if kind.is_dir() && depth < DEPTH_LIMIT {
            collect(&path, depth + 1, out);
        } else if kind.is_file() && EXTENSIONS.contains(&extension.as_str()) {
            out.push(path);
        }
    }
}

/// Reads a whole file, refusing what is too large before reading it.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Error> {
    let failed = |error: &std::io::Error| {
        let code = match error.kind() {
            ErrorKind::NotFound => ErrorCode::FileNotFound,
            ErrorKind::IsADirectory => ErrorCode::NotAFile,
            _ => ErrorCode::FileNotReadable,
        };
        Error::new(code).with("file", name(path)).because(error)
    };
    let metadata = fs::metadata(path).map_err(|error| failed(&error))?;
    if !metadata.is_file() {
        return Err(Error::new(ErrorCode::NotAFile).with("file", name(path)));
    }
    let too_large = |size: u64| {
        Error::new(ErrorCode::FileTooLarge)
            .with("file", name(path))
            .with("size", size.div_ceil(1024 * 1024).to_string())
            .with("limit", (SIZE_LIMIT / 1024 / 1024).to_string())
    };
    if metadata.len() > SIZE_LIMIT {
        return Err(too_large(metadata.len()));
    }
    let mut bytes = Vec::new();
    // The file may grow while it is read; never take more than the limit.
    File::open(path)
        .and_then(|file| file.take(SIZE_LIMIT + 1).read_to_end(&mut bytes))
        .map_err(|error| failed(&error))?;
    if bytes.len() as u64 > SIZE_LIMIT {
        return Err(too_large(bytes.len() as u64));
    }
    Ok(bytes)
}

/// Writes a whole file: beside the target first, then renamed over it, so that a failure at any
/// moment leaves the old file as it was.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    write_with(path, |file| {
        file.write_all(bytes)
            .map_err(|error| not_written(path, &error))
    })
}

/// [`write`] of what is too large to be in memory at once.
pub(crate) fn write_with(
    path: &Path,
    work: impl FnOnce(&mut File) -> Result<(), Error>,
) -> Result<(), Error> {
    let failed = |error: std::io::Error| not_written(path, &error);
    if path.is_dir() {
        return Err(Error::new(ErrorCode::NotAFile).with("file", name(path)));
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.part", uuid::Uuid::new_v4().simple()));
    let beside = Path::new(&beside);
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(beside)
        .map_err(failed)
        .and_then(|mut file| {
            work(&mut file)?;
            file.sync_all().map_err(failed)
        })
        .and_then(|()| fs::rename(beside, path).map_err(failed));
    if written.is_err() {
        // Nothing to be done if even this fails: the target is untouched either way.
        drop(fs::remove_file(beside));
    }
    written
}

/// What it is called when a file could not be written.
pub(crate) fn not_written(path: &Path, error: &std::io::Error) -> Error {
    let code = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            ErrorCode::DiskFull
        }
        _ => ErrorCode::FileNotWritable,
    };
    Error::new(code).with("file", name(path)).because(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failed_write_leaves_the_old_file_and_no_litter() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("folder");
        fs::create_dir(&target).unwrap();
        assert_eq!(
            write(&target, b"new").unwrap_err().code,
            ErrorCode::NotAFile
        );
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        let missing = folder.path().join("no/such/file.docx");
        assert_eq!(
            write(&missing, b"new").unwrap_err().code,
            ErrorCode::FileNotWritable
        );
    }

    #[test]
    fn written_file_replaces_the_old_one_whole() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("резолюция.docx");
        write(&target, b"a long first version").unwrap();
        write(&target, b"second").unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"second");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn sparse_giant_is_refused_by_its_size_alone() {
        let folder = tempfile::tempdir().unwrap();
        let giant = folder.path().join("giant.docx");
        File::create(&giant)
            .unwrap()
            .set_len(500 * 1024 * 1024)
            .unwrap();
        let error = read(&giant).unwrap_err();
        assert_eq!(
            (error.code, error.args["size"].as_str()),
            (ErrorCode::FileTooLarge, "500")
        );
    }
}
