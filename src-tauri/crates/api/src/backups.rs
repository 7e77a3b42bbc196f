//! Copies of the library: made by a schedule, thinned out with time, taken back when need be.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, NaiveDateTime, TimeDelta, Utc};
use svod_store::{LibraryLock, Store, StoreError, check_copy};

use crate::library::{make_folder, store_error};
use crate::view::{Backup, BackupsView, LibraryView, Schedule};
use crate::{Access, Error, ErrorCode, Library, files};

/// How a copy is named: the time it was made, UTC, so that names are in the order of time.
const NAME: &str = "svod-%Y-%m-%d-%H%M%S.svod";
/// The last copies that are all kept; after them one a week for so many weeks, and one a month.
const NEWEST: usize = 7;
const WEEKS: i64 = 5;
const MONTHS: usize = 12;

impl Library {
    /// The copies of the library, the newest first.
    ///
    /// # Errors
    /// If the settings cannot be read.
    pub fn backups(&self) -> Result<BackupsView, Error> {
        Ok(BackupsView {
            every: self.settings()?.backups,
            ..backups(self.path())
        })
    }

    /// Makes a copy now, checks that it can be opened, and throws away what is too much.
    ///
    /// # Errors
    /// [`ErrorCode::DiskFull`], [`ErrorCode::FileNotWritable`]; half a copy never stays.
    pub fn backup_now(&self) -> Result<BackupsView, Error> {
        let folder = folder(self.path());
        let name = Utc::now().format(NAME).to_string();
        let failed = |code: ErrorCode| Error::new(code).with("file", name.as_str());
        make_folder(&folder).map_err(|e| failed(ErrorCode::FileNotWritable).because(e))?;
        let half = folder.join(format!("{name}.part"));
        // A connection of its own: the window goes on working meanwhile.
        let made = Store::open(self.path())
            .and_then(|library| library.backup(&half))
            .and_then(|()| check_copy(&half));
        let kept = made
            .map_err(|error| match error {
                StoreError::DiskFull => failed(ErrorCode::DiskFull).because(error),
                error => failed(ErrorCode::FileNotWritable).because(error),
            })
            .and_then(|()| {
                fs::rename(&half, folder.join(&name))
                    .map_err(|error| failed(ErrorCode::FileNotWritable).because(error))
            });
        if kept.is_err() {
            // Nothing to be done if even this fails; a part is no copy for anybody.
            for part in ["", "-journal"] {
                drop(fs::remove_file(folder.join(format!("{name}.part{part}"))));
            }
        }
        kept?;
        thin_out(&folder);
        self.backups()
    }

    /// Makes a copy if the schedule says it is time; tells whether it did.
    ///
    /// # Errors
    /// As [`Library::backup_now`].
    pub fn keep_backups(&self) -> Result<bool, Error> {
        let view = self.backups()?;
        let Some(pause) = view.every.pause() else {
            return Ok(false);
        };
        let last = view.copies.first().and_then(|copy| time_of(&copy.name));
        let due = last.is_none_or(|last| Utc::now() - last >= pause);
        if due {
            self.backup_now()?;
        }
        Ok(due)
    }

    /// Makes the library what a copy holds; what it held until now becomes a copy first.
    ///
    /// # Errors
    /// [`ErrorCode::FileNotFound`], [`ErrorCode::LibraryDamaged`], [`ErrorCode::LibraryNewer`]: the
    /// library is then as it was.
    pub fn restore_backup(&self, copy: &Path) -> Result<LibraryView, Error> {
        let explain = |error: StoreError| store_error(error).with("file", files::name(copy));
        exists(copy)?;
        check_copy(copy).map_err(explain)?;
        self.close_drafts();
        self.backup_now()?;
        self.store().restore(copy).map_err(explain)?;
        self.forget_what_was_open();
        self.index_missing()?;
        self.view()
    }

    /// Makes the library at a path what a copy holds, whether it opens or not.
    ///
    /// # Errors
    /// As [`Library::restore_backup`] and [`Library::replace_damaged`].
    pub fn restore_file(library: &Path, copy: &Path) -> Result<(), Error> {
        match Self::open(library, Access::Change) {
            Ok(library) => library.restore_backup(copy).map(drop),
            Err(error) if error.code == ErrorCode::LibraryDamaged => {
                Self::replace_damaged(library, copy)
            }
            Err(error) => Err(error),
        }
    }

