//! Short names among addressees, and what stands in brackets behind a name.

use super::FIELDS;
use crate::verbs::is_infinitive;
use crate::words::{fold, is_word};

/// Kinds of institutions, which a head of institutions has in the genitive: «руководителям ОО, ДОО».
const KINDS: &[&str] = &[
    "ОО",
    "ДОО",
    "ООО",
    "УДО",
    "ОДО",
    "ОУ",
    "ДОУ",
    "ООУ",
    "УДОД",
    "СОШ",
    "ООШ",
    "НОШ",
    "МОО",
    "МОУ",
    "МДОУ",
    "МБОУ",
    "МБДОУ",
    "ДДТ",
    "ДЮСШ",
    "ДШИ",
    "ОДОД",
    "СПО",
    "ПОО",
    "ВО",
    "ДО",
];
/// What is taught or passed, which those who teach it have in the genitive: «учителям музыки, ИЗО».
const SUBJECTS: &[&str] = &["ИЗО", "ИКТ", "ЕГЭ", "ОГЭ", "ГИА", "ВПР", "ОБЖ", "ОБЗР"];
/// Those who lead or work in institutions.
const OF_THEM: &[&str] = &[
    "руководител",
    "директор",
    "заведующ",
    "начальник",
    "заместител",
    "педагог",
    "учител",
    "воспитател",
    "специалист",
    "методист",
    "работник",
    "коллектив",
    "представител",
    "председател",
    "выпускник",
    "обучающимся",
    "администраци",
];

/// What else is called by its letters: exams, standards, programmes, groups of people, systems.
const NO_BODIES: &[&str] = &[
    "ФГОС",
    "ФОП",
    "ФООП",
    "ФАОП",
    "ООП",
    "АООП",
    "НОО",
    "СОО",
    "ВПР",
    "ОГЭ",
    "ЕГЭ",
    "ГИА",
    "ГВЭ",
    "ГТО",
    "ВФСК",
    "ОВЗ",
    "РАС",
    "ЗПР",
    "ТНР",
    "СВО",
    "НОК",
    "НОКО",
    "ВСОКО",
    "МСОКО",
    "МКДО",
    "ИКТ",
    "ЦОС",
    "ЦОК",
    "РЭШ",
    "АИС",
    "ФИС",
    "ФГИС",
    "ИКОП",
    "ПФДО",
    "НСУР",
    "СПТ",
    "ИОМ",
    "ИУП",
    "ИПРА",
    "РДШ",
    "РДДМ",
    "НТО",
    "ПДД",
    "БДД",
    "ОБЖ",
    "ОБЗР",
    "ИЗО",
    "ЗОЖ",
    "НПА",
    "ЛНА",
    "ПО",
    "ЛОЛ",
    "ГО",
    "ЧС",
    "РФ",
];

/// Whether letters are known to stand for no body: «ФГОС», «ЕГЭ».
pub fn names_no_body(word: &str) -> bool {
    NO_BODIES.contains(&bare(word))
}

/// «РИМЦ обеспечить …», «ОГИБДД (по согласованию) ежегодно проводить …»: a short name right before what it is
/// to do.
pub(super) fn is_before_task(text: &str) -> bool {
    let Some((name, rest)) = text.split_once(' ') else {
        return false;
    };
    let name_only = name.chars().count() >= 3 && is_short(name) && !names_no_body(name);
    if !name_only || is_infinitive(name) || fold(name).ends_with("ли") {
        return false;
    }
    let rest = rest.trim_start();
    let noted = rest.strip_prefix('(').and_then(|note| note.split_once(')'));
    let rest = noted.map_or(rest, |(_, rest)| rest).trim_start();
    let mut words = rest.split_whitespace();
    let manner = |word: &&str| word.ends_with("но") || word.ends_with("ко");
    words.find(|word| !manner(word)).is_some_and(is_infinitive)
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| !is_word(c))
}

pub(super) fn is_short(word: &str) -> bool {
    (2..8).contains(&word.chars().count()) && word.chars().all(char::is_uppercase)
}

