//! A bare day: the one by which something is to be done, or the one on which an event is held.

use std::ops::Range;

use svod_model::{Deadline, DeadlineKind, Origin};

use crate::verbs::is_infinitive;
use crate::words::fold;

/// How what is held is announced, by the verb or the noun a task begins with.
const HELD: &[&str] = &[
    "провести",
    "проводить",
    "проведение",
    "организовать",
    "организовывать",
    "организация",
    "открыть",
    "открытие",
    "участие",
    "участвовать",
    "собрать",
    "созвать",
    "приурочить",
];
/// Verbs that leave what is done to the noun behind them: «принять участие», «обеспечить проведение».
const CARRYING: &[&str] = &[
    "принять",
    "принимать",
    "обеспечить",
    "продолжить",
    "спланировать",
];
/// Those nouns.
const CARRIED: &[&str] = &["участие", "проведение", "организацию", "открытие"];
/// So many words behind such a verb its noun may stand: «обеспечить в каждой школе проведение».
const BESIDE: usize = 4;
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
    "егэ",
    "заняти",
    "заседани",
    "звонк",
    "звонок",
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
    "сочинени",
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
    let is_of = |word: &String, known: &[&str]| known.contains(&word.as_str());
    let event = |from: usize| {
        let mut named = words.iter().skip(from + 1).take(NEAR);
        named.any(|word| EVENTS.iter().any(|start| word.starts_with(start)))
    };
    // «утвердить план проведения конкурса» begins with another verb and holds nothing.
    let first = words.iter().position(|word| is_infinitive(word));
    let mut at = first.unwrap_or_default();
    while let Some(word) = words.get(at) {
        if is_of(word, HELD) && event(at) {
            return true;
        }
        if is_of(word, CARRYING) {
            let noun = words.iter().skip(at + 1).take(BESIDE);
            let noun = noun.clone().position(|word| is_of(word, CARRIED));
            if noun.is_some_and(|noun| event(at + 1 + noun)) {
                return true;
            }
        }
        // «подготовить и провести семинар»
        let next = at + 1 + usize::from(words.get(at + 1).is_some_and(|word| word == "и"));
        if !words.get(next).is_some_and(|word| is_infinitive(word)) {
            return false;
        }
        at = next;
    }
    false
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
            "Довести до организаций расписание уроков. Срок: 1 сентября 2026 г.",
            "Разработать график открытых уроков. Срок: 1 сентября 2026 г.",
            "Утвердить план проведения конкурса. Срок: 1 сентября 2026 г.",
            "Утвердить порядок организации олимпиады (01.09.2026)",
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
            (
                "провести итоговое сочинение. Срок: 15 октября 2026 г.",
                on(15, 10),
            ),
            ("провести в школах ЕГЭ (15.10.2026)", on(15, 10)),
            (
                "Подготовить и провести последний звонок (15.10.2026)",
                on(15, 10),
            ),
            (
                "обеспечить в каждой школе проведение диктанта (15.10.2026)",
                on(15, 10),
            ),
            ("Организация и проведение семинара (15.10.2026)", on(15, 10)),
            ("ввести 1 сентября 2026 года новую форму отчёта", on(1, 9)),
        ] {
            assert_eq!(shown(text), day, "{text}");
        }
    }
}
