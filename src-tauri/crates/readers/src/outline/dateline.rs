//! The line of a title block that says when and where, and under which number.

use std::ops::Range;

use svod_language::pattern::Pattern;
use svod_language::{dates, words};

static PLACE: Pattern = Pattern::new(r"(?:^|[\s(])(?P<place>(?:г\.|[Гг]ород|с\.|[Сс]ело|п\.|пос\.|[Пп]осёлок|[Пп]оселок|р\.\s?п\.|пгт\.?|ст\.|[Сс]таница|[Дд]еревня|д\.)\s?[А-ЯЁ][А-Яа-яё-]+(?:\s[А-ЯЁ][А-Яа-яё-]+)?)").exact();
/// The registration number of a decision or of minutes.
static NUMBER: Pattern = Pattern::new(r"№\s*\d[\d/-]*(?:-?[а-яА-Я]{1,3}\b)?")
    .exact()
    .needing(&["№"]);
/// A line that is only such a number.
static NUMBERED: Pattern = Pattern::new(r"^№\s*\d[\d/-]*(?:-?[а-яА-Я]{1,3})?$")
    .exact()
    .needing(&["№"]);
/// A region or district after the place: «г. Полянск Приозёрной области».
static REGION: Pattern = Pattern::new(
    r"[а-яё-]+(?:ой|ого|ая|ий|ый)\s+(?:(?:муниципальн|городск)[а-яё]+\s+)?(?:область|области|обл\.?|края|край|республики|района|район|р-на|округа|округ|улуса|улус|кожууна|кожуун|аймака|аймак)(?:$|[\s,.])",
).needing(&["област", "обл", "кра", "республик", "район", "р-н", "округ", "улус", "кожуун", "аймак"]);
/// Words with a capital that are no town before a date: «Суббота, 29 августа 2026 года».
const NO_TOWNS: &[&str] = &[
    "понедельник",
    "вторник",
    "среда",
    "четверг",
    "пятница",
    "суббота",
    "воскресенье",
    "форум",
    "конференци",
    "совещани",
    "съезд",
    "семинар",
    "чтени",
    "педсовет",
    "участник",
    "председател",
    "секретар",
    "протокол",
    "резолюци",
    "решени",
    "рекомендаци",
    "проект",
    "начал",
    "дат",
    "мест",
    "время",
    "принят",
    "утвержд",
    "одобрен",
    "согласован",
    "приложени",
];

/// The town of a line «Озёрск, 26 августа 2026 г.» that does not say that it is one.
fn bare_town(text: &str) -> Option<String> {
    let days = dates::find(text);
    let (first, last) = (days.first()?, days.last()?);
    let before = text.get(..first.range.start)?.trim();
    let behind = text.get(last.range.end..)?.trim();
    let town = match (
        before.strip_suffix(','),
        behind.trim_end_matches(['.', ')']).strip_prefix(','),
    ) {
        (Some(town), None) if behind.trim_end_matches(['.', ')']).is_empty() => town,
        (None, Some(town)) if before.is_empty() => town,
        _ => return None,
    };
    let town = town.trim().trim_start_matches('(');
    let words: Vec<&str> = town.split_whitespace().collect();
    let named = (1..=2).contains(&words.len())
        && words.iter().all(|word| {
            let folded = words::fold(word);
            word.starts_with(char::is_uppercase)
                && word.chars().skip(1).any(char::is_lowercase)
                && word.chars().all(|c| c.is_alphabetic() || c == '-')
                && word.chars().count() > 2
                && !NO_TOWNS.iter().any(|other| folded.starts_with(other))
        });
    named.then(|| words.join(" "))
}

/// A line that is only a date, only a place, or both.
pub(super) fn is_dateline(text: &str) -> bool {
    if text.chars().count() > 110 {
        return false;
    }
    if NUMBERED.is_match(text) || bare_town(text).is_some() {
        return true;
    }
    let mut rest = without_dates(text);
    let dated = rest.len() < text.len();
    // «18 ноября 2025 года № 4/2»
    if let Some(number) = NUMBER.find(&rest) {
        rest.replace_range(number.range(), " ");
    }
    let mut rest = without_region(&rest);
    let place = PLACE.find(&rest);
    let found_any = dated || place.is_some();
    if let Some(range) = place.map(|found| found.range()) {
        rest.replace_range(range, "");
    }
    let mut left = rest.split(|c: char| !c.is_alphanumeric());
    found_any && left.all(|word| word.is_empty() || names_its_parts(word))
}

