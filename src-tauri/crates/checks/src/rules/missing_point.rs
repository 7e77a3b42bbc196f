//! «в соответствии с пунктом 3.7 настоящей резолюции», which has no such point.

use std::collections::BTreeSet;

use svod_language::pattern::Pattern;
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

static POINT: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_])(?:пункт\w*|подпункт\w*|п\.|пп\.)\s*(?P<number>\d{1,2}(?:\.\d{1,2})?)\.?\s+(?:настоящ|данн)\w+\s+(?:резолюци|решени|рекомендаци|протокол)",
)
.needing(&["настоящ", "данн"]);

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut known: Option<BTreeSet<String>> = None;
    for place in &document.places {
        for found in POINT.captures_all(&place.lowered) {
            let Some(number) = found.name("number") else {
                continue;
            };
            let known = known.get_or_insert_with(|| numbers(document));
            if !known.contains(number.as_str()) {
                findings.push(
                    place
                        .finding(Rule::MissingPoint, Severity::Warning, number.range())
                        .with("number", number.as_str()),
                );
            }
        }
    }
    findings
}

/// Every number of the document, without final points and letters.
fn numbers(document: &Document<'_>) -> BTreeSet<String> {
    svod_model::numbering::number(document.resolution)
        .into_values()
        .filter_map(|number| {
            let number = number.split(' ').next()?;
            Some(number.trim_end_matches('.').to_owned())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::quotes;

    #[test]
    fn point_that_is_not_there_is_reported() {
        let found = |number: &str| {
            let text = format!("отчитаться о пункте {number} настоящей резолюции");
            quotes(Rule::MissingPoint, &text)
        };
        assert_eq!(found("3.7"), ["3.7"]);
        assert!(found("1.1").is_empty());
    }
}
