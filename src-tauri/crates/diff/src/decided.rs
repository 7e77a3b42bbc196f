//! What a person said of pairs, found again in two documents.

use std::collections::{BTreeMap, BTreeSet};

use crate::plain::words_of;
use crate::unit::Unit;
use crate::{Decision, Judgement, Part, Relation};

/// The decisions that still speak of something in the documents, by places.
#[derive(Debug, Default)]
pub(crate) struct Decided {
    /// Pairs a person wants, with the relation if one was named.
    pub(crate) together: BTreeMap<(usize, usize), Option<Relation>>,
    /// Pairs a person does not want.
    pub(crate) apart: BTreeSet<(usize, usize)>,
}

/// Finds the directives that decisions speak of. One whose directives are gone waits unused.
pub(crate) fn find(decisions: &[Decision], old: &[Unit<'_>], new: &[Unit<'_>]) -> Decided {
    let mut decided = Decided::default();
    for decision in decisions {
        let (Some(o), Some(n)) = (place(&decision.old, old), place(&decision.new, new)) else {
            continue;
        };
        decided.together.remove(&(o, n));
        decided.apart.remove(&(o, n));
        match decision.verdict {
            Judgement::Together { relation } => {
                decided.together.insert((o, n), relation);
            }
            Judgement::Apart => {
                decided.apart.insert((o, n));
            }
        }
    }
    decided
}

/// The directive with the same id, else the only one with the same words: reading a file anew may
/// give other ids.
fn place(part: &Part, units: &[Unit<'_>]) -> Option<usize> {
    let by_id = units.iter().position(|unit| unit.directive.id == part.id);
    if by_id.is_some() {
        return by_id;
    }
    let wanted = words_of(&part.text);
    let mut same = (0..units.len()).filter(|n| words_of(&units[*n].directive.text) == wanted);
    let found = same.next()?;
    same.next().is_none().then_some(found)
}
