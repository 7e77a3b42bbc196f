//! Control of execution: what was said of a directive after its adoption, and what follows from it.
//!
//! A [`Mark`] is one thing a person said on one day; the marks of a directive in their order are its
//! history, and [`Standing::of`] is where they leave it. Days are passed in: nothing here knows today.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Deadline, DeadlineKind, Directive};

mod reached;

pub use reached::{Attainment, Fact, attainments, is_reached};

/// How the execution of a directive stands.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS,
)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ControlStatus")]
pub enum Status {
    /// «На контроле»
    #[default]
    OnControl,
    /// «Исполнено»
    Done,
    /// «Исполнено с нарушением срока»
    DoneLate,
    /// «Исполнено частично»
    Partly,
    /// «Срок продлён»
    Prolonged,
    /// «Не исполнено»
    NotDone,
    /// «На постоянном контроле»
    Permanent,
    /// «Переадресовано»
    Readdressed,
    /// «Снято с контроля» without execution: it lost its sense.
    Lifted,
}

impl Status {
    /// Every status, in the order of the keys 1–9.
    pub const ALL: [Self; 9] = [
        Self::OnControl,
        Self::Done,
        Self::DoneLate,
        Self::Partly,
        Self::Prolonged,
        Self::NotDone,
        Self::Permanent,
        Self::Readdressed,
        Self::Lifted,
    ];

    /// Its name in offices.
    pub fn name(self) -> &'static str {
        match self {
            Self::OnControl => "на контроле",
            Self::Done => "исполнено",
            Self::DoneLate => "исполнено с нарушением срока",
            Self::Partly => "исполнено частично",
            Self::Prolonged => "срок продлён",
            Self::NotDone => "не исполнено",
            Self::Permanent => "на постоянном контроле",
            Self::Readdressed => "переадресовано",
            Self::Lifted => "снято с контроля",
        }
    }

    /// The status of that name, however it is capitalised and whether or not ё is written.
    pub fn named(name: &str) -> Option<Self> {
        let fold = |text: &str| text.trim().to_lowercase().replace('ё', "е");
        Self::ALL
            .into_iter()
            .find(|status| fold(status.name()) == fold(name))
    }

    /// Nothing more is expected of the directive.
    pub fn is_closed(self) -> bool {
        matches!(
            self,
            Self::Done | Self::DoneLate | Self::NotDone | Self::Lifted
        )
    }
}

/// One thing a person said of a directive's execution.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
#[ts(rename = "ControlMark")]
pub struct Mark {
    /// The status it gives.
    pub status: Status,
    /// The day it speaks of: of execution, of the decision to prolong.
    pub on: NaiveDate,
    /// What proves it: a document, its number, a link.
    #[serde(default)]
    #[ts(optional)]
    pub evidence: Option<String>,
    /// What was done, in the executor's words.
    #[serde(default)]
    #[ts(optional)]
    pub remark: Option<String>,
    /// Why: for prolonging, readdressing, lifting, not executing.
    #[serde(default)]
    #[ts(optional)]
    pub reason: Option<String>,
    /// The new last day, for prolonging.
    #[serde(default)]
    #[ts(optional)]
    pub until: Option<NaiveDate>,
    /// The new addressee, for readdressing.
    #[serde(default)]
    #[ts(optional)]
    pub to: Option<String>,
    /// The date of a recurring task this reports for.
    #[serde(default)]
    #[ts(optional)]
    pub answers: Option<NaiveDate>,
    /// Numbers reached of its targets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Fact>>")]
    pub facts: Vec<Fact>,
    /// It tells numbers only: the directive stands as it stood, and `status` says how that was.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub stays: bool,
}

/// Why a mark cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "MarkError")]
pub enum MarkError {
    /// It needs a reason.
    #[error("a reason is needed")]
    NoReason,
    /// It needs a new last day.
    #[error("a new last day is needed")]
    NoDay,
    /// The new last day is not after the old one.
    #[error("the new last day is not later")]
    NotLater,
    /// It needs a new addressee.
    #[error("a new addressee is needed")]
    NoAddressee,
    /// It tells neither a status nor a number.
    #[error("a number is needed")]
    NoFact,
}

