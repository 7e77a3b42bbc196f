//! Many documents at a glance: who resolved what, and what nobody was told to do.

mod wordings;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use svod_corpus::{
    Column, Counted, FamilyCount, Filter, Matrix, RowsBy, Show, Stand, ThemeCount, district_key,
    unpack,
};
use svod_model::control::{Status, Urgency};
use svod_model::{Id, numbering};
use svod_store::{Featured, Wanted};

use crate::families::resolved;
use crate::view::{
    CellView, ColumnsBy, Counting, DistrictsView, MissingTask, RegionCount, Sentence, YearCount,
};
use crate::{Error, Library};

/// So many families stand in a matrix: as many columns as a screen has.
const FAMILIES: usize = 14;
/// More sentences than this nobody reads; the count says how many there are.
const SENTENCES: usize = 200;
/// So many missing tasks are named.
const MISSING: usize = 8;
/// With more districts than this a matrix of all regions has regions in its rows.
const DISTRICTS: usize = 60;

impl Library {
    /// The matrix of what a filter takes, with what filters there are.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn districts(&self, counting: &Counting) -> Result<DistrictsView, Error> {
        let pending = self.waiting_for_families()?;
        let (matrix, by) = self.matrix(counting)?;
        let store = self.store();
        let (samples, others) = store
            .read()
            .samples()
            .map_err(|error| self.explain(error))?;
        let (regions, years) = store
            .read()
            .regions_and_years()
            .map_err(|error| self.explain(error))?;
        drop(store);
        Ok(DistrictsView {
            counting: counting.clone(),
            rows_by: by,
            matrix,
            regions: regions
                .into_iter()
                .map(|(name, documents)| RegionCount { name, documents })
                .collect(),
            years: years
                .into_iter()
                .map(|(year, documents)| YearCount { year, documents })
                .collect(),
            pending,
            only_samples: samples && !others,
        })
    }

    /// The matrix alone, and what its rows stand for.
    pub(crate) fn matrix(&self, counting: &Counting) -> Result<(Matrix, RowsBy), Error> {
        let explain = |error| self.explain(error);
        let filter = &counting.filter;
        let stands = match counting.show {
            Show::Given => BTreeMap::new(),
            Show::Done | Show::Overdue => self.stands(filter, crate::today())?,
        };
        let each = |add: &mut dyn FnMut(&Counted<'_>)| {
            let store = self.store();
            let read = store.read().each_feature(wanted(filter), |one| {
                add(&Counted {
                    district: one.municipality,
                    region: one.region,
                    adopted_on: day(one.adopted_on),
                    marks: one.marks,
                    stands: stands.get(one.document).map_or(&[], Vec::as_slice),
                });
            });
            read.map_err(explain)
        };
        let mut matrix = match counting.columns {
            ColumnsBy::Themes => {
                let themes = self.theme_list()?;
                let mut count = ThemeCount::new(&themes, filter);
                each(&mut |one| count.add(one))?;
                let by = rows_by(filter, count.names());
                count.matrix(by)
            }
            ColumnsBy::Families => {
                let joined = self.store().read().joined_families().map_err(explain)?;
                let resolve = |family| resolved(&joined, family);
                let mut count = FamilyCount::new(filter, &resolve);
                each(&mut |one| count.add(one))?;
                let by = rows_by(filter, count.names());
                let mut matrix = count.matrix(by, FAMILIES);
                let family = |column: &Column| column.key.parse().unwrap_or_default();
                let shown: BTreeSet<u32> = matrix.columns.iter().map(family).collect();
                let mut texts = self.wordings(filter, &shown, &resolve)?;
                for column in &mut matrix.columns {
                    column.name = texts.remove(&family(column)).unwrap_or_default();
                }
                matrix
            }
        };
        let by = matrix.rows_by;
        matrix.show = counting.show;
        let mut matrix = matrix.only(counting.row.as_deref(), counting.column.as_deref());
        if counting.only_gaps {
            matrix = matrix.gaps_only();
        }
        Ok((matrix, by))
    }

    /// How the directives of the documents under control that a filter takes stand on a day, by document, in
    /// the order of the newest text.
    fn stands(
        &self,
        filter: &Filter,
        today: NaiveDate,
    ) -> Result<BTreeMap<String, Vec<Stand>>, Error> {
        let mut stands = BTreeMap::new();
        for controlled in self.controlled()? {
            let followed = self.follow(controlled)?;
            let (region, adopted_on) = (&followed.card.region, followed.card.adopted_on);
            if !filter.takes(region.as_deref().unwrap_or_default(), adopted_on) {
                continue;
            }
            let store = self.store();
            let newest = store.read().newest_revision(&followed.card.id);
            let newest = newest.map_err(|error| self.explain(error))?;
            drop(store);
            // What was written into the text after its adoption is not under control.
            let own = newest.resolution.directives().map(|(_, _, directive)| {
                followed
                    .standing(&directive.id)
                    .map_or(Stand::Free, |standing| match standing.status {
                        Status::Lifted => Stand::Free,
                        Status::Done | Status::DoneLate => Stand::Done,
                        _ if standing.urgency(today) == Urgency::Late => Stand::Overdue,
                        _ => Stand::Open,
                    })
            });
            stands.insert(followed.card.id.to_string(), own.collect());
        }
        Ok(stands)
    }

    /// The sentences behind a cell, the newest first, and what others have and this row has not.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn cell(&self, counting: &Counting, row: &str, column: &str) -> Result<CellView, Error> {
        let explain = |error| self.explain(error);
        let store = self.store();
        let features = store.read().features(wanted(&counting.filter));
        let features = features.map_err(explain)?;
        let joined = store.read().joined_families().map_err(explain)?;
        drop(store);
        let by = rows_of(&counting.filter, &features);
        let resolve = |family| resolved(&joined, family);
        let themes = counting.columns == ColumnsBy::Themes;
        let theme = self.theme_list()?.bit(column);
        let is_in = |mark: &svod_corpus::Mark| {
            counting.filter.takes_classes(mark.classes)
                && match (themes, column) {
                    (true, "") => mark.themes == 0,
                    (true, _) => theme.is_some_and(|bit| mark.themes & bit != 0),
                    (false, _) => resolve(mark.family).to_string() == column,
                }
        };
        let mut own: Vec<&Featured> = features
            .iter()
            .filter(|one| row_key(one, by) == row)
            .collect();
        own.sort_by(|a, b| b.adopted_on.cmp(&a.adopted_on));
        let (mut sentences, mut total) = (Vec::new(), 0u32);
        for featured in own {
            let marks: Vec<svod_corpus::Mark> = unpack(&featured.marks).collect();
            let here = marks.iter().filter(|mark| is_in(mark)).count();
            total += u32::try_from(here).unwrap_or(u32::MAX);
            if here == 0 || sentences.len() >= SENTENCES {
                continue;
            }
            sentences.extend(self.sentences(&featured.document, &marks, &is_in)?);
        }
        sentences.truncate(SENTENCES);
        let missing = if themes {
            self.missing(&features, counting, (row, by), theme, &resolve)?
        } else {
            Vec::new()
        };
        Ok(CellView {
            sentences,
            total,
            missing,
        })
    }

    fn sentences(
        &self,
        document: &Id,
        marks: &[svod_corpus::Mark],
        is_in: &dyn Fn(&svod_corpus::Mark) -> bool,
    ) -> Result<Vec<Sentence>, Error> {
        let resolution = self
            .store()
            .read()
            .newest_revision(document)
            .map_err(|error| self.explain(error))?
            .resolution;
        let numbers = numbering::number(&resolution);
        Ok(resolution
            .directives()
            .zip(marks)
            .filter(|(_, mark)| is_in(mark))
            .map(|((_, group, directive), mark)| Sentence {
                document: document.clone(),
                title: resolution.title.clone(),
                adopted_on: resolution.adopted_on,
                directive: directive.id.clone(),
                number: numbers.get(&directive.id).cloned().unwrap_or_default(),
                addressees: match &directive.addressee {
                    Some(own) => vec![own.clone()],
                    None => group.addressees.clone(),
                },
                lead: directive.lead.clone(),
                text: directive.text.clone(),
                deadlines: directive.deadlines.clone(),
                indicators: directive.indicators.clone(),
                family: mark.family,
            })
            .collect())
    }

    fn missing(
        &self,
        features: &[Featured],
        counting: &Counting,
        (row, by): (&str, RowsBy),
        theme: Option<u64>,
        resolve: &dyn Fn(u32) -> u32,
    ) -> Result<Vec<MissingTask>, Error> {
        // Directives of no theme are not missed by theme.
        if theme.is_none() {
            return Ok(Vec::new());
        }
        let documents = counted(features);
        let found = svod_corpus::missing(documents, &counting.filter, by, row, theme, resolve);
        let found: Vec<(u32, u32)> = found.into_iter().take(MISSING).collect();
        let families = found.iter().map(|(family, _)| *family).collect();
        let mut texts = self.wordings(&counting.filter, &families, resolve)?;
        let missing = found.into_iter().map(|(family, rows)| MissingTask {
            family,
            text: texts.remove(&family).unwrap_or_default(),
            rows,
        });
        Ok(missing.collect())
    }
}

