//! The head says one day and the words of adoption another.

use chrono::{Datelike, NaiveDate};
use svod_language::Found;
use svod_language::dates;
use svod_language::pattern::Pattern;
use svod_language::words::{fold, is_word};
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

/// A line of the head stands within so many lines of a file.
const HEAD: u32 = 20;
/// A line of place and date has so many words beside the date at most: «рабочий посёлок Новые Липки».
const WORDS: usize = 5;
/// «Принята на августовской конференции», «Одобрена участниками форума»: the day of the event itself.
static AT_EVENT: Pattern = Pattern::new(
    r"(?:участник|делегат|на\s+(?:[а-яё-]+\s+){0,5}(?:конференци|форум|совещани|съезд|собрани|заседани|слушани))",
);

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let resolution = document.resolution;
    let Some(adopted) = resolution.adopted_on else {
        return Vec::new();
    };
    let adoption = resolution.adoption.as_deref().unwrap_or_default();
    let formula = days(adoption);
    // The day was set anew and the words were left.
    if !formula.is_empty() && !formula.iter().any(|day| day.value == adopted) {
        return vec![told(adoption, &formula[0], adopted)];
    }
    let head = resolution
        .unplaced
        .iter()
        .filter(|line| line.lines[1] <= HEAD && is_head(&line.text));
    let texts =
        std::iter::once(resolution.title.as_str()).chain(head.map(|line| line.text.as_str()));
    for text in texts {
        let found = days(text);
        let Some(first) = found.first() else { continue };
        let known = found.iter().any(|day| day.value == adopted);
        let other_year = found.iter().all(|day| day.value.year() != adopted.year());
        let too_early = found.iter().all(|day| adopted < day.value);
        let same_event = AT_EVENT.is_match(adoption) && !formula.is_empty();
        if !known && (other_year || too_early || same_event) {
            return vec![told(text, first, adopted)];
        }
    }
    Vec::new()
}

fn told(text: &str, day: &Found<NaiveDate>, adopted: NaiveDate) -> Finding {
    let phrase = text.get(day.range.clone()).unwrap_or_default();
    Finding::document(Rule::AdoptionDate, Severity::Warning)
        .with("phrase", phrase.trim())
        .with("date", &adopted.format("%d.%m.%Y").to_string())
}

/// The days a text names, but those of acts: «решение от 28.08.2025».
fn days(text: &str) -> Vec<Found<NaiveDate>> {
    let mut found = dates::find(text);
    found.retain(|day| {
        let before = text.get(..day.range.start).unwrap_or_default();
        fold(before.split_whitespace().next_back().unwrap_or_default()) != "от"
    });
    found
}

/// Whether a line says a place and a day only: «п. Вербинка 27 августа 2026 года».
fn is_head(text: &str) -> bool {
    let mut rest = text.to_owned();
    for day in dates::find(text).into_iter().rev() {
        if rest.get(day.range.clone()).is_some() {
            rest.replace_range(day.range, " ");
        }
    }
    let words = rest
        .split(|c: char| !is_word(c))
        .filter(|word| !word.is_empty());
    !rest.contains('№') && words.count() <= WORDS
}

#[cfg(test)]
mod tests {
    use svod_model::{Resolution, Unplaced};

    use super::*;
    use crate::rules::tests::{day, of};

    fn found(title: &str, line: &str, adoption: &str, adopted: &str) -> Option<String> {
        let resolution = Resolution {
            title: title.into(),
            adoption: (!adoption.is_empty()).then(|| adoption.into()),
            adopted_on: Some(day(adopted)),
            unplaced: vec![Unplaced {
                lines: [5, 5],
                text: line.into(),
            }],
            ..Resolution::default()
        };
        let found = of(Rule::AdoptionDate, &resolution);
        found.first().map(|found| found.args["phrase"].clone())
    }

    #[test]
    fn two_days_of_one_adoption_are_told() {
        let formula = "Принята на августовской конференции 28 августа 2026 года";
        let head = "п. Вербинка 27 августа 2026 года";
        assert_eq!(
            found("Резолюция", head, formula, "2026-08-28").as_deref(),
            Some("27 августа 2026 года")
        );
        assert_eq!(
            found("Резолюция", "", formula, "2026-08-27").as_deref(),
            Some("28 августа 2026 года")
        );
        assert_eq!(
            found(
                "Резолюция собрания, 3 апреля 2027 года",
                "",
                "Принята 3 апреля 2026 года",
                "2026-04-03"
            )
            .as_deref(),
            Some("3 апреля 2027 года")
        );
    }

    #[test]
    fn days_that_fit_together_are_left() {
        let formula = "Одобрена участниками форума 27 августа 2026 года";
        for (title, line, adoption, adopted) in [
            (
                "Резолюция форума (26–27 августа 2026 г.)",
                "",
                formula,
                "2026-08-27",
            ),
            ("Резолюция", "г. Ключевой 27.08.2026", formula, "2026-08-27"),
            (
                "Резолюция конференции 26 августа 2026 года",
                "",
                "Утверждена 31 августа 2026 года",
                "2026-08-31",
            ),
            (
                "Об исполнении решения от 28.08.2025",
                "",
                formula,
                "2026-08-27",
            ),
            (
                "Резолюция",
                "Приложение к приказу от 30.08.2025 № 14",
                formula,
                "2026-08-27",
            ),
            ("Резолюция", "", "", "2026-08-27"),
        ] {
            assert_eq!(
                found(title, line, adoption, adopted),
                None,
                "{title} {line}"
            );
        }
    }
}
