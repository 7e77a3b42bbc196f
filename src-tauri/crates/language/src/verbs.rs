//! What an assignment starts with: infinitives, and what may stand before them.

use crate::words::fold;

/// Nouns that end like an infinitive and are met where one could start.
const NOUNS: &[&str] = &[
    "деятельность",
    "печать",
    "память",
    "сеть",
    "нить",
    "путь",
    "суть",
    "мать",
    "пять",
    "шесть",
    "десять",
    "девять",
    "треть",
    "плоть",
    "тетрадь",
    "кровать",
    "честь",
    "нефть",
    "медаль",
    "почти",
    "дети",
    "пути",
    "сети",
    "речь",
    "ночь",
    "дочь",
    "опять",
    "хоть",
    "чуть",
    "есть",
];

/// Whether a word is a Russian infinitive («обеспечить», «развиваться», «провести», «вовлечь»).
///
/// Decided by ending, with the nouns of this field's texts that share one left out. Nouns in
/// «-ость», «-есть», «-асть» never end in a vowel before «-ть», so they need no list.
pub fn is_infinitive(word: &str) -> bool {
    // Told from most words by the last letter, before anything is put into lower case.
    if !word.ends_with(['ь', 'и', 'я', 'Ь', 'И', 'Я']) {
        return false;
    }
    let word = fold(word);
    let word = word
        .strip_suffix("ся")
        .or_else(|| word.strip_suffix("сь"))
        .unwrap_or(&word);
    if word.chars().count() < 4 && word != "идти" {
        return false;
    }
    if NOUNS.contains(&word) {
        return false;
    }
    const VERBS: &[&str] = &[
        "ать",
        "ять",
        "еть",
        "ить",
        "оть",
        "уть",
        "ыть",
        "вести",
        "нести",
        "везти",
        "йти",
        "идти",
        "обрести",
        "соблюсти",
        "спасти",
        "влечь",
        "беречь",
        "стичь",
        "мочь",
        "сечь",
        "стеречь",
        "зачесть",
        "учесть",
        "счесть",
        "сесть",
        "класть",
        "пасть",
    ];
    VERBS.iter().any(|ending| word.ends_with(ending))
}
