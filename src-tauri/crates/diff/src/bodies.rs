//! Whether two directives are given to the same.

use std::collections::BTreeSet;

use svod_language::addressees::{Class, class, key};
use svod_language::bodies::initials;
use svod_language::district::district_key;
use svod_language::words::{fold, is_word};
use svod_model::Resolution;

use crate::names::comparable;

/// Whose the compared documents are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Places {
    /// One district's: a body of another name is another body, though it does the same.
    One,
    /// Two districts', or nobody knows: a body of the same role is the same addressee, for what
    /// matters is who does the work.
    Two,
}

impl Places {
    /// Whose two documents are.
    pub(crate) fn of(old: &Resolution, new: &Resolution) -> Self {
        let key = |document: &Resolution| document.event.municipality.as_deref().map(district_key);
        match (key(old), key(new)) {
            (Some(before), Some(after)) if before == after => Self::One,
            _ => Self::Two,
        }
    }
}

/// Whether two lists of addressees of one district's documents name the same bodies, whatever their
/// spelling and order.
pub fn are_same_addressees(old: &[String], new: &[String]) -> bool {
    same_bodies(old, new, Places::One)
}

/// The same bodies, whatever their spelling.
pub(crate) fn same_bodies(old: &[String], new: &[String], places: Places) -> bool {
    if old.is_empty() || new.is_empty() {
        // Nobody named on one side is a gap in the document, not a new addressee.
        return true;
    }
    let known = |one: &[String], other: &[String]| {
        one.iter()
            .filter(|body| {
                other
                    .iter()
                    .any(|candidate| same_body(body, candidate, places))
            })
            .count()
    };
    // One body more in a long list is no other addressee; a second one beside a single body is.
    let (old_known, new_known) = (known(old, new), known(new, old));
    old_known * 5 >= old.len() * 3 && new_known * 5 >= new.len() * 3
}

/// What sort of organisations a body is or leads; heads of schools are not heads of kindergartens.
const SORTS: &[(&str, &[&str])] = &[
    (
        "preschool",
        &["дошкольн", "детск", "доу", "доо", "мбдоу", "мдоу", "детсад"],
    ),
    (
        "school",
        &["общеобразовательн", "школ", "сош", "гимнази", "лице"],
    ),
    ("additional", &["дополнительн", "удод", "творчеств"]),
    ("culture", &["культур", "библиотек", "музе"]),
    ("sport", &["спорт"]),
    ("health", &["здравоохран", "больниц", "медицин"]),
    ("finance", &["финанс"]),
    ("union", &["профсоюз"]),
    ("parents", &["родител"]),
    ("psychologists", &["психолог"]),
    ("class teachers", &["классн"]),
    ("social teachers", &["социальн", "соцпедагог"]),
    ("methodists", &["методист"]),
    ("teachers", &["учител"]),
    ("councillors", &["советник"]),
    ("associations", &["объединени", "рмо", "ммо"]),
];

fn same_body(one: &str, other: &str, places: Places) -> bool {
    // School № 3 is not school № 7.
    let (mine, theirs) = (numbers(one), numbers(other));
    if !mine.is_empty() && !theirs.is_empty() && mine.is_disjoint(&theirs) {
        return false;
    }
    let (first, second) = (key(one), key(other));
    if first == second {
        return true;
    }
    // A task given to schools and one given to their heads is done by the same people.
    let role = |body: &str| match class(body) {
        Class::Organisations => Class::Heads,
        class => class,
    };
    let kind = role(one);
    if kind != role(other) {
        return false;
    }
    if places == Places::One && are_called_apart(one, other) {
        return false;
    }
    // A village does not answer for its district.
    if kind == Class::MunicipalPower && is_of_villages(one) != is_of_villages(other) {
        return false;
    }
    let sorts = |body: &str| -> BTreeSet<&str> {
        let body = fold(body);
        let words: Vec<&str> = body.split(|c: char| !is_word(c)).collect();
        SORTS
            .iter()
            .filter(|(_, parts)| {
                let named = |word: &&str| parts.iter().any(|part| word.starts_with(part));
                words.iter().any(named)
            })
            .map(|(sort, _)| *sort)
            .collect()
    };
    let (mine, theirs) = (sorts(one), sorts(other));
    if kind != Class::Other {
        // «Руководителям образовательных организаций» are heads of any sort.
        return mine.is_empty() || theirs.is_empty() || !mine.is_disjoint(&theirs);
    }
    let stems = |key: &str| {
        key.split(' ')
            .map(str::to_owned)
            .collect::<BTreeSet<String>>()
    };
    let (first, second) = (stems(&first), stems(&second));
    first.intersection(&second).count() * 2 > first.len().max(second.len())
}