/// The documents a filter takes, as the store is asked for them.
pub(crate) fn wanted(filter: &Filter) -> Wanted<'_> {
    Wanted {
        region: filter.region.as_deref(),
        year: filter.year,
    }
}

/// The day a stored date is.
pub(crate) fn day(stored: Option<&str>) -> Option<NaiveDate> {
    stored.and_then(|date| date.parse().ok())
}

fn counted(features: &[Featured]) -> impl Iterator<Item = Counted<'_>> {
    features.iter().map(|one| Counted {
        district: &one.municipality,
        region: &one.region,
        adopted_on: day(one.adopted_on.as_deref()),
        marks: &one.marks,
        stands: &[],
    })
}

/// Districts, or regions where there are too many districts to be read.
fn rows_by(filter: &Filter, districts: usize) -> RowsBy {
    if filter.region.is_none() && districts > DISTRICTS {
        RowsBy::Region
    } else {
        RowsBy::District
    }
}

/// Districts, or regions where features are of too many districts to be read.
fn rows_of(filter: &Filter, features: &[Featured]) -> RowsBy {
    let names: BTreeSet<&str> = features
        .iter()
        .map(|one| one.municipality.as_str())
        .collect();
    rows_by(filter, names.len())
}

fn row_key(one: &Featured, by: RowsBy) -> String {
    match by {
        RowsBy::District => district_key(&one.municipality),
        RowsBy::Region => one.region.clone(),
    }
}

#[cfg(test)]
mod tests;
