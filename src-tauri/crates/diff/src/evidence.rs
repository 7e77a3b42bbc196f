//! What speaks for and against two directives being one task, as numbers.
//!
//! This looks at the two texts alone; `score` looks at how the pair stands among its rivals.

use std::collections::BTreeSet;

use svod_language::addressees::Class;

use crate::kinds;
use crate::thresholds as t;
use crate::unit::Unit;
use crate::vocabulary::{Term, Vocabulary, Weights};

/// How many numbers speak of two texts.
pub(crate) const TEXT: usize = 51;

/// Names of the numbers, for the tables of `fit`.
pub const TEXT_NAMES: [&str; TEXT] = [
    "wording",
    "sense",
    "letters",
    "objects",
    "covered",
    "covers",
    "bigrams",
    "run",
    "name",
    "other name",
    "act",
    "same class",
    "other class",
    "object",
    "other object",
    "no object",
    "measure",
    "other measure",
    "population",
    "other population",
    "verb",
    "length",
    "opening",
    "object and measure",
    "sense and object",
    "unit",
    "object covered less",
    "object covered more",
    "first object",
    "rarest object",
    "other verb",
    "object, other measure",
    "object and verb",
    "themes",
    "leading clause",
    "objects of leading clause",
    "clause",
    "leading clause in the other",
    "rare objects",
    "rare roots",
    "same words, other things",
    "same opening, other things",
    "things in the other's leading clause",
    "sense, nothing against",
    "clause, nothing against",
    "leading clause, nothing against",
    "kinds of work",
    "same kind of work",
    "other kind of work",
    "things, other kind of work",
    "things of many tasks",
];

/// Which way each number may speak, the others being equal: 1 for the pair, -1 against it, 0 either.
/// Texts to fit on are full of twins made to mislead, where likeness of form is a bad sign; between
/// documents as they are written it never is.
#[rustfmt::skip]
pub const TEXT_SIGNS: [i8; TEXT] = [
    1, 1, 1, 1, 1, 1, 1, 1, 1, -1, 1, 1, -1, 1, -1, 0,
    1, -1, 1, -1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0,
    1, 1, 1, 1, 1, 1, 1, 1, -1, -1, 1, 1, 1, 1,
    1, 1, -1, -1, -1,
];

/// Places of the numbers that other steps ask for.
pub(crate) const WORDING: usize = 0;
pub(crate) const SENSE: usize = 1;
pub(crate) const OBJECTS: usize = 3;
pub(crate) const COVERED: usize = 4;
pub(crate) const RUN: usize = 7;
pub(crate) const OTHER_NAME: usize = 9;
pub(crate) const OTHER_OBJECT: usize = 14;
pub(crate) const NO_OBJECT: usize = 15;
pub(crate) const OTHER_POPULATION: usize = 19;
pub(crate) const OBJECTS_COVERED: usize = 26;
pub(crate) const OTHER_VERB: usize = 30;
pub(crate) const SWAPPED: usize = 40;
pub(crate) const OPENING_SWAPPED: usize = 41;
pub(crate) const SENSE_FREE: usize = 43;

/// What two texts say of each other, numbers of 0 to about 1.
pub(crate) type Evidence = [f64; TEXT];

