//! Days off by Russian law: Saturdays, Sundays, holidays of article 112 of the Labour Code, holidays
//! moved off a day off, and what the Government decides for a year (`assets/workdays`).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, Weekday};

/// Holidays that fall on the same days every year: month, first and last day, name.
const HOLIDAYS: &[(u32, u32, u32, &str)] = &[
    (1, 1, 6, "Новогодние каникулы"),
    (1, 7, 7, "Рождество Христово"),
    (1, 8, 8, "Новогодние каникулы"),
    (2, 23, 23, "День защитника Отечества"),
    (3, 8, 8, "Международный женский день"),
    (5, 1, 1, "Праздник Весны и Труда"),
    (5, 9, 9, "День Победы"),
    (6, 12, 12, "День России"),
    (11, 4, 4, "День народного единства"),
];

/// Which days are worked on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkCalendar {
    /// Days off moved: from, to.
    moved: BTreeMap<NaiveDate, NaiveDate>,
    /// Days that are off for a reason of their own.
    off: BTreeSet<NaiveDate>,
    /// Days that are worked on whatever their weekday.
    worked: BTreeSet<NaiveDate>,
}

/// A line of the list that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the list of days off")]
pub struct WorkdaysError {
    /// Its number, 1-based.
    pub line: u32,
}

static SHIPPED: LazyLock<WorkCalendar> = LazyLock::new(|| {
    // The list is part of the program and a test reads it: it can be read.
    WorkCalendar::parse(WorkCalendar::SHIPPED).unwrap_or_default()
});

impl WorkCalendar {
    /// The list that comes with the program.
    pub const SHIPPED: &'static str = include_str!("../../../../assets/workdays/workdays.txt");

    /// The calendar by the list that comes with the program.
    pub fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// Reads a list like `assets/workdays/workdays.txt`.
    ///
    /// # Errors
    /// [`WorkdaysError`] names the first line that says nothing.
    pub fn parse(text: &str) -> Result<Self, WorkdaysError> {
        let mut calendar = Self::default();
        for (line, said) in (1..).zip(text.lines()) {
            let said = said.trim();
            if said.is_empty() || said.starts_with('#') {
                continue;
            }
            calendar.take(said).ok_or(WorkdaysError { line })?;
        }
        Ok(calendar)
    }

    fn take(&mut self, line: &str) -> Option<()> {
        let fields: Vec<&str> = line.split('|').map(str::trim).collect();
        let day = |at: usize| NaiveDate::parse_from_str(fields.get(at)?, "%d.%m.%Y").ok();
        match fields.first()?.to_lowercase().as_str() {
            "перенос" => drop(self.moved.insert(day(1)?, day(2)?)),
            "выходной" => drop(self.off.insert(day(1)?)),
            "рабочий" => drop(self.worked.insert(day(1)?)),
            _ => return None,
        }
        Some(())
    }

    /// Whether the list says what the Government decided for a year.
    pub fn knows(&self, year: i32) -> bool {
        self.moved.keys().any(|day| day.year() == year)
    }

    /// Whether nobody works on a day.
    pub fn is_off(&self, day: NaiveDate) -> bool {
        if self.worked.contains(&day) {
            return false;
        }
        // A working Saturday gives its day off away; a holiday stays one.
        let given_away = self.moved.contains_key(&day) && holiday(day).is_none();
        self.off.contains(&day)
            || self.moved.values().any(|to| *to == day)
            || (is_free(day) && !given_away)
            || self.follows_a_holiday(day)
    }

    /// The day itself if it is worked on, else the next such day (article 193 of the Civil Code).
    pub fn working_day(&self, day: NaiveDate) -> NaiveDate {
        // No run of days off is longer than the January one.
        let mut days = day.iter_days().take(40);
        days.find(|day| !self.is_off(*day)).unwrap_or(day)
    }

    /// So many working days after a day.
    pub fn after(&self, day: NaiveDate, working_days: usize) -> Option<NaiveDate> {
        let days = day.iter_days().skip(1).filter(|day| !self.is_off(*day));
        days.take(working_days).last()
    }