fn leads(body: &str) -> bool {
    body.split_whitespace().take(3).any(is_of_them)
}

fn is_of_them(word: &str) -> bool {
    let word = fold(word);
    OF_THEM.iter().any(|start| word.starts_with(start))
}

/// «руководителям ОО, ДОО»: the second kind is led by the same.
pub(super) fn is_kind_led(before: &str, next: &str) -> bool {
    let last = before.split_whitespace().next_back().map(bare);
    leads(before)
        && !next.contains('«')
        && KINDS.contains(&bare(next))
        && last.is_some_and(|last| KINDS.contains(&last))
}

/// «Организациям дополнительного образования, МОЦ»: a short name that is a body of its own. Heads of
/// institutions have short names in the genitive; so have offices their fields: «отделу по делам
/// молодёжи и ФКС».
pub(super) fn is_body(before: &str, next: &str) -> bool {
    let name = bare(next);
    let spelled = before.chars().any(char::is_lowercase);
    let alone = before.split_whitespace().nth(1).is_none();
    let last = before.split_whitespace().next_back().map(bare);
    let listed = last.is_some_and(is_short) && !alone;
    // «ПМПК, ИМЦ и школам»: two institutions by their short names.
    let pair = alone
        && last.is_some_and(|last| {
            last.chars().count() >= 3 && is_short(last) && !KINDS.contains(&last)
        });
    let by_field = before.contains(" по ") || before.contains(" по\u{a0}");
    name.chars().count() >= 3
        && is_short(name)
        && !next.starts_with(['(', '«'])
        && !KINDS.contains(&name)
        && !SUBJECTS.contains(&name)
        && !FIELDS.contains(&name)
        && (spelled || pair)
        && !listed
        && !by_field
        && !before.split_whitespace().any(is_of_them)
}

/// «К администрации района:», «к родителям –» behind «Форум обращается с предложениями:».
pub fn names_whom_with_a_preposition(text: &str) -> bool {
    behind_preposition(text).is_some()
}

/// Such a heading without its preposition.
pub(super) fn behind_preposition(text: &str) -> Option<&str> {
    let rest = ["К ", "Ко ", "к ", "ко "]
        .iter()
        .find_map(|to| text.strip_prefix(to))?;
    let mut words = rest.split_whitespace();
    let first = words.next()?;
    let mut described = || {
        let word = fold(first);
        let agrees = ["ому", "ему", "ой", "ей", "ым", "им"];
        agrees.iter().any(|ending| word.ends_with(ending))
            && words.next().is_some_and(super::is_head)
    };
    (super::is_head(first) || described()).then_some(rest)
}

/// A name without what brackets behind it say of it: whom one asks for there («(Лыкова М.И.)») or how it
/// is called from here on («(далее – Комитет)»). Both stay in the heading.
pub fn without_note(body: &str) -> &str {
    let Some(open) = body.rfind('(').filter(|_| body.ends_with(')')) else {
        return body;
    };
    let note = &body[open + 1..body.len() - 1];
    let named = note.trim_start().to_lowercase().starts_with("далее");
    let kept = body[..open].trim_end();
    if (named || names_a_person(note)) && !kept.is_empty() {
        kept.trim_end_matches([',', ' '])
    } else {
        body
    }
}

