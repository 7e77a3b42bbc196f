//! Indicators of one passport over districts and years, and the acts documents cite.

use std::collections::{BTreeMap, BTreeSet};

use svod_checks::ActRegister;
use svod_corpus::{Citation, CitedAct, Filter, Point, citations, likely_series, series};
use svod_model::{Id, Reference};
use svod_store::{FamilyWord, Featured, StoreError};

use crate::districts::{day, wanted};
use crate::families::{Facts, read};
use crate::library::now;
use crate::view::SeriesView;
use crate::{Error, Library};

/// So many series are shown: those of most districts.
const SHOWN: usize = 40;

impl Library {
    /// Numbers that may be set side by side, and what a person may join.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn series(&self, filter: &Filter) -> Result<SeriesView, Error> {
        let facts = self.facts(filter)?;
        let words = self.store().read().family_words();
        let words = words.map_err(|error| self.explain(error))?;
        let joins: BTreeMap<&str, &str> = words
            .iter()
            .filter(|word| word.verdict == "series_join")
            .map(|word| (word.other.as_str(), word.one.as_str()))
            .collect();
        let joined = |key: &str| -> String {
            // A chain of joins ends; a ring cannot be said, as both would be one series by then.
            let mut at = key;
            for _ in 0..joins.len() {
                match joins.get(at) {
                    Some(next) => at = next,
                    None => break,
                }
            }
            at.to_owned()
        };
        let points = facts.iter().flat_map(|(one, facts)| {
            let adopted_on = day(one.adopted_on.as_deref());
            let measures = facts.measures.iter();
            measures.map(move |measure| {
                let district = one.municipality.as_str();
                (&one.document, district, adopted_on, measure)
            })
        });
        let mut series = series(points, &joined);
        let total = u32::try_from(series.len()).unwrap_or(u32::MAX);
        series.truncate(SHOWN);
        self.fill_facts(series.iter_mut().flat_map(|one| &mut one.points))?;
        let apart = |one: &str, other: &str| {
            words.iter().any(|word| {
                word.verdict == "series_apart"
                    && ([&word.one, &word.other] == [one, other]
                        || [&word.one, &word.other] == [other, one])
            })
        };
        Ok(SeriesView {
            suggestions: likely_series(&series, &apart),
            series,
            total,
        })
    }

    /// Keeps that two series are one, or that they are not.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn settle_series(&self, one: &str, other: &str, together: bool) -> Result<(), Error> {
        let verdict = if together {
            "series_join"
        } else {
            "series_apart"
        };
        let word = FamilyWord {
            number: 0,
            verdict: verdict.into(),
            one: one.into(),
            other: other.into(),
            before: String::new(),
        };
        self.store()
            .write(|library| library.add_family_word(&word, &now()))
            .map_err(|error: StoreError| self.explain(error))
    }

    /// Takes back the last thing a person said of series; gives whether there was one.
    ///
    /// # Errors
    /// If the library cannot be written.
    pub fn undo_series(&self) -> Result<bool, Error> {
        self.store()
            .write(|library| {
                let words = library.read().family_words()?;
                let last = words
                    .iter()
                    .rfind(|word| word.verdict.starts_with("series"));
                match last {
                    Some(last) => library.undo_family_word(last.number, &now()).map(|()| true),
                    None => Ok(false),
                }
            })
            .map_err(|error: StoreError| self.explain(error))
    }

    /// Which acts are cited by whom, and which had lost their force.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn cited_acts(&self, filter: &Filter) -> Result<Vec<CitedAct>, Error> {
        let own = self.own_acts()?;
        let own = own.and_then(|text| ActRegister::parse(&text).ok());
        let register = own.as_ref().unwrap_or_else(|| ActRegister::shipped());
        let facts = self.facts(filter)?;
        let told = facts.iter().flat_map(|(one, facts)| {
            let adopted_on = day(one.adopted_on.as_deref());
            facts.references.iter().map(move |(directive, reference)| {
                let act = register.find(reference);
                let citation = Citation {
                    document: one.document.clone(),
                    directive: directive.clone(),
                    district: one.municipality.clone(),
                    adopted_on,
                    dead: act.zip(adopted_on).is_some_and(|(act, on)| act.is_dead(on)),
                };
                (citation, reference)
            })
        });
        let mut acts = citations(told);
        for act in &mut acts {
            let known = register.find(&Reference {
                kind: act.kind,
                canonical: act.canonical.clone(),
                number: act.number.clone(),
                date: act.date,
                ..Reference::default()
            });
            act.repealed = known.and_then(|known| known.repealed);
            act.replacement = known.and_then(|known| known.replacement.clone());
        }
        Ok(acts)
    }

    /// Sets beside plans what the control of execution knows to be reached.
    fn fill_facts<'a>(&self, points: impl Iterator<Item = &'a mut Point>) -> Result<(), Error> {
        let told = self.store().read().with_facts();
        let told: BTreeSet<Id> = told
            .map_err(|error| self.explain(error))?
            .into_iter()
            .collect();
        if told.is_empty() {
            return Ok(());
        }
        let mut followed = BTreeMap::new();
        for controlled in self.controlled()? {
            if told.contains(&controlled.document) {
                followed.insert(controlled.document.clone(), self.follow(controlled)?);
            }
        }
        for point in points {
            let reached = followed
                .get(&point.document)
                .and_then(|followed| followed.attainments(&point.directive));
            // A directive may have several targets: the one of the same number is meant.
            let same = reached.and_then(|reached| {
                reached.into_iter().find(|one| {
                    one.plan.total_cmp(&point.value).is_eq() && one.relation == point.relation
                })
            });
            point.fact = same.and_then(|one| one.fact);
        }
        Ok(())
    }

    fn facts(&self, filter: &Filter) -> Result<Vec<(Featured, Facts)>, Error> {
        let explain = |error| self.explain(error);
        let stored = self.store().read().facts(wanted(filter)).map_err(explain)?;
        stored
            .into_iter()
            .map(|(one, facts)| Ok((one, read(&facts).map_err(explain)?)))
            .collect()
    }
}
