//! A word no dictionary has.

use std::collections::HashMap;

use svod_language::verbs::is_infinitive;
use svod_language::words::{Token, TokenKind, tokens};
use svod_model::Severity;

use super::joined_words;
use crate::document::Document;
use crate::place::Place;
use crate::{Finding, Part, Rule, Speller};

/// Beginnings of new words.
const PREFIXES: &[&str] = &[
    "видео",
    "аудио",
    "фото",
    "медиа",
    "кибер",
    "теле",
    "радио",
    "онлайн",
    "авто",
    "агро",
    "био",
    "гео",
    "микро",
    "мини",
    "макро",
    "мульти",
    "нано",
    "техно",
    "эко",
    "этно",
    "анти",
    "контр",
    "супер",
    "ультра",
    "пост",
    "пред",
    "меж",
    "внутри",
    "вне",
    "обще",
    "само",
    "со",
    "сверх",
    "недо",
    "взаимо",
    "проф",
    "сельхоз",
    "спорт",
    "здоровье",
    "противо",
    "псевдо",
    "ре",
    "транс",
    "полу",
    "много",
    "одно",
    "двух",
    "трёх",
    "трех",
    "средне",
    "мало",
    "высоко",
    "естественно",
    "психо",
    "социо",
    "нейро",
    "робо",
    "электро",
    "энерго",
    "сан",
    "мед",
    "пед",
    "гос",
    "культ",
    "крае",
    "без",
    "бес",
    "под",
    "над",
    "около",
    "после",
];

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let Some(speller) = document.context.speller else {
        return Vec::new();
    };
    // A document says few words many times.
    let mut known: HashMap<&str, bool> = HashMap::new();
    let mut findings = Vec::new();
    for place in &document.places {
        let tokens = tokens(place.text);
        for (n, token) in tokens.iter().enumerate() {
            if !is_checked(place, token, n == 0) {
                continue;
            }
            let right = *known.entry(token.text).or_insert_with(|| {
                knows(speller, token.text) || joined_words::split(speller, token.text).is_some()
            });
            if !right {
                findings.push(
                    place
                        .finding(Rule::Spelling, Severity::Warning, token.range())
                        .with("word", token.text),
                );
            }
        }
    }
    findings
}

/// Russian words in small letters; a capital only at the start of a task. Names, abbreviations,
/// numbers, halves of torn words and addresses are left alone.
fn is_checked(place: &Place<'_>, token: &Token<'_>, first: bool) -> bool {
    let word = token.text;
    let russian = |c: char| matches!(c, 'а'..='я' | 'ё' | '-' | '\u{301}');
    // «Усилить» at the start; «Власовой» there is a name.
    let capital = first && matches!(place.part, Part::Text | Part::Lead) && is_infinitive(word);
    let mut letters = word.chars();
    let start = letters
        .next()
        .is_some_and(|c| russian(c) || capital && matches!(c, 'А'..='Я'));
    let end = token.start + word.len();
    let (before, after) = (place.before(token.start), place.after(end));
    let short = word.chars().count() <= 5;
    let abbreviated = after == Some('.') && short;
    let touched = matches!(before, Some('-' | '–' | '/' | '_' | '0'..='9'))
        || matches!(after, Some('-' | '/' | '_' | '0'..='9'));
    // «противоэпи- демических» has a rule of its own.
    let front = place.text.get(..token.start).unwrap_or_default();
    let torn = front.ends_with(' ') && front.trim_end().ends_with('-');
    token.kind == TokenKind::Word
        && start
        && letters.all(russian)
        && word.chars().count() > 2
        && !abbreviated
        && !touched
        && !torn
        && !place.in_address(&token.range())
}

/// Whether a word is known, or a compound of known parts, or a known word behind one of the
/// beginnings from which this field makes new words every day («медиацентр», «кибербезопасность»).
pub(super) fn knows(speller: &Speller, word: &str) -> bool {
    let word = word.to_lowercase();
    let known = |word: &str| {
        speller.knows(word)
            || PREFIXES.iter().any(|prefix| {
                let rest = word.strip_prefix(prefix).unwrap_or_default();
                rest.chars().count() >= 4 && speller.knows(rest)
            })
    };
    // «календарно-тематический»: the first part is an adjective that lost its ending.
    let adverb = |part: &str| {
        part.strip_suffix('о').is_some_and(|stem| {
            ["ый", "ий", "ой"]
                .iter()
                .any(|ending| known(&format!("{stem}{ending}")))
        })
    };
    known(&word)
        || word.contains('-')
            && word
                .split('-')
                .all(|part| part.chars().count() < 3 || known(part) || adverb(part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Context;
    use crate::rules::tests::one;

    #[test]
    fn unknown_words_are_reported_and_names_are_not() {
        let dic = "5\nпровести\nсмотр\nсоциально\nбытовой\nобразования\n";
        let speller = Speller::load("SET UTF-8\n", dic, "").unwrap();
        let context = Context {
            speller: Some(&speller),
            ..Context::default()
        };
        let found = crate::check(
            &one("Провести смторт МЦОКО Озёрска, социально-бытовой смотр, a@b.ru"),
            &context,
        );
        let words: Vec<_> = found
            .iter()
            .filter(|found| found.rule == Rule::Spelling)
            .filter_map(|found| found.quote.as_deref())
            .collect();
        assert_eq!(words, ["смторт"]);
    }
}
