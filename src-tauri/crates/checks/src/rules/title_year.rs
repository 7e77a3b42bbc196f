//! A title or a theme of another year: the head was carried over from last year's document.

use chrono::{Datelike, NaiveDate};
use svod_language::pattern::{Pattern, Text};
use svod_model::Severity;

use super::broken_school_year::school_years;
use crate::document::Document;
use crate::place::Place;
use crate::{Finding, Part, Rule};

/// «августовской конференции 2025 года»
static EVENT: Pattern = Pattern::new(
    r"(?:конференци|форум|совещани|съезд|собрани|слушани|педсовет|чтени)[а-яё]*(?P<between>[^«»0-9.]{0,80}[^«»0-9.а-яё])(?P<whole>(?P<year>20\d\d)\s*(?:года|г\.))",
)
.needing(&["20"]);
/// «Образование-2025»
static NAMED: Pattern =
    Pattern::new(r"[а-яё]\s?[-–—]\s?(?P<whole>(?P<year>20\d\d))(?:$|[^0-9–—/-])").needing(&["20"]);
/// What a year before the event is about: «по итогам 2025 года», «за период с 2024 года».
const LOOKING_BACK: &[&str] = &[
    "итог",
    "результат",
    "исполнен",
    "выполнен",
    "отч",
    " за ",
    " до ",
    " с ",
    " от ",
    " на ",
];
/// The school year begins in September, and its forums meet in August.
const SCHOOL_YEAR: u32 = 8;
/// The resolution of a December forum may be adopted after the holidays, before this month.
const LATE: u32 = 3;
/// Words of a theme that say what is to be done, and of one that looks back.
const AHEAD: &[&str] = &["задач", "приоритет", "перспектив", "направлени"];
const BACK: &[&str] = &["итог", "результат", "анализ", "опыт"];

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let Some(adopted) = document.adopted() else {
        return Vec::new();
    };
    let theme = document
        .places
        .iter()
        .any(|place| place.part == Part::Theme);
    let mut findings = Vec::new();
    for place in &document.places {
        match place.part {
            // The title quotes the theme: it is told once.
            Part::Title => {
                findings.extend(event(place, adopted));
                if !theme {
                    findings.extend(named(place, adopted).or_else(|| school(place, adopted)));
                }
            }
            Part::Theme => {
                findings.extend(named(place, adopted).or_else(|| school(place, adopted)));
            }
            _ => {}
        }
    }
    findings
}

fn event(place: &Place<'_>, adopted: NaiveDate) -> Option<Finding> {
    EVENT
        .captures_all(&place.lowered)
        .into_iter()
        .find_map(|found| {
            let between = found.name("between")?.as_str().to_lowercase();
            let year: i32 = found.name("year")?.as_str().parse().ok()?;
            let back = LOOKING_BACK.iter().any(|word| between.contains(word));
            let late = year + 1 == adopted.year() && adopted.month() < LATE;
            let whole = found
                .name("whole")
                .filter(|_| !back && !late && year != adopted.year())?;
            Some(told(place, whole.range(), adopted))
        })
}

fn named(place: &Place<'_>, adopted: NaiveDate) -> Option<Finding> {
    let quoted = |at| place.part == Part::Theme || place.in_quotes(at);
    NAMED
        .captures_all(&place.lowered)
        .into_iter()
        .find_map(|found| {
            let year: i32 = found.name("year")?.as_str().parse().ok()?;
            let whole = found
                .name("whole")
                .filter(|whole| year < adopted.year() && quoted(whole.start()))?;
            Some(told(place, whole.range(), adopted))
        })
}

/// The latest school year of a theme, if it is neither this one, the last nor the next.
fn school(place: &Place<'_>, adopted: NaiveDate) -> Option<Finding> {
    let text = Text::new(place.text);
    let (first, range) = school_years(&text)
        .into_iter()
        .max_by_key(|(first, _)| *first)?;
    let now = adopted.year() - i32::from(adopted.month() < SCHOOL_YEAR);
    let lower = place.lowered.lower();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let over = first + 1 == now && has(AHEAD) && !has(BACK);
    ((first - now).abs() > 1 || over).then(|| told(place, range, adopted))
}

fn told(place: &Place<'_>, range: std::ops::Range<usize>, adopted: NaiveDate) -> Finding {
    let phrase = place.text.get(range.clone()).unwrap_or_default().to_owned();
    place
        .finding(Rule::TitleYear, Severity::Warning, range)
        .with("phrase", &phrase)
        .with("date", &adopted.format("%d.%m.%Y").to_string())
}

#[cfg(test)]
mod tests {
    use svod_model::Resolution;

    use super::*;
    use crate::rules::tests::{day, of};

    fn found(title: &str, theme: &str) -> Vec<String> {
        let mut resolution = Resolution {
            title: title.into(),
            adopted_on: Some(day("2026-08-27")),
            ..Resolution::default()
        };
        resolution.event.theme = (!theme.is_empty()).then(|| theme.into());
        let found = of(Rule::TitleYear, &resolution).into_iter();
        found.map(|found| found.args["phrase"].clone()).collect()
    }

    #[test]
    fn a_year_of_another_document_is_told() {
        for (title, theme, phrase) in [
            (
                "РЕЗОЛЮЦИЯ августовской конференции 2025 года",
                "",
                "2025 года",
            ),
            (
                "РЕЗОЛЮЦИЯ форума педагогов Вербинского района 2027 г.",
                "",
                "2027 г.",
            ),
            ("РЕЗОЛЮЦИЯ форума", "Образование-2025", "2025"),
            ("РЕЗОЛЮЦИЯ форума «Школа – 2025»", "", "2025"),
            (
                "РЕЗОЛЮЦИЯ",
                "Итоги 2024/25 учебного года и задачи",
                "2024/25",
            ),
            ("РЕЗОЛЮЦИЯ", "Задачи на 2025/2026 учебный год", "2025/2026"),
            ("РЕЗОЛЮЦИЯ", "Школа к 2028/29 учебному году", "2028/29"),
        ] {
            assert_eq!(found(title, theme), [phrase], "{title} {theme}");
        }
    }

    #[test]
    fn years_that_may_well_stand_there_are_left() {
        for (title, theme) in [
            ("РЕЗОЛЮЦИЯ августовской конференции 2026 года", ""),
            ("РЕЗОЛЮЦИЯ конференции по итогам 2025 года", ""),
            ("РЕЗОЛЮЦИЯ форума", "Образование-2030"),
            ("РЕЗОЛЮЦИЯ форума", "Развитие школы: 2021–2025"),
            (
                "РЕЗОЛЮЦИЯ",
                "Итоги 2025/26 учебного года и задачи на 2026/27 учебный год",
            ),
            (
                "РЕЗОЛЮЦИЯ",
                "Анализ работы в 2025/26 учебном году: приоритеты",
            ),
            ("РЕЗОЛЮЦИЯ", "Итоги 2024/25 и 2025/26 учебных годов"),
            ("РЕЗОЛЮЦИЯ", "Программа развития на 2021–2025 годы"),
        ] {
            assert!(found(title, theme).is_empty(), "{title} {theme}");
        }
    }
}
