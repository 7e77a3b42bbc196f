//! «[Тема]», «до 15 сентября [Год] года»: a field of a template nobody filled in.

use svod_language::pattern::Pattern;
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

/// As the templates write them: a name that begins with a capital, in square brackets.
static FIELD: Pattern =
    Pattern::new(r"\[(?P<name>[а-яё][а-яёa-z0-9 .,()«»/–-]{1,60})\]").needing(&["["]);

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in &document.places {
        for found in FIELD.find_all(&place.lowered) {
            // «[и далее]», «[подпись]» and other asides of an author begin with a small letter.
            let words = place.text.get(found.range()).unwrap_or_default();
            let name = words.trim_matches(['[', ']']);
            if name.chars().next().is_some_and(char::is_uppercase) {
                findings.push(
                    place
                        .finding(Rule::UnfilledField, Severity::Error, found.range())
                        .with("phrase", name),
                );
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{of, one};

    #[test]
    fn every_field_of_a_template_left_open_is_an_error() {
        let found = of(
            Rule::UnfilledField,
            &one("до 15 сентября [Год] года утвердить план [Муниципалитет (род. п.)]"),
        );
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|f| f.severity == Severity::Error));
    }

    #[test]
    fn brackets_of_an_author_are_no_field() {
        for text in ["провести смотр [см. приложение]", "провести смотр [1]"]
        {
            assert!(of(Rule::UnfilledField, &one(text)).is_empty(), "{text}");
        }
    }
}
