//! A task as a measure of a plan: «провести школьный смотр» → «Проведение школьного смотра».
//!
//! Verbs and the nouns for them are in `assets/lexicon/actions.txt`; the object goes from the
//! accusative into the genitive by its endings, with the irregular ones in the same file. Whatever is
//! not sure gives nothing: a plan that keeps the infinitive is better than one in broken Russian.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::deadlines;
use crate::verbs::is_infinitive;
use crate::words::fold;

const ACTIONS: &str = include_str!("../../../../assets/lexicon/actions.txt");

/// The noun for a verb, and whether what follows keeps its form.
#[derive(Clone, Copy, Debug)]
struct Action {
    noun: &'static str,
    governs: bool,
}

#[derive(Debug, Default)]
struct Lexicon {
    actions: HashMap<String, Action>,
    /// Accusative → genitive.
    irregular: HashMap<String, &'static str>,
    plural: HashSet<String>,
    soft: HashSet<String>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let mut lexicon = Lexicon::default();
    let mut part = "";
    for line in ACTIONS.lines().map(str::trim) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(name) = line
            .strip_prefix('[')
            .and_then(|line| line.strip_suffix(']'))
        {
            part = name;
            continue;
        }
        match part {
            "actions" | "governed" => {
                let Some((noun, verbs)) = line.split_once(':') else {
                    continue;
                };
                let action = Action {
                    noun: noun.trim(),
                    governs: part == "governed",
                };
                let verbs = verbs.split(',').map(|verb| fold(verb.trim()));
                lexicon.actions.extend(verbs.map(|verb| (verb, action)));
            }
            "soft" => {
                let nouns = line.split(',').map(|noun| fold(noun.trim()));
                lexicon.soft.extend(nouns);
            }
            _ => {
                if let Some((accusative, genitive)) = line.split_once(' ') {
                    let accusative = fold(accusative);
                    if part == "plural" {
                        lexicon.plural.insert(accusative.clone());
                    }
                    lexicon.irregular.insert(accusative, genitive);
                }
            }
        }
    }
    lexicon
});

/// The task as a measure, with a capital; nothing where a form is not sure.
pub fn measure(task: &str) -> Option<String> {
    let words: Vec<&str> = task.split_whitespace().collect();
    let times = times(task, &words);
    let mut said = Vec::new();
    let mut at = verb(&words, &times, 0, &mut said)?;
    while let Some(word) = words.get(at) {
        // A second task of the same directive: «…, довести его до школ», «… и опубликовать».
        let joined = at > 0
            && words.get(at - 1).is_some_and(|before| {
                before.ends_with([',', ';']) || matches!(*before, "и" | "или" | "также")
            });
        if joined && is_infinitive(bare(word)) {
            at = verb(&words, &times, at, &mut said)?;
        } else if LEXICON.actions.contains_key(&fold(bare(word)))
            || is_infinitive(bare(word)) && at > 0 && words.get(at - 1) == Some(&"не")
        {
            // A task further inside, «и на его основе заключить …»: half a measure is none.
            return None;
        } else {
            said.push((*word).to_owned());
            at += 1;
        }
    }
    let text = said.join(" ");
    let mut letters = text.chars();
    let first = letters.next()?;
    Some(first.to_uppercase().chain(letters).collect())
}

/// What begins a time that stands before an object.
const TIMED: [&str; 9] = ["в", "во", "с", "со", "до", "к", "ко", "на", "по"];

/// Where words say when something is done («в октябре 2020 г.»): the first of them and the one behind the last.
fn times(task: &str, words: &[&str]) -> Vec<(usize, usize)> {
    let starts: Vec<usize> = words
        .iter()
        .map(|word| word.as_ptr().addr() - task.as_ptr().addr())
        .collect();
    // «С 1 сентября» is a time of any year; which one does not matter here.
    let found = deadlines::find(task, NaiveDate::from_ymd_opt(2000, 1, 1)).into_iter();
    found
        .filter_map(|deadline| {
            let first = starts.iter().position(|at| *at == deadline.range.start)?;
            let behind = starts.iter().position(|at| *at >= deadline.range.end);
            Some((first, behind?))
        })
        .collect()
}

