//! Last year's times moved on by whole years.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use crate::pattern::{Pattern, Text};
use crate::{deadlines, mask, references};

static YEARS: Pattern = Pattern::new(
    r"(?:^|[^\d])(?P<first>(?:19|20)\d{2})(?:\s*[/–—-]\s*(?P<second>(?:19|20)\d{2}|\d{2}(?:[^\d]|$)))?",
)
.needing(&["19", "20"]);
static SCHOOL_YEAR: Pattern = Pattern::new(
    r"(?P<years>(?:19|20)\d{2}\s*[/–—-]\s*(?:(?:19|20)\d{2}|\d{2}))\s*(?:-м\s+|-й\s+)?уч(?:ебн[а-яё]+|\.)\s*год[а-яё]*",
)
.needing(&["уч"]);

/// Moves the deadlines and school years a text states by that many years; years in titles, dates
/// of acts and programmes stay. `adopted` is the adoption date of the text as it stands.
///
/// ```
/// use svod_language::shift::years;
/// let text = "утвердить до 1 октября 2026 года план на 2026/2027 учебный год по приказу от 31.05.2021 № 287";
/// assert_eq!(
///     years(text, 1, None),
///     "утвердить до 1 октября 2027 года план на 2027/2028 учебный год по приказу от 31.05.2021 № 287"
/// );
/// ```
pub fn years(text: &str, by: i32, adopted: Option<NaiveDate>) -> String {
    moved(text, times(text, adopted), by)
}

/// Moves every year of a title or a preamble: its dates, its school years, and the year of the
/// event itself («форум 2026 года»), which is the year of adoption. What stands in quotes stays.
///
/// ```
/// use svod_language::shift::all_years;
/// let adopted = "2026-08-25".parse().ok();
/// assert_eq!(all_years("Резолюция форума 2026 года", 1, adopted), "Резолюция форума 2027 года");
/// ```
pub fn all_years(text: &str, by: i32, adopted: Option<NaiveDate>) -> String {
    let mut places = times(text, adopted);
    if let Some(adopted) = adopted {
        let own = adopted.year().to_string();
        let alone = text
            .match_indices(&own)
            .map(|(at, _)| at..at + own.len())
            .filter(|place| stands_alone(text, place));
        places.extend(alone);
    }
    moved(text, places, by)
}

/// Where a text states a deadline or a school year.
fn times(text: &str, adopted: Option<NaiveDate>) -> Vec<Range<usize>> {
    let lowered = Text::new(text);
    let school_years = SCHOOL_YEAR.captures_all(&lowered);
    let deadlines = deadlines::every(text, adopted);
    deadlines
        .into_iter()
        .map(|found| found.range)
        .chain(
            school_years
                .iter()
                .filter_map(|found| Some(found.name("years")?.range())),
        )
        .collect()
}

/// A day so many years later; 29 February becomes 1 March.
pub fn date(day: NaiveDate, by: i32) -> NaiveDate {
    let year = day.year() + by;
    NaiveDate::from_ymd_opt(year, day.month(), day.day())
        .or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))
        .unwrap_or(day)
}

fn stands_alone(text: &str, place: &Range<usize>) -> bool {
    let joined = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit() || c == '/');
    let before = text.get(..place.start).and_then(|t| t.chars().next_back());
    let after = text.get(place.end..).and_then(|t| t.chars().next());
    !joined(before) && !joined(after)
}

/// The text with the years inside the places moved, but for titles in quotes and legal references.
fn moved(text: &str, mut places: Vec<Range<usize>>, by: i32) -> String {
    let mut kept = mask::quoted(text);
    kept.extend(references::find(text).into_iter().map(|found| found.range));
    places.retain(|place| !kept.iter().any(|range| mask::overlap(range, place)));
    let mut digits: Vec<Range<usize>> = Vec::new();
    for place in places {
        let Some(phrase) = text.get(place.clone()) else {
            continue;
        };
        for found in YEARS.captures_iter(phrase) {
            for part in ["first", "second"]
                .into_iter()
                .filter_map(|n| found.name(n))
            {
                let of_digits = part
                    .as_str()
                    .trim_end_matches(|c: char| !c.is_ascii_digit());
                let start = place.start + part.start();
                digits.push(start..start + of_digits.len());
            }
        }
    }
    digits.sort_by_key(|range| range.start);
    digits.dedup();
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for range in digits {
        let (Some(before), Some(year)) = (text.get(done..range.start), text.get(range.clone()))
        else {
            continue;
        };
        out.push_str(before);
        match year.parse::<i32>() {
            Ok(number) if year.len() == 2 => {
                out.push_str(&format!("{:02}", (number + by).rem_euclid(100)));
            }
            Ok(number) => out.push_str(&(number + by).to_string()),
            Err(_) => out.push_str(year),
        }
        done = range.end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(text: &str) -> String {
        years(text, 1, "2026-08-25".parse().ok())
    }

    #[test]
    fn deadlines_move_and_nothing_else_does() {
        assert_eq!(
            next("Довести охват до 80 % к концу 2026/2027 учебного года"),
            "Довести охват до 80 % к концу 2027/2028 учебного года"
        );
        assert_eq!(
            next("разместить отчёт до 15.06.2027 и в I квартале 2027 года"),
            "разместить отчёт до 15.06.2028 и в I квартале 2028 года"
        );
        assert_eq!(next("в 2026-27 учебном году"), "в 2027-28 учебном году");
        let fixed = "исполнить Указ Президента РФ от 07.05.2024 № 309, программу «Школа 2026–2030» \
                     для детей 5–17 лет школы № 2027";
        assert_eq!(next(fixed), fixed);
    }

    #[test]
    fn periods_move_at_both_ends() {
        assert_eq!(
            next("с 1 сентября 2026 года по 31 мая 2027 года"),
            "с 1 сентября 2027 года по 31 мая 2028 года"
        );
        assert_eq!(
            years("до 1 марта 2028 года", -1, None),
            "до 1 марта 2027 года"
        );
    }
}
