//! «В течении года», «согласно приказа»: a preposition misspelt, or another case behind it than it asks for.

use svod_language::pattern::{Caught, Pattern};
use svod_model::Severity;

use crate::document::Document;
use crate::place::Place;
use crate::{Finding, Rule};

/// «в течении учебного года», and not «в среднем течении реки»
static DURING: Pattern = Pattern::new(
    r"(?:^|[^а-яё])(?P<whole>в\s+(?P<wrong>течении|продолжении))\s+(?:(?:[а-яё]+(?:ого|его|ой|ей|ых|их)|двух|тр[её]х|четыр[её]х|пяти|шести|семи|десяти|[0-9ivx–/-]+)\s+){0,4}(?:год|месяц|недел|дн[яе]|четверт|полугоди|квартал|период|суток|час|срока|времени|каникул|лета|лет|смен|урок|семестр)",
)
.needing(&["течении", "продолжении"]);
/// «согласно приказа», «согласно утверждённого плана»
static BY: Pattern = Pattern::new(
    r"(?:^|[^а-яё])(?P<whole>согласно\s+(?P<described>[а-яё]+(?:ого|его)\s+)?(?P<noun>приказа|плана|графика|закона|указа|устава|договора|порядка|перечня|списка|регламента|положения|постановления|распоряжения|решения|приложения|расписания|письма|требований|рекомендаций|правил))(?:$|[^а-яё-])",
)
.needing(&["согласно"]);
/// «По окончанию учебного года» at the beginning of a clause; «мероприятия по окончанию» is another thing.
static BEHIND: Pattern =
    Pattern::new(r"(?:^|[.,;]\s+)(?P<whole>по\s+(?:окончани|завершени|прибыти|возвращени)ю)\s")
        .needing(&["по "]);
static EXPIRED: Pattern =
    Pattern::new(r"(?:^|[^а-яё])(?P<whole>по\s+истечению)(?:$|[^а-яё])").needing(&["истечению"]);
static DESPITE: Pattern = Pattern::new(r"(?:^|[^а-яё])(?P<whole>не\s+(?:смотря|взирая))\s+на\s")
    .needing(&["смотря", "взирая"]);
static ACCORDING: Pattern =
    Pattern::new(r"(?:^|[^а-яё])(?P<whole>в\s+соответствие)\s+со?\s").needing(&["соответствие"]);
/// «привести в соответствие с приказом» is right.
const BRINGING: &[&str] = &["приве", "привод", "прише", "придти", "прийти"];

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    document.places.iter().flat_map(of).collect()
}

fn of(place: &Place<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut mend = |pattern: &Pattern, right: &dyn Fn(&Caught<'_, '_>, &str) -> Option<String>| {
        for found in pattern.captures_all(&place.lowered) {
            let Some(whole) = found.name("whole") else {
                continue;
            };
            let Some(right) = right(&found, whole.as_str()) else {
                continue;
            };
            findings.push(
                place
                    .finding(Rule::PrepositionForm, Severity::Warning, whole.range())
                    .with("phrase", whole.as_str())
                    .with("right", &right)
                    .mended(right),
            );
        }
    };
    mend(&DURING, &|_, whole| last_letters(whole, "и", "е"));
    mend(&BY, &|found, whole| by(found, whole));
    mend(&BEHIND, &|_, whole| last_letters(whole, "ю", "и"));
    mend(&EXPIRED, &|_, whole| last_letters(whole, "ю", "и"));
    mend(&DESPITE, &|_, whole| {
        let (not, rest) = whole.split_once(char::is_whitespace)?;
        Some(format!("{not}{}", rest.trim_start()))
    });
    let brought = BRINGING
        .iter()
        .any(|verb| place.lowered.lower().contains(verb));
    if !brought {
        mend(&ACCORDING, &|_, whole| last_letters(whole, "е", "и"));
    }
    findings
}

fn last_letters(phrase: &str, wrong: &str, right: &str) -> Option<String> {
    Some(format!("{}{right}", phrase.strip_suffix(wrong)?))
}

/// «согласно утверждённого плана» in the dative.
fn by(found: &Caught<'_, '_>, whole: &str) -> Option<String> {
    const ENDINGS: &[(&str, &str)] = &[
        ("ния", "нию"),
        ("ций", "циям"),
        ("ний", "ниям"),
        ("вил", "вилам"),
        ("ьма", "ьму"),
        ("ня", "ню"),
        ("а", "у"),
    ];
    let noun = found.name("noun")?.as_str();
    let (wrong, right) = ENDINGS.iter().find(|(wrong, _)| noun.ends_with(wrong))?;
    let noun = last_letters(noun, wrong, right)?;
    let lead = whole.split_whitespace().next()?;
    match found.name("described") {
        Some(described) => {
            let described = described.as_str().trim_end();
            Some(format!(
                "{lead} {} {noun}",
                last_letters(described, "го", "му")?
            ))
        }
        None => Some(format!("{lead} {noun}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::mended;

    #[test]
    fn prepositions_take_their_form_and_their_case() {
        for (text, right) in [
            (
                "провести рейды в течении месяца",
                "провести рейды в течение месяца",
            ),
            (
                "проводить в течении всего 2026/27 учебного года",
                "проводить в течение всего 2026/27 учебного года",
            ),
            (
                "В течении 10 дней сдать отчёт",
                "В течение 10 дней сдать отчёт",
            ),
            ("работать согласно приказа", "работать согласно приказу"),
            (
                "Согласно утверждённого плана провести смотр",
                "Согласно утверждённому плану провести смотр",
            ),
            (
                "провести согласно требований",
                "провести согласно требованиям",
            ),
            (
                "По окончанию года сдать отчёт",
                "По окончании года сдать отчёт",
            ),
            ("сдать по истечению срока", "сдать по истечении срока"),
            (
                "Не смотря на трудности открыть центр",
                "Несмотря на трудности открыть центр",
            ),
            (
                "работать в соответствие с планом",
                "работать в соответствии с планом",
            ),
        ] {
            assert_eq!(mended(Rule::PrepositionForm, text), right);
        }
    }

    #[test]
    fn the_same_words_in_another_sense_are_left() {
        for text in [
            "изучить жизнь в нижнем течении реки",
            "проводить в течение года",
            "привести программы в соответствие с приказом",
            "провести согласно приказу и плану",
            "провести согласно плана-графика",
            "завершить работы по окончанию ремонта",
            "открыть в продолжении улицы сквер",
        ] {
            assert_eq!(mended(Rule::PrepositionForm, text), text);
        }
    }
}
