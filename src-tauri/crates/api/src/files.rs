//! Files: read with a guard, written beside and renamed.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

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

/// A file to be read, or why something in a folder is passed over.
pub(crate) type Found = Result<PathBuf, Error>;

/// What folders hold.
#[derive(Debug, Default)]
pub(crate) struct Inside {
    pub(crate) found: Vec<Found>,
    /// Names of files that are no documents.
    pub(crate) passed_over: Vec<String>,
}

/// What systems leave in folders by themselves: no person looks for it in a report.
const LITTER: &[&str] = &["thumbs.db", "desktop.ini"];

/// The given files, and for each folder the documents in it, in the order of their names. Hidden
/// files and the locks office programs leave beside an open file are passed over in silence; links,
/// what is too deep or too much, and files that are no documents are named.
pub(crate) fn inside_folders(paths: &[impl AsRef<Path>]) -> Inside {
    let mut out = Inside::default();
    for path in paths {
        let path = path.as_ref();
        if path.is_dir() {
            let mut inside = Inside::default();
            if collect(path, 0, &mut inside).is_none() {
                let refused = passed_over(ErrorCode::TooManyFiles, path, FOLDER_LIMIT);
                inside.found.push(refused);
            }
            // A folder without documents is said as what it is.
            if inside.found.is_empty() {
                inside.found.push(Ok(path.to_owned()));
            }
            out.found.append(&mut inside.found);
            out.passed_over.append(&mut inside.passed_over);
        } else {
            out.found.push(Ok(path.to_owned()));
        }
    }
    out
}

fn passed_over(code: ErrorCode, path: &Path, limit: usize) -> Found {
    let error = Error::new(code).with("file", name(path));
    Err(error.with("limit", limit.to_string()))
}

/// Nothing once there are too many.
fn collect(folder: &Path, depth: usize, out: &mut Inside) -> Option<()> {
    let Ok(entries) = fs::read_dir(folder) else {
        // Said as a file that cannot be read, so that the report names it.
        out.found.push(Ok(folder.to_owned()));
        return Some(());
    };
    let mut entries: Vec<_> = entries.flatten().collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let own = name(&path);
        let Ok(kind) = entry.file_type() else {
            continue;
        };
        if own.starts_with('.') || own.starts_with("~$") {
            continue;
        }
        let extension = path
            .extension()
            .map(|extension| extension.to_string_lossy().to_lowercase())
            .unwrap_or_default();
        let document = EXTENSIONS.contains(&extension.as_str());
        if kind.is_dir() && depth < DEPTH_LIMIT {
            collect(&path, depth + 1, out)?;
            continue;
        }
        let found = if kind.is_dir() {
            passed_over(ErrorCode::FolderTooDeep, &path, DEPTH_LIMIT)
        } else if kind.is_symlink() && (document || path.is_dir()) {
            Err(Error::new(ErrorCode::LinkNotFollowed).with("file", own))
        } else if kind.is_file() && document {
            Ok(path)
        } else {
            let litter = LITTER.contains(&own.to_lowercase().as_str());
            if kind.is_file() && !litter && out.passed_over.len() < FOLDER_LIMIT {
                out.passed_over.push(own);
            }
            continue;
        };
        if out.found.len() >= FOLDER_LIMIT {
            return None;
        }
        out.found.push(found);
    }
    Some(())
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
    let refused = |code: ErrorCode| Err(Error::new(code).with("file", name(path)));
    if path.is_dir() {
        return refused(ErrorCode::NotAFile);
    }
    if !nameable(path) {
        return refused(ErrorCode::FileNameNotAllowed);
    }
    if open_elsewhere(path) {
        return refused(ErrorCode::FileInUse);
    }
    let failed = |error: std::io::Error| not_written(path, &error);
    sweep(path);
    // Its name is short whatever the target's is: a name may be as long as the disk allows.
    let beside = path.with_file_name(format!("{PART}{}.part", uuid::Uuid::new_v4().simple()));
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&beside)
        .map_err(failed)
        .and_then(|mut file| {
            // Held while it is written, so that nobody takes it for a leftover; where files cannot be
            // held, none is swept either.
            drop(file.try_lock());
            work(&mut file)?;
            file.sync_all().map_err(failed)
        })
        .and_then(|()| fs::rename(&beside, path).map_err(failed));
    if written.is_err() {
        // Nothing to be done if even this fails: the target is untouched either way.
        drop(fs::remove_file(&beside));
    }
    written
}

