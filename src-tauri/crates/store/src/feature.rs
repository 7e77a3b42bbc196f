use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use rusqlite::{OptionalExtension, Row};
use svod_model::Id;

use crate::packed::{pack, unpack};
use crate::{Reader, StoreError, Writer};

/// What is kept of a document's directives, beside what a list of documents needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Featured {
    /// The document.
    pub document: Id,
    /// Its district; empty if it names none.
    pub municipality: String,
    /// Its region; empty if it names none.
    pub region: String,
    /// The day it was adopted, as stored.
    pub adopted_on: Option<String>,
    /// Marks of its directives, as the caller packed them.
    pub marks: Vec<u8>,
}

/// As [`Featured`], while it is read.
#[derive(Clone, Copy, Debug)]
pub struct Feature<'a> {
    /// The document.
    pub document: &'a str,
    /// Its district; empty if it names none.
    pub municipality: &'a str,
    /// Its region; empty if it names none.
    pub region: &'a str,
    /// The day it was adopted, as stored.
    pub adopted_on: Option<&'a str>,
    /// Marks of its directives, as the caller packed them.
    pub marks: &'a [u8],
}

/// Which documents are wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// Of this region.
    pub region: Option<&'a str>,
    /// Adopted in this year.
    pub year: Option<i32>,
}

/// Where a directive of a family stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The document.
    pub document: Id,
    /// The directive's place among the document's directives.
    pub place: u32,
    /// A name of its text.
    pub wording: i64,
}

/// A member to be kept: its family, its place and the name of its text, in the order of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewMember {
    /// The family.
    pub family: u32,
    /// A name of its text.
    pub wording: i64,
}

impl Wanted<'_> {
    /// The condition on a document `d` and its parameters. Each wish has an index of its own, and days
    /// are kept as texts that sort.
    fn condition(self) -> (&'static str, [Option<String>; 3]) {
        let region = self.region.map(str::to_owned);
        let days = |year: i32| [year, year + 1].map(|year| Some(format!("{year:04}")));
        match (region, self.year.map(days)) {
            (None, None) => ("", [None, None, None]),
            (region, None) => ("AND d.region = ?1", [region, None, None]),
            (None, Some([from, until])) => (
                "AND d.adopted_on >= ?1 AND d.adopted_on < ?2",
                [from, until, None],
            ),
            (region, Some([from, until])) => (
                "AND d.region = ?1 AND d.adopted_on >= ?2 AND d.adopted_on < ?3",
                [region, from, until],
            ),
        }
    }

    /// The parameters there are.
    fn given(parameters: &[Option<String>; 3]) -> rusqlite::ParamsFromIter<Vec<&String>> {
        rusqlite::params_from_iter(parameters.iter().flatten().collect())
    }
}

/// A district and a region; there are few of them, and many documents.
type Names = (Rc<str>, Rc<str>);

/// What a list of documents needs beside what is kept of their directives.
const STANDING: &str = "d.id, coalesce(d.municipality, ''), coalesce(d.region, ''), d.adopted_on";

/// Which documents stand for districts: not those in the bin, and samples only while there is
/// nothing else.
const COUNTS: &str = "d.removed_at IS NULL
     AND (d.shelf NOT IN (SELECT id FROM shelf WHERE kind = 'examples')
          OR NOT EXISTS (SELECT 1 FROM document o JOIN shelf s ON s.id = o.shelf
                         WHERE s.kind <> 'examples' AND o.removed_at IS NULL))";

