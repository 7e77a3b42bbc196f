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
        // A heading made of the items' own addressees repeats nothing, and one of several is named
        // to tell it from the others; «(отв.: …)» is a form of its own.
        let [theirs] = group.addressees.as_slice() else {
            continue;
        };
        let before = directive
            .text
            .split(inside.as_str())
            .next()
            .unwrap_or_default();
        let inline = directive.text.contains(inside.as_str()) && !before.contains('(');
        if group.heading.trim().is_empty() || !inline {
            continue;
        }
        let (named, theirs) = (words(inside), words(theirs));
        if !named.is_empty() && named.is_subset(&theirs) {
            findings.push(document.fact(Rule::AddresseeInside, Severity::Note, task, inside));
        }
    }
    findings
}

fn words(name: &str) -> BTreeSet<String> {
    let key = key(name);
    key.split(' ')
        .filter(|word| *word != "всем")
        .map(str::to_owned)
        .collect()
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
