//! An addressee heading that was left behind when its items were deleted.

use svod_model::{Resolution, Severity};

use crate::{Finding, Rule};

pub(super) fn check(resolution: &Resolution) -> Vec<Finding> {
    let groups = resolution
        .sections
        .iter()
        .flat_map(|section| &section.groups);
    groups
        .filter(|group| group.directives.is_empty())
        .map(|group| {
            Finding::group(Rule::EmptyGroup, Severity::Error, group).with("heading", &group.heading)
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