/// The days a directive is due on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    /// Every last day within the horizon, ascending, each once; stages and repetitions included.
    pub days: Vec<NaiveDate>,
    /// It repeats or goes on for ever: no single day ends it.
    pub permanent: bool,
}

/// Where the marks of a directive leave it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The last status.
    pub status: Status,
    /// The day it is due on now.
    pub due: Option<NaiveDate>,
    /// The day the text gave.
    pub first_due: Option<NaiveDate>,
    /// How often it was prolonged.
    pub prolonged: u32,
    /// A last day went by before it was prolonged: discipline counts that as late.
    pub missed: bool,
    /// The body it was readdressed to.
    pub to: Option<String>,
    /// The day it was closed.
    pub closed_on: Option<NaiveDate>,
    /// It is reported on again and again, and the day it is due on is not the last of them.
    pub goes_on: bool,
    /// Days of a repetition that were reported on.
    pub answered: u32,
}

/// How near a directive's day is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS,
)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// Its day is over.
    Late,
    /// It is due today.
    Today,
    /// It is due within seven days.
    Soon,
    /// It is due later.
    Later,
    /// It has no day.
    #[default]
    Undated,
    /// Nothing more is expected.
    Closed,
}

/// How well a list of directives is executed: [`Discipline::on_time`] ÷ [`Discipline::due`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Discipline {
    /// Directives under control.
    pub all: u32,
    /// To be executed by now: their day has come, or they are executed already.
    pub due: u32,
    /// Of these, executed in time.
    pub on_time: u32,
    /// Of these, executed late.
    pub late: u32,
    /// Of these, not executed.
    pub open: u32,
    /// Not to be executed yet: their day is still to come.
    pub ahead: u32,
    /// Never to be late: they have no day.
    pub undated: u32,
    /// On time ÷ due in whole per cent, rounded down so that it is never flattered; nothing if
    /// nothing was due.
    pub percent: Option<u32>,
}

impl Schedule {
    /// The days of a directive adopted on a day, up to the last day of a horizon.
    pub fn of(directive: &Directive, adopted: NaiveDate, horizon: NaiveDate) -> Self {
        let mut schedule = Self::default();
        // «Обобщить в 2021/2022 учебном году и разместить до 15 апреля 2022 года»: the day is what it is
        // held to, the period around it says nothing more.
        let around = |period: &Deadline| {
            let broad = matches!(
                period.kind,
                DeadlineKind::Year | DeadlineKind::YearRange | DeadlineKind::SchoolYear
            );
            let within = |day: NaiveDate| {
                period.from.is_none_or(|from| from <= day) && period.to.is_some_and(|to| day < to)
            };
            let exact =
                |one: &Deadline| one.kind == DeadlineKind::ByDate && one.recurrence.is_none();
            let mut days = directive.deadlines.iter().filter(|one| exact(one));
            broad && days.any(|one| one.to.is_some_and(within))
        };
        for deadline in directive.deadlines.iter().filter(|one| !around(one)) {
            let repeats = deadline.recurrence.is_some();
            schedule.permanent |= repeats || deadline.kind == DeadlineKind::Permanent;
            if repeats {
                schedule
                    .days
                    .extend(occurrences(deadline, adopted, horizon));
            } else {
                schedule.days.extend(deadline.to);
            }
        }
        schedule.days.extend(
            directive
                .indicators
                .iter()
                .filter_map(|indicator| indicator.by),
        );
        schedule.days.sort_unstable();
        schedule.days.dedup();
        schedule
    }
}

