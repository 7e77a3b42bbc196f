//! A problem that was named, and about which nobody is told to do anything.

use std::collections::BTreeSet;

use svod_language::words::{TokenKind, fold, stem, tokens};
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Part, Rule};

/// Beginnings of words every such text is full of.
const COMMON: &[&str] = &[
    "образоват",
    "общеобразоват",
    "образован",
    "организац",
    "учрежден",
    "школ",
    "район",
    "муниципальн",
    "округ",
    "работ",
    "участник",
    "конференц",
    "форум",
    "развит",
    "систем",
    "педагог",
    "педагогическ",
    "дет",
    "обуча",
    "обучающ",
    "учит",
    "проблем",
    "вопрос",
    "необходим",
    "недостаточн",
    "уровен",
    "уровн",
    "количеств",
    "числ",
    "дол",
    "качеств",
    "процент",
    "отмет",
    "отмеча",
    "сохраня",
    "остает",
    "оста",
    "явля",
    "имеют",
    "имеет",
    "треб",
    "низк",
    "высок",
    "част",
    "больш",
    "мног",
    "котор",
    "такж",
    "област",
    "год",
    "учебн",
    "услов",
];
/// Words by which a finding is a complaint.
const COMPLAINTS: &[&str] = &[
    "не хватает",
    "недостаточн",
    "проблем",
    "дефицит",
    "отсутств",
    "нехватк",
    "не обеспечен",
    "не в полной мере",
    "затруднен",
    "снизил",
    "низкий",
    "низкая",
    "низкие",
    "низкое",
];
/// Fewer words of its own say too little to look for.
const FEWEST: usize = 3;

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    if document.tasks().next().is_none() {
        return Vec::new();
    }
    let mut done: BTreeSet<String> = BTreeSet::new();
    for place in document.places.iter().filter(|place| place.is_task()) {
        done.extend(own_words(place.text));
    }
    let mut findings = Vec::new();
    for section in &document.resolution.sections {
        let says =
            section.title.is_some() || !section.findings.is_empty() || !section.problems.is_empty();
        if says
            && section
                .groups
                .iter()
                .all(|group| group.directives.is_empty())
        {
            let title = section.title.as_deref().unwrap_or_default();
            findings.push(
                Finding::section(Rule::FindingWithoutDirective, Severity::Note, section)
                    .with("text", title),
            );
        }
    }
    for place in &document.places {
        let complains = match place.part {
            Part::Problem { .. } => true,
            Part::Finding { .. } => {
                let text = fold(place.text);
                COMPLAINTS.iter().any(|sign| text.contains(sign))
            }
            _ => false,
        };
        // «Отмечены следующие проблемы:» only introduces them.
        if !complains || place.text.trim_end().ends_with(':') {
            continue;
        }
        let words = own_words(place.text);
        if words.len() >= FEWEST && words.is_disjoint(&done) {
            let all = 0..place.text.len();
            findings.push(
                place
                    .finding(Rule::FindingWithoutDirective, Severity::Note, all)
                    .with("text", place.text),
            );
        }
    }
    findings
}

/// Beginnings of the words that tell one thing from another.
fn own_words(text: &str) -> BTreeSet<String> {
    tokens(text)
        .iter()
        .filter(|token| token.kind == TokenKind::Word && token.text.chars().count() >= 5)
        .map(|token| stem(token.text))
        .filter(|stem| !COMMON.contains(&stem.as_str()))
        // «библиотека» and «библиотечный» are of one thing.
        .map(|stem| stem.chars().take(6).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{of, one};

    #[test]
    fn problem_nothing_is_done_about_is_noted() {
        let found = |problem: &str| {
            let mut resolution = one("обновить фонды библиотек до 1 октября 2026 года");
            resolution.sections[0].problems = vec![problem.into()];
            of(Rule::FindingWithoutDirective, &resolution).len()
        };
        assert_eq!(found("не хватает логопедов в отдалённых сёлах"), 1);
        assert_eq!(found("библиотечные фонды устарели и изношены"), 0);
    }
}
