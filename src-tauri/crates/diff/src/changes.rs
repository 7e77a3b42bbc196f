//! Typed facts of a pair that differ.

use std::collections::BTreeSet;

use svod_language::addressees::key;
use svod_language::words::{fold, is_word, stem};
use svod_model::{Deadline, DeadlineKind, Indicator, Reference};

use crate::bodies::{Places, same_bodies};
use crate::evidence::jaccard;
use crate::plain::words_of;
use crate::thresholds as t;
use crate::unit::Unit;
use crate::{Change, Changes};

/// How far two directives are given to the same: 2 in the same words, 1 to the same bodies, 0 to others.
pub(crate) fn given_alike(old: &Unit<'_>, new: &Unit<'_>) -> u8 {
    let (before, after) = (addressees(old), addressees(new));
    let keys = |bodies: &[String]| bodies.iter().map(|body| key(body)).collect::<BTreeSet<_>>();
    if keys(&before) == keys(&after) {
        2
    } else {
        u8::from(same_addressees((old, &before), (new, &after), Places::Two))
    }
}

/// Whether the named bodies of two directives are the same.
fn same_addressees(
    (old, before): (&Unit<'_>, &[String]),
    (new, after): (&Unit<'_>, &[String]),
    places: Places,
) -> bool {
    // A short name and the full one it stands for are one body.
    let (old_names, new_names) = (names(old), names(new));
    same_bodies(before, after, places)
        || !old_names.is_empty()
            && !new_names.is_empty()
            && same_bodies(&old_names, &new_names, places)
}

pub(crate) fn changes(old: &Unit<'_>, new: &Unit<'_>, places: Places) -> Changes {
    let (before, after) = (addressees(old), addressees(new));
    let same = same_addressees((old, &before), (new, &after), places);
    // Those who are to help are addressees, too: one more or one less is a change, another place in the heading is not.
    let (old_help, new_help) = (partners(old), partners(new));
    let helped = old_help.len() == new_help.len() && same_bodies(old_help, new_help, places)
        || same_bodies(
            &[&before, old_help].concat(),
            &[&after, new_help].concat(),
            places,
        );
    let before = [before, together(old_help)].concat();
    let after = [after, together(new_help)].concat();
    let same = same && helped;
    Changes {
        addressee: (!same).then_some(Change {
            old: before,
            new: after,
        }),
        deadlines: differ(
            &terms(old, new),
            &terms(new, old),
            // «в сентябре» said again a year on is the same deadline, though not the same September.
            |a: &Deadline, b: &Deadline| {
                fold(&a.phrase) == fold(&b.phrase)
                    || (a.from, a.to, &a.recurrence) == (b.from, b.to, &b.recurrence)
            },
        ),
        indicators: targets(&old.directive.indicators, &new.directive.indicators),
        references: differ(
            &old.directive.references,
            &new.directive.references,
            // Quotation marks and dashes of another kind make no other act.
            |a: &Reference, b: &Reference| {
                a.canonical == b.canonical || words_of(&a.canonical) == words_of(&b.canonical)
            },
        ),
    }
}

/// The targets that differ, each beside the one that measures the same: an equal number of something else
/// is no target kept. Those without a partner follow.
fn targets(old: &[Indicator], new: &[Indicator]) -> Option<Change<Indicator>> {
    let partner = partners_of(old, new);
    let mut change = Change {
        old: Vec::new(),
        new: Vec::new(),
    };
    for (o, was) in old.iter().enumerate() {
        if let Some(is) = partner[o].and_then(|n| new.get(n))
            && !same_target(was, is)
        {
            change.old.push(was.clone());
            change.new.push(is.clone());
        }
    }
    for (o, was) in old.iter().enumerate() {
        if partner[o].is_none() && !is_said(was, new) && !is_said(was, &change.old) {
            change.old.push(was.clone());
        }
    }
    for (n, is) in new.iter().enumerate() {
        if !partner.contains(&Some(n)) && !is_said(is, old) && !is_said(is, &change.new) {
            change.new.push(is.clone());
        }
    }
    (!change.old.is_empty() || !change.new.is_empty()).then_some(change)
}

/// For each old target the new one that measures the same, the likeliest first.
fn partners_of(old: &[Indicator], new: &[Indicator]) -> Vec<Option<usize>> {
    let (before, after) = (subjects(old), subjects(new));
    let mut likely: Vec<(f64, usize, usize)> = Vec::new();
    for (o, was) in old.iter().enumerate() {
        for (n, is) in new.iter().enumerate().filter(|(_, is)| same_unit(was, is)) {
            let same = was.value.to_bits() == is.value.to_bits();
            let kept = if same { t::SAME_NUMBER } else { 0.0 };
            likely.push((jaccard(&before[o], &after[n]) + kept, o, n));
        }
    }
    likely.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut partner: Vec<Option<usize>> = vec![None; old.len()];
    for (_, o, n) in likely {
        if partner[o].is_none() && !partner.contains(&Some(n)) {
            partner[o] = Some(n);
        }
    }
    partner
}

/// Whether a target is one of some: what is said twice on one side and once on the other is not changed.
fn is_said(one: &Indicator, all: &[Indicator]) -> bool {
    let mine = subject(one);
    let measures = |other: &Indicator| {
        let theirs = subject(other);
        mine.is_empty() || theirs.is_empty() || jaccard(&mine, &theirs) >= t::SAME_MEASURE
    };
    all.iter()
        .any(|other| same_target(one, other) && measures(other))
}

fn subjects(all: &[Indicator]) -> Vec<BTreeSet<String>> {
    all.iter().map(subject).collect()
}

/// What a target measures, as stems.
fn subject(target: &Indicator) -> BTreeSet<String> {
    let words = fold(&target.subject);
    let words = words.split(|c: char| !is_word(c));
    words
        .filter(|word| word.chars().count() > 2)
        .map(stem)
        .collect()
}

/// Whether two numbers count the same: «140 мест» and «140 воспитанников» may be one, 40 % and 40 hours are not.
fn same_unit(one: &Indicator, other: &Indicator) -> bool {
    let things = |unit: &str| unit.chars().next().is_some_and(char::is_alphabetic);
    stem(&one.unit) == stem(&other.unit)
        || same_people(&one.unit, &other.unit)
        || one.value.min(other.value) >= t::LARGE && things(&one.unit) && things(&other.unit)
}

/// Whether two targets ask the same: the same number, and not the one at least and the other at most.
fn same_target(one: &Indicator, other: &Indicator) -> bool {
    let opposed = one.relation != other.relation && is_bounded(one) && is_bounded(other);
    one.value.to_bits() == other.value.to_bits() && same_unit(one, other) && !opposed
}

/// Whether the words say which side of the number is meant.
fn is_bounded(target: &Indicator) -> bool {
    let phrase = fold(&target.phrase);
    BOUNDS.iter().any(|bound| phrase.contains(bound))
}

const BOUNDS: [&str; 6] = [
    "не менее",
    "не более",
    "не ниже",
    "не выше",
    "не меньше",
    "не больше",
];

/// Words for those who are counted, by how they begin: «5 учителей» and «5 педагогов» are one target.
const PEOPLE: [&[&str]; 3] = [
    &[
        "учител",
        "преподавател",
        "педагог",
        "педработник",
        "работник",
        "сотрудник",
        "специалист",
    ],
    &[
        "обучающ",
        "учащ",
        "учени",
        "школьник",
        "дет",
        "ребен",
        "ребят",
        "воспитанник",
        "подрост",
        "несовершеннолетн",
    ],
    &[
        "школ",
        "гимнази",
        "лице",
        "общеобразовательн",
        "учрежден",
        "организац",
    ],
];

fn same_people(one: &str, other: &str) -> bool {
    let (one, other) = (fold(one), fold(other));
    let among = |word: &str, names: &[&str]| names.iter().any(|name| word.starts_with(name));
    PEOPLE
        .iter()
        .any(|names| among(&one, names) && among(&other, names))
}

/// The deadlines of a directive that may differ from the other's. «Постоянно» beside nothing is no
/// other deadline: both have no end.
fn terms(unit: &Unit<'_>, other: &Unit<'_>) -> Vec<Deadline> {
    let all = &unit.directive.deadlines;
    let endless = |term: &Deadline| term.kind == DeadlineKind::Permanent;
    if all.iter().all(endless) && other.directive.deadlines.is_empty() {
        return Vec::new();
    }
    let repeats = |unit: &Unit<'_>| {
        unit.directive
            .deadlines
            .iter()
            .any(|term| term.recurrence.is_some())
    };
    let mut terms = all.clone();
    if !repeats(unit) && repeats(other) {
        terms.extend(repeated(&unit.directive.text));
    }
    terms
}

/// How often a thing is done, where a word beside it says so: «ежеквартальные собеседования». By itself that is no
/// deadline, beside «ежеквартально» in the other text it is the same one.
fn repeated(text: &str) -> Option<Deadline> {
    const OFTEN: [(&str, &str); 5] = [
        ("ежедневн", "FREQ=DAILY"),
        ("еженедельн", "FREQ=WEEKLY"),
        ("ежемесячн", "FREQ=MONTHLY"),
        ("ежеквартальн", "FREQ=MONTHLY;INTERVAL=3"),
        ("ежегодн", "FREQ=YEARLY"),
    ];
    let words = text.split(|c: char| !is_word(c));
    let rule = |word: &str| {
        let word = fold(word);
        let known = OFTEN.iter().find(|(often, _)| word.starts_with(often));
        known.map(|(_, rule)| *rule)
    };
    let (phrase, rule) = words.filter_map(|word| Some((word, rule(word)?))).next()?;
    Some(Deadline {
        phrase: phrase.to_owned(),
        kind: DeadlineKind::Recurring,
        recurrence: Some(rule.to_owned()),
        ..Deadline::default()
    })
}

fn addressees(unit: &Unit<'_>) -> Vec<String> {
    match &unit.directive.addressee {
        Some(own) => vec![own.clone()],
        None => unit.group.addressees.clone(),
    }
}

fn partners<'u>(unit: &Unit<'u>) -> &'u [String] {
    match unit.directive.addressee {
        Some(_) => &[],
        None => &unit.group.partners,
    }
}

