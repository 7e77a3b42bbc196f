//! Which directive became which.

use std::collections::BTreeMap;

use pathfinding::kuhn_munkres::kuhn_munkres;
use pathfinding::matrix::Matrix;

use crate::Relation;
use crate::changes;
use crate::clauses::Joint;
use crate::decided::Decided;
use crate::evidence::{
    COVERED, NO_OBJECT, OBJECTS_COVERED, OTHER_NAME, OTHER_OBJECT, OTHER_POPULATION, OTHER_VERB,
    RUN, SWAPPED, WORDING,
};
use crate::forms;
use crate::model::Model;
use crate::parts;
use crate::score::{self, Candidate};
use crate::thresholds as t;
use crate::unit::Unit;
use crate::watch::{Phase, Stopped, Watch};
use crate::words;

/// Two directives that belong together, by their places in the documents.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Link {
    pub(crate) old: usize,
    pub(crate) new: usize,
    pub(crate) score: f64,
    pub(crate) kind: Kind,
    /// How likely the likeliest leftover is one more part of the old, and one more source of the new.
    pub(crate) beside: [f64; 2],
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

/// The links of two documents while they are made.
pub(crate) struct Links {
    pub(crate) all: Vec<Link>,
    pub(crate) old_taken: Vec<bool>,
    pub(crate) new_taken: Vec<bool>,
}

impl Links {
    pub(crate) fn add(&mut self, old: usize, new: usize, score: f64, kind: Kind) {
        self.old_taken[old] = true;
        self.new_taken[new] = true;
        self.all.push(Link {
            old,
            new,
            score,
            kind,
            beside: [0.0; 2],
            confirmed: None,
        });
    }

    fn is_free(&self, old: usize, new: usize) -> bool {
        !self.old_taken[old] && !self.new_taken[new]
    }
}

/// Pairs the directives of two documents: what a person said, then equal texts, then texts equal but
/// for dates and numbers, then the rest by one global assignment, then parts of what is split or
/// merged.
pub(crate) fn pair(
    model: &Model,
    old: &[Unit<'_>],
    new: &[Unit<'_>],
    candidates: &[Candidate],
    decided: &Decided,
    watch: &Watch<'_>,
) -> Result<Vec<Link>, Stopped> {
    let allowed: Vec<&Candidate> = candidates
        .iter()
        .filter(|c| !decided.apart.contains(&(c.old, c.new)))
        .collect();
    let mut links = singles(old, new, &allowed, decided, watch)?;
    watch.at(Phase::Pairing, 1, 1)?;
    parts::complete(&mut links, model, &allowed, old, new, watch)?;
    several(&mut links);
    Ok(links.all)
}

/// Pairs without further parts.
pub(crate) fn singles(
    old: &[Unit<'_>],
    new: &[Unit<'_>],
    candidates: &[&Candidate],
    decided: &Decided,
    watch: &Watch<'_>,
) -> Result<Links, Stopped> {
    let mut links = Links {
        all: Vec::new(),
        old_taken: vec![false; old.len()],
        new_taken: vec![false; new.len()],
    };
    for (&(o, n), relation) in &decided.together {
        links.add(o, n, 1.0, Kind::Single);
        if let Some(link) = links.all.last_mut() {
            link.confirmed = Some(*relation);
        }
    }
    // Of twins that differ in dates each stays with those it was given to.
    for alike in [Alike::Spelled, Alike::Any] {
        equal(&mut links, (old, new), decided, (t::EQUAL, alike), |unit| {
            &unit.plain
        });
        equal(
            &mut links,
            (old, new),
            decided,
            (t::MASKED_EQUAL, alike),
            |unit| &unit.masked,
        );
    }
    near(&mut links, old, new, candidates, watch)?;
    assign(&mut links, candidates, watch)?;
    Ok(links)
}

/// How much alike those must be whom equal texts are given to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Alike {
    /// In the same words.
    Spelled,
    /// The same bodies first, then bodies of one class, then any.
    Any,
}

/// Links what has the same key on both sides; of several equals those given to the same bodies first, then in order.
fn equal<'u>(
    links: &mut Links,
    (old, new): (&'u [Unit<'_>], &'u [Unit<'_>]),
    decided: &Decided,
    (score, alike): (f64, Alike),
    key: impl Fn(&'u Unit<'_>) -> &'u String,
) {
    let mut waiting: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for o in (0..old.len()).filter(|o| !links.old_taken[*o]) {
        waiting.entry(key(&old[o])).or_default().push(o);
    }
    type Fits = fn(&Unit<'_>, &Unit<'_>) -> bool;
    let steps: &[Fits] = match alike {
        Alike::Spelled => &[|o, n| changes::given_alike(o, n) == 2],
        Alike::Any => &[
            |o, n| changes::given_alike(o, n) > 0,
            |o, n| o.classes == n.classes,
            |_, _| true,
        ],
    };
    for step in steps {
        for (n, unit) in new.iter().enumerate() {
            let text = key(unit);
            if links.new_taken[n] || text.is_empty() {
                continue;
            }
            let Some(waiting) = waiting.get_mut(text.as_str()) else {
                continue;
            };
            let fits = |o: &usize| !decided.apart.contains(&(*o, n)) && step(&old[*o], unit);
            if let Some(place) = waiting.iter().position(fits) {
                let o = waiting.remove(place);
                links.add(o, n, score, Kind::Single);
            }
        }
    }
}

