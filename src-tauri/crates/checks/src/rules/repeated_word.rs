//! «для для»: the same word twice in a row.

use svod_language::words::{TokenKind, fold, tokens};
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

/// Words that may follow themselves.
const MAY: &[&str] = &["чуть", "еле", "очень", "много"];

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in &document.places {
        let tokens = tokens(place.text);
        for pair in tokens.windows(2) {
            let [one, other] = pair else { continue };
            // «А. А.» are initials, «школы – школы» two words.
            let words = one.kind == TokenKind::Word && other.kind == TokenKind::Word;
            let between = place
                .text
                .get(one.range().end..other.start)
                .unwrap_or_default();
            let same = words
                && between.chars().all(char::is_whitespace)
                && fold(one.text) == fold(other.text);
            if same && !MAY.contains(&fold(one.text).as_str()) {
                findings.push(
                    place
                        .finding(
                            Rule::RepeatedWord,
                            Severity::Warning,
                            one.start..other.range().end,
                        )
                        .with("word", one.text)
                        .mended(one.text),
                );
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
    fn second_of_two_equal_words_goes() {
        assert_eq!(
            mended(Rule::RepeatedWord, "провести смотр для для школ"),
            "провести смотр для школ"
        );
        assert!(quotes(Rule::RepeatedWord, "школы, школы и А. А. Иванов").is_empty());
    }
}
