//! «РЕШЕНИЕ … Принята участниками»: what was adopted and the word for it differ in gender.

use svod_language::words::{fold, is_word};
use svod_model::{Kind, Severity};

use crate::document::Document;
use crate::{Finding, Rule};

/// Documents by the beginning of their name, with the ending of «принят…».
const ENDINGS: &[(&str, &str)] = &[
    ("резолюци", "а"),
    ("решени", "о"),
    ("постановлени", "о"),
    ("рекомендаци", "ы"),
    ("протокол", ""),
    ("обращени", "о"),
];
/// A title names its kind within so many words: «Проект итоговой резолюции».
const NEAR: usize = 3;

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let resolution = document.resolution;
    let Some(adoption) = &resolution.adoption else {
        return Vec::new();
    };
    let folded = fold(adoption);
    let words: Vec<&str> = folded
        .split(|c: char| !is_word(c))
        .filter(|word| !word.is_empty())
        .collect();
    let Some(at) = words
        .iter()
        .take(NEAR)
        .position(|word| participle(word).is_some())
    else {
        return Vec::new();
    };
    let Some((stem, ending)) = participle(words[at]) else {
        return Vec::new();
    };
    // «Резолюция принята», «Принято решение»: a noun of its own agrees before the title does.
    let beside = words.iter().take(at + 2).find_map(|word| ending_for(word));
    let Some(right) = beside.or_else(|| title_ending(&resolution.title, resolution.kind)) else {
        return Vec::new();
    };
    if right == ending {
        return Vec::new();
    }
    let finding = Finding::document(Rule::AdoptionWords, Severity::Warning)
        .with("phrase", words[at])
        .with("right", &format!("{stem}{right}"));
    vec![finding]
}

/// «принята», «одобрено»: the stem and the ending.
fn participle(word: &str) -> Option<(&str, &str)> {
    ["принят", "одобрен"].into_iter().find_map(|stem| {
        let ending = word.strip_prefix(stem)?;
        ["", "а", "о", "ы"]
            .contains(&ending)
            .then_some((stem, ending))
    })
}

fn ending_for(word: &str) -> Option<&'static str> {
    let known = ENDINGS.iter().find(|(name, _)| word.starts_with(name));
    known.map(|(_, ending)| *ending)
}

/// The ending a title asks for: of the word it begins with, else of the kind.
fn title_ending(title: &str, kind: Kind) -> Option<&'static str> {
    let title = fold(title);
    let mut words = title
        .split(|c: char| !is_word(c))
        .filter(|word| !word.is_empty());
    // A draft, an extract and a list are words of their own gender.
    let first = words.clone().next();
    if first
        .is_some_and(|first| ["проект", "выписка", "перечень", "список", "сводн"].contains(&first))
    {
        return None;
    }
    if first.is_some() {
        return words.by_ref().take(NEAR).find_map(ending_for);
    }
    match kind {
        Kind::Resolution => Some("а"),
        Kind::Decision => Some("о"),
        Kind::Recommendations => Some("ы"),
        Kind::Protocol | Kind::Plan | Kind::Order => None,
    }
}

#[cfg(test)]
mod tests {
    use svod_model::Resolution;

    use super::*;
    use crate::rules::tests::of;

    fn right(title: &str, adoption: &str) -> Option<String> {
        let resolution = Resolution {
            title: title.into(),
            adoption: Some(adoption.into()),
            ..Resolution::default()
        };
        let found = of(Rule::AdoptionWords, &resolution);
        found.first().map(|found| found.args["right"].clone())
    }

    #[test]
    fn what_was_adopted_and_its_word_agree() {
        for (title, adoption, word) in [
            (
                "РЕШЕНИЕ совещания",
                "Принята участниками совещания",
                "принято",
            ),
            (
                "Резолюция конференции",
                "Принято на конференции 26 августа",
                "принята",
            ),
            (
                "РЕКОМЕНДАЦИИ круглого стола",
                "(одобрена участниками)",
                "одобрены",
            ),
            (
                "Итоговая резолюция форума",
                "ОДОБРЕНО участниками форума",
                "одобрена",
            ),
            (
                "Резолюция конференции",
                "Резолюция одобрено единогласно",
                "одобрена",
            ),
        ] {
            assert_eq!(right(title, adoption).as_deref(), Some(word), "{title}");
        }
        for (title, adoption) in [
            ("РЕШЕНИЕ совещания", "Принято участниками совещания"),
            ("Резолюция конференции", "Принята 26 августа"),
            ("Резолюция конференции", "Рекомендации приняты единогласно"),
            (
                "Резолюция конференции",
                "Утверждено приказом управления образования",
            ),
            ("Проект резолюции", "Одобрен оргкомитетом"),
            ("Протокол № 3", "Принят 3 марта"),
            ("Муниципальный форум", "Принято на форуме"),
        ] {
            assert_eq!(right(title, adoption), None, "{title}");
        }
    }
}
