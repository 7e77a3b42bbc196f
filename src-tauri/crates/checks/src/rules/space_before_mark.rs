//! «среды ;», «( по согласованию)»: a space on the wrong side of a mark.

use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in &document.places {
        let text = place.text;
        let mut at = 0;
        for run in text.split_inclusive([' ', '\u{a0}']) {
            let end = at + run.len();
            at = end;
            let Some(space) = run
                .chars()
                .next_back()
                .filter(|c| matches!(c, ' ' | '\u{a0}'))
            else {
                continue;
            };
            let start = end - space.len_utf8();
            let (before, after) = (place.before(start), place.after(end));
            // «в зоне .рф», «… и др.»: a point that begins a word, or three of them.
            let next = after.and_then(|mark| place.after(end + mark.len_utf8()));
            let begins_word = after == Some('.')
                && next.is_some_and(|next| next.is_alphanumeric() || next == '.');
            let before_mark = matches!(after, Some(',' | '.' | ';' | ':' | '!' | '?' | ')' | '»'));
            let behind_open = matches!(before, Some('(' | '«'));
            if (before_mark && !begins_word) || behind_open {
                let range = if behind_open {
                    start..end
                } else {
                    // The mark comes along, so that one sees what is meant.
                    start..end + after.map_or(0, char::len_utf8)
                };
                let fix = if behind_open {
                    String::new()
                } else {
                    after.map(String::from).unwrap_or_default()
                };
                let finding = place.finding(Rule::SpaceBeforeMark, Severity::Note, range);
                findings.push(finding.mended(fix));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{mended, quotes};

    #[test]
    fn space_before_a_mark_goes() {
        let mended = |text| mended(Rule::SpaceBeforeMark, text);
        assert_eq!(
            mended("среды , школы ( центры ) и « сад »"),
            "среды, школы (центры) и «сад»"
        );
        assert!(quotes(Rule::SpaceBeforeMark, "сайты в зоне .рф и ... другие").is_empty());
    }
}