/// Says a verb and its object; gives the place of the word after them.
fn verb(
    words: &[&str],
    times: &[(usize, usize)],
    at: usize,
    said: &mut Vec<String>,
) -> Option<usize> {
    let (action, length) = [3, 2, 1].into_iter().find_map(|length| {
        let phrase = words.get(at..at + length)?;
        let phrase: Vec<String> = phrase.iter().map(|word| fold(bare(word))).collect();
        Some((*LEXICON.actions.get(&phrase.join(" "))?, length))
    })?;
    let last = words.get(at + length - 1)?;
    said.push(with_marks(last, action.noun));
    let at = at + length;
    if action.governs || words.get(at).is_none() {
        return Some(at);
    }
    if last.ends_with([',', ';', ':']) {
        return None;
    }
    // «разработать и утвердить план»: two verbs with one object.
    if matches!(words.get(at), Some(&("и" | "или"))) {
        said.push(words[at].to_owned());
        return verb(words, times, at + 1, said);
    }
    // «провести в октябре 2020 г. диагностику»: when stands before what.
    let mut at = at;
    // «Ежедневный учёт» says it, too, and is the object itself.
    let says_when = |word: &str| TIMED.contains(&fold(word).as_str()) || word.ends_with("но");
    while let Some((_, behind)) = times.iter().find(|(first, _)| *first == at)
        && words.get(at).is_some_and(|word| says_when(word))
    {
        said.extend(
            words
                .get(at..*behind)?
                .iter()
                .map(|word| (*word).to_owned()),
        );
        at = *behind;
    }
    // «утвердить до 20 сентября и опубликовать график»
    if matches!(words.get(at), Some(&("и" | "или"))) {
        said.push(words[at].to_owned());
        return verb(words, times, at + 1, said);
    }
    object(words, at, said)
}

const NUMERALS: [&str; 10] = [
    "два",
    "две",
    "три",
    "четыре",
    "пять",
    "шесть",
    "семь",
    "восемь",
    "девять",
    "десять",
];

/// Puts the object into the genitive.
fn object(words: &[&str], start: usize, said: &mut Vec<String>) -> Option<usize> {
    let mut at = start;
    // «довести до 85 % долю …»: how far stands before what.
    if matches!(words.get(at), Some(&("до" | "на")))
        && words.get(at + 1).is_some_and(|w| is_number(w))
    {
        said.extend([words[at].to_owned(), words[at + 1].to_owned()]);
        at += 2;
        if let Some(unit @ &("%" | "процентов" | "процента" | "п.п.")) = words.get(at)
        {
            said.push((*unit).to_owned());
            at += 1;
        }
    }
    // «обеспечить 100 % охват»
    if words.get(at).is_some_and(|w| is_number(w)) {
        let count = match (words.get(at)?.ends_with('%'), words.get(at + 1)) {
            (true, _) => 1,
            (false, Some(&"%")) => 2,
            _ => 0,
        };
        said.extend(
            words
                .get(at..at + count)?
                .iter()
                .map(|word| (*word).to_owned()),
        );
        at += count;
    }
    let first = words.get(at)?;
    let lower = fold(bare(first));
    // «Два школьных автобуса» would be «двух школьных автобусов»: a numeral rules all behind it.
    if NUMERALS.contains(&lower.as_str()) {
        return None;
    }
    // «не менее шести практикумов» is in the genitive already; a figure rules what follows.
    if lower == "не" && matches!(words.get(at + 1), Some(&("менее" | "более" | "реже")))
        || is_number(first)
    {
        return Some(at);
    }
    if matches!(lower.as_str(), "его" | "ее" | "их") {
        said.push((*first).to_owned());
        at += 1;
        let next = words.get(at).map(|word| fold(bare(word)));
        // «рассмотреть его на совете», but «определить их рабочие места».
        if first.ends_with([',', ';'])
            || next.is_none_or(|next| next == "и" || PREPOSITIONS.contains(&next.as_str()))
        {
            return Some(at);
        }
    }
    at = noun_phrase(words, at, said)?;
    // «анализ и мониторинг»: a second object right behind the first.
    let (Some(&"и"), Some(next)) = (words.get(at), words.get(at + 1)) else {
        return Some(at);
    };
    let mut second = Vec::new();
    if is_infinitive(bare(next)) {
        return Some(at);
    }
    match noun_phrase(words, at + 1, &mut second) {
        Some(end) => {
            said.push("и".to_owned());
            said.extend(second);
            Some(end)
        }
        // It belongs to something else, or is in a form of its own.
        None => Some(at),
    }
}

