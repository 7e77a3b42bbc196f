//! The promises of reading, over every sample: nothing lost, nothing twice, facts point home.

use std::collections::BTreeSet;

use svod_readers::{Options, Role};

fn each_sample(check: impl Fn(&str, &svod_readers::Reading)) {
    let mut count = 0;
    for (name, bytes) in svod_api::samples() {
        check(
            name,
            &svod_readers::read(bytes, name, &Options::default()).unwrap(),
        );
        count += 1;
    }
    assert!(count >= 6);
}

#[test]
fn every_line_with_words_is_placed_or_listed_as_unplaced() {
    each_sample(|name, reading| {
        let placed: BTreeSet<u32> = reading
            .placements
            .iter()
            .flat_map(|placement| placement.lines[0]..=placement.lines[1])
            .collect();
        for line in reading
            .lines
            .iter()
            .filter(|line| !line.text.trim().is_empty())
        {
            assert!(
                placed.contains(&line.number),
                "{name}:{} {}",
                line.number,
                line.text
            );
        }
        let unplaced = |lines| {
            reading
                .resolution
                .unplaced
                .iter()
                .any(|unplaced| unplaced.lines == lines)
        };
        for placement in reading
            .placements
            .iter()
            .filter(|p| p.role == Role::Unplaced)
        {
            assert!(
                unplaced(placement.lines),
                "{name}: {:?} is not listed",
                placement.lines
            );
        }
    });
}

#[test]
fn ids_are_unique_in_a_document_and_the_same_on_every_reading() {
    each_sample(|name, reading| {
        let mut ids = BTreeSet::new();
        for section in &reading.resolution.sections {
            assert!(ids.insert(&section.id), "{name}: section {}", section.id);
            for group in &section.groups {
                assert!(ids.insert(&group.id), "{name}: group {}", group.heading);
                for directive in &group.directives {
                    assert!(ids.insert(&directive.id), "{name}: {}", directive.text);
                    assert_eq!(directive.id.as_str().len(), 32, "{name}");
                }
            }
        }
        let (_, bytes) = svod_api::samples()
            .find(|(other, _)| *other == name)
            .unwrap();
        let again = svod_readers::read(bytes, name, &Options::default()).unwrap();
        assert_eq!(again, *reading, "{name}");
    });
}

#[test]
fn facts_point_at_their_phrase() {
    each_sample(|name, reading| {
        for (_, group, directive) in reading.resolution.directives() {
            let lead = directive.lead.as_deref().unwrap_or_default();
            for deadline in directive
                .deadlines
                .iter()
                .filter(|d| d.inherited_from.is_none())
            {
                assert!(
                    directive.text.contains(&deadline.phrase),
                    "{name}: {deadline:?}"
                );
            }
            for indicator in &directive.indicators {
                let at_home =
                    directive.text.contains(&indicator.phrase) || lead.contains(&indicator.phrase);
                assert!(at_home, "{name}: {indicator:?}");
            }
            for reference in &directive.references {
                let at_home = directive.text.contains(&reference.phrase)
                    || lead.contains(&reference.phrase)
                    || group.heading.contains(&reference.phrase);
                assert!(at_home, "{name}: {reference:?}");
            }
        }
    });
}
