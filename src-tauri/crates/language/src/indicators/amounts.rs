//! Amounts whose unit says that they are one: money, marks, speed.

use svod_model::Bound;

use super::forms::{BARE, Found, Stated, bound, describes, is_time, near, numeral};
use crate::pattern::{Part, Pattern, Text};
use crate::words::fold;

/// «средний балл … не ниже 68,4»: a mark whose unit is said before it.
static AVERAGE: Pattern = Pattern::new(
    r"средн[а-яё]+\s+балл[а-яё]*\s(?:[^;:]{0,120}?[^;:0-9a-zа-яё_])?(?P<whole>(?P<front>не\s+(?:ниже|менее|меньше)|до|выше|более)\s+(?P<value>\d{1,3}(?:[,.]\d{1,2})?))(?:[^0-9a-zа-яё_]|$)",
)
.at_words()
.needing(&["балл"])
.and(&["средн"]);
/// «150 тысяч рублей», «2,4 млн руб.», «до 100 Мбит/с», «в 2,5 раза», «80 баллов»: amounts whose unit
/// alone says that they are one.
static AMOUNT: Pattern = Pattern::new(
    r"(?P<front>(?:не\s+(?:менее|ниже|меньше|более|выше|больше|свыше|превыш\w+)(?:\s+чем)?|более(?:\s+чем)?|свыше|менее|до|от)\s+)?(?:(?:в|на|с)\s+)?(?:(?P<big>\d{1,3})\s*(?P<scale>тыс(?:яч[аи]?|\.)|млн\.?|миллион(?:а|ов)?|млрд\.?|миллиард(?:а|ов)?)\s+)?(?P<value>\d{1,3}(?:[ \u{a0}\u{202f}]\d{3})+(?:,\d+)?|\d{1,7}(?:[.,]\d+)?)(?:-?(?:х|ти|и))?(?:\s*\([а-яё]+(?:[\s-]+[а-яё]+)*\))?\s*(?P<unit>(?:тыс(?:яч[аи]?|\.)|млн\.?|миллион(?:а|ов)?|млрд\.?|миллиард(?:а|ов)?)(?:\s*\([а-яё]+(?:[\s-]+[а-яё]+)*\))?\s*(?:руб(?:л[а-яё]+|\.)?|человек)|руб(?:л[а-яё]+|\.)|[мкг]бит/с(?:ек)?|[мкг]бит\s+в\s+секунду|балл(?:а|ов|ами)?|раза)(?P<small>(?:\s*\([а-яё]+(?:[\s-]+[а-яё]+)*\))?\s*(?P<kopecks>\d{1,2})(?:\s*\([а-яё]+(?:[\s-]+[а-яё]+)*\))?\s*коп(?:еек|ейки|ейка|\.))?(?:[^0-9a-zа-яё_]|$)",
).needing(&["руб", "бит", "балл", "раза", "тыс", "млн"]);

/// Amounts of money, marks and speed: «150 тысяч рублей», «в 2,5 раза».
pub(super) fn amounts(searched: &Text<'_>) -> Vec<Stated> {
    let text = searched.printed();
    let mut out = Found::default();
    for found in AMOUNT.captures_all(searched) {
        let (Some(whole), Some(value), Some(unit)) =
            (found.get(0), found.name("value"), found.name("unit"))
        else {
            continue;
        };
        let front = fold(
            found
                .name("front")
                .map_or("", |front| front.as_str())
                .trim(),
        );
        let before = text.get(..whole.start()).unwrap_or_default();
        let joined = before.ends_with(|c: char| c.is_alphanumeric() || c == ',' || c == '.');
        // «не реже 2 раза в год» is no target, «в 2 раза» is.
        let often = unit.as_str() == "раза"
            && !text
                .get(whole.start()..value.start())
                .is_some_and(|before| fold(before).trim_end().ends_with('в'));
        let from = front == "от" || front.is_empty() && before.trim_end().ends_with(" с");
        // «чьи выпускники набрали 90 баллов и выше», «выплаты до 50 тыс. рублей»: whom it is about, and
        // what is not gone beyond.
        let behind = fold(near(text, unit.end()));
        let condition = ["и выше", "и более"]
            .iter()
            .any(|words| behind.trim_start().starts_with(words));
        let limit = front == "до" && fold(unit.as_str()).contains("руб");
        // «в городах с численностью менее 100 тысяч человек»
        let describes = BARE.iter().any(|word| front.starts_with(word)) && describes(before);
        if joined || often || from || condition || limit || describes {
            continue;
        }
        let Some(last) = numeral(&value.as_str().replace('.', ",")) else {
            continue;
        };
        let (number, name) = match (found.name("big"), found.name("scale")) {
            (Some(big), Some(scale)) => match in_parts(big.as_str(), scale.as_str(), last, &unit) {
                Some(said) => said,
                None => continue,
            },
            _ => (last, amount_unit(unit.as_str())),
        };
        let kopecks = found
            .name("kopecks")
            .and_then(|part| numeral(part.as_str()));
        let kopecks = kopecks.filter(|_| name == "руб.").unwrap_or_default();
        let number = number + kopecks / 100.0;
        let end = found.name("small").map_or(unit.end(), |small| small.end());
        let start = match found.name("big") {
            _ if !front.is_empty() => whole.start(),
            Some(big) => big.start(),
            None => value.start(),
        };
        out.add(
            start..end,
            number,
            &name,
            // Of money a hundred is as good as any other number.
            match bound(&front, text, whole.start(), number) {
                Bound::Exactly => Bound::AtLeast,
                other => other,
            },
        );
    }
    out.0
}

