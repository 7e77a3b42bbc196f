//! Printed numbers, computed from structure.
//!
//! Groups are numbered through the document («1.», «2.» …), directives inside their group
//! («1.1.», «1.2.» …), sub-items of one lead share its number and take letters («1.2. а)»).
//! Directives of a group without a heading stand on a level with the groups («3.», «4.»). With
//! several titled sessions each session restarts its groups, as the forums' practice is
//! (domain facts, b: «own numbering 1…n»). What a session is called before its name («Секция 2») is
//! found under its id as well.

use std::collections::BTreeMap;

use crate::{Group, Id, Resolution, called};

/// The printed number of every group and directive, and what a section is called before its name, by
/// id.
pub type Numbers = BTreeMap<Id, String>;

/// Letters Russian lists use, in order (ГОСТ practice leaves out ё, з, й, о, ч, ъ, ы, ь).
const LETTERS: [char; 25] = [
    'а', 'б', 'в', 'г', 'д', 'е', 'ж', 'и', 'к', 'л', 'м', 'н', 'п', 'р', 'с', 'т', 'у', 'ф', 'х',
    'ц', 'ш', 'щ', 'э', 'ю', 'я',
];

/// Numbers a whole resolution.
pub fn number(resolution: &Resolution) -> Numbers {
    let mut numbers = Numbers::new();
    for (section, name) in resolution.sections.iter().zip(called(&resolution.sections)) {
        numbers.extend(name.map(|name| (section.id.clone(), name)));
        let mut g = 0;
        for group in &section.groups {
            let headed = has_heading(group);
            if headed || group.directives.is_empty() {
                g += 1;
            }
            // A group without a heading has no number of its own but that of its first directive.
            let own = if headed { g } else { g + 1 };
            numbers.insert(group.id.clone(), format!("{own}."));
            let (mut item, mut letter, mut lead) = (0, 0, None);
            for directive in &group.directives {
                let continues = directive.lead.is_some() && directive.lead.as_ref() == lead;
                (item, letter) = if continues {
                    (item, letter + 1)
                } else {
                    (item + 1, 0)
                };
                lead = directive.lead.as_ref();
                let own = if headed {
                    format!("{g}.{item}.")
                } else {
                    format!("{}.", g + item)
                };
                let number = match lead {
                    Some(_) => format!("{own} {}", sub_item(letter)),
                    None => own,
                };
                numbers.insert(directive.id.clone(), number);
            }
            if !headed {
                g += item;
            }
        }
    }
    numbers
}

/// Whether a group prints a heading.
pub fn has_heading(group: &Group) -> bool {
    !group.heading.trim().is_empty()
}

/// The mark of the n-th (0-based) sub-item: «а)» … «я)», then «26)» onwards.
pub fn sub_item(index: usize) -> String {
    match LETTERS.get(index) {
        Some(letter) => format!("{letter})"),
        None => format!("{})", index + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Directive, Group, Section};

    fn directive(id: &str, lead: Option<&str>) -> Directive {
        Directive {
            id: Id::new(id),
            lead: lead.map(Into::into),
            ..Directive::default()
        }
    }

    #[test]
    fn sub_items_share_the_number_of_their_lead_and_each_session_restarts() {
        let group = |id: &str, directives| Group {
            id: Id::new(id),
            heading: "Школам".into(),
            directives,
            ..Group::default()
        };
        let resolution = Resolution {
            sections: vec![
                Section {
                    groups: vec![group(
                        "g1",
                        vec![
                            directive("a", None),
                            directive("b", Some("Обобщить:")),
                            directive("c", Some("Обобщить:")),
                            directive("d", None),
                        ],
                    )],
                    ..Section::default()
                },
                Section {
                    groups: vec![group("g2", vec![directive("e", None)])],
                    ..Section::default()
                },
            ],
            ..Resolution::default()
        };
        let numbers = number(&resolution);
        let printed: Vec<&str> = ["g1", "a", "b", "c", "d", "g2", "e"]
            .map(|id| numbers[&Id::new(id)].as_str())
            .into();
        assert_eq!(
            printed,
            ["1.", "1.1.", "1.2. а)", "1.2. б)", "1.3.", "1.", "1.1."]
        );
    }

    #[test]
    fn directives_without_a_heading_stand_on_a_level_with_the_groups() {
        let group = |id: &str, heading: &str, names: [&str; 2]| Group {
            id: Id::new(id),
            heading: heading.into(),
            directives: names.map(|name| directive(name, None)).into(),
            ..Group::default()
        };
        let resolution = Resolution {
            sections: vec![Section {
                groups: vec![
                    group("g1", "", ["a", "b"]),
                    group("g2", "Школам", ["c", "d"]),
                    group("g3", "", ["e", "f"]),
                ],
                ..Section::default()
            }],
            ..Resolution::default()
        };
        let numbers = number(&resolution);
        let printed: Vec<&str> = ["a", "b", "g2", "c", "d", "e", "f"]
            .map(|id| numbers[&Id::new(id)].as_str())
            .into();
        assert_eq!(printed, ["1.", "2.", "3.", "3.1.", "3.2.", "4.", "5."]);
    }
}
