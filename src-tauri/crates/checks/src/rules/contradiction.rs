//! The same task twice, with two deadlines or two targets: which one holds?

use std::collections::BTreeMap;

use svod_language::words::{TokenKind, stem, tokens};
use svod_model::{Directive, Severity};

use crate::document::Document;
use crate::{Finding, Rule};

/// Shorter tasks («утвердить план») are the same by chance.
const FEWEST: usize = 3;

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut seen: BTreeMap<Vec<String>, (&str, &Directive)> = BTreeMap::new();
    let mut findings = Vec::new();
    for task in document.tasks() {
        let (_, group, directive) = task;
        let key = key(directive);
        if key.len() < FEWEST {
            continue;
        }
        let Some((heading, first)) = seen.get(&key) else {
            seen.insert(key, (&group.heading, directive));
            continue;
        };
        let Some((one, other)) = differ(first, directive) else {
            continue;
        };
        // Two addressees may well be given different days.
        let severity = if *heading == group.heading {
            Severity::Warning
        } else {
            Severity::Note
        };
        findings.push(
            document
                .fact(Rule::Contradiction, severity, task, &other)
                .with("first", &one)
                .with("second", &other),
        );
    }
    findings
}

/// The words of a task without its days and numbers.
fn key(directive: &Directive) -> Vec<String> {
    let mut text = directive.text.clone();
    let deadlines = directive.deadlines.iter().map(|deadline| &deadline.phrase);
    for phrase in deadlines.chain(
        directive
            .indicators
            .iter()
            .map(|indicator| &indicator.phrase),
    ) {
        text = text.replacen(phrase.as_str(), " ", 1);
    }
    let lead = directive.lead.as_deref().unwrap_or_default();
    tokens(lead)
        .iter()
        .chain(&tokens(&text))
        .filter(|token| token.kind == TokenKind::Word)
        .map(|token| stem(token.text))
        .collect()
}

/// The phrases in which two directives differ.
fn differ(one: &Directive, other: &Directive) -> Option<(String, String)> {
    let days = one.deadlines.first().zip(other.deadlines.first());
    if let Some((first, second)) = days
        && (first.from, first.to) != (second.from, second.to)
    {
        return Some((first.phrase.clone(), second.phrase.clone()));
    }
    let targets = one.indicators.iter().zip(&other.indicators);
    targets
        .into_iter()
        .find(|(first, second)| first.unit == second.unit && first.value != second.value)
        .map(|(first, second)| (first.phrase.clone(), second.phrase.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{document, group, of, said};

    #[test]
    fn two_days_and_two_targets_of_one_task_contradict() {
        let found = |one: &str, other: &str| {
            let items = vec![said("a", one), said("b", other)];
            of(
                Rule::Contradiction,
                &document(vec![group("g", "Школам", items)]),
            )
        };
        let days = found(
            "провести смотр школьных музеев до 1 октября 2026 года",
            "до 3 ноября 2026 года провести смотр школьных музеев",
        );
        assert_eq!(days[0].args["first"], "до 1 октября 2026 года");
        assert_eq!(days[0].quote.as_deref(), Some("до 3 ноября 2026 года"));
        let targets = found(
            "довести охват детей кружками до 75 %",
            "довести охват детей кружками до 80 %",
        );
        assert_eq!(targets.len(), 1);
        let same = "провести смотр школьных музеев до 1 октября 2026 года";
        assert!(found(same, same).is_empty());
    }
}
