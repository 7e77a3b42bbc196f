//! An act that had lost its force by the day of adoption.

use std::collections::BTreeSet;

use svod_model::Severity;

use crate::acts::Act;
use crate::document::Document;
use crate::{Finding, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let Some(adopted) = document.adopted() else {
        return Vec::new();
    };
    let register = document.context.acts;
    let mut findings = Vec::new();
    let mut said = BTreeSet::new();
    for place in &document.places {
        let cited = place
            .references()
            .iter()
            .filter_map(|found| Some((register.find(&found.value)?, found.range.clone())));
        for (act, range) in cited.chain(register.rules_in(place.text)) {
            // Once for each directive or paragraph.
            let here = (place.directive.map(|directive| &directive.id), place.part);
            if !act.is_dead(adopted) || !said.insert((here, act.name())) {
                continue;
            }
            let phrase = place.text.get(range.clone()).unwrap_or_default();
            let end = range.start + phrase.trim_end().len();
            let finding = place.finding(Rule::ActNotInForce, severity(act), range.start..end);
            findings.push(told(finding, act));
        }
    }
    findings
}

/// What nobody has checked is said more quietly.
fn severity(act: &Act) -> Severity {
    if act.checked.is_some() {
        Severity::Warning
    } else {
        Severity::Note
    }
}

fn told(finding: Finding, act: &Act) -> Finding {
    let since = act.repealed.map(|day| day.format("%d.%m.%Y").to_string());
    let finding = finding
        .with("act", &act.name())
        .with("since", &since.unwrap_or_default())
        .with("replacement", act.replacement.as_deref().unwrap_or("—"));
    if act.checked.is_some() {
        finding
    } else {
        finding.with("unverified", "yes")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{day, of, one};

    fn found(text: &str, adopted: &str) -> Vec<Finding> {
        let mut resolution = one(text);
        resolution.adopted_on = Some(day(adopted));
        of(Rule::ActNotInForce, &resolution)
    }

    #[test]
    fn force_is_judged_on_the_day_of_adoption() {
        let text = "аттестовать по приказу Минобрнауки России от 07.04.2014 № 276";
        assert!(found(text, "2023-08-25").is_empty());
        let late = found(text, "2023-09-01");
        assert_eq!(late[0].severity, Severity::Warning);
        assert_eq!(late[0].args["since"], "01.09.2023");
    }

    #[test]
    fn unverified_lines_only_whisper_and_unknown_acts_say_nothing() {
        let old = "по Указу Президента РФ от 21.07.2020 № 474";
        assert_eq!(found(old, "2026-08-25")[0].severity, Severity::Note);
        assert!(found("по приказу управления от 14.05.2020 № 77", "2026-08-25").is_empty());
        assert_eq!(
            found("соблюдать СанПиН 2.4.2.2821-10", "2026-08-25").len(),
            1
        );
        assert_eq!(
            found("в рамках национального проекта «Образование»", "2026-08-25").len(),
            1
        );
    }
}
