//! An item that was begun and never written.

use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    document
        .tasks()
        .filter(|(_, _, directive)| !directive.text.chars().any(char::is_alphanumeric))
        .map(|(section, group, directive)| {
            Finding::directive(
                Rule::EmptyDirective,
                Severity::Error,
                section,
                group,
                directive,
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{of, one};

    #[test]
    fn item_without_words_is_an_error() {
        assert_eq!(of(Rule::EmptyDirective, &one(" … ")).len(), 1);
        assert!(of(Rule::EmptyDirective, &one("провести смотр")).is_empty());
    }
}
