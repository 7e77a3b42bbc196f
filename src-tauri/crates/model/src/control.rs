//! Control of execution: what a person says of a directive through the year, and what follows of it.
//!
//! The life cycle and the formula of discipline are those of office practice (annual notes on
//! executive discipline): a directive is put on control, reported on, prolonged before its date
//! passes, and lifted by whoever set the control.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Deadline, DeadlineKind, Directive, Id};

/// Where a directive stands.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum ControlStatus {
    /// Nothing was heard of it yet.
    #[default]
    OnControl,
    /// It is being worked on.
    InWork,
    /// A report came, whoever set the control has not accepted it yet.
    Reported,
    /// Accepted in time.
    Done,
    /// Accepted after its date.
    DoneLate,
    /// A part of it was accepted: the target is not reached, or something is still open.
    Partly,
    /// It has a new date, set with a reason.
    Prolonged,
    /// Not done.
    NotDone,
    /// It has no end: reports come again and again.
    Permanent,
    /// Given to another body.
    Readdressed,
    /// Lifted because it has no object any more.
    Removed,
}

impl ControlStatus {
    /// Every status, in the order of the life cycle.
    pub const ALL: [Self; 11] = [
        Self::OnControl,
        Self::InWork,
        Self::Reported,
        Self::Done,
        Self::DoneLate,
        Self::Partly,
        Self::Prolonged,
        Self::NotDone,
        Self::Permanent,
        Self::Readdressed,
        Self::Removed,
    ];

    /// Whether control has ended.
    pub fn is_closed(self) -> bool {
        matches!(
            self,
            Self::Done | Self::DoneLate | Self::Removed | Self::NotDone
        )
    }
}

/// One thing said of a directive.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct ControlEntry {
    /// Which.
    pub directive: Id,
    /// What it is from now on.
    pub status: ControlStatus,
    /// The day it is said of: when a report was accepted, when the date was moved.
    pub on: NaiveDate,
    /// The new last day, when it is prolonged.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// The new addressee, when it is given to another body.
    #[serde(default)]
    pub addressee: Option<String>,
    /// The number that was reached, for a directive with a target.
    #[serde(default)]
    pub fact: Option<f64>,
    /// What proves it: a document, a link, a number.
    #[serde(default)]
    pub evidence: String,
    /// A reason or a remark.
    #[serde(default)]
    pub note: String,
    /// Who says it.
    #[serde(default)]
    pub author: String,
}

/// A day by which something of a directive is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Due {
    /// The last day, inclusive.
    pub on: NaiveDate,
    /// The words it was read from.
    pub phrase: String,
    /// How exactly the text says it.
    pub kind: DeadlineKind,
}

/// What has become of a directive.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct ControlState {
    /// Where it stands.
    pub status: ControlStatus,
    /// The last day that counts now; nothing where the text gives none and nobody set one.
    pub due: Option<NaiveDate>,
    /// How often the last day was moved.
    pub prolonged: u32,
    /// Who it was given to instead.
    pub addressee: Option<String>,
    /// The number reached, the last one said.
    pub fact: Option<f64>,
    /// What proves it, the last thing said.
    pub evidence: String,
    /// The day the last thing was said of.
    pub on: Option<NaiveDate>,
    /// Days after the last day: of what was accepted late, and of what is open and overdue.
    pub late: u32,
}

/// Every day by which something of a directive is due in the year after `adopted`: a repetition
/// gives a day each. Oldest first.
pub fn dues(directive: &Directive, adopted: NaiveDate) -> Vec<Due> {
    let end = adopted
        .checked_add_months(Months::new(12))
        .unwrap_or(NaiveDate::MAX);
    let mut out: Vec<Due> = directive
        .deadlines
        .iter()
        .flat_map(|deadline| {
            let days = match &deadline.recurrence {
                Some(rule) => repeated(rule, deadline, adopted, end),
                None => deadline.to.into_iter().collect(),
            };
            days.into_iter().map(|on| Due {
                on,
                phrase: deadline.phrase.clone(),
                kind: deadline.kind,
            })
        })
        .collect();
    out.sort_by_key(|due| due.on);
    out.dedup_by_key(|due| due.on);
    out
}

/// Whether a directive has no end: it is permanent, or repeats without a last day.
pub fn is_permanent(directive: &Directive) -> bool {
    let endless =
        |d: &Deadline| matches!(d.kind, DeadlineKind::Permanent | DeadlineKind::Recurring);
    !directive.deadlines.is_empty() && directive.deadlines.iter().all(endless)
}

