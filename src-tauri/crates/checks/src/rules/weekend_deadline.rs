//! A deadline on a Saturday, a Sunday or a holiday is met the day before or after; better say which.

use chrono::{Datelike, NaiveDate, Weekday};
use svod_model::{DeadlineKind, Severity};

use crate::document::Document;
use crate::{Finding, Rule};

/// Holidays that fall on the same day every year: month and day.
const HOLIDAYS: &[(u32, u32)] = &[
    (1, 1),
    (1, 2),
    (1, 3),
    (1, 4),
    (1, 5),
    (1, 6),
    (1, 7),
    (1, 8),
    (2, 23),
    (3, 8),
    (5, 1),
    (5, 9),
    (6, 12),
    (11, 4),
];

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    document
        .deadlines()
        .into_iter()
        .filter(|(_, deadline)| {
            let named = deadline
                .to
                .filter(|to| is_named(&deadline.phrase, *to) && is_off(*to));
            deadline.kind == DeadlineKind::ByDate && named.is_some()
        })
        .map(|(task, deadline)| {
            document.fact(
                Rule::WeekendDeadline,
                Severity::Note,
                task,
                &deadline.phrase,
            )
        })
        .collect()
}

fn is_off(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
        || HOLIDAYS.contains(&(day.month(), day.day()))
}

/// Whether the words name this very day: «к маю» is a day only by our reckoning.
fn is_named(phrase: &str, day: NaiveDate) -> bool {
    phrase
        .split(|c: char| !c.is_ascii_digit())
        .any(|number| number.len() < 3 && number.parse() == Ok(day.day()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::tests::quotes;

    #[test]
    fn only_a_named_day_off_is_noted() {
        let found = |text| quotes(Rule::WeekendDeadline, text);
        assert_eq!(
            found("сдать до 1 ноября 2026 года"),
            ["до 1 ноября 2026 года"]
        );
        assert_eq!(
            found("сдать до 4 ноября 2026 года"),
            ["до 4 ноября 2026 года"]
        );
        assert!(found("сдать до 2 ноября 2026 года").is_empty());
        assert!(found("сдать к концу 2028 года").is_empty());
    }
}
