//! Any two states side by side: two documents, two revisions of one, a file beside the library.

use std::path::Path;
use std::sync::Arc;

use svod_model::{Id, Resolution, numbering};
use svod_readers::{Options, Reading};
use svod_store::sha256;

use crate::library::now;
use crate::prepared::Waiting;
use crate::reading::read_bytes;
use crate::view::{ComparisonView, DocumentCard, DocumentView, State, Status};
use crate::{Cancel, Error, ErrorCode, Library, Progress, files};

/// A file that was chosen to be compared and is no part of the library.
#[derive(Debug)]
pub(crate) struct ChosenFile {
    name: String,
    reading: Reading,
}

/// A state with the name decisions about it are kept under.
pub(crate) struct Stated {
    pub(crate) key: String,
    pub(crate) view: DocumentView,
}

impl Library {
    /// Compares two states, with what a person said of their directives.
    ///
    /// # Errors
    /// As [`Library::compare_task`].
    pub fn compare(
        &self,
        old: &State,
        new: &State,
        cancel: &Cancel,
    ) -> Result<ComparisonView, Error> {
        self.compare_task("compare", old, new, cancel, |_| {})
    }

    /// Compares two states as a task that takes its time with long documents: `report` hears how far
    /// it is, in hundredths, and it stops within a step of `cancel`.
    ///
    /// # Errors
    /// [`ErrorCode::SameDocument`], [`ErrorCode::DocumentNotFound`], [`ErrorCode::FileForgotten`],
    /// or [`ErrorCode::Cancelled`] if stopped.
    pub fn compare_task(
        &self,
        task: &str,
        old: &State,
        new: &State,
        cancel: &Cancel,
        mut report: impl FnMut(Progress),
    ) -> Result<ComparisonView, Error> {
        cancel.check()?;
        let old = self.stated(old)?;
        cancel.check()?;
        let new = self.stated(new)?;
        self.compared(old, new, &Waiting::new(task, cancel, &mut report))
    }

    /// Compares what was read.
    pub(crate) fn compared(
        &self,
        old: Stated,
        new: Stated,
        waiting: &Waiting<'_>,
    ) -> Result<ComparisonView, Error> {
        if old.key == new.key && old.view.card.revision == new.view.card.revision {
            return Err(Error::new(ErrorCode::SameDocument));
        }
        waiting.check()?;
        let decisions = self.decisions(&old, &new)?;
        let said: Vec<_> = decisions.iter().map(|made| made.decision.clone()).collect();
        let ready = self.ready(&old.view.resolution, &new.view.resolution, waiting)?;
        Ok(ComparisonView {
            comparison: ready.compare(&said, waiting)?,
            themes: ready.themes.clone(),
            old_themes: ready.old_themes.clone(),
            new_themes: ready.new_themes.clone(),
            decisions,
            old: old.view,
            new: new.view,
        })
    }

    /// Reads a file to be compared, which stays outside the library; its card's id is the token of
    /// the state. What is known of the same bytes' lines holds here as well.
    ///
    /// # Errors
    /// As [`crate::read_file`], or [`ErrorCode::Cancelled`].
    pub fn choose_file(
        &self,
        path: Option<&Path>,
        cancel: &Cancel,
    ) -> Result<Option<DocumentCard>, Error> {
        let Some(path) = path else { return Ok(None) };
        cancel.check()?;
        let bytes = files::read(path)?;
        let token = sha256(&bytes);
        let options = Options {
            corrections: self.corrections(&bytes)?,
            ..Options::default()
        };
        cancel.check()?;
        let name = files::name(path);
        let reading = read_bytes(bytes, &name, options)?;
        cancel.check()?;
        let file = Arc::new(ChosenFile { name, reading });
        let card = file.view(&token).card;
        self.chosen().insert(token, file);
        Ok(Some(card))
    }

    pub(crate) fn stated(&self, state: &State) -> Result<Stated, Error> {
        match state {
            State::Document { id, revision } => Ok(Stated {
                key: format!("document:{id}"),
                view: self.document_at(id, *revision)?,
            }),
            State::File { token } => {
                let file = self.chosen().get(token).cloned();
                let file = file.ok_or_else(|| Error::new(ErrorCode::FileForgotten))?;
                Ok(Stated {
                    key: format!("file:{token}"),
                    view: file.view(token),
                })
            }
        }
    }
}

impl ChosenFile {
    fn view(&self, token: &str) -> DocumentView {
        let reading = &self.reading;
        let card = DocumentCard {
            id: Id::new(token),
            shelf: Id::new(""),
            title: String::new(),
            kind: reading.resolution.kind,
            draft: false,
            status: Status::Adopted,
            event: None,
            theme: None,
            municipality: None,
            region: None,
            adopted_on: None,
            directives: 0,
            doubts: 0,
            source_name: self.name.clone(),
            changed_at: now(),
            revision: 0,
        };
        DocumentView {
            card: card.showing(&reading.resolution),
            numbers: numbering::number(&reading.resolution),
            resolution: reading.resolution.clone(),
            format: Some(reading.format),
            encoding: reading.encoding.clone(),
            lines: reading.lines.clone(),
            placements: reading.placements.clone(),
            corrections: Vec::new(),
        }
    }
}

impl DocumentCard {
    /// The card of another state of the same document.
    pub(crate) fn showing(mut self, resolution: &Resolution) -> Self {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        self.title = resolution.title.clone();
        self.kind = resolution.kind;
        self.draft = resolution.draft;
        self.event = resolution.event.name.clone();
        self.theme = resolution.event.theme.clone();
        self.municipality = resolution.event.municipality.clone();
        self.region = resolution.event.region.clone();
        self.adopted_on = resolution.adopted_on;
        self.directives = count(resolution.directives().count());
        self
    }
}
