//! Documents handed from one library to another in one file, and what to do where both were edited.
//!
//! The format is described in the `README.txt` that every bundle carries.

mod belongings;
mod bundle;
mod deciding;
mod differing;

use std::collections::BTreeMap;
use std::path::Path;

use svod_model::{Id, Resolution, json};
use svod_store::{NewShared, StoreError, sha256};

use crate::documents::card;
use crate::library::{EXAMPLES_SHELF, OWN_SHELF, now};
use crate::searching::indexed;
use crate::view::{
    ExchangeChoice, ExchangeItem, ExchangeReport, ExchangeState, ExchangeView, SavedFile,
};
use crate::{Cancel, Error, ErrorCode, Library, Progress, files};
use belongings::Belongings;
use bundle::{Bundle, DOCUMENT_SCHEMA, Making, Shared};
use deciding::SharedPair;

impl Library {
    /// Writes documents into a bundle; without ids all of the library but the samples, which every
    /// library has.
    ///
    /// # Errors
    /// [`ErrorCode::DocumentNotFound`], [`ErrorCode::DiskFull`], [`ErrorCode::FileNotWritable`]; a
    /// file that was there before is then as it was.
    pub fn export_bundle(&self, ids: &[Id], to: &Path) -> Result<SavedFile, Error> {
        self.close_drafts();
        let ids = if ids.is_empty() {
            let store = self.store();
            let cards = store.read().documents();
            let cards = cards.map_err(|error| self.explain(error))?;
            let own = cards
                .into_iter()
                .filter(|card| card.shelf.as_str() != EXAMPLES_SHELF);
            own.map(|card| card.id).collect()
        } else {
            ids.to_vec()
        };
        files::write_with(to, |file| {
            let unwritten =
                |error: zip::result::ZipError| files::not_written(to, &std::io::Error::from(error));
            let mut making = Making::begin(file, now());
            for id in &ids {
                let (shared, original) = self.shared(id)?;
                making
                    .add(&shared, original.as_deref())
                    .map_err(unwritten)?;
            }
            let pairs = SharedPair::of(&self.store().read(), &ids);
            let pairs = pairs.map_err(|error| self.explain(error))?;
            making.decisions(&pairs).map_err(unwritten)?;
            making.finish().map(drop).map_err(unwritten)
        })?;
        let size = std::fs::metadata(to).map_or(0, |metadata| metadata.len());
        Ok(SavedFile {
            name: files::name(to),
            path: to.to_string_lossy().into_owned(),
            size,
        })
    }

    /// A name for a bundle made today, which the person may change.
    pub fn bundle_name(&self) -> String {
        format!("Обмен {}.svodx", chrono::Local::now().format("%d.%m.%Y"))
    }

    fn shared(&self, id: &Id) -> Result<(Shared, Option<Vec<u8>>), Error> {
        let explain = |error| self.explain(error);
        let store = self.store();
        let read = store.read();
        let card = read.document(id).map_err(explain)?;
        let newest = read.newest_revision(id).map_err(explain)?;
        let history = (1..=newest.number).map(|number| {
            let revision = read.revision(id, Some(number)).map_err(explain)?;
            named(&revision.resolution)
        });
        let shared = Shared {
            schema: DOCUMENT_SCHEMA.into(),
            id: id.clone(),
            source_name: card.source_name,
            status: card.status.into(),
            history: history.collect::<Result<_, _>>()?,
            reading: newest.reading,
            belongings: Belongings::of(&read, id).map_err(explain)?,
            resolution: newest.resolution,
        };
        Ok((shared, read.original(id).map_err(explain)?))
    }

    /// Looks into a bundle: how each of its documents stands to those of the library. Nothing is
    /// changed.
    ///
    /// # Errors
    /// [`ErrorCode::NotABundle`], [`ErrorCode::BundleNewer`], [`ErrorCode::BundleDamaged`],
    /// [`ErrorCode::FileSuspicious`]; if the library cannot be read.
    pub fn open_bundle(&self, path: &Path) -> Result<ExchangeView, Error> {
        self.close_drafts();
        let mut bundle = Bundle::open(path)?;
        let mut items = Vec::new();
        for listed in bundle.manifest.documents.clone() {
            let shared = bundle.document(&listed)?;
            items.push(self.item(&shared)?);
        }
        let mut decisions = 0;
        for pair in bundle.decisions()? {
            let unknown = pair.unknown(&self.store().read());
            decisions += unknown.map_err(|error| self.explain(error))?;
        }
        *self.bundle() = Some(path.to_owned());
        Ok(ExchangeView {
            file: files::name(path),
            made_at: bundle.manifest.made_at,
            items,
            decisions,
        })
    }

