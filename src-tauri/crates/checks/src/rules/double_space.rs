//! More spaces than one, or spaces at an end.

use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in &document.places {
        let text = place.text;
        let mut at = 0;
        while let Some(start) = text.get(at..).and_then(|rest| rest.find([' ', '\u{a0}'])) {
            let start = at + start;
            let rest = text.get(start..).unwrap_or_default();
            let run = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
            let end = start + run;
            at = end;
            let spaces = text.get(start..end).unwrap_or_default();
            let edge = start == 0 || end == text.len();
            let fix = match (edge, spaces.contains('\u{a0}')) {
                (true, _) => "",
                (false, true) => "\u{a0}",
                (false, false) => " ",
            };
            if edge || spaces.chars().count() > 1 {
                let finding = place.finding(Rule::DoubleSpace, Severity::Note, start..end);
                findings.push(finding.mended(fix));
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
    fn one_space_is_left_between_words_and_none_at_the_ends() {
        let mended = |text| mended(Rule::DoubleSpace, text);
        assert_eq!(mended(" провести  смотр "), "провести смотр");
        assert_eq!(mended("№ \u{a0}5"), "№\u{a0}5");
    }
}
