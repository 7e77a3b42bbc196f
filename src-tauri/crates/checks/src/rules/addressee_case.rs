//! «Рекомендуют: 1. Управление образования»: the words before ask for the dative, the heading has another case.

use std::collections::BTreeSet;

use svod_language::addressees::{Class, class};
use svod_language::case::{cases, may_be_theme};
use svod_language::verbs::is_infinitive;
use svod_language::words::{fold, is_word};
use svod_model::{Id, Kind, Severity};

use crate::document::Document;
use crate::{Finding, Part, Rule};

/// Verbs behind which the dative stands, by their beginnings.
const ASKING: &[&str] = &["рекоменд", "поруч", "предлаг", "предлож"];
/// What begins a heading that asks in another case: «Просить Министерство образования».
const OTHER: &[&str] = &["проси", "обрати", "обраща", "ходатайств", "обяз"];
/// «…рекомендуют руководителям и коллективам в новом учебном году:» — so many words may stand behind the verb.
const FARTHEST: usize = 6;
pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let resolution = document.resolution;
    // A plan and a table name in the nominative who answers for a measure.
    if resolution.kind == Kind::Plan || resolution.columns.is_some() {
        return Vec::new();
    }
    let mixed: BTreeSet<&Id> = document
        .groups()
        .filter(|(_, group)| cases(&group.heading).dative)
        .map(|(section, _)| &section.id)
        .collect();
    let mut findings = Vec::new();
    for place in &document.places {
        let Some(section) = place.section.filter(|_| place.part == Part::Heading) else {
            continue;
        };
        let heading = fold(place.text);
        if OTHER.iter().any(|verb| heading.starts_with(verb)) {
            continue;
        }
        let found = cases(place.text);
        let own = found.dative || ASKING.iter().any(|verb| heading.starts_with(verb));
        let asked = section.lead_in.as_deref().is_some_and(asks);
        for body in found.nominative {
            let phrase = place.text.get(body.range.clone()).unwrap_or_default();
            let theme = may_be_theme(phrase);
            let institution = !matches!(
                class(phrase),
                Class::Other | Class::Organisations | Class::Partners
            );
            let severity = if own || mixed.contains(&section.id) && !theme {
                Severity::Warning
            } else if asked && institution && !theme {
                Severity::Note
            } else {
                continue;
            };
            let finding = place.finding(Rule::AddresseeCase, severity, body.range);
            findings.push(
                finding
                    .with("phrase", phrase)
                    .with("dative", &body.value)
                    .mended(body.value),
            );
        }
    }
    findings
}

/// Whether a lead-in ends with a verb behind which the dative stands: «участники конференции рекомендуют:».
fn asks(lead_in: &str) -> bool {
    let text = fold(lead_in);
    let words: Vec<&str> = text
        .split(|c: char| !is_word(c))
        .filter(|word| !word.is_empty())
        .collect();
    let verb = words.iter().rposition(|word| {
        ASKING.iter().any(|verb| word.starts_with(verb)) && !word.ends_with("ции")
    });
    verb.is_some_and(|at| {
        let behind = &words[at + 1..];
        behind.len() <= FARTHEST && !behind.iter().any(|word| is_infinitive(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{directive, document, group, of};

    fn found(lead_in: &str, headings: &[&str]) -> Vec<(Severity, String)> {
        let groups = headings.iter().enumerate().map(|(n, heading)| {
            let task = directive(&format!("d{n}"), "провести смотр школьных музеев");
            group(&format!("g{n}"), heading, vec![task])
        });
        let mut resolution = document(groups.collect());
        resolution.sections[0].lead_in = Some(lead_in.into());
        let found = of(Rule::AddresseeCase, &resolution).into_iter();
        found
            .map(|found| (found.severity, found.args["dative"].clone()))
            .collect()
    }

    #[test]
    fn a_heading_in_another_case_than_it_is_asked_for_is_told() {
        let asked = "Участники конференции рекомендуют:";
        assert_eq!(
            found(asked, &["Управление образования района"]),
            [(Severity::Note, "Управлению образования района".into())]
        );
        assert_eq!(
            found("Форум решил:", &["Отделу образования", "Руководители школ"]),
            [(Severity::Warning, "Руководителям школ".into())]
        );
        assert_eq!(
            found("Форум решил:", &["руководителям школ, методическая служба"]),
            [(Severity::Warning, "методической службе".into())]
        );
        assert_eq!(
            found("Решили:", &["Рекомендовать управление образования"]),
            [(Severity::Warning, "управлению образования".into())]
        );
    }

    #[test]
    fn what_asks_for_no_dative_or_names_a_theme_is_left() {
        for (lead_in, headings) in [
            (
                "РЕШИЛИ:",
                &["Управление образования", "Руководители школ"][..],
            ),
            (
                "Рекомендуют:",
                &["Управлению образования", "Школа здоровья"],
            ),
            ("Рекомендуют:", &["Педагоги и наставники будущего"]),
            (
                "Рекомендуют провести следующие мероприятия:",
                &["Отдел образования"],
            ),
            ("Рекомендуют:", &["Просить Министерство образования"]),
            ("Рекомендуют:", &["Управлению образования", "МКУ «Центр»"]),
        ] {
            let found = found(lead_in, headings);
            assert!(found.is_empty(), "{headings:?}: {found:?}");
        }
    }

    #[test]
    fn who_answers_in_a_plan_stands_in_the_nominative() {
        let task = directive("d", "провести смотр");
        let mut resolution = document(vec![
            group("a", "Управлению образования", vec![task.clone()]),
            group("b", "Отдел образования", vec![task]),
        ]);
        resolution.kind = Kind::Plan;
        assert!(of(Rule::AddresseeCase, &resolution).is_empty());
    }
}
