//! «[Тема]», «до 15 сентября [Год] года»: a field of a template nobody filled in.

use svod_language::fields;
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

/// Brackets of a list of sources (ГОСТ 7.1), no fields.
const OF_SOURCES: &[&str] = &["Текст", "Электронный ресурс"];

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    // «[Место]» beside the date, «Принята [Кем принята]»: printed, though no text of its own.
    let resolution = document.resolution;
    let head = [&resolution.place, &resolution.adoption];
    for text in head.into_iter().flatten() {
        for range in fields::find(text) {
            let name = text[range].trim_matches(['[', ']']);
            if is_field(name) {
                let finding = Finding::document(Rule::UnfilledField, Severity::Error);
                findings.push(finding.with("phrase", name));
            }
        }
    }
    for place in &document.places {
        for range in fields::find(place.text) {
            let name = place.text[range.clone()].trim_matches(['[', ']']);
            if is_field(name) {
                findings.push(
                    place
                        .finding(Rule::UnfilledField, Severity::Error, range)
                        .with("phrase", name),
                );
            }
        }
    }
    findings
}

/// «[см. приложение]», «[1]» and «[bookmark: …]» are no fields: those have Russian names with a capital.
fn is_field(name: &str) -> bool {
    let russian = |letter: char| matches!(letter, 'А'..='Я' | 'Ё');
    name.starts_with(russian) && !OF_SOURCES.contains(&name)
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
    fn a_field_beside_the_date_is_seen_too() {
        let mut resolution = one("провести смотр");
        resolution.place = Some("[Место]".into());
        resolution.adoption = Some("Принята [Кем принята]".into());
        let found = of(Rule::UnfilledField, &resolution);
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn brackets_of_an_author_are_no_field() {
        for text in [
            "провести смотр [см. приложение]",
            "провести смотр [1]",
            "изучить Порядок [Электронный ресурс]",
        ] {
            assert!(of(Rule::UnfilledField, &one(text)).is_empty(), "{text}");
        }
    }
}