    /// The path of a copy of that name, as [`Library::backups`] lists it.
    ///
    /// # Errors
    /// [`ErrorCode::FileNotFound`] for any other name.
    pub fn backup_path(library: &Path, name: &str) -> Result<PathBuf, Error> {
        match time_of(name) {
            Some(_) => Ok(folder(library).join(name)),
            None => Err(Error::new(ErrorCode::FileNotFound).with("file", name)),
        }
    }

    /// Puts a copy in the place of a library that is not open, and cannot be, because it is damaged:
    /// the damaged file stays beside it under another name.
    ///
    /// # Errors
    /// As [`Library::restore_backup`]; [`ErrorCode::LibraryLocked`] if a program has it open.
    pub fn replace_damaged(library: &Path, copy: &Path) -> Result<(), Error> {
        let explain = |error: StoreError| store_error(error).with("file", files::name(copy));
        exists(copy)?;
        let _lock = LibraryLock::take(library)
            .map_err(|error| store_error(error).with("file", files::name(library)))?;
        check_copy(copy).map_err(explain)?;
        let with = |ending: &str| {
            let mut name = library.as_os_str().to_owned();
            name.push(ending);
            PathBuf::from(name)
        };
        let moved = |error: std::io::Error| {
            Error::new(ErrorCode::FileNotWritable)
                .with("file", files::name(library))
                .because(error)
        };
        let aside = Utc::now().format(".damaged-%Y-%m-%d-%H%M%S").to_string();
        // What was not yet written into the library belongs to the damaged file and not to the copy.
        for part in ["", "-wal", "-shm"] {
            let from = with(part);
            if from.exists() {
                fs::rename(from, with(&format!("{aside}{part}"))).map_err(moved)?;
            }
        }
        let half = with(".part");
        fs::copy(copy, &half)
            .and_then(|_| fs::rename(&half, library))
            .map_err(moved)
    }
}

impl Schedule {
    fn pause(self) -> Option<TimeDelta> {
        match self {
            Self::Never => None,
            // An hour less, so that a person who starts the program every morning gets one every day.
            Self::Day => Some(TimeDelta::hours(23)),
            Self::Week => Some(TimeDelta::days(7) - TimeDelta::hours(1)),
        }
    }
}

/// The copies of a library, also of one that does not open.
pub fn backups(library: &Path) -> BackupsView {
    let folder = folder(library);
    let mut copies: Vec<Backup> = fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            let made_at = time_of(&name)?;
            Some(Backup {
                size: entry.metadata().ok()?.len(),
                made_at: made_at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
                name,
            })
        })
        .collect();
    copies.sort_by(|a, b| b.name.cmp(&a.name));
    BackupsView {
        folder: folder.to_string_lossy().into_owned(),
        every: Schedule::default(),
        copies,
    }
}

fn folder(library: &Path) -> PathBuf {
    let mut name = library.as_os_str().to_owned();
    name.push("-copies");
    PathBuf::from(name)
}

fn time_of(name: &str) -> Option<DateTime<Utc>> {
    let time = NaiveDateTime::parse_from_str(name, NAME).ok()?;
    // A name that is read but would not be written is not one of ours.
    (time.format(NAME).to_string() == name).then(|| time.and_utc())
}

fn exists(copy: &Path) -> Result<(), Error> {
    match fs::metadata(copy) {
        Ok(metadata) if metadata.is_file() => Ok(()),
        _ => Err(Error::new(ErrorCode::FileNotFound).with("file", files::name(copy))),
    }
}

fn thin_out(folder: &Path) {
    let names = fs::read_dir(folder).into_iter().flatten().flatten();
    let times: Vec<DateTime<Utc>> = names
        .filter_map(|entry| time_of(&entry.file_name().to_string_lossy()))
        .collect();
    let kept = kept(&times);
    for time in times.iter().filter(|time| !kept.contains(time)) {
        // A copy that cannot be thrown away now is thrown away with the next one.
        drop(fs::remove_file(folder.join(time.format(NAME).to_string())));
    }
}

