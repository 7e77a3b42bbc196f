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
    if has(&["министерств", "правительств", "думе", "роспотребнадзор"])
        || has(&["департамент"]) && !is_of_a_town(&text)
    {
        Class::Region
    } else if has(&["руководител", "директор", "заведующ"])
        && !has(&["классным руководител", "классные руководител"])
    {
        Class::Heads
    } else if has(&[
        "мцоко",
        "методическ",
        "методкабинет",
        "оценки качества",
        "ресурсн",
        "развития образования",
    ]) || word(&["имц", "цро", "рмк", "мцоко", "рцо"])
    {
        Class::MethodicalService
    } else if has(&[
        "управлени",
        "отдел",
        "комитет",
        "департамент",
        "орган управления",
    ]) && (has(&["образовани"]) || !has(&["культур", "финанс", "молодеж"]))
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

/// «Департамент образования администрации города»: a town or a district has departments, too. Moscow and
/// its like are regions.
fn is_of_a_town(text: &str) -> bool {
    const OF_REGIONS: &[&str] = &[
        "област",
        "края",
        "краю",
        "республик",
        "автономн",
        "москв",
        "петербург",
        "севастопол",
        "губернатор",
    ];
    const OF_TOWNS: &[&str] = &["город", "район", "муниципальн", "округа", "администрац"];
    let words = || text.split(|c: char| !is_word(c));
    let of = |known: &[&str]| words().any(|word| known.iter().any(|start| word.starts_with(start)));
    !of(OF_REGIONS) && (of(OF_TOWNS) || words().any(|word| word == "г"))
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

    #[test]
    fn a_department_of_a_town_is_no_body_of_a_region() {
        for body in [
            "Департаменту образования администрации города Заречного",
            "Департаменту образования и спорта г. Заречного",
            "Департамент образования Заречного муниципального района",
            "Департамент образования городского округа Заречный",
        ] {
            assert_eq!(class(body), Class::EducationAuthority, "{body}");
        }
        assert_eq!(
            class("Департаменту финансов администрации города Заречного"),
            Class::MunicipalPower
        );
        for body in [
            "Департаменту образования Заречной области",
            "Департаменту образования и науки Ямского автономного округа",
            "Департаменту образования города Москвы",
            "Департаменту образования и науки",
            "Министерству образования",
        ] {
            assert_eq!(class(body), Class::Region, "{body}");
        }
    }
}
