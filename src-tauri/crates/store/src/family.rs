use std::collections::BTreeMap;

use rusqlite::OptionalExtension;

use crate::{Action, Reader, StoreError, Writer};

/// What a person said of families or series, to be told again and taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FamilyWord {
    /// Its number.
    pub number: u32,
    /// `join`, `part`, `series_join` or `series_apart`.
    pub verdict: String,
    /// What it is said of.
    pub one: String,
    /// The other.
    pub other: String,
    /// What it takes to take it back.
    pub before: String,
}

impl Reader<'_> {
    /// The family of a text that was met before.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn family_of_wording(&self, wording: i64) -> Result<Option<u32>, StoreError> {
        Ok(self
            .0
            .prepare_cached("SELECT family FROM wording WHERE name = ?1")?
            .query_row([wording], |row| row.get(0))
            .optional()?)
    }

    /// Families that hold a term, at most so many.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn families_with(&self, term: i64, most: u32) -> Result<Vec<u32>, StoreError> {
        let mut query = self
            .0
            .prepare_cached("SELECT family FROM family_term WHERE term = ?1 LIMIT ?2")?;
        let rows = query.query_map((term, most), |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The task of a family, as the caller wrote it.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn family_task(&self, family: u32) -> Result<Option<String>, StoreError> {
        Ok(self
            .0
            .prepare_cached("SELECT task FROM family WHERE number = ?1")?
            .query_row([family], |row| row.get(0))
            .optional()?)
    }

    /// Families that were joined to another, with the one they belong to now.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn joined_families(&self) -> Result<BTreeMap<u32, u32>, StoreError> {
        let mut query = self
            .0
            .prepare_cached("SELECT number, joined FROM family WHERE joined IS NOT NULL")?;
        let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What a person said and did not take back, oldest first.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn family_words(&self) -> Result<Vec<FamilyWord>, StoreError> {
        let mut query = self.0.prepare_cached(
            "SELECT number, verdict, one, other, before FROM family_word
             WHERE undone = 0 ORDER BY number",
        )?;
        let rows = query.query_map([], |row| {
            Ok(FamilyWord {
                number: row.get(0)?,
                verdict: row.get(1)?,
                one: row.get(2)?,
                other: row.get(3)?,
                before: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Founds a family; gives its number.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn add_family(&self, task: &str, terms: &[i64]) -> Result<u32, StoreError> {
        self.0
            .prepare_cached("INSERT INTO family (task) VALUES (?1)")?
            .execute([task])?;
        let number =
            u32::try_from(self.0.last_insert_rowid()).map_err(|error| StoreError::Internal {
                detail: error.to_string(),
            })?;
        let mut insert = self
            .0
            .prepare_cached("INSERT OR IGNORE INTO family_term (term, family) VALUES (?1, ?2)")?;
        for term in terms {
            insert.execute((term, number))?;
        }
        Ok(number)
    }

    /// Remembers the family of a text.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn set_wording(&self, wording: i64, family: u32) -> Result<(), StoreError> {
        self.0
            .prepare_cached(
                "INSERT INTO wording (name, family) VALUES (?1, ?2)
                 ON CONFLICT (name) DO UPDATE SET family = excluded.family",
            )?
            .execute((wording, family))?;
        Ok(())
    }

    /// Joins a family to another, or lets it stand alone again.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn set_joined(&self, family: u32, joined: Option<u32>) -> Result<(), StoreError> {
        self.0
            .prepare_cached("UPDATE family SET joined = ?2 WHERE number = ?1")?
            .execute((family, joined))?;
        Ok(())
    }

    /// Keeps what a person said.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn add_family_word(&self, word: &FamilyWord, at: &str) -> Result<(), StoreError> {
        self.0
            .prepare_cached(
                "INSERT INTO family_word (verdict, one, other, before, made_at)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute((&word.verdict, &word.one, &word.other, &word.before, at))?;
        self.record(at, Action::Decide, None, Some(&word.verdict))
    }

    /// Marks what a person said as taken back.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn undo_family_word(&self, number: u32, at: &str) -> Result<(), StoreError> {
        self.0
            .prepare_cached("UPDATE family_word SET undone = 1 WHERE number = ?1")?
            .execute([number])?;
        self.record(at, Action::Undecide, None, None)
    }
}
