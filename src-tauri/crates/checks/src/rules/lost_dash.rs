//! «19411945 гг.», «2026 2027 учебном году»: a dash lost between two years.

use svod_language::pattern::Pattern;
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
        let glued = GLUED.captures_all(&place.lowered).into_iter();
        for found in glued.chain(APART.captures_all(&place.lowered)) {
            let (Some(whole), Some(from), Some(to)) =
                (found.name("whole"), found.name("from"), found.name("to"))
            else {
                continue;
            };
            let year = |text: &str| text.parse::<u32>().unwrap_or_default();
            let (first, last) = (year(from.as_str()), year(to.as_str()));
            let before = place.text.get(..whole.start()).unwrap_or_default();
            let number = before.trim_end().ends_with('№');
            if first < last && last - first <= FARTHEST && !number {
                findings.push(
                    place
                        .finding(Rule::LostDash, Severity::Warning, whole.range())
                        .with("phrase", whole.as_str())
                        .mended(format!("{first}–{last}")),
                );
            }
        }
    }
    findings
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
