//! A known act under another number: its date and title, or its title alone, are those of one act only.

use svod_model::Severity;

use crate::acts::Slip;
use crate::document::Document;
use crate::{Finding, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for place in &document.places {
        for found in place.references() {
            let reference = &found.value;
            let Some(Slip::Number(act)) = document.context.acts.slip(reference) else {
                continue;
            };
            let said = reference.number.as_deref().unwrap_or_default();
            let phrase = place.text.get(found.range.clone()).unwrap_or_default();
            let finding = place
                .finding(Rule::ActWrongNumber, Severity::Warning, found.range.clone())
                .with("act", &act.name())
                .with("said", said);
            findings.push(match renumbered(phrase, said, &act.number) {
                Some(text) => finding.mended(text),
                None => finding,
            });
        }
    }
    findings
}

/// The phrase with another number; nothing if the number stands in it twice or is printed in a form of its own.
fn renumbered(phrase: &str, said: &str, right: &str) -> Option<String> {
    let mut places = phrase.match_indices(said).filter(|(at, _)| {
        let whole = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
        let behind = phrase.get(at + said.len()..).unwrap_or_default();
        whole(
            phrase
                .get(..*at)
                .and_then(|before| before.chars().next_back()),
        ) && whole(behind.chars().next())
    });
    let (at, _) = places.next().filter(|_| places.next().is_none())?;
    let mut out = phrase.to_owned();
    out.replace_range(at..at + said.len(), right);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::{mended, of, one};

    #[test]
    fn number_of_an_act_known_by_date_and_title_is_put_right() {
        let mended = |text: &str| mended(Rule::ActWrongNumber, text);
        for (text, right) in [
            (
                "по Федеральному закону от 29 декабря 2012 г. № 237-ФЗ «Об образовании в Российской Федерации»",
                "№ 273-ФЗ",
            ),
            (
                "по Указу Президента Российской Федерации от 7 мая 2024 г. № 390 «О национальных целях развития Российской Федерации на период до 2030 года и на перспективу до 2036 года»",
                "№ 309",
            ),
            (
                "ввести по приказу Минпросвещения России от 31.05.2021 № 278 «Об утверждении федерального государственного образовательного стандарта основного общего образования»",
                "№ 287",
            ),
            (
                "ввести по приказу Минпросвещения России от 31.05.2021 № 287 «Об утверждении ФГОС начального общего образования»",
                "№ 286",
            ),
            (
                "по Федеральному закону № 237-ФЗ «Об образовании в Российской Федерации»",
                "№ 273-ФЗ",
            ),
        ] {
            assert!(mended(text).contains(right), "{}", mended(text));
        }
    }

    #[test]
    fn another_act_of_that_day_or_name_is_left() {
        for text in [
            "по Федеральному закону от 29 декабря 2012 г. № 273-ФЗ «Об образовании в Российской Федерации»",
            "по Федеральному закону от 28 августа 1995 г. № 154-ФЗ «Об общих принципах организации местного самоуправления в Российской Федерации»",
            "по приказу Минпросвещения России от 18.07.2022 № 568 «О внесении изменений в федеральный государственный образовательный стандарт основного общего образования»",
            "по приказу Минпросвещения России от 24.11.2022 № 1023 «Об утверждении федеральной адаптированной образовательной программы начального общего образования для обучающихся с ОВЗ»",
            "по приказу управления образования от 31.05.2021 № 278 «Об утверждении плана введения федерального государственного образовательного стандарта основного общего образования»",
            "по Федеральному закону от 29 декабря 2012 г. № 280-ФЗ «О внесении изменений в отдельные акты»",
        ] {
            assert!(of(Rule::ActWrongNumber, &one(text)).is_empty(), "{text}");
        }
    }
}
