use rusqlite::OptionalExtension;
use svod_model::{Id, Resolution, json};

use crate::{Reader, StoreError, Writer};

/// A file that came back for a draft.
#[derive(Clone, Debug, PartialEq)]
pub struct ReturnedFile {
    /// Its name in the assembly.
    pub key: String,
    /// The file's name.
    pub name: String,
    /// What it was read as.
    pub resolution: Resolution,
}

/// What came back for a draft and is not done with.
#[derive(Clone, Debug, PartialEq)]
pub struct CameBack {
    /// The draft as it stood when the first file came.
    pub base: Resolution,
    /// The files, in the order of their keys.
    pub files: Vec<ReturnedFile>,
    /// What was said of the things in them: the name of each and whether it was taken.
    pub said: Vec<(String, bool)>,
}

impl Reader<'_> {
    /// What came back for a draft; nothing if nothing did.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn came_back(&self, document: &Id) -> Result<Option<CameBack>, StoreError> {
        let base: Option<String> = self
            .0
            .prepare_cached("SELECT base FROM came_back WHERE document = ?1")?
            .query_row([document.as_str()], |row| row.get(0))
            .optional()?;
        let Some(base) = base else {
            return Ok(None);
        };
        let mut files = self.0.prepare_cached(
            "SELECT key, name, resolution FROM came_back_file WHERE document = ?1 ORDER BY key",
        )?;
        let files = files
            .query_map([document.as_str()], |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })?
            .map(|row| {
                let (key, name, resolution): (String, String, String) = row?;
                Ok(ReturnedFile {
                    key,
                    name,
                    resolution: json::from_json(&resolution)?,
                })
            })
            .collect::<Result<_, StoreError>>()?;
        let mut said = self.0.prepare_cached(
            "SELECT key, taken FROM came_back_said WHERE document = ?1 ORDER BY key",
        )?;
        let said = said
            .query_map([document.as_str()], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(Some(CameBack {
            base: json::from_json(&base)?,
            files,
            said,
        }))
    }
}

impl Writer<'_> {
    /// Keeps a file that came back; `base` is the draft as it stands, kept with the first one.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn add_returned(
        &self,
        document: &Id,
        base: &Resolution,
        file: &ReturnedFile,
    ) -> Result<(), StoreError> {
        self.0
            .prepare_cached("INSERT OR IGNORE INTO came_back (document, base) VALUES (?1, ?2)")?
            .execute((document.as_str(), json::to_json(base)?))?;
        self.0
            .prepare_cached(
                "INSERT OR REPLACE INTO came_back_file (document, key, name, resolution)
                 VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute((
                document.as_str(),
                &file.key,
                &file.name,
                json::to_json(&file.resolution)?,
            ))?;
        Ok(())
    }

    /// Says whether a thing that came back was taken into the draft; nothing makes it open again.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn say_of_returned(
        &self,
        document: &Id,
        key: &str,
        taken: Option<bool>,
    ) -> Result<(), StoreError> {
        match taken {
            Some(taken) => self
                .0
                .prepare_cached(
                    "INSERT OR REPLACE INTO came_back_said (document, key, taken)
                     SELECT document, ?2, ?3 FROM came_back WHERE document = ?1",
                )?
                .execute((document.as_str(), key, taken))?,
            None => self
                .0
                .prepare_cached("DELETE FROM came_back_said WHERE document = ?1 AND key = ?2")?
                .execute((document.as_str(), key))?,
        };
        Ok(())
    }

    /// Forgets what came back for a draft.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn end_returned(&self, document: &Id) -> Result<(), StoreError> {
        self.0
            .prepare_cached("DELETE FROM came_back WHERE document = ?1")?
            .execute([document.as_str()])?;
        Ok(())
    }
}
