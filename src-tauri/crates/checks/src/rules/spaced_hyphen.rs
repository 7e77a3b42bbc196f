//! «Школа - это дом»: a dash is longer.

use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in &document.places {
        for (at, hyphen) in place.text.match_indices('-') {
            let end = at + hyphen.len();
            let apart = |c: Option<char>| c.is_some_and(|c| matches!(c, ' ' | '\u{a0}'));
            if !apart(place.before(at)) || !apart(place.after(end)) {
                continue;
            }
            // Between numbers it is a range, between parts of a compound a hyphen: other rules.
            let left = place.text.get(..at).unwrap_or_default().trim_end();
            let right = place.text.get(end..).unwrap_or_default().trim_start();
            let numbers = left.ends_with(|c: char| c.is_ascii_digit())
                && right.starts_with(|c: char| c.is_ascii_digit());
            let compound = left.ends_with('о') && right.starts_with(char::is_lowercase);
            if !left.is_empty() && !right.is_empty() && !numbers && !compound {
                findings.push(
                    place
                        .finding(Rule::SpacedHyphen, Severity::Note, at..end)
                        .mended("–"),
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
    fn hyphen_between_spaces_becomes_a_dash() {
        let mended = |text| mended(Rule::SpacedHyphen, text);
        assert_eq!(mended("школа - это дом"), "школа – это дом");
        let fine = "учебно - методический, 5 - 18 лет, социально-бытовой, школа – дом";
        assert_eq!(mended(fine), fine);
    }
}