/// The registration number on such a line: «№ 4/2».
pub(super) fn number(text: &str) -> Option<String> {
    NUMBER
        .find(text)
        .map(|found| words::collapse(found.as_str()))
}

/// «Сегодня: суббота, 16 октября 2026 г.», «Добавлено: 30.08.2026»: a site speaks of itself.
pub(super) fn is_of_a_site(text: &str) -> bool {
    let text = words::fold(text);
    [
        "сегодня",
        "добавлен",
        "опубликован",
        "размещен",
        "обновлен",
        "просмотр",
        "дата публикации",
    ]
    .iter()
    .any(|word| text.contains(word))
}

/// Words that say what the parts of such a line are.
pub(super) fn names_its_parts(word: &str) -> bool {
    const KNOWN: &[&str] = &[
        "г",
        "года",
        "от",
        "дата",
        "принятия",
        "проведения",
        "место",
        "время",
        "утверждения",
        "составления",
        "принятие",
        "и",
    ];
    KNOWN.contains(&words::fold(word).as_str())
}

/// A text without its dates.
pub(super) fn without_dates(text: &str) -> String {
    let mut rest = text.to_owned();
    // «20, 21 августа 2026 года» gives two dates of one place.
    let mut places: Vec<Range<usize>> = dates::find(text)
        .into_iter()
        .map(|found| alone(text, found.range))
        .collect();
    places.dedup();
    for place in places.into_iter().rev() {
        rest.replace_range(place, "");
    }
    rest
}

/// A date's place without the «г.» that belongs to the town behind it: «26.08.2026 г. Озёрск».
fn alone(text: &str, date: Range<usize>) -> Range<usize> {
    let behind = text.get(date.end..).unwrap_or_default();
    let town = behind
        .strip_prefix(' ')
        .is_some_and(|name| name.starts_with(char::is_uppercase));
    let own = text.get(date.clone()).unwrap_or_default();
    match own.strip_suffix("г.") {
        Some(day) if town => date.start..date.start + day.trim_end().len(),
        _ => date,
    }
}

/// Where it was, as printed.
pub(super) fn place(text: &str) -> Option<String> {
    let whole = without_region(text);
    let found = PLACE.captures(&whole);
    let named = found.and_then(|found| found.name("place").map(|place| place.range()));
    match named.and_then(|range| whole.get(range)) {
        Some(place) => Some(words::collapse(place)),
        None => bare_town(text),
    }
}

/// A place line without the region or district it is in, whose adjective would pass for a second
/// word of the name.
pub(super) fn without_region(text: &str) -> String {
    let mut text = text.to_owned();
    // «Озёрский район Приречного края» is two of them.
    while let Some(range) = REGION.find(&text).map(|found| found.range()) {
        text.replace_range(range, " ");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_before_or_behind_a_day_needs_no_word_for_it() {
        for (text, town) in [
            ("Озёрск, 26 августа 2026 г.", "Озёрск"),
            ("26.08.2026, Нижний Озёрск", "Нижний Озёрск"),
            ("(Усть-Озёрск, 25–26 августа 2026 года)", "Усть-Озёрск"),
            ("г. Озёрск, 26 августа 2026 г.", "г. Озёрск"),
            ("пгт Долинка, 27 августа 2026 года", "пгт Долинка"),
        ] {
            assert!(is_dateline(text), "{text}");
            assert_eq!(place(text).as_deref(), Some(town), "{text}");
        }
        for text in [
            "Суббота, 29 августа 2026 года",
            "Форум, 26 августа 2026 г.",
            "Утверждено, 26 августа 2026 г.",
            "Озёрск принимает гостей, 26 августа 2026 г.",
            "Озёрск, 26 августа 2026 г. прошёл форум",
        ] {
            assert!(!is_dateline(text), "{text}");
        }
    }
}
