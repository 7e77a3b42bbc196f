//! An act dated after the adoption could not be known.

use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let Some(adopted) = document.adopted() else {
        return Vec::new();
    };
    let mut findings = Vec::new();
    for place in &document.places {
        for found in place.references() {
            if found.value.date.is_some_and(|date| date > adopted) {
                let finding =
                    place.finding(Rule::ActFromFuture, Severity::Error, found.range.clone());
                findings.push(finding.with("phrase", &found.value.phrase));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{of, one};

    #[test]
    fn date_behind_the_adoption_is_an_error() {
        let found = |text| of(Rule::ActFromFuture, &one(text)).len();
        assert_eq!(found("по приказу управления от 14.05.2027 № 77"), 1);
        assert_eq!(found("по приказу управления от 14.05.2026 № 77"), 0);
    }
}
