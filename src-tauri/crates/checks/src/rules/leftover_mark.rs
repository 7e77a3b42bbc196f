//! «1.2. Провести», «- провести»: a number or bullet inside a text that is given its own.

use svod_language::pattern::Pattern;
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Part, Rule};

static MARK: Pattern =
    Pattern::new(r"^\s*(?P<whole>(?:[-–—•·*●▪]\s*|\d{1,2}(?:\.\d{1,2})*[.)]\s+|[а-я]\)\s+)+)");

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    document
        .places
        .iter()
        .filter(|place| place.is_task() || place.part == Part::Heading)
        .filter_map(|place| {
            let found = MARK.captures_at(&place.lowered, 0)?;
            let range = found.name("whole")?.range();
            // «**Провести»: residue, not a bullet.
            let residue = place.text.get(range.clone())?.starts_with("**");
            (!residue && range.end < place.text.len()).then(|| {
                place
                    .finding(Rule::LeftoverMark, Severity::Note, range)
                    .mended("")
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::mended;

    #[test]
    fn marks_in_front_go_and_dates_stay() {
        let mended = |text| mended(Rule::LeftoverMark, text);
        assert_eq!(mended("1.2. Провести смотр"), "Провести смотр");
        assert_eq!(mended("- провести смотр"), "провести смотр");
        assert_eq!(mended("а) провести смотр"), "провести смотр");
        assert_eq!(
            mended("1 сентября провести смотр"),
            "1 сентября провести смотр"
        );
    }
}