/// Numbers of schools and the like; years have more digits.
fn numbers(body: &str) -> BTreeSet<&str> {
    let words = body.split(|c: char| !c.is_ascii_digit());
    words.filter(|word| (1..4).contains(&word.len())).collect()
}

/// Whether a body is of the lower level of local power: settlements, not districts.
fn is_of_villages(body: &str) -> bool {
    let body = fold(body);
    let mut words = body.split(|c: char| !is_word(c));
    words.any(|word| VILLAGES.iter().any(|name| word.starts_with(name)))
}

const VILLAGES: [&str; 5] = ["поселени", "сельсовет", "наслег", "сумон", "сельск"];

/// Legal forms: what follows in capitals is a name («МКУ МЦОКО»).
const FORMS: [&str; 12] = [
    "мку",
    "мбу",
    "мау",
    "му",
    "гбу",
    "гку",
    "гау",
    "мбуо",
    "мкуо",
    "мауо",
    "мбудо",
    "маудо",
];

/// Whether two bodies have names of their own, and not the same: «МКУ «ИМЦ»» and «МБУ «ЦРО»».
fn are_called_apart(one: &str, other: &str) -> bool {
    let (Some(mine), Some(theirs)) = (own_name(one), own_name(other)) else {
        return false;
    };
    // «ИМЦ» and «Информационно-методический центр» are one.
    let stands_for = |body: &str, name: &str| initials(body).is_some_and(|letters| letters == name);
    if stands_for(one, &theirs) || stands_for(other, &mine) {
        return false;
    }
    let stems = |name: &str| -> BTreeSet<String> {
        let words = comparable(name);
        words.split(' ').map(str::to_owned).collect()
    };
    let (mine, theirs) = (stems(&mine), stems(&theirs));
    // «Центр развития образования» and «Центр развития образования района» are one.
    let shared = mine.intersection(&theirs).count();
    shared * 3 < mine.len().max(theirs.len()) * 2
}

/// What a body is called: in quotation marks, or in capitals behind its legal form.
fn own_name(body: &str) -> Option<String> {
    if let Some((_, rest)) = body.split_once('«') {
        let name = rest.split(['«', '»']).next()?.trim();
        return (!name.is_empty()).then(|| name.to_owned());
    }
    let mut words = body.split_whitespace();
    words.find(|word| FORMS.contains(&fold(word).as_str()))?;
    let name = words.next()?.trim_matches(|c: char| !is_word(c));
    let capitals = name.chars().count() > 1 && name.chars().all(char::is_uppercase);
    capitals.then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(one: &str, other: &str, places: Places) -> bool {
        same_bodies(&[one.to_owned()], &[other.to_owned()], places)
    }

    #[test]
    fn a_body_of_another_name_is_another_one_in_its_own_district_only() {
        for (one, other) in [
            ("МКУ «ИМЦ»", "МБУ «ЦРО»"),
            ("МКУ МЦОКО", "МБУ «Центр развития образования»"),
        ] {
            assert!(!same(one, other, Places::One), "{one}, {other}");
            assert!(same(one, other, Places::Two), "{one}, {other}");
        }
        assert!(!same("МБДОУ «Ромашка»", "МБДОУ «Колосок»", Places::One));
    }

    #[test]
    fn a_name_and_its_letters_are_one_body() {
        for (one, other) in [
            (
                "МКУ «ИМЦ»",
                "Муниципальному казённому учреждению «Информационно-методический центр»",
            ),
            ("МКУ «ИМЦ»", "МБУ «ИМЦ»"),
            ("МКУ «ИМЦ»", "МКУ ИМЦ"),
            ("МКУ «ИМЦ»", "информационно-методическому центру"),
            (
                "МБУ «Центр развития образования»",
                "МБУ «Центр развития образования района»",
            ),
            (
                "Управлению образования",
                "Управлению образования администрации района",
            ),
        ] {
            assert!(same(one, other, Places::One), "{one}, {other}");
        }
    }
}
