use rusqlite::OptionalExtension;
use svod_model::Id;
use svod_model::control::ControlEntry;

use crate::{Action, Reader, StoreError, Writer};

/// Something said of a directive under control, with its place in the history.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredEntry {
    /// Its number; later ones are greater.
    pub number: i64,
    /// What was said at once has one.
    pub turn: i64,
    /// What was said.
    pub entry: ControlEntry,
    /// When, RFC 3339.
    pub made_at: String,
}

impl Reader<'_> {
    /// Documents under control and since when, the newest first; those in the bin are not among them.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn controlled(&self) -> Result<Vec<(Id, String)>, StoreError> {
        let mut query = self.0.prepare_cached(
            "SELECT c.document, c.since FROM control c JOIN document d ON d.id = c.document
             WHERE d.removed_at IS NULL ORDER BY c.since DESC, c.rowid DESC",
        )?;
        let rows = query.query_map([], |row| {
            Ok((Id::new(row.get::<_, String>(0)?), row.get(1)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Since when a document is under control; nothing if it is not.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn controlled_since(&self, document: &Id) -> Result<Option<String>, StoreError> {
        Ok(self
            .0
            .prepare_cached("SELECT since FROM control WHERE document = ?1")?
            .query_row([document.as_str()], |row| row.get(0))
            .optional()?)
    }

    /// What was said of a document's directives and not taken back, oldest first.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn control_entries(&self, document: &Id) -> Result<Vec<StoredEntry>, StoreError> {
        let mut query = self.0.prepare_cached(
            "SELECT number, turn, entry, made_at FROM control_entry
             WHERE document = ?1 AND undone = 0 ORDER BY number",
        )?;
        let rows = query.query_map([document.as_str()], |row| {
            Ok((
                row.get(0)?,
                row.get(1)?,
                row.get::<_, String>(2)?,
                row.get(3)?,
            ))
        })?;
        rows.map(|row| {
            let (number, turn, entry, made_at) = row?;
            Ok(StoredEntry {
                number,
                turn,
                entry: serde_json::from_str(&entry).map_err(internal)?,
                made_at,
            })
        })
        .collect()
    }
}

impl Writer<'_> {
    /// Puts a document under control; one that is stays as it is.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn put_under_control(&self, document: &Id, at: &str) -> Result<(), StoreError> {
        let put = self
            .0
            .prepare_cached("INSERT OR IGNORE INTO control (document, since) VALUES (?1, ?2)")?
            .execute((document.as_str(), at))?;
        if put == 0 {
            return Ok(());
        }
        self.record(at, Action::Control, Some(document), None)
    }

    /// Keeps what is said of directives at once.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn add_control_entries(
        &self,
        document: &Id,
        entries: &[ControlEntry],
        at: &str,
    ) -> Result<(), StoreError> {
        let turn: i64 = self
            .0
            .prepare_cached(
                "SELECT coalesce(max(turn), 0) + 1 FROM control_entry WHERE document = ?1",
            )?
            .query_row([document.as_str()], |row| row.get(0))?;
        let mut insert = self.0.prepare_cached(
            "INSERT INTO control_entry (document, directive, turn, entry, made_at)
             VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        for entry in entries {
            let json = serde_json::to_string(entry).map_err(internal)?;
            insert.execute((document.as_str(), entry.directive.as_str(), turn, json, at))?;
        }
        let count = entries.len().to_string();
        self.record(at, Action::Said, Some(document), Some(&count))
    }

    /// Takes back what was said last; says whether there was anything.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn undo_control(&self, document: &Id, at: &str) -> Result<bool, StoreError> {
        let taken = self
            .0
            .prepare_cached(
                "UPDATE control_entry SET undone = 1 WHERE document = ?1 AND undone = 0 AND turn =
                     (SELECT max(turn) FROM control_entry WHERE document = ?1 AND undone = 0)",
            )?
            .execute([document.as_str()])?;
        if taken > 0 {
            self.record(at, Action::Unsaid, Some(document), Some(&taken.to_string()))?;
        }
        Ok(taken > 0)
    }
}

fn internal(error: serde_json::Error) -> StoreError {
    StoreError::Internal {
        detail: error.to_string(),
    }
}
