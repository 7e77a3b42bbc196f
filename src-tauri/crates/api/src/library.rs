use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use svod_model::Id;
use svod_store::{LibraryLock, ShelfKind, Store, StoreError};

use crate::assembling::CameBack;
use crate::backups::backups;
use crate::comparing::ChosenFile;
use crate::drafting::{OpenDraft, recover};
use crate::exporting::previewing::Previews;
use crate::following::AdoptedText;
use crate::prepared::Ready;
use crate::themes::Texts;
use crate::{Error, ErrorCode, files, replacing};

/// The library of one person, opened. Every use case that needs stored documents is a method.
///
/// Safe to share between threads; one change is made at a time.
#[derive(Debug)]
pub struct Library {
    store: Mutex<Store>,
    path: PathBuf,
    /// Files a person compares, by the sha256 of their bytes; forgotten with the program.
    chosen: Mutex<BTreeMap<String, Arc<ChosenFile>>>,
    /// Documents that are being edited, as they stand.
    pub(crate) drafts: Mutex<BTreeMap<Id, OpenDraft>>,
    /// Files that came back for drafts, as the library has them.
    came_back: Mutex<BTreeMap<Id, CameBack>>,
    /// The bundle a person looked into, until it is taken.
    bundle: Mutex<Option<PathBuf>>,
    /// The two documents that were compared last: a decision is answered from here.
    pub(crate) last_compared: Mutex<Option<Arc<Ready>>>,
    /// Adopted texts of documents under control, as far as they were looked at.
    pub(crate) adopted: Mutex<BTreeMap<Id, Arc<AdoptedText>>>,
    /// Texts the words of themes are tried on.
    pub(crate) theme_texts: Mutex<Option<Arc<Texts>>>,
    /// Pages that are looked at before an export.
    pub(crate) previews: Mutex<Previews>,
    _lock: Option<LibraryLock>,
}

/// What a program opens the library for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// To change it: no other program may at the same time.
    Change,
    /// To look at it, also while another program changes it.
    Look,
}

/// The shelf every imported document goes to.
pub(crate) const OWN_SHELF: &str = "own";
/// The shelf of the sample documents.
pub(crate) const EXAMPLES_SHELF: &str = "examples";

impl Library {
    /// Where the library is unless the person says otherwise: `svod/library.svod` in the
    /// system's folder for a user's data. Both programs use the same one.
    ///
    /// # Errors
    /// [`ErrorCode::LibraryNotOpened`] if the system names no such folder.
    pub fn default_path() -> Result<PathBuf, Error> {
        let Some(folder) = dirs::data_dir() else {
            return Err(Error::new(ErrorCode::LibraryNotOpened).with("file", "library.svod"));
        };
        Ok(folder.join("svod").join("library.svod"))
    }

    /// Opens the library. To change it, it is made if need be, with its folder; but where it had copies
    /// and is gone, or is left without a byte, it was lost and is to be taken back.
    ///
    /// # Errors
    /// [`ErrorCode::LibraryLocked`], [`ErrorCode::LibraryNewer`], [`ErrorCode::LibraryDamaged`],
    /// [`ErrorCode::FileNotFound`] or [`ErrorCode::LibraryNotOpened`]; the file is then untouched.
    pub fn open(path: &Path, access: Access) -> Result<Self, Error> {
        let explain = |error: StoreError| store_error(error).with("file", files::name(path));
        let bytes = std::fs::metadata(path).map(|file| file.len()).ok();
        let refused = match (bytes, access) {
            (None, Access::Look) => Some(ErrorCode::FileNotFound),
            (Some(0), Access::Look) => Some(ErrorCode::LibraryDamaged),
            (None | Some(0), Access::Change) if !backups(path).copies.is_empty() => {
                Some(ErrorCode::LibraryDamaged)
            }
            _ => None,
        };
        if let Some(code) = refused {
            return Err(Error::new(code).with("file", files::name(path)));
        }
        if let Some(folder) = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
        {
            make_folder(folder).map_err(|error| {
                Error::new(ErrorCode::LibraryNotOpened)
                    .with("file", files::name(path))
                    .because(error)
            })?;
        }
        let lock = match access {
            Access::Change => Some(LibraryLock::take(path).map_err(explain)?),
            Access::Look => None,
        };
        if bytes.is_none_or(|bytes| bytes == 0) {
            make(path).map_err(explain)?;
        }
        let mut store = Store::open(path).map_err(explain)?;
        if access == Access::Change {
            store
                .write(|library| {
                    library.ensure_shelf(&Id::new(OWN_SHELF), ShelfKind::Own, "")?;
                    library.ensure_shelf(&Id::new(EXAMPLES_SHELF), ShelfKind::Examples, "")
                })
                .map_err(explain)?;
            recover(&mut store).map_err(explain)?;
        }
        let library = Self {
            store: Mutex::new(store),
            path: path.to_owned(),
            chosen: Mutex::default(),
            drafts: Mutex::default(),
            came_back: Mutex::default(),
            bundle: Mutex::default(),
            last_compared: Mutex::default(),
            adopted: Mutex::default(),
            theme_texts: Mutex::default(),
            previews: Mutex::default(),
            _lock: lock,
        };
        library.index_missing()?;
        Ok(library)
    }

