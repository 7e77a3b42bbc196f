//! «Образовательные учреждения» beside «образовательных организаций»: the law knows the second.

use svod_language::pattern::Pattern;
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

static OLD: Pattern = Pattern::new(
    r"(?:обще)?образовательн\w+\s+(?:[а-яё]+\s+)?(?P<word>учреждени[а-яё]+)|(?P<whole>дошкольн\w+\s+(?P<other>учреждени[а-яё]+))",
)
.needing(&["учреждени"]);
static NEW: Pattern = Pattern::new(r"(?:образовательн|дошкольн)\w+\s+(?:[а-яё]+\s+)?организаци")
    .needing(&["организаци"]);
/// Plural forms agree with the same adjectives; the singular would want another gender.
const PLURAL: &[(&str, &str)] = &[
    ("учреждений", "организаций"),
    ("учреждениям", "организациям"),
    ("учреждениями", "организациями"),
    ("учреждениях", "организациях"),
];

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let new = |place: &crate::place::Place<'_>| NEW.is_in(&place.lowered);
    if !document.places.iter().any(new) {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for place in &document.places {
        for found in OLD.captures_all(&place.lowered) {
            let Some(word) = found.name("word").or_else(|| found.name("other")) else {
                continue;
            };
            // A name in quotes is what it is.
            if place.in_quotes(word.start()) {
                continue;
            }
            let lower = word.as_str().to_lowercase();
            let instead = PLURAL.iter().find(|(old, _)| *old == lower);
            let finding = place
                .finding(Rule::MixedTerms, Severity::Note, word.range())
                .with("word", word.as_str());
            findings.push(match instead {
                Some((_, new)) => finding.mended(*new),
                None => finding,
            });
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{mended, quotes};

    #[test]
    fn old_word_beside_the_new_one_is_noted() {
        let both =
            "провести в образовательных организациях и общеобразовательных учреждениях смотр";
        assert_eq!(quotes(Rule::MixedTerms, both), ["учреждениях"]);
        let alike =
            "провести в образовательных организациях и общеобразовательных организациях смотр";
        assert_eq!(mended(Rule::MixedTerms, both), alike);
        let alone = "провести в общеобразовательных учреждениях смотр";
        assert!(quotes(Rule::MixedTerms, alone).is_empty());
    }
}
