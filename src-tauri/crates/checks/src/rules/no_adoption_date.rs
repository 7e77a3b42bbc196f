//! Deadlines, school years and the force of acts are all judged by the adoption date.

use svod_model::{Resolution, Severity};

use crate::{Finding, Rule};

pub(super) fn check(resolution: &Resolution) -> Vec<Finding> {
    match resolution.adopted_on {
        Some(_) => Vec::new(),
        None => vec![Finding::document(Rule::NoAdoptionDate, Severity::Warning)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{document, rules};

    #[test]
    fn document_without_a_date_is_told_so() {
        assert_eq!(rules(&Resolution::default()), [Rule::NoAdoptionDate]);
        assert!(rules(&document(Vec::new())).is_empty());
    }
}
