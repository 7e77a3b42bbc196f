//! What speaks for a pair, in the order a person would name it.

use crate::pairing::{Kind, Link};
use crate::thresholds as t;
use crate::unit::{Unit, words_of};
use crate::{Changes, Reason};

/// The reasons of a pair, the strongest first; a pair made by the wording of nothing in particular
/// has none.
pub(crate) fn reasons(
    link: &Link,
    (old, new): (&Unit<'_>, &Unit<'_>),
    likeness: f64,
    changes: &Changes,
) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if link.confirmed.is_some() {
        reasons.push(Reason::Person);
    }
    // Capitals and marks make no other words.
    if words_of(&old.plain) == words_of(&new.plain) && old.is_led_as(new) {
        reasons.push(Reason::SameText);
    } else if old.masked == new.masked {
        reasons.push(Reason::SameButFacts);
    } else if likeness >= t::REWORDED {
        reasons.push(Reason::SameWording);
    }
    if link.kind != Kind::Single {
        reasons.push(Reason::Part);
    }
    // The wording says all the rest.
    let worded = reasons
        .iter()
        .any(|reason| matches!(reason, Reason::SameText | Reason::SameButFacts));
    if worded {
        return reasons;
    }
    if let Some(words) = shared_object(old, new) {
        reasons.push(Reason::SameObject { words });
    }
    if let Some(name) = new.quoted.iter().find(|name| old.quoted.contains(name)) {
        reasons.push(Reason::SameName { name: name.clone() });
    }
    for act in &new.directive.references {
        let same = old
            .directive
            .references
            .iter()
            .any(|other| other.canonical == act.canonical);
        if same && act.number.is_some() {
            reasons.push(Reason::SameAct {
                act: act.canonical.clone(),
            });
        }
    }
    if !old.verbs.is_disjoint(&new.verbs) {
        reasons.push(Reason::SameAction);
    } else if is_next_stage(old, new) {
        reasons.push(Reason::NextStage);
    }
    if changes.addressee.is_none() && !old.classes.is_disjoint(&new.classes) {
        reasons.push(Reason::SameAddressee);
    }
    reasons
}

/// The new text's words for the rarest thing both name.
fn shared_object(old: &Unit<'_>, new: &Unit<'_>) -> Option<String> {
    // An age says what is meant, and is no name of it: «5–18 лет».
    let name = |term| {
        let named = new.named.iter().filter(|(object, _)| *object == term);
        let mut words = named.map(|(_, words)| words);
        words.find(|words| !words.starts_with(|c: char| c.is_ascii_digit()))
    };
    let shared = old.objects.shared(&new.objects);
    let named = shared.filter_map(|(term, one, other)| Some((one + other, name(term)?)));
    let (_, words) = named.max_by(|a, b| a.0.total_cmp(&b.0))?;
    Some(words.clone())
}

/// Work goes on: what was prepared is approved or launched, what was launched is carried on.
fn is_next_stage(old: &Unit<'_>, new: &Unit<'_>) -> bool {
    const STAGES: &[&[&str]] = &[
        &["v_prepare", "v_identify", "v_consider"],
        &["v_approve", "v_create", "v_appoint", "v_launch"],
        &["v_carry", "v_use", "v_extend", "v_improve", "v_accompany"],
        &["v_check", "v_analyse", "v_distribute", "v_end", "v_update"],
    ];
    let stages = |unit: &Unit<'_>| -> Vec<usize> {
        (0..STAGES.len())
            .filter(|n| STAGES[*n].iter().any(|verb| unit.verbs.contains(verb)))
            .collect()
    };
    stages(old)
        .first()
        .zip(stages(new).last())
        .is_some_and(|(before, after)| before < after)
}
