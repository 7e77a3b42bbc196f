//! What stands around a session's name and texts in print: what it is called, and which of its
//! texts stand among its groups.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Id, Section};

/// What a session is called before its name: «Круглый стол», «Секция № 2».
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Called {
    /// The words, as printed («Дискуссионная площадка», «По итогам работы секции»).
    pub words: String,
    /// The number as printed («2», «№ 2», «II»); see [`called`] for the one it is printed with now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub number: Option<String>,
}

/// A text of a session that is printed among its groups and not above its lead-in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Placed {
    /// One of the session's findings or problems, letter by letter. Where none of them reads so any
    /// more, this says nothing.
    pub text: String,
    /// The group or directive it stands above; below all of them where there is none of that name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub above: Option<Id>,
}

/// What each section prints before its name, number included; nothing where it is called nothing.
///
/// Numbers are a forum's own and may have gaps (a session that resolved nothing), so those that were
/// printed are kept. They are dealt out in order among sessions of one kind: one that is moved takes
/// the number of its new place.
///
/// ```
/// use svod_model::{Called, Section, called};
/// let section = |number: &str| Section {
///     called: Some(Called { words: "Секция".into(), number: Some(number.into()) }),
///     ..Section::default()
/// };
/// let names = called(&[section("4"), section("1")]);
/// assert_eq!(names, [Some("Секция 1".into()), Some("Секция 4".into())]);
/// ```
pub fn called(sections: &[Section]) -> Vec<Option<String>> {
    let numbers_of = |words: &str| {
        let own = sections
            .iter()
            .filter_map(|section| section.called.as_ref());
        let own = own.filter(|called| called.words == words);
        let mut numbers: Vec<&str> = own.filter_map(|called| called.number.as_deref()).collect();
        numbers.sort_by_key(|number| value(number));
        numbers
    };
    sections
        .iter()
        .enumerate()
        .map(|(at, section)| {
            let Called { words, number } = section.called.as_ref()?;
            let before = sections.iter().take(at);
            let before = before.filter_map(|section| section.called.as_ref());
            let place = before.filter(|other| other.words == *words && other.number.is_some());
            let number = number
                .as_ref()
                .and_then(|_| numbers_of(words).get(place.count()).copied());
            Some(match number {
                Some(number) => format!("{words} {number}"),
                None => words.clone(),
            })
        })
        .collect()
}

/// The value of a printed number: «№ 12» is 12, «IV» is 4. What is no number comes last.
fn value(number: &str) -> u32 {
    let bare = number.trim_start_matches(['№', ' ']);
    bare.parse()
        .ok()
        .or_else(|| roman(bare))
        .unwrap_or(u32::MAX)
}

/// The value of a Roman number up to the tens, which sessions and sections are numbered with; nothing for what is none.
pub fn roman(text: &str) -> Option<u32> {
    let mut total = 0_u32;
    let mut last = 0;
    for c in text.chars().rev() {
        let value = match c {
            'I' => 1,
            'V' => 5,
            // Latin, or the Cyrillic letter typed for it.
            'X' | 'Х' => 10,
            _ => return None,
        };
        total = if value < last {
            total.checked_sub(value)?
        } else {
            total.checked_add(value)?
        };
        last = last.max(value);
    }
    (total > 0).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(words: &str, number: Option<&str>) -> Section {
        Section {
            called: Some(Called {
                words: words.into(),
                number: number.map(Into::into),
            }),
            ..Section::default()
        }
    }

    fn printed(sections: &[Section]) -> Vec<String> {
        called(sections).into_iter().flatten().collect()
    }

    #[test]
    fn each_kind_of_session_deals_out_the_numbers_it_was_printed_with() {
        let sections = [
            section("Секция", Some("№ 3")),
            section("Круглый стол", None),
            section("Площадка", Some("II")),
            section("Секция", Some("№ 1")),
            Section::default(),
            section("Площадка", Some("I")),
            section("Секция", Some("№ 12")),
        ];
        assert_eq!(
            printed(&sections),
            [
                "Секция № 1",
                "Круглый стол",
                "Площадка I",
                "Секция № 3",
                "Площадка II",
                "Секция № 12",
            ]
        );
    }

    #[test]
    fn a_session_that_resolved_nothing_leaves_its_gap() {
        let sections = [section("Секция", Some("2")), section("Секция", Some("5"))];
        assert_eq!(printed(&sections), ["Секция 2", "Секция 5"]);
    }

    #[test]
    fn what_is_no_number_is_kept_behind_those_that_are() {
        let sections = [section("Секция", Some("А")), section("Секция", Some("1"))];
        assert_eq!(printed(&sections), ["Секция 1", "Секция А"]);
        assert_eq!((value("№ 7"), value("IV"), value("VX")), (7, 4, 5));
    }
}