/// The days of a repetition: a period's report is due on its last day.
fn repeated(rule: &str, deadline: &Deadline, adopted: NaiveDate, end: NaiveDate) -> Vec<NaiveDate> {
    let part = |name: &str| {
        rule.split(';')
            .find_map(|part| part.strip_prefix(name)?.strip_prefix('='))
    };
    let number = |name: &str| part(name).and_then(|value| value.parse::<u32>().ok());
    let every = number("INTERVAL").unwrap_or(1).clamp(1, 120);
    let within = |day: &NaiveDate| *day > adopted && *day <= end;
    match part("FREQ") {
        Some("YEARLY") => {
            let fixed = number("BYMONTH").zip(number("BYMONTHDAY"));
            let (month, day) = match (fixed, deadline.to) {
                (Some(fixed), _) => fixed,
                (None, Some(to)) => (to.month(), to.day()),
                (None, None) => return vec![end],
            };
            [adopted.year(), adopted.year() + 1]
                .into_iter()
                .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
                .filter(within)
                .collect()
        }
        // Quarters and halves are those of the calendar.
        Some("MONTHLY") => (0..=12)
            .filter_map(|n| adopted.checked_add_months(Months::new(n)))
            .filter(|day| day.month() % every == 0)
            .filter_map(last_of_month)
            .filter(within)
            .collect(),
        Some("WEEKLY") => (1..=52)
            .filter_map(|n| adopted.checked_add_days(Days::new(7 * n * u64::from(every))))
            .filter(within)
            .collect(),
        _ => Vec::new(),
    }
}

fn last_of_month(day: NaiveDate) -> Option<NaiveDate> {
    day.with_day(1)?
        .checked_add_months(Months::new(1))?
        .pred_opt()
}

/// What has become of a directive on a given day, from everything said of it, oldest first.
pub fn state(
    directive: &Directive,
    adopted: NaiveDate,
    said: &[ControlEntry],
    today: NaiveDate,
) -> ControlState {
    let dues = dues(directive, adopted);
    let permanent = is_permanent(directive);
    let own = if permanent {
        // The next report of what never ends.
        let heard = said.last().map(|entry| entry.on);
        dues.iter()
            .map(|due| due.on)
            .find(|on| heard.is_none_or(|heard| *on > heard))
    } else {
        dues.last().map(|due| due.on)
    };
    let mut state = ControlState {
        status: if permanent {
            ControlStatus::Permanent
        } else {
            ControlStatus::OnControl
        },
        due: own,
        ..ControlState::default()
    };
    for entry in said {
        state.status = entry.status;
        state.on = Some(entry.on);
        if let Some(until) = entry.until {
            state.due = Some(until);
            state.prolonged += 1;
        }
        if entry.addressee.is_some() {
            state.addressee.clone_from(&entry.addressee);
        }
        state.fact = entry.fact.or(state.fact);
        if !entry.evidence.is_empty() {
            state.evidence.clone_from(&entry.evidence);
        }
    }
    let past = |due: NaiveDate, day: NaiveDate| u32::try_from((day - due).num_days()).unwrap_or(0);
    let late = |day: Option<NaiveDate>| state.due.zip(day).map_or(0, |(due, day)| past(due, day));
    state.late = match state.status {
        ControlStatus::Done | ControlStatus::DoneLate => late(state.on),
        ControlStatus::Removed => 0,
        _ => late(Some(today)),
    };
    // Which of the two it is follows from the days, whatever word a person chose.
    if matches!(state.status, ControlStatus::Done | ControlStatus::DoneLate) && state.due.is_some()
    {
        state.status = if state.late > 0 {
            ControlStatus::DoneLate
        } else {
            ControlStatus::Done
        };
    }
    state
}

/// Executive discipline: what was done in time against all that was due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Discipline {
    /// Accepted in time.
    pub in_time: u32,
    /// Accepted after its day.
    pub late: u32,
    /// Due by today and not accepted: also what was accepted in part.
    pub open: u32,
}