/// «Лыкова М.И.», «М. И. Лыкова», «начальник – Лыкова М.И.»
fn names_a_person(note: &str) -> bool {
    let letters: Vec<char> = note.chars().filter(|c| !c.is_whitespace()).collect();
    let initials = letters.windows(4).any(|four| {
        four[0].is_uppercase() && four[1] == '.' && four[2].is_uppercase() && four[3] == '.'
    });
    let surname = note
        .split(|c: char| !is_word(c))
        .any(|word| word.chars().count() > 2 && word.starts_with(char::is_uppercase));
    // «имени А.С. Пушкина»: the name is of the institution.
    let honoured = note
        .split(|c: char| !is_word(c))
        .any(|word| matches!(fold(word).as_str(), "им" | "имени"));
    initials && surname && !honoured && !note.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::{split, starts_like_addressee};

    #[test]
    fn letters_before_a_task_are_whom_it_is_given_to() {
        for text in [
            "РИМЦ обеспечить обучение",
            "ОГИБДД (по согласованию) ежегодно проводить рейды",
        ] {
            assert!(starts_like_addressee(text), "{text}");
        }
        for text in [
            "ВПР провести объективно",
            "РЕШИЛИ провести смотр",
            "ОГИБДД проводит рейды",
            "ПРОВЕСТИ смотр и подвести итоги",
        ] {
            assert!(!starts_like_addressee(text), "{text}");
        }
    }

    #[test]
    fn a_short_name_is_a_body_of_its_own() {
        for (heading, bodies) in [
            (
                "Организациям дополнительного образования, МОЦ:",
                vec!["Организациям дополнительного образования", "МОЦ"],
            ),
            (
                "Управлению образования и МОЦ:",
                vec!["Управлению образования", "МОЦ"],
            ),
            (
                "Управлению образования, МЦОКО, руководителям школ:",
                vec!["Управлению образования", "МЦОКО", "руководителям школ"],
            ),
            (
                "Школьным методическим объединениям учителей музыки, ИЗО:",
                vec!["Школьным методическим объединениям учителей музыки, ИЗО"],
            ),
            (
                "Школьным методическим объединениям учителей физкультуры, ОБЖ:",
                vec!["Школьным методическим объединениям учителей физкультуры, ОБЖ"],
            ),
            (
                "Предметным комиссиям ОГЭ и ЕГЭ:",
                vec!["Предметным комиссиям ОГЭ и ЕГЭ"],
            ),
            (
                "Методическим объединениям музыки, ИЗО:",
                vec!["Методическим объединениям музыки, ИЗО"],
            ),
            ("Детским садам, ПМПК:", vec!["Детским садам", "ПМПК"]),
            ("Директорам СОШ, ООШ:", vec!["Директорам СОШ, ООШ"]),
            (
                "Руководителям ОО, ДОО, УДО:",
                vec!["Руководителям ОО, ДОО, УДО"],
            ),
            (
                "Отделу по делам молодёжи и ФКС:",
                vec!["Отделу по делам молодёжи и ФКС"],
            ),
            ("Организациям ВО, СПО:", vec!["Организациям ВО, СПО"]),
            (
                "ДЕПАРТАМЕНТУ ОБРАЗОВАНИЯ И НАУКИ:",
                vec!["ДЕПАРТАМЕНТУ ОБРАЗОВАНИЯ И НАУКИ"],
            ),
        ] {
            assert_eq!(split(heading).addressees, bodies, "{heading}");
        }
    }

    #[test]
    fn brackets_that_name_a_person_or_a_short_name_are_no_part_of_a_body() {
        for (heading, bodies) in [
            (
                "Методическому кабинету (Лыкова М.И.), директорам школ:",
                vec!["Методическому кабинету", "директорам школ"],
            ),
            (
                "Методическому кабинету (М. И. Лыкова):",
                vec!["Методическому кабинету"],
            ),
            (
                "Управлению образования (начальник – Лыкова М.И.):",
                vec!["Управлению образования"],
            ),
            (
                "Комитету по образованию (далее – Комитет):",
                vec!["Комитету по образованию"],
            ),
            (
                "Дошкольным организациям (ДОО), школам (город):",
                vec!["Дошкольным организациям (ДОО)", "школам (город)"],
            ),
            (
                "Гимназии (имени А.С. Пушкина):",
                vec!["Гимназии (имени А.С. Пушкина)"],
            ),
            ("Лицею (им. М.И. Лыкова):", vec!["Лицею (им. М.И. Лыкова)"]),
            (
                "Школам (СОШ № 1 им. А.С. Белова):",
                vec!["Школам (СОШ № 1 им. А.С. Белова)"],
            ),
        ] {
            assert_eq!(split(heading).addressees, bodies, "{heading}");
        }
    }
}
