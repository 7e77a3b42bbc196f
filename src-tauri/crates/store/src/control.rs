use svod_model::Id;
use svod_model::control::Mark;

use crate::document::{COLUMNS, card};
use crate::{Action, Card, Reader, StoreError, Writer};

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
    /// How it stood before it was adopted, as it was given.
    pub stood: Option<String>,
}

/// A mark as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredMark {
    /// What was said in one go has one act.
    pub act: u32,
    /// Of which directive.
    pub directive: Id,
    /// What was said.
    pub mark: Mark,
    /// When it was said, RFC 3339.
    pub made_at: String,
    /// Who said it; empty if nobody gave a name.
    pub made_by: String,
}

/// An adoption to be kept.
#[derive(Clone, Copy, Debug)]
pub struct NewControl<'a> {
    /// The document.
    pub document: &'a Id,
    /// The revision that is adopted.
    pub revision: u32,
    /// The day of adoption, ISO.
    pub adopted_on: &'a str,
    /// How the document stood before, for taking the adoption back.
    pub stood: &'a str,
    /// Now, RFC 3339.
    pub at: &'a str,
}

impl Reader<'_> {
    /// Documents under control that are not in the bin, last adopted first.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn controlled(&self) -> Result<Vec<Controlled>, StoreError> {
        let mut query = self.0.prepare_cached(
            "SELECT control.document, control.revision, control.adopted_on, control.archived, control.stood
             FROM control JOIN document ON document.id = control.document
             WHERE document.removed_at IS NULL AND control.released = 0
             ORDER BY control.adopted_on DESC, control.made_at DESC",
        )?;
        let rows = query.query_map([], |row| {
            Ok(Controlled {
                document: Id::new(row.get::<_, String>(0)?),
                revision: row.get(1)?,
                adopted_on: row.get(2)?,
                archived: row.get(3)?,
                stood: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Documents with directives that are not under control, last adopted first: so many that fit.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn uncontrolled(
        &self,
        fits: &dyn Fn(&Card) -> bool,
        so_many: usize,
    ) -> Result<Vec<Card>, StoreError> {
        let mut query = self.0.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM document WHERE removed_at IS NULL AND directives > 0
               AND id NOT IN (SELECT document FROM control WHERE released = 0)
             ORDER BY adopted_on DESC, changed_at DESC"
        ))?;
        let rows = query.query_map([], card)?;
        // Asked row by row, so that a large library is not read to its end for a short list.
        let fitting = rows.filter(|row| row.as_ref().map_or(true, fits));
        Ok(fitting.take(so_many).collect::<Result<_, _>>()?)
    }

    /// What was said of a document's directives and not taken back, oldest first.
    ///
    /// # Errors
    /// If the library cannot be read, or holds a mark this program does not know.
    pub fn control_marks(&self, document: &Id) -> Result<Vec<StoredMark>, StoreError> {
        let mut query = self.0.prepare_cached(
            "SELECT act, directive, detail, made_at, made_by FROM mark
             WHERE document = ?1 AND undone = 0 ORDER BY number",
        )?;
        let rows = query.query_map([document.as_str()], |row| {
            Ok((
                row.get(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, String>(2)?,
                row.get(3)?,
                row.get(4)?,
            ))
        })?;
        rows.map(|row| {
            let (act, directive, detail, made_at, made_by) = row?;
            Ok(StoredMark {
                act,
                directive: Id::new(directive),
                mark: serde_json::from_str(&detail).map_err(internal)?,
                made_at,
                made_by,
            })
        })
        .collect()
    }

    /// Documents of which numbers reached were said.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn with_facts(&self) -> Result<Vec<Id>, StoreError> {
        let mut query = self.0.prepare_cached(
            "SELECT DISTINCT document FROM mark WHERE undone = 0 AND detail LIKE '%\"facts\":%'",
        )?;
        let rows = query.query_map([], |row| Ok(Id::new(row.get::<_, String>(0)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Puts an adopted document under control, says another day of its adoption, or follows it again
    /// after its adoption was taken back: what was said of it before counts then.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn put_under_control(&self, new: NewControl<'_>) -> Result<(), StoreError> {
        self.0
            .prepare_cached(
                "INSERT INTO control (document, revision, adopted_on, made_at, stood)
                 VALUES (?1, ?2, ?3, ?4, ?5)
                 ON CONFLICT (document) DO UPDATE SET revision = excluded.revision,
                     adopted_on = excluded.adopted_on, archived = 0, released = 0,
                     stood = CASE WHEN released THEN excluded.stood ELSE stood END",
            )?
            .execute((
                new.document.as_str(),
                new.revision,
                new.adopted_on,
                new.at,
                new.stood,
            ))?;
        let document = Some(new.document);
        self.record(new.at, Action::Adopt, document, Some(new.adopted_on))
    }

    /// Takes the adoption of a document back: it is followed no longer, what was said of it stays kept.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn release(&self, document: &Id, at: &str) -> Result<(), StoreError> {
        self.0
            .prepare_cached("UPDATE control SET released = 1 WHERE document = ?1")?
            .execute([document.as_str()])?;
        self.record(at, Action::Release, Some(document), None)
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
        by: &str,
        at: &str,
    ) -> Result<u32, StoreError> {
        let act: u32 = self
            .0
            .prepare_cached("SELECT coalesce(max(act), 0) + 1 FROM mark")?
            .query_row([], |row| row.get(0))?;
        let mut insert = self.0.prepare_cached(
            "INSERT INTO mark (act, document, directive, detail, made_at, made_by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?;
        for (directive, mark) in marks {
            let detail = serde_json::to_string(mark).map_err(internal)?;
            let directive = directive.as_str();
            insert.execute((act, document.as_str(), directive, detail, at, by))?;
        }
        self.record(at, Action::Mark, Some(document), Some(&act.to_string()))?;
        Ok(act)
    }

    /// Takes an act on a document back and gives the directives it spoke of; none if there is nothing
    /// to take back.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn undo_marks(&self, document: &Id, act: u32, at: &str) -> Result<Vec<Id>, StoreError> {
        let mut taken = self.0.prepare_cached(
            "UPDATE mark SET undone = 1 WHERE document = ?1 AND act = ?2 AND undone = 0
             RETURNING directive",
        )?;
        let taken = taken
            .query_map((document.as_str(), act), |row| {
                Ok(Id::new(row.get::<_, String>(0)?))
            })?
            .collect::<Result<Vec<_>, _>>()?;
        if !taken.is_empty() {
            self.record(at, Action::Unmark, Some(document), Some(&act.to_string()))?;
        }
        Ok(taken)
    }
}

fn internal(error: serde_json::Error) -> StoreError {
    StoreError::Internal {
        detail: error.to_string(),
    }
}
