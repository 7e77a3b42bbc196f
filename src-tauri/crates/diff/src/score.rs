//! How likely a person would put two directives in one row.
//!
//! First the [`evidence`] of the two texts, then how the pair stands among its rivals; the [`Model`]
//! makes a probability of both.

use std::collections::{BTreeMap, BTreeSet};

use crate::clauses::Joint;
use crate::evidence::{self, Evidence};
use crate::forms;
use crate::model::Model;
use crate::thresholds as t;
use crate::unit::Unit;
use crate::vocabulary::{Term, Vocabulary};
use crate::watch::{Phase, Stopped, Watch};

/// How many numbers speak of a pair's standing.
pub(crate) const STANDING: usize = 9;

/// What the standing's numbers are, for the tables of the fitting program.
pub const STANDING_NAMES: [&str; STANDING] = [
    "text",
    "ahead in row",
    "ahead in column",
    "first in both",
    "first in neither",
    "rivals",
    "documents akin",
    "groups akin",
    "sense over rivals",
];

/// Which way each may speak, as in [`evidence::TEXT_SIGNS`].
pub const STANDING_SIGNS: [i8; STANDING] = [1, 1, 1, 1, -1, 0, 1, 1, 1];

/// Places of the numbers that change when a rival is left out.
const AHEAD_IN_ROW: usize = 1;
const AHEAD_IN_COLUMN: usize = 2;
const FIRST: usize = 3;
const BEHIND: usize = 4;

/// The share that goes with a sum of evidence.
pub(crate) fn share(sum: f64) -> f64 {
    1.0 / (1.0 + (-sum).exp())
}

/// Two directives that may be one task.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    pub(crate) old: usize,
    pub(crate) new: usize,
    pub(crate) evidence: Evidence,
    pub(crate) standing: [f64; STANDING],
    /// The share of such pairs a person would accept.
    pub(crate) probability: f64,
    /// Its lead over the second of its rivals in its row and in its column.
    second: [f64; 2],
}

/// One side of a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Line {
    Row,
    Column,
}

impl Candidate {
    /// Log-odds of the pair if the first of its rivals in a row or column were not there.
    pub(crate) fn spared(&self, model: &Model, line: Line) -> f64 {
        let mut standing = self.standing;
        let (place, lead) = match line {
            Line::Row => (AHEAD_IN_ROW, self.second[0]),
            Line::Column => (AHEAD_IN_COLUMN, self.second[1]),
        };
        standing[place] = damp(lead);
        [standing[FIRST], standing[BEHIND]] =
            firsts(standing[AHEAD_IN_ROW], standing[AHEAD_IN_COLUMN]);
        let numbers: Vec<f64> = self.evidence.iter().chain(&standing).copied().collect();
        model.pair(&numbers)
    }
}

/// How likely a pair is at most: the same formula over another thing, or under another name, is
/// another task whatever the model makes of so much likeness.
fn at_most(evidence: &Evidence, old: &Unit<'_>, new: &Unit<'_>) -> f64 {
    let formula = evidence[evidence::WORDING] >= t::FORMULA || same_beginning(old, new) > 0;
    let named = evidence[evidence::OTHER_NAME] > 0.0 && formula;
    let opening = evidence[evidence::OPENING_SWAPPED] >= t::TWIN;
    if named || opening { t::TWIN_SCORE } else { 1.0 }
}

/// Whether two texts name people, and none of the same sort: pupils and their parents. Where the one does it with the
/// task and the other with a second one, nothing is said of the task.
pub(crate) fn are_for_others(old: &Unit<'_>, new: &Unit<'_>) -> bool {
    !old.people.is_empty()
        && !new.people.is_empty()
        && old.people.is_disjoint(&new.people)
        && old.leads_to_people == new.leads_to_people
}

