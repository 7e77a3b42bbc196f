//! Throwing away for good what is in the bin.

use svod_model::Id;

use crate::{Action, Reader, StoreError, Writer};

/// What came of emptying the bin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Purged {
    /// Documents that are gone for good.
    pub gone: u32,
    /// Documents that stay in the bin, because a draft that is kept takes over from them.
    pub needed: u32,
}

impl Writer<'_> {
    /// Throws away documents of the bin with their revisions, edits, remarks and originals. Documents
    /// that are not in the bin, or of which a draft takes over, stay.
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
            self.forget(id)?;
            self.0.execute(
                "DELETE FROM remark WHERE document = ?1 AND answers IS NOT NULL",
                [id.as_str()],
            )?;
            for table in self.read().tables_of_a_document()? {
                self.0.execute(
                    &format!("DELETE FROM \"{table}\" WHERE document = ?1"),
                    [id.as_str()],
                )?;
            }
            let original: Option<String> = self.0.query_row(
                "SELECT original FROM document WHERE id = ?1",
                [id.as_str()],
                |row| row.get(0),
            )?;
            self.0
                .execute("DELETE FROM document WHERE id = ?1", [id.as_str()])?;
            if let Some(original) = original {
                self.drop_original(&original)?;
            }
            self.record(at, Action::Purge, Some(id), Some(&card.title))?;
            purged.gone += 1;
        }
        Ok(purged)
    }

    /// Throws a file's bytes away, with what was said of its lines, unless a document came from them.
    fn drop_original(&self, sha256: &str) -> Result<(), StoreError> {
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
    fn tables_of_a_document(&self) -> Result<Vec<String>, StoreError> {
        let mut query = self.0.prepare_cached(
            "SELECT DISTINCT t.name FROM sqlite_schema t, pragma_foreign_key_list(t.name) k
             WHERE t.type = 'table' AND k.\"from\" = 'document' AND t.name <> 'entry'
             ORDER BY t.rowid DESC",
        )?;
        let rows = query.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
