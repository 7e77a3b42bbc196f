//! Throwing away for good what is in the bin.

use svod_model::Id;

use crate::{Action, Reader, StoreError, Writer};

/// What came of emptying the bin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Purged {
    /// Documents that are gone for good.
    pub gone: Vec<Id>,
    /// Documents that stay in the bin: a draft takes over from them, or what was said of them is kept
    /// for ever.
    pub needed: u32,
}

impl Writer<'_> {
    /// Throws away documents of the bin with their revisions, edits, remarks and originals. Documents
    /// that are not in the bin, or that something kept leans on, stay.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn purge(&self, ids: &[Id], at: &str) -> Result<Purged, StoreError> {
        // Rows point at each other both ways; the whole is checked when the transaction ends.
        self.0.pragma_update(None, "defer_foreign_keys", true)?;
        let mut purged = Purged::default();
        for id in ids {
            let card = self.read().document(id)?;
            if card.removed_at.is_none() {
                continue;
            }
            if self.read().is_taken_over(id, ids)? {
                purged.needed += 1;
                continue;
            }
            self.0.execute_batch("SAVEPOINT purge")?;
            match self.throw_away(id) {
                Ok(()) => {
                    self.record(at, Action::Purge, Some(id), Some(&card.title))?;
                    purged.gone.push(id.clone());
                }
                // Another table keeps what it was told of the document for ever.
                Err(rusqlite::Error::SqliteFailure(failure, _))
                    if failure.code == rusqlite::ErrorCode::ConstraintViolation =>
                {
                    self.0.execute_batch("ROLLBACK TO purge")?;
                    purged.needed += 1;
                }
                Err(error) => return Err(error.into()),
            }
            self.0.execute_batch("RELEASE purge")?;
        }
        Ok(purged)
    }

    /// Deletes every row that belongs to a document, and the document.
    fn throw_away(&self, id: &Id) -> rusqlite::Result<()> {
        let tables = self.read().tables_of_a_document()?;
        self.0.execute(
            "DELETE FROM remark WHERE document = ?1 AND answers IS NOT NULL",
            [id.as_str()],
        )?;
        for table in tables {
            self.0.execute(
                &format!("DELETE FROM \"{table}\" WHERE document = ?1"),
                [id.as_str()],
            )?;
        }
        self.forget(id)?;
        let original: Option<String> = self.0.query_row(
            "SELECT original FROM document WHERE id = ?1",
            [id.as_str()],
            |row| row.get(0),
        )?;
        self.0
            .execute("DELETE FROM document WHERE id = ?1", [id.as_str()])?;
        original.map_or(Ok(()), |original| self.drop_original(&original))
    }

    /// Throws a file's bytes away, with what was said of its lines, unless a document came from them.
    fn drop_original(&self, sha256: &str) -> rusqlite::Result<()> {
        let used: bool = self.0.query_row(
            "SELECT EXISTS (SELECT 1 FROM document WHERE original = ?1)",
            [sha256],
            |row| row.get(0),
        )?;
        if !used {
            self.0
                .execute("DELETE FROM correction WHERE original = ?1", [sha256])?;
            self.0
                .execute("DELETE FROM original WHERE sha256 = ?1", [sha256])?;
        }
        Ok(())
    }
}

impl Reader<'_> {
    /// Whether a draft outside of `going` takes over from a document.
    fn is_taken_over(&self, id: &Id, going: &[Id]) -> Result<bool, StoreError> {
        let mut query = self
            .0
            .prepare_cached("SELECT document FROM carry_over WHERE source = ?1")?;
        let rows = query.query_map([id.as_str()], |row| row.get::<_, String>(0))?;
        for row in rows {
            let taker = Id::new(row?);
            if !going.contains(&taker) || self.document(&taker)?.removed_at.is_none() {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The tables whose rows belong to a document: those with a column of that name which points at
    /// documents, or at what belongs to one. The journal points at nothing and keeps its lines.
    fn tables_of_a_document(&self) -> rusqlite::Result<Vec<String>> {
        let mut query = self.0.prepare_cached(
            "SELECT DISTINCT t.name FROM sqlite_schema t, pragma_foreign_key_list(t.name) k
             WHERE t.type = 'table' AND k.\"from\" = 'document' AND t.name <> 'entry'
             ORDER BY t.rowid DESC",
        )?;
        query.query_map([], |row| row.get(0))?.collect()
    }
}