impl Discipline {
    /// Counts directives by where they stand on a day. What never ends, was lifted as void, or is not
    /// due yet and not done does not count; done before its day, it does.
    pub fn of<'s>(states: impl IntoIterator<Item = &'s ControlState>, today: NaiveDate) -> Self {
        let mut counts = Self::default();
        for state in states {
            match state.status {
                ControlStatus::Done => counts.in_time += 1,
                ControlStatus::DoneLate => counts.late += 1,
                ControlStatus::Removed | ControlStatus::Permanent => {}
                ControlStatus::NotDone => counts.open += 1,
                _ if state.due.is_some_and(|due| due < today) => counts.open += 1,
                _ => {}
            }
        }
        counts
    }

    /// All that was due.
    pub fn due(self) -> u32 {
        self.in_time + self.late + self.open
    }

    /// In time ÷ due in per cent, rounded; nothing when nothing was due.
    pub fn percent(self) -> Option<u32> {
        (self.in_time * 200 + self.due()).checked_div(2 * self.due())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn directive(deadlines: &[(DeadlineKind, Option<&str>, Option<&str>)]) -> Directive {
        Directive {
            id: Id::new("d"),
            deadlines: deadlines
                .iter()
                .map(|(kind, to, rule)| Deadline {
                    kind: *kind,
                    to: to.map(day),
                    recurrence: rule.map(str::to_owned),
                    ..Deadline::default()
                })
                .collect(),
            ..Directive::default()
        }
    }

    fn said(status: ControlStatus, on: &str) -> ControlEntry {
        ControlEntry {
            directive: Id::new("d"),
            status,
            on: day(on),
            ..ControlEntry::default()
        }
    }

    const ADOPTED: &str = "2026-08-26";

    #[test]
    fn repetitions_are_days_of_the_year_after_adoption() {
        let days = |rule: &str| -> Vec<String> {
            let directive = directive(&[(DeadlineKind::Recurring, None, Some(rule))]);
            let dues = dues(&directive, day(ADOPTED));
            dues.iter().map(|due| due.on.to_string()).collect()
        };
        assert_eq!(
            days("FREQ=MONTHLY;INTERVAL=3"),
            ["2026-09-30", "2026-12-31", "2027-03-31", "2027-06-30"]
        );
        assert_eq!(
            days("FREQ=MONTHLY;INTERVAL=6"),
            ["2026-12-31", "2027-06-30"]
        );
        assert_eq!(days("FREQ=MONTHLY").len(), 12);
        assert_eq!(days("FREQ=WEEKLY").len(), 52);
        assert_eq!(days("FREQ=YEARLY"), ["2027-08-26"]);
        assert_eq!(days("FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=15"), ["2027-05-15"]);
        assert!(days("FREQ=SECONDLY").is_empty());
    }

    #[test]
    fn done_late_and_in_time_follow_from_the_days() {
        let directive = directive(&[(DeadlineKind::ByDate, Some("2026-12-01"), None)]);
        let on = |entries: &[ControlEntry], today: &str| {
            state(&directive, day(ADOPTED), entries, day(today))
        };
        assert_eq!(on(&[], "2026-12-01").late, 0);
        assert_eq!(on(&[], "2026-12-13").late, 12);
        let in_time = on(&[said(ControlStatus::DoneLate, "2026-12-01")], "2027-01-01");
        assert_eq!((in_time.status, in_time.late), (ControlStatus::Done, 0));
        let late = on(&[said(ControlStatus::Done, "2026-12-03")], "2027-01-01");
        assert_eq!((late.status, late.late), (ControlStatus::DoneLate, 2));
        // Moved before its day, it is in time on the new one.
        let moved = ControlEntry {
            until: Some(day("2027-02-01")),
            ..said(ControlStatus::Prolonged, "2026-11-20")
        };
        let moved = on(
            &[moved, said(ControlStatus::Done, "2027-01-15")],
            "2027-03-01",
        );
        assert_eq!(
            (moved.status, moved.prolonged, moved.due),
            (ControlStatus::Done, 1, Some(day("2027-02-01")))
        );
    }

    #[test]
    fn what_never_ends_asks_for_the_next_report() {
        let rule = Some("FREQ=MONTHLY;INTERVAL=3");
        let directive = directive(&[(DeadlineKind::Recurring, None, rule)]);
        let first = state(&directive, day(ADOPTED), &[], day("2026-09-01"));
        assert_eq!(
            (first.status, first.due),
            (ControlStatus::Permanent, Some(day("2026-09-30")))
        );
        let heard = [said(ControlStatus::Permanent, "2026-10-02")];
        let next = state(&directive, day(ADOPTED), &heard, day("2026-10-05"));
        assert_eq!((next.due, next.late), (Some(day("2026-12-31")), 0));
    }

    #[test]
    fn discipline_is_what_was_done_in_time_of_what_was_due() {
        let with = |status, due: Option<&str>| ControlState {
            status,
            due: due.map(day),
            ..ControlState::default()
        };
        let states = [
            with(ControlStatus::Done, Some("2026-12-01")),
            with(ControlStatus::Done, Some("2027-06-01")),
            with(ControlStatus::DoneLate, Some("2026-12-01")),
            with(ControlStatus::InWork, Some("2026-12-01")),
            with(ControlStatus::InWork, Some("2027-05-01")),
            with(ControlStatus::Permanent, Some("2026-12-01")),
            with(ControlStatus::Removed, Some("2026-12-01")),
        ];
        let discipline = Discipline::of(&states, day("2027-01-01"));
        assert_eq!(
            (discipline.in_time, discipline.late, discipline.open),
            (2, 1, 1)
        );
        assert_eq!((discipline.due(), discipline.percent()), (4, Some(50)));
        assert_eq!(Discipline::default().percent(), None);
    }
}
