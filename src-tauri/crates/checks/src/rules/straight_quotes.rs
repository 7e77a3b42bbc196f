//! "Typewriter" marks where print has «these».

use std::ops::Range;

use svod_model::Severity;

use crate::document::Document;
use crate::place::Place;
use crate::{Finding, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in &document.places {
        for range in pairs(place) {
            let words = place.text.get(range.clone()).unwrap_or_default();
            // Marks inside the outer pair open behind a space and close elsewhere.
            let mut fix = String::with_capacity(words.len() + 4);
            let mut before = ' ';
            for c in words.chars() {
                before = match c {
                    '"' | '“' | '”' if opens(before) => '«',
                    '"' | '“' | '”' => '»',
                    c => c,
                };
                fix.push(before);
            }
            findings.push(
                place
                    .finding(Rule::StraightQuotes, Severity::Note, range)
                    .mended(fix),
            );
        }
    }
    findings
}

/// Outermost pairs, marks included; a lonely mark has a rule of its own.
fn pairs(place: &Place<'_>) -> Vec<Range<usize>> {
    let text = place.text;
    // „…“ is the inner pair of books.
    if !text.contains(['"', '“', '”']) || text.contains('„') {
        return Vec::new();
    }
    let mut out = Vec::new();
    let mut open = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        if !matches!(c, '"' | '“' | '”') {
            before = c;
            continue;
        }
        if opens(before) && c != '”' {
            open.push(at);
            before = '«';
            continue;
        }
        before = '»';
        if let Some(start) = open.pop()
            && open.is_empty()
        {
            out.push(start..at + c.len_utf8());
        }
    }
    out.retain(|range| !place.in_address(range));
    out
}

fn opens(before: char) -> bool {
    before.is_whitespace() || matches!(before, '(' | '«' | '[' | '-' | '–' | '—')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::mended;

    #[test]
    fn pairs_become_those_of_print() {
        let mended = |text| mended(Rule::StraightQuotes, text);
        assert_eq!(mended("МБУ \"Радуга\", \"Лес\""), "МБУ «Радуга», «Лес»");
        assert_eq!(mended("МАОУ \"Лицей \"Лес\"\""), "МАОУ «Лицей «Лес»»");
        assert_eq!(mended("МБУ “Радуга”"), "МБУ «Радуга»");
        assert_eq!(mended("доска 65\" и план"), "доска 65\" и план");
    }
}
