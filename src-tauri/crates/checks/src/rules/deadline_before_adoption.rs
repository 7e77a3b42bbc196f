//! A date that had passed on the day of adoption cannot be met.

use svod_model::{DeadlineKind, Resolution, Severity};

use crate::{Finding, Rule};

pub(super) fn check(resolution: &Resolution) -> Vec<Finding> {
    let Some(adopted) = resolution.adopted_on else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for (_, group, directive) in resolution.directives() {
        for deadline in &directive.deadlines {
            let passed = deadline.to.is_some_and(|to| to < adopted);
            // A school year that is over has a rule, and words, of its own.
            if passed && deadline.kind != DeadlineKind::SchoolYear {
                let finding = Finding::directive(
                    Rule::DeadlineBeforeAdoption,
                    Severity::Error,
                    group,
                    directive,
                );
                findings.push(finding.with("phrase", &deadline.phrase));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{directive, document, due, group, rules};

    #[test]
    fn past_date_is_an_error_and_the_day_itself_is_not() {
        let mut item = directive("a", "утвердить план");
        item.deadlines = vec![due(None, Some("2026-08-24"))];
        let past = document(vec![group("g", "Управлению", vec![item.clone()])]);
        assert_eq!(rules(&past), [Rule::DeadlineBeforeAdoption]);
        item.deadlines = vec![due(None, Some("2026-08-25"))];
        assert!(rules(&document(vec![group("g", "Управлению", vec![item])])).is_empty());
    }
}
