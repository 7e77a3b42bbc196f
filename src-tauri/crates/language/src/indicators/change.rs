//! Numbers by which something is to change: «снизить долю отстающих на 5 %». They are no level: what is
//! measured is the change, and its name says so («снижение доли отстающих»).

use std::ops::Range;

use super::behind;
use crate::mask;
use crate::verbs::is_infinitive;
use crate::words::fold;

/// What growth is called.
const GROWTH: &str = "рост";
/// Its forms, each a whole word: «росток» and «Ростовская» are no growth.
const GROWING: &[&str] = &["рост", "роста", "росту", "ростом"];
/// How those are called of whom a verb says what they do: «умеющих плавать», «желающих заниматься».
const DOING: &[&str] = &["щих", "щие", "щим", "щими", "щего", "щему"];

/// Verbs and nouns of a change, by their beginnings, and what the change is called. Of the past
/// («увеличился на 5 %») a text only tells.
const CHANGES: &[(&[&str], &str)] = &[
    (
        &["снизить", "снижать", "снижени", "снизив", "понизить"],
        "снижение",
    ),
    (
        &["сократить", "сокращать", "сокращени", "сократив"],
        "сокращение",
    ),
    (
        &["уменьшить", "уменьшать", "уменьшени", "уменьшив"],
        "уменьшение",
    ),
    (
        &["увеличить", "увеличивать", "увеличени", "увеличив"],
        "увеличение",
    ),
    (
        &[
            "повысить",
            "повышать",
            "повышени",
            "повысив",
            "поднять",
            "улучшить",
        ],
        "повышение",
    ),
    (&["нарастить", "прирост"], GROWTH),
    (&["расширить", "расширени"], "расширение"),
];
/// The genitive of what is measured, by the form a verb gives it.
const GENITIVES: &[(&str, &str)] = &[
    ("охват", "охвата"),
    ("доля", "доли"),
    ("долю", "доли"),
    ("число", "числа"),
    ("количество", "количества"),
    ("численность", "численности"),
    ("уровень", "уровня"),
    ("процент", "процента"),
    ("обеспеченность", "обеспеченности"),
    ("укомплектованность", "укомплектованности"),
    ("доступность", "доступности"),
    ("средний балл", "среднего балла"),
    ("удельный вес", "удельного веса"),
];

/// What the change is called that a number is the size of; nothing if the number is a level.
pub(super) fn name(text: &str, range: &Range<usize>) -> Option<&'static str> {
    let said = fold(text.get(range.clone())?);
    let before = fold(&outside_quotes(behind(text, range.start)));
    let mut front = said
        .split_whitespace()
        .take_while(|word| !word.starts_with(|c: char| c.is_ascii_digit()) && *word != "уровне");
    let by = front.any(|word| word == "на") || before.trim_end().ends_with(" на");
    if !by || said.starts_with("на уровне") {
        return None;
    }
    let clause = before.rsplit([';', ':']).next().unwrap_or_default();
    let words = clause
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    let mut told = None;
    let mut last = "";
    for word in words {
        let starts = |known: &[&str]| known.iter().any(|start| word.starts_with(start));
        if let Some((_, name)) = CHANGES.iter().find(|(known, _)| starts(known)) {
            told = Some(*name);
        } else if GROWING.contains(&word) && !last.starts_with("точк") {
            told = Some(GROWTH);
        } else if starts(&["довест", "обеспеч", "достич", "допус", "допущ", "исключ"])
            || is_infinitive(word) && !DOING.iter().any(|ending| last.ends_with(ending))
        {
            // «обеспечить рост доли на 5 %» says what changes behind this word; «укомплектовать» is no change.
            told = None;
        }
        last = word;
    }
    told
}

/// A name in quotes says nothing of what is to be done: «Точка роста».
fn outside_quotes(text: &str) -> String {
    let quoted = mask::quoted(text);
    let outside = |at: usize| quoted.iter().all(|range| !range.contains(&at));
    text.char_indices()
        .filter(|(at, _)| outside(*at))
        .map(|(_, c)| c)
        .collect()
}

