//! «с 20 по 1 марта»: the ends were swapped or one of them mistyped.

use svod_language::pattern::Pattern;
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

/// «на 2026–2023 годы»: years no deadline is read from.
static YEARS: Pattern = Pattern::new(
    r"(?:^|[^0-9/№-])(?P<whole>(?P<from>20\d\d)\s*[–-]\s*(?P<to>20\d\d)\s*(?:год|гг))",
)
.needing(&["год", "гг"]);

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = document
        .deadlines()
        .into_iter()
        .filter(|(_, deadline)| {
            let ends = deadline.from.zip(deadline.to);
            ends.is_some_and(|(from, to)| from > to)
        })
        .map(|(task, deadline)| {
            document.fact(
                Rule::ReversedPeriod,
                Severity::Error,
                task,
                &deadline.phrase,
            )
        })
        .collect();
    for place in &document.places {
        for found in YEARS.captures_all(&place.lowered) {
            let (Some(whole), Some(from), Some(to)) =
                (found.name("whole"), found.name("from"), found.name("to"))
            else {
                continue;
            };
            let range = from.start()..to.end();
            let phrase = place.text.get(range.clone()).unwrap_or(whole.as_str());
            let known = findings.iter().any(|finding| {
                finding.part == Some(place.part)
                    && finding
                        .quote
                        .as_ref()
                        .is_some_and(|said| said.contains(phrase))
            });
            if from.as_str() > to.as_str() && !known {
                let finding = place.finding(Rule::ReversedPeriod, Severity::Error, range);
                findings.push(finding.with("phrase", phrase));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{directive, document, due, group, quotes, rules};

    #[test]
    fn period_that_ends_before_it_begins_is_an_error() {
        let mut item = directive("a", "провести декаду");
        item.deadlines = vec![due(Some("2027-03-20"), Some("2027-03-01"))];
        let found = rules(&document(vec![group("g", "Управлению", vec![item])]));
        assert_eq!(found, [Rule::ReversedPeriod]);
    }

    #[test]
    fn years_of_a_programme_are_looked_at_too() {
        let found = |text| quotes(Rule::ReversedPeriod, text);
        assert_eq!(
            found("утвердить программу на 2028–2026 годы"),
            ["2028–2026"]
        );
        assert!(found("утвердить программу на 2026–2028 годы").is_empty());
    }
}
