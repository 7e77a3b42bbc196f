//! Papers of control: the sheet that is sent out, filled in and comes back ([`workbook`]), and the
//! report on execution at the end of the year ([`report`]).

mod report;
mod workbook;

use chrono::NaiveDate;
use svod_model::Bound;
use svod_model::control::{Attainment, Discipline, Status, Urgency};

pub use report::{control_report, report_profile};
pub use workbook::control_sheet;

/// A directive under control, as its papers show it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ControlRow {
    /// What the sheet is known again by; never shown to be read.
    pub code: String,
    /// Its printed number.
    pub number: String,
    /// Its text.
    pub text: String,
    /// The session it stands in; empty where the document has no sessions.
    pub session: String,
    /// Who is to carry it out, as the text or the last readdressing says.
    pub who: String,
    /// The same in the nominative, as lists name those who answer for something.
    pub responsible: String,
    /// The day it is due on now.
    pub due: Option<NaiveDate>,
    /// The day it was due on before it was prolonged, if it was.
    pub prolonged_from: Option<NaiveDate>,
    /// The day it was closed.
    pub closed_on: Option<NaiveDate>,
    /// The next working day, if that day is off.
    pub works_on: Option<NaiveDate>,
    /// Its deadline in the words of the text.
    pub due_words: String,
    /// How it stands.
    pub status: Status,
    /// How near its day is.
    pub urgency: Urgency,
    /// What was done, remark by remark.
    pub done: String,
    /// What proves it.
    pub evidence: String,
    /// The last reason given.
    pub reason: String,
    /// Its targets beside what was reached of them.
    pub targets: Vec<Attainment>,
}

/// The papers' title and numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ControlTitle {
    /// The document under control.
    pub title: String,
    /// The day it was adopted.
    pub adopted_on: NaiveDate,
    /// The day the paper speaks of.
    pub on: NaiveDate,
    /// Its numbers.
    pub discipline: Discipline,
    /// The year is over: what was not done is left to the next one.
    pub over: bool,
}

/// A day as offices write it.
fn day(date: NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

/// The day a directive is due on, in the words of the text where it has no day. A day off is told, not
/// moved: which day counts then is for people to say.
fn due(row: &ControlRow) -> String {
    let said = row.due.map_or_else(|| row.due_words.clone(), day);
    match row.works_on {
        Some(works_on) => format!("{said} (выходной; рабочий день — {})", day(works_on)),
        None => said,
    }
}

/// A number as offices write it: «81,5», «1 200».
fn number(value: f64) -> String {
    let text = format!("{value}").replace('.', ",");
    let (whole, rest) = text.split_at(text.find(',').unwrap_or(text.len()));
    let digits: Vec<char> = whole.chars().collect();
    let mut out = String::new();
    for (at, digit) in digits.iter().enumerate() {
        let left = digits.len() - at;
        if at > 0 && left.is_multiple_of(3) && *digit != '-' && digits.len() > 4 {
            out.push('\u{a0}');
        }
        out.push(*digit);
    }
    out + rest
}

/// A number with its unit.
fn measured(value: f64, unit: &str) -> String {
    format!("{}\u{a0}{unit}", number(value))
        .trim_end()
        .to_owned()
}

/// A target as it was planned: «не менее 75 %», «не более 5 %».
fn planned(target: &Attainment) -> String {
    let side = match target.relation {
        Bound::AtLeast => "не менее ",
        Bound::AtMost => "не более ",
        Bound::Exactly => "",
    };
    format!("{side}{}", measured(target.plan, &target.unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_in_offices() {
        let shown = [81.0, 81.5, 1200.0, 12_345.0, 1_234_567.25].map(number);
        assert_eq!(
            shown,
            [
                "81",
                "81,5",
                "1200",
                "12\u{a0}345",
                "1\u{a0}234\u{a0}567,25"
            ]
        );
        let target = Attainment {
            plan: 5.0,
            unit: "%".into(),
            relation: Bound::AtMost,
            ..Attainment::default()
        };
        assert_eq!(planned(&target), "не более 5\u{a0}%");
    }
}
