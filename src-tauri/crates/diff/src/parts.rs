//! Second partners: the other part of a directive that was split, the other source of one that was
//! merged.

use crate::decided::Decided;
use crate::evidence::SENSE;
use crate::model::{Model, PART};
use crate::pairing::{Kind, Link, Links};
use crate::score::{self, Candidate, Line};
use crate::thresholds as t;
use crate::unit::Unit;
use crate::watch::{Phase, Stopped, Watch};

/// What the numbers of a [`Joining`] are, for the tables of the fitting program.
pub const PART_NAMES: [&str; PART] = [
    "pair",
    "union over the better part",
    "part in whole",
    "part in other part",
    "other part in whole",
    "other part's size",
    "rival",
    "texts alone",
    "pair without the other part",
    "parts side by side",
    "parts in one group",
];

/// A leftover that may be one more part of a whole that has a partner.
#[derive(Clone, Debug)]
pub(crate) struct Joining {
    pub(crate) old: usize,
    pub(crate) new: usize,
    pub(crate) numbers: [f64; PART],
    kind: Kind,
}

impl Joining {
    /// Whether the whole plainly holds the words of both parts: each its own, or nearly all of both.
    fn is_plain(&self) -> bool {
        let [_, union, part, shared, other, ..] = self.numbers;
        let apart = part.min(other) >= t::PLAINLY_COVERED
            && union >= t::PLAIN_GAIN
            && shared < t::PLAINLY_COVERED;
        let inside = part.min(other) >= t::WHOLLY_COVERED && union >= t::SOME_GAIN;
        apart || inside
    }
}

