//! A library takes the place of another: what comes is made ready and checked whole in a file of its
//! own, and the library is closed while the files change places.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::store::{copy_to, sound};
use crate::{Store, StoreError};

/// Writes what a copy of a library holds into a new file, brought to this program's schema and
/// checked whole.
///
/// # Errors
/// [`StoreError::Damaged`] or [`StoreError::Newer`] if it is no sound library this program knows;
/// [`StoreError::DiskFull`]. What is at `to` is worth nothing then.
pub fn prepare(from: &Path, to: &Path) -> Result<(), StoreError> {
    copy_to(&sound(from)?, to)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection = Connection::open_with_flags(to, flags)?;
    // A library of ours can be upgraded: what cannot is none.
    crate::migration::upgrade(&mut connection).map_err(unsound)?;
    let store = Store::of(connection, to);
    whole(&store)?;
    let connection = store.connection;
    connection.pragma_update(None, "journal_mode", "delete")?;
    connection
        .close()
        .map_err(|(_, error)| StoreError::from(error))
}

/// Whether a file is a library of which nothing is damaged, as far as that can be found. Nothing is
/// written.
///
/// # Errors
/// As [`prepare`].
pub fn check_whole(path: &Path) -> Result<(), StoreError> {
    whole(&Store::of(sound(path)?, path))
}

impl Store {
    /// Closes the library while something is done with its file, and opens it again. If what has been
    /// written can be put into the one file, it stands alone then.
    ///
    /// # Errors
    /// [`StoreError::Locked`] if another program looks at the library, and nothing was done; why it
    /// could not be opened again.
    pub fn closed_while<T>(&mut self, work: impl FnOnce() -> T) -> Result<T, StoreError> {
        let mode = self
            .connection
            .pragma_update_and_check(None, "journal_mode", "delete", |row| {
                row.get::<_, String>(0)
            })
            .map_err(StoreError::from);
        match mode {
            Ok(mode) if mode == "delete" => {}
            Ok(_) | Err(StoreError::Locked) => return Err(StoreError::Locked),
            // A damaged library keeps its journal beside it.
            Err(_) => {}
        }
        let placeholder = Connection::open_in_memory()?;
        let open = std::mem::replace(&mut self.connection, placeholder);
        if let Err((open, error)) = open.close() {
            self.connection = open;
            return Err(error.into());
        }
        let done = work();
        *self = Self::open(self.path())?;
        Ok(done)
    }
}

fn whole(store: &Store) -> Result<(), StoreError> {
    let problems = store.verify().map_err(unsound)?;
    if problems.is_empty() {
        return Ok(());
    }
    Err(StoreError::Damaged {
        detail: problems.join("; "),
    })
}

/// A file that lacks what a library has is damaged, whatever SQLite calls it.
fn unsound(error: StoreError) -> StoreError {
    match error {
        StoreError::Internal { detail } => StoreError::Damaged { detail },
        other => other,
    }
}
