//! A school year that was over at adoption: the sentence was carried over from last year.

use svod_model::{DeadlineKind, Resolution, Severity};

use crate::{Finding, Rule};

pub(super) fn check(resolution: &Resolution) -> Vec<Finding> {
    let Some(adopted) = resolution.adopted_on else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for (_, group, directive) in resolution.directives() {
        for deadline in &directive.deadlines {
            // Forums meet in late August, when the old school year still runs for a few days.
            let days_left = deadline.to.map(|to| (to - adopted).num_days());
            let stale = days_left.is_some_and(|days| days < 30);
            if stale && deadline.kind == DeadlineKind::SchoolYear {
                let finding =
                    Finding::directive(Rule::StaleSchoolYear, Severity::Warning, group, directive);
                findings.push(finding.with("phrase", &deadline.phrase));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use svod_model::DeadlineKind;

    use super::*;
    use crate::rules::tests::{directive, document, due, group, rules};

    #[test]
    fn school_year_ending_with_the_forum_is_stale_and_the_next_one_is_not() {
        let year = |from, to| {
            let mut item = directive("a", "утвердить план");
            let deadline = due(Some(from), Some(to));
            item.deadlines = vec![svod_model::Deadline {
                kind: DeadlineKind::SchoolYear,
                ..deadline
            }];
            rules(&document(vec![group("g", "Управлению", vec![item])]))
        };
        assert_eq!(year("2025-09-01", "2026-08-31"), [Rule::StaleSchoolYear]);
        assert!(year("2026-09-01", "2027-08-31").is_empty());
    }
}
