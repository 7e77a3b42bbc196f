//! Deadlines as a calendar (RFC 5545).
//!
//! Written here rather than by a library: the one there is ends all-day events on the day they
//! begin, which the standard forbids, stamps them with its own clock and gives them random names;
//! what is left of its work are the folding and the escaping below.

use chrono::{Days, Months, NaiveDate, NaiveDateTime};
use svod_model::control::occurrences;
use svod_model::{Deadline, Directive, Group, Resolution, numbering};

use crate::typography::{clean, short_date};

/// An interval longer than this is shown on its last day: a school year is no appointment.
const LONGEST_SPAN: i64 = 31;

/// When a person is reminded: at nine in the morning ten days and one day before the last day. An
/// all-day event ends at the midnight after it.
const ALARMS: [&str; 2] = ["-P10DT15H", "-P1DT15H"];

/// How long a repetition without an end is followed: until the next forum, as control does.
const HORIZON: Months = Months::new(12);

/// How many letters of a task the calendar's line shows.
const SUMMARY: usize = 120;

/// Writes the deadlines of a resolution as a calendar of all-day events, each with two reminders.
///
/// A day is an event of that day, a month or a shorter period one of all its days, a longer one its
/// last day; a repetition repeats. Names of events stay the same from export to export, so a
/// calendar that takes the file in again changes its events instead of doubling them. `stamp` is
/// when the file is written. Directives without a date are named in the calendar's description.
pub fn ics(resolution: &Resolution, stamp: NaiveDateTime) -> Vec<u8> {
    let numbers = numbering::number(resolution);
    let mut calendar = Calendar::default();
    let mut dateless = Vec::new();
    let mut events = Vec::new();
    for (_, group, directive) in resolution.directives() {
        let number = numbers
            .get(&directive.id)
            .map(String::as_str)
            .unwrap_or_default();
        let dated: Vec<(usize, &Deadline, Span)> = directive
            .deadlines
            .iter()
            .enumerate()
            .filter_map(|(d, deadline)| {
                Some((
                    d,
                    deadline,
                    days(deadline).or_else(|| first(deadline, resolution.adopted_on))?,
                ))
            })
            .collect();
        if dated.is_empty() {
            dateless.push(number.trim_end_matches('.'));
        }
        events.extend(dated.into_iter().map(|(place, deadline, days)| Event {
            number,
            group,
            directive,
            deadline,
            place,
            days,
        }));
    }
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//Svod//Svod//RU");
    calendar.line("CALSCALE", "GREGORIAN");
    calendar.text("X-WR-CALNAME", &resolution.title);
    if !dateless.is_empty() {
        calendar.text(
            "X-WR-CALDESC",
            &format!("Без даты: {}", dateless.join(", ")),
        );
    }
    for event in events {
        event.write(&mut calendar, &resolution.title, stamp);
    }
    calendar.line("END", "VCALENDAR");
    calendar.0.into_bytes()
}

/// First and last day of an event.
type Span = (NaiveDate, NaiveDate);

fn days(deadline: &Deadline) -> Option<Span> {
    let last = deadline.to.or(deadline.from)?;
    let first = deadline.from.unwrap_or(last);
    let span = (last - first).num_days();
    let shown = (0..=LONGEST_SPAN).contains(&span) && deadline.recurrence.is_none();
    Some(if shown { (first, last) } else { (last, last) })
}

/// The first day of a repetition that names none: the last day of its first period after the adoption,
/// as control counts it.
fn first(deadline: &Deadline, adopted: Option<NaiveDate>) -> Option<Span> {
    let adopted = adopted?;
    let until = adopted.checked_add_months(HORIZON)?;
    let day = *occurrences(deadline, adopted, until).first()?;
    Some((day, day))
}

struct Event<'a> {
    number: &'a str,
    group: &'a Group,
    directive: &'a Directive,
    deadline: &'a Deadline,
    /// Which of the directive's deadlines it is.
    place: usize,
    days: Span,
}

