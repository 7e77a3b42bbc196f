//! «И. О. Фамилия»: initials stand together, and apart from the name.

use std::ops::Range;

use svod_language::pattern::{Caught, Pattern};
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

static BEFORE: Pattern = Pattern::new(
    r"(?:^|[^А-Яа-яЁё.])(?P<whole>(?P<one>[А-ЯЁ])\.(?P<gap>\s?)(?P<two>[А-ЯЁ])\.(?P<gap2>\s?)(?P<name>[А-ЯЁ][а-яё]+))",
)
.exact()
.needing(&["."]);
static AFTER: Pattern = Pattern::new(
    r"(?P<whole>(?P<name>[А-ЯЁ][а-яё]+)(?P<gap>\s?)(?P<one>[А-ЯЁ])\.(?P<gap2>\s?)(?P<two>[А-ЯЁ])\.)",
)
.exact()
.needing(&["."]);

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in &document.places {
        let before = BEFORE.captures_all(&place.lowered);
        let after = AFTER.captures_all(&place.lowered);
        let wholes = |found: &[Caught<'_, '_>]| -> Vec<Range<usize>> {
            let wholes = found.iter().filter_map(|found| found.name("whole"));
            wholes.map(|whole| whole.range()).collect()
        };
        let (names_behind, names_before) = (wholes(&before), wholes(&after));
        for (caught, behind) in [(before, false), (after, true)] {
            for found in caught {
                let part = |name: &str| found.name(name).map_or("", |part| part.as_str());
                let (inner, outer) = if behind {
                    ("gap2", "gap")
                } else {
                    ("gap", "gap2")
                };
                let right = part(inner).is_empty() && !part(outer).is_empty();
                let Some(whole) = found.name("whole").filter(|_| !right) else {
                    continue;
                };
                // «Секретарь Н. П. Гринько»: initials between two words belong to one of them only.
                let range = whole.range();
                let another = if behind {
                    names_behind
                        .iter()
                        .any(|other| overlap(other, &range) && !goes_on(other, &names_before))
                } else {
                    goes_on(&range, &names_before)
                };
                if another {
                    continue;
                }
                let (one, two, name) = (part("one"), part("two"), part("name"));
                let fix = if behind {
                    format!("{name}\u{a0}{one}.{two}.")
                } else {
                    format!("{one}.{two}.\u{a0}{name}")
                };
                findings.push(
                    place
                        .finding(Rule::Initials, Severity::Note, range)
                        .with("phrase", whole.as_str())
                        .mended(fix),
                );
            }
        }
    }
    findings
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// «Лаптев И. И. Орлов Б. В.»: whether the surname at the end has initials of its own behind it, so that
/// those before it belong to somebody else.
fn goes_on(initials_first: &Range<usize>, surname_first: &[Range<usize>]) -> bool {
    surname_first.iter().any(|other| {
        initials_first.start < other.start
            && other.start < initials_first.end
            && initials_first.end < other.end
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::mended;

    #[test]
    fn initials_stand_together_and_apart_from_the_name() {
        let mended = |text| mended(Rule::Initials, text).replace('\u{a0}', "_");
        assert_eq!(mended("поручить А. П. Иванову"), "поручить А.П._Иванову");
        assert_eq!(mended("поручить Иванову А. П."), "поручить Иванову_А.П.");
        assert_eq!(mended("поручить А.П.Иванову"), "поручить А.П._Иванову");
        assert_eq!(mended("поручить А.П. Иванову"), "поручить А.П. Иванову");
    }

    #[test]
    fn initials_between_two_words_are_mended_once() {
        let mended = |text| mended(Rule::Initials, text).replace('\u{a0}', "_");
        for (text, right) in [
            ("Секретарь Н. П. Гринько", "Секретарь Н.П._Гринько"),
            ("Председатель Н.П.Гринько", "Председатель Н.П._Гринько"),
            ("Секретарь Н.П. Гринько", "Секретарь Н.П. Гринько"),
            (
                "назначить Лаптева И. И. Орлова Б. В.",
                "назначить Лаптева_И.И. Орлова_Б.В.",
            ),
            (
                "назначить Лаптева И. И., Орлова Б. В.",
                "назначить Лаптева_И.И., Орлова_Б.В.",
            ),
            (
                "Председатель И. И. Лаптев, секретарь Н. П. Гринько",
                "Председатель И.И._Лаптев, секретарь Н.П._Гринько",
            ),
        ] {
            assert_eq!(mended(text), right);
        }
    }
}
