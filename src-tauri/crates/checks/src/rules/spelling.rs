//! A word no dictionary has.

use std::collections::HashMap;

use svod_language::words::{Token, TokenKind, tokens};
use svod_model::Severity;

use super::joined_words;
use crate::document::Document;
use crate::place::Place;
use crate::{Finding, Part, Rule, Speller};

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
    let capital = first && matches!(place.part, Part::Text | Part::Lead);
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
    token.kind == TokenKind::Word
        && start
        && letters.all(russian)
        && word.chars().count() > 2
        && !abbreviated
        && !touched
        && !place.in_address(&token.range())
}

/// A compound is known when it is or all its parts are.
fn knows(speller: &Speller, word: &str) -> bool {
    if speller.knows(word) || speller.knows(&word.to_lowercase()) {
        return true;
    }
    word.contains('-')
        && word
            .split('-')
            .all(|part| part.chars().count() < 3 || speller.knows(part))
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
