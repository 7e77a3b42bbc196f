//! Lead-ins that say on what grounds, or by whom, something is asked: «По итогам работы секции воспитателей
//! рекомендовать:». The section is neither a session's title nor who is asked; who is, if anybody,
//! stands beside the verb.

use svod_language::addressees;
use svod_language::pattern::Pattern;

use super::items;
use super::paragraphs::has_infinitive;

/// How such a lead-in begins.
static GROUNDS: Pattern = Pattern::new(
    r"^(?:по\s+(?:итогам|результатам)|на\s+основании|в\s+целях|с\s+целью|исходя\s+из|учитывая|с\s+уч[её]том|в\s+связи\s+с|рассмотрев|обсудив|заслушав|участники|секция)\s",
);
const VERBS: &[&str] = &[
    "рекомендовать",
    "рекомендуется",
    "рекомендуют",
    "рекомендует",
    "рекомендуем",
    "поручить",
    "поручается",
    "предложить",
    "предлагается",
    "предлагают",
    "предлагает",
    "предлагаем",
];
/// Endings of the dative that no genitive shares.
const DATIVE: &[&str] = &["ам", "ям", "ым", "им", "ому", "ему", "ю", "у"];
/// What stands behind the verb and names nobody: «рекомендовать следующее:».
const NOBODY: &[&str] = &[
    "следующее",
    "следующие меры",
    "принять следующие меры",
    "также",
];
/// A longer paragraph tells a story before its colon.
const LONGEST: usize = 300;

/// Who is asked by a lead-in that says its grounds: `Some("")` is nobody, `None` is another paragraph.
pub(super) fn asked(text: &str) -> Option<&str> {
    let said = text.strip_suffix(':')?.trim_end();
    if text.chars().count() > LONGEST || text.contains(". ") || !GROUNDS.is_match(text) {
        return None;
    }
    let is_verb = |word: &str| VERBS.contains(&word.to_lowercase().as_str());
    let (start, verb) = words(said).rfind(|(_, word)| is_verb(word))?;
    let before = said.get(..start).unwrap_or_default().trim_end();
    let behind = said.get(start + verb.len()..).unwrap_or_default().trim();
    if before.ends_with(['«', '(']) {
        return None;
    }
    if behind.is_empty() || NOBODY.contains(&behind) {
        return Some(body_at_end(before).unwrap_or_default());
    }
    let named = addressees::starts_like_addressee(behind)
        && !has_infinitive(behind)
        && !behind.split_whitespace().any(items::is_finite);
    named.then_some(behind)
}

/// «По результатам круглого стола директорам школ»: the body that stands before the verb.
fn body_at_end(text: &str) -> Option<&str> {
    // «По итогам» is in the dative, too.
    let (start, _) = words(text).skip(2).find(|(start, word)| {
        DATIVE.iter().any(|end| word.ends_with(end))
            && text.get(*start..).is_some_and(addressees::starts_with_body)
    })?;
    text.get(start..)
}

/// The words of a text with their places.
fn words(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str)> {
    let mut at = 0;
    let places = text.split(char::is_whitespace).map(move |word| {
        let start = at;
        at += word.len() + text.get(at + word.len()..).map_or(0, first_length);
        (start, word)
    });
    let words: Vec<(usize, &str)> = places.filter(|(_, word)| !word.is_empty()).collect();
    words.into_iter()
}

/// The length of a text's first character.
fn first_length(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::asked;

    #[test]
    fn who_is_asked_stands_beside_the_verb() {
        for (text, who) in [
            ("По итогам работы секции воспитателей рекомендовать:", ""),
            ("По результатам обсуждения предложить:", ""),
            ("По итогам работы комиссии рекомендовать следующее:", ""),
            ("В целях повышения качества образования рекомендовать:", ""),
            ("Обсудив вопросы питания, участники рекомендуют:", ""),
            ("Секция воспитателей рекомендует:", ""),
            (
                "По итогам работы секции воспитателей рекомендовать руководителям детских садов:",
                "руководителям детских садов",
            ),
            (
                "По итогам обсуждения поручить методическому центру:",
                "методическому центру",
            ),
            (
                "По итогам работы секции участники рекомендуют директорам школ:",
                "директорам школ",
            ),
            (
                "По результатам круглого стола директорам школ рекомендовать:",
                "директорам школ",
            ),
            (
                "На основании изложенного управлению образования рекомендовать:",
                "управлению образования",
            ),
        ] {
            assert_eq!(asked(text), Some(who), "{text}");
        }
        for text in [
            "По итогам работы секции воспитателей",
            "По итогам конкурса рекомендовать школам провести:",
            "По итогам работы секции обновить план:",
            "Рекомендовать руководителям школ:",
            "По итогам года отмечено снижение. Рекомендовать:",
            "По итогам смотра рекомендовать к внедрению:",
        ] {
            assert_eq!(asked(text), None, "{text}");
        }
    }
}
