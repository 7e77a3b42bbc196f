//! A share of more than the whole is a typing slip («до 750 %»).

use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for task in document.tasks() {
        for indicator in &task.2.indicators {
            if indicator.unit == "%" && indicator.value > 100.0 {
                let phrase = &indicator.phrase;
                findings.push(document.fact(Rule::ShareOverWhole, Severity::Warning, task, phrase));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use svod_model::Indicator;

    use super::*;
    use crate::rules::tests::{directive, document, group, rules};

    #[test]
    fn only_percentages_can_exceed_the_whole() {
        let with = |value, unit: &str| {
            let mut item = directive("a", "довести охват");
            item.indicators = vec![Indicator {
                value,
                unit: unit.into(),
                ..Indicator::default()
            }];
            rules(&document(vec![group("g", "Школам", vec![item])]))
        };
        assert!(with(750.0, "%").contains(&Rule::ShareOverWhole));
        assert!(!with(100.0, "%").contains(&Rule::ShareOverWhole));
        assert!(!with(750.0, "чел.").contains(&Rule::ShareOverWhole));
    }
}
