//! «31 июня»: no calendar has it.

use chrono::NaiveDate;
use svod_language::dates::MONTHS_OF;
use svod_language::pattern::{Part, Pattern, Text};
use svod_model::Severity;

use super::month;
use crate::document::Document;
use crate::{Finding, Rule};

static SPOKEN: Pattern = Pattern::made(|| {
    format!(
        r"(?:^|[^0-9a-zа-яё_.,№–-])(?P<whole>(?P<day>\d{{1,2}})\s+(?P<month>{})(?:\s+(?P<year>\d{{4}}))?)",
        month()
    )
})
.needing(&MONTHS_OF);
static DIGITS: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_.№/-])(?P<whole>(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>(?:19|20)\d\d))(?:[^0-9a-zа-яё_/-]|$)",
)
.needing(&["."]);

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in document.places.iter().filter(|place| has_digit(place.text)) {
        for date in unreal(&place.lowered) {
            findings.push(
                place
                    .finding(Rule::ImpossibleDate, Severity::Error, date.range())
                    .with("phrase", date.as_str()),
            );
        }
    }
    findings
}

/// The dates of a text that do not exist.
fn unreal<'t>(text: &Text<'t>) -> Vec<Part<'t>> {
    let spoken = SPOKEN.captures_all(text).into_iter();
    spoken
        .chain(DIGITS.captures_all(text))
        .filter_map(|found| {
            let (day, month) = (found.name("day")?, found.name("month")?);
            let name = month.as_str().to_lowercase();
            let month = MONTHS_OF
                .iter()
                .position(|known| *known == name)
                .and_then(|at| u32::try_from(at + 1).ok())
                .or_else(|| name.parse().ok())?;
            // Without a year, the 29th of February may be meant.
            let year = found
                .name("year")
                .and_then(|year| year.as_str().parse().ok());
            let day = day.as_str().parse().ok()?;
            let real = NaiveDate::from_ymd_opt(year.unwrap_or(2024), month, day).is_some();
            found.name("whole").filter(|_| !real)
        })
        .collect()
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether a text has such a date.
pub(super) fn is_in(text: &str) -> bool {
    has_digit(text) && !unreal(&Text::new(text)).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::quotes;

    #[test]
    fn days_no_calendar_has_are_errors() {
        let found = |text| quotes(Rule::ImpossibleDate, text);
        assert_eq!(found("сдать до 31 июня 2027 года"), ["31 июня 2027"]);
        assert_eq!(found("сдать до 29.02.2027"), ["29.02.2027"]);
        assert!(found("сдать до 29 февраля").is_empty());
        assert!(found("по СанПиН 2.4.2.2821-10 и СП 2.4.3648-20").is_empty());
    }
}