/// How the name of a file that is not whole yet begins.
const PART: &str = ".svod-";
/// What is younger may still be about to be held.
const LEFT_BEHIND: Duration = Duration::from_secs(60);

/// Takes away what a program that was killed in the middle of writing left in the target's folder:
/// files of our own name that nobody holds.
fn sweep(path: &Path) {
    let folder = path.parent().into_iter().flat_map(fs::read_dir);
    for entry in folder.flatten().flatten() {
        let own = name(&entry.path());
        let left = own.starts_with(PART)
            && own.ends_with(".part")
            && own.len() == PART.len() + 32 + ".part".len();
        if !left {
            continue;
        }
        let age = entry.metadata().and_then(|it| it.modified());
        let old = age.is_ok_and(|at| at.elapsed().is_ok_and(|age| age >= LEFT_BEHIND));
        let free = || File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok());
        if old && free() {
            drop(fs::remove_file(entry.path()));
        }
    }
}

/// What it is called when a file could not be written.
pub(crate) fn not_written(path: &Path, error: &std::io::Error) -> Error {
    Error::new(why_not_written(error))
        .with("file", name(path))
        .because(error)
}

/// What a person can do about a failed write.
fn why_not_written(error: &std::io::Error) -> ErrorCode {
    /// Windows: another program holds the file, or a part of it.
    const HELD: [i32; 2] = [32, 33];
    let held = cfg!(windows)
        && error
            .raw_os_error()
            .is_some_and(|code| HELD.contains(&code));
    match error.kind() {
        _ if held => ErrorCode::FileInUse,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            ErrorCode::DiskFull
        }
        ErrorKind::NotFound | ErrorKind::NotADirectory => ErrorCode::FolderNotFound,
        ErrorKind::InvalidFilename => ErrorCode::FileNameNotAllowed,
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => ErrorCode::FileInUse,
        _ => ErrorCode::FileNotWritable,
    }
}

/// A name both Windows and Linux can give: files go by mail and by memory stick.
fn nameable(path: &Path) -> bool {
    /// What Windows keeps for its devices, with any extension.
    const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "COM", "LPT"];
    let name = name(path);
    let stem = name
        .split('.')
        .next()
        .unwrap_or_default()
        .trim_end()
        .to_uppercase();
    let device = DEVICES
        .iter()
        .any(|device| match stem.strip_prefix(device) {
            Some("") => !matches!(*device, "COM" | "LPT"),
            Some(rest) => {
                matches!(*device, "COM" | "LPT") && matches!(rest.as_bytes(), [b'1'..=b'9'])
            }
            None => false,
        });
    path.file_name().is_some()
        && !device
        && !name.ends_with(['.', ' '])
        && !name.contains(|c: char| c.is_control() || "<>:\"|?*\\".contains(c))
}

