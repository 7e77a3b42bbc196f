//! A known act under another date: one of the two was mistyped.

use chrono::{Datelike, NaiveDate};
use svod_language::dates::{self, MONTHS_OF};
use svod_model::Severity;

use crate::acts::Slip;
use crate::document::Document;
use crate::{Finding, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in &document.places {
        for found in place.references() {
            let reference = &found.value;
            let Some(Slip::Date(act)) = document.context.acts.slip(reference) else {
                continue;
            };
            let Some((right, said)) = act.date.zip(reference.date) else {
                continue;
            };
            let phrase = place.text.get(found.range.clone()).unwrap_or_default();
            let finding = place
                .finding(Rule::ActWrongDate, Severity::Warning, found.range.clone())
                .with("act", &act.name())
                .with("date", &right.format("%d.%m.%Y").to_string())
                .with("said", &said.format("%d.%m.%Y").to_string());
            findings.push(match redated(phrase, said, right) {
                Some(text) => finding.mended(text),
                None => finding,
            });
        }
    }
    findings
}

/// The phrase with another date in the form it had; nothing if the date stands in it twice.
fn redated(phrase: &str, said: NaiveDate, right: NaiveDate) -> Option<String> {
    let mut found = dates::find(phrase)
        .into_iter()
        .filter(|date| date.value == said);
    let range = found.next().filter(|_| found.next().is_none())?.range;
    let printed = phrase.get(range.clone())?;
    let year = printed.find(&said.year().to_string())?;
    let tail = printed.get(year + 4..)?;
    let head =
        if printed.contains('.') && printed.starts_with(|c: char| c.is_ascii_digit()) && year < 8 {
            right.format("%d.%m.%Y").to_string()
        } else if printed.starts_with('«') {
            return None;
        } else {
            let month = MONTHS_OF.get(right.month0() as usize)?;
            let space = printed.chars().find(|c| c.is_whitespace())?;
            format!("{}{space}{month} {}", right.day(), right.year())
        };
    let mut out = phrase.to_owned();
    out.replace_range(range, &format!("{head}{tail}"));
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{mended, of, one};

    #[test]
    fn title_tells_a_slip_from_another_act() {
        let found = |text| of(Rule::ActWrongDate, &one(text));
        let slip = found(
            "по Федеральному закону от 29.12.2013 № 273-ФЗ «Об образовании в Российской Федерации»",
        );
        assert_eq!(slip[0].args["date"], "29.12.2012");
        for other in [
            "по Федеральному закону от 05.04.2016 № 44-ФЗ «О ветеранах»",
            "по приказу управления образования от 01.09.2021 № 287 «О введении ФГОС основного общего образования»",
            "по приказу Минпросвещения России от 09.11.2018 № 196 «Об утверждении Порядка организации дополнительного образования»",
            "по приказу Минпросвещения России от 18.07.2022 № 286 «О внесении изменений в ФГОС начального общего образования»",
        ] {
            assert!(found(other).is_empty(), "{other}");
        }
    }

    #[test]
    fn date_is_put_right_in_the_form_it_had() {
        let mended = |text: &str| mended(Rule::ActWrongDate, text);
        for (text, right) in [
            (
                "по Федеральному закону от 29 декабря 2013 г. № 273-ФЗ «Об образовании в Российской Федерации»",
                "от 29 декабря 2012 г. № 273-ФЗ",
            ),
            (
                "по Федеральному закону от 27.07.2016 № 152-ФЗ «О персональных данных»",
                "от 27.07.2006 № 152-ФЗ",
            ),
            (
                "по приказу Минпросвещения России от 24 марта 2022 года № 196 «Об утверждении Порядка проведения аттестации педагогических работников»",
                "от 24 марта 2023 года № 196",
            ),
        ] {
            assert!(mended(text).contains(right), "{}", mended(text));
        }
    }
}
