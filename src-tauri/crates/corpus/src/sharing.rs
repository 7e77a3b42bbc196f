//! What documents share with one another, from marks alone.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::layout::placed;
use crate::mark::Mark;
use crate::matrix::count;

/// What a handful of documents share.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Sharing {
    /// Every two documents that share something, by their places; those that share most first.
    pub pairs: Vec<Shared>,
    /// Tasks that half of the documents have or more, in the order in which they usually stand:
    /// the common template.
    pub template: Vec<Common>,
    /// Texts that nearly every document has to the letter: they tell nothing of who shares with whom,
    /// and are not counted in `pairs`.
    pub boilerplate: Vec<Common>,
    /// Places of the documents so that those that share most stand side by side.
    pub order: Vec<usize>,
    /// Where each document stands on a map, across and down, 0 to 1: the more two share, the nearer.
    pub spots: Vec<[f64; 2]>,
}

/// What two documents share.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Shared {
    /// Place of the one.
    pub one: usize,
    /// Place of the other.
    pub other: usize,
    /// Directives of the same text but for dates and numbers.
    pub exact: u32,
    /// Directives of one task in other words.
    pub edited: u32,
    /// Share of the shorter document that the two have in common, 0 to 1.
    pub share: f64,
}

/// A task many documents have.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Common {
    /// Its family.
    pub family: u32,
    /// How many documents have it.
    pub documents: u32,
    /// How many wordings it has in them.
    pub wordings: u32,
}

/// A text that this share of at least so many documents has to the letter is a formula.
const FORMULA: f64 = 0.9;
const FORMULA_FROM: usize = 5;
/// A formula stands there whatever the document is about: it has no theme.
const THEMELESS: u64 = 0;
/// A template shows from so many documents on.
const TEMPLATE_FROM: usize = 3;

/// Tells what documents share; `documents` gives the marks of each, families as they stand now.
pub fn sharing(documents: &[&[Mark]]) -> Sharing {
    let known = Known::of(documents);
    let boilerplate: BTreeSet<u32> = known
        .families
        .iter()
        .filter(|(_, known)| known.is_formula(documents.len()))
        .map(|(family, _)| *family)
        .collect();
    let own: Vec<Vec<&Mark>> = documents
        .iter()
        .map(|marks| {
            let told = marks.iter().filter(|m| !boilerplate.contains(&m.family));
            told.collect()
        })
        .collect();
    let mut pairs = Vec::new();
    for one in 0..own.len() {
        for other in one + 1..own.len() {
            pairs.extend(shared(&own, one, other));
        }
    }
    let near = near(documents.len(), &pairs);
    let order = order(&near);
    let spots = placed(&far(&near), &order);
    pairs.sort_by(|a, b| b.share.total_cmp(&a.share));
    let common = |families: &dyn Fn(&u32, &Family) -> bool| -> Vec<Common> {
        let mut found: Vec<(f64, Common)> = known
            .families
            .iter()
            .filter(|(family, known)| families(family, known))
            .map(|(family, known)| (known.place(), known.common(*family)))
            .collect();
        found.sort_by(|a, b| a.0.total_cmp(&b.0));
        found.into_iter().map(|(_, common)| common).collect()
    };
    Sharing {
        pairs,
        template: common(&|family, known| {
            documents.len() >= TEMPLATE_FROM
                && known.documents.len() * 2 >= documents.len()
                && !boilerplate.contains(family)
        }),
        boilerplate: common(&|family, _| boilerplate.contains(family)),
        order,
        spots,
    }
}

/// What is known of families in these documents.
struct Known {
    families: BTreeMap<u32, Family>,
}

#[derive(Default)]
struct Family {
    documents: BTreeSet<usize>,
    wordings: BTreeMap<u64, BTreeSet<usize>>,
    themes: u64,
    /// Places in their documents, 0 to 1.
    places: Vec<f64>,
}

impl Known {
    fn of(documents: &[&[Mark]]) -> Self {
        let mut families: BTreeMap<u32, Family> = BTreeMap::new();
        for (at, marks) in documents.iter().enumerate() {
            for (nth, mark) in marks.iter().enumerate() {
                let family = families.entry(mark.family).or_default();
                family.documents.insert(at);
                family.wordings.entry(mark.wording).or_default().insert(at);
                family.themes |= mark.themes;
                family.places.push(nth as f64 / marks.len() as f64);
            }
        }
        Self { families }
    }
}

impl Family {
    fn is_formula(&self, documents: usize) -> bool {
        let most = self.wordings.values().map(BTreeSet::len).max();
        documents >= FORMULA_FROM
            && self.themes == THEMELESS
            && most.unwrap_or_default() as f64 >= FORMULA * documents as f64
    }

    fn place(&self) -> f64 {
        self.places.iter().sum::<f64>() / self.places.len().max(1) as f64
    }

    fn common(&self, family: u32) -> Common {
        Common {
            family,
            documents: count(self.documents.len()),
            wordings: count(self.wordings.len()),
        }
    }
}

fn shared(own: &[Vec<&Mark>], one: usize, other: usize) -> Option<Shared> {
    let (first, second) = (&own[one], &own[other]);
    let wordings: BTreeSet<u64> = second.iter().map(|mark| mark.wording).collect();
    let families: BTreeSet<u32> = second.iter().map(|mark| mark.family).collect();
    let (mut exact, mut edited) = (0, 0);
    let mut met = BTreeSet::new();
    for mark in first {
        if !met.insert(mark.wording) {
            continue;
        }
        if wordings.contains(&mark.wording) {
            exact += 1;
        } else if families.contains(&mark.family) {
            edited += 1;
        }
    }
    // A text counts once on both sides: fifteen years of one district say the same things many times.
    let distinct = |marks: &[&Mark]| {
        let wordings: BTreeSet<u64> = marks.iter().map(|mark| mark.wording).collect();
        wordings.len()
    };
    let shorter = distinct(first).min(distinct(second)).max(1);
    (exact + edited > 0).then(|| Shared {
        one,
        other,
        exact,
        edited,
        share: (f64::from(exact + edited) / shorter as f64).min(1.0),
    })
}

