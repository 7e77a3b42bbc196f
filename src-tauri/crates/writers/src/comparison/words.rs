//! How the changes are called.

use std::collections::BTreeSet;

use svod_diff::{Certainty, Comparison, Op, Pair, Relation, Side, Word};
use svod_model::Id;

use super::table::Entry;
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

/// How a word of a pair is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Plain,
    Inserted,
    Deleted,
    /// Another form, other capitals, another mark: nothing else is said.
    Light,
}

impl Mark {
    fn of(word: &Word) -> Self {
        match (word.op, word.light) {
            (Op::Equal, _) => Self::Plain,
            (Op::Insert | Op::Delete, Some(_)) => Self::Light,
            (Op::Insert, None) => Self::Inserted,
            (Op::Delete, None) => Self::Deleted,
        }
    }
}

/// The words of one side, those of the other left out: `gone` is the fate only that one knows. Spaces
/// around a change are not marked, a change of spaces alone is.
pub(super) fn side_of<'w>(entry: &'w Entry<'_>, gone: Op) -> Vec<(Mark, &'w str)> {
    let of_all = match gone {
        Op::Insert => &entry.old_words,
        _ => &entry.new_words,
    };
    let words = of_all.as_deref().unwrap_or(entry.words);
    let mut pieces = Vec::new();
    for word in words.iter().filter(|word| word.op != gone) {
        let (mark, text) = (Mark::of(word), word.text.as_str());
        let inner = text.trim();
        if mark == Mark::Plain || inner.is_empty() {
            pieces.push((mark, text));
            continue;
        }
        let from = text.len() - text.trim_start().len();
        pieces.push((Mark::Plain, &text[..from]));
        pieces.push((mark, inner));
        pieces.push((Mark::Plain, &text[from + inner.len()..]));
    }
    pieces.retain(|(_, text)| !text.is_empty());
    pieces
}

/// The heading over changed facts, and why a pair is one.
pub(super) const CHANGED: &str = "Что изменилось, почему связаны";

/// What the mark of light changes means.
pub(super) const LIGHT: &str = "форма слова, заглавная буква или знак препинания";

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
    ("merged", "объединено из нескольких"),
    ("moved", "перенесено"),
    ("added", "новых"),
    ("dropped", "исключено"),
];

/// How many directives a key of [`COUNTED`] is said of. What was split or merged counts once, not by its parts.
pub(super) fn count(comparison: &Comparison, key: &str) -> u32 {
    let wholes = |relation: Relation, of: fn(&Pair) -> &Id| {
        let parts = comparison.pairs.iter();
        let parts = parts.filter(|pair| pair.relation == relation);
        let wholes = parts.map(of).collect::<BTreeSet<&Id>>().len();
        u32::try_from(wholes).unwrap_or(u32::MAX)
    };
    match key {
        "split" => wholes(Relation::Split, |pair| &pair.old.id),
        "merged" => wholes(Relation::Merged, |pair| &pair.new.id),
        key => comparison.summary.get(key).copied().unwrap_or(0),
    }
}

/// «изменено — 3, новых — 5», only what there is.
pub(crate) fn summary(comparison: &Comparison) -> String {
    let count = |key: &str| count(comparison, key);
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
