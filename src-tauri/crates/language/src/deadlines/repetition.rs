//! How often something is to be done, as the rule of a calendar.

use std::ops::Range;

use chrono::{Datelike, Months, NaiveDate};
use svod_model::{Deadline, DeadlineKind};

use super::forms::{deadline, infer};
use crate::Found;
use crate::dates::{month_end, month_number};
use crate::pattern::Caught;
use crate::verbs::is_infinitive;
use crate::words::fold;

/// The period a text names is the period it repeats in.
pub(super) fn recurring(found: &Caught<'_, '_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let said = found.name("said").or(found.get(0))?;
    let text = said.as_str().to_lowercase();
    let rules: [(&[&str], &str); 6] = [
        (
            &["ежекварт", "квартал", "четверт"],
            "FREQ=MONTHLY;INTERVAL=3",
        ),
        (&["полугоди"], "FREQ=MONTHLY;INTERVAL=6"),
        (&["ежемесячн", "месяц"], "FREQ=MONTHLY"),
        (&["недел"], "FREQ=WEEKLY"),
        (&["ежедневн"], "FREQ=DAILY"),
        (&["год"], "FREQ=YEARLY"),
    ];
    let (_, rule) = rules
        .iter()
        .find(|(words, _)| words.iter().any(|word| text.contains(word)))?;
    let mut deadline = deadline(DeadlineKind::Recurring, None, None)?;
    deadline.recurrence = Some((*rule).to_owned());
    Some(deadline)
}

/// Verbs that end what is repeated: «отменить ежедневные проверки», by their beginnings.
const ENDING: &[&str] = &[
    "исключ",
    "отмен",
    "сокра",
    "упраздн",
    "замен",
    "упрост",
    "упрощ",
    "прекра",
];

/// How often a verb has something done: «проводить ежедневный контроль». A noun that ends like a verb has
/// nothing done.
pub(super) fn done_often(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    let whole = found.get(0)?;
    let length = found.name("said")?.start().checked_sub(whole.start())?;
    let before = whole.as_str().get(..length)?;
    let mut words = before.split_whitespace().rev();
    let verb = fold(words.find(|word| is_infinitive(word))?);
    let ends = ENDING.iter().any(|start| verb.starts_with(start));
    (!ends).then(|| recurring(found, adopted)).flatten()
}

/// What an adjective of repetition tells the time of, where a task has it done: «проводить ежедневный контроль».
/// Of an event («ежегодный форум»), a payment or a leave it is a part of the name.
pub(super) const ACTIVITIES: &str = "мониторинг|контрол|отч[её]т|анализ|собеседовани|совещани|план[её]рк|обход|проверк|сверк|консультаци|информирован|информаци|уч[её]т|замер|измерени|уборк|дезинфекци|обработк|проветривани|инструктаж|обновлени|рассмотрени|оценк|осмотр|рассылк|сводк|занятия|тренировк|обследовани|диагностик|опрос|зарядк|заседани|бесед|встреч|выезд|при[её]м|рейд|дежурств|посещени|церемони|линейк";

/// So many times in so long: «раз в полугодие», «два раза в месяц», «один раз в два месяца». What does not
/// divide evenly is taken oftener, so that nothing comes late.
pub(super) fn so_often(found: &Caught<'_, '_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let number = |name| {
        let word = found.name(name)?.as_str().to_lowercase();
        let known = [
            ("од", 1),
            ("дв", 2),
            ("тр", 3),
            ("чет", 4),
            ("пят", 5),
            ("шест", 6),
        ];
        let known = known.into_iter().find(|(start, _)| word.starts_with(start));
        word.parse()
            .ok()
            .or(known.map(|(_, number)| number))
            .filter(|number| *number > 0)
    };
    let times = match (found.name("twice"), found.name("thrice")) {
        (Some(_), _) => 2,
        (_, Some(_)) => 3,
        _ => number("times").unwrap_or(1u32),
    };
    let each = number("each").unwrap_or(1);
    let unit = found.name("unit")?.as_str().to_lowercase();
    let every = |kind: &str, interval: u32| match interval {
        1 => format!("FREQ={kind}"),
        _ => format!("FREQ={kind};INTERVAL={interval}"),
    };
    let months = each
        * match unit.as_str() {
            "месяц" => 1,
            "квартал" | "четверть" => 3,
            "полугоди" => 6,
            _ => 12,
        };
    let rule = match (unit.as_str(), months / times) {
        ("недел", _) => every("WEEKLY", (each / times).max(1)),
        // A month has four weeks and a little.
        (_, 0) => every("WEEKLY", (4 * months / times).max(1)),
        (_, step) if step % 12 == 0 => every("YEARLY", step / 12),
        (_, step) => every("MONTHLY", step),
    };
    let mut deadline = deadline(DeadlineKind::Recurring, None, None)?;
    deadline.recurrence = Some(rule);
    Some(deadline)
}

