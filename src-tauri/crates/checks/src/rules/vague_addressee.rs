//! «Всем заинтересованным»: nobody feels meant.

use svod_language::pattern::Pattern;
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Part, Rule};

static VAGUE: Pattern = Pattern::new(
    r"(?:всем\s+)?(?:заинтересованн\w+(?:\s+(?:лицам|сторонам|ведомствам|службам|органам|организациям|структурам))?|соответствующим\s+(?:службам|органам|организациям|структурам|специалистам)|(?:иным|прочим)\s+лицам)",
)
.needing(&["заинтересованн", "соответствующим", "лицам"]);

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let headings = document
        .places
        .iter()
        .filter(|place| place.part == Part::Heading);
    headings
        .flat_map(|place| {
            VAGUE.find_all(&place.lowered).into_iter().map(|found| {
                place
                    .finding(Rule::VagueAddressee, Severity::Warning, found.range())
                    .with("phrase", found.as_str())
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{document, group, of, said};

    #[test]
    fn only_a_heading_that_names_nobody_is_reported() {
        let found = |heading: &str| {
            let item = said("d", "провести смотр до 1 октября 2026 года");
            of(
                Rule::VagueAddressee,
                &document(vec![group("g", heading, vec![item])]),
            )
            .len()
        };
        assert_eq!(found("Всем заинтересованным лицам"), 1);
        assert_eq!(found("Руководителям школ"), 0);
    }
}
