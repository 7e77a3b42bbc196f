//! Typed facts of a pair that differ.

use std::collections::BTreeSet;

use svod_language::addressees::{Class, class, key};
use svod_model::{Deadline, Indicator, Reference};

use crate::unit::Unit;
use crate::{Change, Changes};

pub(crate) fn changes(old: &Unit<'_>, new: &Unit<'_>) -> Changes {
    let (before, after) = (addressees(old), addressees(new));
    // A short name and the full one it stands for are one body.
    let (old_names, new_names) = (names(old), names(new));
    let same = same_bodies(&before, &after)
        || !old_names.is_empty() && !new_names.is_empty() && same_bodies(&old_names, &new_names);
    Changes {
        addressee: (!same).then_some(Change {
            old: before,
            new: after,
        }),
        deadlines: differ(
            &old.directive.deadlines,
            &new.directive.deadlines,
            |deadline: &Deadline| (deadline.from, deadline.to, deadline.recurrence.clone()),
        ),
        indicators: differ(
            &old.directive.indicators,
            &new.directive.indicators,
            |target: &Indicator| (target.value.to_bits(), target.unit.clone()),
        ),
        references: differ(
            &old.directive.references,
            &new.directive.references,
            |act: &Reference| act.canonical.clone(),
        ),
    }
}

fn addressees(unit: &Unit<'_>) -> Vec<String> {
    match &unit.directive.addressee {
        Some(own) => vec![own.clone()],
        None => unit.group.addressees.clone(),
    }
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

/// The same bodies, whatever their spelling. Bodies of a known class are told apart by class and
/// by most of their name: a district renamed into an округ still has the same education office.
fn same_bodies(old: &[String], new: &[String]) -> bool {
    if old.is_empty() || new.is_empty() {
        // Nobody named on one side is a gap in the document, not a new addressee.
        return true;
    }
    let covers = |one: &[String], other: &[String]| {
        one.iter()
            .all(|body| other.iter().any(|candidate| same_body(body, candidate)))
    };
    covers(old, new) && covers(new, old)
}

fn same_body(one: &str, other: &str) -> bool {
    let (first, second) = (key(one), key(other));
    if first == second {
        return true;
    }
    let kind = class(one);
    if kind != class(other) || kind == Class::Other {
        return false;
    }
    let stems = |key: &str| {
        key.split(' ')
            .map(str::to_owned)
            .collect::<BTreeSet<String>>()
    };
    let (first, second) = (stems(&first), stems(&second));
    let shared = first.intersection(&second).count();
    // Heads of schools and heads of kindergartens share their class but not most of their name.
    shared * 2 >= first.len().min(second.len())
}

fn differ<T: Clone, K: Ord>(old: &[T], new: &[T], key: impl Fn(&T) -> K) -> Option<Change<T>> {
    let keys = |facts: &[T]| facts.iter().map(&key).collect::<BTreeSet<K>>();
    (keys(old) != keys(new)).then(|| Change {
        old: old.to_vec(),
        new: new.to_vec(),
    })
}
