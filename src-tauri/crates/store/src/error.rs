use thiserror::Error;

/// What can go wrong with the library file.
#[derive(Debug, Error)]
pub enum StoreError {
    /// Written by a newer version of the program.
    #[error("schema {found}, this program knows {known}")]
    Newer {
        /// The file's schema version.
        found: u32,
        /// The newest version this program knows.
        known: u32,
    },
    /// Not a database, or a broken one.
    #[error("damaged: {detail}")]
    Damaged {
        /// What SQLite met.
        detail: String,
    },
    /// Held by another process.
    #[error("locked by another process")]
    Locked,
    /// No room on the disk.
    #[error("disk full")]
    DiskFull,
    /// The file or its folder cannot be opened or created.
    #[error("cannot open: {detail}")]
    NotOpened {
        /// What the system said.
        detail: String,
    },
    /// No such document.
    #[error("no document {id}")]
    NoDocument {
        /// Its id.
        id: svod_model::Id,
    },
    /// A fault of this program's own SQL or data.
    #[error("internal: {detail}")]
    Internal {
        /// What was met.
        detail: String,
    },
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::{ErrorCode as Code, ffi};
        let detail = error.to_string();
        // A quota and a disk that takes no more bytes refuse the write itself; to the person it is
        // the same as a full disk.
        if let rusqlite::Error::SqliteFailure(failure, _) = &error
            && matches!(
                failure.extended_code,
                ffi::SQLITE_IOERR_WRITE | ffi::SQLITE_IOERR_SHMSIZE
            )
        {
            return Self::DiskFull;
        }
        match error.sqlite_error_code() {
            Some(Code::NotADatabase | Code::DatabaseCorrupt) => Self::Damaged { detail },
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Locked,
            Some(Code::DiskFull) => Self::DiskFull,
            Some(Code::CannotOpen | Code::ReadOnly | Code::PermissionDenied) => {
                Self::NotOpened { detail }
            }
            _ => Self::Internal { detail },
        }
    }
}

impl From<svod_model::json::JsonError> for StoreError {
    fn from(error: svod_model::json::JsonError) -> Self {
        Self::Internal {
            detail: error.to_string(),
        }
    }
}
