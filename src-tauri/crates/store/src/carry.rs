use rusqlite::OptionalExtension;
use svod_model::Id;

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The directive of last year's document.
    pub directive: Id,
    /// `keep`, `change`, `close` or `drop`.
    pub verdict: String,
    /// Why it was dropped or closed, in the person's words.
    pub reason: Option<String>,
    /// The directive of the draft it became.
    pub became: Option<Id>,
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
            "SELECT directive, verdict, reason, became FROM carried
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
        self.0
            .prepare_cached("UPDATE carried SET undone = 1 WHERE document = ?1 AND directive = ?2")?
            .execute((document.as_str(), said.directive.as_str()))?;
        self.0
            .prepare_cached(
                "INSERT INTO carried (document, directive, verdict, reason, became, made_at)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute((
                document.as_str(),
                said.directive.as_str(),
                &said.verdict,
                &said.reason,
                said.became.as_ref().map(Id::as_str),
                at,
            ))?;
        self.record(at, Action::Carry, Some(document), Some(&said.verdict))
    }

    /// Takes the last thing said back and gives it.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn undo_carried(&self, document: &Id, at: &str) -> Result<Option<Carried>, StoreError> {
        let last: Option<(i64, Carried)> = self
            .0
            .prepare_cached(
                "SELECT directive, verdict, reason, became, number FROM carried
                 WHERE document = ?1 AND undone = 0 ORDER BY number DESC LIMIT 1",
            )?
            .query_row([document.as_str()], |row| Ok((row.get(4)?, carried(row)?)))
            .optional()?;
        let Some((number, said)) = last else {
            return Ok(None);
        };
        self.0
            .prepare_cached("UPDATE carried SET undone = 1 WHERE number = ?1")?
            .execute([number])?;
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
    })
}
