//! What a converter left behind: «[bookmark: _GoBack]», «**», «&nbsp;», invisible characters.

use svod_language::pattern::Pattern;
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

static LEFT: Pattern = Pattern::new(
    r"\[bookmark:[^\]]*\]|\*\*|__|^#{1,6}\s|&(?:nbsp|quot|laquo|raquo|amp|ndash|mdash);|ошибка!\s+(?:закладка|источник ссылки)[^.]*\.|\{\s*(?:page|mergefield|hyperlink)[^}]*\}|[\u{200b}\u{200c}\u{200d}\u{feff}\u{ad}]|<https?://[^>]*>",
)
.needing(&["[bookmark", "**", "__", "#", "&", "ошибка!", "{", "\u{200b}", "\u{200c}", "\u{200d}", "\u{feff}", "\u{ad}", "<http"]);

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in &document.places {
        for found in LEFT.find_all(&place.lowered) {
            let words = found.as_str();
            let fix = match words.to_lowercase().as_str() {
                "&nbsp;" => "\u{a0}".to_owned(),
                "&quot;" => "\"".to_owned(),
                "&laquo;" => "«".to_owned(),
                "&raquo;" => "»".to_owned(),
                "&amp;" => "&".to_owned(),
                "&ndash;" | "&mdash;" => "–".to_owned(),
                _ if words.starts_with('<') => words.trim_matches(['<', '>']).to_owned(),
                _ => String::new(),
            };
            findings.push(
                place
                    .finding(Rule::Residue, Severity::Warning, found.range())
                    .with("phrase", words)
                    .mended(fix),
            );
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::mended;

    #[test]
    fn leavings_are_taken_out() {
        let mended = |text| mended(Rule::Residue, text);
        assert_eq!(
            mended("[bookmark: _GoBack]провести **смотр**"),
            "провести смотр"
        );
        assert_eq!(
            mended("школам&nbsp;района, про\u{ad}вести"),
            "школам\u{a0}района, провести"
        );
        assert_eq!(
            mended("на сайте <https://школа.рф>"),
            "на сайте https://школа.рф"
        );
    }
}
