//! What the documents of a region and a year share, and the text behind their variants.

use std::collections::BTreeMap;

use svod_corpus::{Common, Filter, Mark, sharing, template, unpack};
use svod_model::{Id, Resolution};
use svod_store::Featured;

use crate::districts::{day, wanted};
use crate::families::resolved;
use crate::view::{CommonTask, SharedDocument, SharedText, SharingView};
use crate::{Error, Library};

/// More documents than this no table of them can be read: a region or a year has to be chosen.
const READABLE: usize = 60;

impl Library {
    /// What the documents a filter takes share with one another.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn shared_texts(&self, filter: &Filter) -> Result<SharingView, Error> {
        let features = self.of(filter)?;
        if features.len() > READABLE {
            return Ok(SharingView {
                filter: filter.clone(),
                too_many: u32::try_from(features.len()).unwrap_or(u32::MAX),
                ..SharingView::default()
            });
        }
        let marks = self.marks_of(&features)?;
        let each: Vec<&[Mark]> = marks.iter().map(Vec::as_slice).collect();
        let sharing = sharing(&each);
        let explain = |error| self.explain(error);
        let store = self.store();
        let mut texts = Vec::new();
        for one in &features {
            let revision = store.read().newest_revision(&one.document);
            texts.push(revision.map_err(explain)?.resolution);
        }
        drop(store);
        let documents = features
            .iter()
            .zip(&texts)
            .map(|(one, text)| SharedDocument {
                document: one.document.clone(),
                title: text.title.clone(),
                district: one.municipality.clone(),
                adopted_on: day(one.adopted_on.as_deref()),
                directives: u32::try_from(text.directives().count()).unwrap_or(u32::MAX),
            });
        Ok(SharingView {
            filter: filter.clone(),
            too_many: 0,
            documents: documents.collect(),
            template: common_tasks(&sharing.template, &marks, &texts),
            boilerplate: common_tasks(&sharing.boilerplate, &marks, &texts),
            pairs: sharing.pairs,
            order: sharing.order,
        })
    }

    /// The directives two documents share, word by word, in the order of the later one; the earlier
    /// document's text stands first.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn shared_by(&self, one: &Id, other: &Id) -> Result<Vec<SharedText>, Error> {
        let explain = |error| self.explain(error);
        let store = self.store();
        let read = store.read();
        let joined = read.joined_families().map_err(explain)?;
        let open = |id: &Id| -> Result<(Resolution, Vec<Mark>), Error> {
            let packed = read.marks(id).map_err(explain)?.unwrap_or_default();
            let mut marks: Vec<Mark> = unpack(&packed).collect();
            for mark in &mut marks {
                mark.family = resolved(&joined, mark.family);
            }
            Ok((read.newest_revision(id).map_err(explain)?.resolution, marks))
        };
        let (mut earlier, mut later) = (open(one)?, open(other)?);
        drop(store);
        if later.0.adopted_on < earlier.0.adopted_on {
            std::mem::swap(&mut earlier, &mut later);
        }
        let mut out = Vec::new();
        for ((_, _, directive), mark) in later.0.directives().zip(&later.1) {
            let mut told = earlier.0.directives().zip(&earlier.1);
            let same = told.find(|(_, old)| old.wording == mark.wording);
            let mut told = earlier.0.directives().zip(&earlier.1);
            let found = same.or_else(|| told.find(|(_, old)| old.family == mark.family));
            if let Some(((_, _, before), old)) = found {
                out.push(SharedText {
                    old: before.id.clone(),
                    new: directive.id.clone(),
                    exact: old.wording == mark.wording,
                    words: svod_diff::words(&before.text, &directive.text),
                });
            }
        }
        Ok(out)
    }

    fn of(&self, filter: &Filter) -> Result<Vec<Featured>, Error> {
        let features = self.store().read().features(wanted(filter));
        let mut features = features.map_err(|error| self.explain(error))?;
        features.sort_by(|a, b| a.adopted_on.cmp(&b.adopted_on));
        Ok(features)
    }

    fn marks_of(&self, features: &[Featured]) -> Result<Vec<Vec<Mark>>, Error> {
        let joined = self.store().read().joined_families();
        let joined = joined.map_err(|error| self.explain(error))?;
        Ok(features
            .iter()
            .map(|one| {
                let marks = unpack(&one.marks).map(|mark| Mark {
                    family: resolved(&joined, mark.family),
                    ..mark
                });
                marks.collect()
            })
            .collect())
    }
}

/// Tasks with the text behind their variants.
fn common_tasks(common: &[Common], marks: &[Vec<Mark>], texts: &[Resolution]) -> Vec<CommonTask> {
    let mut variants: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
    for (marks, text) in marks.iter().zip(texts) {
        for (mark, (_, _, directive)) in marks.iter().zip(text.directives()) {
            let known = variants.entry(mark.family).or_default();
            known.push(directive.text.as_str());
        }
    }
    common
        .iter()
        .map(|one| CommonTask {
            family: one.family,
            documents: one.documents,
            wordings: one.wordings,
            text: template(variants.get(&one.family).map_or(&[], Vec::as_slice)),
        })
        .collect()
}
