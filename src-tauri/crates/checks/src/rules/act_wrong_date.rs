//! A known act under another date: one of the two was mistyped.

use svod_language::words::{TokenKind, stem, tokens};
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in &document.places {
        for found in place.references() {
            let reference = &found.value;
            let Some(act) = document.context.acts.namesake(reference) else {
                continue;
            };
            let Some((right, said)) = act.date.zip(reference.date).filter(|(a, b)| a != b) else {
                continue;
            };
            // Numbers come again every year: it must be the same act by its title, too.
            if !names(&reference.phrase, &act.title) {
                continue;
            }
            let name = act.name();
            let finding = place.finding(Rule::ActWrongDate, Severity::Warning, found.range.clone());
            findings.push(
                finding
                    .with("act", &name)
                    .with("date", &right.format("%d.%m.%Y").to_string())
                    .with("said", &said.format("%d.%m.%Y").to_string()),
            );
        }
    }
    findings
}

/// Whether most words of a title stand in the phrase.
fn names(phrase: &str, title: &str) -> bool {
    let stems = |text: &str| -> Vec<String> {
        tokens(text)
            .iter()
            .filter(|token| token.kind == TokenKind::Word && token.text.chars().count() > 3)
            .map(|token| stem(token.text))
            .collect()
    };
    let (said, title) = (stems(phrase), stems(title));
    let shared = title.iter().filter(|stem| said.contains(stem)).count();
    !title.is_empty() && shared * 3 >= title.len() * 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{of, one};

    #[test]
    fn title_tells_a_slip_from_another_act() {
        let found = |text| of(Rule::ActWrongDate, &one(text));
        let slip = found(
            "по Федеральному закону от 29.12.2013 № 273-ФЗ «Об образовании в Российской Федерации»",
        );
        assert_eq!(slip[0].args["date"], "29.12.2012");
        assert!(found("по Федеральному закону от 05.04.2016 № 44-ФЗ «О ветеранах»").is_empty());
    }
}
