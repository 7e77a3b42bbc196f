//! «К началу отопительного сезона», «на постоянной основе»: words of time that end on no day.

use svod_language::pattern::Pattern;
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

/// What the recogniser takes for no deadline at all.
static VAGUE: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_])(?P<phrase>по\s+мере\s+(?:необходимости|поступления|возможности|готовности|финансирования|выделения)|при\s+необходимости|в\s+перспективе|в\s+дальнейшем|в\s+установленные\s+сроки|в\s+установленный\s+срок|в\s+плановом\s+порядке|в\s+рабочем\s+порядке)(?:[^0-9a-zа-яё_]|$)",
)
.needing(&["по мере", "необходимости", "перспективе", "дальнейшем", "установленн", "порядке"]);

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = document
        .deadlines()
        .into_iter()
        .filter(|((_, _, directive), deadline)| {
            let endless =
                deadline.from.is_none() && deadline.to.is_none() && deadline.recurrence.is_none();
            // A number to reach or a day beside it can be controlled.
            let measured = !directive.indicators.is_empty()
                || directive.deadlines.iter().any(|other| other.to.is_some());
            // «в течение 10 дней после их утверждения» is counted from what happens: a proper term.
            let phrase = deadline.phrase.to_lowercase();
            let counted = ["после", "со дня", "с момента", "с даты"]
                .iter()
                .any(|word| phrase.contains(word));
            endless && !measured && !counted
        })
        .map(|(task, deadline)| {
            document.fact(
                Rule::UnresolvedDeadline,
                Severity::Note,
                task,
                &deadline.phrase,
            )
        })
        .collect();
    for place in document.task_places() {
        if place
            .directive
            .is_some_and(|directive| !directive.deadlines.is_empty())
        {
            continue;
        }
        for found in VAGUE.captures_all(&place.lowered) {
            if let Some(phrase) = found.name("phrase") {
                findings.push(
                    place
                        .finding(Rule::UnresolvedDeadline, Severity::Note, phrase.range())
                        .with("phrase", phrase.as_str()),
                );
            }
        }
    }
    findings
}

/// Whether a text has such words.
pub(super) fn is_in(text: &str) -> bool {
    VAGUE.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::quotes;

    #[test]
    fn words_of_time_without_a_day_are_noted() {
        let found = |text| quotes(Rule::UnresolvedDeadline, text);
        assert_eq!(
            found("вести учёт на постоянной основе"),
            ["на постоянной основе"]
        );
        assert_eq!(
            found("ремонтировать по мере необходимости"),
            ["по мере необходимости"]
        );
        assert!(found("ежеквартально представлять отчёт").is_empty());
        assert!(found("представить отчёт до 1 октября 2026 года").is_empty());
    }
}
