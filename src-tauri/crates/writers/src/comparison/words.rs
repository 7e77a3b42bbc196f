//! How the changes are called.

use svod_diff::{Change, Changes, Comparison, Relation, Side};
use svod_model::{Deadline, Indicator, Reference};

use crate::outline;
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
pub(super) const LEGEND: [(&str, &str); 4] = [
    ("изменено", "задача та же, правлена формулировка"),
    ("продолжено", "задача та же, сказано другими словами"),
    (
        "сужено, расширено",
        "требуется часть прежнего или больше прежнего",
    ),
    ("перенесено", "другое место или другой адресат"),
];

/// The summary's keys in the order they are told.
const COUNTED: [(&str, &str); 10] = [
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
pub(super) fn summary(comparison: &Comparison) -> String {
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

/// The facts that differ, one line each.
pub(super) fn facts(changes: &Changes) -> Vec<String> {
    let mut lines = Vec::new();
    lines.extend(
        changes
            .addressee
            .as_ref()
            .map(|c| change("адресат", c, String::clone)),
    );
    lines.extend(
        changes
            .deadlines
            .as_ref()
            .map(|c| change("срок", c, deadline)),
    );
    lines.extend(
        changes
            .indicators
            .as_ref()
            .map(|c| change("показатель", c, indicator)),
    );
    lines.extend(
        changes
            .references
            .as_ref()
            .map(|c| change("основание", c, reference)),
    );
    lines
}

/// «срок: до 1 мая → до 1 июня»; a side without the fact is said to be without it.
fn change<T>(name: &str, change: &Change<T>, print: impl Fn(&T) -> String) -> String {
    let print = |side: &[T]| side.iter().map(&print).collect::<Vec<_>>().join("; ");
    match (change.old.is_empty(), change.new.is_empty()) {
        (true, _) => format!("{name}: появился ({})", print(&change.new))
            .replace("показатель: появился", "показатель: добавлен")
            .replace("основание: появился", "основание: добавлено"),
        (false, true) => format!("{name}: снят ({})", print(&change.old))
            .replace("основание: снят", "основание: снято"),
        (false, false) => format!("{name}: {} → {}", print(&change.old), print(&change.new)),
    }
}

fn deadline(deadline: &Deadline) -> String {
    match deadline.phrase.trim() {
        "" => outline::deadline(deadline).replace("срок: ", ""),
        phrase => phrase.to_owned(),
    }
}

fn indicator(indicator: &Indicator) -> String {
    match indicator.phrase.trim() {
        "" => outline::indicator(indicator).replace("показатель: ", ""),
        phrase => phrase.to_owned(),
    }
}

fn reference(reference: &Reference) -> String {
    match reference.canonical.trim() {
        "" => reference.phrase.trim().to_owned(),
        canonical => canonical.to_owned(),
    }
}
