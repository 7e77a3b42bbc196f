use rusqlite::{OptionalExtension, Row};
use sha2::{Digest, Sha256};
use svod_model::{Id, Resolution, Severity};

use crate::{Action, Reader, StoreError, Writer};

/// A document as a list shows it. Dates and times are texts as stored (ISO dates, RFC 3339).
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Its id.
    pub id: Id,
    /// The shelf it stands on.
    pub shelf: Id,
    /// The file it was read from.
    pub source_name: String,
    /// Copied from the newest revision.
    pub title: String,
    /// The kind's name in JSON.
    pub kind: String,
    /// Copied from the newest revision.
    pub draft: bool,
    /// Where it stands.
    pub status: Status,
    /// The event's name, copied from the newest revision.
    pub event: Option<String>,
    /// Copied from the newest revision.
    pub theme: Option<String>,
    /// Copied from the newest revision.
    pub municipality: Option<String>,
    /// Copied from the newest revision.
    pub region: Option<String>,
    /// Copied from the newest revision.
    pub adopted_on: Option<String>,
    /// How many directives the newest revision has.
    pub directives: u32,
    /// How many warnings and errors its diagnostics hold.
    pub doubts: u32,
    /// The newest revision's number, 1-based.
    pub revision: u32,
    /// When it was last changed.
    pub changed_at: String,
    /// When it was put into the bin.
    pub removed_at: Option<String>,
}

/// Where a document stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Being worked on.
    Draft,
    /// Adopted.
    Adopted,
    /// Put away.
    Archived,
}

impl Status {
    /// The name under which it is stored.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Adopted => "adopted",
            Self::Archived => "archived",
        }
    }

    /// The status of that name; a draft's for a name that is none.
    fn of(name: &str) -> Self {
        [Self::Adopted, Self::Archived]
            .into_iter()
            .find(|status| status.name() == name)
            .unwrap_or(Self::Draft)
    }

    /// Where a document stands when it comes to the library.
    fn first(resolution: &Resolution) -> Self {
        if resolution.draft {
            Self::Draft
        } else {
            Self::Adopted
        }
    }
}

/// What it takes to add a document.
#[derive(Clone, Copy, Debug)]
pub struct NewDocument<'a> {
    /// A fresh id.
    pub id: &'a Id,
    /// The shelf it goes to.
    pub shelf: &'a Id,
    /// The file's name.
    pub source_name: &'a str,
    /// The file, byte for byte.
    pub original: &'a [u8],
    /// What was read from it: revision 1.
    pub resolution: &'a Resolution,
    /// The account of the source's lines, as JSON the store does not look into.
    pub reading: &'a str,
    /// Now, RFC 3339.
    pub at: &'a str,
}

/// What it takes to add a document that comes from no file.
#[derive(Clone, Copy, Debug)]
pub struct NewDraft<'a> {
    /// A fresh id.
    pub id: &'a Id,
    /// The shelf it goes to.
    pub shelf: &'a Id,
    /// Revision 1.
    pub resolution: &'a Resolution,
    /// Now, RFC 3339.
    pub at: &'a str,
}

/// What it takes to add a document of another library.
#[derive(Clone, Copy, Debug)]
pub struct NewShared<'a> {
    /// Its id there, or a fresh one.
    pub id: &'a Id,
    /// The shelf it goes to.
    pub shelf: &'a Id,
    /// The name of the file it came from; empty for none.
    pub source_name: &'a str,
    /// That file, byte for byte.
    pub original: Option<&'a [u8]>,
    /// Revision 1.
    pub resolution: &'a Resolution,
    /// The account of the source's lines.
    pub reading: Option<&'a str>,
    /// Where it stands.
    pub status: Status,
    /// Now, RFC 3339.
    pub at: &'a str,
}

pub(crate) const COLUMNS: &str = "id, shelf, source_name, title, kind, draft, theme, municipality, region, \
                       adopted_on, directives, doubts, revision, changed_at, removed_at, status, event";

