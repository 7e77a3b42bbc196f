//! How the changes are called.

use svod_diff::{Certainty, Comparison, Pair, Relation, Side};

use crate::typography::long_date;

/// The nature of a change in a secretary's words.
pub(super) fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Unchanged => "без изменений",
        Relation::Reworded => "изменено",
        Relation::Continued => "продолжено",
        Relation::Narrowed => "сужено",
        Relation::Broadened => "расширено",
        Relation::Split => "разделено",
        Relation::Merged => "объединено",
    }
}

pub(super) const MOVED: &str = "перенесено";
pub(super) const ADDED: &str = "новое";
pub(super) const DROPPED: &str = "исключено";

/// What the marks mean, for readers of a black-and-white print too.
pub(super) const LEGEND: [(&str, &str); 6] = [
    ("изменено", "задача та же, правлена формулировка"),
    ("продолжено", "задача та же, сказано другими словами"),
    (
        "сужено, расширено",
        "требуется часть прежнего или больше прежнего",
    ),
    ("перенесено", "другое место или другой адресат"),
    (
        "связь точная, вероятная, возможная",
        "насколько программа уверена; вероятную и возможную проверьте",
    ),
    ("проверено", "связь подтвердил человек"),
];

/// How sure the pair is; a person's word stands instead of the program's. Nothing for the same
/// text in both documents: there is nothing to doubt.
pub(super) fn link(pair: &Pair) -> Option<&'static str> {
    if pair.confirmed {
        return Some("проверено");
    }
    match pair.certainty {
        _ if pair.relation == Relation::Unchanged => None,
        Certainty::Sure => Some("связь точная"),
        Certainty::Probable => Some("связь вероятная"),
        Certainty::Possible => Some("связь возможная"),
    }
}

/// The summary's keys in the order they are told.
pub(super) const COUNTED: [(&str, &str); 10] = [
    ("unchanged", "без изменений"),
    ("reworded", "изменено"),
    ("continued", "продолжено"),
    ("narrowed", "сужено"),
    ("broadened", "расширено"),
    ("split", "разделено"),
    ("merged", "объединено"),
    ("moved", "перенесено"),
    ("added", "новых"),
    ("dropped", "исключено"),
];

/// «изменено — 3, новых — 5», only what there is.
pub(crate) fn summary(comparison: &Comparison) -> String {
    let count = |key: &str| comparison.summary.get(key).copied().unwrap_or(0);
    let told: Vec<String> = COUNTED
        .iter()
        .filter(|(key, _)| count(key) > 0)
        .map(|(key, word)| format!("{word} — {}", count(key)))
        .collect();
    if told.is_empty() {
        "поручений для сравнения нет".into()
    } else {
        told.join(", ")
    }
}

/// «Резолюция форума, 27 августа 2030 г.»
pub(super) fn side(side: &Side) -> String {
    let title = match side.title.trim() {
        "" => "документ без названия",
        title => title,
    };
    match side.adopted_on {
        Some(date) => format!("{title}, {}", long_date(date)),
        None => title.to_owned(),
    }
}
