//! The same sentence twice: for the same addressee a slip, for two addressees worth a look.

use std::collections::BTreeMap;

use svod_language::words::fold;
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut findings = Vec::new();
    for (section, group, directive) in document.tasks() {
        // Sub-items of different leads may share their words.
        let lead = directive.lead.as_deref().unwrap_or_default();
        let key = fold(&format!("{lead} {}", directive.text));
        match seen.get(&key) {
            Some(first) => {
                let same_addressee = *first == group.heading;
                let severity = if same_addressee {
                    Severity::Warning
                } else {
                    Severity::Note
                };
                let finding = Finding::directive(
                    Rule::DuplicateDirective,
                    severity,
                    section,
                    group,
                    directive,
                );
                findings.push(finding.with("text", &directive.text));
            }
            None => {
                seen.insert(key, &group.heading);
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{directive, document, due, group, of};

    #[test]
    fn repeat_for_another_addressee_is_a_note_for_the_same_one_a_warning() {
        let item = |id| {
            let mut item = directive(id, "Утвердить план работы музея");
            item.deadlines = vec![due(None, Some("2026-10-01"))];
            item
        };
        let severity = |groups| {
            let found = of(Rule::DuplicateDirective, &document(groups));
            found.first().map(|f| f.severity)
        };
        let same = vec![group("g", "Школам", vec![item("1"), item("2")])];
        assert_eq!(severity(same), Some(Severity::Warning));
        let other = vec![
            group("g", "Школам", vec![item("1")]),
            group("h", "Садам", vec![item("2")]),
        ];
        assert_eq!(severity(other), Some(Severity::Note));
    }
}
