//! Papers of control: the sheet that is sent out, filled in and comes back ([`workbook`]), and the
//! report on execution at the end of the year ([`report`]).

mod report;
mod workbook;

use chrono::NaiveDate;
use svod_model::control::{Discipline, Status};

pub use report::control_report;
pub use workbook::control_sheet;

/// A directive under control, as its papers show it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ControlRow {
    /// What the sheet is known again by; never shown to be read.
    pub code: String,
    /// Its printed number.
    pub number: String,
    /// Its text.
    pub text: String,
    /// Who is to carry it out, as the text or the last readdressing says.
    pub who: String,
    /// The day it is due on now.
    pub due: Option<NaiveDate>,
    /// Its deadline in the words of the text.
    pub due_words: String,
    /// How it stands.
    pub status: Status,
    /// What was done, remark by remark.
    pub done: String,
    /// What proves it.
    pub evidence: String,
    /// The last reason given.
    pub reason: String,
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
}

/// A day as offices write it.
fn day(date: NaiveDate) -> String {
    date.format("%d.%m.%Y").to_string()
}

/// The day a directive is due on, in the words of the text where it has no day.
fn due(row: &ControlRow) -> String {
    row.due.map_or_else(|| row.due_words.clone(), day)
}
