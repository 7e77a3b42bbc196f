//! «Обутверждении», «района.Управлению»: a space lost between two words.

use svod_language::words::{TokenKind, tokens};
use svod_model::Severity;

use super::spelling;
use crate::document::Document;
use crate::place::Place;
use crate::{Finding, Rule, Speller};

/// Words short enough to be glued unseen, and no prefixes («подвозить», «доработать»).
const SHORT: &[&str] = &["об", "для", "или", "как", "что", "его", "их"];
const LEAST: usize = 4;
const LONG: usize = 6;

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in &document.places {
        for token in tokens(place.text) {
            if token.kind != TokenKind::Word || place.in_address(&token.range()) {
                continue;
            }
            let at = hump(token.text)
                .filter(|_| !place.in_quotes(token.start))
                .or_else(|| unknown(document.context.speller, place, token.text));
            if let Some(at) = at {
                let (left, right) = token.text.split_at(at);
                findings.push(
                    place
                        .finding(Rule::JoinedWords, Severity::Warning, token.range())
                        .with("word", token.text)
                        .mended(format!("{left} {right}")),
                );
            }
        }
    }
    findings
}

/// Where a capital stands inside a word that began small: «районаУправлению».
fn hump(word: &str) -> Option<usize> {
    if !word.starts_with(char::is_lowercase) || !word.chars().any(char::is_uppercase) {
        return None;
    }
    let at = word.find(char::is_uppercase)?;
    let (left, right) = word.split_at(at);
    let small = |text: &str| text.chars().all(|c| matches!(c, 'а'..='я' | 'ё'));
    let rest = right.chars().skip(1).collect::<String>();
    let long = left.chars().count() >= LEAST - 1 && rest.chars().count() >= LEAST - 1;
    (long && small(left) && small(&rest)).then_some(at)
}

fn unknown(speller: Option<&Speller>, place: &Place<'_>, word: &str) -> Option<usize> {
    let speller = speller?;
    let shouted = word.chars().skip(1).any(char::is_uppercase);
    if word.contains('-') || shouted || spelling::knows(speller, word) {
        return None;
    }
    let at = split(speller, word)?;
    // A name is often made of two words: «Старосельская», «Полозова».
    let name = word.starts_with(char::is_uppercase);
    let (left, right) = word.split_at(at);
    let sure = SHORT.contains(&left.to_lowercase().as_str())
        || left.chars().count() >= LONG && right.chars().count() >= LONG;
    (!name || sure && !place.text.is_empty()).then_some(at)
}

/// The only place where an unknown word falls into two known ones.
pub(super) fn split(speller: &Speller, word: &str) -> Option<usize> {
    let folded = word.to_lowercase();
    if folded.len() != word.len() || word.chars().count() < 6 {
        return None;
    }
    let mut found = None;
    for (at, _) in folded.char_indices().skip(2) {
        let (left, right) = folded.split_at(at);
        // «Общесистемный», «коронавирусный» are compounds, held together by their vowel.
        let held = left.ends_with(['о', 'е', 'а', 'и', 'у']);
        let long = left.chars().count() >= LEAST && !held;
        let enough = right.chars().count() >= LEAST;
        if enough && (SHORT.contains(&left) || long) && speller.knows(left) && speller.knows(right)
        {
            if found.is_some() {
                return None;
            }
            found = Some(at);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Context;
    use crate::rules::tests::{mended, mended_in};

    #[test]
    fn unknown_word_of_two_known_ones_is_taken_apart() {
        let dic = "4\nутверждении\nоб\nформ\nотклоняющегося\n";
        let speller = Speller::load("SET UTF-8\n", dic, "").unwrap();
        let context = Context {
            speller: Some(&speller),
            ..Context::default()
        };
        let mended = |text| mended_in(Rule::JoinedWords, text, &context);
        assert_eq!(mended("«Обутверждении"), "«Об утверждении");
        assert_eq!(mended("формотклоняющегося"), "форм отклоняющегося");
    }

    #[test]
    fn capital_inside_a_word_needs_no_dictionary() {
        let mended = |text| mended(Rule::JoinedWords, text);
        assert_eq!(
            mended("школам районаУправлению"),
            "школам района Управлению"
        );
        assert_eq!(
            mended("портал «ПроеКТОриЯ», КДНиЗП"),
            "портал «ПроеКТОриЯ», КДНиЗП"
        );
    }
}
