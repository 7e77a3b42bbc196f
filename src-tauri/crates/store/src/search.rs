use svod_model::Id;

use crate::{Reader, StoreError, Writer};

/// Most hits one search gives; more cannot be read anyway.
const MOST: u32 = 200;

/// A text that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Searchable {
    /// The directive it is, or nothing for the title block.
    pub directive: Option<Id>,
    /// The text to show.
    pub shown: String,
    /// Its words as the search compares them (stems), separated by spaces.
    pub terms: String,
}

/// A text that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The document.
    pub document: Id,
    /// Its title.
    pub title: String,
    /// The directive, or nothing for the title block.
    pub directive: Option<Id>,
    /// The text.
    pub shown: String,
}

impl Reader<'_> {
    /// Texts that hold every one of the terms, the most telling first; documents in the bin are
    /// left out. A term matches by its beginning.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn search(&self, terms: &[String]) -> Result<Vec<Hit>, StoreError> {
        if terms.is_empty() {
            return Ok(Vec::new());
        }
        // Quoting makes any typed character plain text for FTS5.
        let query: Vec<String> = terms
            .iter()
            .map(|term| format!("\"{}\"*", term.replace('"', "\"\"")))
            .collect();
        let mut statement = self.0.prepare_cached(
            "SELECT s.document, d.title, s.directive, s.shown FROM search s
             JOIN document d ON d.id = s.document AND d.removed_at IS NULL
             WHERE search MATCH ?1 ORDER BY rank, s.rowid LIMIT ?2",
        )?;
        let rows = statement.query_map((query.join(" "), MOST), |row| {
            Ok(Hit {
                document: Id::new(row.get::<_, String>(0)?),
                title: row.get(1)?,
                directive: row.get::<_, Option<String>>(2)?.map(Id::new),
                shown: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Writer<'_> {
    /// Replaces what can be found in a document.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn index(&self, document: &Id, texts: &[Searchable]) -> Result<(), StoreError> {
        self.0
            .prepare_cached("DELETE FROM search WHERE document = ?1")?
            .execute([document.as_str()])?;
        self.index_first(document, texts)
    }

    /// [`Writer::index`] of a document just added, of which nothing can be found yet: looking for
    /// what to replace would read the whole index.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn index_first(&self, document: &Id, texts: &[Searchable]) -> Result<(), StoreError> {
        let mut insert = self.0.prepare_cached(
            "INSERT INTO search (document, directive, shown, terms) VALUES (?1, ?2, ?3, ?4)",
        )?;
        for text in texts {
            insert.execute((
                document.as_str(),
                text.directive.as_ref().map(Id::as_str),
                &text.shown,
                &text.terms,
            ))?;
        }
        Ok(())
    }
}
