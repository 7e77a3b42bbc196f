//! Without a date a directive cannot be put on control.

use svod_model::Severity;

use super::dead_deadline;
use crate::document::Document;
use crate::{Finding, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    document
        .tasks()
        .filter(|(_, _, directive)| directive.deadlines.is_empty())
        // Words in place of a deadline have a rule of their own, and so has a missing text.
        .filter(|(_, _, directive)| {
            !directive.text.trim().is_empty() && !dead_deadline::is_in(&directive.text)
        })
        .map(|(section, group, directive)| {
            Finding::directive(Rule::NoDeadline, Severity::Note, section, group, directive)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{directive, document, due, group, rules};

    #[test]
    fn only_directives_without_any_deadline_are_noted() {
        let mut dated = directive("a", "утвердить план");
        dated.deadlines = vec![due(None, Some("2026-10-01"))];
        let items = vec![dated, directive("b", "утвердить положение")];
        assert_eq!(
            rules(&document(vec![group("g", "Управлению", items)])),
            [Rule::NoDeadline]
        );
    }
}