impl Event<'_> {
    fn write(&self, calendar: &mut Calendar, title: &str, stamp: NaiveDateTime) {
        let (first, last) = self.days;
        let end = last.checked_add_days(Days::new(1)).unwrap_or(last);
        let text = self.directive.text.trim();
        let task = format!("{} {text}", self.number);
        calendar.line("BEGIN", "VEVENT");
        calendar.text(
            "UID",
            &format!("{}-{}@svod", self.directive.id, self.place + 1),
        );
        calendar.line("DTSTAMP", &stamp.format("%Y%m%dT%H%M%SZ").to_string());
        calendar.line("DTSTART;VALUE=DATE", &first.format("%Y%m%d").to_string());
        calendar.line("DTEND;VALUE=DATE", &end.format("%Y%m%d").to_string());
        if let Some(rule) = self.deadline.recurrence.as_deref().and_then(rule) {
            let named = days(self.deadline).is_some();
            // A repetition without an end of its own goes on until the next forum.
            let until = (!named).then(|| last.checked_add_months(HORIZON)).flatten();
            calendar.line("RRULE", &whole_rule(rule, until));
        }
        calendar.text("SUMMARY", &short(task.trim()));
        calendar.text("DESCRIPTION", &self.description(title));
        // It takes nobody's time: who works on it stays free to meet.
        calendar.line("TRANSP", "TRANSPARENT");
        for alarm in ALARMS {
            calendar.line("BEGIN", "VALARM");
            calendar.line("ACTION", "DISPLAY");
            calendar.line("TRIGGER;RELATED=END", alarm);
            calendar.text(
                "DESCRIPTION",
                &format!("Срок {}: {}", short_date(last), short(text)),
            );
            calendar.line("END", "VALARM");
        }
        calendar.line("END", "VEVENT");
    }

    fn description(&self, title: &str) -> String {
        let own = self
            .directive
            .addressee
            .as_deref()
            .unwrap_or_default()
            .trim();
        let who = if own.is_empty() {
            self.group.heading.trim()
        } else {
            own
        };
        let guessed = if self.deadline.year_inferred {
            " (год предположен)"
        } else {
            ""
        };
        let mut lines = vec![self.directive.text.trim().to_owned()];
        if let Some(lead) = &self.directive.lead {
            lines.insert(0, lead.trim().to_owned());
        }
        if !who.is_empty() {
            lines.push(format!("Кому: {}", who.trim_end_matches(':')));
        }
        let phrase = self.deadline.phrase.trim();
        if !phrase.is_empty() {
            lines.push(format!("Срок: {phrase}{guessed}"));
        }
        lines.push(title.trim().to_owned());
        lines.join("\n")
    }
}

/// A repetition, if it is one a calendar can read.
fn rule(rule: &str) -> Option<&str> {
    let fine = |c: char| c.is_ascii_alphanumeric() || matches!(c, '=' | ';' | ',' | '-' | '+');
    (rule.starts_with("FREQ=") && rule.chars().all(fine)).then_some(rule)
}

/// A rule a calendar repeats by as control counts: without a day it is the last one of the period, a
/// Friday of a week; a day some months lack is their last one.
fn whole_rule(rule: &str, until: Option<NaiveDate>) -> String {
    // What is done daily is looked at once a month.
    let rule = if rule.starts_with("FREQ=DAILY") {
        "FREQ=MONTHLY"
    } else {
        rule
    };
    let part = |name: &str| {
        let mut parts = rule.split(';').filter_map(|part| part.split_once('='));
        parts.find(|(key, _)| *key == name).map(|(_, value)| value)
    };
    let mut out: Vec<String> = rule
        .split(';')
        .filter(|part| !part.starts_with("BYMONTHDAY="))
        .map(str::to_owned)
        .collect();
    let day = part("BYMONTHDAY").and_then(|day| day.parse::<u32>().ok());
    match (part("FREQ"), day) {
        (Some("WEEKLY"), _) if part("BYDAY").is_none() => out.push("BYDAY=FR".to_owned()),
        (_, Some(31)) => out.push("BYMONTHDAY=-1".to_owned()),
        (_, Some(day @ 29..=30)) => {
            let days: Vec<String> = (28..=day).map(|day| day.to_string()).collect();
            out.push(format!("BYMONTHDAY={};BYSETPOS=-1", days.join(",")));
        }
        (_, Some(day)) => out.push(format!("BYMONTHDAY={day}")),
        (Some("MONTHLY"), None) => out.push("BYMONTHDAY=-1".to_owned()),
        _ => {}
    }
    if let Some(until) = until {
        out.push(format!("UNTIL={}", until.format("%Y%m%d")));
    }
    out.join(";")
}

fn short(text: &str) -> String {
    let mut letters = text.chars();
    let start: String = letters.by_ref().take(SUMMARY).collect();
    match letters.next() {
        // The last word may be half of one.
        Some(_) => format!(
            "{}…",
            start
                .rsplit_once(' ')
                .map_or(start.as_str(), |(whole, _)| whole)
        ),
        None => start,
    }
}

/// Lines under construction.
#[derive(Default)]
struct Calendar(String);

impl Calendar {
    /// A value that needs no escaping.
    fn line(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{value}"));
    }

    /// A text of a person's.
    fn text(&mut self, name: &str, text: &str) {
        let mut value = String::with_capacity(text.len());
        for c in clean(text).chars() {
            match c {
                '\\' | ';' | ',' => value.extend(['\\', c]),
                '\n' => value.push_str("\\n"),
                '\t' => value.push(' '),
                c => value.push(c),
            }
        }
        self.line(name, &value);
    }