    fn item(&self, shared: &Shared) -> Result<ExchangeItem, Error> {
        let explain = |error| self.explain(error);
        let store = self.store();
        let read = store.read();
        let (mut said, mut apart) = (0, 0);
        let (state, ours) = match read.document(&shared.id) {
            Err(StoreError::NoDocument { .. }) => {
                let mine = indexed(&shared.resolution);
                let twins = read
                    .twins_of(&mine.fingerprint, &[], 1.0)
                    .map_err(explain)?;
                match twins.first() {
                    Some(twin) => {
                        let twin = read.document(&twin.document).map_err(explain)?;
                        (ExchangeState::Twin, Some(twin))
                    }
                    None => (ExchangeState::New, None),
                }
            }
            Err(error) => return Err(explain(error)),
            Ok(ours) => {
                let newest = read.newest_revision(&shared.id).map_err(explain)?;
                let theirs = named(&shared.resolution)?;
                let known = Belongings::of(&read, &shared.id).map_err(explain)?;
                let words = shared.belongings.said_of(&newest.resolution, &known);
                said = words.beyond(&known).count();
                apart = shared.belongings.apart(&known);
                let state = if newest.resolution == shared.resolution {
                    match shared.belongings.beyond(&known).is_empty() {
                        true => ExchangeState::Same,
                        false => ExchangeState::Newer,
                    }
                } else if shared.history.contains(&named(&newest.resolution)?) {
                    ExchangeState::Newer
                } else if (1..newest.number).any(|number| {
                    let old = read.revision(&shared.id, Some(number));
                    old.is_ok_and(|old| named(&old.resolution).is_ok_and(|old| old == theirs))
                }) {
                    ExchangeState::Older
                } else {
                    ExchangeState::Conflict
                };
                let state = match (ours.removed_at.is_some(), state) {
                    (true, _) => ExchangeState::Binned,
                    (false, state) => state,
                };
                (state, Some(ours))
            }
        };
        Ok(ExchangeItem {
            id: shared.id.clone(),
            title: shared.resolution.title.clone(),
            municipality: shared.resolution.event.municipality.clone(),
            adopted_on: shared.resolution.adopted_on,
            directives: u32::try_from(shared.resolution.directives().count()).unwrap_or(u32::MAX),
            ours: ours.map(card).transpose()?,
            choice: state.usual(),
            state,
            said,
            apart,
        })
    }

    /// Takes documents out of the bundle that was looked into, each as it was chosen or as is usual.
    /// A damaged bundle is refused before anything is taken; each document is taken whole or not at
    /// all; taking a bundle again changes nothing more.
    ///
    /// # Errors
    /// [`ErrorCode::FileForgotten`] if no bundle is open; [`ErrorCode::Cancelled`]; as
    /// [`Library::open_bundle`].
    pub fn take_bundle(
        &self,
        task: &str,
        choices: &BTreeMap<Id, ExchangeChoice>,
        cancel: &Cancel,
        mut report: impl FnMut(Progress),
    ) -> Result<ExchangeReport, Error> {
        self.close_drafts();
        let path = self.bundle().clone();
        let path = path.ok_or_else(|| Error::new(ErrorCode::FileForgotten))?;
        let mut bundle = Bundle::open(&path)?;
        bundle.check()?;
        let listed = bundle.manifest.documents.clone();
        let mut progress = Progress {
            task: task.into(),
            done: 0,
            total: u32::try_from(listed.len()).unwrap_or(u32::MAX),
            label: files::name(&path),
        };
        let (mut added, mut updated, mut skipped, mut said) = (0, 0, 0, 0);
        // Under which ids the documents are here, for what was said of two of them.
        let mut ids = BTreeMap::new();
        for listed in listed {
            cancel.check()?;
            report(progress.clone());
            let shared = bundle.document(&listed)?;
            // Seen anew: what was decided is for what was shown, and the library may have changed since.
            let item = self.item(&shared)?;
            if item.state == ExchangeState::Same {
                ids.insert(shared.id.clone(), shared.id.clone());
            }
            match choices.get(&shared.id).copied().unwrap_or(item.choice) {
                ExchangeChoice::Skip => skipped += 1,
                _ if item.state == ExchangeState::Same => skipped += 1,
                ExchangeChoice::Take if item.state.is_ours() => {
                    self.take_over(&shared, item.state)?;
                    ids.insert(shared.id.clone(), shared.id.clone());
                    updated += 1;
                }
                ExchangeChoice::Said => {
                    if item.said > 0 && item.state.is_ours() {
                        self.take_said(&shared)?;
                        said += item.said;
                    }
                    ids.insert(shared.id.clone(), shared.id.clone());
                    skipped += 1;
                }
                ExchangeChoice::Take | ExchangeChoice::Both => {
                    let id = if item.state.is_ours() {
                        beside(&shared)?
                    } else {
                        shared.id.clone()
                    };
                    // Taken from this bundle before: a bundle adds nothing twice.
                    if self.store().read().document(&id).is_ok() {
                        skipped += 1;
                    } else {
                        let original = bundle.original(&listed)?;
                        self.take_new(&shared, &id, original.as_deref())?;
                        added += 1;
                    }
                    ids.insert(shared.id.clone(), id);
                }
            }
            progress.done += 1;
        }
        let mut decisions = 0;
        for pair in bundle.decisions()? {
            let kept = self
                .store()
                .write(|library| pair.keep(library, &ids, &now()));
            decisions += kept.map_err(|error: StoreError| self.explain(error))?;
        }
        report(progress);
        *self.bundle() = None;
        Ok(ExchangeReport {
            added,
            updated,
            skipped,
            said,
            decisions,
            view: self.view()?,
        })
    }

