use rusqlite::OptionalExtension;

use crate::{Reader, StoreError, Writer};

impl Reader<'_> {
    /// The value of a setting, if it was ever set.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        Ok(self
            .0
            .prepare_cached("SELECT value FROM setting WHERE name = ?1")?
            .query_row([name], |row| row.get(0))
            .optional()?)
    }
}

impl Writer<'_> {
    /// Sets a setting.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn set_setting(&self, name: &str, value: &str) -> Result<(), StoreError> {
        self.0
            .prepare_cached(
                "INSERT INTO setting (name, value) VALUES (?1, ?2)
                 ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            )?
            .execute((name, value))?;
        Ok(())
    }
}