/// Whether two texts begin with the same words and have nothing in common from there on but how they end, neither a
/// root nor a thing: «организовать семинар для заведующих по вопросам ведения сайта» and «… по вопросам питания». What
/// is called the same is the same, whatever else is called beside it.
fn parts_ways(old: &Unit<'_>, new: &Unit<'_>) -> bool {
    let same = same_beginning(old, new);
    let left = old.stems.len().min(new.stems.len()) - same;
    let backwards = old.stems.iter().rev().zip(new.stems.iter().rev());
    let end = backwards.take(left).take_while(|(one, other)| one == other);
    let end = end.count();
    let own = |unit: &Unit<'_>| -> BTreeSet<Term> {
        let own = &unit.says[same..unit.says.len() - end];
        own.iter().flatten().copied().collect()
    };
    let one_name = !old.names.is_disjoint(&new.names);
    // So many words up to where both go on to another thing to do are a task of their own.
    let further = |unit: &Unit<'_>| {
        let last = same.checked_sub(1).and_then(|last| unit.told.get(last));
        same >= t::SHORT_TASK && last.is_some_and(|(_, joint)| *joint == Joint::Further)
    };
    let one_task = further(old) && further(new);
    same >= 1
        && !one_name
        && !one_task
        && left - end >= t::OWN_WORDS
        && own(old).is_disjoint(&own(new))
}

/// So many telling words two texts begin with are the same.
fn same_beginning(old: &Unit<'_>, new: &Unit<'_>) -> usize {
    let both = old.stems.iter().zip(&new.stems);
    both.take_while(|(one, other)| one == other).count()
}

/// How much less likely each pair is, in log-odds, because there are more to choose from than in the
/// documents fitted on: of so many directives one at most is the same task.
fn crowding(directives: usize) -> f64 {
    let [least, most] = t::CROWDING;
    (directives as f64 / t::USUAL).ln().clamp(least, most)
}

fn damp(lead: f64) -> f64 {
    (lead / 2.0).clamp(-2.0, 2.0)
}

/// Whether a pair leads in both its row and its column, and whether in neither.
fn firsts(row: f64, column: f64) -> [f64; 2] {
    let leads = (row >= 0.0, column >= 0.0);
    let flag = |is: bool| if is { 1.0 } else { 0.0 };
    [flag(leads == (true, true)), flag(leads == (false, false))]
}

