//! The text of a directive without what is no wording of its task: days, numbers, the name of a body; and which of
//! its words say something.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};
use svod_language::words::{collapse, fold, is_letter, is_word};
use svod_model::Directive;

use crate::clauses::words_and_clauses;

const STOP: &[&str] = &[
    "в",
    "во",
    "на",
    "с",
    "со",
    "по",
    "к",
    "ко",
    "о",
    "об",
    "и",
    "или",
    "для",
    "при",
    "из",
    "за",
    "под",
    "от",
    "до",
    "не",
    "их",
    "а",
    "его",
    "ее",
    "что",
    "как",
    "также",
    "том",
    "числе",
    "через",
    "между",
    "этом",
    "это",
    "всех",
    "все",
    "т",
    "д",
    "п",
    "г",
    "гг",
    "года",
    "году",
    "год",
    "срок",
    "менее",
    "более",
    "чем",
    "где",
    "того",
    "тех",
    "которые",
    "которых",
    "после",
];
/// Counts in words are numbers, too: «трёх площадок», «пять школ». «Семью» is a family.
const NUMERALS: &[&str] = &[
    "два",
    "две",
    "двух",
    "двум",
    "двумя",
    "три",
    "трех",
    "трем",
    "тремя",
    "четыре",
    "четырех",
    "четырем",
    "четырьмя",
    "пять",
    "пяти",
    "пятью",
    "шесть",
    "шести",
    "шестью",
    "семь",
    "семи",
    "восемь",
    "восьми",
    "восемью",
    "девять",
    "девяти",
    "девятью",
    "десять",
    "десяти",
    "десятью",
    "двенадцать",
    "двенадцати",
    "пятнадцать",
    "пятнадцати",
    "двадцать",
    "двадцати",
    "тридцать",
    "тридцати",
];
/// Sorts of people by how the words for them begin, whole words with a mark behind them. What is done for the ones is
/// not done for the others.
const PEOPLE: [(&str, &[&str]); 3] = [
    (
        "pupils",
        &[
            "обучающ",
            "учащ",
            "учени",
            "школьни",
            "воспитанни",
            "дети.",
            "детей.",
            "детям.",
            "детьми.",
            "детях.",
            "ребен",
            "подрост",
            "несовершеннолетн",
            "выпускни",
            "студент",
        ],
    ),
    ("parents", &["родител"]),
    (
        "staff",
        &[
            "педагог",
            "учител",
            "воспитател.",
            "воспитатели.",
            "воспитателей.",
            "воспитателям.",
            "директор",
            "заведующ",
            "руководител",
        ],
    ),
];
/// Numbers, percentages and years: typed facts, not wording.
static NUMBER: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"[0-9]+(?:[.,][0-9]+)?\s*(?:%|процент[а-я]*)?").ok());
/// Grades are whom a task is for, not a target: «в 8 классах», «5–6 классов», «1-х классов».
static GRADES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"[0-9]+(?:\s?(?:[-–—,]|и)\s?[0-9]+)*(?:-?[хйе]{1,2})?\s+класс").ok()
});
/// The text without dates, numbers, case and marks.
pub(crate) fn masked(directive: &Directive) -> String {
    without_numerals(&words_of(&numberless(&dateless(directive))))
}

/// The text without its deadlines and inline addressee.
pub(crate) fn dateless(directive: &Directive) -> String {
    let mut bare = directive.text.clone();
    for deadline in &directive.deadlines {
        if !deadline.phrase.is_empty() {
            bare = bare.replace(&deadline.phrase, " ");
        }
    }
    if let Some(addressee) = &directive.addressee {
        bare = bare.replacen(addressee.as_str(), " ", 1);
    }
    bare
}

pub(crate) fn numberless(text: &str) -> String {
    let Some(pattern) = NUMBER.as_ref() else {
        return text.to_owned();
    };
    // Few tasks name a grade, and looking for one in all of them is dear.
    let grades: Vec<Range<usize>> = GRADES
        .iter()
        .filter(|_| text.contains("класс"))
        .flat_map(|pattern| pattern.find_iter(text))
        .map(|found| found.range())
        .collect();
    let keeps = |found: &Captures<'_>| -> String {
        let at = found.get(0).map_or(0, |number| number.start());
        if grades.iter().any(|grades| grades.contains(&at)) {
            found[0].to_owned()
        } else {
            " ".to_owned()
        }
    };
    pattern.replace_all(text, keeps).into_owned()
}

pub(crate) fn comparable(text: &str) -> String {
    let text = collapse(text);
    let bare = text.trim_end_matches(['.', ';', ',']);
    // A text of marks alone is still equal to itself.
    if bare.is_empty() {
        text
    } else {
        bare.to_owned()
    }
}

/// Folded words and numbers, without marks.
pub(crate) fn words_of(text: &str) -> String {
    let words: Vec<String> = text
        .split(|c: char| !is_word(c))
        .filter(|word| !word.is_empty())
        .map(fold)
        .collect();
    words.join(" ")
}

/// Folded words but for counts.
pub(crate) fn without_numerals(words: &str) -> String {
    let kept = words.split(' ').filter(|word| !NUMERALS.contains(word));
    kept.collect::<Vec<_>>().join(" ")
}

/// The sorts of people that folded words name.
pub(crate) fn people(words: &[String]) -> BTreeSet<&'static str> {
    let is = |word: &str, name: &str| match name.strip_suffix('.') {
        Some(whole) => word == whole,
        None => word.starts_with(name),
    };
    let named = |names: &[&str]| {
        words
            .iter()
            .any(|word| names.iter().any(|name| is(word, name)))
    };
    let sorts = PEOPLE.iter().filter(|(_, names)| named(names));
    sorts.map(|(sort, _)| *sort).collect()
}

/// Folded words and numbers in order.
pub(crate) fn all_words(text: &str) -> Vec<String> {
    words_and_clauses(text).0
}

/// Whether a folded word says something by itself.
pub(crate) fn tells(word: &str) -> bool {
    word.chars().any(is_letter)
        && word.chars().nth(1).is_some()
        && !STOP.contains(&word)
        && !NUMERALS.contains(&word)
}
