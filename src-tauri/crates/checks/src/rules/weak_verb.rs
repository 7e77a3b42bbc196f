//! «Усилить работу» names no result, so nobody can say whether it was done.

use svod_language::words::fold;
use svod_model::{Resolution, Severity};

use crate::{Finding, Rule};

/// Verbs controllers send back (domain facts, g: weak verbs).
const WEAK: &[&str] = &[
    "усилить",
    "активизировать",
    "продолжить",
    "совершенствовать",
    "повышать",
    "повысить",
    "улучшить",
    "содействовать",
    "способствовать",
    "стремиться",
];

pub(super) fn check(resolution: &Resolution) -> Vec<Finding> {
    resolution
        .directives()
        .filter(|(_, _, directive)| {
            directive.indicators.is_empty() && directive.deadlines.is_empty()
        })
        .filter_map(|(_, group, directive)| {
            let first = fold(directive.text.split_whitespace().next()?);
            let verb = WEAK.iter().find(|verb| **verb == first)?;
            let finding = Finding::directive(Rule::WeakVerb, Severity::Note, group, directive);
            Some(finding.with("verb", verb))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use svod_model::Indicator;

    use super::*;
    use crate::rules::tests::{directive, document, group, rules};

    #[test]
    fn weak_verb_is_noted_unless_something_measures_it() {
        let mut item = directive("a", "Усилить работу с родителями");
        let found = rules(&document(vec![group("g", "Школам", vec![item.clone()])]));
        assert!(found.contains(&Rule::WeakVerb));
        item.indicators = vec![Indicator {
            value: 80.0,
            unit: "%".into(),
            ..Indicator::default()
        }];
        let found = rules(&document(vec![group("g", "Школам", vec![item])]));
        assert!(!found.contains(&Rule::WeakVerb));
    }
}
