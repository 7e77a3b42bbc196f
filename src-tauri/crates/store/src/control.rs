use svod_model::Id;
use svod_model::control::Mark;

use crate::{Action, Reader, StoreError, Writer};

/// A document under control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Controlled {
    /// Which.
    pub document: Id,
    /// The revision that was adopted.
    pub revision: u32,
    /// The day of adoption, ISO.
    pub adopted_on: String,
    /// Its year is over.
    pub archived: bool,
}

/// A mark as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredMark {
    /// What was said in one go has one act.
    pub act: u32,
    /// Of which directive.
    pub directive: Id,
    /// What was said.
    pub mark: Mark,
    /// When it was said, RFC 3339.
    pub made_at: String,
}

impl Reader<'_> {
    /// Documents under control that are not in the bin, last adopted first.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn controlled(&self) -> Result<Vec<Controlled>, StoreError> {
        let mut query = self.0.prepare_cached(
            "SELECT control.document, control.revision, control.adopted_on, control.archived
             FROM control JOIN document ON document.id = control.document
             WHERE document.removed_at IS NULL
             ORDER BY control.adopted_on DESC, control.made_at DESC",
        )?;
        let rows = query.query_map([], |row| {
            Ok(Controlled {
                document: Id::new(row.get::<_, String>(0)?),
                revision: row.get(1)?,
                adopted_on: row.get(2)?,
                archived: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What was said of a document's directives and not taken back, oldest first.
    ///
    /// # Errors
    /// If the library cannot be read, or holds a mark this program does not know.
    pub fn control_marks(&self, document: &Id) -> Result<Vec<StoredMark>, StoreError> {
        let mut query = self.0.prepare_cached(
            "SELECT act, directive, detail, made_at FROM mark
             WHERE document = ?1 AND undone = 0 ORDER BY number",
        )?;
        let rows = query.query_map([document.as_str()], |row| {
            Ok((
                row.get(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, String>(2)?,
                row.get(3)?,
            ))
        })?;
        rows.map(|row| {
            let (act, directive, detail, made_at) = row?;
            Ok(StoredMark {
                act,
                directive: Id::new(directive),
                mark: serde_json::from_str(&detail).map_err(internal)?,
                made_at,
            })
        })
        .collect()
    }
}

impl Writer<'_> {
    /// Puts an adopted document under control, or says another day of its adoption.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn put_under_control(
        &self,
        document: &Id,
        revision: u32,
        adopted_on: &str,
        at: &str,
    ) -> Result<(), StoreError> {
        self.0
            .prepare_cached(
                "INSERT INTO control (document, revision, adopted_on, made_at) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (document) DO UPDATE SET adopted_on = excluded.adopted_on, archived = 0",
            )?
            .execute((document.as_str(), revision, adopted_on, at))?;
        self.record(at, Action::Adopt, Some(document), Some(adopted_on))
    }

    /// Ends the year of a document under control, or opens it again.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn archive(&self, document: &Id, archived: bool, at: &str) -> Result<(), StoreError> {
        self.0
            .prepare_cached("UPDATE control SET archived = ?2 WHERE document = ?1")?
            .execute((document.as_str(), archived))?;
        self.record(
            at,
            Action::Archive,
            Some(document),
            Some(if archived { "closed" } else { "opened" }),
        )
    }

    /// Keeps what was said of directives in one go, and gives the number of the act.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn add_marks(
        &self,
        document: &Id,
        marks: &[(Id, Mark)],
        at: &str,
    ) -> Result<u32, StoreError> {
        let act: u32 = self
            .0
            .prepare_cached("SELECT coalesce(max(act), 0) + 1 FROM mark")?
            .query_row([], |row| row.get(0))?;
        let mut insert = self.0.prepare_cached(
            "INSERT INTO mark (act, document, directive, detail, made_at) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        for (directive, mark) in marks {
            let detail = serde_json::to_string(mark).map_err(internal)?;
            insert.execute((act, document.as_str(), directive.as_str(), detail, at))?;
        }
        self.record(at, Action::Mark, Some(document), Some(&act.to_string()))?;
        Ok(act)
    }

    /// Takes an act on a document back; `false` if there is nothing to take back.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn undo_marks(&self, document: &Id, act: u32, at: &str) -> Result<bool, StoreError> {
        let taken = self
            .0
            .prepare_cached(
                "UPDATE mark SET undone = 1 WHERE document = ?1 AND act = ?2 AND undone = 0",
            )?
            .execute((document.as_str(), act))?;
        if taken == 0 {
            return Ok(false);
        }
        self.record(at, Action::Unmark, Some(document), Some(&act.to_string()))?;
        Ok(true)
    }
}

fn internal(error: serde_json::Error) -> StoreError {
    StoreError::Internal {
        detail: error.to_string(),
    }
}