/// The number and gender adjectives show.
#[derive(Clone, Copy, PartialEq)]
enum Shape {
    Feminine,
    Neuter,
    Masculine,
    Plural,
    /// Animate nouns: the accusative is the genitive.
    Same,
}

/// Adjectives and the noun they belong to.
fn noun_phrase(words: &[&str], start: usize, said: &mut Vec<String>) -> Option<usize> {
    let (mut at, mut shape) = (start, None);
    let mut out = Vec::new();
    loop {
        let word = *words.get(at)?;
        let core = bare(word);
        if core.is_empty() || word.starts_with(['«', '(', '"']) {
            return None;
        }
        let adjective = adjective(core);
        let more = words.get(at + 1).is_some();
        match adjective {
            Some((form, its)) if more && shape.is_none_or(|shape| shape == its) => {
                shape = Some(its);
                out.push(with_marks(word, &form));
                at += 1;
                // «методические и предметные затруднения»
                if words.get(at) == Some(&"и")
                    && words
                        .get(at + 1)
                        .is_some_and(|next| self::adjective(bare(next)).is_some())
                {
                    out.push("и".to_owned());
                    at += 1;
                }
            }
            _ => {
                let form = noun(core, shape)?;
                out.push(with_marks(word, &form));
                said.extend(out);
                return Some(at + 1);
            }
        }
    }
}

/// The genitive of an adjective in the accusative.
fn adjective(word: &str) -> Option<(String, Shape)> {
    let lower = word.to_lowercase();
    let (stem, tail) = match lower.strip_suffix("ся") {
        Some(_) => word.split_at_checked(word.len() - "ся".len())?,
        None => (word, ""),
    };
    let ends = |end: &str| stem.to_lowercase().ends_with(end);
    let soft = |at: &str| {
        let before = stem.to_lowercase();
        let before = before.strip_suffix(at).unwrap_or_default();
        before.ends_with(['ж', 'ш', 'ч', 'щ'])
    };
    let hard = |at: &str| {
        let before = stem.to_lowercase();
        let before = before.strip_suffix(at).unwrap_or_default();
        before.ends_with(['к', 'г', 'х'])
    };
    let with = |cut: &str, add: &str| {
        let head = stem.get(..stem.len() - cut.len()).unwrap_or_default();
        format!("{head}{add}{tail}")
    };
    if matches!(
        lower.as_str(),
        "все" | "эти" | "свои" | "наши" | "их" | "его"
    ) {
        return None;
    }
    Some(if ends("ую") {
        (
            with("ую", if soft("ую") { "ей" } else { "ой" }),
            Shape::Feminine,
        )
    } else if ends("юю") {
        (with("юю", "ей"), Shape::Feminine)
    } else if ends("ого") || ends("его") || ends("ых") || ends("их") || lower == "всех"
    {
        (word.to_owned(), Shape::Same)
    } else if ends("ый") {
        (with("ый", "ого"), Shape::Masculine)
    } else if ends("ой") {
        (with("ой", "ого"), Shape::Masculine)
    } else if ends("ий")
        && (soft("ий") || hard("ий") || SOFT_ADJECTIVES.iter().any(|s| fold(stem).starts_with(s)))
    {
        (
            with("ий", if hard("ий") { "ого" } else { "его" }),
            Shape::Masculine,
        )
    } else if ends("ое") {
        (with("ое", "ого"), Shape::Neuter)
    } else if ends("ее") {
        (with("ее", "его"), Shape::Neuter)
    } else if ends("ые") {
        (with("ые", "ых"), Shape::Plural)
    } else if ends("ие")
        && (soft("ие") || hard("ие") || SOFT_ADJECTIVES.iter().any(|s| fold(stem).starts_with(s)))
    {
        (with("ие", "их"), Shape::Plural)
    } else {
        return None;
    })
}

/// Adjectives in «-ний», by their beginnings; other words in «-ний», «-ние» are nouns.
const SOFT_ADJECTIVES: [&str; 18] = [
    "субботн",
    "средн",
    "утренн",
    "летн",
    "зимн",
    "осенн",
    "весенн",
    "внутренн",
    "внешн",
    "последн",
    "домашн",
    "ранн",
    "дальн",
    "соседн",
    "верхн",
    "нижн",
    "вечерн",
    "будн",
];

