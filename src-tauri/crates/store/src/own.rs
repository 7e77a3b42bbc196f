//! What belongs to the person and no document: templates and the register of addressees. Both are
//! texts the store does not look into.

use svod_model::Id;

use crate::{Reader, StoreError, Writer};

/// One thing of the person's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Own {
    /// Its id.
    pub id: Id,
    /// What it is.
    pub text: String,
}

/// Which of the person's own things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnKind {
    /// A template.
    Template,
    /// A body of the register.
    Addressee,
}

impl OwnKind {
    const fn table(self) -> (&'static str, &'static str) {
        match self {
            Self::Template => ("template", "text"),
            Self::Addressee => ("addressee", "detail"),
        }
    }
}

impl Reader<'_> {
    /// All of a kind, in the order they were first kept.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn own(&self, kind: OwnKind) -> Result<Vec<Own>, StoreError> {
        let (table, text) = kind.table();
        let mut query = self
            .0
            .prepare_cached(&format!("SELECT id, {text} FROM {table} ORDER BY rowid"))?;
        let rows = query.query_map([], |row| {
            Ok(Own {
                id: Id::new(row.get::<_, String>(0)?),
                text: row.get(1)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Keeps one, in place of one of the same id.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn keep_own(&self, kind: OwnKind, own: &Own, at: &str) -> Result<(), StoreError> {
        let (table, text) = kind.table();
        self.0
            .prepare_cached(&format!(
                "INSERT INTO {table} (id, {text}, changed_at) VALUES (?1, ?2, ?3)
                 ON CONFLICT (id) DO UPDATE SET {text} = excluded.{text},
                     changed_at = excluded.changed_at"
            ))?
            .execute((own.id.as_str(), &own.text, at))?;
        Ok(())
    }

    /// Takes one away; gives whether it was there.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn drop_own(&self, kind: OwnKind, id: &Id) -> Result<bool, StoreError> {
        let (table, _) = kind.table();
        let gone = self
            .0
            .prepare_cached(&format!("DELETE FROM {table} WHERE id = ?1"))?
            .execute([id.as_str()])?;
        Ok(gone > 0)
    }
}
