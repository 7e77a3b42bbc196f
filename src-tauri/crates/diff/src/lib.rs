//! Two resolutions → a [`Comparison`]: which directive became which, and what changed in it.
//!
//! Directives are compared as tasks, not as lines: their place and number say nothing.
//! 1. `unit`: text → weighted stems. Dates, numbers and addressees are taken out first; they come
//!    back as typed facts.
//! 2. `pairing`: equal texts, then texts equal but for dates and numbers, then the rest by score
//!    with one global assignment (Hungarian), then splits and merges among what is left over.
//! 3. `relation`, `moves`, `changes`: how the two relate, whether the task moved, which facts differ.
//! 4. `words`: the texts of a pair word by word, cleaned up so that it can be read.
//!
//! Every constant and where it comes from is in `thresholds`. Deliberately absent: the order of the
//! documents as evidence, formats, storage.
//!
//! ```
//! let empty = svod_model::Resolution::default();
//! assert!(svod_diff::compare(&empty, &empty).pairs.is_empty());
//! ```
#![warn(clippy::disallowed_methods)]

mod changes;
mod comparison;
mod decided;
mod evidence;
pub mod fitting;
mod model;
mod moves;
mod pairing;
mod parts;
mod reasons;
mod relation;
mod score;
mod thresholds;
mod unit;
mod vocabulary;
mod words;

pub use comparison::{
    Certainty, Change, Changes, Comparison, Decision, Judgement, Light, Op, Pair, Part, Possible,
    Reason, Relation, Side, Summary, Word,
};
use svod_model::Resolution;
pub use words::words;

use pairing::Link;
use score::Candidate;
use unit::Unit;
use vocabulary::Vocabulary;

/// Compares an earlier resolution with a later one.
pub fn compare(old: &Resolution, new: &Resolution) -> Comparison {
    compare_with(old, new, &[])
}

/// Compares two resolutions as [`compare`] does, with what a person said of their directives: it
/// outranks the pairing. Of two decisions on the same directives the later one counts.
pub fn compare_with(old: &Resolution, new: &Resolution, decisions: &[Decision]) -> Comparison {
    compare_by(&model::MODEL, unit::units(old, new), (old, new), decisions)
}

/// Compares directives as units by a given model.
fn compare_by<'a>(
    model: &model::Model,
    (old_units, new_units, vocabulary): (Vec<Unit<'a>>, Vec<Unit<'a>>, Vocabulary),
    (old, new): (&Resolution, &Resolution),
    decisions: &[Decision],
) -> Comparison {
    let decided = decided::find(decisions, &old_units, &new_units);
    let candidates = score::candidates(model, &vocabulary, &old_units, &new_units);
    let links = pairing::pair(model, &old_units, &new_units, &candidates, &decided);
    let moved = moves::moved(&links, &old_units, &new_units);
    // Of links to one new directive the first stays first.
    let mut order: Vec<(&Link, bool)> = links.iter().zip(moved).collect();
    order.sort_by_key(|(link, _)| link.new);
    let pairs: Vec<Pair> = order
        .into_iter()
        .map(|(link, moved)| pair(model, link, moved, &old_units, &new_units))
        .collect();
    let alone = |units: &[Unit<'_>], paired: &dyn Fn(&Link) -> usize| -> Vec<Part> {
        let free = |n: &usize| links.iter().all(|link| paired(link) != *n);
        (0..units.len())
            .filter(free)
            .map(|n| units[n].part())
            .collect()
    };
    let dropped = alone(&old_units, &|link| link.old);
    let added = alone(&new_units, &|link| link.new);
    let summary = summary(&pairs, dropped.len(), added.len());
    let side = |document: &Resolution| Side {
        title: document.title.clone(),
        adopted_on: document.adopted_on,
    };
    Comparison {
        schema: "svod.comparison/1".into(),
        old: side(old),
        new: side(new),
        pairs,
        dropped,
        added,
        possible: possible(&candidates, &links, &old_units, &new_units),
        summary,
    }
}

fn pair(
    model: &model::Model,
    link: &Link,
    moved: bool,
    old: &[Unit<'_>],
    new: &[Unit<'_>],
) -> Pair {
    let (old, new) = (&old[link.old], &new[link.new]);
    let changes = changes::changes(old, new);
    let change = words::change(&old.directive.text, &new.directive.text);
    Pair {
        old: old.part(),
        new: new.part(),
        relation: relation::relation(model, link, old, new, change.likeness),
        score: rounded(link.score),
        certainty: certainty(link.score),
        reasons: reasons::reasons(link, old, new, change.likeness),
        confirmed: link.confirmed.is_some(),
        moved: moved || changes.addressee.is_some(),
        words: change.words,
        changes,
    }
}

/// For directives left alone: the partners that come nearest, whether or not those are free.
fn possible(
    candidates: &[Candidate],
    links: &[Link],
    old: &[Unit<'_>],
    new: &[Unit<'_>],
) -> Vec<Possible> {
    let mut alone_old = vec![true; old.len()];
    let mut alone_new = vec![true; new.len()];
    for link in links {
        alone_old[link.old] = false;
        alone_new[link.new] = false;
    }
    let mut likely: Vec<&Candidate> = candidates
        .iter()
        .filter(|c| c.probability >= thresholds::WORTH_OFFERING)
        .filter(|c| alone_old[c.old] || alone_new[c.new])
        .collect();
    likely.sort_by(|a, b| b.probability.total_cmp(&a.probability));
    let mut offered = (vec![0; old.len()], vec![0; new.len()]);
    likely.retain(|c| {
        let wanted = alone_old[c.old] && offered.0[c.old] < thresholds::OFFERED
            || alone_new[c.new] && offered.1[c.new] < thresholds::OFFERED;
        offered.0[c.old] += 1;
        offered.1[c.new] += 1;
        wanted
    });
    likely
        .into_iter()
        .map(|c| Possible {
            old: old[c.old].directive.id.clone(),
            new: new[c.new].directive.id.clone(),
            score: rounded(c.probability),
        })
        .collect()
}

fn rounded(score: f64) -> f64 {
    (score * 1000.0).round() / 1000.0
}

fn certainty(score: f64) -> Certainty {
    if score >= thresholds::SURE {
        Certainty::Sure
    } else if score >= thresholds::PROBABLE {
        Certainty::Probable
    } else {
        Certainty::Possible
    }
}

fn summary(pairs: &[Pair], dropped: usize, added: usize) -> Summary {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let mut summary = Summary::new();
    let relations = [
        (Relation::Unchanged, "unchanged"),
        (Relation::Reworded, "reworded"),
        (Relation::Continued, "continued"),
        (Relation::Narrowed, "narrowed"),
        (Relation::Broadened, "broadened"),
        (Relation::Split, "split"),
        (Relation::Merged, "merged"),
    ];
    for (relation, name) in relations {
        let found = pairs
            .iter()
            .filter(|pair| pair.relation == relation)
            .count();
        summary.insert(name.into(), count(found));
    }
    summary.insert(
        "moved".into(),
        count(pairs.iter().filter(|pair| pair.moved).count()),
    );
    summary.insert("dropped".into(), count(dropped));
    summary.insert("added".into(), count(added));
    summary
}

#[cfg(test)]
mod tests;
