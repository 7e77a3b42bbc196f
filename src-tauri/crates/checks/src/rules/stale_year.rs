//! «Разработать план на 2025 год» in a resolution of 2026: the year was over, the sentence is last year's.

use chrono::Datelike;
use svod_language::pattern::Pattern;
use svod_language::words::{fold, is_word};
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Part, Rule};

/// «на 2025 год», and not «на 2021–2025 годы»
static YEAR: Pattern =
    Pattern::new(r"(?:^|[^а-яё])(?P<whole>на\s+(?P<year>20\d\d)\s*(?:год|г\.))(?:$|[^а-яё])")
        .needing(&["на "]);
/// Tasks whose result is new: nothing is drawn up for a year that is over.
const MAKING: &[&str] = &[
    "разработать",
    "утвердить",
    "составить",
    "сформировать",
    "предусмотреть",
    "запланировать",
    "спланировать",
    "подготовить",
    "согласовать",
    "заложить",
];
/// What is written of a year that is over.
const LOOKING_BACK: &[&str] = &[
    "отч",
    "итог",
    "анализ",
    "исполнен",
    "выполнен",
    "реализаци",
    "результат",
    "справк",
    "информаци",
    "доклад",
    "изменени",
];

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let Some(adopted) = document.adopted() else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for place in document
        .places
        .iter()
        .filter(|place| place.part == Part::Text)
    {
        let lower = place.lowered.lower();
        if !makes(lower) || LOOKING_BACK.iter().any(|word| lower.contains(word)) {
            continue;
        }
        for found in YEAR.captures_all(&place.lowered) {
            let year = found
                .name("year")
                .and_then(|year| year.as_str().parse::<i32>().ok());
            let whole = found
                .name("whole")
                .filter(|_| year.is_some_and(|year| year < adopted.year()));
            if let Some(whole) = whole {
                findings.push(
                    place
                        .finding(Rule::StaleYear, Severity::Warning, whole.range())
                        .with("phrase", whole.as_str()),
                );
            }
        }
    }
    findings
}

/// Whether the task begins with, or gives its addressee, the making of something.
fn makes(lower: &str) -> bool {
    let first = lower
        .split(|c: char| !is_word(c))
        .find(|word| !word.is_empty());
    first.is_some_and(|word| MAKING.contains(&fold(word).as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::quotes;

    #[test]
    fn a_plan_for_a_year_that_was_over_is_told() {
        let found = |text| quotes(Rule::StaleYear, text);
        assert_eq!(
            found("разработать муниципальный план развития на 2025 год до 1 ноября 2026 года"),
            ["на 2025 год"]
        );
        assert_eq!(found("Утвердить планы работы на 2024 г."), ["на 2024 г."]);
        for right in [
            "разработать план на 2026 год",
            "разработать план на 2027 год",
            "утвердить отчёт об исполнении плана на 2025 год",
            "подготовить доклад о плане на 2025 год",
            "проанализировать план на 2025 год",
            "утвердить программу на 2021–2025 годы",
        ] {
            assert!(found(right).is_empty(), "{right}");
        }
    }
}
