//! «;;», «,.», or a mark at the end of an item, where printing puts its own.

use svod_language::pattern::Pattern;
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Part, Rule};

static DOUBLE: Pattern =
    Pattern::new(r"(?:^|[^.])(?P<whole>,\s?,|;\s?;|,\s?;|;\s?,|;\s?\.|,\s?\.|\.\s?,|\.;|::|:\s?;|;\s?:|\.\.)(?:[^.]|$)")
        .needing(&[",", ";", ":", "."]);
/// Abbreviations that keep their point.
const POINTED: &[&str] = &[
    "г", "гг", "др", "пр", "т.п", "т.д", "т.ч", "т. д", "т. п", "руб", "уч", "чел", "тыс", "п",
    "экз", "мин", "обл", "р", "ед", "шт",
];

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in &document.places {
        for found in DOUBLE.captures_all(&place.lowered) {
            let Some(whole) = found.name("whole") else {
                continue;
            };
            let marks: Vec<char> = whole
                .as_str()
                .chars()
                .filter(|c| !c.is_whitespace())
                .collect();
            let before = place.text.get(..whole.start()).unwrap_or_default();
            // «и др.,», «А.П.,»: the point belongs to the word.
            let own_point = marks[0] == '.' && marks.get(1) != Some(&'.') && keeps_point(before);
            if own_point || place.in_address(&whole.range()) {
                continue;
            }
            // Of two marks the weightier one stays.
            let fix = ['.', ';', ':', ',']
                .into_iter()
                .find(|mark| marks.contains(mark));
            findings.push(
                place
                    .finding(Rule::StrayMark, Severity::Note, whole.range())
                    .with("phrase", whole.as_str())
                    .mended(fix.map(String::from).unwrap_or_default()),
            );
        }
        let last = place.text.trim_end();
        let Some(mark) = last.chars().next_back() else {
            continue;
        };
        let before = last.get(..last.len() - mark.len_utf8()).unwrap_or_default();
        let own_point = mark == '.' && keeps_point(before);
        if place.part == Part::Text && matches!(mark, ';' | ',' | '.') && !own_point {
            let range = before.len()..last.len();
            findings.push(
                place
                    .finding(Rule::StrayMark, Severity::Note, range)
                    .with("phrase", &mark.to_string())
                    .mended(""),
            );
        }
    }
    findings
}

/// Whether a point behind this text is its own: an abbreviation, initials, an ellipsis, or a
/// sentence behind other sentences.
fn keeps_point(before: &str) -> bool {
    let last = before
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '«' | '('))
        .next()
        .unwrap_or_default();
    let initial = last.chars().last().is_some_and(char::is_uppercase)
        && (last.chars().count() == 1 || last.contains('.'));
    let pointed = POINTED.contains(&last.to_lowercase().as_str());
    before.ends_with('.') || initial || pointed || last.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{mended, quotes};

    #[test]
    fn marks_too_many_go() {
        let mended = |text| mended(Rule::StrayMark, text);
        assert_eq!(mended("провести смотр,, отчёт;"), "провести смотр, отчёт");
        assert_eq!(mended("провести смотр;. отчёт"), "провести смотр. отчёт");
    }

    #[test]
    fn points_of_abbreviations_stay() {
        let found = |text| quotes(Rule::StrayMark, text);
        assert!(found("сдать до 1 мая 2027 г.").is_empty());
        assert!(found("дома, школы и др., Иванов А.П., ещё... и т.д.").is_empty());
    }
}
