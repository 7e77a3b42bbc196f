//! The grammatical case of a heading that names several bodies: «руководителям школ, методическая служба».
//!
//! Only what is certain is told: a known head word with adjectives that agree with it. Forms that may as well
//! be another case («администрации», «школы» behind a comma) and verbal nouns («организация питания») are not.

use crate::addressees;
use crate::bodies::{self, Form, NOUNS};
use crate::found::Found;
use crate::words::{fold, is_word};

/// What a heading's bodies stand in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cases {
    /// Bodies certainly in the nominative (or the accusative that looks like it), each with its dative.
    pub nominative: Vec<Found<String>>,
    /// Whether a body certainly stands in the dative.
    pub dative: bool,
}

/// Adjectives before a head word, at most: «муниципальное бюджетное информационно-методическое учреждение».
const DESCRIBED: usize = 4;
/// A word that is a body only with an adjective before it: «организация питания» is a thing to be done.
const VERBAL: &[&str] = &[
    "организация",
    "объединение",
    "собрание",
    "отделение",
    "союз",
];
/// Verbs of headings that are sentences: «Управление образования обеспечивает».
const ACTS: &[&str] = &[
    "ает", "яет", "ует", "ают", "яют", "уют", "одит", "одят", "овит", "овят", "ется", "ются",
    "ится", "ятся",
];

/// The cases of the bodies a heading names.
///
/// ```
/// use svod_language::case::cases;
/// let found = cases("Руководителям школ, методическая служба района");
/// assert!(found.dative);
/// assert_eq!(found.nominative[0].value, "методической службе района");
/// ```
pub fn cases(heading: &str) -> Cases {
    let bare = addressees::drop_lead(heading);
    let offset = heading.len() - bare.len();
    let mut out = Cases::default();
    if is_sentence(bare) {
        return out;
    }
    for (n, (start, piece)) in pieces(bare).into_iter().enumerate() {
        if names_person(piece) {
            continue;
        }
        match case_of(piece, n == 0) {
            Some(Case::Dative) => out.dative = true,
            Some(Case::Nominative) => {
                let Some(value) = bodies::dative(piece) else {
                    continue;
                };
                let start = offset + start;
                out.nominative.push(Found {
                    value,
                    range: start..start + piece.len(),
                });
            }
            None => {}
        }
    }
    out
}

/// Bodies that may as well be what a block of tasks is about: «Школа здоровья», «Центр притяжения».
const THEMES: &[&str] = &[
    "школа",
    "центр",
    "дом",
    "группа",
    "район",
    "округ",
    "музей",
    "совет",
    "союз",
    "педагоги",
    "учителя",
    "наставники",
    "родители",
];

/// Whether a name in the nominative may be a theme and no body: it begins with a word that both are called by.
pub fn may_be_theme(name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or_default();
    THEMES.contains(&fold(first).as_str())
}

enum Case {
    Nominative,
    Dative,
}

fn case_of(piece: &str, first: bool) -> Option<Case> {
    let words: Vec<&str> = piece.split_whitespace().collect();
    let plain = |word: &&&str| !word.starts_with(['«', '"', '(']);
    for (n, word) in words
        .iter()
        .take_while(plain)
        .take(DESCRIBED + 1)
        .enumerate()
    {
        let folded = fold(word.trim_end_matches([':', '.', ';']));
        let dative = NOUNS.iter().any(|noun| noun.0 == folded);
        let nominative = NOUNS.iter().find(|noun| noun.1 == folded);
        if dative {
            // «администрации»: one body in the dative or several in the nominative.
            return nominative.is_none().then_some(Case::Dative);
        }
        let Some((_, _, form)) = nominative else {
            continue;
        };
        let described = n > 0;
        let next = fold(words.get(n + 1).copied().unwrap_or_default());
        let verbal = VERBAL.contains(&folded.as_str()) && !described
            // «управление качеством»: the instrumental is what is managed.
            || ["ом", "ем", "ью", "ами", "ями"].iter().any(|ending| next.ends_with(ending));
        let agrees = bodies::dative(&words[..=n].join(" ")).is_some();
        // «руководителям отдела, школы № 3»: a genitive that hangs on what stands before.
        let genitive = !described && !first && is_also_genitive(&folded, *form);
        return (agrees && !verbal && !genitive).then_some(Case::Nominative);
    }
    None
}

