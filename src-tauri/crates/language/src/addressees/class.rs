//! What kind of body a name stands for.

use super::Class;
use crate::words::{fold, is_word};

/// The class of a body by its words, whatever their case ending.
pub fn class(body: &str) -> Class {
    let text = fold(body);
    let has = |parts: &[&str]| parts.iter().any(|part| text.contains(part));
    // «Классным руководителям», and not «старшеклассникам».
    let of_classes = || {
        text.split(|c: char| !is_word(c))
            .any(|w| w.starts_with("классн"))
    };
    let word = |words: &[&str]| {
        text.split(|c: char| !is_word(c))
            .any(|w| words.contains(&w))
    };
    if has(&[
        "министерств",
        "правительств",
        "думе",
        "роспотребнадзор",
        "департамент",
    ]) {
        Class::Region
    } else if has(&["руководител", "директор", "заведующ"])
        && !has(&["классным руководител", "классные руководител"])
    {
        Class::Heads
    } else if has(&[
        "мцоко",
        "методическ",
        "оценки качества",
        "ресурсн",
        "развития образования",
    ]) || word(&["имц", "цро", "рмк", "мцоко", "рцо"])
    {
        Class::MethodicalService
    } else if has(&["управлени", "отдел", "комитет", "орган управления"])
        && (has(&["образовани"]) || !has(&["культур", "финанс", "молодеж"]))
        || word(&["моуо"])
    {
        Class::EducationAuthority
    } else if has(&["опорн", "талант", "координа"]) {
        Class::CoordinatingCentre
    } else if has(&[
        "администрац",
        "главе",
        "глава",
        "совету",
        "собрани",
        "финанс",
    ]) {
        Class::MunicipalPower
    } else if has(&[
        "профсоюз",
        "родител",
        "культур",
        "сми",
        "средствам массовой",
        "кдн",
        "общественн",
    ]) {
        Class::Partners
    } else if (of_classes()
        || has(&[
            "психолог",
            "советник",
            "педагог",
            "учител",
            "воспитател",
            "методист",
            "специалист",
        ]))
        && !has(&["коллектив"])
    {
        Class::Roles
    } else if has(&[
        "организаци",
        "учреждени",
        "школ",
        "сад",
        "лице",
        "гимнази",
        "коллектив",
    ]) || word(&["оо", "оу", "доу", "удод", "доо"])
    {
        Class::Organisations
    } else {
        Class::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_a_class_is_not_who_is_in_one() {
        assert_eq!(class("Классным руководителям"), Class::Roles);
        assert_eq!(class("Старшеклассникам"), Class::Other);
        assert_eq!(class("Совету старшеклассников"), Class::MunicipalPower);
        assert_eq!(class("Педагогам-психологам"), Class::Roles);
    }
}
