//! «профессионально- педагогического», «противоэпи- демиологических»: torn at the end of a line.

use svod_language::pattern::Pattern;
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule, Speller};

static TORN: Pattern = Pattern::new(
    r"(?:^|[^а-яёa-z-])(?P<whole>(?P<left>[а-яё]{2,})(?P<gap>-\s+|\s+-|\s+[–-]\s+)(?P<right>[а-яё]{3,}))",
)
.needing(&["- ", " -", " – ", "-\u{a0}", "\u{a0}-", "\u{a0}–"]);
/// «мало- и среднекомплектных»: the first word waits for its end.
const WAITING: &[&str] = &["и", "или", "либо", "а", "но", "да"];
/// Endings of adjectives, of which such compounds are made.
const ADJECTIVES: &[&str] = &[
    "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ого", "его", "ому", "ему", "ым", "им",
    "ом", "ем", "ую", "юю", "ых", "их", "ыми", "ими", "ей",
];

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in &document.places {
        let mut at = 0;
        while let Some(found) = TORN.captures_at(&place.lowered, at) {
            let (Some(whole), Some(left), Some(gap), Some(right)) = (
                found.name("whole"),
                found.name("left"),
                found.name("gap"),
                found.name("right"),
            ) else {
                break;
            };
            at = right.start();
            if WAITING.contains(&right.as_str()) {
                continue;
            }
            let compound = is_compound(left.as_str(), right.as_str());
            // A dash or hyphen between two spaces is a dash, unless the words make a compound.
            let spaced = gap.as_str().starts_with(char::is_whitespace);
            if spaced && !compound {
                continue;
            }
            let fix = mend(
                document.context.speller,
                left.as_str(),
                right.as_str(),
                compound,
            );
            let finding = place
                .finding(Rule::BrokenHyphenation, Severity::Warning, whole.range())
                .with("phrase", whole.as_str());
            findings.push(match fix {
                Some(fix) => finding.mended(fix),
                None => finding,
            });
        }
    }
    findings
}

/// «социально», «педагогического»: the first ends in «о», the second is an adjective.
fn is_compound(left: &str, right: &str) -> bool {
    left.ends_with(['о', 'О'])
        && left.chars().count() >= 4
        && right.chars().count() >= 5
        && right.starts_with(char::is_lowercase)
        && ADJECTIVES.iter().any(|ending| right.ends_with(ending))
}

fn mend(speller: Option<&Speller>, left: &str, right: &str, compound: bool) -> Option<String> {
    let hyphen = format!("{left}-{right}");
    if compound {
        return Some(hyphen);
    }
    let speller = speller?;
    let whole = format!("{left}{right}");
    if speller.knows(&whole) {
        return Some(whole);
    }
    let both = speller.knows(left) && speller.knows(right);
    // «школа- это» wants a dash, not a hyphen; which, a person sees.
    (both && left.chars().count() > 3 && right.chars().count() > 4).then_some(hyphen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Context;
    use crate::rules::tests::{mended, mended_in, quotes};

    #[test]
    fn torn_compound_is_put_together() {
        let mended = |text| mended(Rule::BrokenHyphenation, text);
        assert_eq!(
            mended("профессионально- педагогического"),
            "профессионально-педагогического"
        );
        assert_eq!(
            mended("Информационно – методический центр"),
            "Информационно-методический центр"
        );
        assert_eq!(
            mended("социально -психологического"),
            "социально-психологического"
        );
    }

    #[test]
    fn with_a_dictionary_a_torn_word_becomes_whole() {
        let dic = "3\nпротивоэпидемиологических\nлидером\nнаставником\n";
        let speller = Speller::load("SET UTF-8\n", dic, "").unwrap();
        let context = Context {
            speller: Some(&speller),
            ..Context::default()
        };
        let mended = |text| mended_in(Rule::BrokenHyphenation, text, &context);
        assert_eq!(
            mended("противоэпи- демиологических"),
            "противоэпидемиологических"
        );
        assert_eq!(mended("с лидером- наставником"), "с лидером-наставником");
    }

    #[test]
    fn waiting_words_and_dashes_are_left_alone() {
        let found = |text| quotes(Rule::BrokenHyphenation, text);
        assert!(found("мало- и среднекомплектных школ").is_empty());
        assert!(found("школа – это дом, учитель - пример").is_empty());
    }
}