/// The days a recurring deadline falls on, after a day and up to another inclusively.
///
/// A repetition without a day of its own falls on the last day of its period, as offices report:
/// «ежеквартально» on the last day of a quarter, «еженедельно» on Fridays, «ежедневно» on the last day of a
/// month.
pub fn occurrences(deadline: &Deadline, after: NaiveDate, until: NaiveDate) -> Vec<NaiveDate> {
    let Some(rule) = deadline.recurrence.as_deref() else {
        return Vec::new();
    };
    let part = |name: &str| {
        let mut parts = rule.split(';').filter_map(|part| part.split_once('='));
        parts.find(|(key, _)| *key == name).map(|(_, value)| value)
    };
    let number = |name: &str| part(name).and_then(|value| value.parse::<u32>().ok());
    let months: Vec<u32> = part("BYMONTH")
        .into_iter()
        .flat_map(|months| months.split(','))
        .filter_map(|month| month.parse().ok())
        .filter(|month| (1..=12).contains(month))
        .collect();
    let until = deadline
        .to
        .filter(|_| months.is_empty())
        .map_or(until, |to| to.min(until));
    let after = deadline
        .from
        .and_then(|from| from.pred_opt())
        .map_or(after, |from| from.max(after));
    if part("FREQ") == Some("WEEKLY") {
        let friday = u64::from((11 - after.weekday().num_days_from_monday()) % 7);
        let weeks = u64::from(number("INTERVAL").unwrap_or(1).clamp(1, 52));
        let first = if friday == 0 { 7 } else { friday } + 7 * (weeks - 1);
        let first = after.checked_add_days(Days::new(first));
        return std::iter::successors(first, |day| day.checked_add_days(Days::new(7 * weeks)))
            .take_while(|day| *day <= until)
            .collect();
    }
    if !months.is_empty() {
        let years = after.year()..=until.year();
        let days = years.flat_map(|year| {
            let starts = months.iter().map(move |month| (year, *month));
            starts.filter_map(|(year, month)| NaiveDate::from_ymd_opt(year, month, 1))
        });
        return days
            .map(|start| day_within(start, number("BYMONTHDAY")))
            .filter(|day| after < *day && *day <= until)
            .collect();
    }
    // Counted in months from January: a quarter ends with the months 3, 6, 9 and 12.
    let interval = number("INTERVAL").unwrap_or(1).clamp(1, 12);
    let step = match part("FREQ") {
        // Nobody reports each day: what is done daily is looked at once a month.
        Some("DAILY") => 1,
        Some("MONTHLY") => interval,
        _ => 12 * interval,
    };
    let Some(first) = NaiveDate::from_ymd_opt(after.year() - 1, 12, 1) else {
        return Vec::new();
    };
    std::iter::successors(Some(first), |start| {
        start.checked_add_months(Months::new(step))
    })
    .map(|start| day_within(start, number("BYMONTHDAY")))
    .skip_while(|day| *day <= after)
    .take_while(|day| *day <= until)
    .collect()
}

/// A day of the month, its last one where there is no such day.
fn day_within(start: NaiveDate, day: Option<u32>) -> NaiveDate {
    let last = start + Months::new(1) - Days::new(1);
    day.and_then(|day| start.with_day(day)).unwrap_or(last)
}

impl Mark {
    /// The mark as it is kept: empty words left out, and an execution called late or in time by its
    /// day wherever the directive has one.
    ///
    /// # Errors
    /// See [`MarkError`].
    pub fn settled(mut self, standing: &Standing) -> Result<Self, MarkError> {
        for words in [
            &mut self.evidence,
            &mut self.remark,
            &mut self.reason,
            &mut self.to,
        ] {
            *words = words
                .take()
                .map(|text| text.trim().to_owned())
                .filter(|text| !text.is_empty());
        }
        if self.stays {
            self.status = standing.status;
            (self.until, self.to, self.answers) = (None, None, None);
            return if self.facts.is_empty() {
                Err(MarkError::NoFact)
            } else {
                Ok(self)
            };
        }
        match self.status {
            Status::Prolonged => {
                let until = self.until.ok_or(MarkError::NoDay)?;
                if standing.due.is_some_and(|due| until <= due) {
                    return Err(MarkError::NotLater);
                }
            }
            Status::Readdressed if self.to.is_none() => return Err(MarkError::NoAddressee),
            _ => {}
        }
        let reasoned = [
            Status::Prolonged,
            Status::Readdressed,
            Status::Lifted,
            Status::NotDone,
        ];
        if reasoned.contains(&self.status) && self.reason.is_none() {
            return Err(MarkError::NoReason);
        }
        if let (Status::Done | Status::DoneLate, Some(due)) = (self.status, standing.due) {
            // «Исполнено» said of one quarter is that quarter's report: the next one is still due.
            if standing.goes_on {
                self.status = Status::Permanent;
                self.answers = self.answers.or(Some(due));
            } else if self.on > due {
                self.status = Status::DoneLate;
            } else {
                self.status = Status::Done;
            }
        }
        Ok(self)
    }
}

