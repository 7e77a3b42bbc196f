//! A school year that was over at adoption: the sentence was carried over from last year.

use svod_model::{DeadlineKind, Severity};

use crate::document::Document;
use crate::{Finding, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let Some(adopted) = document.adopted() else {
        return Vec::new();
    };
    document
        .deadlines()
        .into_iter()
        .filter(|(_, deadline)| {
            // Forums meet in late August, when the old school year still runs for a few days.
            let days_left = deadline.to.map(|to| (to - adopted).num_days());
            let stale = days_left.is_some_and(|days| days < 30);
            stale && deadline.kind == DeadlineKind::SchoolYear
        })
        .map(|(task, deadline)| {
            document.fact(
                Rule::StaleSchoolYear,
                Severity::Warning,
                task,
                &deadline.phrase,
            )
        })
        .collect()
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
