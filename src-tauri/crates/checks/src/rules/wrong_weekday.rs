//! «В понедельник, 27 августа 2026 года»: that day is another day of the week.

use chrono::{Datelike, NaiveDate};
use svod_language::dates;
use svod_language::words::{fold, is_word};
use svod_model::Severity;

use crate::document::Document;
use crate::place::Place;
use crate::{Finding, Rule};

/// Days of the week from Monday on: their beginnings and their names.
const DAYS: [(&str, &str); 7] = [
    ("понедельник", "понедельник"),
    ("вторник", "вторник"),
    ("сред", "среда"),
    ("четверг", "четверг"),
    ("пятниц", "пятница"),
    ("суббот", "суббота"),
    ("воскресень", "воскресенье"),
];
/// Endings of one day: «по средам» names no date.
const ENDINGS: &[&str] = &["", "а", "у", "ы", "е", "я", "ю", "ой"];

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    document.places.iter().flat_map(of).collect()
}

fn of(place: &Place<'_>) -> Vec<Finding> {
    // Most texts name no day of the week.
    if !DAYS
        .iter()
        .any(|(stem, _)| place.lowered.lower().contains(stem))
    {
        return Vec::new();
    }
    let found = dates::find(place.text);
    let alone = |range: &std::ops::Range<usize>| {
        found.iter().filter(|day| day.range == *range).count() == 1
    };
    let mut findings = Vec::new();
    // «25 и 26 августа»: which of them is meant is not said.
    for day in found.iter().filter(|day| alone(&day.range)) {
        let said =
            before(place.text, day.range.start).or_else(|| behind(place.text, day.range.end));
        let Some((weekday, from, to)) = said else {
            continue;
        };
        let right = DAYS[day.value.weekday().num_days_from_monday() as usize].1;
        if weekday == index(day.value) {
            continue;
        }
        let range = from.min(day.range.start)..to.max(day.range.end);
        let phrase = place.text.get(range.clone()).unwrap_or_default().to_owned();
        findings.push(
            place
                .finding(Rule::WrongWeekday, Severity::Warning, range)
                .with("phrase", &phrase)
                .with("weekday", right),
        );
    }
    findings
}

fn index(day: NaiveDate) -> usize {
    day.weekday().num_days_from_monday() as usize
}

/// «в понедельник, 27 октября 2026 года»: the day of the week and its place.
fn before(text: &str, at: usize) -> Option<(usize, usize, usize)> {
    let head = text
        .get(..at)?
        .trim_end_matches(|c: char| c.is_whitespace() || [',', '(', '–'].contains(&c));
    let start = head.rfind(|c: char| !is_word(c)).map_or(0, |at| {
        at + head
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .map_or(1, char::len_utf8)
    });
    let day = weekday(head.get(start..)?)?;
    Some((day, start, head.len()))
}

/// «27 октября 2026 года (понедельник)», «27 октября 2026 года, в понедельник».
fn behind(text: &str, at: usize) -> Option<(usize, usize, usize)> {
    let rest = text.get(at..)?;
    let mark = rest.trim_start();
    let bare = mark.strip_prefix(['(', ','])?.trim_start();
    let bracket = mark.starts_with('(');
    let word = ["в ", "во ", "В "]
        .iter()
        .find_map(|lead| bare.strip_prefix(lead));
    // «…2026 года, среда обитания»: without «в» only a bracket tells a day.
    let word = match word {
        Some(word) => word.trim_start(),
        None if bracket => bare,
        None => return None,
    };
    let end = word.find(|c: char| !is_word(c)).unwrap_or(word.len());
    let day = weekday(word.get(..end)?)?;
    let from = text.len() - word.len();
    let closed = bracket && word.get(end..).is_some_and(|rest| rest.starts_with(')'));
    Some((day, from, from + end + usize::from(closed)))
}

fn weekday(word: &str) -> Option<usize> {
    let word = fold(word);
    let is = |stem: &str| {
        word.strip_prefix(stem)
            .is_some_and(|ending| ENDINGS.contains(&ending))
    };
    DAYS.iter().position(|(stem, _)| is(stem))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{of, one};

    #[test]
    fn a_day_of_the_week_that_the_date_is_not_is_told() {
        let found = |text| {
            let found = of(Rule::WrongWeekday, &one(text));
            found
                .first()
                .map(|found| (found.args["phrase"].clone(), found.args["weekday"].clone()))
        };
        for (text, phrase, right) in [
            (
                "провести семинар в понедельник, 27 октября 2026 года",
                "понедельник, 27 октября 2026 года",
                "вторник",
            ),
            (
                "провести семинар 27.10.2026 (среда)",
                "27.10.2026 (среда)",
                "вторник",
            ),
            (
                "собраться 15 ноября 2026 г., в среду",
                "15 ноября 2026 г., в среду",
                "воскресенье",
            ),
        ] {
            assert_eq!(found(text), Some((phrase.into(), right.into())), "{text}");
        }
        for text in [
            "провести семинар во вторник, 27 октября 2026 года",
            "провести 27 октября 2026 года (вторник)",
            "до 27 октября 2026 года, среда обитания школы",
            "собираться по средам до 27 октября 2026 года",
            "провести в среду 26 и 27 октября 2026 года",
            "цифровая среда: 27 октября 2026 года открыть центр",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