    /// A holiday on a Saturday or Sunday moves that day off to the next working day, unless the list
    /// moves it elsewhere; those of January are moved by the list alone.
    fn follows_a_holiday(&self, day: NaiveDate) -> bool {
        let mut single = HOLIDAYS.iter().filter(|(month, ..)| *month != 1);
        single.any(|(month, first, ..)| {
            let Some(held) = NaiveDate::from_ymd_opt(day.year(), *month, *first) else {
                return false;
            };
            let moves = is_weekend(held) && held < day && !self.moved.contains_key(&held);
            let free = |day: NaiveDate| is_free(day) || self.moved.values().any(|to| *to == day);
            moves && held.iter_days().skip(1).take(10).find(|day| !free(*day)) == Some(day)
        })
    }
}

/// The holiday a day is, if it is one.
pub fn holiday(day: NaiveDate) -> Option<&'static str> {
    HOLIDAYS
        .iter()
        .find(|(month, first, last, _)| {
            day.month() == *month && (*first..=*last).contains(&day.day())
        })
        .map(|(.., name)| *name)
}

/// A Saturday or a Sunday.
pub fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn is_free(day: NaiveDate) -> bool {
    is_weekend(day) || holiday(day).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Days off that are no Saturday and no Sunday, and Saturdays that are worked on.
    fn odd(year: i32) -> (Vec<String>, Vec<String>) {
        let calendar = WorkCalendar::shipped();
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
        let days = || first.iter_days().take_while(|day| day.year() == year);
        let shown = |day: NaiveDate| day.format("%m-%d").to_string();
        let off = days().filter(|day| !is_weekend(*day) && calendar.is_off(*day));
        let worked = days().filter(|day| is_weekend(*day) && !calendar.is_off(*day));
        (off.map(shown).collect(), worked.map(shown).collect())
    }

    #[test]
    fn the_list_that_is_shipped_can_be_read() {
        assert!(WorkCalendar::parse(WorkCalendar::SHIPPED).is_ok());
        assert!(WorkCalendar::shipped().knows(2026));
        assert!(!WorkCalendar::shipped().knows(2040));
    }

    #[test]
    fn days_off_of_past_years_are_those_of_the_production_calendar() {
        // As published for these years: days off on weekdays, and working Saturdays.
        let (off, worked) = odd(2024);
        assert_eq!(
            off.join(" "),
            "01-01 01-02 01-03 01-04 01-05 01-08 02-23 03-08 04-29 04-30 05-01 05-09 05-10 06-12 11-04 12-30 12-31"
        );
        assert_eq!(worked.join(" "), "04-27 11-02 12-28");
        let (off, worked) = odd(2025);
        assert_eq!(
            off.join(" "),
            "01-01 01-02 01-03 01-06 01-07 01-08 05-01 05-02 05-08 05-09 06-12 06-13 11-03 11-04 12-31"
        );
        assert_eq!(worked.join(" "), "11-01");
        let (off, worked) = odd(2026);
        assert_eq!(
            off.join(" "),
            "01-01 01-02 01-05 01-06 01-07 01-08 01-09 02-23 03-09 05-01 05-11 06-12 11-04 12-31"
        );
        assert!(worked.is_empty());
    }

    #[test]
    fn day_off_leads_to_the_next_working_day() {
        let calendar = WorkCalendar::shipped();
        for (due, working) in [
            ("2026-10-01", "2026-10-01"),
            ("2026-11-01", "2026-11-02"),
            ("2026-11-04", "2026-11-05"),
            ("2025-11-01", "2025-11-01"),
            ("2025-11-02", "2025-11-05"),
            ("2025-12-31", "2026-01-12"),
            // Nothing was decided for that year yet: the law alone.
            ("2040-05-01", "2040-05-02"),
        ] {
            assert_eq!(calendar.working_day(day(due)), day(working), "{due}");
        }
        assert_eq!(
            calendar.after(day("2026-10-30"), 5),
            Some(day("2026-11-09"))
        );
    }

    #[test]
    fn a_local_day_off_and_a_line_that_says_nothing() {
        let calendar =
            WorkCalendar::parse("выходной | 14.10.2026 | день района\nрабочий | 17.10.2026 |");
        let calendar = calendar.unwrap();
        assert!(calendar.is_off(day("2026-10-14")) && !calendar.is_off(day("2026-10-17")));
        let refused = WorkCalendar::parse("# год\n\nперенос | 04.01.2025 | скоро");
        assert_eq!(refused, Err(WorkdaysError { line: 3 }));
    }
}