/// Which copies are worth their room: the newest, then the last of each week, then of each month.
fn kept(times: &[DateTime<Utc>]) -> BTreeSet<DateTime<Utc>> {
    let mut sorted = times.to_vec();
    sorted.sort_unstable_by(|a, b| b.cmp(a));
    let mut kept: BTreeSet<_> = sorted.iter().take(NEWEST).copied().collect();
    let Some(newest) = sorted.first().copied() else {
        return kept;
    };
    let (mut weeks, mut months) = (BTreeSet::new(), BTreeSet::new());
    for time in sorted {
        let week = time.iso_week();
        if newest - time < TimeDelta::weeks(WEEKS) && weeks.insert((week.year(), week.week())) {
            kept.insert(time);
        }
        if months.len() < MONTHS && months.insert((time.year(), time.month())) {
            kept.insert(time);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Start;
    use svod_model::Kind;

    fn day(n: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(20_000 + n)
    }

    #[test]
    fn a_year_of_daily_copies_is_kept_as_two_dozen() {
        let mut times = Vec::new();
        for n in 0..400 {
            times.push(day(n));
            let stay = kept(&times);
            times.retain(|time| stay.contains(time));
        }
        assert!(times.len() <= NEWEST + 5 + MONTHS, "{}", times.len());
        assert!(
            (393..400).all(|n| times.contains(&day(n))),
            "the last week is whole"
        );
        assert!(
            times[0] < day(90),
            "the first months are there: {}",
            times[0]
        );
    }

    #[test]
    fn what_was_lost_is_taken_back_from_a_copy_and_what_was_there_becomes_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("l.svod");
        let library = Library::open(&path, Access::Change).unwrap();
        let kind = Kind::Resolution;
        let id = library.start_draft(&Start::Blank { kind }).unwrap().card.id;
        let copies = library.backup_now().unwrap().copies;
        library.close_drafts();
        library.remove(std::slice::from_ref(&id)).unwrap();
        library.purge(std::slice::from_ref(&id)).unwrap();
        assert!(library.view().unwrap().documents.is_empty());

        // Names are by the second.
        std::thread::sleep(std::time::Duration::from_millis(1100));
        let copy = Library::backup_path(&path, &copies[0].name).unwrap();
        let view = library.restore_backup(&copy).unwrap();
        assert_eq!(view.documents[0].id, id);
        assert_eq!(library.verify().unwrap(), Vec::<String>::new());
        assert_eq!(library.backups().unwrap().copies.len(), 2);
        let folder = fs::read_dir(library.backups().unwrap().folder).unwrap();
        assert_eq!(folder.count(), 2, "a copy is one file");
        assert!(!library.keep_backups().unwrap(), "nothing is due yet");
        assert!(library.open_draft(&id).is_ok());
    }

    #[test]
    fn a_damaged_library_is_replaced_and_kept_aside() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("l.svod");
        let library = Library::open(&path, Access::Change).unwrap();
        let kind = Kind::Plan;
        library.start_draft(&Start::Blank { kind }).unwrap();
        let name = library.backup_now().unwrap().copies[0].name.clone();
        let copy = Library::backup_path(&path, &name).unwrap();
        assert_eq!(
            Library::replace_damaged(&path, &copy).unwrap_err().code,
            ErrorCode::LibraryLocked
        );
        drop(library);
        fs::write(&path, "это не библиотека").unwrap();
        assert!(Library::open(&path, Access::Change).is_err());
        assert_eq!(
            backups(&path).copies.len(),
            1,
            "copies are listed all the same"
        );
        Library::replace_damaged(&path, &copy).unwrap();
        let library = Library::open(&path, Access::Change).unwrap();
        assert_eq!(library.view().unwrap().documents.len(), 1);
        let names = fs::read_dir(folder.path()).unwrap();
        let aside = names
            .flatten()
            .any(|e| e.file_name().to_string_lossy().contains(".damaged-"));
        assert!(aside);
    }

    #[test]
    fn what_is_no_copy_of_a_library_changes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("l.svod");
        let library = Library::open(&path, Access::Change).unwrap();
        let kind = Kind::Plan;
        library.start_draft(&Start::Blank { kind }).unwrap();
        let copy = folder.path().join("copy.svod");
        for (bytes, code) in [
            (&b"no database"[..], ErrorCode::LibraryDamaged),
            (&b""[..], ErrorCode::LibraryDamaged),
        ] {
            fs::write(&copy, bytes).unwrap();
            assert_eq!(library.restore_backup(&copy).unwrap_err().code, code);
        }
        let missing = folder.path().join("none.svod");
        assert_eq!(
            library.restore_backup(&missing).unwrap_err().code,
            ErrorCode::FileNotFound
        );
        assert_eq!(library.view().unwrap().documents.len(), 1);
        assert!(Library::backup_path(&path, "../l.svod").is_err());
    }
}
