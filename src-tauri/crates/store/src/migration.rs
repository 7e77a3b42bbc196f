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
];

/// The schema this program writes.
pub const SCHEMA_VERSION: u32 = 10;

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
mod tests {
    use super::*;

    #[test]
    fn steps_are_valid_and_counted() {
        assert_eq!(STEPS.len(), SCHEMA_VERSION as usize);
        Migrations::new(STEPS.iter().map(|sql| M::up(sql)).collect())
            .validate()
            .unwrap();
    }
}