    /// The library file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Checks the whole library file; gives what is wrong with it, nothing when it is sound.
    ///
    /// # Errors
    /// [`ErrorCode::LibraryDamaged`] if it cannot be read at all.
    pub fn verify(&self) -> Result<Vec<String>, Error> {
        self.store().verify().map_err(|error| self.explain(error))
    }

    pub(crate) fn store(&self) -> MutexGuard<'_, Store> {
        // A panic while the lock was held ended its transaction; the store itself is sound.
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn chosen(&self) -> MutexGuard<'_, BTreeMap<String, Arc<ChosenFile>>> {
        self.chosen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn came_back(&self) -> MutexGuard<'_, BTreeMap<Id, CameBack>> {
        self.came_back
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn bundle(&self) -> MutexGuard<'_, Option<PathBuf>> {
        self.bundle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets everything the program remembers of documents: the library became another.
    pub(crate) fn forget_what_was_open(&self) {
        self.chosen().clear();
        self.came_back().clear();
        let drafts = self.drafts.lock();
        drafts.unwrap_or_else(PoisonError::into_inner).clear();
        let adopted = self.adopted.lock();
        adopted.unwrap_or_else(PoisonError::into_inner).clear();
        let compared = self.last_compared.lock();
        *compared.unwrap_or_else(PoisonError::into_inner) = None;
        let texts = self.theme_texts.lock();
        *texts.unwrap_or_else(PoisonError::into_inner) = None;
    }

    pub(crate) fn explain(&self, error: StoreError) -> Error {
        store_error(error).with("file", files::name(&self.path))
    }
}

/// Makes an empty library: it is whole or not there, whenever the program ends.
fn make(path: &Path) -> Result<(), StoreError> {
    let part = replacing::with(path, ".part");
    replacing::discard(&part);
    Store::open(&part)?;
    std::fs::rename(&part, path).map_err(|error| {
        replacing::discard(&part);
        StoreError::NotOpened {
            detail: error.to_string(),
        }
    })
}

/// The day it is where the person is: a morning in Kamchatka is no yesterday.
pub fn today() -> chrono::NaiveDate {
    chrono::Local::now().date_naive()
}

/// Now, as the library keeps it: UTC, RFC 3339, to the microsecond so that order is kept.
pub(crate) fn now() -> String {
    chrono::Utc::now().to_rfc3339_opts(chrono::SecondsFormat::Micros, true)
}

/// A fresh id.
pub(crate) fn new_id() -> Id {
    Id::new(uuid::Uuid::new_v4().simple().to_string())
}

pub(crate) fn store_error(error: StoreError) -> Error {
    let code = match &error {
        StoreError::Newer { .. } => ErrorCode::LibraryNewer,
        StoreError::Damaged { .. } => ErrorCode::LibraryDamaged,
        StoreError::Locked => ErrorCode::LibraryLocked,
        StoreError::DiskFull => ErrorCode::DiskFull,
        StoreError::NotOpened { .. } => ErrorCode::LibraryNotOpened,
        StoreError::NoDocument { id } => {
            return Error::new(ErrorCode::DocumentNotFound).with("id", id.as_str());
        }
        StoreError::Internal { .. } => ErrorCode::Internal,
    };
    Error::new(code).because(error)
}

pub(crate) fn make_folder(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(folder)
}
