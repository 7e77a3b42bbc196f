//! What an indicator is called: the case a sentence has it in, put back to the nominative.

use crate::words::fold;

/// Nouns an indicator begins with, by their nominative: of these forms the nominative is sure.
const HEADS: &[(&str, &[&str])] = &[
    ("охват", &["охват", "охвата", "охвату", "охватом", "охвате"]),
    ("доля", &["доля", "доли", "долю", "доле", "долей"]),
    (
        "количество",
        &[
            "количество",
            "количества",
            "количеству",
            "количеством",
            "количестве",
        ],
    ),
    ("число", &["число", "числа", "числу", "числом", "числе"]),
    (
        "численность",
        &["численность", "численности", "численностью"],
    ),
    (
        "процент",
        &["процент", "процента", "проценту", "процентом", "проценте"],
    ),
    (
        "уровень",
        &["уровень", "уровня", "уровню", "уровнем", "уровне"],
    ),
    (
        "обеспеченность",
        &["обеспеченность", "обеспеченности", "обеспеченностью"],
    ),
    (
        "доступность",
        &["доступность", "доступности", "доступностью"],
    ),
    (
        "посещаемость",
        &["посещаемость", "посещаемости", "посещаемостью"],
    ),
    (
        "укомплектованность",
        &[
            "укомплектованность",
            "укомплектованности",
            "укомплектованностью",
        ],
    ),
    (
        "успеваемость",
        &["успеваемость", "успеваемости", "успеваемостью"],
    ),
];
/// What is done to a number; such a verb before its noun is no part of its name.
const RAISING: &[&str] = &[
    "довести",
    "обеспечить",
    "увеличить",
    "повысить",
    "сохранить",
    "снизить",
    "сократить",
    "достичь",
    "достигнуть",
    "поднять",
    "удержать",
    "уменьшить",
];
/// «удельный вес» is two words that change together.
const WEIGHT: &[[&str; 2]] = &[
    ["удельный", "вес"],
    ["удельного", "веса"],
    ["удельному", "весу"],
    ["удельным", "весом"],
    ["удельном", "весе"],
];

/// The name of an indicator in the nominative, where its first noun is one whose nominative is sure:
/// «долю учителей» is «доля учителей». Nothing where the words do not tell.
pub fn nominative(subject: &str) -> Option<String> {
    let all: Vec<&str> = subject.split_whitespace().collect();
    let verb = all
        .first()
        .is_some_and(|word| RAISING.contains(&fold(word).as_str()));
    let own = &all[usize::from(verb)..];
    let folded: Vec<String> = own.iter().take(2).map(|word| fold(word)).collect();
    let weight = matches!(folded.as_slice(), [one, other]
        if WEIGHT.contains(&[one.as_str(), other.as_str()]));
    if weight {
        return Some([&["удельный", "вес"], &own[2..]].concat().join(" "));
    }
    let first = folded.first()?;
    let (head, _) = HEADS
        .iter()
        .find(|(_, forms)| forms.contains(&first.as_str()))?;
    Some([&[*head], &own[1..]].concat().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_noun_that_is_sure_stands_in_the_nominative() {
        for (said, name) in [
            ("долю учителей до 35 лет", "доля учителей до 35 лет"),
            (
                "охвата детей горячим питанием",
                "охват детей горячим питанием",
            ),
            ("довести численность наставников", "численность наставников"),
            ("удельного веса школ", "удельный вес школ"),
            ("Доля школ", "доля школ"),
        ] {
            assert_eq!(nominative(said).as_deref(), Some(name));
        }
    }

    #[test]
    fn what_is_not_sure_is_left_as_it_stands() {
        for said in [
            "среднюю долю школ",
            "провести обучение",
            "детей с ОВЗ",
            "довести",
            "",
        ] {
            assert_eq!(nominative(said), None, "{said}");
        }
    }
}
