//! An addressee heading that was left behind when its items were deleted.

use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    document
        .groups()
        .filter(|(_, group)| group.directives.is_empty())
        .map(|(section, group)| {
            Finding::group(Rule::EmptyGroup, Severity::Error, section, group)
                .with("heading", &group.heading)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{document, group, rules};

    #[test]
    fn heading_without_items_is_reported() {
        let found = rules(&document(vec![group(
            "g",
            "Управлению образования",
            Vec::new(),
        )]));
        assert_eq!(found, [Rule::EmptyGroup]);
    }
}