    /// Makes a document of ours what theirs is: a revision more, nothing lost.
    fn take_over(&self, shared: &Shared, state: ExchangeState) -> Result<(), Error> {
        let (at, indexed) = (now(), indexed(&shared.resolution));
        self.store()
            .write(|library| {
                if state == ExchangeState::Binned {
                    library.restore_document(&shared.id, &at)?;
                }
                let ours = library.read().newest_revision(&shared.id)?;
                if ours.resolution != shared.resolution {
                    if let Some(adopted) = shared.belongings.adopted() {
                        library.keep_draft(&shared.id, adopted, None, &at)?;
                    }
                    library.keep_draft(&shared.id, &shared.resolution, None, &at)?;
                    library.index(&shared.id, &indexed)?;
                }
                library.set_status(&shared.id, shared.status.into(), &at)?;
                shared.belongings.keep(library, &shared.id, &at)
            })
            .map_err(|error: StoreError| self.explain(error))
    }

    /// Takes what they said of a document and leaves its text as it is.
    fn take_said(&self, shared: &Shared) -> Result<(), Error> {
        let at = now();
        self.store()
            .write(|library| {
                let read = library.read();
                let ours = read.newest_revision(&shared.id)?.resolution;
                let known = Belongings::of(&read, &shared.id)?;
                let said = shared.belongings.said_of(&ours, &known);
                said.keep(library, &shared.id, &at)
            })
            .map_err(|error: StoreError| self.explain(error))
    }

    fn take_new(&self, shared: &Shared, id: &Id, original: Option<&[u8]>) -> Result<(), Error> {
        let adopted = shared.belongings.adopted();
        let (at, indexed) = (now(), indexed(&shared.resolution));
        self.store()
            .write(|library| {
                library.add_shared(&NewShared {
                    id,
                    shelf: &Id::new(OWN_SHELF),
                    source_name: &shared.source_name,
                    original,
                    resolution: adopted.unwrap_or(&shared.resolution),
                    reading: shared.reading.as_deref(),
                    status: shared.status.into(),
                    at: &at,
                })?;
                if adopted.is_some() {
                    library.keep_draft(id, &shared.resolution, None, &at)?;
                }
                library.index(id, &indexed)?;
                shared.belongings.keep(library, id, &at)
            })
            .map_err(|error: StoreError| self.explain(error))
    }
}

impl ExchangeView {
    /// The same decision for every document that was edited on both sides.
    pub fn decided(&self, choice: ExchangeChoice) -> BTreeMap<Id, ExchangeChoice> {
        let conflicts = self.items.iter();
        conflicts
            .filter(|item| item.state == ExchangeState::Conflict)
            .map(|item| (item.id.clone(), choice))
            .collect()
    }
}

impl ExchangeState {
    /// What is done when nobody says otherwise: nothing that a person could regret.
    fn usual(self) -> ExchangeChoice {
        match self {
            Self::New | Self::Newer => ExchangeChoice::Take,
            Self::Same | Self::Older | Self::Conflict | Self::Twin | Self::Binned => {
                ExchangeChoice::Skip
            }
        }
    }

    /// Whether the library has a document of that id.
    fn is_ours(self) -> bool {
        !matches!(self, Self::New | Self::Twin)
    }
}

/// The id of their document beside ours of the same id: the same whenever this text of theirs comes.
fn beside(shared: &Shared) -> Result<Id, Error> {
    let name = format!("{} {}", shared.id, named(&shared.resolution)?);
    Ok(Id::new(&sha256(name.as_bytes())[..32]))
}

/// A name for a state of a document.
fn named(resolution: &Resolution) -> Result<String, Error> {
    json::to_json(resolution)
        .map(|text| sha256(text.as_bytes()))
        .map_err(|error| Error::new(ErrorCode::Internal).because(error))
}

#[cfg(test)]
mod tests;
