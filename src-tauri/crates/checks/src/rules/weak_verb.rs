//! «Усилить работу» names no result, so nobody can say whether it was done.

use svod_language::words::fold;
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Part, Rule};

/// Verbs controllers send back (domain facts, g: weak verbs).
const WEAK: &[&str] = &[
    "усилить",
    "активизировать",
    "продолжить",
    "совершенствовать",
    "повышать",
    "повысить",
    "улучшать",
    "улучшить",
    "содействовать",
    "способствовать",
    "стремиться",
    "обратить внимание",
    "обратить особое внимание",
    "уделить внимание",
    "уделить особое внимание",
    "принять меры",
    "создать условия",
    "рассмотреть возможность",
    "проработать вопрос",
];

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    document
        .places
        .iter()
        .filter(|place| place.part == Part::Text)
        .filter(|place| {
            place.directive.is_some_and(|directive| {
                directive.indicators.is_empty() && directive.deadlines.is_empty()
            })
        })
        .filter_map(|place| {
            let folded = fold(place.text);
            let verb = WEAK.iter().find(|verb| {
                let rest = folded.strip_prefix(*verb);
                rest.is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
            })?;
            let finding = place.finding(Rule::WeakVerb, Severity::Note, 0..verb.len());
            Some(finding.with("verb", verb))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use svod_model::Indicator;

    use super::*;
    use crate::rules::tests::{directive, document, group, quotes, rules};

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

    #[test]
    fn phrases_count_and_longer_words_do_not() {
        let found = |text| quotes(Rule::WeakVerb, text);
        assert_eq!(found("Создать условия для отдыха"), ["Создать условия"]);
        assert!(found("создать центр для детей").is_empty());
    }
}
