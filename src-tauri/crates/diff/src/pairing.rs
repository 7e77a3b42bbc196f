//! Which directive became which.

use std::collections::BTreeMap;

use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

use crate::Relation;
use crate::decided::Decided;
use crate::score::{self, Rarity};
use crate::thresholds as t;
use crate::unit::Unit;

/// Two directives that belong together, by their places in the documents.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Link {
    pub(crate) old: usize,
    pub(crate) new: usize,
    pub(crate) score: f64,
    pub(crate) kind: Kind,
    /// A person wants it, perhaps under a relation of their own.
    pub(crate) confirmed: Option<Option<Relation>>,
}

/// What a link was made by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// One to one.
    Single,
    /// One of several new directives an old one became.
    Split,
    /// One of several old directives that became a new one.
    Merged,
}

/// Pairs the directives of two documents.
pub(crate) fn pair(old: &[Unit<'_>], new: &[Unit<'_>], decided: &Decided) -> Vec<Link> {
    let mut links: Vec<Link> = decided
        .together
        .iter()
        .map(|(&(old, new), relation)| Link {
            old,
            new,
            score: 1.0,
            kind: Kind::Single,
            confirmed: Some(*relation),
        })
        .collect();
    share_kinds(&mut links);
    equal(&mut links, old, new, decided, t::EQUAL, |unit| {
        unit.plain.clone()
    });
    equal(&mut links, old, new, decided, t::MASKED_EQUAL, |unit| {
        unit.masked.clone()
    });
    let rarity = Rarity::of(old, new);
    let mut scores = score::matrix(&rarity, old, new);
    for &(o, n) in &decided.apart {
        scores[o][n] = 0.0;
    }
    assign(&mut links, &scores, old.len(), new.len());
    let singles = links.clone();
    split(&mut links, &singles, &rarity, &scores, old, new);
    links.retain(|link| !decided.apart.contains(&(link.old, link.new)));
    links
}

/// Of the pairs a person wants, several of one directive are parts of a split or of a merge.
fn share_kinds(links: &mut [Link]) {
    let places: Vec<(usize, usize)> = links.iter().map(|link| (link.old, link.new)).collect();
    for link in links {
        if places.iter().filter(|(old, _)| *old == link.old).count() > 1 {
            link.kind = Kind::Split;
        } else if places.iter().filter(|(_, new)| *new == link.new).count() > 1 {
            link.kind = Kind::Merged;
        }
    }
}

fn free(count: usize, taken: impl Fn(usize) -> bool) -> Vec<usize> {
    (0..count).filter(|n| !taken(*n)).collect()
}

