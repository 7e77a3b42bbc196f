use svod_model::{Edit, Id, Resolution};

use crate::{Action, Reader, StoreError, Writer};

/// Edits made in one go, as the journal keeps them.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredEdits {
    /// Their place among all edits of the library.
    pub number: i64,
    /// What was changed, in order.
    pub edits: Vec<Edit>,
    /// When, RFC 3339.
    pub made_at: String,
}

/// A document whose edits are in no revision yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PendingEdits {
    /// The document.
    pub document: Id,
    /// How many times something was kept.
    pub count: u32,
    /// When the last of them was made, RFC 3339.
    pub last_at: String,
}

impl Reader<'_> {
    /// The edits made to a document's newest revision, oldest first.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn pending_edits(&self, document: &Id) -> Result<Vec<StoredEdits>, StoreError> {
        let mut query = self.0.prepare_cached(
            "SELECT e.number, e.edits, e.made_at FROM edit e
             JOIN document d ON d.id = e.document AND d.revision = e.revision
             WHERE e.document = ?1 ORDER BY e.number",
        )?;
        let rows = query.query_map([document.as_str()], |row| {
            Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?))
        })?;
        rows.map(|row| {
            let (number, text, made_at) = row?;
            let edits = serde_json::from_str(&text).map_err(|error| StoreError::Internal {
                detail: error.to_string(),
            })?;
            Ok(StoredEdits {
                number,
                edits,
                made_at,
            })
        })
        .collect()
    }

    /// Documents with edits that are in no revision yet: what a program that ended in the middle
    /// of its work leaves behind.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn documents_with_pending_edits(&self) -> Result<Vec<PendingEdits>, StoreError> {
        let mut query = self.0.prepare_cached(
            "SELECT e.document, count(*), max(e.made_at) FROM edit e
             JOIN document d ON d.id = e.document AND d.revision = e.revision
             GROUP BY e.document ORDER BY max(e.number) DESC",
        )?;
        let rows = query.query_map([], |row| {
            Ok(PendingEdits {
                document: Id::new(row.get::<_, String>(0)?),
                count: row.get(1)?,
                last_at: row.get(2)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Adds edits to the journal and shows in lists what they made of the document; gives their
    /// number. The edits follow the newest revision.
    ///
    /// # Errors
    /// [`StoreError::NoDocument`] if there is none of that id.
    pub fn add_edits(
        &self,
        document: &Id,
        edits: &[Edit],
        after: &Resolution,
        at: &str,
    ) -> Result<i64, StoreError> {
        let card = self.read().document(document)?;
        let text = serde_json::to_string(edits).map_err(|error| StoreError::Internal {
            detail: error.to_string(),
        })?;
        let number = self
            .0
            .prepare_cached(
                "INSERT INTO edit (document, revision, edits, made_at) VALUES (?1, ?2, ?3, ?4)
                 RETURNING number",
            )?
            .query_row((document.as_str(), card.revision, text, at), |row| {
                row.get(0)
            })?;
        self.show(document, after)?;
        self.0
            .prepare_cached("UPDATE document SET changed_at = ?2 WHERE id = ?1")?
            .execute((document.as_str(), at))?;
        Ok(number)
    }

    /// Keeps what a draft has become as a revision, under a name if it has one; gives its number.
    ///
    /// # Errors
    /// [`StoreError::NoDocument`] if there is none of that id.
    pub fn keep_draft(
        &self,
        document: &Id,
        resolution: &Resolution,
        name: Option<&str>,
        at: &str,
    ) -> Result<u32, StoreError> {
        self.read().document(document)?;
        let number = self.add_revision(document, resolution, None, at)?;
        self.show(document, resolution)?;
        if let Some(name) = name {
            self.name_revision(document, number, name)?;
        }
        self.record(at, Action::Revise, Some(document), name)?;
        Ok(number)
    }

    /// Gives a revision a name, in place of one it may have.
    ///
    /// # Errors
    /// If there is no such revision.
    pub fn name_revision(&self, document: &Id, number: u32, name: &str) -> Result<(), StoreError> {
        self.0
            .prepare_cached(
                "INSERT INTO revision_name (document, number, name) VALUES (?1, ?2, ?3)
                 ON CONFLICT (document, number) DO UPDATE SET name = excluded.name",
            )?
            .execute((document.as_str(), number, name))?;
        Ok(())
    }
}
