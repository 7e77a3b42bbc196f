use std::path::Path;

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::StoreError;

/// Numbered changes, never altered after release.
const STEPS: &[&str] = &[
    include_str!("../migrations/0001_library.sql"),
    include_str!("../migrations/0002_search.sql"),
    include_str!("../migrations/0003_corrections.sql"),
    include_str!("../migrations/0004_decisions.sql"),
    include_str!("../migrations/0005_drafting.sql"),
    include_str!("../migrations/0006_returned.sql"),
    include_str!("../migrations/0007_library.sql"),
    include_str!("../migrations/0008_families.sql"),
    include_str!("../migrations/0009_control.sql"),
    include_str!("../migrations/0010_control_turns.sql"),
    include_str!("../migrations/0011_country.sql"),
];

/// The schema this program writes.
pub const SCHEMA_VERSION: u32 = 11;

/// Brings a library to the newest schema; an existing one is copied beside itself first.
pub(crate) fn migrate(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let found: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > SCHEMA_VERSION {
        return Err(StoreError::Newer {
            found,
            known: SCHEMA_VERSION,
        });
    }
    if found == SCHEMA_VERSION {
        return Ok(());
    }
    if found > 0 {
        let mut copy = path.as_os_str().to_owned();
        copy.push(format!(".before-v{SCHEMA_VERSION}"));
        crate::store::copy_to(connection, Path::new(&copy))?;
    }
    upgrade(connection)
}

/// Brings a library to the newest schema as it is.
pub(crate) fn upgrade(connection: &mut Connection) -> Result<(), StoreError> {
    Migrations::new(STEPS.iter().map(|sql| M::up(sql)).collect())
        .to_latest(connection)
        .map_err(|error| match error {
            rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
            other => StoreError::Internal {
                detail: other.to_string(),
            },
        })
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests look at files as they are")]
mod tests {
    use std::path::PathBuf;

    use super::*;

    #[test]
    fn steps_are_valid_and_counted() {
        assert_eq!(STEPS.len(), SCHEMA_VERSION as usize);
        Migrations::new(STEPS.iter().map(|sql| M::up(sql)).collect())
            .validate()
            .unwrap();
    }

    fn databases() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/databases")
    }

    /// Makes the filled libraries of later schemas out of the oldest one: each is the one before it,
    /// a step further, with rows in what that step made. Run when a schema was released:
    /// `cargo test -p svod-store makes_libraries -- --ignored`.
    #[test]
    #[ignore = "a program that writes files, not a test"]
    fn makes_libraries_of_released_schemas() {
        let folder = databases();
        let mut from = folder.join("v4.sqlite");
        for version in 5..SCHEMA_VERSION {
            let to = folder.join(format!("v{version}.sqlite"));
            std::fs::copy(&from, &to).unwrap();
            let mut library = Connection::open(&to).unwrap();
            Migrations::new(STEPS.iter().map(|sql| M::up(sql)).collect())
                .to_version(&mut library, version as usize)
                .unwrap();
            let rows = folder.join(format!("fill/{version:04}.sql"));
            let rows = std::fs::read_to_string(rows).unwrap();
            library.execute_batch(&rows).unwrap();
            library.execute_batch("VACUUM").unwrap();
            from = to;
        }
    }

    /// A step that cannot be made leaves the file as it was, to the byte, and a copy beside it.
    #[test]
    fn what_cannot_be_upgraded_is_left_untouched() {
        for version in 4..SCHEMA_VERSION {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("l.svod");
            std::fs::copy(databases().join(format!("v{version}.sqlite")), &path).unwrap();
            let raw = Connection::open(&path).unwrap();
            // What the last step adds is there already: the steps before it are made, and it fails.
            raw.execute_batch("CREATE TABLE fact (number INTEGER)")
                .unwrap();
            drop(raw);
            let before = std::fs::read(&path).unwrap();
            let refused = crate::Store::open(&path).unwrap_err();
            assert!(matches!(refused, StoreError::Internal { .. }), "{refused}");
            assert!(
                std::fs::read(&path).unwrap() == before,
                "of version {version}"
            );
            let copy = folder
                .path()
                .join(format!("l.svod.before-v{SCHEMA_VERSION}"));
            crate::check_copy(&copy).unwrap();
            assert!(!folder.path().join("l.svod-journal").exists());
        }
    }

    #[test]
    fn a_newer_library_is_refused_and_left_untouched() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("l.svod");
        drop(crate::Store::open(&path).unwrap());
        let raw = Connection::open(&path).unwrap();
        raw.pragma_update(None, "user_version", SCHEMA_VERSION + 1)
            .unwrap();
        raw.pragma_update(None, "journal_mode", "delete").unwrap();
        drop(raw);
        let before = std::fs::read(&path).unwrap();
        let refused = crate::Store::open(&path).unwrap_err();
        let newer =
            matches!(refused, StoreError::Newer { found, .. } if found == SCHEMA_VERSION + 1);
        assert!(newer, "{refused}");
        assert!(std::fs::read(&path).unwrap() == before);
    }
}
