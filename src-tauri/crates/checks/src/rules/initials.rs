//! «И. О. Фамилия»: initials stand together, and apart from the name.

use svod_language::pattern::Pattern;
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
        for (pattern, behind) in [(&BEFORE, false), (&AFTER, true)] {
            for found in pattern.captures_all(&place.lowered) {
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
                let (one, two, name) = (part("one"), part("two"), part("name"));
                let fix = if behind {
                    format!("{name}\u{a0}{one}.{two}.")
                } else {
                    format!("{one}.{two}.\u{a0}{name}")
                };
                findings.push(
                    place
                        .finding(Rule::Initials, Severity::Note, whole.range())
                        .with("phrase", whole.as_str())
                        .mended(fix),
                );
            }
        }
    }
    findings
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
}
