//! «В 2026/2028 учебном году»: a school year has two years in a row.

use svod_language::pattern::Pattern;
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

static YEAR: Pattern = Pattern::new(
    r"(?P<whole>(?P<first>20\d\d)\s*[/–—-]\s*(?P<second>20\d\d|\d\d))\s*(?:-м\s+)?уч(?:ебн|\.)",
)
.needing(&["уч"]);

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in &document.places {
        for found in YEAR.captures_all(&place.lowered) {
            let (Some(whole), Some(first), Some(second)) = (
                found.name("whole"),
                found.name("first"),
                found.name("second"),
            ) else {
                continue;
            };
            let number = |text: &str| text.parse::<u32>().unwrap_or_default();
            let (first, second) = (number(first.as_str()), number(second.as_str()));
            if (first + 1) % 100 != second % 100 || second > 100 && second != first + 1 {
                findings.push(
                    place
                        .finding(Rule::BrokenSchoolYear, Severity::Error, whole.range())
                        .with("phrase", whole.as_str()),
                );
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::quotes;

    #[test]
    fn years_that_do_not_follow_are_an_error() {
        let found = |text| quotes(Rule::BrokenSchoolYear, text);
        assert_eq!(found("провести в 2026/2028 учебном году"), ["2026/2028"]);
        assert_eq!(found("провести в 2026-2025 уч. году"), ["2026-2025"]);
        assert!(found("провести в 2026/27 учебном году").is_empty());
        assert!(found("провести в 2026–2027 учебном году").is_empty());
    }
}
