//! «2026-2027 годы», «5 - 18 лет»: between numbers stands a dash without spaces.

use svod_language::pattern::Pattern;
use svod_model::Severity;

use crate::document::Document;
use crate::{Finding, Rule};

static RANGE: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_.,/№–-])(?P<whole>(?P<from>\d{1,4})(?P<gap>\s*-\s*|\s+–\s*|\s*–\s+)(?P<to>\d{1,4}))\s+(?:лет|год|гг?\.|класс|учебн|уч\.|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр|раз|минут|час|дн[яей]|недел|месяц|человек|балл)",
)
.needing(&["-", "–"]);

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in &document.places {
        for found in RANGE.captures_all(&place.lowered) {
            let (Some(whole), Some(from), Some(to)) =
                (found.name("whole"), found.name("from"), found.name("to"))
            else {
                continue;
            };
            findings.push(
                place
                    .finding(Rule::RangeHyphen, Severity::Note, whole.range())
                    .with("phrase", whole.as_str())
                    .mended(format!("{}–{}", from.as_str(), to.as_str())),
            );
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{mended, quotes};

    #[test]
    fn range_gets_its_dash() {
        let mended = |text| mended(Rule::RangeHyphen, text);
        assert_eq!(mended("на 2026-2030 годы"), "на 2026–2030 годы");
        assert_eq!(
            mended("детей 5 - 18 лет, 1-4 классов"),
            "детей 5–18 лет, 1–4 классов"
        );
        let found = quotes(
            Rule::RangeHyphen,
            "1–4 классов, СП 2.4.3648-20, 8-800-20 раз, ФГОС-2021",
        );
        assert!(found.is_empty(), "{found:?}");
    }
}
