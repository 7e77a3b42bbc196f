//! A date that had passed on the day of adoption cannot be met.

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
        // A school year that is over has a rule, and words, of its own.
        .filter(|(_, deadline)| {
            let passed = deadline.to.is_some_and(|to| to < adopted);
            passed && deadline.kind != DeadlineKind::SchoolYear
        })
        .map(|(task, deadline)| {
            document.fact(
                Rule::DeadlineBeforeAdoption,
                Severity::Error,
                task,
                &deadline.phrase,
            )
        })
        .collect()
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
