//! Printed numbers, computed from structure.
//!
//! Groups are numbered through the document («1.», «2.» …), directives inside their group
//! («1.1.», «1.2.» …), sub-items of one lead share its number and take letters («1.2. а)»). With
//! several titled sessions each session restarts its groups, as the forums' practice is
//! (domain facts, b: «own numbering 1…n»).

use std::collections::BTreeMap;

use crate::{Id, Resolution};

/// The printed number of every group and directive, by id.
pub type Numbers = BTreeMap<Id, String>;

/// Letters Russian lists use, in order (ГОСТ practice leaves out ё, з, й, о, ч, ъ, ы, ь).
const LETTERS: [char; 25] = [
    'а', 'б', 'в', 'г', 'д', 'е', 'ж', 'и', 'к', 'л', 'м', 'н', 'п', 'р', 'с', 'т', 'у', 'ф', 'х',
    'ц', 'ш', 'щ', 'э', 'ю', 'я',
];

/// Numbers a whole resolution.
pub fn number(resolution: &Resolution) -> Numbers {
    let mut numbers = Numbers::new();
    for section in &resolution.sections {
        for (g, group) in section.groups.iter().enumerate() {
            let g = g + 1;
            numbers.insert(group.id.clone(), format!("{g}."));
            let (mut item, mut letter, mut lead) = (0, 0, None);
            for directive in &group.directives {
                let continues = directive.lead.is_some() && directive.lead.as_ref() == lead;
                (item, letter) = if continues {
                    (item, letter + 1)
                } else {
                    (item + 1, 0)
                };
                lead = directive.lead.as_ref();
                let number = match lead {
                    Some(_) => format!("{g}.{item}. {}", sub_item(letter)),
                    None => format!("{g}.{item}."),
                };
                numbers.insert(directive.id.clone(), number);
            }
        }
    }
    numbers
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
}