/// «каждый понедельник», «еженедельно, по четвергам», «каждый последний четверг месяца».
pub(super) fn on_weekday(found: &Caught<'_, '_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let of_month = found.name("month").is_some();
    let nth = found.name("nth").map(|nth| nth.as_str().to_lowercase());
    let rule = match nth.as_deref() {
        _ if found.name("monthly").is_some() => "FREQ=MONTHLY",
        None if of_month => return None,
        None => "FREQ=WEEKLY",
        Some("последн") => "FREQ=MONTHLY",
        Some(_) if of_month => "FREQ=MONTHLY",
        Some(_) => return None,
    };
    let mut deadline = deadline(DeadlineKind::Recurring, None, None)?;
    deadline.recurrence = Some(rule.to_owned());
    Some(deadline)
}

/// «раз в полугодие, до 20 января и до 20 июля»: the same day of some months, as often as is said.
pub(super) fn by_days(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    if found.name("year").is_some() {
        return None;
    }
    let mut days: Vec<u32> = Vec::new();
    let mut months: Vec<u32> = Vec::new();
    let listed = found.name("days").or_else(|| found.name("inner"))?;
    for word in listed.as_str().split([' ', '\u{a0}', '\n', ',']) {
        let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
        if let Ok(day) = digits.parse() {
            days.push(day);
        } else if let Some(month) = month_number(word) {
            months.push(month);
        }
    }
    let day = *days.first()?;
    let same = days.iter().all(|other| *other == day) && (1..=31).contains(&day);
    months.sort_unstable();
    months.dedup();
    if !same || months.len() != days.len() {
        return None;
    }
    let first = months
        .iter()
        .filter_map(|month| infer(adopted?, *month, day))
        .min();
    let months: Vec<String> = months.iter().map(ToString::to_string).collect();
    let mut deadline = deadline(DeadlineKind::Recurring, None, first)?;
    let months = months.join(",");
    deadline.recurrence = Some(format!("FREQ=YEARLY;BYMONTH={months};BYMONTHDAY={day}"));
    Some(deadline)
}

/// «ежегодно в мае», «каждый май», «в сентябре и январе ежегодно»: due by the last day of the month; of a
/// span of months, by that of its last.
pub(super) fn in_months(found: &Caught<'_, '_>, adopted: Option<NaiveDate>) -> Option<Deadline> {
    if found.name("year").is_some() {
        return None;
    }
    let said = found.name("months")?.as_str().to_lowercase();
    let listed = said
        .split([',', ' ', '\u{a0}'])
        .collect::<Vec<_>>()
        .join(" ");
    // «апреле – мае» is one time, «апреле и мае» are two.
    let mut months: Vec<u32> = Vec::new();
    let mut spans = false;
    for word in listed.replace(['–', '—', '-'], " – ").split(' ') {
        if word == "–" {
            spans = true;
        } else if let Some(month) = month_number(word) {
            if std::mem::take(&mut spans) {
                months.pop();
            }
            months.push(month);
        }
    }
    months.sort_unstable();
    months.dedup();
    let next = months.iter().filter_map(|month| next_end(adopted?, *month));
    let mut deadline = deadline(DeadlineKind::Recurring, None, next.min())?;
    deadline.recurrence = Some(by_month_ends(&months)?);
    Some(deadline)
}

/// «ежегодно в IV квартале», «каждую весну»: due by the last day of the part's last month.
pub(super) fn in_part_of_year(
    found: &Caught<'_, '_>,
    adopted: Option<NaiveDate>,
) -> Option<Deadline> {
    let said = |name: &str| found.name(name).map(|part| part.as_str().to_lowercase());
    let month = match said("quarter").or(said("q")).as_deref() {
        Some("i" | "1") => 3,
        Some("ii" | "2") => 6,
        Some("iii" | "3") => 9,
        Some(_) => 12,
        None => {
            let season = said("season").or(said("each"))?;
            let ends = [("зим", 2), ("весн", 5), ("лет", 8), ("осен", 11)];
            ends.iter().find(|(start, _)| season.starts_with(start))?.1
        }
    };
    let next = adopted.and_then(|day| next_end(day, month));
    let mut deadline = deadline(DeadlineKind::Recurring, None, next)?;
    deadline.recurrence = Some(by_month_ends(&[month])?);
    Some(deadline)
}

/// The rule of what is due by the last day of some months of every year.
fn by_month_ends(months: &[u32]) -> Option<String> {
    let months: Vec<String> = months.iter().map(ToString::to_string).collect();
    // A day a month lacks is its last one, for control and for calendars.
    (!months.is_empty()).then(|| format!("FREQ=YEARLY;BYMONTH={};BYMONTHDAY=31", months.join(",")))
}

