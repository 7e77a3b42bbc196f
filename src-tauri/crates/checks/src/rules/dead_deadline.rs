//! «В кратчайшие сроки»: sounds urgent and is due on no day.

use svod_language::pattern::Pattern;
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

static DEAD: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_])(?P<phrase>в\s+(?:самые\s+|возможно\s+|предельно\s+)?(?:кратчайшие|короткие|сжатые|краткие|разумные)\s+сроки|в\s+(?:кратчайший|короткий|возможно\s+короткий|разумный)\s+срок|незамедлительно|безотлагательно|немедленно|в\s+ближайшее\s+время|в\s+ближайшей\s+перспективе|в\s+ближайшем\s+будущем|в\s+оперативном\s+порядке|как\s+можно\s+(?:скорее|быстрее)|по\s+возможности|при\s+первой\s+возможности|заблаговременно)(?:[^0-9a-zа-яё_]|$)",
)
.needing(&["срок", "незамедлительно", "безотлагательно", "немедленно", "ближайш", "оперативном", "скорее", "быстрее", "возможности", "заблаговременно"]);

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in document.task_places() {
        // A day beside the words makes them a matter of style.
        let dated = place.directive.is_some_and(|directive| {
            directive
                .deadlines
                .iter()
                .any(|deadline| deadline.to.is_some())
        });
        if dated {
            continue;
        }
        for found in DEAD.captures_all(&place.lowered) {
            if let Some(phrase) = found.name("phrase") {
                findings.push(
                    place
                        .finding(Rule::DeadDeadline, Severity::Warning, phrase.range())
                        .with("phrase", phrase.as_str()),
                );
            }
        }
    }
    findings
}

/// Whether a text has such words.
pub(super) fn is_in(text: &str) -> bool {
    DEAD.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::quotes;

    #[test]
    fn urgent_words_without_a_day_are_reported() {
        let found = |text| quotes(Rule::DeadDeadline, text);
        assert_eq!(
            found("Устранить нарушения в кратчайшие сроки"),
            ["в кратчайшие сроки"]
        );
        assert!(found("незамедлительно, до 1 октября 2026 года, устранить их").is_empty());
    }
}
