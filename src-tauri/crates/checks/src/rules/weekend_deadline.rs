//! A deadline on a Saturday, a Sunday or a holiday is met the day before or after; better say which.

use chrono::{Datelike, NaiveDate};
use svod_language::workdays::WorkCalendar;
use svod_model::{DeadlineKind, Severity};

use crate::document::Document;
use crate::{Finding, Rule};

pub(super) fn check(document: &Document<'_>) -> Vec<Finding> {
    document
        .deadlines()
        .into_iter()
        .filter(|(_, deadline)| {
            let named = deadline.to.filter(|to| {
                is_named(&deadline.phrase, *to) && WorkCalendar::shipped().is_off(*to)
            });
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
