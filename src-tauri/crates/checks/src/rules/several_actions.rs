//! Two tasks in one item: one of them will be forgotten, or the item never closed.

use std::ops::Range;

use svod_language::verbs::is_infinitive;
use svod_language::words::{Token, TokenKind, fold, tokens};
use svod_model::Severity;

use crate::document::Document;
use crate::place::Place;
use crate::{Finding, Part, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let items = document
        .places
        .iter()
        .filter(|place| place.part == Part::Text);
    items
        .filter_map(|place| {
            let second = second(place)?;
            let verb = place.text.get(second.clone())?;
            let finding = place.finding(Rule::SeveralActions, Severity::Note, second.clone());
            Some(finding.with("verb", verb))
        })
        .collect()
}

/// The verb that begins a second task: behind «;», a full stop or «а также», or behind a comma when
/// the first verb has words of its own («провести анализ школ, разработать меры»). «Разработать и
/// утвердить план» is one task.
fn second(place: &Place<'_>) -> Option<Range<usize>> {
    let tokens = tokens(place.text);
    let first = tokens.iter().position(|token| is_verb(token))?;
    let mut last = first;
    for (n, token) in tokens.iter().enumerate().skip(first + 1) {
        if !is_verb(token) || place.in_quotes(token.start) || depth(place.text, token.start) > 0 {
            continue;
        }
        let word = |back: usize| n.checked_sub(back).and_then(|at| tokens.get(at));
        let mark = |back: usize| word(back).map_or("", |token| token.text);
        let after_stop = mark(1) == ";"
            || mark(1) == "." && token.text.starts_with(char::is_uppercase)
            || fold(mark(1)) == "также" && fold(mark(2)) == "а";
        let own_words = tokens[last + 1..n]
            .iter()
            .filter(|token| token.kind == TokenKind::Word)
            .count();
        let after_comma = mark(1) == "," && own_words > 2;
        if after_stop || after_comma {
            return Some(token.range());
        }
        last = n;
    }
    None
}

fn is_verb(token: &Token<'_>) -> bool {
    token.kind == TokenKind::Word && is_infinitive(token.text)
}

/// How many brackets are open at a place.
fn depth(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let opened = before.matches('(').count();
    opened.saturating_sub(before.matches(')').count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::quotes;

    #[test]
    fn second_task_is_noted_by_its_verb() {
        let found = |text| quotes(Rule::SeveralActions, text);
        assert_eq!(
            found("провести смотр кабинетов; направить отчёт"),
            ["направить"]
        );
        assert_eq!(
            found("провести смотр школ, а также обучить завучей"),
            ["обучить"]
        );
        assert_eq!(
            found("провести анализ работы школ, разработать меры"),
            ["разработать"]
        );
        assert!(found("разработать, согласовать и утвердить план").is_empty());
        assert!(found("провести смотр (отобрать лучшее; наградить)").is_empty());
    }
}