/// Those who help as the heading has them: «совместно с отделом культуры», «совместно со школами».
fn together(partners: &[String]) -> Vec<String> {
    let with = |name: &str| {
        let mut letters = name.trim_start_matches('«').chars();
        let first = letters.next().and_then(|c| c.to_lowercase().next());
        let second = letters.next();
        let hard = first.is_some_and(|c| "сзшж".contains(c))
            && second.is_some_and(|c| c.is_lowercase() && !"аеёиоуыэюя".contains(c));
        if hard || first == Some('щ') {
            "со"
        } else {
            "с"
        }
    };
    let named = partners
        .iter()
        .map(|name| format!("совместно {} {name}", with(name)));
    named.collect()
}

fn names(unit: &Unit<'_>) -> Vec<String> {
    match &unit.directive.addressee {
        Some(own) => vec![own.clone()],
        None => {
            let bodies = unit.group.bodies.iter();
            bodies.map(|body| body.name.clone()).collect()
        }
    }
}

/// The facts of one kind that are on one side only.
fn differ<T: Clone>(old: &[T], new: &[T], same: impl Fn(&T, &T) -> bool) -> Option<Change<T>> {
    let own = |facts: &[T], others: &[T]| -> Vec<T> {
        let mut own: Vec<T> = Vec::new();
        for fact in facts {
            if !others.iter().chain(&own).any(|other| same(fact, other)) {
                own.push(fact.clone());
            }
        }
        own
    };
    let change = Change {
        old: own(old, new),
        new: own(new, old),
    };
    (!change.old.is_empty() || !change.new.is_empty()).then_some(change)
}