/// The name of what changes: «снижение доли отстающих».
pub(super) fn subject(change: &str, measured: &str) -> String {
    let measured = measured.strip_suffix(" на").unwrap_or(measured);
    if measured.is_empty() {
        return change.to_owned();
    }
    let folded = fold(measured);
    if folded.starts_with(change) {
        return measured.to_owned();
    }
    for (said, genitive) in GENITIVES {
        let rest = [*said, *genitive]
            .into_iter()
            .filter_map(|form| folded.strip_prefix(form))
            .find(|rest| rest.is_empty() || rest.starts_with(' '));
        if let Some(rest) = rest {
            let own = &measured[measured.len() - rest.len()..];
            return format!("{change} {genitive}{own}");
        }
    }
    format!("{change}: {measured}")
}

#[cfg(test)]
mod tests {
    use svod_model::Bound;

    use super::super::find;
    use super::{CHANGES, GROWTH};

    fn told(text: &str) -> Vec<(String, Bound)> {
        let found = find(text, None).into_iter();
        found
            .map(|found| (found.value.subject, found.value.relation))
            .collect()
    }

    #[test]
    fn a_number_by_which_something_changes_is_no_level() {
        for (text, subject, relation) in [
            (
                "снизить долю отстающих на 5 %",
                "снижение доли отстающих",
                Bound::AtLeast,
            ),
            (
                "сократить число пропусков уроков не менее чем на 10 %",
                "сокращение числа пропусков уроков",
                Bound::AtLeast,
            ),
            (
                "увеличить охват детей кружками на 5 процентов",
                "увеличение охвата детей кружками",
                Bound::AtLeast,
            ),
            (
                "обеспечить рост доли призёров смотра на 3 %",
                "рост доли призёров смотра",
                Bound::AtLeast,
            ),
            (
                "повысить средний балл на 3 балла",
                "повышение среднего балла",
                Bound::AtLeast,
            ),
            (
                "увеличить плату не более чем на 4 %",
                "увеличение",
                Bound::AtMost,
            ),
            (
                "увеличить долю детей, умеющих плавать, на 5 %",
                "увеличение доли детей, умеющих плавать",
                Bound::AtLeast,
            ),
            (
                "добиться роста охвата детей кружками на 5 %",
                "рост охвата детей кружками",
                Bound::AtLeast,
            ),
        ] {
            assert_eq!(told(text), [(subject.to_owned(), relation)], "{text}");
        }
    }

    #[test]
    fn a_name_like_that_of_a_change_and_another_task_are_no_change() {
        for text in [
            "обеспечить загрузку центров «Точка роста» на 100 %",
            "обеспечить загрузку центров Точка роста на 100 %",
            "обеспечить заполнение Ростовской школы на 100 %",
            "обеспечить загрузку кружков «Росток» на 100 %",
            "повысить качество питания, укомплектовать школы кадрами на 100 %",
            "снизить отсев и охватить детей кружками на 100 %",
        ] {
            for (subject, _) in told(text) {
                let changes = CHANGES.iter().map(|(_, name)| *name);
                let renamed = changes
                    .chain([GROWTH])
                    .any(|name| subject.starts_with(name));
                assert!(!renamed, "{text}: {subject}");
            }
            assert_eq!(told(text).len(), 1, "{text}");
        }
    }

    #[test]
    fn what_is_brought_to_a_number_is_a_level() {
        for (text, subject) in [
            ("снизить долю отстающих до 5 %", "долю отстающих"),
            (
                "сохранить охват детей кружками на уровне 80 %",
                "охват детей кружками",
            ),
            (
                "увеличить долю призёров и обеспечить охват кружками 80 %",
                "охват кружками",
            ),
        ] {
            let subjects: Vec<String> = told(text).into_iter().map(|told| told.0).collect();
            assert_eq!(subjects, [subject], "{text}");
        }
    }
}
