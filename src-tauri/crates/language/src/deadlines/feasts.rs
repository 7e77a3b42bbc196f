//! Days that have a name: «ко Дню учителя», «к Новому году». A day nobody here knows («ко Дню посёлка»)
//! is kept as words.

use std::ops::Range;
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};
use svod_model::{Deadline, DeadlineKind};

use super::forms::{deadline, infer, inferred, year_of};
use crate::Found;
use crate::dates::month_end;
use crate::pattern::{Caught, Pattern};
use crate::verbs::is_infinitive;
use crate::words::fold;

/// When a named day is, whatever the year.
#[derive(Clone, Copy, Debug)]
enum When {
    On(u32, u32),
    /// The n-th such day of the week in a month.
    Nth(u32, Weekday, u8),
    /// The last such day of the week in a month.
    Last(u32, Weekday),
}

use When::{Last, Nth, On};

/// What stands behind «Дню», as a pattern of its own, and when that is. The longer names come first.
const DAYS: &[(&str, When)] = &[
    (r"знаний", On(9, 1)),
    (r"солидарности\s+в\s+борьбе\s+с\s+терроризмом", On(9, 3)),
    (
        r"(?:воспитателя(?:\s+и\s+всех\s+дошкольных\s+работников)?|дошкольного\s+работника)",
        On(9, 27),
    ),
    (
        r"(?:пожилого\s+человека|пожилых\s+людей|старшего\s+поколения)",
        On(10, 1),
    ),
    (r"учителя", On(10, 5)),
    (r"отца", Nth(10, Weekday::Sun, 3)),
    (r"народного\s+единства", On(11, 4)),
    (r"толерантности", On(11, 16)),
    (r"матери", Last(11, Weekday::Sun)),
    (r"неизвестного\s+солдата", On(12, 3)),
    (r"инвалид(?:а|ов)", On(12, 3)),
    (r"героев\s+отечества", On(12, 9)),
    (
        r"конституции(?:\s+(?:рф|россии|российской\s+федерации))?",
        On(12, 12),
    ),
    (r"(?:российского\s+)?студенчества", On(1, 25)),
    (r"российской\s+науки", On(2, 8)),
    (r"защитника\s+отечества", On(2, 23)),
    (r"космонавтики", On(4, 12)),
    (r"местного\s+самоуправления", On(4, 21)),
    (r"победы", On(5, 9)),
    (r"славянской\s+письменности(?:\s+и\s+культуры)?", On(5, 24)),
    (r"библиотек", On(5, 27)),
    (r"защиты\s+детей", On(6, 1)),
    (r"русского\s+языка", On(6, 6)),
    (r"россии", On(6, 12)),
    (r"памяти\s+и\s+скорби", On(6, 22)),
    (r"молод[её]жи", Last(6, Weekday::Sat)),
    (r"семьи,?\s+любви\s+и\s+верности", On(7, 8)),
    (r"физкультурника", Nth(8, Weekday::Sat, 2)),
    (r"государственного\s+флага", On(8, 22)),
];

static KNOWN: LazyLock<Vec<(Pattern, When)>> = LazyLock::new(|| {
    let whole = |name: &str| Pattern::owned(format!("^{name}$"));
    DAYS.iter()
        .map(|(name, when)| (whole(name), *when))
        .collect()
});

/// The pattern of all of them.
pub(super) fn form(year: &str) -> String {
    let known: Vec<&str> = DAYS.iter().map(|(name, _)| *name).collect();
    let known = known.join("|");
    format!(
        r"ко?\s+(?:(?:международному|всемирному|всероссийскому)\s+)?дню\s+(?P<name>{known}|(?:[а-яё]+(?:ого|ой|ых|их)\s+)?[а-яё]+)(?:\s+{year})?|к\s+новому\s+(?P<new>(?:\d{{4}}\s+)?году)|до\s+нового\s+(?P<until>(?:\d{{4}}\s+)?года)"
    )
}

