//! Without a date a directive cannot be put on control.

use svod_model::{Resolution, Severity};

use crate::{Finding, Rule};

pub(super) fn check(resolution: &Resolution) -> Vec<Finding> {
    resolution
        .directives()
        .filter(|(_, _, directive)| directive.deadlines.is_empty())
        .map(|(_, group, directive)| {
            Finding::directive(Rule::NoDeadline, Severity::Note, group, directive)
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
