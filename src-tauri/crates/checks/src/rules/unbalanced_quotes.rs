//! A quotation mark without its partner.

use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in &document.places {
        if !place.text.contains(['«', '»', '"', '„', '“', '”']) {
            continue;
        }
        let mut open = Vec::new();
        let mut lost = Vec::new();
        let mut straight = Vec::new();
        for (at, c) in place.text.char_indices() {
            match c {
                '«' | '„' => open.push(at..at + c.len_utf8()),
                '»' if open.is_empty() => lost.push(at..at + c.len_utf8()),
                '»' | '“' => {
                    open.pop();
                }
                '"' => straight.push(at..at + 1),
                _ => {}
            }
        }
        // Of an odd number of straight marks the last is the one that is seen.
        if straight.len() % 2 == 1 {
            lost.extend(straight.pop());
        }
        lost.extend(open);
        lost.sort_by_key(|range| range.start);
        findings.extend(
            lost.into_iter()
                .map(|range| place.finding(Rule::UnbalancedQuotes, Severity::Warning, range)),
        );
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::quotes;

    #[test]
    fn lonely_marks_are_reported() {
        let found = |text| quotes(Rule::UnbalancedQuotes, text);
        assert_eq!(found("проект «Школа, план"), ["«"]);
        assert_eq!(found("проект Школа», план"), ["»"]);
        assert_eq!(found("проект \"Школа, план"), ["\""]);
        assert!(found("закон «Об изменении закона «Об образовании»»").is_empty());
    }
}
