//! «школ области» in a district's resolution: copied from the region's.

use svod_language::pattern::Pattern;
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

static REGION: Pattern = Pattern::new(
    r"(?:организаци|учреждени|школ|педагог|обучающи|учител|дет|муниципалитет|район|муниципальных\s+образовани)[а-яё]*\s+(?P<phrase>области|края|республики|региона|субъекта\s+российской\s+федерации|субъекта\s+рф)(?:[^а-яё]|$)",
)
.needing(&["области", "края", "республики", "региона", "субъекта"]);
const MUNICIPAL: &[&str] = &["район", "округ", "город", "муниципальн", "улус", "кожуун"];

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let event = &document.resolution.event;
    let titles = [Some(&document.resolution.title), event.name.as_ref()];
    let municipal = event.municipality.is_some()
        || titles.into_iter().flatten().any(|title| {
            let title = title.to_lowercase();
            MUNICIPAL.iter().any(|word| title.contains(word))
        });
    if !municipal {
        return Vec::new();
    }
    let mut findings = Vec::new();
    for place in document.task_places() {
        for found in REGION.captures_all(&place.lowered) {
            if let Some(phrase) = found.name("phrase") {
                findings.push(
                    place
                        .finding(Rule::RegionWords, Severity::Note, phrase.range())
                        .with("phrase", phrase.as_str()),
                );
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{of, one};

    #[test]
    fn region_in_a_district_is_noted() {
        let found = |text: &str, municipality: Option<&str>| {
            let mut resolution = one(text);
            resolution.event.municipality = municipality.map(Into::into);
            of(Rule::RegionWords, &resolution).len()
        };
        let district = Some("Озёрский район");
        assert_eq!(found("обучить директоров школ области", district), 1);
        assert_eq!(found("обучить директоров школ области", None), 0);
        assert_eq!(found("обучить педагогов в области права", district), 0);
        assert_eq!(found("направить в школы Озёрской области", district), 0);
    }
}
