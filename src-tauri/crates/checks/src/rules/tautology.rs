//! «Реализовать проект по реализации»: a verb and a noun of one root.

use svod_language::verbs::is_infinitive;
use svod_language::words::{TokenKind, fold, tokens};
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Part, Rule};

/// Endings of nouns made from verbs, before the ending of the case.
const NOUNS: &[&str] = &["ани", "ени", "аци", "овк", "отк"];
/// How many words behind the verb are looked at.
const NEAR: usize = 6;

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in document
        .places
        .iter()
        .filter(|place| place.part == Part::Text)
    {
        let words: Vec<_> = tokens(place.text)
            .into_iter()
            .filter(|token| token.kind == TokenKind::Word)
            .collect();
        let found = words.iter().enumerate().find_map(|(n, verb)| {
            let root = root(verb.text)?;
            let near = words.iter().skip(n + 1).take(NEAR);
            let noun = near.into_iter().find(|noun| is_of(&root, noun.text))?;
            Some((verb, noun))
        });
        if let Some((verb, noun)) = found.filter(|(_, noun)| !place.in_quotes(noun.start)) {
            findings.push(
                place
                    .finding(Rule::Tautology, Severity::Note, noun.range())
                    .with("first", verb.text)
                    .with("second", noun.text),
            );
        }
    }
    findings
}

/// What a verb shares with the nouns made from it; nothing for «организовать», whose noun is mostly
/// a school.
fn root(verb: &str) -> Option<String> {
    if !is_infinitive(verb) {
        return None;
    }
    let verb = fold(verb);
    let verb = verb.trim_end_matches("ся").trim_end_matches("ть");
    let root = verb
        .trim_end_matches("ова")
        .trim_end_matches(['и', 'а', 'я', 'е']);
    (root.chars().count() >= 5 && !root.starts_with("организ")).then(|| root.to_owned())
}

fn is_of(root: &str, noun: &str) -> bool {
    let noun = fold(noun);
    let Some(rest) = noun.strip_prefix(root) else {
        return false;
    };
    rest.chars().count() <= 7 && NOUNS.iter().any(|ending| rest.contains(ending))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::quotes;

    #[test]
    fn noun_of_the_verbs_own_root_is_noted() {
        let found = |text| quotes(Rule::Tautology, text);
        assert_eq!(
            found("реализовать проект по реализации программы"),
            ["реализации"]
        );
        assert_eq!(
            found("обеспечить условия для обеспечения школ"),
            ["обеспечения"]
        );
        assert!(found("организовать в образовательных организациях смотр").is_empty());
        assert!(found("реализовать программу воспитания").is_empty());
    }
}
