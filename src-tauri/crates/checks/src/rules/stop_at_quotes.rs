//! A full stop inside a closing quotation mark, or at the end of a title.

use svod_model::Severity;

use crate::document::Document;
use crate::place::Place;
use crate::{Finding, Part, Rule};

/// Abbreviations that keep their point.
const POINTED: &[&str] = &[
    "г", "гг", "др", "пр", "т.п", "т.д", "т.ч", "руб", "им", "ул", "уч", "чел", "тыс", "млн", "п",
    "ст", "кв",
];

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    document.places.iter().flat_map(of).collect()
}

fn of(place: &Place<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, _) in place.text.match_indices(".»") {
        if !keeps_point(place.text.get(..at).unwrap_or_default()) {
            let range = at..at + ".»".len();
            findings.push(
                place
                    .finding(Rule::StopAtQuotes, Severity::Note, range)
                    .mended("»"),
            );
        }
    }
    let title = matches!(place.part, Part::Title | Part::Theme | Part::SectionTitle);
    if title
        && let Some(before) = place.text.strip_suffix('.')
        && !keeps_point(before)
    {
        let range = before.len()..place.text.len();
        findings.push(
            place
                .finding(Rule::StopAtQuotes, Severity::Note, range)
                .mended(""),
        );
    }
    findings
}

/// Whether the point belongs to an abbreviation, initials or an ellipsis.
fn keeps_point(before: &str) -> bool {
    let last = before
        .rsplit(|c: char| c.is_whitespace() || matches!(c, '«' | '('))
        .next()
        .unwrap_or_default();
    let initial = last.chars().last().is_some_and(char::is_uppercase)
        && (last.chars().count() == 1 || last.contains('.'));
    before.ends_with('.') || initial || POINTED.contains(&last.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{mended, of, one, quotes};

    #[test]
    fn full_stop_goes_and_that_of_an_abbreviation_stays() {
        let after = |text| mended(Rule::StopAtQuotes, text);
        assert_eq!(
            after("тема «Векторы развития.» обсуждена"),
            "тема «Векторы развития» обсуждена"
        );
        assert!(
            quotes(
                Rule::StopAtQuotes,
                "план «Школа 2026 г.», «Дети и др.», «…ещё...»"
            )
            .is_empty()
        );
    }

    #[test]
    fn title_ends_without_a_stop() {
        let mut resolution = one("провести смотр");
        resolution.event.theme = Some("Векторы развития.".into());
        assert_eq!(of(Rule::StopAtQuotes, &resolution).len(), 1);
    }
}