/// An office program has the file open: it left its mark beside it. On Windows the system says so
/// itself; on a shared folder only the mark does.
fn open_elsewhere(path: &Path) -> bool {
    let name = name(path);
    let letters = name.chars().count();
    // Word writes «~$» over the first two letters of a long name, and before a short one.
    let over = |skipped: usize| format!("~${}", name.chars().skip(skipped).collect::<String>());
    let stem = name
        .rsplit_once('.')
        .map_or(letters, |(stem, _)| stem.chars().count());
    let of_word = over(stem.saturating_sub(6).min(2));
    [of_word, format!(".~lock.{name}#")]
        .into_iter()
        .any(|mark| path.with_file_name(mark).exists())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_too_many_documents_is_named_and_what_fits_is_taken() {
        let folder = tempfile::tempdir().unwrap();
        let files = |count: usize| {
            for n in 0..count {
                File::create(folder.path().join(format!("{n}.txt"))).unwrap();
            }
            inside_folders(&[folder.path()]).found
        };
        let all = files(FOLDER_LIMIT);
        assert!(all.len() == FOLDER_LIMIT && all.iter().all(Result::is_ok));
        let more = files(FOLDER_LIMIT + 1);
        assert_eq!(
            more.iter().filter(|found| found.is_ok()).count(),
            FOLDER_LIMIT
        );
        let error = more.last().unwrap().as_ref().unwrap_err();
        assert_eq!(error.code, ErrorCode::TooManyFiles);
    }

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
            ErrorCode::FolderNotFound
        );
    }

    #[test]
    fn names_no_other_system_can_give_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        for bad in [
            "итог?.docx",
            "a:b.pdf",
            "nul.docx",
            "COM1.pdf",
            "итог.",
            "итог ",
            "а\u{7}.txt",
        ] {
            let error = write(&folder.path().join(bad), b"new").unwrap_err();
            assert_eq!(error.code, ErrorCode::FileNameNotAllowed, "{bad}");
        }
        let long = format!("{}.docx", "я".repeat(200));
        let error = write(&folder.path().join(long), b"new").unwrap_err();
        assert_eq!(error.code, ErrorCode::FileNameNotAllowed);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        // As long as a name may be here: the one written beside it is short.
        let longest = format!("{}.docx", "я".repeat(125));
        for fine in ["nullité.docx", "company.pdf", longest.as_str()] {
            write(&folder.path().join(fine), b"new").unwrap();
        }
    }

    #[test]
    fn a_file_open_in_an_office_program_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        for (name, mark) in [
            ("Резолюция.docx", "~$золюция.docx"),
            ("Форум.docx", "~$Форум.docx"),
            ("Форумы1.docx", "~$орумы1.docx"),
            ("Итоги форума.odt", ".~lock.Итоги форума.odt#"),
        ] {
            let (target, mark) = (folder.path().join(name), folder.path().join(mark));
            write(&target, b"old").unwrap();
            fs::write(&mark, b"").unwrap();
            assert_eq!(
                write(&target, b"new").unwrap_err().code,
                ErrorCode::FileInUse
            );
            assert_eq!(fs::read(&target).unwrap(), b"old");
            fs::remove_file(mark).unwrap();
            write(&target, b"new").unwrap();
        }
    }

    #[test]
    fn what_the_system_says_becomes_what_a_person_can_do() {
        for (kind, code) in [
            (ErrorKind::StorageFull, ErrorCode::DiskFull),
            (ErrorKind::QuotaExceeded, ErrorCode::DiskFull),
            (ErrorKind::PermissionDenied, ErrorCode::FileNotWritable),
            (ErrorKind::ReadOnlyFilesystem, ErrorCode::FileNotWritable),
            (ErrorKind::ResourceBusy, ErrorCode::FileInUse),
            (ErrorKind::NotFound, ErrorCode::FolderNotFound),
        ] {
            assert_eq!(why_not_written(&kind.into()), code);
        }
    }

    #[test]
    fn what_a_killed_program_left_is_taken_away_and_what_is_being_written_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let part = |letter: &str| {
            let path = folder
                .path()
                .join(format!("{PART}{}.part", letter.repeat(32)));
            let file = File::create(&path).unwrap();
            let old = std::time::SystemTime::now() - 2 * LEFT_BEHIND;
            (path, file, old)
        };
        let ((left, file, old), (held, holding, _), (young, _, _)) =
            (part("a"), part("b"), part("c"));
        file.set_modified(old).unwrap();
        drop(file);
        holding.set_modified(old).unwrap();
        holding.try_lock().unwrap();
        let others = folder.path().join(".svod-notes.part");
        fs::write(&others, b"").unwrap();
        write(&folder.path().join("итог.txt"), b"new").unwrap();
        assert!(!left.exists());
        assert!(held.exists() && young.exists() && others.exists());
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