/// «средний балл ЕГЭ по химии не ниже 58,4».
pub(super) fn averages(searched: &Text<'_>) -> Vec<Stated> {
    let text = searched.printed();
    let mut out = Found::default();
    for found in AVERAGE.captures_all(searched) {
        let (Some(whole), Some(value), Some(front)) = (
            found.name("whole"),
            found.name("value"),
            found.name("front"),
        ) else {
            continue;
        };
        let after = text.get(whole.end()..).unwrap_or_default().trim_start();
        let word = after.split(|c: char| !c.is_alphabetic()).next();
        let other = after.starts_with(['%', '.', '/', '-', '–']) && after.len() > 1
            || word.is_some_and(|word| !word.is_empty() && is_time(word));
        if let (false, Some(number)) = (other, numeral(&value.as_str().replace('.', ","))) {
            let front = fold(front.as_str());
            out.add(
                whole.range(),
                number,
                "баллов",
                bound(&front, text, whole.start(), number),
            );
        }
    }
    out.0
}

/// «2 млн 300 тыс. рублей» is 2.3 mln: one amount in two units, told in the larger.
fn in_parts(big: &str, scale: &str, last: f64, unit: &Part<'_>) -> Option<(f64, String)> {
    let unit = fold(unit.as_str());
    if !unit.contains("руб") {
        return None;
    }
    let (large, small) = (worth(&fold(scale)), worth(&unit));
    let whole = numeral(big)? * large + last * small;
    // «2 тыс. 300 млн рублей» is no amount.
    let ordered = last * small < large;
    ordered.then(|| (whole / large, amount_unit(&format!("{scale} руб."))))
}

/// How much one of a unit is.
fn worth(unit: &str) -> f64 {
    let scales = [
        ("тыс", 1e3),
        ("млн", 1e6),
        ("миллион", 1e6),
        ("млрд", 1e9),
        ("миллиард", 1e9),
    ];
    let known = scales.iter().find(|(start, _)| unit.starts_with(start));
    known.map_or(1.0, |(_, worth)| *worth)
}

/// The unit of an amount as an office prints it.
fn amount_unit(unit: &str) -> String {
    let unit = fold(unit);
    let many = [
        ("тыс", "тыс. "),
        ("млн", "млн "),
        ("миллион", "млн "),
        ("млрд", "млрд "),
        ("миллиард", "млрд "),
    ];
    let scale = many
        .iter()
        .find(|(start, _)| unit.starts_with(start))
        .map_or("", |(_, shown)| shown);
    let what = if unit.contains("руб") {
        "руб."
    } else if unit.contains("человек") {
        "человек"
    } else if unit.contains("бит") {
        match unit.chars().next() {
            Some('г') => "Гбит/с",
            Some('к') => "Кбит/с",
            _ => "Мбит/с",
        }
    } else if unit.starts_with("балл") {
        "баллов"
    } else {
        "раза"
    };
    format!("{scale}{what}")
}