/// Every pair worth a look, by old place, then new.
pub(crate) fn candidates(
    model: &Model,
    vocabulary: &Vocabulary,
    old: &[Unit<'_>],
    new: &[Unit<'_>],
    watch: &Watch<'_>,
) -> Result<Vec<Candidate>, Stopped> {
    let places = worth_a_look(vocabulary, old, new, watch)?;
    judged(model, vocabulary, (old, new), places, watch)
}

/// The given pairs of places as candidates, in their order.
pub(crate) fn judged(
    model: &Model,
    vocabulary: &Vocabulary,
    (old, new): (&[Unit<'_>], &[Unit<'_>]),
    places: Vec<(usize, usize)>,
    watch: &Watch<'_>,
) -> Result<Vec<Candidate>, Stopped> {
    let all = places.len();
    let mut candidates: Vec<Candidate> = places
        .into_iter()
        .enumerate()
        .map(|(at, (o, n))| {
            watch.at(Phase::Scoring, at, all)?;
            Ok(Candidate {
                old: o,
                new: n,
                evidence: evidence::evidence(vocabulary, &old[o], &new[n]),
                standing: [0.0; STANDING],
                probability: 0.0,
                second: [0.0; 2],
            })
        })
        .collect::<Result<_, _>>()?;
    let sums: Vec<f64> = candidates
        .iter()
        .map(|candidate| model.of_text(&candidate.evidence))
        .collect();
    let sense: Vec<f64> = candidates
        .iter()
        .map(|c| c.evidence[evidence::SENSE])
        .collect();
    let rows = Rivals::of(&candidates, &sums, old.len(), |c| c.old);
    let columns = Rivals::of(&candidates, &sums, new.len(), |c| c.new);
    let sense_rows = Rivals::of(&candidates, &sense, old.len(), |c| c.old);
    let sense_columns = Rivals::of(&candidates, &sense, new.len(), |c| c.new);
    let akin = Akin::of(&candidates, &sums, old, new);
    let crowding = crowding(old.len().max(new.len()));
    let mut numbers = Vec::new();
    for (at, candidate) in candidates.iter_mut().enumerate() {
        watch.at(Phase::Scoring, all, all)?;
        let (o, n) = (candidate.old, candidate.new);
        let sum = sums[at];
        let row = sum - rows.best_other(o, sum);
        let column = sum - columns.best_other(n, sum);
        let [first, behind] = firsts(row, column);
        candidate.second = [
            sum - rows.second_other(o, sum),
            sum - columns.second_other(n, sum),
        ];
        candidate.standing = [
            sum / 2.0,
            damp(row),
            damp(column),
            first,
            behind,
            (rows.crowd(o) + columns.crowd(n)) / 4.0,
            akin.documents,
            akin.groups(&old[o], &new[n]),
            sense[at] - (sense_rows.crowd(o) + sense_columns.crowd(n)) / 2.0,
        ];
        // Standing makes no pair of texts that have next to nothing in common.
        if sum < t::HOPELESS {
            candidate.probability = share(sum);
            continue;
        }
        numbers.clear();
        numbers.extend(candidate.evidence);
        numbers.extend(candidate.standing);
        let told = share(model.pair(&numbers) - crowding);
        let plain = candidate.evidence[evidence::SENSE_FREE] >= t::PLAIN;
        // What is no more than twins may be is not looked at any closer: most pairs are that.
        if told <= t::TWIN_SCORE && !plain {
            candidate.probability = told;
            continue;
        }
        let others = candidate.evidence[evidence::WORDING] >= t::TWIN_WORDS
            && are_for_others(&old[o], &new[n]);
        let another = others || parts_ways(&old[o], &new[n]) || forms::exclude(&old[o], &new[n]);
        candidate.probability = if another {
            told.min(t::TWIN_SCORE)
        } else if plain {
            // The likelier stays ahead of the less likely.
            told.max(t::PLAIN_SCORE + (1.0 - t::PLAIN_SCORE) * told / 2.0)
        } else {
            told.min(at_most(&candidate.evidence, &old[o], &new[n]))
        };
    }
    Ok(candidates)
}

/// Pairs of places that share enough to be looked at: all of them in documents of a usual size, in
/// large ones the nearest few of each directive.
fn worth_a_look(
    vocabulary: &Vocabulary,
    old: &[Unit<'_>],
    new: &[Unit<'_>],
    watch: &Watch<'_>,
) -> Result<Vec<(usize, usize)>, Stopped> {
    if old.len() * new.len() <= t::LOOK_AT_ALL {
        // What has hardly a word or a root in common is no candidate.
        let alike = |(o, n): &(usize, usize)| {
            let (old, new) = (&old[*o], &new[*n]);
            old.sense.cosine(&new.sense) >= t::HARDLY || old.themes.cosine(&new.themes) >= t::HARDLY
        };
        let mut pairs = Vec::new();
        for o in 0..old.len() {
            watch.at(Phase::Looking, o, old.len())?;
            pairs.extend((0..new.len()).map(|n| (o, n)).filter(alike));
        }
        return Ok(pairs);
    }
    let mut pairs = nearest(vocabulary, old, new, watch)?;
    pairs.extend(
        nearest(vocabulary, new, old, watch)?
            .into_iter()
            .map(|(n, o)| (o, n)),
    );
    pairs.sort_unstable();
    pairs.dedup();
    Ok(pairs)
}

/// For each of `from` the nearest of `to` by what they say, found through the terms they share.
fn nearest(
    vocabulary: &Vocabulary,
    from: &[Unit<'_>],
    to: &[Unit<'_>],
    watch: &Watch<'_>,
) -> Result<Vec<(usize, usize)>, Stopped> {
    let mut places: Vec<Vec<(u32, f64)>> = vec![Vec::new(); vocabulary.len()];
    for (n, unit) in to.iter().enumerate() {
        for (term, weight) in unit.sense.iter() {
            places[term as usize].push((u32::try_from(n).unwrap_or(u32::MAX), weight));
        }
    }
    let mut out = Vec::new();
    let mut shared = vec![0.0f64; to.len()];
    for (o, unit) in from.iter().enumerate() {
        watch.at(Phase::Looking, o, from.len())?;
        let mut met: Vec<usize> = Vec::new();
        // Rare terms first; common ones only weigh what rare ones have found.
        let mut terms: Vec<(Term, f64)> = unit.sense.iter().collect();
        terms.sort_by_key(|(term, _)| places[*term as usize].len());
        for (term, weight) in terms {
            let holders = &places[term as usize];
            if holders.len() > t::COMMON && met.len() >= t::NEAREST {
                break;
            }
            for (n, other) in holders {
                let slot = &mut shared[*n as usize];
                if *slot == 0.0 {
                    met.push(*n as usize);
                }
                *slot += weight * other;
            }
        }
        let near = |n: &usize| shared[*n] / to[*n].sense.length().max(f64::EPSILON);
        met.sort_by(|a, b| near(b).total_cmp(&near(a)).then(a.cmp(b)));
        out.extend(met.iter().take(t::NEAREST).map(|n| (o, *n)));
        for n in met {
            shared[n] = 0.0;
        }
    }
    Ok(out)
}

/// The best results of each row (or column).
struct Rivals {
    best: Vec<[f64; 3]>,
    crowd: Vec<f64>,
}

impl Rivals {
    fn of(
        candidates: &[Candidate],
        results: &[f64],
        count: usize,
        place: impl Fn(&Candidate) -> usize,
    ) -> Self {
        let mut lists: Vec<Vec<f64>> = vec![Vec::new(); count];
        for (candidate, result) in candidates.iter().zip(results) {
            lists[place(candidate)].push(*result);
        }
        let mut best = Vec::with_capacity(count);
        let mut crowd = Vec::with_capacity(count);
        for mut list in lists {
            list.sort_by(|a, b| b.total_cmp(a));
            let at = |n: usize| list.get(n).copied().unwrap_or(t::NO_RIVAL);
            best.push([at(0), at(1), at(2)]);
            let next = list.iter().skip(1).take(t::RIVALS);
            let count = next.clone().count().max(1);
            crowd.push(next.sum::<f64>() / count as f64);
        }
        Self { best, crowd }
    }

    /// The best result of a row but for this one.
    fn best_other(&self, row: usize, this: f64) -> f64 {
        let [first, second, _] = self.best[row];
        if this >= first { second } else { first }
    }

    /// The second best of them.
    fn second_other(&self, row: usize, this: f64) -> f64 {
        let [_, second, third] = self.best[row];
        if this >= second { third } else { second }
    }

    /// The mean of the next best results: a directive that resembles everything resembles nothing
    /// in particular (CSLS).
    fn crowd(&self, row: usize) -> f64 {
        self.crowd[row]
    }
}

/// How much of the documents has something like it in the other, and how much of two groups is plainly
/// the same. Documents of districts that know nothing of each other share topics and few tasks.
struct Akin {
    documents: f64,
    groups: BTreeMap<(usize, usize), f64>,
}

impl Akin {
    fn of(candidates: &[Candidate], sums: &[f64], old: &[Unit<'_>], new: &[Unit<'_>]) -> Self {
        let mut best = (vec![0.0f64; old.len()], vec![0.0f64; new.len()]);
        let mut groups: BTreeMap<(usize, usize), f64> = BTreeMap::new();
        for (candidate, sum) in candidates.iter().zip(sums) {
            let share = share(*sum);
            for best in [&mut best.0[candidate.old], &mut best.1[candidate.new]] {
                *best = best.max(share);
            }
            if share >= t::PLAINLY {
                let key = group_key(&old[candidate.old], &new[candidate.new]);
                *groups.entry(key).or_default() += 1.0;
            }
        }
        let smaller = old.len().min(new.len()).max(1) as f64;
        let expected = |best: &[f64]| best.iter().sum::<f64>() / smaller;
        let documents = expected(&best.0).min(expected(&best.1));
        for count in groups.values_mut() {
            *count = (*count / t::MANY_KIN).min(1.0);
        }
        Self { documents, groups }
    }

    fn groups(&self, old: &Unit<'_>, new: &Unit<'_>) -> f64 {
        self.groups
            .get(&group_key(old, new))
            .copied()
            .unwrap_or_default()
    }
}

fn group_key(old: &Unit<'_>, new: &Unit<'_>) -> (usize, usize) {
    (
        std::ptr::from_ref(old.group) as usize,
        std::ptr::from_ref(new.group) as usize,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_more_there_is_to_choose_from_the_less_likely_is_each_pair_within_bounds() {
        let of: Vec<f64> = [1, 20, 33, 50, 70, 1_500].map(crowding).into();
        assert!(of.is_sorted() && of[2] == 0.0, "{of:?}");
        assert_eq!([of[0], of[5]], t::CROWDING);
    }

    #[test]
    fn the_same_task_with_another_second_one_is_one_task() {
        let old = "усилить контроль за работой фильтров в школьных кабинетах, не допускать к сети посторонних";
        let new =
            "усилить контроль за работой фильтров в школьных кабинетах, ежемесячно составлять акты";
        assert!(crate::tests::relation(old, new).is_some());
        let other = "усилить контроль за работой столовых, ежемесячно составлять меню";
        assert_eq!(crate::tests::relation(old, other), None);
    }
}
