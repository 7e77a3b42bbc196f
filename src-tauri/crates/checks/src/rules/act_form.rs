//! «ФЗ-304 от 31 июля», «№ 474 от 21.07.2020», «N 1006»: one act in a form of its own.

use svod_language::pattern::Pattern;
use svod_model::Severity;

use super::month;
use crate::document::Document;
use crate::place::Place;
use crate::{Finding, Rule};

/// «ФЗ-304», «ФЗ № 304», «Ф3-304»
static LAW_FIRST: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_-])(?P<whole>ф[з3]\s*[-–—]?\s*№?\s*(?P<number>\d{1,4}))(?:[^0-9a-zа-яё_/-]|$)",
)
.needing(&["фз", "ф3"]);
/// «304 ФЗ», «304 - ФЗ», «304–ФЗ»
static LAW_APART: Pattern = Pattern::new(
    r"(?:^|[^0-9a-zа-яё_-])(?P<whole>(?P<number>\d{1,4})(?:\s+|\s*[–—]\s*|\s+-\s*|-\s+)фз)(?:[^0-9a-zа-яё_-]|$)",
)
.needing(&["фз"]);
/// «№ 474 от 21.07.2020 г.»
static NUMBER_FIRST: Pattern = Pattern::made(|| {
    format!(
        r"(?P<whole>№\s*(?P<number>\d[\d/]*(?:-[а-яё]+)?)\s+(?P<date>от\s+(?:\d{{1,2}}\s+{}\s+\d{{4}}|\d{{1,2}}\.\d{{2}}\.\d{{4}})(?:\s*(?:года|г\.))?))",
        month()
    )
})
.needing(&["№"])
.and(&["от "]);
/// «от 02.08.2019 г. N 1006»
static LATIN_SIGN: Pattern =
    Pattern::new(r"(?:\d{4}|года|г\.)\s+(?P<whole>(?:n|no|nº)\s?)\d").needing(&["n"]);
const KINDS: &[&str] = &[
    "закон",
    "указ",
    "постановлени",
    "распоряжени",
    "приказ",
    "фз",
];

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    document.places.iter().flat_map(of).collect()
}

fn of(place: &Place<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let text = &place.lowered;
    let laws = LAW_FIRST.captures_all(text).into_iter();
    for found in laws.chain(LAW_APART.captures_all(text)) {
        let (Some(whole), Some(number)) = (found.name("whole"), found.name("number")) else {
            continue;
        };
        let number = number.as_str();
        // «закон ФЗ-273» and «закона № 273 ФЗ» have their sign or want one.
        let before = text.lower().get(..whole.start()).unwrap_or_default();
        let last = before.split_whitespace().next_back().unwrap_or_default();
        let sign = if last.starts_with("закон") {
            "№\u{a0}"
        } else {
            ""
        };
        let fix = format!("{sign}{number}-ФЗ");
        findings.push(finding(place, whole.range()).mended(fix));
    }
    for found in NUMBER_FIRST.captures_all(text) {
        let (Some(whole), Some(number), Some(date)) = (
            found.name("whole"),
            found.name("number"),
            found.name("date"),
        ) else {
            continue;
        };
        let from = whole.start().saturating_sub(300);
        let from = (from..=whole.start())
            .find(|at| place.text.is_char_boundary(*at))
            .unwrap_or_default();
        let before = text.lower().get(from..whole.start()).unwrap_or_default();
        if KINDS.iter().any(|kind| before.contains(kind)) {
            let fix = format!("{} №\u{a0}{}", date.as_str(), number.as_str());
            findings.push(finding(place, whole.range()).mended(fix));
        }
    }
    for found in LATIN_SIGN.captures_all(text) {
        if let Some(whole) = found.name("whole") {
            findings.push(finding(place, whole.range()).mended("№\u{a0}"));
        }
    }
    findings
}

fn finding(place: &Place<'_>, range: std::ops::Range<usize>) -> Finding {
    let phrase = place.text.get(range.clone()).unwrap_or_default();
    place
        .finding(Rule::ActForm, Severity::Note, range)
        .with("phrase", phrase.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::mended;

    #[test]
    fn forms_become_the_usual_one() {
        let mended = |text: &str| mended(Rule::ActForm, text).replace('\u{a0}', " ");
        assert_eq!(
            mended("по ФЗ-304 от 31 июля 2020 года"),
            "по 304-ФЗ от 31 июля 2020 года"
        );
        assert_eq!(mended("по закону № 273 ФЗ"), "по закону № 273-ФЗ");
        assert_eq!(
            mended("Указом Президента РФ № 474 от 21.07.2020 г."),
            "Указом Президента РФ от 21.07.2020 г. № 474"
        );
        assert_eq!(
            mended("постановления от 2 августа 2019 г. N 1006"),
            "постановления от 2 августа 2019 г. № 1006"
        );
        let right = "по Федеральному закону от 29 декабря 2012 г. № 273-ФЗ";
        assert_eq!(mended(right), right);
        let minutes = "протоколу № 3 от 12.05.2026";
        assert_eq!(mended(minutes), minutes);
    }
}
