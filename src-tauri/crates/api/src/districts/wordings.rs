//! How tasks are worded in the documents that are counted. The text a family was founded by is its first
//! one ever: it may stand in a sample, or in another year or region, and head a table none of whose
//! documents says it.

use std::collections::{BTreeMap, BTreeSet};

use svod_corpus::{Filter, unpack};
use svod_model::Id;

use super::{day, wanted};
use crate::{Error, Library};

/// Where one wording of a task stands, and how often.
struct Wording {
    times: u32,
    /// The newest document that has it, with its day and the place among its directives.
    document: String,
    adopted_on: Option<chrono::NaiveDate>,
    place: usize,
}

impl Library {
    /// The commonest wording of each of these families in the documents a filter takes; of several as
    /// common, the newest. A family none of them has is left out.
    pub(super) fn wordings(
        &self,
        filter: &Filter,
        families: &BTreeSet<u32>,
        resolve: &dyn Fn(u32) -> u32,
    ) -> Result<BTreeMap<u32, String>, Error> {
        let explain = |error| self.explain(error);
        let mut met: BTreeMap<(u32, u64), Wording> = BTreeMap::new();
        let store = self.store();
        let read = store.read().each_feature(wanted(filter), |one| {
            let adopted_on = day(one.adopted_on);
            for (place, mark) in unpack(one.marks).enumerate() {
                let family = resolve(mark.family);
                if !families.contains(&family) || !filter.takes_classes(mark.classes) {
                    continue;
                }
                let known = met
                    .entry((family, mark.wording))
                    .or_insert_with(|| Wording {
                        times: 0,
                        document: one.document.to_owned(),
                        adopted_on,
                        place,
                    });
                known.times += 1;
                if adopted_on > known.adopted_on {
                    one.document.clone_into(&mut known.document);
                    (known.adopted_on, known.place) = (adopted_on, place);
                }
            }
        });
        read.map_err(explain)?;
        drop(store);
        let mut best: BTreeMap<u32, Wording> = BTreeMap::new();
        for ((family, _), wording) in met {
            let rank = |one: &Wording| (one.times, one.adopted_on);
            let better = best
                .get(&family)
                .is_none_or(|known| rank(known) < rank(&wording));
            if better {
                best.insert(family, wording);
            }
        }
        // Many families stand in one document: each is opened once.
        let mut places: BTreeMap<String, Vec<(u32, usize)>> = BTreeMap::new();
        for (family, wording) in best {
            let own = places.entry(wording.document).or_default();
            own.push((family, wording.place));
        }
        let mut texts = BTreeMap::new();
        for (document, own) in places {
            let newest = self.store().read().newest_revision(&Id::new(document));
            let resolution = newest.map_err(explain)?.resolution;
            let told: Vec<&str> = resolution
                .directives()
                .map(|(_, _, directive)| directive.text.as_str())
                .collect();
            texts.extend(own.into_iter().filter_map(|(family, place)| {
                told.get(place).map(|text| (family, (*text).to_owned()))
            }));
        }
        Ok(texts)
    }
}