/// Looks at two directives.
pub(crate) fn evidence(vocabulary: &Vocabulary, old: &Unit<'_>, new: &Unit<'_>) -> Evidence {
    let (shorter, longer) = if old.sense.total() <= new.sense.total() {
        (&old.sense, &new.sense)
    } else {
        (&new.sense, &old.sense)
    };
    let wording = old.wording.cosine(&new.wording);
    let sense = old.sense.cosine(&new.sense);
    let objects = old.objects.cosine(&new.objects);
    let both_named = !old.objects.is_empty() && !new.objects.is_empty();
    let (object, other_object) = (objects > 0.0, both_named && objects <= 0.0);
    let (measure, other_measure) = agree(&old.measures, &new.measures);
    let (population, other_population) = populations(old, new);
    let (verb, other_verb) = agree(&old.verbs, &new.verbs);
    let (name, other_name) = agree(&old.names, &new.names);
    let (act, _) = agree(&old.acts, &new.acts);
    let (class, other_class) = classes(&old.classes, &new.classes);
    let covered = (
        old.objects.covered(&[&new.objects]),
        new.objects.covered(&[&old.objects]),
    );
    let (less, more) = (covered.0.min(covered.1), covered.0.max(covered.1));
    // Likeness says most where the one names nothing the other does not, for nobody else, under no other
    // name and by no other measure: among twins it says nothing by itself.
    let against = other_population + other_name + objects * other_measure;
    let free = flag(more >= 1.0 && against <= 0.0);
    let (head, clauses) = (old.head.cosine(&new.head), clause(old, new));
    let other_kind = flag(other_kind(old, new));
    let rarest = old
        .objects
        .shared(&new.objects)
        .map(|(term, _, _)| vocabulary.rarity(term))
        .fold(0.0, f64::max)
        / 5.0;
    let lengths = old.wording.total().min(new.wording.total())
        / old
            .wording
            .total()
            .max(new.wording.total())
            .max(f64::EPSILON);
    [
        wording,
        sense,
        old.letters.cosine(&new.letters),
        objects,
        shorter.covered(&[longer]),
        longer.covered(&[shorter]),
        jaccard(&old.bigrams, &new.bigrams),
        run(vocabulary, old, new),
        flag(name > 0.0),
        other_name,
        flag(act > 0.0),
        class,
        other_class,
        flag(object),
        flag(other_object),
        flag(!both_named),
        measure,
        other_measure,
        population,
        other_population,
        verb,
        lengths,
        opening(&old.stems, &new.stems),
        objects * flag(measure > 0.0),
        sense * flag(object),
        units(old, new),
        less,
        more,
        first_object(old, new),
        rarest,
        other_verb,
        objects * other_measure,
        objects * flag(verb > 0.0),
        old.themes.cosine(&new.themes),
        head,
        old.head_objects.cosine(&new.head_objects),
        clauses,
        old.head
            .covered(&[&new.sense])
            .max(new.head.covered(&[&old.sense])),
        amount(vocabulary, &old.objects, &new.objects, 0.0),
        amount(vocabulary, &old.sense, &new.sense, RARE),
        wording * (1.0 - more),
        opening(&old.stems, &new.stems) * (1.0 - more),
        (old.head_objects.covered(&[&new.objects]) + new.head_objects.covered(&[&old.objects]))
            / 2.0,
        sense * free,
        clauses * free,
        head * free,
        kinds::odds(old.kind, new.kind),
        flag(old.kind == new.kind && old.kind != kinds::ANY),
        other_kind,
        objects * other_kind,
        tasks_of_shared(vocabulary, old, new),
    ]
}

/// Whether each is another kind of work, and neither speaks of the other's.
fn other_kind(old: &Unit<'_>, new: &Unit<'_>) -> bool {
    let other = |one: &Unit<'_>, other: &Unit<'_>| {
        one.kind != kinds::ANY && !other.kinds.contains(one.kind)
    };
    other(old, new) && other(new, old)
}

/// How many directives name the rarest thing both name, in log of those of one document: of many tasks over one thing
/// any two are seldom the same.
fn tasks_of_shared(vocabulary: &Vocabulary, old: &Unit<'_>, new: &Unit<'_>) -> f64 {
    let counts = old
        .objects
        .shared(&new.objects)
        .map(|(term, ..)| f64::from(vocabulary.times(term)) / 2.0);
    let least = counts.fold(f64::INFINITY, f64::min);
    least.max(1.0).ln().min(t::COMMONEST)
}

/// From this rarity on a root is rare.
const RARE: f64 = 3.0;
/// A clause lighter than this says little, however well another repeats it.
const FULL_CLAUSE: f64 = 12.0;

/// How well the likest two clauses agree.
fn clause(old: &Unit<'_>, new: &Unit<'_>) -> f64 {
    let mut best = 0.0f64;
    for one in &old.clauses {
        for other in &new.clauses {
            let weight = one.total().min(other.total()) / FULL_CLAUSE;
            best = best.max(one.cosine(other) * weight.min(1.0));
        }
    }
    best
}

