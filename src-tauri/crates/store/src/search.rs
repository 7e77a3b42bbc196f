use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use svod_model::Id;

use crate::packed::{pack, unpack};
use crate::twins::bands;
use crate::{Reader, StoreError, Writer};

/// Most hits one search gives; more cannot be read anyway.
const MOST: usize = 200;
/// Most title blocks among them.
const MOST_HEADS: u32 = 50;
/// A last term shorter than this has to be a whole word: its beginnings are everywhere.
const SHORTEST_BEGINNING: usize = 3;

/// A directive that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Searchable {
    /// Which directive.
    pub directive: Id,
    /// The text to show.
    pub shown: String,
    /// Its words as the search compares them (stems), separated by spaces.
    pub terms: String,
}

/// What the index keeps of a document. The words are stems made by the caller.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Indexed {
    /// The words of the title block, separated by spaces.
    pub head: String,
    /// The directives, in their order.
    pub directives: Vec<Searchable>,
    /// A name for the text: the same for the same words, whatever file they came in.
    pub fingerprint: String,
    /// Values of which near copies share most, at the same places.
    pub sketch: Vec<i64>,
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

/// What is kept of a directive to show it.
#[derive(Serialize, Deserialize)]
struct Shown(Id, String);

impl Reader<'_> {
    /// Texts that hold every one of the terms, each in one of its stems: title blocks first, then
    /// directives, what was kept last before what was kept earlier; documents in the bin are left out.
    /// The first stem of the last term, which may still be typed, matches by its beginning from three
    /// letters on if the term is no word of the index.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn search(&self, terms: &[Vec<String>]) -> Result<Vec<Hit>, StoreError> {
        let words: Vec<Vec<String>> = terms.iter().map(|stems| plain(stems)).collect();
        let words: Vec<Vec<String>> = words.into_iter().filter(|w| !w.is_empty()).collect();
        let Some(last) = words.last() else {
            return Ok(Vec::new());
        };
        let typed = last[0].chars().count() >= SHORTEST_BEGINNING;
        let mut hits = self.heads(&query(&words, typed && !self.is_word("found_head", last)?))?;
        let query = query(&words, typed && !self.is_word("found", last)?);
        self.directives(&query, &mut hits)?;
        Ok(hits)
    }

    /// Whether an index has a word as it is: gathering all that begins with a common word would cost
    /// more than the search itself.
    fn is_word(&self, index: &str, stems: &[String]) -> Result<bool, StoreError> {
        Ok(self
            .0
            .prepare_cached(&format!(
                "SELECT EXISTS (SELECT 1 FROM {index} WHERE {index} MATCH ?1)"
            ))?
            .query_row([query(&[stems.to_vec()], false)], |row| row.get(0))?)
    }

    fn heads(&self, query: &str) -> Result<Vec<Hit>, StoreError> {
        let mut statement = self.0.prepare_cached(
            "SELECT d.id, d.title FROM found_head f
             JOIN entry e ON e.first = f.rowid
             JOIN document d ON d.id = e.document AND d.removed_at IS NULL
             WHERE found_head MATCH ?1 ORDER BY f.rowid DESC LIMIT ?2",
        )?;
        let rows = statement.query_map((query, MOST_HEADS), |row| {
            let title: String = row.get(1)?;
            Ok(Hit {
                document: Id::new(row.get::<_, String>(0)?),
                shown: title.clone(),
                title,
                directive: None,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    fn directives(&self, query: &str, hits: &mut Vec<Hit>) -> Result<(), StoreError> {
        let mut numbers = self
            .0
            .prepare_cached("SELECT rowid FROM found WHERE found MATCH ?1 ORDER BY rowid DESC")?;
        let mut rows = numbers.query([query])?;
        let mut entry: Option<Entry> = None;
        while hits.len() < MOST
            && let Some(row) = rows.next()?
        {
            let number: i64 = row.get(0)?;
            if entry.as_ref().is_none_or(|entry| number < entry.first) {
                entry = self.entry_of(number)?;
            }
            let Some(entry) = entry.as_ref().filter(|entry| !entry.removed) else {
                continue;
            };
            let nth = usize::try_from(number - entry.first).unwrap_or(usize::MAX);
            if let Some(Shown(directive, shown)) = entry.shown.get(nth) {
                hits.push(Hit {
                    document: entry.document.clone(),
                    title: entry.title.clone(),
                    directive: Some(directive.clone()),
                    shown: shown.clone(),
                });
            }
        }
        Ok(())
    }

    /// The entry a number belongs to.
    fn entry_of(&self, number: i64) -> Result<Option<Entry>, StoreError> {
        let row = self
            .0
            .prepare_cached(
                "SELECT e.first, d.id, d.title, d.removed_at IS NOT NULL, e.shown FROM entry e
                 JOIN document d ON d.id = e.document
                 WHERE e.first <= ?1 ORDER BY e.first DESC LIMIT 1",
            )?
            .query_row([number], |row| {
                let shown: Vec<u8> = row.get(4)?;
                let entry = Entry {
                    first: row.get(0)?,
                    document: Id::new(row.get::<_, String>(1)?),
                    title: row.get(2)?,
                    removed: row.get(3)?,
                    shown: Vec::new(),
                };
                Ok((entry, shown))
            })
            .optional()?;
        let Some((mut entry, packed)) = row else {
            return Ok(None);
        };
        if !entry.removed {
            let text = unpack(&packed)?;
            entry.shown = serde_json::from_str(&text).map_err(|error| StoreError::Damaged {
                detail: error.to_string(),
            })?;
        }
        Ok(Some(entry))
    }

    /// Documents the index says nothing of: those of a library that was just upgraded.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn documents_without_entry(&self) -> Result<Vec<Id>, StoreError> {
        let mut query = self.0.prepare_cached(
            "SELECT id FROM document WHERE id NOT IN (SELECT document FROM entry) ORDER BY rowid",
        )?;
        let rows = query.query_map([], |row| Ok(Id::new(row.get::<_, String>(0)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// A document as the index keeps it.
struct Entry {
    first: i64,
    document: Id,
    title: String,
    removed: bool,
    shown: Vec<Shown>,
}

impl Writer<'_> {
    /// Replaces what can be found in a document.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn index(&self, document: &Id, indexed: &Indexed) -> Result<(), StoreError> {
        self.forget(document)?;
        let first: i64 = self
            .0
            .prepare_cached(
                "SELECT coalesce((SELECT first + count FROM entry ORDER BY first DESC LIMIT 1), 1)",
            )?
            .query_row([], |row| row.get(0))?;
        let mut insert = self
            .0
            .prepare_cached("INSERT INTO found (rowid, terms) VALUES (?1, ?2)")?;
        for (number, text) in (first..).zip(&indexed.directives) {
            insert.execute((number, &text.terms))?;
        }
        self.0
            .prepare_cached("INSERT INTO found_head (rowid, terms) VALUES (?1, ?2)")?
            .execute((first, &indexed.head))?;
        let mut sketch = self
            .0
            .prepare_cached("INSERT OR IGNORE INTO sketch (band, entry) VALUES (?1, ?2)")?;
        for band in bands(&indexed.sketch) {
            sketch.execute((band, first))?;
        }
        let shown: Vec<Shown> = indexed
            .directives
            .iter()
            .map(|text| Shown(text.directive.clone(), text.shown.clone()))
            .collect();
        let shown = serde_json::to_string(&shown).map_err(|error| StoreError::Internal {
            detail: error.to_string(),
        })?;
        // A document without directives has a number all the same: that of its title block.
        let count = i64::try_from(indexed.directives.len().max(1)).unwrap_or(i64::MAX);
        self.0
            .prepare_cached(
                "INSERT INTO entry (first, count, document, shown, fingerprint, sketch)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute((
                first,
                count,
                document.as_str(),
                pack(&shown)?,
                &indexed.fingerprint,
                sketch_bytes(&indexed.sketch),
            ))?;
        Ok(())
    }

    /// Takes what the index says of a document out of it.
    pub(crate) fn forget(&self, document: &Id) -> rusqlite::Result<()> {
        let old = self
            .0
            .prepare_cached("SELECT first, count, sketch FROM entry WHERE document = ?1")?
            .query_row([document.as_str()], |row| {
                Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?, row.get(2)?))
            })
            .optional()?;
        let Some((first, count, sketch)) = old else {
            return Ok(());
        };
        let sketch: Vec<u8> = sketch;
        let mut delete = self
            .0
            .prepare_cached("DELETE FROM found WHERE rowid = ?1")?;
        for number in first..first + count {
            delete.execute([number])?;
        }
        self.0
            .prepare_cached("DELETE FROM found_head WHERE rowid = ?1")?
            .execute([first])?;
        let mut unlink = self
            .0
            .prepare_cached("DELETE FROM sketch WHERE band = ?1 AND entry = ?2")?;
        for band in bands(&sketch_values(&sketch)) {
            unlink.execute((band, first))?;
        }
        self.0
            .prepare_cached("DELETE FROM entry WHERE first = ?1")?
            .execute([first])?;
        Ok(())
    }
}

/// The terms as words of the index: what separates words there would make a phrase of a term, which
/// it cannot look for.
fn plain(terms: &[String]) -> Vec<String> {
    let words = terms.iter().map(|term| {
        let of_words = |c: &char| !c.is_ascii() || c.is_ascii_alphanumeric();
        term.chars().filter(of_words).collect()
    });
    words.filter(|word: &String| !word.is_empty()).collect()
}

/// What the index is asked: every word by any of its stems, the last one perhaps by its beginning.
fn query(words: &[Vec<String>], beginning: bool) -> String {
    let word = |nth: usize, stems: &Vec<String>| {
        let mut quoted: Vec<String> = stems.iter().map(|stem| format!("\"{stem}\"")).collect();
        if beginning && nth + 1 == words.len() {
            quoted[0].push('*');
        }
        format!("({})", quoted.join(" OR "))
    };
    let words: Vec<String> = words.iter().enumerate().map(|(n, w)| word(n, w)).collect();
    words.join(" AND ")
}

fn sketch_bytes(sketch: &[i64]) -> Vec<u8> {
    sketch
        .iter()
        .flat_map(|value| value.to_le_bytes())
        .collect()
}

pub(crate) fn sketch_values(bytes: &[u8]) -> Vec<i64> {
    bytes
        .as_chunks::<8>()
        .0
        .iter()
        .map(|value| i64::from_le_bytes(*value))
        .collect()
}
