//! Copies of the library: made by a schedule, thinned out with time, taken back when need be.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, NaiveDateTime, TimeDelta, Utc};
use svod_store::{LibraryLock, Store, StoreError, check_copy, check_whole};

use crate::library::{make_folder, store_error};
use crate::view::{Backup, BackupsView, LibraryView, Schedule};
use crate::{Access, Error, ErrorCode, Library, files, replacing};

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

    /// Makes a copy now, checks it whole, and throws away what is too much.
    ///
    /// # Errors
    /// [`ErrorCode::DiskFull`], [`ErrorCode::FileNotWritable`]; [`ErrorCode::LibraryDamaged`], for a copy
    /// of damage would in time take the place of sound ones. Half a copy never stays.
    pub fn backup_now(&self) -> Result<BackupsView, Error> {
        let folder = folder(self.path());
        let now = Utc::now();
        make_folder(&folder).map_err(|error| files::not_written(&folder, &error))?;
        // A connection of its own: the window goes on working meanwhile.
        let store = Store::open(self.path()).map_err(|error| self.explain(error))?;
        copy_whole(&store, &free(&folder, now)).map_err(|error| match error.code {
            ErrorCode::LibraryDamaged => error.with("file", files::name(self.path())),
            _ => error,
        })?;
        thin_out(&folder, now);
        self.backups()
    }

    /// Writes a copy of the whole library to a new file.
    ///
    /// # Errors
    /// [`ErrorCode::FileExists`]; as [`Library::backup_now`].
    pub fn backup(&self, to: &Path) -> Result<(), Error> {
        if to.exists() {
            return Err(Error::new(ErrorCode::FileExists).with("file", files::name(to)));
        }
        copy_whole(&self.store(), to).map_err(|error| match error.code {
            ErrorCode::LibraryDamaged => error.with("file", files::name(self.path())),
            _ => error,
        })
    }

    /// Makes a copy if the schedule says it is time; tells whether it did.
    ///
    /// # Errors
    /// As [`Library::backup_now`].
    pub fn keep_backups(&self) -> Result<bool, Error> {
        let view = self.backups()?;
        let due = view.every.pause().is_some_and(|pause| {
            let times = view.copies.iter().filter_map(|copy| time_of(&copy.name));
            is_due(times, Utc::now(), pause)
        });
        if due {
            self.backup_now()?;
        }
        Ok(due)
    }

    /// Makes the library what a copy holds. What it held until now becomes a copy, or, if it is damaged
    /// or there can be no copies, stays beside it under another name.
    ///
    /// # Errors
    /// [`ErrorCode::FileNotFound`], [`ErrorCode::LibraryDamaged`], [`ErrorCode::LibraryNewer`] of the
    /// copy; [`ErrorCode::DiskFull`]; [`ErrorCode::LibraryLocked`] while another program looks at the
    /// library: it is then as it was.
    pub fn restore_backup(&self, copy: &Path) -> Result<LibraryView, Error> {
        let part = replacing::ready(self.path(), copy)?;
        self.close_drafts();
        let mut store = self.store();
        let aside = aside(self.path(), check_copy(self.path()).is_ok());
        let moved = store
            .closed_while(|| replacing::change_places(self.path(), &part, &aside))
            .map_err(|error| self.explain(error))
            .flatten();
        drop(store);
        if moved.is_err() {
            replacing::discard(&part);
        }
        moved?;
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
        let _lock = LibraryLock::take(library)
            .map_err(|error| store_error(error).with("file", files::name(library)))?;
        let part = replacing::ready(library, copy)?;
        replacing::change_places(library, &part, &aside(library, false))
            .inspect_err(|_| replacing::discard(&part))
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

/// Writes a copy under another name, checks it whole and gives it its own: half a copy is never there.
fn copy_whole(store: &Store, to: &Path) -> Result<(), Error> {
    let part = replacing::with(to, ".part");
    replacing::discard(&part);
    let made = fs::File::create(&part)
        .map_err(|error| files::not_written(to, &error))
        .and_then(|_| {
            // It can be made there; the store makes it anew, for its owner's eyes only.
            replacing::discard(&part);
            let copied = store.backup(&part).and_then(|()| check_whole(&part));
            copied.map_err(|error| {
                let code = match &error {
                    StoreError::DiskFull => ErrorCode::DiskFull,
                    StoreError::Damaged { .. } => ErrorCode::LibraryDamaged,
                    _ => ErrorCode::FileNotWritable,
                };
                Error::new(code)
                    .with("file", files::name(to))
                    .because(error)
            })
        })
        .and_then(|()| fs::rename(&part, to).map_err(|error| files::not_written(to, &error)));
    if made.is_err() {
        replacing::discard(&part);
    }
    made
}

/// A name in the folder that no copy has yet: two copies may be made within one second.
fn free(folder: &Path, now: DateTime<Utc>) -> PathBuf {
    let named = |time: DateTime<Utc>| folder.join(time.format(NAME).to_string());
    let mut time = now;
    while named(time).exists() {
        time += TimeDelta::seconds(1);
    }
    named(time)
}

/// Where a library goes that another one takes the place of.
fn aside(library: &Path, sound: bool) -> PathBuf {
    let now = Utc::now();
    let folder = folder(library);
    // A copy a person cannot make there is no reason to leave them without their library.
    let writable = || {
        let trial = folder.join(".svod-trial");
        make_folder(&folder)
            .and_then(|()| fs::write(&trial, []))
            .and_then(|()| fs::remove_file(&trial))
    };
    if sound && writable().is_ok() {
        return free(&folder, now);
    }
    let word = if sound { "before" } else { "damaged" };
    let named = |time: DateTime<Utc>| {
        replacing::with(
            library,
            &time.format(&format!(".{word}-%Y-%m-%d-%H%M%S")).to_string(),
        )
    };
    let mut time = now;
    while named(time).exists() {
        time += TimeDelta::seconds(1);
    }
    named(time)
}

/// Whether the last copy is old enough for another. A clock that once went wrong made copies of days to
/// come: they say nothing of when the last one was made.
fn is_due(
    times: impl Iterator<Item = DateTime<Utc>>,
    now: DateTime<Utc>,
    pause: TimeDelta,
) -> bool {
    let last = times.filter(|time| *time <= now).max();
    last.is_none_or(|last| now - last >= pause)
}

fn thin_out(folder: &Path, now: DateTime<Utc>) {
    let names = fs::read_dir(folder).into_iter().flatten().flatten();
    let times: Vec<DateTime<Utc>> = names
        .filter_map(|entry| time_of(&entry.file_name().to_string_lossy()))
        // Copies of days to come are left alone until their day.
        .filter(|time| *time <= now + TimeDelta::minutes(1))
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

    /// A library with one draft, and the path of a copy of it.
    fn copied(folder: &Path) -> (Library, PathBuf) {
        let library = Library::open(&folder.join("l.svod"), Access::Change).unwrap();
        let kind = Kind::Resolution;
        let id = library.start_draft(&Start::Blank { kind }).unwrap().card.id;
        let copy = folder.join("copy.svod");
        library.backup(&copy).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(&copy).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "nobody else reads a copy");
        }
        library.close_drafts();
        library.remove(&[id]).unwrap();
        (library, copy)
    }

    #[test]
    fn restoring_throws_no_copy_away_and_twice_in_a_second_keeps_both() {
        let folder = tempfile::tempdir().unwrap();
        let (library, copy) = copied(folder.path());
        let copies = PathBuf::from(library.backups().unwrap().folder);
        fs::create_dir(&copies).unwrap();
        for day in 1..=7 {
            fs::copy(
                &copy,
                copies.join(format!("svod-2026-06-0{day}-070000.svod")),
            )
            .unwrap();
        }
        let oldest = copies.join("svod-2026-06-01-070000.svod");
        for round in 1..=2 {
            let view = library.restore_backup(&oldest).unwrap();
            assert_eq!(view.documents.len(), 1);
            assert_eq!(library.backups().unwrap().copies.len(), 7 + round);
        }
        assert!(oldest.exists());
        // What was there first is still there: without the document, which was in the bin.
        let first = &library.backups().unwrap().copies[1].name;
        assert!(
            library
                .restore_backup(&copies.join(first))
                .unwrap()
                .documents
                .is_empty()
        );
    }

    #[test]
    fn a_library_damaged_inside_that_still_opens_is_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let (library, copy) = copied(folder.path());
        drop(library);
        let path = folder.path().join("l.svod");
        let whole = fs::read(&path).unwrap();
        for page in 1..whole.len() / 4096 {
            let mut bytes = whole.clone();
            bytes[page * 4096..][..4096].fill(0xa5);
            fs::write(&path, bytes).unwrap();
            Library::restore_file(&path, &copy).unwrap();
            let library = Library::open(&path, Access::Change).unwrap();
            assert_eq!(library.view().unwrap().documents.len(), 1, "page {page}");
            assert_eq!(library.verify().unwrap(), Vec::<String>::new());
        }
    }

    #[test]
    fn a_library_is_taken_back_where_there_can_be_no_copies() {
        let folder = tempfile::tempdir().unwrap();
        let (library, copy) = copied(folder.path());
        fs::write(folder.path().join("l.svod-copies"), "a file in the way").unwrap();
        assert_eq!(library.restore_backup(&copy).unwrap().documents.len(), 1);
        let names = fs::read_dir(folder.path()).unwrap().flatten();
        let kept = names.filter(|e| e.file_name().to_string_lossy().contains(".before-"));
        assert_eq!(kept.count(), 1);
    }

    #[test]
    fn copies_of_days_to_come_stop_no_schedule_and_push_none_out() {
        let now = day(0);
        let pause = TimeDelta::hours(23);
        assert!(is_due([day(900)].into_iter(), now, pause));
        assert!(!is_due(
            [day(900), now - TimeDelta::hours(2)].into_iter(),
            now,
            pause
        ));
        let folder = tempfile::tempdir().unwrap();
        let named = |time: DateTime<Utc>| folder.path().join(time.format(NAME).to_string());
        for n in (-6..=0).chain(1000..1008) {
            fs::write(named(day(n)), []).unwrap();
        }
        thin_out(folder.path(), now);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 7 + 8);
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
    fn a_library_that_was_lost_is_not_begun_anew() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("l.svod");
        let looked = |path: &Path| Library::open(path, Access::Look).map(drop);
        assert_eq!(looked(&path).unwrap_err().code, ErrorCode::FileNotFound);
        assert!(!path.exists());
        let library = Library::open(&path, Access::Change).unwrap();
        let kind = Kind::Plan;
        library.start_draft(&Start::Blank { kind }).unwrap();
        library.close_drafts();
        let name = library.backup_now().unwrap().copies[0].name.clone();
        let copy = Library::backup_path(&path, &name).unwrap();
        drop(library);
        for lost in [true, false] {
            fs::remove_file(&path).unwrap();
            if !lost {
                fs::write(&path, []).unwrap();
                assert_eq!(looked(&path).unwrap_err().code, ErrorCode::LibraryDamaged);
            }
            let refused = Library::open(&path, Access::Change).unwrap_err();
            assert_eq!(refused.code, ErrorCode::LibraryDamaged);
            Library::restore_file(&path, &copy).unwrap();
            let library = Library::open(&path, Access::Change).unwrap();
            assert_eq!(library.view().unwrap().documents.len(), 1);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_library_has_the_lock_of_the_library() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("l.svod");
        let library = Library::open(&path, Access::Change).unwrap();
        let link = folder.path().join("link.svod");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        let refused = Library::open(&link, Access::Change).unwrap_err();
        assert_eq!(refused.code, ErrorCode::LibraryLocked);
        drop(library);
        assert!(Library::open(&link, Access::Change).is_ok());
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
