use std::path::Path;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use svod_model::{Id, Kind, numbering};
use svod_readers::{Format, Placement, Reading, SourceLine};
use svod_store::Card;

use crate::view::{DocumentCard, DocumentView, LibraryView, RevisionCard, Shelf, ShelfKind};
use crate::{Error, ErrorCode, Library};

/// What a reading is kept as beside the resolution.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct StoredReading {
    format: Format,
    encoding: Option<String>,
    lines: Vec<SourceLine>,
    placements: Vec<Placement>,
}

impl Library {
    /// Shelves and documents.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn view(&self) -> Result<LibraryView, Error> {
        let store = self.store();
        let read = store.read();
        let explain = |error| self.explain(error);
        let shelves = read
            .shelves()
            .map_err(explain)?
            .into_iter()
            .map(shelf)
            .collect();
        let documents = read.documents().map_err(explain)?;
        let removed = read.removed_documents().map_err(explain)?;
        drop(store);
        let recovered = self.recovered()?;
        Ok(LibraryView {
            path: self.path().to_string_lossy().into_owned(),
            shelves,
            documents: documents.into_iter().map(card).collect::<Result<_, _>>()?,
            removed: removed.into_iter().map(card).collect::<Result<_, _>>()?,
            recovered,
        })
    }

    /// One document with its structure and its source.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`] if there is none of that id.
    pub fn document(&self, id: &Id) -> Result<DocumentView, Error> {
        self.document_at(id, None)
    }

    /// A document's revisions, the newest first.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`] if there is none of that id.
    pub fn revisions(&self, id: &Id) -> Result<Vec<RevisionCard>, Error> {
        let store = self.store();
        let marks = store.read().revisions(id);
        let marks = marks.map_err(|error| self.explain(error))?;
        Ok(marks
            .into_iter()
            .map(|mark| RevisionCard {
                number: mark.number,
                name: mark.name,
                made_at: mark.made_at,
            })
            .collect())
    }

    /// A document as one of its revisions has it, the newest without a number.
    pub(crate) fn document_at(&self, id: &Id, number: Option<u32>) -> Result<DocumentView, Error> {
        // What is being edited is shown as it stands.
        let standing = number.is_none().then(|| self.standing(id)).flatten();
        let store = self.store();
        let read = store.read();
        let found = read.document(id).map_err(|error| self.explain(error))?;
        let mut revision = read
            .revision(id, number)
            .map_err(|error| self.explain(error))?;
        let original = read.original(id).map_err(|error| self.explain(error))?;
        drop(store);
        let mut card = card(found)?;
        if let Some(standing) = standing.filter(|standing| *standing != revision.resolution) {
            revision.resolution = standing;
            revision.reading = None;
        }
        if card.revision != revision.number {
            card = card.showing(&revision.resolution);
            card.revision = revision.number;
        }
        let reading: Option<StoredReading> = revision
            .reading
            .map(|text| serde_json::from_str(&text))
            .transpose()
            .map_err(|error| Error::new(ErrorCode::Internal).because(error))?;
        // Corrections speak of a file's lines: a text that was edited since has none.
        let corrections = match (&reading, &original) {
            (Some(_), Some(original)) => self.corrections(original)?,
            _ => Vec::new(),
        };
        let numbers = numbering::number(&revision.resolution);
        let resolution = revision.resolution;
        Ok(match reading {
            Some(reading) => DocumentView {
                card,
                resolution,
                numbers,
                format: Some(reading.format),
                encoding: reading.encoding,
                lines: reading.lines,
                placements: reading.placements,
                corrections,
            },
            None => DocumentView {
                card,
                resolution,
                numbers,
                format: None,
                encoding: None,
                lines: Vec::new(),
                placements: Vec::new(),
                corrections,
            },
        })
    }

    /// The document whose id begins with these digits.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`] if there is none, or more than one.
    pub fn find(&self, digits: &str) -> Result<Id, Error> {
        let documents = self
            .store()
            .read()
            .documents()
            .map_err(|error| self.explain(error))?;
        let mut found = documents
            .into_iter()
            .map(|card| card.id)
            .filter(|id| !digits.is_empty() && id.as_str().starts_with(digits));
        match (found.next(), found.next()) {
            (Some(id), None) => Ok(id),
            _ => Err(Error::new(ErrorCode::DocumentNotFound).with("id", digits)),
        }
    }
}

/// The account of a reading's lines, as it is stored.
pub(crate) fn stored_reading(reading: &Reading) -> Result<String, Error> {
    serde_json::to_string(&StoredReading {
        format: reading.format,
        encoding: reading.encoding.clone(),
        lines: reading.lines.clone(),
        placements: reading.placements.clone(),
    })
    .map_err(|error| Error::new(ErrorCode::Internal).because(error))
}

fn shelf(shelf: svod_store::Shelf) -> Shelf {
    Shelf {
        id: shelf.id,
        kind: match shelf.kind {
            svod_store::ShelfKind::Own => ShelfKind::Own,
            svod_store::ShelfKind::Examples => ShelfKind::Examples,
        },
        name: shelf.name,
        count: shelf.count,
    }
}

/// A document that calls itself nothing is known by the name of its file.
fn named(title: String, source_name: &str) -> String {
    if !title.trim().is_empty() {
        return title;
    }
    let name = Path::new(source_name).file_stem();
    name.map_or(title, |name| name.to_string_lossy().into_owned())
}

pub(crate) fn card(card: Card) -> Result<DocumentCard, Error> {
    let internal = |what: &str| Error::new(ErrorCode::Internal).because(what);
    let kind: Kind = serde_json::from_value(card.kind.into())
        .map_err(|error| Error::new(ErrorCode::Internal).because(error))?;
    let adopted_on = card
        .adopted_on
        .map(|date| {
            date.parse::<NaiveDate>()
                .map_err(|_| internal("a stored date"))
        })
        .transpose()?;
    Ok(DocumentCard {
        id: card.id,
        shelf: card.shelf,
        title: named(card.title, &card.source_name),
        kind,
        draft: card.draft,
        status: card.status.into(),
        event: card.event,
        theme: card.theme,
        municipality: card.municipality,
        region: card.region,
        adopted_on,
        directives: card.directives,
        doubts: card.doubts,
        source_name: card.source_name,
        changed_at: card.changed_at,
        revision: card.revision,
    })
}