    /// No line is longer than 75 octets; a letter is not torn.
    fn fold(&mut self, line: &str) {
        let mut octets = 0;
        for c in line.chars() {
            if octets + c.len_utf8() > 75 {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(c);
            octets += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use svod_model::{Id, Section};

    fn day(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, month, day)
    }

    fn written(deadline: Deadline) -> String {
        let resolution = Resolution {
            title: "Резолюция; форума, «Школа»".into(),
            adopted_on: day(2026, 8, 25),
            sections: vec![Section {
                groups: vec![Group {
                    id: Id::new("g"),
                    heading: "Школам".into(),
                    directives: vec![Directive {
                        id: Id::new("d"),
                        text: "провести смотр, конкурс и выставку технического творчества \
                               обучающихся; обобщить опыт"
                            .into(),
                        deadlines: vec![deadline],
                        ..Directive::default()
                    }],
                    ..Group::default()
                }],
                ..Section::default()
            }],
            ..Resolution::default()
        };
        let stamp = day(2026, 9, 1).unwrap().and_hms_opt(8, 0, 0).unwrap();
        String::from_utf8(ics(&resolution, stamp)).unwrap()
    }

    #[test]
    fn last_day_is_a_whole_day_that_ends_at_the_next_one() {
        let calendar = written(Deadline {
            phrase: "до 31 декабря 2026 года".into(),
            to: day(2026, 12, 31),
            ..Deadline::default()
        });
        assert!(calendar.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"));
        assert!(calendar.contains("UID:d-1@svod\r\nDTSTAMP:20260901T080000Z\r\n"));
        assert_eq!(calendar.matches("BEGIN:VALARM").count(), 2);
    }

    #[test]
    fn month_is_all_its_days_and_a_year_is_its_last() {
        let of = |from, to| {
            written(Deadline {
                from,
                to,
                ..Deadline::default()
            })
        };
        let month = of(day(2026, 11, 1), day(2026, 11, 30));
        assert!(month.contains("DATE:20261101\r\nDTEND;VALUE=DATE:20261201"));
        let year = of(day(2026, 1, 1), day(2026, 12, 31));
        assert!(year.contains("DATE:20261231\r\nDTEND;VALUE=DATE:20270101"));
    }

    #[test]
    fn lines_fold_at_75_octets_and_letters_stay_whole() {
        let calendar = written(Deadline {
            to: day(2026, 12, 31),
            recurrence: Some("FREQ=YEARLY".into()),
            ..Deadline::default()
        });
        assert!(calendar.split("\r\n").all(|line| line.len() <= 75));
        let unfolded = calendar.replace("\r\n ", "");
        assert!(unfolded.contains("SUMMARY:1.1. провести смотр\\, конкурс и выставку"));
        assert!(unfolded.contains("X-WR-CALNAME:Резолюция\\; форума\\, «Школа»"));
        assert!(unfolded.contains("RRULE:FREQ=YEARLY\r\n"));
    }

    #[test]
    fn what_is_done_again_and_again_stands_on_the_last_day_of_its_period() {
        for (rule, first, expected) in [
            (
                "FREQ=MONTHLY",
                "20260831",
                "FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20270831",
            ),
            (
                "FREQ=DAILY",
                "20260831",
                "FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20270831",
            ),
            (
                "FREQ=MONTHLY;INTERVAL=3",
                "20260930",
                "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1;UNTIL=20270930",
            ),
            (
                "FREQ=WEEKLY",
                "20260828",
                "FREQ=WEEKLY;BYDAY=FR;UNTIL=20270828",
            ),
            (
                "FREQ=MONTHLY;BYMONTHDAY=10",
                "20260910",
                "FREQ=MONTHLY;BYMONTHDAY=10;UNTIL=20270910",
            ),
            (
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
                "20270228",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=28,29;BYSETPOS=-1;UNTIL=20280228",
            ),
        ] {
            let calendar = written(Deadline {
                recurrence: Some(rule.into()),
                ..Deadline::default()
            });
            assert!(
                calendar.contains(&format!("DTSTART;VALUE=DATE:{first}\r\n")),
                "{calendar}"
            );
            assert!(
                calendar
                    .replace("\r\n ", "")
                    .contains(&format!("RRULE:{expected}\r\n")),
                "{calendar}"
            );
        }
    }

    #[test]
    fn directive_without_a_date_is_named_and_makes_no_event() {
        let calendar = written(Deadline::default());
        assert!(!calendar.contains("VEVENT"));
        assert!(calendar.contains("X-WR-CALDESC:Без даты: 1.1\r\n"));
    }
}
