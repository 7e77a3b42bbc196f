//! «Ф3» with the digit three, «cрок» with a Latin «c»: right to the eye, wrong for any search.

use svod_model::Severity;

use crate::document::Document;
use crate::place::Place;
use crate::{Finding, Rule};

/// Latin letters and the Russian ones they look like.
const PAIRS: &[(char, char)] = &[
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('Y', 'У'),
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('k', 'к'),
    ('m', 'м'),
    ('n', 'п'),
    ('u', 'и'),
    ('b', 'ь'),
    ('g', 'д'),
];

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    document.places.iter().flat_map(of).collect()
}

fn of(place: &Place<'_>) -> Vec<Finding> {
    // Russian letters and nothing that could be mistaken for them: most texts.
    if !place.text.bytes().any(|byte| byte.is_ascii_alphanumeric()) {
        return Vec::new();
    }
    let mut findings = Vec::new();
    let mut at = 0;
    for word in place.text.split(|c: char| !c.is_alphanumeric()) {
        let start = at;
        let end = start + word.len();
        at = end + place.after(end).map_or(0, char::len_utf8);
        let range = start..end;
        let fix = if word.bytes().any(|byte| byte.is_ascii_alphanumeric()) {
            mend(place, word, start)
        } else {
            None
        };
        if let Some(fix) = fix.filter(|_| !place.in_address(&range)) {
            let finding = place
                .finding(Rule::LookalikeLetters, Severity::Warning, range)
                .with("word", word);
            findings.push(if fix.is_empty() {
                finding
            } else {
                finding.mended(fix)
            });
        }
    }
    findings
}

/// The word as it was meant; empty when that cannot be told; nothing when it is fine.
fn mend(place: &Place<'_>, word: &str, start: usize) -> Option<String> {
    let russian = word.chars().filter(|c| is_russian(*c)).count();
    let latin = word.chars().filter(char::is_ascii_alphabetic).count();
    let digits = word.chars().filter(char::is_ascii_digit).count();
    if russian == 0 && latin == 1 && word.len() == 1 {
        return lone(place, word, start);
    }
    if russian > 0 && latin > 0 {
        let to_russian: Option<String> = word.chars().map(|c| swap(c, false)).collect();
        let to_latin = || {
            word.chars()
                .map(|c| swap(c, true))
                .collect::<Option<String>>()
        };
        return Some(to_russian.or_else(to_latin).unwrap_or_default());
    }
    if word == "Ф3" {
        return Some("ФЗ".into());
    }
    // «0бразование», «по0чередно»
    if digits == 1 && russian > 3 && word.contains('0') && !word.ends_with('0') {
        let capital = word.starts_with('0');
        return Some(word.replace('0', if capital { "О" } else { "о" }));
    }
    None
}

/// A preposition in Latin between Russian words: «c 1 сентября».
fn lone(place: &Place<'_>, word: &str, start: usize) -> Option<String> {
    let meant = match word {
        "c" => "с",
        "o" => "о",
        "a" => "а",
        "y" => "у",
        "C" if start == 0 => "С",
        "O" if start == 0 => "О",
        "B" if start == 0 => "В",
        "K" if start == 0 => "К",
        _ => return None,
    };
    let alone = place.before(start).is_none_or(char::is_whitespace)
        && place.after(start + 1).is_some_and(char::is_whitespace);
    let words = place.text.get(start + 1..)?.trim_start();
    let goes_on = words
        .chars()
        .next()
        .is_some_and(|c| is_russian(c) || c.is_ascii_digit());
    (alone && goes_on).then(|| meant.to_owned())
}

/// The look-alike of the other alphabet; letters that already belong stay.
fn swap(c: char, to_latin: bool) -> Option<char> {
    let pair = |known: &&(char, char)| if to_latin { known.1 == c } else { known.0 == c };
    if c.is_ascii_digit() || (to_latin && c.is_ascii()) || (!to_latin && is_russian(c)) {
        return Some(c);
    }
    let found = PAIRS.iter().find(pair)?;
    Some(if to_latin { found.0 } else { found.1 })
}

fn is_russian(c: char) -> bool {
    matches!(c, 'а'..='я' | 'А'..='Я' | 'ё' | 'Ё')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{mended, quotes};

    #[test]
    fn letters_of_the_other_alphabet_are_put_right() {
        let mended = |text| mended(Rule::LookalikeLetters, text);
        assert_eq!(mended("Ф3-304, шкoла, MБОУ"), "ФЗ-304, школа, МБОУ");
        assert_eq!(mended("провести c 1 сентября"), "провести с 1 сентября");
        assert_eq!(mended("0бразование"), "Образование");
        assert_eq!(mended("центр «IТ-куб»"), "центр «IT-куб»");
    }

    #[test]
    fn latin_names_and_addresses_are_left_alone() {
        let found = |text| quotes(Rule::LookalikeLetters, text);
        assert!(found("курс Python на сайте edu.школа5.рф, IT-класс, 3D, 5А").is_empty());
    }
}