/// The first last day of a month that is not before the adoption.
fn next_end(adopted: NaiveDate, month: u32) -> Option<NaiveDate> {
    let this = month_end(adopted.year(), month)?;
    if this >= adopted {
        Some(this)
    } else {
        month_end(adopted.year() + 1, month)
    }
}

/// The time a repetition goes on for, or the day of the year it is due by, where a text says it beside how
/// often: «ежемесячно, начиная с октября 2026 года», «ежегодно представлять отчёт до 1 августа».
pub(super) fn bounded(
    text: &str,
    one: &Found<Deadline>,
    next: &Found<Deadline>,
) -> Option<Found<Deadline>> {
    let between = text.get(one.range.end..next.range.start)?;
    let beside = between
        .trim_matches(|c: char| c.is_whitespace() || c == ',')
        .is_empty();
    let same_task = between.chars().count() < 80
        && !between.contains([',', ';', '.', ':', '(', ')', '–', '—'])
        && between.split_whitespace().all(|word| word != "и");
    if !beside && !same_task {
        return None;
    }
    let (often, bound) = match (&one.value.recurrence, &next.value.recurrence) {
        (Some(_), None) => (one, next),
        (None, Some(_)) => (next, one),
        _ => return None,
    };
    let rule = often.value.recurrence.as_deref()?;
    let bound_by = &bound.value;
    let mut value = often.value.clone();
    match bound_by.kind {
        DeadlineKind::From | DeadlineKind::Period if value.from.is_none() && value.to.is_none() => {
            (value.from, value.to) = (bound_by.from, bound_by.to);
            value.year_inferred = bound_by.year_inferred;
        }
        // Of a day with a year of its own the repetition is not: «до 1 августа 2027 года, далее ежегодно».
        DeadlineKind::ByDate
            if rule == "FREQ=YEARLY"
                && bound_by.year_inferred
                && !bound_by.phrase.contains("года")
                && !bound_by.phrase.contains("г.") =>
        {
            let to = bound_by.to?;
            value.to = Some(to);
            value.recurrence = Some(format!(
                "{rule};BYMONTH={};BYMONTHDAY={}",
                to.month(),
                to.day()
            ));
        }
        // «ежегодно в мае, начиная с 2027 года»: its day is known.
        DeadlineKind::From if value.from.is_none() && rule.contains(";BYMONTH=") => {
            value.from = bound_by.from;
            let first = |to: NaiveDate| {
                let from = bound_by.from?;
                (0..)
                    .map_while(|years| to.checked_add_months(Months::new(12 * years)))
                    .find(|day| *day >= from)
            };
            value.to = value.to.and_then(first);
        }
        // «ежегодно проводить смотр в мае»
        DeadlineKind::Month if rule == "FREQ=YEARLY" && bound_by.year_inferred => {
            let to = bound_by.to?;
            value.to = Some(to);
            value.recurrence = by_month_ends(&[to.month()]);
        }
        _ => return None,
    }
    let range: Range<usize> = if beside {
        one.range.start..next.range.end
    } else {
        bound.range.clone()
    };
    text.get(range.clone())?.clone_into(&mut value.phrase);
    Some(Found { value, range })
}

/// The months in which a period is reported on after it.
pub(super) const AFTER_QUARTER: &str = "FREQ=YEARLY;BYMONTH=1,4,7,10";
pub(super) const AFTER_HALF: &str = "FREQ=YEARLY;BYMONTH=1,7";
pub(super) const AFTER_YEAR: &str = "FREQ=YEARLY;BYMONTH=1";

/// How often («ежеквартально») and by which day («до 10 числа следующего месяца») joined into one
/// repetition, where a text says them apart; nothing if they are not of that kind.
pub(super) fn joined(often: &Deadline, by_day: &Deadline) -> Option<String> {
    let rule = match often.recurrence.as_deref()? {
        "FREQ=MONTHLY" => "FREQ=MONTHLY",
        "FREQ=MONTHLY;INTERVAL=3" => AFTER_QUARTER,
        "FREQ=MONTHLY;INTERVAL=6" => AFTER_HALF,
        "FREQ=YEARLY" => AFTER_YEAR,
        _ => return None,
    };
    let day = match (&by_day.recurrence, by_day.to) {
        (Some(own), _) => own.strip_prefix("FREQ=MONTHLY;BYMONTHDAY=")?.to_owned(),
        (None, Some(to)) if by_day.phrase.to_lowercase().contains("следующего") => {
            to.day().to_string()
        }
        _ => return None,
    };
    Some(format!("{rule};BYMONTHDAY={day}"))
}