impl Reader<'_> {
    /// Documents that are not in the bin, last changed first.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn documents(&self) -> Result<Vec<Card>, StoreError> {
        self.cards("removed_at IS NULL ORDER BY changed_at DESC, rowid DESC")
    }

    /// Documents in the bin, last removed first.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn removed_documents(&self) -> Result<Vec<Card>, StoreError> {
        self.cards("removed_at IS NOT NULL ORDER BY removed_at DESC, rowid DESC")
    }

    /// One document's card.
    ///
    /// # Errors
    /// [`StoreError::NoDocument`] if there is none of that id.
    pub fn document(&self, id: &Id) -> Result<Card, StoreError> {
        self.0
            .prepare_cached(&format!("SELECT {COLUMNS} FROM document WHERE id = ?1"))?
            .query_row([id.as_str()], card)
            .optional()?
            .ok_or_else(|| StoreError::NoDocument { id: id.clone() })
    }

    /// The document, not in the bin, that came from exactly these bytes.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn document_with_original(&self, bytes: &[u8]) -> Result<Option<Card>, StoreError> {
        Ok(self
            .0
            .prepare_cached(&format!(
                "SELECT {COLUMNS} FROM document WHERE original = ?1 AND removed_at IS NULL"
            ))?
            .query_row([sha256(bytes)], card)
            .optional()?)
    }

    /// The bytes a document was read from; nothing for one that came from no file.
    ///
    /// # Errors
    /// [`StoreError::NoDocument`] if there is none of that id.
    pub fn original(&self, id: &Id) -> Result<Option<Vec<u8>>, StoreError> {
        self.0
            .prepare_cached(
                "SELECT o.bytes FROM document d LEFT JOIN original o ON o.sha256 = d.original
                 WHERE d.id = ?1",
            )?
            .query_row([id.as_str()], |row| row.get(0))
            .optional()?
            .ok_or_else(|| StoreError::NoDocument { id: id.clone() })
    }

    fn cards(&self, condition: &str) -> Result<Vec<Card>, StoreError> {
        let mut query = self
            .0
            .prepare_cached(&format!("SELECT {COLUMNS} FROM document WHERE {condition}"))?;
        let rows = query.query_map([], card)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Adds a document with its original and its first revision.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn add_document(&self, new: &NewDocument<'_>) -> Result<(), StoreError> {
        let hash = self.keep_original(new.original)?;
        let draft = NewDraft {
            id: new.id,
            shelf: new.shelf,
            resolution: new.resolution,
            at: new.at,
        };
        self.insert(&draft, Some(&hash), new.source_name, Some(new.reading))?;
        self.record(new.at, Action::Import, Some(new.id), Some(new.source_name))
    }

    fn keep_original(&self, bytes: &[u8]) -> Result<String, StoreError> {
        let hash = sha256(bytes);
        self.0
            .prepare_cached(
                "INSERT INTO original (sha256, bytes) VALUES (?1, ?2)
                 ON CONFLICT (sha256) DO NOTHING",
            )?
            .execute((&hash, bytes))?;
        Ok(hash)
    }

    /// Adds a document of another library.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn add_shared(&self, new: &NewShared<'_>) -> Result<(), StoreError> {
        let hash = new
            .original
            .map(|bytes| self.keep_original(bytes))
            .transpose()?;
        let draft = NewDraft {
            id: new.id,
            shelf: new.shelf,
            resolution: new.resolution,
            at: new.at,
        };
        self.insert(&draft, hash.as_deref(), new.source_name, new.reading)?;
        self.0
            .prepare_cached("UPDATE document SET status = ?2 WHERE id = ?1")?
            .execute((new.id.as_str(), new.status.name()))?;
        self.record(new.at, Action::Import, Some(new.id), Some(new.source_name))
    }

    /// Adds a document that came from no file, with its first revision.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn add_draft(&self, new: &NewDraft<'_>) -> Result<(), StoreError> {
        self.insert(new, None, "", None)?;
        self.record(new.at, Action::Draft, Some(new.id), None)
    }

    fn insert(
        &self,
        new: &NewDraft<'_>,
        original: Option<&str>,
        source_name: &str,
        reading: Option<&str>,
    ) -> Result<(), StoreError> {
        let resolution = new.resolution;
        self.0
            .prepare_cached(
                "INSERT INTO document (id, shelf, original, source_name, title, kind, draft, theme,
                     municipality, region, adopted_on, directives, doubts, revision, changed_at,
                     status, event)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 0, ?14, ?15, ?16)",
            )?
            .execute((
                new.id.as_str(),
                new.shelf.as_str(),
                original,
                source_name,
                &resolution.title,
                kind_name(resolution)?,
                resolution.draft,
                &resolution.event.theme,
                &resolution.event.municipality,
                &resolution.event.region,
                resolution.adopted_on.map(|date| date.to_string()),
                count(resolution.directives().count()),
                doubts(resolution),
                new.at,
                Status::first(resolution).name(),
                &resolution.event.name,
            ))?;
        self.add_revision(new.id, resolution, reading, new.at)?;
        Ok(())
    }

    /// Copies what lists show from a resolution.
    pub(crate) fn show(&self, id: &Id, resolution: &Resolution) -> Result<(), StoreError> {
        self.0
            .prepare_cached(
                "UPDATE document SET title = ?2, kind = ?3, draft = ?4, theme = ?5,
                     municipality = ?6, region = ?7, adopted_on = ?8, directives = ?9, doubts = ?10,
                     event = ?11
                 WHERE id = ?1",
            )?
            .execute((
                id.as_str(),
                &resolution.title,
                kind_name(resolution)?,
                resolution.draft,
                &resolution.event.theme,
                &resolution.event.municipality,
                &resolution.event.region,
                resolution.adopted_on.map(|date| date.to_string()),
                count(resolution.directives().count()),
                doubts(resolution),
                &resolution.event.name,
            ))?;
        Ok(())
    }

    /// Says where a document stands.
    ///
    /// # Errors
    /// [`StoreError::NoDocument`] if there is none of that id.
    pub fn set_status(&self, id: &Id, status: Status, at: &str) -> Result<(), StoreError> {
        self.read().document(id)?;
        self.0
            .prepare_cached("UPDATE document SET status = ?2 WHERE id = ?1")?
            .execute((id.as_str(), status.name()))?;
        self.record(at, Action::Status, Some(id), Some(status.name()))
    }

    /// Puts a document into the bin; one that is there already stays as it is.
    ///
    /// # Errors
    /// [`StoreError::NoDocument`] if there is none of that id.
    pub fn remove_document(&self, id: &Id, at: &str) -> Result<(), StoreError> {
        self.read().document(id)?;
        self.0
            .prepare_cached(
                "UPDATE document SET removed_at = ?2 WHERE id = ?1 AND removed_at IS NULL",
            )?
            .execute((id.as_str(), at))?;
        self.record(at, Action::Remove, Some(id), None)
    }

    /// Takes a document out of the bin.
    ///
    /// # Errors
    /// [`StoreError::NoDocument`] if there is none of that id.
    pub fn restore_document(&self, id: &Id, at: &str) -> Result<(), StoreError> {
        self.read().document(id)?;
        self.0
            .prepare_cached("UPDATE document SET removed_at = NULL WHERE id = ?1")?
            .execute([id.as_str()])?;
        self.record(at, Action::Restore, Some(id), None)
    }
}

