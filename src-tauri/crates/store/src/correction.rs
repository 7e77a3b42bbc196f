use rusqlite::OptionalExtension;
use svod_model::{Id, Resolution};

use crate::document::sha256;
use crate::{Action, Reader, StoreError, Writer};

impl Reader<'_> {
    /// What a person said of a file's lines, oldest first; the store does not look into it.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn corrections(&self, original: &[u8]) -> Result<Vec<String>, StoreError> {
        let mut query = self.0.prepare_cached(
            "SELECT detail FROM correction WHERE original = ?1 AND undone = 0 ORDER BY number",
        )?;
        let rows = query.query_map([sha256(original)], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Keeps a correction of the file a document came from.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn add_correction(&self, document: &Id, detail: &str, at: &str) -> Result<(), StoreError> {
        self.0
            .prepare_cached(
                "INSERT INTO correction (original, detail, made_at)
                 SELECT original, ?2, ?3 FROM document WHERE id = ?1",
            )?
            .execute((document.as_str(), detail, at))?;
        self.record(at, Action::Correct, Some(document), Some(detail))
    }

    /// Takes the last correction back; gives whether there was one.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn undo_correction(&self, document: &Id, at: &str) -> Result<bool, StoreError> {
        let last: Option<(i64, String)> = self
            .0
            .prepare_cached(
                "SELECT c.number, c.detail FROM correction c
                 JOIN document d ON d.original = c.original
                 WHERE d.id = ?1 AND c.undone = 0 ORDER BY c.number DESC LIMIT 1",
            )?
            .query_row([document.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((number, detail)) = last else {
            return Ok(false);
        };
        self.0
            .prepare_cached("UPDATE correction SET undone = 1 WHERE number = ?1")?
            .execute([number])?;
        self.record(at, Action::Uncorrect, Some(document), Some(&detail))?;
        Ok(true)
    }

    /// A document read anew: another revision, and what lists show of it.
    ///
    /// # Errors
    /// [`StoreError::NoDocument`] if there is none of that id.
    pub fn reread_document(
        &self,
        document: &Id,
        resolution: &Resolution,
        reading: &str,
        at: &str,
    ) -> Result<(), StoreError> {
        self.read().document(document)?;
        self.add_revision(document, resolution, Some(reading), at)?;
        self.show(document, resolution)
    }
}