/// What every two share, 0 to 1.
fn near(documents: usize, pairs: &[Shared]) -> Vec<Vec<f64>> {
    let mut near = vec![vec![0.0f64; documents]; documents];
    for pair in pairs {
        near[pair.one][pair.other] = pair.share;
        near[pair.other][pair.one] = pair.share;
    }
    near
}

/// How far every two are to stand from one another.
fn far(near: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let row = |(one, row): (usize, &Vec<f64>)| {
        let others = row.iter().enumerate();
        let far = others.map(|(other, near)| if one == other { 0.0 } else { 1.0 - near });
        far.collect()
    };
    near.iter().enumerate().map(row).collect()
}

/// Documents in a row: groups that share most are put side by side, the nearest ends together
/// (average linkage).
fn order(near: &[Vec<f64>]) -> Vec<usize> {
    let mut groups: Vec<Vec<usize>> = (0..near.len()).map(|at| vec![at]).collect();
    while groups.len() > 1 {
        let mean = |one: &[usize], other: &[usize]| -> f64 {
            let sum: f64 = one
                .iter()
                .flat_map(|a| other.iter().map(move |b| (a, b)))
                .map(|(a, b)| near[*a][*b])
                .sum();
            sum / (one.len() * other.len()) as f64
        };
        let mut best = (0, 1, -1.0);
        for one in 0..groups.len() {
            for other in one + 1..groups.len() {
                let mean = mean(&groups[one], &groups[other]);
                if mean > best.2 {
                    best = (one, other, mean);
                }
            }
        }
        let mut other = groups.remove(best.1);
        let group = &mut groups[best.0];
        let ends = |group: &[usize], other: &[usize]| {
            let last = group.last().zip(other.first());
            last.map_or(0.0, |(a, b)| near[*a][*b])
        };
        let turned: Vec<usize> = other.iter().rev().copied().collect();
        if ends(group, &turned) > ends(group, &other) {
            other = turned;
        }
        group.extend(other);
    }
    groups.pop().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(told: &[(u32, u64, u64)]) -> Vec<Mark> {
        told.iter()
            .map(|(family, wording, themes)| Mark {
                family: *family,
                wording: *wording,
                themes: *themes,
                classes: 0,
            })
            .collect()
    }

    fn of(documents: &[Vec<Mark>]) -> Sharing {
        let documents: Vec<&[Mark]> = documents.iter().map(Vec::as_slice).collect();
        sharing(&documents)
    }

    #[test]
    fn word_for_word_and_edited_are_counted_apart() {
        let shared = of(&[
            marks(&[(1, 1, 1), (2, 2, 1), (3, 3, 1), (9, 9, 1)]),
            marks(&[(1, 1, 1), (2, 22, 1), (4, 4, 1)]),
        ]);
        assert_eq!(shared.pairs.len(), 1);
        let pair = &shared.pairs[0];
        assert_eq!((pair.exact, pair.edited), (1, 1));
        assert!((pair.share - 2.0 / 3.0).abs() < 1e-9);
    }

    #[test]
    fn a_text_said_in_many_years_counts_once_on_both_sides() {
        // Two districts, each with the documents of fifteen years: four tasks of five are the same.
        let years = |own: u64| {
            let one: Vec<(u32, u64, u64)> = (1..=4u64)
                .chain([own])
                .map(|at| (at as u32, at, 1))
                .collect();
            marks(&one.repeat(15))
        };
        let shared = of(&[years(50), years(60)]);
        assert_eq!((shared.pairs[0].exact, shared.pairs[0].edited), (4, 0));
        assert!((shared.pairs[0].share - 0.8).abs() < 1e-9);
    }

    #[test]
    fn formulas_are_told_apart_and_templates_are_not_formulas() {
        // Family 7 is a formula of no theme, family 1 a task most have in their own words.
        let documents: Vec<Vec<Mark>> = (0..6u64)
            .map(|at| marks(&[(1, at, 1), (7, 70, 0), (100 + at as u32, 100 + at, 1)]))
            .collect();
        let shared = of(&documents);
        let formulas: Vec<u32> = shared.boilerplate.iter().map(|c| c.family).collect();
        let template: Vec<u32> = shared.template.iter().map(|c| c.family).collect();
        assert_eq!((formulas, template), (vec![7], vec![1]));
        assert!(shared.pairs.iter().all(|pair| pair.exact == 0));
    }

    #[test]
    fn documents_that_share_most_stand_side_by_side() {
        let shared = of(&[
            marks(&[(1, 1, 1), (2, 2, 1)]),
            marks(&[(5, 5, 1), (6, 6, 1)]),
            marks(&[(1, 1, 1), (2, 2, 1)]),
            marks(&[(5, 5, 1), (6, 6, 1), (1, 8, 1)]),
        ]);
        let place = |at| shared.order.iter().position(|one| *one == at).unwrap();
        assert_eq!(place(0).abs_diff(place(2)), 1);
        assert_eq!(place(1).abs_diff(place(3)), 1);
        assert_eq!(shared.order.len(), 4);
        // On the map, too, the two groups stand apart.
        let apart = |one: usize, other: usize| {
            let (a, b) = (shared.spots[one], shared.spots[other]);
            (a[0] - b[0]).hypot(a[1] - b[1])
        };
        assert!(apart(0, 2) < apart(0, 1) / 2.0 && apart(1, 3) < apart(0, 3) / 2.0);
    }
}
