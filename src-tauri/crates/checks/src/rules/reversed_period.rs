//! «с 20 по 1 марта»: the ends were swapped or one of them mistyped.

use svod_model::{Resolution, Severity};

use crate::{Finding, Rule};

pub(super) fn check(resolution: &Resolution) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (_, group, directive) in resolution.directives() {
        for deadline in &directive.deadlines {
            if deadline
                .from
                .zip(deadline.to)
                .is_some_and(|(from, to)| from > to)
            {
                let finding =
                    Finding::directive(Rule::ReversedPeriod, Severity::Error, group, directive);
                findings.push(finding.with("phrase", &deadline.phrase));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{directive, document, due, group, rules};

    #[test]
    fn period_that_ends_before_it_begins_is_an_error() {
        let mut item = directive("a", "провести декаду");
        item.deadlines = vec![due(Some("2027-03-20"), Some("2027-03-01"))];
        let found = rules(&document(vec![group("g", "Управлению", vec![item])]));
        assert_eq!(found, [Rule::ReversedPeriod]);
    }
}