/// The genitive of a noun in the accusative.
fn noun(word: &str, shape: Option<Shape>) -> Option<String> {
    let lower = fold(word);
    // An abbreviation has no endings.
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    if capitals > 1 && !lower.contains('-') {
        return Some(word.to_owned());
    }
    if let Some(form) = LEXICON.irregular.get(&lower) {
        return Some((*form).to_owned());
    }
    if PREPOSITIONS.contains(&lower.as_str())
        || NOT_NOUNS.contains(&lower.as_str())
        || OTHER_CASES.iter().any(|end| lower.ends_with(end))
            && !LIKE_OTHER_CASES.contains(&lower.as_str())
    {
        return None;
    }
    let with = |cut: &str, add: &str| {
        let head = word.strip_suffix(cut)?;
        Some(format!("{head}{add}"))
    };
    let before = |cut: &str| word.strip_suffix(cut).and_then(|head| head.chars().last());
    let hissing = |c: Option<char>| matches!(c, Some('ж' | 'ш' | 'ч' | 'щ'));
    let velar = |c: Option<char>| matches!(c, Some('к' | 'г' | 'х'));
    if shape == Some(Shape::Same) {
        return Some(word.to_owned());
    }
    let ends = |end: &str| lower.ends_with(end);
    if ends("у") {
        let i = hissing(before("у")) || velar(before("у"));
        return with("у", if i { "и" } else { "ы" });
    }
    if ends("ю") {
        return with("ю", "и");
    }
    if ends("ие") || ends("ье") {
        return with("е", "я");
    }
    if ends("о") && shape != Some(Shape::Plural) {
        return with("о", "а");
    }
    if ends("ще") || ends("це") {
        return with("е", "а");
    }
    if ends("ия") {
        return with("ия", "ий");
    }
    if ends("ии") {
        return with("ии", "ий");
    }
    if ends("аи") || ends("еи") {
        return with("и", "ев");
    }
    if ends("цы") {
        return with("ы", "ев");
    }
    if ends("ы") {
        return with("ы", "ов");
    }
    if ends("и") {
        return match before("и") {
            c if velar(c) => with("и", "ов"),
            _ => with("и", "ей"),
        };
    }
    // Animate: «наставника», «учителей», «педагогов».
    if ends("а") || ends("я") || ends("ов") || ends("ев") || ends("ей") {
        return (shape != Some(Shape::Masculine) || ends("ев")).then(|| word.to_owned());
    }
    if ends("ь") {
        let masculine =
            LEXICON.soft.contains(&lower) || ends("тель") || shape == Some(Shape::Masculine);
        return with("ь", if masculine { "я" } else { "и" });
    }
    if ends("й") {
        return with("й", "я");
    }
    if ends("ец") {
        return with("ец", "ца");
    }
    let last = lower.chars().last()?;
    let consonant = "бвгджзклмнпрстфхцчшщ".contains(last);
    // «школ», «групп»: a plural without an ending is not told from a masculine.
    (consonant && shape.is_none_or(|shape| shape == Shape::Masculine)).then(|| format!("{word}а"))
}

/// Endings of the dative and the instrumental, and of adverbs: no object of these verbs.
const OTHER_CASES: [&str; 19] = [
    "нию", "тию", "ам", "ям", "ами", "ями", "ым", "им", "ом", "ем", "ему", "ому", "нику", "телю",
    "огу", "исту", "нно", "ьно", "ски",
];

/// Nouns that only look so.
const LIKE_OTHER_CASES: [&str; 18] = [
    "линию",
    "партию",
    "компанию",
    "кампанию",
    "альбом",
    "диплом",
    "прием",
    "объем",
    "подъем",
    "перелом",
    "экзамен",
    "режим",
    "зажим",
    "водоем",
    "программ",
    "симптом",
    "проем",
    "списки",
];

/// With one of these the object is further on, and nobody knows where.
const PREPOSITIONS: [&str; 26] = [
    "в",
    "во",
    "на",
    "с",
    "со",
    "к",
    "ко",
    "до",
    "по",
    "для",
    "из",
    "от",
    "при",
    "за",
    "о",
    "об",
    "у",
    "над",
    "под",
    "через",
    "между",
    "среди",
    "без",
    "совместно",
    "согласно",
    "путем",
];

