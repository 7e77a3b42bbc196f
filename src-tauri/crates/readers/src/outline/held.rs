//! When an event was held, where its title says it in the middle: «форума педагогов, состоявшегося 23–26 августа
//! 2026 года».

use chrono::{Datelike, NaiveDate};
use svod_language::dates;
use svod_language::pattern::Pattern;

use super::title::Title;

/// The participle that opens the clause. Without a mark before it, it is of what it stands beside: «по итогам
/// проведённого 15 мая мониторинга».
static HELD: Pattern = Pattern::new(
    r"(?:^|[,(])\s*(?P<held>(?:состоявш|прошедш|проходивш|проходящ|проводивш|проведенн|проведённ)[а-яё]+)\s",
)
.needing(&["состоявш", "прошедш", "проход", "проводивш", "проведен", "проведён"]);
/// What may stand between the participle and the days: other words say something of their own, which must not
/// be lost.
static LEAD: Pattern = Pattern::new(
    r"^[а-яё]+\s+(?:(?:в\s+период\s+)?со?\s+(?:(?P<from>\d{1,2})\s+(?:(?P<month>[а-яё]+)\s+)?по\s+)?)?$",
);

/// A title without the clause; its days are those of the event.
pub(super) fn without(said: &str, title: &mut Title) -> String {
    let found = HELD.captures(said);
    let Some(start) = found.and_then(|found| found.name("held").map(|held| held.start())) else {
        return said.to_owned();
    };
    let behind = said.get(start..).unwrap_or_default();
    let days = dates::find(behind);
    let Some(first) = days.first() else {
        return said.to_owned();
    };
    let Some(lead) = LEAD.captures(behind.get(..first.range.start).unwrap_or_default()) else {
        return said.to_owned();
    };
    // «с 23 по 26 августа 2026 года», «с 30 августа по 1 сентября 2026 года»
    let month = lead
        .name("month")
        .map(|month| month.as_str().to_lowercase());
    let number = month.as_ref().map(|month| {
        let months = dates::MONTHS_OF.iter().zip(1..);
        months.into_iter().find(|(name, _)| *name == month)
    });
    let from = lead.name("from").and_then(|day| day.as_str().parse().ok());
    let from = match number {
        // «с 5 педагогов по …» names no day.
        Some(None) => return said.to_owned(),
        Some(Some((_, number))) => from.and_then(|day| {
            let year = first.value.year();
            NaiveDate::from_ymd_opt(year, number, day)
        }),
        None => from.and_then(|day| first.value.with_day(day)),
    };
    title.held.extend(from);
    // «25, 26 и 27 августа» is one place in the text, or several that follow at once.
    let mut end = first.range.end;
    for day in &days {
        let between = behind.get(end..day.range.start).unwrap_or_default();
        if between.chars().count() < 5 && !between.contains(char::is_alphabetic) {
            end = end.max(day.range.end);
        }
    }
    for day in days.iter().filter(|day| day.range.start < end) {
        if !title.held.contains(&day.value) {
            title.held.push(day.value);
        }
    }
    let mut rest = behind.get(end..).unwrap_or_default();
    let before = said.get(..start).unwrap_or_default();
    let bracket = before.trim_end().ends_with('(');
    let before = before.trim_end_matches([' ', '(', ',']);
    if bracket {
        rest = rest.trim_start().strip_prefix(')').unwrap_or(rest);
    }
    let rest = rest.strip_prefix(',').unwrap_or(rest);
    format!("{before}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_of_an_event_are_no_part_of_its_name() {
        for (said, name, days) in [
            (
                "форума педагогов Озёрского района, состоявшегося 23-26 августа 2026 года «Новая школа»",
                "форума педагогов Озёрского района «Новая школа»",
                2,
            ),
            (
                "совещания «Школа», прошедшего 27 августа 2026 года в г. Озёрске",
                "совещания «Школа» в г. Озёрске",
                1,
            ),
            (
                "конференции (проходившей 25.08.2026) педагогов",
                "конференции педагогов",
                1,
            ),
            (
                "форума педагогов, проходившего в период с 25 августа 2026 года",
                "форума педагогов",
                1,
            ),
            (
                "форума педагогов, проходившего с 25 по 27 августа 2026 года",
                "форума педагогов",
                2,
            ),
            (
                "форума педагогов, проходившего с 30 августа по 1 сентября 2026 года",
                "форума педагогов",
                2,
            ),
        ] {
            let mut title = Title::default();
            assert_eq!(without(said, &mut title), name, "{said}");
            assert_eq!(title.held.len(), days, "{said}");
        }
        for said in [
            "форума педагогов, прошедшего под знаком новых программ обучения и воспитания в 2026 году",
            "форума выпускников, состоявшихся в профессии",
            "форума педагогов",
            "форума педагогов, состоявшегося в Доме культуры посёлка Озёрный 26 августа 2026 года",
            "совещания по итогам проведённого 15 мая 2026 года мониторинга",
        ] {
            let mut title = Title::default();
            assert_eq!(without(said, &mut title), said);
            assert!(title.held.is_empty());
        }
    }
}