/// The day itself is the last one: «ко Дню учителя», as «к 5 октября», allows it.
pub(super) fn feast(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let named = found.name("year").is_some();
    let when = match (
        found.name("new").or(found.name("until")),
        found.name("name"),
    ) {
        // What is to be ready for the New Year is due by the last day of the old one.
        (Some(new), _) if new.as_str().starts_with(|c: char| c.is_ascii_digit()) => {
            let year: i32 = new.as_str().get(..4)?.parse().ok()?;
            let to = NaiveDate::from_ymd_opt(year - 1, 12, 31);
            return deadline(DeadlineKind::Event, None, to);
        }
        (Some(_), _) => Some(On(12, 31)),
        (None, name) => {
            let name = name?.as_str().to_lowercase();
            let known = KNOWN.iter().find(|(day, _)| day.is_match(&name));
            // «ко дню проверки» is any day; one with a name is written with a capital.
            let capital = found.get(0)?.as_str().contains("Дню");
            if known.is_none() && !capital {
                return None;
            }
            known.map(|(_, when)| *when)
        }
    };
    let Some(when) = when else {
        return deadline(DeadlineKind::Event, None, None);
    };
    let to = if named {
        day_in(when, year_of(found, "year")?)
    } else {
        match when {
            On(month, day) => adopted.and_then(|adopted| infer(adopted, month, day)),
            _ => adopted.and_then(|adopted| {
                let years = [adopted.year(), adopted.year() + 1];
                let mut days = years.iter().filter_map(|year| day_in(when, *year));
                days.find(|day| *day >= adopted)
            }),
        }
    };
    let guessed = !named && to.is_some();
    inferred(deadline(DeadlineKind::Event, None, to), guessed)
}

/// Whether a named day is what something is about, not when it is due: «мероприятия, приуроченные ко Дню знаний».
pub(super) fn is_a_theme(text: &str, range: &Range<usize>) -> bool {
    let said = text.get(range.clone()).unwrap_or_default();
    if !is_named(said) {
        return is_of_a_year(said, text.get(range.end..).unwrap_or_default());
    }
    let before = text.get(..range.start).unwrap_or_default();
    let words = before.split_whitespace().rev().take(3);
    let about = [
        "приуроч",
        "посвящ",
        "подготовк",
        "поздрав",
        "готовност",
        "подарк",
        "открытк",
    ];
    words.map(fold).any(|word| {
        let word = word.trim_start_matches(|c: char| !c.is_alphabetic());
        about.iter().any(|start| word.starts_with(start))
    })
}

/// «к новому году обучения» is no New Year.
fn is_of_a_year(said: &str, behind: &str) -> bool {
    const OF: &[&str] = &["обучени", "работ", "учеб", "деятельност"];
    let next = fold(behind.split_whitespace().next().unwrap_or_default());
    let said = fold(said);
    ["новому году", "нового года"]
        .iter()
        .any(|year| said.ends_with(year))
        && OF.iter().any(|start| next.starts_with(start))
}

/// «провести концерт ко Дню матери в ноябре 2026 года»: where another time is said, the day is a theme, unless
/// that is the time of another task: «…, отчёт представить до 1 ноября 2026 года».
pub(super) fn beside_no_other(text: &str, found: &mut Vec<Found<Deadline>>) {
    let named = |found: &Found<Deadline>| is_named(&found.value.phrase);
    let others: Vec<Range<usize>> = found
        .iter()
        .filter(|one| !named(one))
        .map(|one| clause(text, &one.range))
        .collect();
    found.retain(|one| {
        let own = clause(text, &one.range);
        let apart = |other: &Range<usize>| {
            let both = [&own, other];
            *other != own && both.iter().all(|clause| has_verb(text, clause))
        };
        !named(one) || others.iter().all(apart)
    });
}

/// Where the clause begins and ends that a time stands in.
fn clause(text: &str, range: &Range<usize>) -> Range<usize> {
    let marks = [',', ';', ':'];
    let before = text.get(..range.start).unwrap_or_default();
    let behind = text.get(range.end..).unwrap_or_default();
    let start = before.rfind(marks).map_or(0, |mark| mark + 1);
    start..range.end + behind.find(marks).unwrap_or(behind.len())
}

fn has_verb(text: &str, clause: &Range<usize>) -> bool {
    let clause = text.get(clause.clone()).unwrap_or_default();
    clause.split_whitespace().any(is_infinitive)
}

fn is_named(phrase: &str) -> bool {
    let mut words = phrase.split_whitespace().map(fold);
    words.next().is_some_and(|word| word == "к" || word == "ко")
        && words.take(2).any(|word| word == "дню")
}

fn day_in(when: When, year: i32) -> Option<NaiveDate> {
    match when {
        On(month, day) => NaiveDate::from_ymd_opt(year, month, day),
        Nth(month, weekday, n) => NaiveDate::from_weekday_of_month_opt(year, month, weekday, n),
        Last(month, weekday) => month_end(year, month)?
            .iter_days()
            .rev()
            .find(|day| day.weekday() == weekday),
    }
}
