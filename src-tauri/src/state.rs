use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use svod_api::view::{BackupsView, LibraryView};
use svod_api::{Access, Cancel, Error, ErrorCode, Library};

/// What the commands share; a copy is the same state.
#[derive(Clone, Debug, Default)]
pub(crate) struct State {
    /// Empty until it was opened; a failure is not kept, so that a person can mend its cause.
    library: Arc<Mutex<Option<Arc<Library>>>>,
    tasks: Arc<Mutex<BTreeMap<String, Cancel>>>,
    /// The file that was written last: what may be opened for the page.
    saved: Arc<Mutex<Option<PathBuf>>>,
    /// The page was asked whether the window may close and has not answered yet.
    asked: Arc<AtomicBool>,
}

impl State {
    /// The library, opened by the first call that succeeds, or why it could not be opened. The
    /// window opens before it: a program that does not even start tells nobody what is wrong.
    ///
    /// Opening reads and writes files: call it where waiting is allowed.
    pub(crate) fn library(&self) -> Result<Arc<Library>, Error> {
        let mut kept = self.library.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(library) = &*kept {
            return Ok(Arc::clone(library));
        }
        let library = library_path().and_then(|path| Library::open(&path, Access::Change))?;
        library.welcome()?;
        let library = Arc::new(library);
        *kept = Some(Arc::clone(&library));
        Ok(library)
    }

    /// The copies of the library, also of one that does not open: they are what helps then.
    pub(crate) fn backups(&self) -> Result<BackupsView, Error> {
        match self.library() {
            Ok(library) => library.backups(),
            Err(_) => Ok(svod_api::backups(&library_path()?)),
        }
    }

    /// Makes the library what a copy holds; one that does not open is replaced by it.
    pub(crate) fn restore(&self, name: &str) -> Result<LibraryView, Error> {
        let path = library_path()?;
        let copy = Library::backup_path(&path, name)?;
        match self.library() {
            Ok(library) => library.restore_backup(&copy),
            Err(_) => {
                Library::replace_damaged(&path, &copy)?;
                self.library()?.view()
            }
        }
    }

    /// Closes what is open, so that the next start finds everything in good order.
    pub(crate) fn close(&self) {
        let kept = self.library.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(library) = &*kept {
            library.close_drafts();
        }
    }

    /// Remembers the file that was written; a person who chose no place wrote none.
    pub(crate) fn saved(&self, file: Option<PathBuf>) {
        if let Some(file) = file {
            *self.saved.lock().unwrap_or_else(PoisonError::into_inner) = Some(file);
        }
    }

    /// The file that was written last.
    pub(crate) fn last_saved(&self) -> Result<PathBuf, Error> {
        let saved = self.saved.lock().unwrap_or_else(PoisonError::into_inner);
        saved
            .clone()
            .ok_or_else(|| Error::new(ErrorCode::FileNotFound))
    }

    /// Starts a task that can be cancelled by its name; ends it when the result is dropped.
    pub(crate) fn begin(&self, name: &str) -> Cancel {
        let cancel = Cancel::default();
        self.tasks().insert(name.to_owned(), cancel.clone());
        cancel
    }

    /// Forgets a task.
    pub(crate) fn end(&self, name: &str) {
        self.tasks().remove(name);
    }

    /// Asks a task to stop; tells whether it was running.
    pub(crate) fn cancel(&self, name: &str) -> bool {
        self.tasks().get(name).map(Cancel::cancel).is_some()
    }

    /// Notes that the page is asked whether the window may close.
    pub(crate) fn ask(&self) {
        self.asked.store(true, Ordering::SeqCst);
    }

    /// Takes the question as answered; tells whether one was open.
    pub(crate) fn answer(&self) -> bool {
        self.asked.swap(false, Ordering::SeqCst)
    }

    fn tasks(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Cancel>> {
        self.tasks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn library_path() -> Result<PathBuf, Error> {
    match std::env::var_os("SVOD_LIBRARY") {
        Some(path) => Ok(PathBuf::from(path)),
        None => Library::default_path(),
    }
}