/// Adds leftovers that complete an existing pair, the likeliest first.
pub(crate) fn complete(
    links: &mut Links,
    model: &Model,
    candidates: &[&Candidate],
    old: &[Unit<'_>],
    new: &[Unit<'_>],
    watch: &Watch<'_>,
) -> Result<(), Stopped> {
    let mut joinings: Vec<(f64, Joining)> = joinings(links, model, candidates, old, new, watch)?
        .into_iter()
        .map(|joining| {
            let score = score::share(model.of_part(&joining.numbers));
            (
                if joining.is_plain() {
                    score.max(t::PLAIN_PART)
                } else {
                    score
                },
                joining,
            )
        })
        .collect();
    beside(links, &joinings);
    joinings.retain(|(score, _)| *score >= t::ACCEPT_PART);
    joinings.sort_by(|a, b| {
        let places = |joining: &Joining| (joining.old, joining.new);
        b.0.total_cmp(&a.0).then(places(&a.1).cmp(&places(&b.1)))
    });
    // A whole with many parts would be a heading, and one that is itself a part has none.
    let mut parts: Vec<(Kind, usize)> = Vec::new();
    let mut wholes: Vec<(Kind, usize)> = Vec::new();
    for (score, joining) in joinings {
        let (whole, part) = match joining.kind {
            Kind::Merged => ((Kind::Merged, joining.new), (Kind::Split, joining.old)),
            Kind::Split | Kind::Single => ((Kind::Split, joining.old), (Kind::Merged, joining.new)),
        };
        let first = links.all.iter().find(|link| match joining.kind {
            Kind::Merged => link.new == joining.new,
            Kind::Split | Kind::Single => link.old == joining.old,
        });
        let partner = first.map(|link| match joining.kind {
            Kind::Merged => (Kind::Split, link.old),
            Kind::Split | Kind::Single => (Kind::Merged, link.new),
        });
        let full = wholes.iter().filter(|taken| **taken == whole).count() + 1 >= t::MOST_PARTS;
        let taken = match joining.kind {
            Kind::Merged => links.old_taken[joining.old],
            Kind::Split | Kind::Single => links.new_taken[joining.new],
        };
        let knotted =
            partner.is_none_or(|partner| wholes.contains(&partner)) || parts.contains(&whole);
        if full || taken || knotted {
            continue;
        }
        wholes.push(whole);
        parts.push(part);
        links.add(joining.old, joining.new, score, joining.kind);
    }
    Ok(())
}

/// Tells every link how likely it has a further part, whether or not that is likely enough to be shown.
fn beside(links: &mut Links, joinings: &[(f64, Joining)]) {
    for link in &mut links.all {
        for (score, joining) in joinings {
            match joining.kind {
                Kind::Merged if joining.new == link.new => {
                    link.beside[1] = link.beside[1].max(*score);
                }
                Kind::Split | Kind::Single if joining.old == link.old => {
                    link.beside[0] = link.beside[0].max(*score);
                }
                Kind::Merged | Kind::Split | Kind::Single => {}
            }
        }
    }
}

/// Every leftover beside a pair it may complete, with what speaks for that.
pub(crate) fn joinings(
    links: &Links,
    model: &Model,
    candidates: &[&Candidate],
    old: &[Unit<'_>],
    new: &[Unit<'_>],
    watch: &Watch<'_>,
) -> Result<Vec<Joining>, Stopped> {
    let mut first_old: Vec<Option<&Link>> = vec![None; old.len()];
    let mut first_new: Vec<Option<&Link>> = vec![None; new.len()];
    for link in &links.all {
        first_old[link.old].get_or_insert(link);
        first_new[link.new].get_or_insert(link);
    }
    let old_rivals = Best::of(candidates, old.len(), |c| c.old);
    let new_rivals = Best::of(candidates, new.len(), |c| c.new);
    candidates
        .iter()
        .filter(|c| c.probability >= t::PART_WORTH_A_LOOK || c.evidence[SENSE] >= t::PLAIN_SENSE)
        .filter(|c| links.old_taken[c.old] != links.new_taken[c.new])
        .filter_map(|candidate| {
            let (o, n) = (candidate.old, candidate.new);
            let split = links.old_taken[o];
            let first = if split { first_old[o] } else { first_new[n] }?;
            // What did not change has no further parts.
            if first.score >= t::EQUAL {
                return None;
            }
            let (whole, part, other, apart) = if split {
                (&old[o], &new[n], &new[first.new], n.abs_diff(first.new))
            } else {
                (&new[n], &old[o], &old[first.old], o.abs_diff(first.old))
            };
            // Nor has what changed in dates and numbers alone.
            if whole.masked == other.masked {
                return None;
            }
            // Parts of one task are often written down one after another.
            let beside = [
                1.0 / (apart.max(1) as f64),
                f64::from(std::ptr::eq(part.group, other.group)),
            ];
            let rival = if split {
                new_rivals.other(n, candidate.probability)
            } else {
                old_rivals.other(o, candidate.probability)
            };
            // The other part is a rival of this one where the whole stands, and should not be.
            let line = if split { Line::Row } else { Line::Column };
            if let Err(stopped) = watch.at(Phase::Pairing, 1, 1) {
                return Some(Err(stopped));
            }
            let spared = candidate.spared(model, line);
            Some(Ok(Joining {
                old: o,
                new: n,
                numbers: numbers(candidate, [spared, rival], beside, [whole, part, other]),
                kind: if split { Kind::Split } else { Kind::Merged },
            }))
        })
        .collect()
}

/// The two best probabilities of each directive.
struct Best(Vec<[f64; 2]>);

impl Best {
    fn of(candidates: &[&Candidate], count: usize, place: impl Fn(&Candidate) -> usize) -> Self {
        let mut best = vec![[0.0; 2]; count];
        for candidate in candidates {
            let [first, second] = &mut best[place(candidate)];
            if candidate.probability > *first {
                *second = *first;
                *first = candidate.probability;
            } else if candidate.probability > *second {
                *second = candidate.probability;
            }
        }
        Self(best)
    }

    /// The best probability of a directive but for this one.
    fn other(&self, place: usize, this: f64) -> f64 {
        let [first, second] = self.0[place];
        if this >= first { second } else { first }
    }
}

fn numbers(
    candidate: &Candidate,
    [spared, rival]: [f64; 2],
    beside: [f64; 2],
    units: [&Unit<'_>; 3],
) -> [f64; PART] {
    let [whole, part, other] = units.map(|unit| &unit.sense);
    let alone = whole.covered(&[other]).max(whole.covered(&[part]));
    let together = whole.covered(&[other, part]);
    let probability = candidate.probability;
    let odds = (probability / (1.0 - probability).max(1e-4)).max(1e-4).ln();
    [
        odds,
        (together / alone.max(0.05)).min(3.0),
        part.covered(&[whole]),
        part.covered(&[other]),
        other.covered(&[whole]),
        (other.total() / whole.total().max(f64::EPSILON)).min(3.0),
        rival,
        // A second part stands behind the first by nature; what the texts say does not know of that.
        candidate.standing[0],
        spared.clamp(-9.0, 9.0),
        beside[0],
        beside[1],
    ]
}

/// Leftovers of two documents beside the pairs the model makes, for the fitting program.
pub(crate) fn samples(
    model: &Model,
    candidates: &[Candidate],
    old: &[Unit<'_>],
    new: &[Unit<'_>],
) -> Vec<Joining> {
    let decided = Decided::default();
    let candidates: Vec<&Candidate> = candidates.iter().collect();
    let watch = Watch::none();
    crate::pairing::singles(old, new, &candidates, &decided, &watch)
        .and_then(|links| joinings(&links, model, &candidates, old, new, &watch))
        // Nobody asked it to stop.
        .unwrap_or_default()
}
