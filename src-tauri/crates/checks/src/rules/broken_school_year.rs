//! «В 2026/2028 учебном году»: a school year has two years in a row.

use std::ops::Range;

use svod_language::pattern::{Part, Pattern, Text};
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
        for year in broken(&place.lowered) {
            findings.push(
                place
                    .finding(Rule::BrokenSchoolYear, Severity::Error, year.range())
                    .with("phrase", year.as_str()),
            );
        }
    }
    findings
}

fn broken<'t>(text: &Text<'t>) -> Vec<Part<'t>> {
    let years = all(text).into_iter().filter(|(_, right, _)| !right);
    years.map(|(_, _, whole)| whole).collect()
}

/// The school years of a text that there can be: the first of their two years, and their place.
pub(super) fn school_years(text: &Text<'_>) -> Vec<(i32, Range<usize>)> {
    let years = all(text).into_iter().filter(|(_, right, _)| *right);
    years
        .map(|(first, _, whole)| (first, whole.range()))
        .collect()
}

/// The first year, whether the second is the next one, and the words.
fn all<'t>(text: &Text<'t>) -> Vec<(i32, bool, Part<'t>)> {
    let number = |part: Part<'_>| part.as_str().parse::<i32>().ok();
    YEAR.captures_all(text)
        .into_iter()
        .filter_map(|found| {
            let first = number(found.name("first")?)?;
            let second = number(found.name("second")?)?;
            let next = if second < 100 {
                (first + 1) % 100
            } else {
                first + 1
            };
            Some((first, second == next, found.name("whole")?))
        })
        .collect()
}

/// Whether a text has such a year.
pub(super) fn is_in(text: &str) -> bool {
    !broken(&Text::new(text)).is_empty()
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
