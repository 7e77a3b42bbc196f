//! A share of more than the whole is a typing slip («до 750 %»).

use svod_model::{Resolution, Severity};

use crate::{Finding, Rule};

pub(super) fn check(resolution: &Resolution) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (_, group, directive) in resolution.directives() {
        for indicator in &directive.indicators {
            if indicator.unit == "%" && indicator.value > 100.0 {
                let finding =
                    Finding::directive(Rule::ShareOverWhole, Severity::Warning, group, directive);
                findings.push(finding.with("phrase", &indicator.phrase));
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