/// «школы», «учреждения», «учителя»: the nominative of several and the genitive of one.
fn is_also_genitive(word: &str, form: Form) -> bool {
    let stem = |word: &str| -> String {
        let count = word.chars().count().saturating_sub(1);
        word.chars().take(count).collect()
    };
    let feminine =
        |noun: &(&str, &str, Form)| noun.2 == Form::Feminine && stem(noun.1) == stem(word);
    form == Form::Plural && (word.ends_with(['а', 'я']) || NOUNS.iter().any(feminine))
}

/// «директор Лаптев И. И.»: who stands before a name is told by it, whatever the case.
fn names_person(piece: &str) -> bool {
    let mut letters = piece.chars().peekable();
    while let Some(c) = letters.next() {
        if c.is_uppercase() && letters.peek() == Some(&'.') {
            return true;
        }
        while c.is_alphanumeric() && letters.peek().is_some_and(|c| c.is_alphanumeric()) {
            letters.next();
        }
    }
    false
}

fn is_sentence(heading: &str) -> bool {
    heading.split(|c: char| !is_word(c)).any(|word| {
        let act = || ACTS.iter().any(|ending| word.ends_with(ending));
        word.starts_with("должн")
            || word.chars().count() > 5 && word.starts_with(char::is_lowercase) && act()
    })
}

/// What stands between commas and «и», outside quotes and brackets, with its place.
fn pieces(text: &str) -> Vec<(usize, &str)> {
    let mut out = Vec::new();
    let (mut depth, mut start) = (0i32, 0);
    let mut cut = |from: usize, to: usize| {
        let piece = text.get(from..to).unwrap_or_default();
        let lead = piece.len() - piece.trim_start().len();
        let piece = piece
            .trim()
            .trim_end_matches([':', '.', ';', ','])
            .trim_end();
        if !piece.is_empty() {
            out.push((from + lead, piece));
        }
    };
    for (at, c) in text.char_indices() {
        match c {
            '«' | '(' | '„' => depth += 1,
            '»' | ')' | '“' => depth -= 1,
            _ if depth > 0 => {}
            ',' | ';' => {
                cut(start, at);
                start = at + c.len_utf8();
            }
            ' ' if text.get(at..).is_some_and(|rest| rest.starts_with(" и ")) => {
                cut(start, at);
                start = at + " и ".len();
            }
            _ => {}
        }
    }
    cut(start, text.len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn datives(heading: &str) -> Vec<String> {
        let found = cases(heading).nominative.into_iter();
        found.map(|found| found.value).collect()
    }

    #[test]
    fn bodies_in_the_nominative_are_found_with_their_dative() {
        for (heading, dative) in [
            (
                "Муниципальный методический центр:",
                "Муниципальному методическому центру",
            ),
            ("Управление образования", "Управлению образования"),
            (
                "руководителям школ, методическая служба:",
                "методической службе",
            ),
            (
                "Управлению образования, директор МБУ «Методический центр, школа роста»",
                "директору МБУ «Методический центр, школа роста»",
            ),
            ("Рекомендовать старшие воспитатели", "старшим воспитателям"),
            ("Общеобразовательные школы", "Общеобразовательным школам"),
            ("Школам и отдел культуры", "отделу культуры"),
            (
                "Городская организация Профсоюза",
                "Городской организации Профсоюза",
            ),
        ] {
            assert_eq!(datives(heading), [dative], "{heading}");
        }
        assert_eq!(datives("Руководители и педагоги школ").len(), 2);
    }

    #[test]
    fn what_may_be_another_case_or_no_body_is_left() {
        for heading in [
            "Управлению образования администрации района",
            "Администрации поселений",
            "Руководителям управления образования, школы № 3",
            "Учителям физики, химии и биологии",
            "Отделу образования и молодёжной политики",
            "Организация летнего отдыха",
            "Управление качеством образования",
            "Объединение усилий семьи и школы",
            "МКУ «Центр развития образования»",
            "Управлению образования (отдел дошкольного образования)",
            "Управление образования обеспечивает",
            "Учреждению «Центр», директор Лаптев И. И.",
            "Воспитание и социализация",
            "Хозяйственно-эксплуатационная контора",
        ] {
            assert!(datives(heading).is_empty(), "{heading}");
        }
    }
}
