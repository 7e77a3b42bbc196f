//! «Увеличить долю школ»: by how much, or to what?

use svod_language::pattern::Pattern;
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

static GROWTH: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_])(?P<phrase>(?:увелич|повы[сш]|сни[зж]|сокра[тщ]|уменьш|расшир|рост(?:а|у|ом)?\s)[а-яё]*\s*(?:[а-яё-]+\s+){0,2}?(?:дол[яюией]|охват[а-яё]*|количеств[а-яё]+|числ[оа]|численност[а-яё]+|удельн[а-яё]+\s+вес[а-яё]*|процент[а-яё]*))(?:[^0-9a-zа-яё_]|$)",
)
.needing(&["увелич", "повы", "сниз", "сниж", "сокра", "уменьш", "расшир", "рост"])
.and(&["дол", "охват", "количеств", "числ", "удельн", "процент"]);

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in document.task_places() {
        if place
            .directive
            .is_none_or(|directive| !directive.indicators.is_empty())
        {
            continue;
        }
        let found = GROWTH.captures_all(&place.lowered);
        if let Some(phrase) = found.first().and_then(|found| found.name("phrase")) {
            findings.push(
                place
                    .finding(Rule::GrowthWithoutNumber, Severity::Note, phrase.range())
                    .with("phrase", phrase.as_str()),
            );
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::quotes;

    #[test]
    fn growth_without_a_number_is_noted() {
        let found = |text| quotes(Rule::GrowthWithoutNumber, text);
        assert_eq!(found("увеличить долю школ с кружками"), ["увеличить долю"]);
        assert_eq!(found("обеспечить рост числа волонтёров"), ["рост числа"]);
        assert!(found("увеличить долю школ с кружками до 40 %").is_empty());
        assert!(found("повысить квалификацию учителей").is_empty());
    }
}
