//! Two groups for the same addressees in one section: most likely a merge of two drafts.

use std::collections::BTreeMap;

use svod_language::words::fold;
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for section in &document.resolution.sections {
        let mut seen = BTreeMap::new();
        for group in section
            .groups
            .iter()
            .filter(|group| !group.addressees.is_empty())
        {
            let mut key: Vec<String> = group.addressees.iter().map(|name| fold(name)).collect();
            key.sort();
            if seen.insert(key, ()).is_some() {
                findings.push(
                    Finding::group(Rule::RepeatedAddressee, Severity::Warning, section, group)
                        .with("heading", &group.heading),
                );
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{directive, document, group, rules};

    #[test]
    fn second_group_of_the_same_addressee_is_reported_whatever_its_case() {
        let item = |id| vec![directive(id, "утвердить план до 1 мая")];
        let twice = document(vec![
            group("a", "Управлению образования", item("1")),
            group("b", "управлению образования", item("2")),
        ]);
        assert!(rules(&twice).contains(&Rule::RepeatedAddressee));
    }
}
