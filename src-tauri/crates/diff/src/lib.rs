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
//! [`assemble`] sets files that came back from several hands against the whole they belong to.
//!
//! [`compare`] does all that at once. [`Prepared`] keeps what does not depend on decisions, so that
//! the documents are compared again at once as a person decides; it can be watched and stopped.
//!
//! [`Kin`] scores given pairs alone: what looks for one task in many documents finds its candidates by itself.
//!
//! Every constant and where it comes from is in `thresholds`. Deliberately absent: the order of the
//! documents as evidence, formats, storage.
//!
//! ```
//! let empty = svod_model::Resolution::default();
//! assert!(svod_diff::compare(&empty, &empty).pairs.is_empty());
//! ```
#![warn(clippy::disallowed_methods)]

mod assembly;
mod bodies;
mod changes;
mod clauses;
mod comparison;
mod decided;
mod evidence;
pub mod fitting;
mod forms;
mod kin;
mod kinds;
mod model;
mod moves;
mod names;
mod neighbours;
mod pairing;
mod parts;
mod plain;
mod prepared;
mod reasons;
mod relation;
mod score;
mod thresholds;
mod unit;
mod vocabulary;
mod watch;
mod words;

pub use assembly::{
    Assembly, Conflict, ConflictKind, Incoming, IncomingParagraph, Missing, ParagraphPart, Place,
    Returned, assemble,
};
pub use bodies::are_same_addressees;
pub use comparison::{
    Certainty, Change, Changes, Comparison, Decision, Judgement, Light, Op, Pair, Part, Possible,
    Reason, Relation, Side, Summary, Word,
};
pub use kin::{Kin, Kinship, masked};
pub use prepared::Prepared;
use svod_model::Resolution;
pub use watch::Stopped;
pub use words::words;

use pairing::Link;
use prepared::Worded;
use score::Candidate;
use unit::Unit;
use vocabulary::Vocabulary;
use watch::{Phase, Watch};

/// Compares an earlier resolution with a later one.
pub fn compare(old: &Resolution, new: &Resolution) -> Comparison {
    compare_with(old, new, &[])
}

/// Compares two resolutions as [`compare`] does, with what a person said of their directives: it
/// outranks the pairing. Of two decisions on the same directives the later one counts.
pub fn compare_with(old: &Resolution, new: &Resolution, decisions: &[Decision]) -> Comparison {
    let watch = Watch::none();
    let compared = ready(old, new, &watch).and_then(|(old_units, new_units, candidates)| {
        let sides = Sides {
            model: &model::MODEL,
            documents: (old, new),
            units: (&old_units, &new_units),
        };
        sides.compare(&candidates, decisions, &Worded::default(), &watch)
    });
    // Nobody asked it to stop.
    compared.unwrap_or_default()
}

/// Compares directives as units by a given model.
fn compare_by<'a>(
    model: &model::Model,
    (old_units, new_units, vocabulary): (Vec<Unit<'a>>, Vec<Unit<'a>>, Vocabulary),
    documents: (&Resolution, &Resolution),
) -> Comparison {
    let watch = Watch::none();
    let candidates = score::candidates(model, &vocabulary, &old_units, &new_units, &watch);
    let compared = candidates.and_then(|candidates| {
        let sides = Sides {
            model,
            documents,
            units: (&old_units, &new_units),
        };
        sides.compare(&candidates, &[], &Worded::default(), &watch)
    });
    compared.unwrap_or_default()
}

/// Every directive of both documents with what it says, and the pairs worth a look.
type Ready<'a> = (Vec<Unit<'a>>, Vec<Unit<'a>>, Vec<Candidate>);

fn ready<'a>(
    old: &'a Resolution,
    new: &'a Resolution,
    watch: &Watch<'_>,
) -> Result<Ready<'a>, Stopped> {
    let (old, new, vocabulary) = unit::units(old, new, watch)?;
    let candidates = score::candidates(&model::MODEL, &vocabulary, &old, &new, watch)?;
    Ok((old, new, candidates))
}

/// The two documents while they are compared.
struct Sides<'a> {
    model: &'a model::Model,
    documents: (&'a Resolution, &'a Resolution),
    units: (&'a [Unit<'a>], &'a [Unit<'a>]),
}

impl Sides<'_> {
    /// Everything that decisions have a say in.
    fn compare(
        &self,
        candidates: &[Candidate],
        decisions: &[Decision],
        worded: &Worded,
        watch: &Watch<'_>,
    ) -> Result<Comparison, Stopped> {
        let (old, new) = self.units;
        let decided = decided::find(decisions, old, new);
        let links = pairing::pair(self.model, old, new, candidates, &decided, watch)?;
        let moved = moves::moved(&links, old, new);
        // Of links to one new directive the first stays first.
        let mut order: Vec<(&Link, bool)> = links.iter().zip(moved).collect();
        order.sort_by_key(|(link, _)| link.new);
        let pairs = order
            .iter()
            .enumerate()
            .map(|(at, (link, moved))| {
                watch.at(Phase::Wording, at, order.len())?;
                Ok(self.pair(link, *moved, worded))
            })
            .collect::<Result<Vec<Pair>, _>>()?;
        let alone = |units: &[Unit<'_>], paired: &dyn Fn(&Link) -> usize| -> Vec<Part> {
            let mut free = vec![true; units.len()];
            links.iter().for_each(|link| free[paired(link)] = false);
            let alone = units.iter().zip(free).filter(|(_, free)| *free);
            alone.map(|(unit, _)| unit.part()).collect()
        };
        let dropped = alone(old, &|link| link.old);
        let added = alone(new, &|link| link.new);
        let summary = summary(&pairs, dropped.len(), added.len());
        let side = |document: &Resolution| Side {
            title: document.title.clone(),
            adopted_on: document.adopted_on,
        };
        Ok(Comparison {
            schema: "svod.comparison/1".into(),
            old: side(self.documents.0),
            new: side(self.documents.1),
            pairs,
            dropped,
            added,
            possible: possible(candidates, &links, old, new),
            summary,
        })
    }

    fn pair(&self, link: &Link, moved: bool, worded: &Worded) -> Pair {
        let (old, new) = (&self.units.0[link.old], &self.units.1[link.new]);
        let places = bodies::Places::of(self.documents.0, self.documents.1);
        let changes = changes::changes(old, new, places);
        let change = worded.change((link.old, link.new), old, new);
        Pair {
            old: old.part(),
            new: new.part(),
            relation: relation::relation(self.model, link, (old, new), change.likeness, &changes),
            score: rounded(link.score),
            certainty: certainty(link.score),
            reasons: reasons::reasons(link, (old, new), change.likeness, &changes),
            confirmed: link.confirmed.is_some(),
            moved: moved || changes.addressee.is_some(),
            words: change.words,
            lead_words: if old.is_led_as(new) {
                Vec::new()
            } else {
                words(old.lead(), new.lead())
            },
            changes,
        }
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