/// Lightly edited texts and texts that stand whole in another, the most alike first: they are the
/// same task whatever a model makes of their words.
fn near(
    links: &mut Links,
    old: &[Unit<'_>],
    new: &[Unit<'_>],
    candidates: &[&Candidate],
    watch: &Watch<'_>,
) -> Result<(), Stopped> {
    let mut found: Vec<(f64, f64, &Candidate)> = candidates
        .iter()
        .enumerate()
        // Once stopped, nothing more is looked at; the next step says so.
        .take_while(|(at, _)| watch.at(Phase::Pairing, *at, candidates.len()).is_ok())
        .map(|(_, c)| c)
        .filter(|c| links.is_free(c.old, c.new))
        // The same words about another thing are another task as a rule, those about other people or as another form
        // of work always.
        .filter(|c| {
            let (old, new) = (&old[c.old], &new[c.new]);
            let same = c.evidence[SWAPPED] < t::SWAPPED
                || about_the_same(old, new)
                || opens_the_same(old, new)
                || stands_in(old, new, false);
            same && !score::are_for_others(old, new) && !forms::exclude(old, new)
        })
        .filter_map(|c| {
            // Dates and numbers are facts of a task, not the task.
            let texts = (&old[c.old].masked, &new[c.new].masked);
            // The likeness of words cannot be high where that of stems is low.
            let likeness = if c.evidence[WORDING] > 0.5 {
                words::likeness(texts.0, texts.1)
            } else {
                0.0
            };
            let objects =
                c.evidence[NO_OBJECT] > 0.0 || c.evidence[OBJECTS_COVERED] >= t::SAME_OBJECTS;
            // «Воспитатель года» and «Педагог-психолог России» in the same words are two contests.
            let renamed = c.evidence[OTHER_NAME] > 0.0;
            // What is done for young teachers is not done for school leavers.
            let others = renamed || c.evidence[OTHER_POPULATION] >= 1.0;
            let nearly = likeness >= t::NEARLY && objects && !others;
            let words_in = c.evidence[WORDING] > t::HALF_ALIKE;
            let lightly = c.evidence[WORDING] >= t::LIGHTLY
                && c.evidence[OTHER_OBJECT] == 0.0
                && c.evidence[OTHER_VERB] == 0.0
                && objects
                && !others;
            let whole = c.evidence[COVERED] >= t::CONTAINED && c.evidence[RUN] >= t::CONTAINED_RUN;
            if likeness >= t::NEAR && !(others && likeness < t::RENAMED) {
                Some((t::NEAR_SCORE, likeness, *c))
            } else if nearly {
                Some((c.probability.max(t::NEARLY_SCORE), likeness, *c))
            } else if lightly
                || about_the_same(&old[c.old], &new[c.new])
                || opens_the_same(&old[c.old], &new[c.new])
                || words_in && stands_in(&old[c.old], &new[c.new], others)
            {
                Some((c.probability.max(t::LIGHTLY_SCORE), likeness, *c))
            } else if whole {
                Some((c.probability.max(t::CONTAINED_SCORE), likeness, *c))
            } else {
                None
            }
        })
        .collect();
    watch.at(Phase::Pairing, 1, 1)?;
    found.sort_by(|a, b| {
        b.0.total_cmp(&a.0)
            .then(b.1.total_cmp(&a.1))
            .then((a.2.old, a.2.new).cmp(&(b.2.old, b.2.new)))
    });
    for (score, _, candidate) in found {
        if links.is_free(candidate.old, candidate.new) {
            links.add(candidate.old, candidate.new, score, Kind::Single);
        }
    }
    Ok(())
}

/// Whether two texts differ in words of the genre and verbs alone: «провести консультации для заместителей» and
/// «организовать и провести консультации для заместителей».
pub(crate) fn about_the_same(old: &Unit<'_>, new: &Unit<'_>) -> bool {
    old.content.len() >= t::SOME_CONTENT && old.content == new.content
}

/// Whether two texts name their task in the same words to the end of what is named, and differ in how or in what else
/// is to be done.
fn opens_the_same(old: &Unit<'_>, new: &Unit<'_>) -> bool {
    let both = || old.told.iter().zip(&new.told);
    let same = both().take_while(|(o, n)| o.0 == n.0).count();
    // «В курсах по профориентации» and «в курсах по оказанию помощи» go on alike.
    let whole = |o: Joint, n: Joint| {
        o != Joint::Inside && n != Joint::Inside && (o != n || o == Joint::Further)
    };
    let further = |o: Joint, n: Joint| o == Joint::Further && n == Joint::Further;
    both()
        .enumerate()
        .take(same)
        .skip(t::OPENING - 1)
        .any(|(at, (o, n))| further(o.1, n.1) || (at + 1 == same && whole(o.1, n.1)))
}

/// Whether every telling word of one text, in whatever form, stands in the other in the same order, and not many more beside them: words
/// were put in or left out. In short texts those `others` meant are all the difference there is.
fn stands_in(old: &Unit<'_>, new: &Unit<'_>, others: bool) -> bool {
    let (short, long) = if old.stems.len() <= new.stems.len() {
        (&old.stems, &new.stems)
    } else {
        (&new.stems, &old.stems)
    };
    if short.len() < t::SHORT_TASK
        || short.len() * 2 < long.len()
        || others && short.len() <= t::SHORT_TASK
    {
        return false;
    }
    let mut rest = long.iter();
    short.iter().all(|stem| rest.any(|other| other == stem))
}

/// One global assignment of what is left; a pair below the threshold stays apart. Directives that
/// share no candidate cannot compete, so each knot of competitors is settled by itself.
fn assign(links: &mut Links, candidates: &[&Candidate], watch: &Watch<'_>) -> Result<(), Stopped> {
    let open: Vec<&Candidate> = candidates
        .iter()
        .filter(|c| c.probability >= t::ACCEPT && links.is_free(c.old, c.new))
        .copied()
        .collect();
    for knot in knots(&open) {
        watch.at(Phase::Pairing, 1, 1)?;
        let mut rows: Vec<usize> = knot.iter().map(|c| c.old).collect();
        let mut columns: Vec<usize> = knot.iter().map(|c| c.new).collect();
        for places in [&mut rows, &mut columns] {
            places.sort_unstable();
            places.dedup();
        }
        let gains: BTreeMap<(usize, usize), &Candidate> =
            knot.iter().map(|c| ((c.old, c.new), *c)).collect();
        // The solver wants integers and no more rows than columns; padding pairs with nobody.
        let side = rows.len().max(columns.len());
        let weights = Matrix::from_fn(side, side, |(r, c)| {
            let places = rows.get(r).zip(columns.get(c));
            let found = places.and_then(|(o, n)| gains.get(&(*o, *n)));
            found.map_or(0, |candidate| (candidate.probability * 1_000_000.0) as i64)
        });
        let (_, partners) = kuhn_munkres(&weights);
        for (r, c) in partners.into_iter().enumerate() {
            let Some((&o, &n)) = rows.get(r).zip(columns.get(c)) else {
                continue;
            };
            if let Some(candidate) = gains.get(&(o, n)) {
                // Texts that differ are never as certain as texts that differ in dates only.
                let score = candidate.probability.min(t::MASKED_EQUAL);
                links.add(o, n, score, Kind::Single);
            }
        }
    }
    Ok(())
}

/// Candidates in groups that share no directive with one another.
fn knots<'c>(candidates: &[&'c Candidate]) -> Vec<Vec<&'c Candidate>> {
    let mut parents: Vec<usize> = (0..candidates.len()).collect();
    fn root(parents: &mut [usize], mut at: usize) -> usize {
        while parents[at] != at {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        at
    }
    let mut by_place: BTreeMap<(bool, usize), usize> = BTreeMap::new();
    for (at, candidate) in candidates.iter().enumerate() {
        for place in [(false, candidate.old), (true, candidate.new)] {
            let first = *by_place.entry(place).or_insert(at);
            let (a, b) = (root(&mut parents, at), root(&mut parents, first));
            parents[a] = b;
        }
    }
    let mut knots: BTreeMap<usize, Vec<&Candidate>> = BTreeMap::new();
    for (at, candidate) in candidates.iter().enumerate() {
        let root = root(&mut parents, at);
        knots.entry(root).or_default().push(candidate);
    }
    knots.into_values().collect()
}

/// Names what became several, and what several became, by how many partners each has.
fn several(links: &mut Links) {
    let mut olds: BTreeMap<usize, usize> = BTreeMap::new();
    let mut news: BTreeMap<usize, usize> = BTreeMap::new();
    for link in &links.all {
        *olds.entry(link.old).or_default() += 1;
        *news.entry(link.new).or_default() += 1;
    }
    for link in &mut links.all {
        link.kind = match (olds.get(&link.old), news.get(&link.new)) {
            (Some(2..), _) => Kind::Split,
            (_, Some(2..)) => Kind::Merged,
            _ => Kind::Single,
        };
    }
}
