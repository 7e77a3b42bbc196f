//! A task given to nobody is done by nobody.

use svod_model::Severity;

use crate::document::Document;
use crate::own_acts::is_own_act;
use crate::{Finding, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    document
        .groups()
        .filter(|(_, group)| group.addressees.is_empty())
        .filter(|(_, group)| {
            let kind = document.resolution.kind;
            group.directives.iter().any(|directive| {
                directive.addressee.is_none() && !is_own_act(kind, group, directive)
            })
        })
        .map(|(section, group)| Finding::group(Rule::NoAddressee, Severity::Error, section, group))
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
        assert!(!rules(&document(vec![nameless.clone()])).contains(&Rule::NoAddressee));
        nameless.directives = vec![directive("d", "опубликовать настоящую резолюцию")];
        assert!(rules(&document(vec![nameless])).is_empty());
    }
}
