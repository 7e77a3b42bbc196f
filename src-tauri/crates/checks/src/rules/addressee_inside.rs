//! «всем руководителям школ обеспечить» under «Руководителям школ»: said twice.

use std::collections::BTreeSet;

use svod_language::addressees::key;
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for task in document.tasks() {
        let (_, group, directive) = task;
        let Some(inside) = &directive.addressee else {
            continue;
        };
        let words = |name: &str| -> BTreeSet<String> {
            let key = key(name);
            key.split(' ')
                .filter(|word| *word != "всем")
                .map(str::to_owned)
                .collect()
        };
        let named = words(inside);
        let again = group
            .addressees
            .iter()
            .map(|name| words(name))
            .any(|theirs| !named.is_empty() && named.is_subset(&theirs));
        if again {
            findings.push(document.fact(Rule::AddresseeInside, Severity::Note, task, inside));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{document, group, of, said};

    #[test]
    fn own_addressee_again_is_noted_and_another_one_is_not() {
        let found = |inside: &str| {
            let mut item = said("d", &format!("{inside} провести смотр"));
            item.addressee = Some(inside.into());
            let groups = vec![group(
                "g",
                "Руководителям дошкольных учреждений",
                vec![item],
            )];
            of(Rule::AddresseeInside, &document(groups)).len()
        };
        assert_eq!(found("всем руководителям дошкольных организаций"), 1);
        assert_eq!(found("МБУ «Радуга»"), 0);
    }
}