impl Reader<'_> {
    /// Documents, not in the bin, whose features are missing or of an older text or program.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn documents_without_features(&self, version: u32) -> Result<Vec<Id>, StoreError> {
        let mut query = self.0.prepare_cached(
            "SELECT d.id FROM document d INDEXED BY document_standing
             LEFT JOIN feature f INDEXED BY feature_state ON f.document = d.id
             WHERE d.removed_at IS NULL
               AND (f.revision IS NULL OR f.revision <> d.revision OR f.version <> ?1)
             ORDER BY d.adopted_on, d.rowid",
        )?;
        let rows = query.query_map([version], |row| Ok(Id::new(row.get::<_, String>(0)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What is kept of the wanted documents that are not in the bin, in the order they were read.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn features(&self, wanted: Wanted<'_>) -> Result<Vec<Featured>, StoreError> {
        let mut features = Vec::new();
        self.each_feature(wanted, |one| {
            features.push(Featured {
                document: Id::new(one.document),
                municipality: one.municipality.to_owned(),
                region: one.region.to_owned(),
                adopted_on: one.adopted_on.map(str::to_owned),
                marks: one.marks.to_vec(),
            });
        })?;
        Ok(features)
    }

    /// As [`Self::features`], one after another: a country of them is not held in memory.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn each_feature(
        &self,
        wanted: Wanted<'_>,
        mut take: impl FnMut(Feature<'_>),
    ) -> Result<(), StoreError> {
        let (condition, parameters) = wanted.condition();
        if condition.is_empty() {
            return self.each_of_all(&mut take);
        }
        let mut query = self.0.prepare_cached(&format!(
            "SELECT {STANDING}, f.marks
             FROM document d CROSS JOIN feature f ON f.document = d.id
             WHERE {COUNTS} {condition}
             ORDER BY f.number"
        ))?;
        let mut rows = query.query(Wanted::given(&parameters))?;
        while let Some(row) = rows.next()? {
            take(Feature {
                document: text(row, 0)?,
                municipality: text(row, 1)?,
                region: text(row, 2)?,
                adopted_on: text_or_none(row, 3)?,
                marks: row.get_ref(4)?.as_blob().map_err(rusqlite::Error::from)?,
            });
        }
        Ok(())
    }

    /// All of them, both tables in the order they lie: SQLite would look each document up on its own, and
    /// for a country that takes twice the time.
    fn each_of_all(&self, take: &mut dyn FnMut(Feature<'_>)) -> Result<(), StoreError> {
        let mut query = self.0.prepare_cached(&format!(
            "SELECT {STANDING} FROM document d INDEXED BY document_standing WHERE {COUNTS}"
        ))?;
        let mut rows = query.query([])?;
        // By document: its district, its region, its day.
        let mut standing: HashMap<String, (Names, Option<String>)> = HashMap::new();
        let mut names: HashSet<Rc<str>> = HashSet::new();
        let mut once = |name: &str| match names.get(name) {
            Some(known) => Rc::clone(known),
            None => {
                let new: Rc<str> = name.into();
                names.insert(Rc::clone(&new));
                new
            }
        };
        while let Some(row) = rows.next()? {
            let names = (once(text(row, 1)?), once(text(row, 2)?));
            let adopted_on = text_or_none(row, 3)?.map(str::to_owned);
            standing.insert(text(row, 0)?.to_owned(), (names, adopted_on));
        }
        let mut query = self
            .0
            .prepare_cached("SELECT document, marks FROM feature ORDER BY number")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let document = text(row, 0)?;
            if let Some(((municipality, region), adopted_on)) = standing.get(document) {
                take(Feature {
                    document,
                    municipality,
                    region,
                    adopted_on: adopted_on.as_deref(),
                    marks: row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?,
                });
            }
        }
        Ok(())
    }

    /// The documents that stand for districts, the newest first, each with its newest revision.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn counted_documents(&self) -> Result<Vec<(Id, i64)>, StoreError> {
        let mut query = self.0.prepare_cached(&format!(
            "SELECT d.id, d.revision FROM document d
             WHERE {COUNTS} ORDER BY d.adopted_on DESC, d.rowid DESC"
        ))?;
        let rows = query.query_map([], |row| {
            Ok((Id::new(row.get::<_, String>(0)?), row.get(1)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The numbers and acts of the wanted documents, as the caller wrote them.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn facts(&self, wanted: Wanted<'_>) -> Result<Vec<(Featured, String)>, StoreError> {
        let (condition, parameters) = wanted.condition();
        let mut query = self.0.prepare_cached(&format!(
            "SELECT {STANDING}, t.facts
             FROM document d CROSS JOIN feature f ON f.document = d.id CROSS JOIN fact t ON t.number = f.number
             WHERE {COUNTS} {condition}
             ORDER BY d.adopted_on, f.number"
        ))?;
        let mut rows = query.query(Wanted::given(&parameters))?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            let facts: Vec<u8> = row.get(4)?;
            let featured = Featured {
                document: Id::new(row.get::<_, String>(0)?),
                municipality: row.get(1)?,
                region: row.get(2)?,
                adopted_on: row.get(3)?,
                marks: Vec::new(),
            };
            out.push((featured, unpack(&facts)?));
        }
        Ok(out)
    }

    /// The marks of one document; nothing if they were not made yet.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn marks(&self, document: &Id) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self
            .0
            .prepare_cached("SELECT marks FROM feature WHERE document = ?1")?
            .query_row([document.as_str()], |row| row.get(0))
            .optional()?)
    }

    /// By which version the features of a document were made; nothing if there are none of its newest
    /// text.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn feature_version(&self, document: &Id) -> Result<Option<u32>, StoreError> {
        Ok(self
            .0
            .prepare_cached(
                "SELECT f.version FROM feature f JOIN document d ON d.id = f.document
                 WHERE f.document = ?1 AND f.revision = d.revision",
            )?
            .query_row([document.as_str()], |row| row.get(0))
            .optional()?)
    }

    /// Districts as documents name them, each with the day of its newest document.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn district_names(&self) -> Result<Vec<(String, Option<String>)>, StoreError> {
        let mut query = self.0.prepare_cached(&format!(
            "SELECT municipality, max(adopted_on) FROM document d
             WHERE {COUNTS} AND municipality IS NOT NULL
             GROUP BY municipality ORDER BY municipality"
        ))?;
        let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Districts as documents name them, each with in how many years it adopted something.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn district_years(&self) -> Result<Vec<(String, u32)>, StoreError> {
        let mut query = self.0.prepare_cached(
            "SELECT municipality, count(DISTINCT substr(adopted_on, 1, 4)) FROM document
             WHERE removed_at IS NULL AND municipality IS NOT NULL GROUP BY municipality",
        )?;
        let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Documents, not in the bin, that name a district exactly so, by day.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn documents_of(&self, municipality: &str) -> Result<Vec<Id>, StoreError> {
        let mut query = self.0.prepare_cached(
            "SELECT id FROM document WHERE municipality = ?1 AND removed_at IS NULL
             ORDER BY adopted_on, rowid",
        )?;
        let rows = query.query_map([municipality], |row| Ok(Id::new(row.get::<_, String>(0)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Whether there are samples that are not in the bin, and whether there is anything else.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn samples(&self) -> Result<(bool, bool), StoreError> {
        let mut query = self.0.prepare_cached(
            "SELECT coalesce(max(filled AND kind = 'examples'), 0), coalesce(max(filled AND kind <> 'examples'), 0)
             FROM (SELECT kind, EXISTS (SELECT 1 FROM document d
                                        WHERE d.shelf = shelf.id AND d.removed_at IS NULL) AS filled
                   FROM shelf)",
        )?;
        Ok(query.query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?)
    }

    /// The regions and the years documents have, with how many documents each; in order.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn regions_and_years(&self) -> Result<(Counts<String>, Counts<i32>), StoreError> {
        let mut regions = self.0.prepare_cached(&format!(
            "SELECT region, count(*) FROM document d
             WHERE {COUNTS} AND region IS NOT NULL GROUP BY region ORDER BY region"
        ))?;
        let regions = regions.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut years = self.0.prepare_cached(&format!(
            "SELECT CAST(substr(adopted_on, 1, 4) AS INTEGER) AS year, count(*) FROM document d
             WHERE {COUNTS} AND adopted_on IS NOT NULL GROUP BY year ORDER BY year"
        ))?;
        let years = years.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok((
            regions.collect::<Result<_, _>>()?,
            years.collect::<Result<_, _>>()?,
        ))
    }

    /// Where the directives of a family stand in documents that are not in the bin, at most so many.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn members(&self, family: u32, most: u32) -> Result<Vec<Member>, StoreError> {
        let mut query = self.0.prepare_cached(
            "SELECT d.id, m.place, m.wording FROM member m
             JOIN feature f ON f.number = m.document JOIN document d ON d.id = f.document
             WHERE m.family = ?1 AND d.removed_at IS NULL LIMIT ?2",
        )?;
        let rows = query.query_map((family, most), |row| {
            Ok(Member {
                document: Id::new(row.get::<_, String>(0)?),
                place: row.get(1)?,
                wording: row.get(2)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What a document took over and did not take back: the earlier document, its directive, and the
    /// directive it became.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn carried_into(&self, document: &Id) -> Result<Vec<(Id, Id, Id)>, StoreError> {
        let mut query = self.0.prepare_cached(
            "SELECT o.source, c.directive, c.became FROM carried c
             JOIN carry_over o ON o.document = c.document
             WHERE c.document = ?1 AND c.undone = 0 AND c.became IS NOT NULL",
        )?;
        let id = |row: &rusqlite::Row<'_>, at: usize| row.get::<_, String>(at).map(Id::new);
        let rows = query.query_map([document.as_str()], |row| {
            Ok((id(row, 0)?, id(row, 1)?, id(row, 2)?))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Values with how many documents have each.
pub type Counts<T> = Vec<(T, u32)>;

impl Writer<'_> {
    /// Keeps the features of a document's newest text in place of those of an older one.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn set_features(
        &self,
        document: &Id,
        version: u32,
        marks: &[u8],
        facts: &str,
        members: &[NewMember],
    ) -> Result<(), StoreError> {
        let old: Option<i64> = self
            .0
            .prepare_cached("SELECT number FROM feature WHERE document = ?1")?
            .query_row([document.as_str()], |row| row.get(0))
            .optional()?;
        // A new number: members of the old text name nothing from now on.
        if old.is_some() {
            self.0
                .prepare_cached("DELETE FROM feature WHERE document = ?1")?
                .execute([document.as_str()])?;
        }
        self.0
            .prepare_cached(
                "INSERT INTO feature (document, revision, version, marks)
                 SELECT id, revision, ?2, ?3 FROM document WHERE id = ?1",
            )?
            .execute((document.as_str(), version, marks))?;
        let number = self.0.last_insert_rowid();
        self.0
            .prepare_cached("INSERT INTO fact (number, facts) VALUES (?1, ?2)")?
            .execute((number, pack(facts)?))?;
        let mut insert = self.0.prepare_cached(
            "INSERT INTO member (family, document, place, wording) VALUES (?1, ?2, ?3, ?4)",
        )?;
        for (place, member) in (0u32..).zip(members) {
            insert.execute((member.family, number, place, member.wording))?;
        }
        Ok(())
    }

    /// Keeps marks of a document made by another version; its families and facts stay.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn set_marks(&self, document: &Id, version: u32, marks: &[u8]) -> Result<(), StoreError> {
        self.0
            .prepare_cached("UPDATE feature SET version = ?2, marks = ?3 WHERE document = ?1")?
            .execute((document.as_str(), version, marks))?;
        Ok(())
    }

    /// Keeps other marks of a document and moves one of its directives to another family.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn move_member(
        &self,
        document: &Id,
        place: u32,
        (from, to): (u32, u32),
        marks: &[u8],
    ) -> Result<(), StoreError> {
        self.0
            .prepare_cached("UPDATE feature SET marks = ?2 WHERE document = ?1")?
            .execute((document.as_str(), marks))?;
        self.0
            .prepare_cached(
                "UPDATE member SET family = ?4 WHERE family = ?3 AND place = ?2
                 AND document = (SELECT number FROM feature WHERE document = ?1)",
            )?
            .execute((document.as_str(), place, from, to))?;
        Ok(())
    }
}

/// The text in a column of a row.
fn text<'a>(row: &'a Row<'_>, at: usize) -> Result<&'a str, rusqlite::Error> {
    Ok(row.get_ref(at)?.as_str()?)
}

/// As [`text`], where there may be none.
fn text_or_none<'a>(row: &'a Row<'_>, at: usize) -> Result<Option<&'a str>, rusqlite::Error> {
    Ok(row.get_ref(at)?.as_str_or_null()?)
}
