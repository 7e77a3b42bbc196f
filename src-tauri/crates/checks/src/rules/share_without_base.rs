//! «Довести охват до 75 %»: of whom?

use svod_language::words::{TokenKind, fold, tokens};
use svod_model::{Indicator, Severity};

use crate::document::Document;
use crate::{Finding, Rule};

/// Words that say something is measured, and not what.
const MEASURES: &[&str] = &[
    "охват",
    "дол",
    "удельн",
    "вес",
    "количеств",
    "числ",
    "численност",
    "уровен",
    "уровн",
    "показател",
    "обеспеченност",
    "процент",
    "значени",
    "результат",
    "не",
    "менее",
    "более",
    "до",
    "на",
    "к",
    "в",
    "и",
    "с",
    "от",
    "общ",
    "средн",
    "балл",
    "данн",
    "этот",
    "этого",
    "указанн",
    "его",
    "их",
    "общег",
    "общей",
    "год",
    "конц",
    "года",
    "году",
];

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for task in document.tasks() {
        let text = task.2.text.as_str();
        let whole = |indicator: &&Indicator| {
            indicator.unit == "%"
                && !indicator.subject.is_empty()
                && !names_base(&indicator.subject)
                && text.contains(&indicator.phrase)
                && !goes_on(text, &indicator.phrase)
        };
        // Staged targets of one subject are one finding.
        if let Some(indicator) = task.2.indicators.iter().find(whole) {
            let phrase = &indicator.phrase;
            findings.push(document.fact(Rule::ShareWithoutBase, Severity::Note, task, phrase));
        }
    }
    findings
}

/// «не менее 46 % выпускников»: the base stands behind the number.
fn goes_on(text: &str, phrase: &str) -> bool {
    let behind = text.split_once(phrase).map_or("", |(_, behind)| behind);
    let next = behind.split_whitespace().next().unwrap_or_default();
    next.chars().count() > 3 && next.chars().all(char::is_alphabetic)
}

fn names_base(subject: &str) -> bool {
    tokens(subject)
        .iter()
        .filter(|token| token.kind == TokenKind::Word)
        .map(|token| fold(token.text))
        .any(|word| {
            !MEASURES.iter().any(|known| {
                word == *known
                    || known.chars().count() > 3 && word.starts_with(known)
                    || *known == "дол" && word.starts_with("дол") && word.chars().count() < 6
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::quotes;

    #[test]
    fn share_of_nothing_is_noted() {
        let found = |text| quotes(Rule::ShareWithoutBase, text);
        assert_eq!(
            found("довести охват до 75 % к 1 мая 2027 года"),
            ["до 75 %"]
        );
        assert!(found("довести охват детей от 5 до 18 лет до 75 %").is_empty());
        assert!(found("охватить не менее 46 % выпускников").is_empty());
    }
}
