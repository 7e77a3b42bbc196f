use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;

use crate::StoreError;

/// The right to change a library, held by one process at a time.
///
/// SQLite's own locks would let two windows write in turns and show each other stale lists. The
/// system releases this lock when the process ends, however it ends.
#[derive(Debug)]
pub struct LibraryLock(#[expect(dead_code, reason = "held, never read")] File);

impl LibraryLock {
    /// Takes the lock of the library at `path` (a file of that name with `.lock` added).
    ///
    /// # Errors
    /// [`StoreError::Locked`] if another process has it; [`StoreError::NotOpened`] if the folder
    /// cannot be written.
    pub fn take(path: &Path) -> Result<Self, StoreError> {
        // A library has one lock, by whatever link it is reached.
        let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let mut name = real.into_os_string();
        name.push(".lock");
        let mut options = OpenOptions::new();
        options.create(true).truncate(false).write(true);
        crate::store::owner_only(&mut options);
        let file = options.open(name).map_err(|e| StoreError::NotOpened {
            detail: e.to_string(),
        })?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(StoreError::Locked),
            Err(TryLockError::Error(e)) => Err(StoreError::NotOpened {
                detail: e.to_string(),
            }),
        }
    }
}
