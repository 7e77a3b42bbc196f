//! An item that names a thing and nothing to be done with it.

use svod_language::verbs::is_infinitive;
use svod_language::words::tokens;
use svod_model::{Kind, Severity};

use crate::document::Document;
use crate::{Finding, Part, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    // Plans say what is to be done in nouns, minutes in whatever was said.
    if matches!(document.resolution.kind, Kind::Plan | Kind::Protocol) {
        return Vec::new();
    }
    let acts = |text: &str| tokens(text).iter().any(|token| is_infinitive(token.text));
    let mut findings = Vec::new();
    for place in document
        .places
        .iter()
        .filter(|place| place.part == Part::Text)
    {
        let Some((section, directive)) = place.section.zip(place.directive) else {
            continue;
        };
        let lead = directive.lead.as_deref().unwrap_or_default();
        let lead_in = section.lead_in.as_deref().unwrap_or_default();
        let heading = place.group.map_or("", |group| group.heading.as_str());
        let said = [place.text, lead, heading].into_iter().any(acts);
        // «предлагают: проведение …» asks for nouns.
        let first = lead_in.split_whitespace().last().unwrap_or_default();
        if !said && place.text.chars().any(char::is_alphabetic) && !first.starts_with("меропр")
        {
            let finding = place.finding(Rule::NoAction, Severity::Note, 0..place.text.len());
            findings.push(finding);
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::quotes;

    #[test]
    fn item_of_nouns_is_noted() {
        let text = "развитие кадрового потенциала школ";
        assert_eq!(quotes(Rule::NoAction, text), [text]);
        assert!(quotes(Rule::NoAction, "в сентябре 2026 года провести смотр").is_empty());
    }
}
