//! The promises of reading, over every sample: nothing lost, nothing twice, facts point home.

use std::collections::BTreeSet;

use svod_model::{DiagnosticCode, Severity};
use svod_readers::{Correction, Options, Role, Verdict};

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

#[test]
fn letters_of_a_scan_that_were_put_right_are_doubted_in_their_line() {
    let scan = "PEЗOЛЮЦИЯ\nфорума педагогов Озёрского района\n26 августа 2026 г.\n\nШколам:\n\
                - провecти до l5 мая 2027 года смотр кабинетов;\n- открыть IT-куб.\n";
    let read = |corrections| {
        let options = Options {
            corrections,
            ..Options::default()
        };
        svod_readers::read(scan.as_bytes(), "а.txt", &options).unwrap()
    };
    let reading = read(Vec::new());
    let told: Vec<_> = reading
        .resolution
        .diagnostics
        .iter()
        .filter(|doubt| doubt.code == DiagnosticCode::LettersRepaired)
        .map(|doubt| {
            assert_eq!(doubt.severity, Severity::Note);
            let word = |name: &str| doubt.args[name].as_str();
            (doubt.lines, word("before"), word("after"))
        })
        .collect();
    assert_eq!(
        told,
        [
            ([1, 1], "PEЗOЛЮЦИЯ", "РЕЗОЛЮЦИЯ"),
            ([6, 6], "провecти, l5", "провести, 15"),
        ]
    );
    // What was read is repaired; the source beside it is as printed.
    let first = reading.resolution.directives().next().unwrap();
    assert_eq!(first.2.text, "провести до 15 мая 2027 года смотр кабинетов");
    assert!(
        reading
            .lines
            .iter()
            .any(|line| line.text.contains("провecти"))
    );
    let settled = read(vec![Correction {
        line: 6,
        text: String::new(),
        verdict: Verdict::Accept {
            code: DiagnosticCode::LettersRepaired,
        },
    }]);
    let left = settled.resolution.diagnostics.iter();
    let left = left.filter(|doubt| doubt.code == DiagnosticCode::LettersRepaired);
    assert_eq!(left.count(), 1);
}
