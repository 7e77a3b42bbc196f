use rusqlite::OptionalExtension;
use serde_json::json;
use svod_model::Id;

use crate::{Action, Reader, StoreError, Writer};

/// The two compared states of a decision, by their keys. Their order is the caller's to keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared<'a> {
    /// The one.
    pub one: &'a str,
    /// The other.
    pub other: &'a str,
}

/// What a person said of two directives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredDecision {
    /// The directive of the one state: its id and its text as they were then.
    pub one: (Id, String),
    /// The directive of the other state.
    pub other: (Id, String),
    /// What was said, as JSON the store does not look into.
    pub verdict: String,
}

impl Reader<'_> {
    /// What a person said of two states' directives and did not take back, oldest first, each
    /// with the act it was said in.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn decisions(&self, of: Compared<'_>) -> Result<Vec<(u32, StoredDecision)>, StoreError> {
        let mut query = self.0.prepare_cached(
            "SELECT act, one_id, one_text, other_id, other_text, verdict FROM decision
             WHERE one_key = ?1 AND other_key = ?2 AND undone = 0 ORDER BY number",
        )?;
        let rows = query.query_map([of.one, of.other], |row| {
            let decision = StoredDecision {
                one: (Id::new(row.get::<_, String>(1)?), row.get(2)?),
                other: (Id::new(row.get::<_, String>(3)?), row.get(4)?),
                verdict: row.get(5)?,
            };
            Ok((row.get(0)?, decision))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Reader<'_> {
    /// The states of whose directives something was said and not taken back, by their keys.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn decided(&self) -> Result<Vec<(String, String)>, StoreError> {
        let mut query = self.0.prepare_cached(
            "SELECT DISTINCT one_key, other_key FROM decision WHERE undone = 0
             ORDER BY one_key, other_key",
        )?;
        let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Keeps what was said in one go; gives the number under which it can be taken back.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn add_decisions(
        &self,
        of: Compared<'_>,
        decisions: &[StoredDecision],
        at: &str,
    ) -> Result<u32, StoreError> {
        let act: u32 = self
            .0
            .prepare_cached("SELECT coalesce(max(act), 0) + 1 FROM decision")?
            .query_row([], |row| row.get(0))?;
        for StoredDecision {
            one,
            other,
            verdict,
        } in decisions
        {
            self.0
                .prepare_cached(
                    "INSERT INTO decision (act, one_key, other_key, one_id, one_text, other_id,
                         other_text, verdict, made_at)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                )?
                .execute((
                    act,
                    of.one,
                    of.other,
                    one.0.as_str(),
                    &one.1,
                    other.0.as_str(),
                    &other.1,
                    verdict,
                    at,
                ))?;
        }
        self.record(at, Action::Decide, None, Some(&detail(of, act)))?;
        Ok(act)
    }

    /// Takes back what was said in one go, the last thing said if none is named; gives whether
    /// there was one.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn undo_decisions(
        &self,
        of: Compared<'_>,
        act: Option<u32>,
        at: &str,
    ) -> Result<bool, StoreError> {
        let found: Option<u32> = self
            .0
            .prepare_cached(
                "SELECT max(act) FROM decision WHERE one_key = ?1 AND other_key = ?2
                 AND undone = 0 AND (?3 IS NULL OR act = ?3)",
            )?
            .query_row((of.one, of.other, act), |row| row.get(0))
            .optional()?
            .flatten();
        let Some(act) = found else {
            return Ok(false);
        };
        self.0
            .prepare_cached("UPDATE decision SET undone = 1 WHERE act = ?1")?
            .execute([act])?;
        self.record(at, Action::Undecide, None, Some(&detail(of, act)))?;
        Ok(true)
    }
}

fn detail(of: Compared<'_>, act: u32) -> String {
    json!({ "one": of.one, "other": of.other, "act": act }).to_string()
}
