use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use svod_api::{Access, Cancel, Error, Library};

/// What the commands share.
#[derive(Debug)]
pub(crate) struct State {
    library: Result<Arc<Library>, Error>,
    tasks: Mutex<BTreeMap<String, Cancel>>,
}

impl State {
    /// Opens the library. A failure is kept and shown by the window in words: a program that
    /// does not even open tells nobody what to do.
    pub(crate) fn open() -> Self {
        let library = library_path()
            .and_then(|path| Library::open(&path, Access::Change))
            .and_then(|library| library.welcome().map(|()| Arc::new(library)));
        Self {
            library,
            tasks: Mutex::default(),
        }
    }

    /// The library, or why it could not be opened.
    pub(crate) fn library(&self) -> Result<Arc<Library>, Error> {
        self.library.clone()
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