/// How much rare is in both, whatever else they say.
fn amount(vocabulary: &Vocabulary, old: &Weights, new: &Weights, least: f64) -> f64 {
    let rarities = old
        .shared(new)
        .map(|(term, ..)| vocabulary.rarity(term))
        .filter(|rarity| *rarity >= least);
    rarities.sum::<f64>() / 10.0
}

fn flag(is: bool) -> f64 {
    if is { 1.0 } else { 0.0 }
}

/// Whom the national targets of coverage speak of: all children there are, named or not.
const EVERYONE: &str = "pop_5_18";

/// How far those agree for whom a thing is done, and whether it is done for others, which it also is where
/// one of the two names some («охват детей» and «охват детей с ОВЗ»).
fn populations(old: &Unit<'_>, new: &Unit<'_>) -> (f64, f64) {
    let (same, others) = agree(&old.populations, &new.populations);
    let some = |unit: &Unit<'_>| unit.populations.iter().any(|name| *name != EVERYONE);
    let one_names = old.populations.is_empty() || new.populations.is_empty();
    if one_names {
        (same, flag(some(old) != some(new)))
    } else {
        (same, others)
    }
}

/// How far two sets agree, and whether both speak but of other things.
pub(crate) fn agree<T: Ord>(one: &BTreeSet<T>, other: &BTreeSet<T>) -> (f64, f64) {
    if one.is_empty() || other.is_empty() {
        return (0.0, 0.0);
    }
    let shared = jaccard(one, other);
    (shared, flag(shared <= 0.0))
}

fn classes(one: &BTreeSet<Class>, other: &BTreeSet<Class>) -> (f64, f64) {
    let known = |set: &BTreeSet<Class>| set.iter().any(|class| *class != Class::Other);
    let (same, differ) = agree(one, other);
    (
        flag(same > 0.0),
        if known(one) && known(other) {
            differ
        } else {
            0.0
        },
    )
}

/// Share of what is in either set that is in both; nothing for two empty ones.
pub(crate) fn jaccard<T: Ord>(one: &BTreeSet<T>, other: &BTreeSet<T>) -> f64 {
    let shared = one.intersection(other).count();
    let all = one.len() + other.len() - shared;
    if all == 0 {
        0.0
    } else {
        shared as f64 / all as f64
    }
}

/// The longest run of stems in both, by weight, against the lighter text.
fn run(vocabulary: &Vocabulary, old: &Unit<'_>, new: &Unit<'_>) -> f64 {
    let lighter = old.wording.total().min(new.wording.total());
    if lighter <= 0.0 {
        return 0.0;
    }
    let mut best = 0.0f64;
    let mut previous = vec![0.0f64; new.stems.len() + 1];
    let mut current = previous.clone();
    for stem in &old.stems {
        // Most words of the one are nowhere in the other.
        if !new.wording.has(*stem) {
            previous.fill(0.0);
            continue;
        }
        for (n, other) in new.stems.iter().enumerate() {
            current[n + 1] = if stem == other {
                previous[n] + vocabulary.rarity(*stem)
            } else {
                0.0
            };
            best = best.max(current[n + 1]);
        }
        std::mem::swap(&mut previous, &mut current);
    }
    (best / lighter).min(1.0)
}

/// Share of the first words that are the same: a task names its object first.
fn opening(old: &[Term], new: &[Term]) -> f64 {
    const FIRST: usize = 6;
    let first = |stems: &[Term]| stems.iter().take(FIRST).copied().collect::<BTreeSet<_>>();
    jaccard(&first(old), &first(new))
}

/// Whether the thing each names first is named by the other too: 0, a half or 1.
fn first_object(old: &Unit<'_>, new: &Unit<'_>) -> f64 {
    let named = |one: &Unit<'_>, other: &Unit<'_>| {
        one.first_object
            .is_some_and(|object| other.objects.has(object))
    };
    (flag(named(old, new)) + flag(named(new, old))) / 2.0
}

/// Whether both set a target in the same unit.
fn units(old: &Unit<'_>, new: &Unit<'_>) -> f64 {
    let units = |unit: &Unit<'_>| -> BTreeSet<String> {
        let targets = unit.directive.indicators.iter();
        targets.map(|target| target.unit.clone()).collect()
    };
    agree(&units(old), &units(new)).0
}
