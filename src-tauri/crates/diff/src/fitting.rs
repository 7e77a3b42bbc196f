//! What the program that fits the [`Model`] sees: the numbers behind every candidate pair.

use std::collections::BTreeMap;

use svod_model::{Id, Resolution};

use crate::decided::Decided;
use crate::evidence;
pub use crate::evidence::{TEXT_NAMES, TEXT_SIGNS};
pub use crate::kinds::lines as kinds;
pub use crate::model::{DEPTH, INNER, LEAVES, Model, Tree};
pub use crate::parts::PART_NAMES;
pub use crate::relation::FACT_NAMES;
pub use crate::score::{STANDING_NAMES, STANDING_SIGNS};
use crate::watch::Watch;
use crate::{Comparison, Relation, pairing, parts, relation, score, thresholds, unit, words};

/// A candidate pair as numbers.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The old directive.
    pub old: Id,
    /// The new directive.
    pub new: Id,
    /// What the two texts say of each other, by [`TEXT_NAMES`].
    pub text: Vec<f64>,
    /// How the pair stands among its rivals under the model, by [`STANDING_NAMES`].
    pub standing: Vec<f64>,
    /// The kinds of work of both over the same thing; nothing where they name none together.
    pub kinds: Option<[&'static str; 2]>,
}

/// Every candidate pair of two documents; under a number, with some of the lexicon forgotten.
pub fn samples(
    model: &Model,
    old: &Resolution,
    new: &Resolution,
    forgetting: Option<u64>,
) -> Vec<Sample> {
    let watch = Watch::none();
    let Ok((old, new, vocabulary)) = unit::units_knowing(old, new, forgetting, &watch) else {
        return Vec::new();
    };
    score::candidates(model, &vocabulary, &old, &new, &watch)
        .unwrap_or_default()
        .into_iter()
        .map(|candidate| Sample {
            old: old[candidate.old].directive.id.clone(),
            new: new[candidate.new].directive.id.clone(),
            text: candidate.evidence.to_vec(),
            standing: candidate.standing.to_vec(),
            kinds: (candidate.evidence[evidence::OBJECTS] >= thresholds::SAME_THING)
                .then(|| [old[candidate.old].kind, new[candidate.new].kind]),
        })
        .collect()
}

/// Shares of the directives of some resolutions that hold each term, the commonest first: the lines
/// of `model/common.txt`.
pub fn common(resolutions: &[&Resolution]) -> String {
    let nothing = Resolution::default();
    let mut held: BTreeMap<String, u32> = BTreeMap::new();
    let mut all = 0;
    for resolution in resolutions {
        let read = unit::units(resolution, &nothing, &Watch::none());
        let Ok((units, _, vocabulary)) = read else {
            continue;
        };
        all += units.len();
        for (term, count) in vocabulary.counted() {
            *held.entry(term).or_default() += count;
        }
    }
    let mut shares: Vec<(String, f64)> = held
        .into_iter()
        .map(|(term, count)| (term, f64::from(count) / all.max(1) as f64))
        .filter(|(_, share)| *share >= thresholds::COMMON_SHARE)
        .collect();
    shares.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let lines = shares
        .iter()
        .map(|(term, share)| format!("{term} {share:.4}\n"));
    lines.collect()
}

/// A leftover directive beside a pair it may complete, as numbers.
#[derive(Clone, Debug)]
pub struct Leftover {
    /// The old directive.
    pub old: Id,
    /// The new directive.
    pub new: Id,
    /// What speaks for it, by [`PART_NAMES`].
    pub numbers: Vec<f64>,
}

/// Every leftover of two documents beside the pairs the model makes; under a number, with some of the
/// lexicon forgotten.
pub fn leftovers(
    model: &Model,
    old: &Resolution,
    new: &Resolution,
    forgetting: Option<u64>,
) -> Vec<Leftover> {
    let Ok((old, new, vocabulary)) = unit::units_knowing(old, new, forgetting, &Watch::none())
    else {
        return Vec::new();
    };
    let candidates =
        score::candidates(model, &vocabulary, &old, &new, &Watch::none()).unwrap_or_default();
    parts::samples(model, &candidates, &old, &new)
        .into_iter()
        .map(|joining| Leftover {
            old: old[joining.old].directive.id.clone(),
            new: new[joining.new].directive.id.clone(),
            numbers: joining.numbers.to_vec(),
        })
        .collect()
}

/// Compares two documents by a model that is not the program's own.
pub fn compare(model: &Model, old: &Resolution, new: &Resolution) -> Comparison {
    match unit::units(old, new, &Watch::none()) {
        Ok(units) => crate::compare_by(model, units, (old, new)),
        Err(_) => Comparison::default(),
    }
}

/// What tells how two directives relate.
#[derive(Clone, Debug)]
pub struct Related {
    /// The old directive.
    pub old: Id,
    /// The new directive.
    pub new: Id,
    /// The facts, by [`FACT_NAMES`].
    pub facts: Vec<f64>,
}

/// The relations the model tells apart, in the order of its weights.
pub const fn relations() -> [Relation; 6] {
    relation::KINDS
}

/// The facts of every pair of two documents whose relation the model is asked for; under a number,
/// with some of the lexicon forgotten.
pub fn related(
    model: &Model,
    old: &Resolution,
    new: &Resolution,
    forgetting: Option<u64>,
) -> Vec<Related> {
    let watch = Watch::none();
    let Ok((old, new, vocabulary)) = unit::units_knowing(old, new, forgetting, &watch) else {
        return Vec::new();
    };
    let candidates = score::candidates(model, &vocabulary, &old, &new, &watch).unwrap_or_default();
    let links = pairing::pair(model, &old, &new, &candidates, &Decided::default(), &watch);
    links
        .unwrap_or_default()
        .iter()
        .filter(|link| link.kind == pairing::Kind::Single)
        .map(|link| {
            let (before, after) = (&old[link.old], &new[link.new]);
            let likeness = words::change(&before.directive.text, &after.directive.text).likeness;
            Related {
                old: before.directive.id.clone(),
                new: after.directive.id.clone(),
                facts: relation::facts(before, after, likeness, link.beside).to_vec(),
            }
        })
        .collect()
}

/// The same with some of the lexicon forgotten, as documents would be that it knows less of.
pub fn compare_forgetting(
    model: &Model,
    old: &Resolution,
    new: &Resolution,
    forgetting: u64,
) -> Comparison {
    match unit::units_knowing(old, new, Some(forgetting), &Watch::none()) {
        Ok(units) => crate::compare_by(model, units, (old, new)),
        Err(_) => Comparison::default(),
    }
}
