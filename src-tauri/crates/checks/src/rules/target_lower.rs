//! A target below last year's, most often a slip: the old number was copied from elsewhere.

use std::collections::BTreeSet;

use svod_language::words::{TokenKind, stem, tokens};
use svod_model::{Bound, Indicator, Severity};

use crate::document::Document;
use crate::{Finding, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for task in document.tasks() {
        let Some(before) = document.context.previous.get(&task.2.id) else {
            continue;
        };
        for now in &task.2.indicators {
            // Of staged targets the last one counts.
            let same = |then: &&Indicator| is_same(then, now);
            let Some(then) = before.indicators.iter().rfind(same) else {
                continue;
            };
            let later = task.2.indicators.iter().rfind(|other| is_same(other, now));
            if later.is_some_and(|later| worse(then, later)) && later == Some(now) {
                let phrase = &now.phrase;
                findings.push(
                    document
                        .fact(Rule::TargetLower, Severity::Warning, task, phrase)
                        .with("previous", &then.phrase),
                );
            }
        }
    }
    findings
}

/// The same thing measured: one unit, one side, words in common.
fn is_same(one: &Indicator, other: &Indicator) -> bool {
    let words = |indicator: &Indicator| -> BTreeSet<String> {
        tokens(&indicator.subject)
            .iter()
            .filter(|token| token.kind == TokenKind::Word && token.text.chars().count() > 3)
            .map(|token| stem(token.text))
            .collect()
    };
    let (first, second) = (words(one), words(other));
    let shared = first.intersection(&second).count();
    let fewer = first.len().min(second.len());
    one.unit == other.unit
        && (one.relation == Bound::AtMost) == (other.relation == Bound::AtMost)
        && shared * 2 >= fewer
}

fn worse(then: &Indicator, now: &Indicator) -> bool {
    match now.relation {
        Bound::AtMost => now.value > then.value,
        Bound::AtLeast | Bound::Exactly => now.value < then.value,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use svod_model::Id;

    use super::*;
    use crate::Context;
    use crate::rules::tests::{one, said};

    #[test]
    fn only_a_step_back_is_reported() {
        let found = |before: &str, now: &str| {
            let previous = BTreeMap::from([(Id::new("d"), said("old", before))]);
            let context = Context {
                previous: &previous,
                ..Context::default()
            };
            let found = crate::check(&one(now), &context);
            found
                .iter()
                .filter(|found| found.rule == Rule::TargetLower)
                .count()
        };
        let old = "довести охват детей кружками до 83 %";
        assert_eq!(found(old, "довести охват детей кружками до 75 %"), 1);
        assert_eq!(found(old, "довести охват детей кружками до 85 %"), 0);
        assert_eq!(found(old, "обучить 40 педагогов"), 0);
        let fall = "снизить долю пропусков уроков до 5 %";
        assert_eq!(found(fall, "снизить долю пропусков уроков до 8 %"), 1);
    }
}