impl Standing {
    /// Where marks leave a directive of a schedule, oldest mark first.
    pub fn of<'a>(schedule: &Schedule, marks: impl IntoIterator<Item = &'a Mark>) -> Self {
        // Stages lead to the last day; a repetition is due on the next one.
        let planned = if schedule.permanent {
            schedule.days.first()
        } else {
            schedule.days.last()
        };
        let mut standing = Self {
            status: if schedule.permanent {
                Status::Permanent
            } else {
                Status::OnControl
            },
            due: planned.copied(),
            first_due: planned.copied(),
            goes_on: schedule.permanent && schedule.days.len() > 1,
            ..Self::default()
        };
        for mark in marks {
            standing.take(schedule, mark);
        }
        standing
    }

    fn take(&mut self, schedule: &Schedule, mark: &Mark) {
        if mark.stays {
            return;
        }
        self.status = mark.status;
        self.closed_on = mark.status.is_closed().then_some(mark.on);
        if let Some(until) = mark.until.filter(|_| mark.status == Status::Prolonged) {
            self.missed |= self.due.is_some_and(|due| mark.on > due);
            self.due = Some(until);
            self.prolonged += 1;
        }
        if mark.status == Status::Readdressed {
            self.to.clone_from(&mark.to);
        }
        if let Some(answered) = mark.answers.filter(|_| schedule.permanent) {
            self.missed |= self.due.is_some_and(|due| mark.on > due);
            self.answered += 1;
            self.due = schedule.days.iter().copied().find(|day| *day > answered);
            self.goes_on = self
                .due
                .is_some_and(|due| schedule.days.last() != Some(&due));
        }
    }

    /// How near its day is.
    pub fn urgency(&self, today: NaiveDate) -> Urgency {
        if self.status.is_closed() {
            return Urgency::Closed;
        }
        match self.due.map(|due| (due - today).num_days()) {
            None => Urgency::Undated,
            Some(..=-1) => Urgency::Late,
            Some(0) => Urgency::Today,
            Some(1..=7) => Urgency::Soon,
            Some(_) => Urgency::Later,
        }
    }
}

impl Discipline {
    /// Counts directives as they stand on a day. What was lifted is left out: nobody was to do it. What
    /// is reported on again and again counts once: as open when a report is overdue, else by whether
    /// every report came in time.
    pub fn of<'a>(standings: impl IntoIterator<Item = &'a Standing>, today: NaiveDate) -> Self {
        let mut counted = Self::default();
        for standing in standings {
            counted.all += 1;
            let come = standing.due.is_some_and(|due| due <= today);
            match standing.status {
                Status::Lifted => {}
                Status::Done if !standing.missed => counted.on_time += 1,
                Status::Done | Status::DoneLate => counted.late += 1,
                Status::NotDone => counted.open += 1,
                // The day itself is the last one: what is due today is not late yet.
                _ if come && standing.due != Some(today) => counted.open += 1,
                _ if standing.answered > 0 && standing.missed => counted.late += 1,
                _ if standing.answered > 0 => counted.on_time += 1,
                _ if standing.due.is_some() => counted.ahead += 1,
                _ => counted.undated += 1,
            }
        }
        counted.due = counted.on_time + counted.late + counted.open;
        counted.percent = (counted.on_time * 100).checked_div(counted.due);
        counted
    }
}

#[cfg(test)]
mod tests;