/// Links what has the same key on both sides; of several equals those under the same addressee
/// first, then in order.
fn equal(
    links: &mut Vec<Link>,
    old: &[Unit<'_>],
    new: &[Unit<'_>],
    decided: &Decided,
    score: f64,
    key: impl Fn(&Unit<'_>) -> String,
) {
    let mut waiting: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for n in free(old.len(), |n| links.iter().any(|link| link.old == n)) {
        waiting.entry(key(&old[n])).or_default().push(n);
    }
    let unpaired = free(new.len(), |n| links.iter().any(|link| link.new == n));
    for same_addressee in [true, false] {
        for &n in &unpaired {
            if links.iter().any(|link| link.new == n) {
                continue;
            }
            let text = key(&new[n]);
            let Some(candidates) = waiting.get_mut(&text).filter(|_| !text.is_empty()) else {
                continue;
            };
            let fits = |o: &usize| {
                (!same_addressee || old[*o].classes == new[n].classes)
                    && !decided.apart.contains(&(*o, n))
            };
            if let Some(place) = candidates.iter().position(fits) {
                let o = candidates.remove(place);
                links.push(Link {
                    old: o,
                    new: n,
                    score,
                    kind: Kind::Single,
                    confirmed: None,
                });
            }
        }
    }
}

/// One global assignment of what is left; a pair below the threshold stays apart.
fn assign(links: &mut Vec<Link>, scores: &[Vec<f64>], old: usize, new: usize) {
    let rows = free(old, |n| links.iter().any(|link| link.old == n));
    let columns = free(new, |n| links.iter().any(|link| link.new == n));
    if rows.is_empty() || columns.is_empty() {
        return;
    }
    // The solver wants integers and no more rows than columns; padding pairs with nobody.
    let side = rows.len().max(columns.len());
    let weights = Matrix::from_fn(side, side, |(r, c)| match (rows.get(r), columns.get(c)) {
        (Some(o), Some(n)) => {
            let score = scores[*o][*n];
            // What would not be accepted must not push a good pair aside.
            if score::probability(score) < t::ACCEPT {
                0
            } else {
                (score * 1_000_000.0) as i64
            }
        }
        _ => 0,
    });
    let (_, partners) = kuhn_munkres(&weights);
    for (r, c) in partners.into_iter().enumerate() {
        if let (Some(&o), Some(&n)) = (rows.get(r), columns.get(c)) {
            // Texts that differ are never as certain as texts that differ in dates only.
            let score = score::probability(scores[o][n]).min(t::MASKED_EQUAL);
            if score >= t::ACCEPT {
                links.push(Link {
                    old: o,
                    new: n,
                    score,
                    kind: Kind::Single,
                    confirmed: None,
                });
            }
        }
    }
}

/// Leftovers that complete an existing pair: a second part of a split, a second source of a merge.
fn split(
    links: &mut Vec<Link>,
    singles: &[Link],
    rarity: &Rarity,
    scores: &[Vec<f64>],
    old: &[Unit<'_>],
    new: &[Unit<'_>],
) {
    for n in free(new.len(), |n| singles.iter().any(|link| link.new == n)) {
        let best = singles
            .iter()
            .filter(|link| link.score < t::EQUAL && link.confirmed.is_none())
            .max_by(|a, b| scores[a.old][n].total_cmp(&scores[b.old][n]));
        let Some(first) = best else { continue };
        let (whole, part, other) = (&old[first.old], &new[n], &new[first.new]);
        if completes(rarity, whole, part, other) {
            mark(links, first, Kind::Split);
            let score = score::probability(scores[first.old][n]).max(t::ACCEPT);
            links.push(Link {
                old: first.old,
                new: n,
                score,
                kind: Kind::Split,
                confirmed: None,
            });
        }
    }
    for o in free(old.len(), |n| singles.iter().any(|link| link.old == n)) {
        let best = singles
            .iter()
            .filter(|link| link.score < t::EQUAL && link.confirmed.is_none())
            .max_by(|a, b| scores[o][a.new].total_cmp(&scores[o][b.new]));
        let Some(first) = best else { continue };
        let (whole, part, other) = (&new[first.new], &old[o], &old[first.old]);
        if completes(rarity, whole, part, other) {
            mark(links, first, Kind::Merged);
            let score = score::probability(scores[o][first.new]).max(t::ACCEPT);
            links.push(Link {
                old: o,
                new: first.new,
                score,
                kind: Kind::Merged,
                confirmed: None,
            });
        }
    }
}

/// Whether `part` and `other` together are `whole`: most of the part is in the whole, and the two
/// cover clearly more of it than `other` alone.
fn completes(rarity: &Rarity, whole: &Unit<'_>, part: &Unit<'_>, other: &Unit<'_>) -> bool {
    let alone = rarity
        .covered(whole, &[other])
        .max(rarity.covered(whole, &[part]));
    let together = rarity.covered(whole, &[other, part]);
    rarity.covered(part, &[whole]) >= t::PART_COVERED
        && rarity.covered(other, &[whole]) >= t::PART_COVERED
        && alone > 0.0
        && together / alone >= t::UNION_GAIN
        && rarity.covered(part, &[other]) < t::COVERED
}

fn mark(links: &mut [Link], first: &Link, kind: Kind) {
    for link in links
        .iter_mut()
        .filter(|link| link.old == first.old && link.new == first.new)
    {
        link.kind = kind;
    }
}