/// Words that stand where an object would and are none.
const NOT_NOUNS: [&str; 17] = [
    "не",
    "ежегодно",
    "ежемесячно",
    "ежеквартально",
    "дополнительно",
    "регулярно",
    "все",
    "эти",
    "свои",
    "более",
    "также",
    "только",
    "сразу",
    "два",
    "там",
    "тут",
    "постоянно",
];

fn is_number(word: &str) -> bool {
    // «100-процентный» is an adjective.
    let bare = bare(word);
    bare.starts_with(|c: char| c.is_ascii_digit()) && !bare.contains(char::is_alphabetic)
}

/// The word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_end_matches([',', ';', ':', '.', ')', '»'])
}

/// Another form of a word with the marks that stood behind it.
fn with_marks(word: &str, form: &str) -> String {
    let marks = word.get(bare(word).len()..).unwrap_or_default();
    format!("{form}{marks}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_may_stand_between_the_verb_and_its_object() {
        for (task, expected) in [
            (
                "провести в октябре 2026 г. диагностику затруднений",
                Some("Проведение в октябре 2026 г. диагностики затруднений"),
            ),
            (
                "разработать до 1 ноября 2026 года дорожную карту",
                Some("Разработка до 1 ноября 2026 года дорожной карты"),
            ),
            (
                "утвердить до 20 сентября 2026 г. и опубликовать график",
                Some("Утверждение до 20 сентября 2026 г. и опубликование графика"),
            ),
            (
                "обеспечить с 1 сентября 100-процентный охват",
                Some("Обеспечение с 1 сентября 100-процентного охвата"),
            ),
            ("вести ежедневный учёт", Some("Ведение ежедневного учёта")),
            ("открыть три группы", None),
            ("утвердить график, не допускать превышения", None),
        ] {
            assert_eq!(measure(task).as_deref(), expected, "{task}");
        }
    }

    #[test]
    fn task_becomes_a_measure() {
        for (task, expected) in [
            (
                "провести школьный смотр музеев",
                "Проведение школьного смотра музеев",
            ),
            (
                "утвердить план мероприятий",
                "Утверждение плана мероприятий",
            ),
            ("довести до 85 % долю детей", "Доведение до 85 % доли детей"),
            (
                "провести не менее шести практикумов",
                "Проведение не менее шести практикумов",
            ),
            (
                "открыть консультационный пункт",
                "Открытие консультационного пункта",
            ),
            ("внести предложения в план", "Внесение предложений в план"),
            (
                "принять меры по охране труда",
                "Принятие мер по охране труда",
            ),
            ("обучить педагогов методам", "Обучение педагогов методам"),
            (
                "содействовать развитию спорта",
                "Содействие развитию спорта",
            ),
            (
                "не допускать перегрузки детей",
                "Недопущение перегрузки детей",
            ),
            (
                "утвердить перечень школ и довести его",
                "Утверждение перечня школ и доведение его",
            ),
            (
                "провести анализ и мониторинг",
                "Проведение анализа и мониторинга",
            ),
            (
                "выявить методические и предметные затруднения",
                "Выявление методических и предметных затруднений",
            ),
            (
                "обеспечить сопровождение обучающихся",
                "Обеспечение сопровождения обучающихся",
            ),
            (
                "составить календарь событий",
                "Составление календаря событий",
            ),
            (
                "разработать и утвердить график",
                "Разработка и утверждение графика",
            ),
            ("снизить отчётность", "Снижение отчётности"),
            (
                "обновить сайты школ, опубликовать отчёты",
                "Обновление сайтов школ, опубликование отчётов",
            ),
        ] {
            assert_eq!(measure(task).as_deref(), Some(expected), "{task}");
        }
    }

    #[test]
    fn what_is_not_sure_stays_a_task() {
        for task in [
            "включить в план работы мероприятия",
            "провести анализ и на его основе составить план",
            "воспарить над суетой",
            "провести, если нужно",
            "руководителям школ обеспечить порядок",
            "",
        ] {
            assert_eq!(measure(task), None, "{task}");
        }
    }
}
