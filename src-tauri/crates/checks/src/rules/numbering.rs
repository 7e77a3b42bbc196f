//! «4.» followed by «1.»: a list put together from two.

use svod_model::{Group, Severity};

use crate::document::Document;
use crate::{Finding, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let (mut before, mut highest): (Option<u32>, u32) = (None, 0);
    for section in &document.resolution.sections {
        let mut first = true;
        for group in &section.groups {
            let Some(number) = printed(group) else {
                continue;
            };
            // A session may go on counting or begin anew.
            let anew = first && number == 1;
            // «4, 1, 5»: one stray number, and the list goes on behind it.
            let goes_on = number == highest + 1;
            if let Some(expected) = before.map(|before| before + 1)
                && number != expected
                && !anew
                && !goes_on
            {
                findings.push(
                    Finding::group(Rule::Numbering, Severity::Warning, section, group)
                        .with("number", &number.to_string())
                        .with("expected", &expected.to_string()),
                );
            }
            before = Some(number);
            highest = if anew { number } else { highest.max(number) };
            first = false;
        }
    }
    findings
}

/// A whole number of a group («3.», «3)»); numbers of several parts and letters are left alone.
fn printed(group: &Group) -> Option<u32> {
    let number = group.number.as_deref()?.trim();
    number.trim_end_matches(['.', ')']).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{document, group, of, said};

    #[test]
    fn number_out_of_order_is_reported_with_the_one_expected() {
        let numbered = |numbers: &[&str]| {
            let groups = numbers.iter().enumerate().map(|(n, number)| Group {
                number: Some((*number).into()),
                ..group(&n.to_string(), "Школам", vec![said("d", "провести смотр")])
            });
            of(Rule::Numbering, &document(groups.collect()))
        };
        let found = numbered(&["1.", "2.", "4."]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].args["expected"], "3");
        assert!(numbered(&["1.", "2.", "3."]).is_empty());
        assert_eq!(numbered(&["1.", "2.", "1.", "3."]).len(), 1);
    }
}
