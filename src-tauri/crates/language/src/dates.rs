//! Calendar dates as resolutions print them.

use chrono::NaiveDate;

use crate::Found;
use crate::pattern::{Caught, Part, Pattern, Text};
use crate::words::fold;

/// Month names by their unchanging beginnings, in order.
const MONTHS: [&str; 12] = [
    "январ",
    "феврал",
    "март",
    "апрел",
    "ма",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
];

/// The months as they stand behind a day: «1 января».
pub const MONTHS_OF: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

/// A pattern for a month's name in any case, or cut short: «янв.».
pub(crate) const MONTH: &str = r"(?:январ[ьяею]|феврал[ьяею]|март[аеу]?|апрел[ьяею]|ма[йяею]|июн[ьяею]|июл[ьяею]|август[аеу]?|сентябр[ьяею]|октябр[ьяею]|ноябр[ьяею]|декабр[ьяею]|(?:янв|фев|февр|мар|апр|июн|июл|авг|сен|сент|окт|ноя|нояб|дек)\.)";

/// Beginnings of months, one of which every spoken date has.
pub(crate) const MONTH_WORDS: &[&str] = &[
    "январ",
    "феврал",
    "март",
    "апрел",
    "мая",
    "мае",
    "май",
    "маю",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
];
/// Months cut short, which only texts with a full stop have.
pub(crate) const SHORT_MONTHS: &[&str] = &[
    "янв.",
    "фев.",
    "февр.",
    "мар.",
    "апр.",
    "июн.",
    "июл.",
    "авг.",
    "сен.",
    "сент.",
    "окт.",
    "ноя.",
    "нояб.",
    "дек.",
];
static SPOKEN: Pattern = Pattern::made(|| {
    format!(
        r"(?:^|[^\d.])(?P<date>«?(?P<days>\d{{1,2}}(?:\s*(?:,|и|–|-|—)\s*\d{{1,2}})*)»?\s+(?P<month>{MONTH})\s+(?P<year>\d{{4}})(?:\s?(?:года|году|г\.?))?)"
    )
})
.needing(&["янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"]);
static DIGITS: Pattern = Pattern::new(r"(?:^|[^\d.])(?P<date>(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})(?:\s?(?:года|году|г\.?))?)").needing(&["."]);

/// Every whole date (day, month and year) with its place; several days of one month each count.
/// Dates that do not exist are left out.
pub fn find(text: &str) -> Vec<Found<NaiveDate>> {
    let mut out = Vec::new();
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return out;
    }
    let lowered = Text::new(text);
    // «12.05.20261»: the year goes on.
    let goes_on = |place: &Part<'_>| {
        let next = text.get(place.end()..).and_then(|rest| rest.chars().next());
        place.as_str().ends_with(|c: char| c.is_ascii_digit())
            && next.is_some_and(|c| c.is_alphanumeric() || c == '_')
    };
    let part = |found: &Caught<'_, '_>, name: &str| {
        found
            .name(name)
            .map(|part| part.as_str().to_owned())
            .unwrap_or_default()
    };
    for found in SPOKEN.captures_all(&lowered) {
        let Some(place) = found.name("date").filter(|place| !goes_on(place)) else {
            continue;
        };
        let Some(month) = month_number(&part(&found, "month")) else {
            continue;
        };
        let Ok(year) = part(&found, "year").parse() else {
            continue;
        };
        for day in part(&found, "days").split(|c: char| !c.is_ascii_digit()) {
            let date = day
                .parse()
                .ok()
                .and_then(|day| NaiveDate::from_ymd_opt(year, month, day));
            if let Some(value) = date {
                out.push(Found {
                    value,
                    range: place.range(),
                });
            }
        }
    }
    for found in DIGITS.captures_all(&lowered) {
        let Some(place) = found.name("date").filter(|place| !goes_on(place)) else {
            continue;
        };
        let numbers = [
            part(&found, "year"),
            part(&found, "month"),
            part(&found, "day"),
        ];
        if let [Ok(year), Ok(month), Ok(day)] = numbers.map(|number| number.parse::<u32>()) {
            let year = i32::try_from(year).unwrap_or_default();
            if let Some(value) = NaiveDate::from_ymd_opt(year, month, day) {
                out.push(Found {
                    value,
                    range: place.range(),
                });
            }
        }
    }
    out.sort_by_key(|found| (found.range.start, found.value));
    out
}

/// The dates alone, in the order of the text.
pub fn all(text: &str) -> Vec<NaiveDate> {
    find(text).into_iter().map(|found| found.value).collect()
}

/// Whether a text names a month, in any case: «к концу сентября».
pub fn names_a_month(text: &str) -> bool {
    let text = fold(text);
    text.split(|c: char| !c.is_alphabetic()).any(|word| {
        MONTH_WORDS.iter().any(|month| {
            // «мая» is a month, «маяк» is none.
            let whole = month.starts_with("ма") && *month != "март";
            word == *month || !whole && word.starts_with(month)
        })
    })
}

/// 1 for «январь», «января», «январе» …
pub(crate) fn month_number(name: &str) -> Option<u32> {
    let name = name.to_lowercase();
    // «март» and «май» share «ма»: the longer beginnings are tried first.
    // «янв.» is a beginning of the month's beginning.
    let short = name
        .split_once('.')
        .map(|(short, _)| short)
        .filter(|short| short.chars().count() >= 3);
    let found = MONTHS
        .iter()
        .enumerate()
        .filter(|(_, month)| {
            name.starts_with(**month) || short.is_some_and(|short| month.starts_with(short))
        })
        .max_by_key(|(_, month)| month.len());
    found.and_then(|(n, _)| u32::try_from(n + 1).ok())
}

/// The last day of a month.
pub(crate) fn month_end(year: i32, month: u32) -> Option<NaiveDate> {
    let next = if month == 12 {
        NaiveDate::from_ymd_opt(year + 1, 1, 1)
    } else {
        NaiveDate::from_ymd_opt(year, month + 1, 1)
    };
    next.and_then(|next| next.pred_opt())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        all(text).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn days_of_one_month_each_count() {
        assert_eq!(
            shown("20,21 августа 2026 года и 27 августа 2026 г."),
            ["2026-08-20", "2026-08-21", "2026-08-27"]
        );
        assert_eq!(shown("13–14 марта 2026"), ["2026-03-13", "2026-03-14"]);
        assert_eq!(shown("24.11.2022г."), ["2022-11-24"]);
        assert_eq!(shown("«29» мая 2026 г."), ["2026-05-29"]);
    }

    #[test]
    fn months_cut_short_are_read() {
        assert_eq!(
            shown("от 15 янв. 2026 г. и 3 сент. 2026"),
            ["2026-01-15", "2026-09-03"]
        );
        assert!(all("15 мар 2026, 3 дом. 2026").is_empty());
    }

    #[test]
    fn digits_words_and_may_are_read_and_impossible_dates_are_not() {
        assert_eq!(
            shown("25.08.2026 года, 1 мая 2026 года"),
            ["2026-08-25", "2026-05-01"]
        );
        assert!(all("31 июня 2026 года, 45.13.2026, 1.5.20261").is_empty());
    }
}
