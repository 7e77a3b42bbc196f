use rusqlite::OptionalExtension;
use svod_model::{Edit, Id};

use crate::{Action, Reader, StoreError, Writer};

/// What a draft takes over from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CarrySource {
    /// Last year's document.
    pub source: Id,
    /// Its revision.
    pub revision: u32,
    /// By how many years dates and school years are moved.
    pub years: i32,
}

/// What was said of one of last year's directives.
#[derive(Clone, Debug, PartialEq)]
pub struct Carried {
    /// The directive of last year's document.
    pub directive: Id,
    /// `keep`, `change`, `close` or `drop`.
    pub verdict: String,
    /// Why it was dropped or closed, in the person's words.
    pub reason: Option<String>,
    /// The directive of the draft it became.
    pub became: Option<Id>,
    /// The edits that take back what this did to the draft.
    pub undo: Vec<Edit>,
}

impl Reader<'_> {
    /// What a document takes over from, if it takes over anything.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn carry_source(&self, document: &Id) -> Result<Option<CarrySource>, StoreError> {
        Ok(self
            .0
            .prepare_cached("SELECT source, revision, years FROM carry_over WHERE document = ?1")?
            .query_row([document.as_str()], |row| {
                Ok(CarrySource {
                    source: Id::new(row.get::<_, String>(0)?),
                    revision: row.get(1)?,
                    years: row.get(2)?,
                })
            })
            .optional()?)
    }

    /// What was said of last year's directives and not taken back, oldest first; the last word on
    /// a directive counts.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn carried(&self, document: &Id) -> Result<Vec<Carried>, StoreError> {
        let mut query = self.0.prepare_cached(
            "SELECT directive, verdict, reason, became, undo FROM carried
             WHERE document = ?1 AND undone = 0 ORDER BY number",
        )?;
        let rows = query.query_map([document.as_str()], carried)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Says what a document takes over from.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn set_carry_source(&self, document: &Id, from: &CarrySource) -> Result<(), StoreError> {
        self.0
            .prepare_cached(
                "INSERT INTO carry_over (document, source, revision, years)
                 VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute((
                document.as_str(),
                from.source.as_str(),
                from.revision,
                from.years,
            ))?;
        Ok(())
    }

    /// Keeps what was said of a directive, in place of what was said before.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn add_carried(&self, document: &Id, said: &Carried, at: &str) -> Result<(), StoreError> {
        let undo = serde_json::to_string(&said.undo).map_err(|error| StoreError::Internal {
            detail: error.to_string(),
        })?;
        self.0
            .prepare_cached("UPDATE carried SET undone = 2 WHERE document = ?1 AND directive = ?2 AND undone = 0")?
            .execute((document.as_str(), said.directive.as_str()))?;
        self.0
            .prepare_cached(
                "INSERT INTO carried (document, directive, verdict, reason, became, undo, made_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute((
                document.as_str(),
                said.directive.as_str(),
                &said.verdict,
                &said.reason,
                said.became.as_ref().map(Id::as_str),
                undo,
                at,
            ))?;
        self.record(at, Action::Carry, Some(document), Some(&said.verdict))
    }

    /// Takes the last thing said back and gives it; what it had replaced holds again.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn undo_carried(&self, document: &Id, at: &str) -> Result<Option<Carried>, StoreError> {
        let last: Option<(i64, Carried)> = self
            .0
            .prepare_cached(
                "SELECT directive, verdict, reason, became, undo, number FROM carried
                 WHERE document = ?1 AND undone = 0 ORDER BY number DESC LIMIT 1",
            )?
            .query_row([document.as_str()], |row| Ok((row.get(5)?, carried(row)?)))
            .optional()?;
        let Some((number, said)) = last else {
            return Ok(None);
        };
        self.0
            .prepare_cached("UPDATE carried SET undone = 1 WHERE number = ?1")?
            .execute([number])?;
        self.0
            .prepare_cached(
                "UPDATE carried SET undone = 0 WHERE number =
                     (SELECT max(number) FROM carried
                      WHERE document = ?1 AND directive = ?2 AND undone = 2)",
            )?
            .execute((document.as_str(), said.directive.as_str()))?;
        self.record(at, Action::Uncarry, Some(document), Some(&said.verdict))?;
        Ok(Some(said))
    }
}

fn carried(row: &rusqlite::Row<'_>) -> rusqlite::Result<Carried> {
    Ok(Carried {
        directive: Id::new(row.get::<_, String>(0)?),
        verdict: row.get(1)?,
        reason: row.get(2)?,
        became: row.get::<_, Option<String>>(3)?.map(Id::new),
        // What an older program wrote that this one does not know is not taken back.
        undo: serde_json::from_str(&row.get::<_, String>(4)?).unwrap_or_default(),
    })
}
