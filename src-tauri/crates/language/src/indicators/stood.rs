//! Where things stand now, in brackets beside what they are brought to: «до 95 % (2025 год – 91 %)»,
//! «до 95 % (сейчас 91 %)». A number of a year to come is a stage, and a target like the others.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use svod_model::Bound;

use super::forms::Stated;
use crate::dates;
use crate::pattern::{Pattern, Text};

/// Words that say that a number is what is, whatever the time beside them.
static SAID: Pattern = Pattern::new(
    r"\((?:факт[а-яё]*(?:\s+(?:значение|показатель|уровень))?|было|сейчас|ныне|сегодня|в\s+настоящее\s+время|на\s+(?:сегодня|сегодняшний\s+день|данный\s+момент|текущий\s+момент)|(?:исходн|базов|текущ|нынешн|достигнут)[а-яё]+\s+(?:значение|показатель|уровень)|база|в\s+прошлом\s+(?:учебном\s+)?году|год\s+назад|годом\s+ранее)(?:[,:]?\s+[^()0-9]{0,20}(?:\d{1,2}(?:\s+[а-яё]+\s+|\.\d{2}\.))?\d{4}(?:\s*[/–-]\s*\d{2,4})?\s*(?:учебн[а-яё]+\s+)?(?:года|году|год|г\.)?)?[,:]?\s*[–—:-]?\s*(?:составля[а-яё]+\s+)?\d+(?:[.,]\d+)?\s*(?:%|[а-яё]+\.?)?\s*\)",
)
.needing(&["("]);
/// A number and the time it is of: «(2025 год – 91 %)», «(на 1 сентября 2025 года – 91 %)», «(91 % на
/// начало 2025 года)»; several of them, the newest last.
static DATED: Pattern = Pattern::made(|| {
    const WHEN: &str = r"(?:(?:в|на|за|по\s+итогам|по\s+состоянию\s+на)\s+)?(?:(?:начало|конец|\d{1,2}\s+[а-яё]+|\d{1,2}\.\d{2}\.)\s*)?\d{4}(?:\s*[/–-]\s*\d{2,4})?(?:\s*уч(?:ебн[а-яё]+|\.))?(?:\s*(?:года|году|год|г\.))?";
    const MUCH: &str = r"(?:было\s+|составля[а-яё]+\s+)?\d+(?:[.,]\d+)?\s*(?:%|[а-яё]+\.?)?";
    format!(
        r"\((?:факт[а-яё]*[,:]?\s+)?(?:(?:{WHEN})\s*[–—:-]\s*{MUCH}[,;]?\s*|(?:в\s+\d{{4}}\s+году)\s+{MUCH}[,;]?\s*){{1,3}}\)|\((?:\d+(?:[.,]\d+)?\s*(?:%|[а-яё]+\.?)?\s*(?:в|на|за|по\s+итогам)\s+(?:{WHEN})[,;]?\s*){{1,3}}\)"
    )
})
.needing(&["("])
.and(&["19", "20", "21"]);

/// Brackets that tell where things stand. `times` is what the text says of when the task is due.
pub(super) fn brackets(
    text: &Text<'_>,
    times: &[Range<usize>],
    adopted: Option<NaiveDate>,
    targets: &[Stated],
) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = whole(&SAID, text);
    out.extend(whole(&DATED, text).into_iter().filter(|range| {
        let said = text.printed().get(range.clone()).unwrap_or_default();
        // A year that is a term of the task is one to come.
        let due = times.iter().any(|time| crate::mask::overlap(time, range));
        !due && is_over(said, adopted).unwrap_or_else(|| falls_short(range, targets))
    }));
    out
}

fn whole(pattern: &Pattern, text: &Text<'_>) -> Vec<Range<usize>> {
    let found = pattern.find_all(text);
    found.into_iter().map(|found| found.range()).collect()
}

/// Whether the time in brackets was over at the adoption; unknown within its year.
fn is_over(said: &str, adopted: Option<NaiveDate>) -> Option<bool> {
    let adopted = adopted?;
    if let Some(day) = dates::find(said).last() {
        return Some(day.value <= adopted);
    }
    let years = said.split(|c: char| !c.is_ascii_digit());
    let year: i32 = years.rev().find(|digits| digits.len() == 4)?.parse().ok()?;
    match year.cmp(&adopted.year()) {
        std::cmp::Ordering::Less => Some(true),
        std::cmp::Ordering::Greater => Some(false),
        std::cmp::Ordering::Equal => None,
    }
}

/// Whether the number in brackets is on the near side of what stands before it: 91 % of 95 % to reach,
/// 4 % of 2 % to go down to.
fn falls_short(brackets: &Range<usize>, targets: &[Stated]) -> bool {
    let within = |stated: &&Stated| crate::mask::overlap(&stated.range, brackets);
    let main = targets
        .iter()
        .rfind(|stated| stated.range.end <= brackets.start);
    let (Some(main), Some(own)) = (main, targets.iter().rfind(within)) else {
        return true;
    };
    match main.relation {
        Bound::AtMost => own.value > main.value,
        _ => own.value < main.value,
    }
}
