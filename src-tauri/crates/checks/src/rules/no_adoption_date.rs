//! Deadlines, school years and the force of acts are all judged by the adoption date.

use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    match document.adopted() {
        Some(_) => Vec::new(),
        None => vec![Finding::document(Rule::NoAdoptionDate, Severity::Warning)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use svod_model::Resolution;

    use crate::rules::tests::{document, rules};

    #[test]
    fn document_without_a_date_is_told_so() {
        assert_eq!(rules(&Resolution::default()), [Rule::NoAdoptionDate]);
        assert!(rules(&document(Vec::new())).is_empty());
    }
}
