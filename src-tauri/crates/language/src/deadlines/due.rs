//! A bare day: the one by which something is to be done, or the one on which an event is held.

use std::ops::Range;

use svod_model::{Deadline, DeadlineKind, Origin};

use crate::words::fold;

/// How what is held is announced.
const HELD: &[&str] = &[
    "провест",
    "провод",
    "проведен",
    "организ",
    "открыт",
    "состо",
    "участи",
    "собрать",
    "созвать",
    "приурочи",
];
/// What has a day of its own.
const EVENTS: &[&str] = &[
    "акци",
    "ассамбле",
    "вебинар",
    "вечер",
    "выставк",
    "день",
    "дня",
    "дни",
    "диктант",
    "заняти",
    "заседани",
    "игр",
    "коллеги",
    "конкурс",
    "консультаци",
    "конференци",
    "концерт",
    "круглый",
    "линейк",
    "марафон",
    "мастер",
    "мероприяти",
    "митинг",
    "олимпиад",
    "педсовет",
    "педагогическ",
    "поход",
    "праздник",
    "празднов",
    "семинар",
    "слет",
    "смотр",
    "собрани",
    "соревновани",
    "совет",
    "совещани",
    "спартакиад",
    "субботник",
    "съезд",
    "тестировани",
    "торжеств",
    "тренинг",
    "турнир",
    "урок",
    "фестивал",
    "форум",
    "чтени",
    "экзамен",
    "эстафет",
    "ярмарк",
];
/// So many words behind the verb an event may be named.
const NEAR: usize = 6;

/// Whether a task is to hold something: its day is the day it is held on.
fn is_held(task: &str) -> bool {
    let words: Vec<String> = task
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(fold)
        .collect();
    let starts = |word: &str, known: &[&str]| known.iter().any(|start| word.starts_with(start));
    words.iter().enumerate().any(|(at, word)| {
        starts(word, HELD)
            && words
                .iter()
                .skip(at + 1)
                .take(NEAR)
                .any(|word| starts(word, EVENTS))
    })
}

/// A day that stands where a term is asked for is the last one, unless the task is an event: «Срок:
/// 1 сентября 2026 года». What a person stated is left as it is.
pub fn of_task(deadline: Deadline, task: &str) -> Deadline {
    let bare = deadline.kind == DeadlineKind::OnDate && deadline.origin != Origin::Person;
    if !bare || is_held(task) {
        return deadline;
    }
    Deadline {
        kind: DeadlineKind::ByDate,
        from: None,
        ..deadline
    }
}

/// Whether a day of a text stands as its term: behind «срок», or alone in brackets at the end.
pub(super) fn is_term(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).unwrap_or_default().trim_end();
    let behind = text.get(range.end..).unwrap_or_default().trim();
    let ends = behind
        .strip_prefix(')')
        .is_some_and(|rest| rest.chars().all(|c| matches!(c, '.' | ';' | ',')));
    before.ends_with('(') && ends || is_labelled(before)
}

/// Whether what stands before a day asks for it: «Срок:», «(срок исполнения –».
fn is_labelled(before: &str) -> bool {
    const OF: &[&str] = &[
        "исполнения",
        "выполнения",
        "реализации",
        "представления",
        "завершения",
    ];
    let label = before.trim_end_matches([':', '–', '—', '-', ' ', '\u{a0}']);
    let mut words = label.split_whitespace().rev().map(|word| {
        let word = word.trim_start_matches(|c: char| !c.is_alphabetic());
        fold(word)
    });
    let last = words.next().unwrap_or_default();
    let is_label = |word: &str| matches!(word, "срок" | "сроки" | "сроком");
    is_label(&last)
        || OF.contains(&last.as_str()) && words.next().is_some_and(|word| is_label(&word))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::super::find;
    use super::*;

    fn shown(text: &str) -> Vec<(DeadlineKind, Option<NaiveDate>)> {
        let found = find(text, NaiveDate::from_ymd_opt(2026, 8, 25)).into_iter();
        found
            .map(|found| (found.value.kind, found.value.from))
            .collect()
    }

    #[test]
    fn a_day_that_stands_as_a_term_is_the_last_one() {
        for text in [
            "Утвердить положение о практике. Срок: 1 октября 2026 г.",
            "утвердить положение (срок исполнения – 01.10.2026)",
            "утвердить положение (срок – 01.10.2026 г.)",
            "завершить ремонт спортивных залов (31.12.2026);",
            "провести инвентаризацию оборудования (31.12.2026).",
            "организовать разработку положения о практике (31.12.2026)",
        ] {
            assert_eq!(shown(text), [(DeadlineKind::ByDate, None)], "{text}");
        }
    }

    #[test]
    fn the_day_of_an_event_is_its_own() {
        let on = |day, month| {
            let day = NaiveDate::from_ymd_opt(2026, month, day);
            [(DeadlineKind::OnDate, day)]
        };
        for (text, day) in [
            ("провести 1 сентября 2026 года урок", on(1, 9)),
            (
                "провести районный форум наставников (15.10.2026)",
                on(15, 10),
            ),
            (
                "организовать в школах день открытых дверей (15.10.2026)",
                on(15, 10),
            ),
            (
                "принять участие в областном конкурсе (15.10.2026)",
                on(15, 10),
            ),
            ("ввести 1 сентября 2026 года новую форму отчёта", on(1, 9)),
        ] {
            assert_eq!(shown(text), day, "{text}");
        }
    }
}
