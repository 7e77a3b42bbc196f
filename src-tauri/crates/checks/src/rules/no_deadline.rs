//! Without a date a directive cannot be put on control.

use svod_model::Severity;

use super::{broken_school_year, dead_deadline, impossible_date, lost_dash, unresolved_deadline};
use crate::document::Document;
use crate::own_acts::is_own_act;
use crate::{Finding, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    document
        .tasks()
        .filter(|(_, _, directive)| directive.deadlines.is_empty())
        .filter(|(_, group, directive)| !is_own_act(document.resolution.kind, group, directive))
        // Words in place of a deadline and dates that are none have rules of their own, and so has
        // a missing text.
        .filter(|(_, _, directive)| {
            let text = &directive.text;
            let spoken = [
                dead_deadline::is_in,
                unresolved_deadline::is_in,
                impossible_date::is_in,
                broken_school_year::is_in,
                lost_dash::is_in,
            ];
            text.chars().any(char::is_alphanumeric) && !spoken.iter().any(|is_in| is_in(text))
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
