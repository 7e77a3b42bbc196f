//! A task given to nobody is done by nobody.

use svod_model::{Resolution, Severity};

use crate::{Finding, Rule};

pub(super) fn check(resolution: &Resolution) -> Vec<Finding> {
    let groups = resolution
        .sections
        .iter()
        .flat_map(|section| &section.groups);
    groups
        .filter(|group| group.addressees.is_empty())
        .filter(|group| {
            group
                .directives
                .iter()
                .any(|directive| directive.addressee.is_none())
        })
        .map(|group| Finding::group(Rule::NoAddressee, Severity::Error, group))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{directive, document, group, rules};

    #[test]
    fn group_without_addressee_is_an_error_unless_its_items_name_theirs() {
        let mut own = directive("d", "провести смотр до 1 мая");
        let mut nameless = group("g", "", vec![own.clone()]);
        nameless.addressees.clear();
        assert!(rules(&document(vec![nameless.clone()])).contains(&Rule::NoAddressee));
        own.addressee = Some("МБУ «Радуга»".into());
        nameless.directives = vec![own];
        assert!(!rules(&document(vec![nameless])).contains(&Rule::NoAddressee));
    }
}
