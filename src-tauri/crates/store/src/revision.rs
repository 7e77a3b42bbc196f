use rusqlite::OptionalExtension;
use svod_model::{Id, Resolution, json};

use crate::packed::{pack, unpack};
use crate::{Reader, StoreError, Writer};

/// One state of a document. Revisions are only ever added.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision {
    /// 1-based.
    pub number: u32,
    /// The document's structure.
    pub resolution: Resolution,
    /// The account of the source's lines, for a revision that came from a file.
    pub reading: Option<String>,
    /// When it was made, RFC 3339.
    pub made_at: String,
}

/// A revision in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevisionMark {
    /// 1-based.
    pub number: u32,
    /// The name a person gave it.
    pub name: Option<String>,
    /// When it was made, RFC 3339.
    pub made_at: String,
}

impl Reader<'_> {
    /// A document's revisions, the newest first.
    ///
    /// # Errors
    /// [`StoreError::NoDocument`] if there is none of that id.
    pub fn revisions(&self, document: &Id) -> Result<Vec<RevisionMark>, StoreError> {
        self.document(document)?;
        let mut query = self.0.prepare_cached(
            "SELECT r.number, n.name, r.made_at FROM revision r
             LEFT JOIN revision_name n ON n.document = r.document AND n.number = r.number
             WHERE r.document = ?1 ORDER BY r.number DESC",
        )?;
        let rows = query.query_map([document.as_str()], |row| {
            Ok(RevisionMark {
                number: row.get(0)?,
                name: row.get(1)?,
                made_at: row.get(2)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A document's newest revision.
    ///
    /// # Errors
    /// [`StoreError::NoDocument`] if there is none of that id.
    pub fn newest_revision(&self, document: &Id) -> Result<Revision, StoreError> {
        self.revision(document, None)
    }

    /// A document's revision of that number, the newest without one.
    ///
    /// # Errors
    /// [`StoreError::NoDocument`] if there is none.
    pub fn revision(&self, document: &Id, number: Option<u32>) -> Result<Revision, StoreError> {
        let row = self
            .0
            .prepare_cached(
                "SELECT number, made_at, resolution, reading, packed, packed_reading FROM revision
                 WHERE document = ?1 AND (?2 IS NULL OR number = ?2)
                 ORDER BY number DESC LIMIT 1",
            )?
            .query_row((document.as_str(), number), |row| {
                Ok((row.get(0)?, row.get(1)?, Kept::of(row, 2)?))
            })
            .optional()?;
        let Some((number, made_at, kept)) = row else {
            return Err(StoreError::NoDocument {
                id: document.clone(),
            });
        };
        let (text, reading) = kept.texts()?;
        Ok(Revision {
            number,
            resolution: json::from_json(&text)?,
            reading,
            made_at,
        })
    }
}

/// The texts of a revision as they are kept: plain in older ones, packed in newer ones.
pub(crate) struct Kept {
    resolution: String,
    reading: Option<String>,
    packed: Option<Vec<u8>>,
    packed_reading: Option<Vec<u8>>,
}

impl Kept {
    /// Takes the columns `resolution, reading, packed, packed_reading` of a row, from `at` on.
    pub(crate) fn of(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<Self> {
        Ok(Self {
            resolution: row.get(at)?,
            reading: row.get(at + 1)?,
            packed: row.get(at + 2)?,
            packed_reading: row.get(at + 3)?,
        })
    }

    /// The resolution's JSON and the account of the source's lines.
    pub(crate) fn texts(self) -> Result<(String, Option<String>), StoreError> {
        let resolution = match &self.packed {
            Some(packed) => unpack(packed)?,
            None => self.resolution,
        };
        let reading = match &self.packed_reading {
            Some(packed) => Some(unpack(packed)?),
            None => self.reading,
        };
        Ok((resolution, reading))
    }
}

impl Writer<'_> {
    /// Adds a revision and gives its number.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub(crate) fn add_revision(
        &self,
        document: &Id,
        resolution: &Resolution,
        reading: Option<&str>,
        at: &str,
    ) -> Result<u32, StoreError> {
        let number: u32 = self
            .0
            .prepare_cached(
                "SELECT coalesce(max(number), 0) + 1 FROM revision WHERE document = ?1",
            )?
            .query_row([document.as_str()], |row| row.get(0))?;
        self.0
            .prepare_cached(
                "INSERT INTO revision (document, number, resolution, packed, packed_reading, made_at)
                 VALUES (?1, ?2, '', ?3, ?4, ?5)",
            )?
            .execute((
                document.as_str(),
                number,
                pack(&json::to_json(resolution)?)?,
                reading.map(pack).transpose()?,
                at,
            ))?;
        self.0
            .prepare_cached("UPDATE document SET revision = ?2, changed_at = ?3 WHERE id = ?1")?
            .execute((document.as_str(), number, at))?;
        Ok(number)
    }
}
