//! «25.08.2026 года»: digits need no «года».

use svod_language::pattern::Pattern;
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

static DATE: Pattern = Pattern::new(
    r"(?:^|[^0-9.])(?P<whole>(?P<date>\d{2}\.\d{2}\.(?:19|20)\d\d)\s+(?:года|году|год))(?:[^а-яё]|$)",
)
.needing(&["год"]);

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in &document.places {
        for found in DATE.captures_all(&place.lowered) {
            if let (Some(whole), Some(date)) = (found.name("whole"), found.name("date")) {
                findings.push(
                    place
                        .finding(Rule::DateForm, Severity::Note, whole.range())
                        .with("phrase", whole.as_str())
                        .mended(date.as_str()),
                );
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::mended;

    #[test]
    fn word_behind_digits_is_taken_out() {
        let mended = |text| mended(Rule::DateForm, text);
        assert_eq!(mended("сдать до 25.09.2026 года"), "сдать до 25.09.2026");
        assert_eq!(
            mended("сдать до 25 сентября 2026 года"),
            "сдать до 25 сентября 2026 года"
        );
    }
}
