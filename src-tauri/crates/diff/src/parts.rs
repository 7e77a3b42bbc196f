//! Second partners: the other part of a directive that was split, the other source of one that was
//! merged.

use crate::pairing::{Kind, Link, Links};
use crate::score::Candidate;
use crate::thresholds as t;
use crate::unit::Unit;

/// Adds leftovers that complete an existing pair.
pub(crate) fn complete(
    links: &mut Links,
    candidates: &[&Candidate],
    old: &[Unit<'_>],
    new: &[Unit<'_>],
) {
    let singles = links.all.clone();
    let mut waiting: Vec<&&Candidate> = candidates
        .iter()
        .filter(|c| links.old_taken[c.old] != links.new_taken[c.new])
        .collect();
    waiting.sort_by(|a, b| {
        b.probability
            .total_cmp(&a.probability)
            .then((a.old, a.new).cmp(&(b.old, b.new)))
    });
    for candidate in waiting {
        let (o, n) = (candidate.old, candidate.new);
        if links.old_taken[o] == links.new_taken[n] {
            continue;
        }
        let fits = |first: &&Link| {
            if links.old_taken[o] {
                first.old == o && completes(&old[o], &new[n], &new[first.new])
            } else {
                first.new == n && completes(&new[n], &old[o], &old[first.old])
            }
        };
        let changed = singles.iter().filter(|link| link.score < t::EQUAL);
        if changed.clone().any(|link| fits(&link)) {
            let kind = if links.old_taken[o] {
                Kind::Split
            } else {
                Kind::Merged
            };
            let score = candidate.probability.max(t::ACCEPT);
            links.add(o, n, score, kind);
        }
    }
}

/// Whether `part` and `other` together are `whole`: most of the part is in the whole, and the two
/// cover clearly more of it than `other` alone.
fn completes(whole: &Unit<'_>, part: &Unit<'_>, other: &Unit<'_>) -> bool {
    let alone = whole
        .sense
        .covered(&[&other.sense])
        .max(whole.sense.covered(&[&part.sense]));
    let together = whole.sense.covered(&[&other.sense, &part.sense]);
    part.sense.covered(&[&whole.sense]) >= t::PART_COVERED
        && other.sense.covered(&[&whole.sense]) >= t::PART_COVERED
        && alone > 0.0
        && together / alone >= t::UNION_GAIN
        && part.sense.covered(&[&other.sense]) < t::COVERED
}
