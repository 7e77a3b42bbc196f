//! What the documents of a region and a year share, and the text behind their variants.

use std::collections::BTreeMap;

use svod_corpus::{Common, Filter, Mark, district_key, sharing, template, unpack};
use svod_model::{Id, Resolution};
use svod_store::Featured;

use crate::districts::{day, wanted};
use crate::families::resolved;
use crate::view::{CommonTask, SharedDocument, SharedText, SharingView};
use crate::{Error, Library};

/// More documents than this are put together by district; more districts than this no map can show,
/// and a region or a year has to be chosen.
const READABLE: usize = 120;

impl Library {
    /// What the documents a filter takes share with one another.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn shared_texts(&self, filter: &Filter) -> Result<SharingView, Error> {
        let all = self.of(filter)?;
        let by_district = all.len() > READABLE;
        let mut groups: BTreeMap<String, Vec<&Featured>> = BTreeMap::new();
        for (at, one) in all.iter().enumerate() {
            let key = if by_district {
                district_key(&one.municipality)
            } else {
                format!("{at:06}")
            };
            groups.entry(key).or_default().push(one);
        }
        // Of a district the newest document stands for all of them.
        let mut groups: Vec<Vec<&Featured>> = groups.into_values().collect();
        groups.sort_by(|a, b| {
            let day = |group: &[&Featured]| group.last().and_then(|one| one.adopted_on.clone());
            day(a).cmp(&day(b))
        });
        let features: Vec<&Featured> = groups
            .iter()
            .filter_map(|group| group.last().copied())
            .collect();
        if features.len() > READABLE {
            return Ok(SharingView {
                filter: filter.clone(),
                too_many: u32::try_from(all.len()).unwrap_or(u32::MAX),
                ..SharingView::default()
            });
        }
        let mut marks = Vec::new();
        for group in &groups {
            marks.push(self.marks_of(group)?.concat());
        }
        let each: Vec<&[Mark]> = marks.iter().map(Vec::as_slice).collect();
        let mut sharing = sharing(&each);
        if by_district {
            // Texts of whole districts have no order a template could stand in.
            sharing.template.clear();
            sharing.boilerplate.clear();
        }
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
            .zip(&groups)
            .zip(&texts)
            .map(|((one, group), text)| SharedDocument {
                document: one.document.clone(),
                title: text.title.clone(),
                district: one.municipality.clone(),
                adopted_on: day(one.adopted_on.as_deref()),
                directives: u32::try_from(text.directives().count()).unwrap_or(u32::MAX),
                documents: u32::try_from(group.len()).unwrap_or(u32::MAX),
            });
        Ok(SharingView {
            filter: filter.clone(),
            too_many: 0,
            documents: documents.collect(),
            template: common_tasks(&sharing.template, &marks, &texts),
            boilerplate: common_tasks(&sharing.boilerplate, &marks, &texts),
            pairs: sharing.pairs,
            order: sharing.order,
            spots: sharing.spots,
            by_district,
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

    fn marks_of(&self, features: &[&Featured]) -> Result<Vec<Vec<Mark>>, Error> {
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
