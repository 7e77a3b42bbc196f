//! «19411945 гг.», «2026 2027 учебном году»: a dash lost between two years.

use svod_language::pattern::{Part, Pattern, Text};
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

static GLUED: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_№/.-])(?P<whole>(?P<from>(?:19|20)\d\d)(?P<to>(?:19|20)\d\d))(?:[^0-9a-zа-яё_/.-]|\.\s|\.$|$)",
)
.needing(&["19", "20"]);
static APART: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_№/.–-])(?P<whole>(?P<from>20\d\d)\s+(?P<to>20\d\d))\s+(?:уч|год|гг)",
)
.needing(&["20"]);
/// Years further apart are no period.
const FARTHEST: u32 = 60;

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in &document.places {
        for (whole, first, last) in lost(&place.lowered) {
            findings.push(
                place
                    .finding(Rule::LostDash, Severity::Warning, whole.range())
                    .with("phrase", whole.as_str())
                    .mended(format!("{first}–{last}")),
            );
        }
    }
    findings
}

/// The years without a dash: all of it, the first, the last.
fn lost<'t>(text: &Text<'t>) -> Vec<(Part<'t>, u32, u32)> {
    let glued = GLUED.captures_all(text).into_iter();
    glued
        .chain(APART.captures_all(text))
        .filter_map(|found| {
            let whole = found.name("whole")?;
            let first = found.name("from")?.as_str().parse().ok()?;
            let last: u32 = found.name("to")?.as_str().parse().ok()?;
            let before = text.printed().get(..whole.start()).unwrap_or_default();
            let number = before.trim_end().ends_with('№');
            let period = first < last && last - first <= FARTHEST;
            (period && !number).then_some((whole, first, last))
        })
        .collect()
}

/// Whether a text has such years.
pub(super) fn is_in(text: &str) -> bool {
    !lost(&Text::new(text)).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{mended, quotes};

    #[test]
    fn dash_comes_back_between_years() {
        let mended = |text| mended(Rule::LostDash, text);
        assert_eq!(mended("войне 19411945 гг."), "войне 1941–1945 гг.");
        assert_eq!(
            mended("в 2026 2027 учебном году"),
            "в 2026–2027 учебном году"
        );
        assert!(quotes(Rule::LostDash, "счёт № 20262027, телефон 20261998").is_empty());
    }
}
