//! How often something is to be done, as the rule of a calendar.

use chrono::{Datelike, NaiveDate};
use svod_model::{Deadline, DeadlineKind};

use super::forms::deadline;
use crate::pattern::Caught;

/// The period a text names is the period it repeats in.
pub(super) fn recurring(found: &Caught<'_, '_>, _: Option<NaiveDate>) -> Option<Deadline> {
    let text = found.get(0)?.as_str().to_lowercase();
    let rules: [(&[&str], &str); 6] = [
        (
            &["ежеквартально", "квартал", "четверт"],
            "FREQ=MONTHLY;INTERVAL=3",
        ),
        (&["полугоди"], "FREQ=MONTHLY;INTERVAL=6"),
        (&["ежемесячно", "месяц"], "FREQ=MONTHLY"),
        (&["еженедельно", "недел"], "FREQ=WEEKLY"),
        (&["ежедневно"], "FREQ=DAILY"),
        (&["ежегодно"], "FREQ=YEARLY"),
    ];
    let (_, rule) = rules
        .iter()
        .find(|(words, _)| words.iter().any(|word| text.contains(word)))?;
    let mut deadline = deadline(DeadlineKind::Recurring, None, None)?;
    deadline.recurrence = Some((*rule).to_owned());
    Some(deadline)
}

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