pub(crate) fn card(row: &Row<'_>) -> rusqlite::Result<Card> {
    Ok(Card {
        id: Id::new(row.get::<_, String>(0)?),
        shelf: Id::new(row.get::<_, String>(1)?),
        source_name: row.get(2)?,
        title: row.get(3)?,
        kind: row.get(4)?,
        draft: row.get(5)?,
        theme: row.get(6)?,
        municipality: row.get(7)?,
        region: row.get(8)?,
        adopted_on: row.get(9)?,
        directives: row.get(10)?,
        doubts: row.get(11)?,
        revision: row.get(12)?,
        changed_at: row.get(13)?,
        removed_at: row.get(14)?,
        status: Status::of(&row.get::<_, String>(15)?),
        event: row.get(16)?,
    })
}

fn kind_name(resolution: &Resolution) -> Result<String, StoreError> {
    match serde_json::to_value(resolution.kind) {
        Ok(serde_json::Value::String(name)) => Ok(name),
        other => Err(StoreError::Internal {
            detail: format!("kind as {other:?}"),
        }),
    }
}

fn doubts(resolution: &Resolution) -> u32 {
    count(
        resolution
            .diagnostics
            .iter()
            .filter(|d| d.severity >= Severity::Warning)
            .count(),
    )
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// The name of a file's bytes: what an original is kept under.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}
