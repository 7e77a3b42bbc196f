//! What the screens of control get to see.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use svod_model::Id;
use svod_model::control::{Discipline, Mark, MarkError, Status, Urgency};
use ts_rs::TS;

use super::DocumentCard;

/// Everything under control, as it stands on a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ControlView {
    /// The day.
    pub today: NaiveDate,
    /// Documents under control, last adopted first.
    pub documents: Vec<ControlledDocument>,
    /// Documents that could be put under control.
    pub candidates: Vec<DocumentCard>,
    /// Their directives, document by document in the order of the texts; those of archived documents
    /// are left out.
    pub items: Vec<ControlItem>,
    /// How well they are executed as a whole.
    pub discipline: Discipline,
    /// How many are late or due within seven days.
    pub burning: u32,
}

/// A document under control.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ControlledDocument {
    /// Its card, as it was adopted.
    pub card: DocumentCard,
    /// The day of adoption.
    pub adopted_on: NaiveDate,
    /// Its year is over.
    pub archived: bool,
    /// How well it is executed.
    pub discipline: Discipline,
    /// What was said of it last, to be taken back.
    pub last_act: Option<u32>,
    /// Its addressees with what is given to each.
    pub extracts: Vec<AddresseeCount>,
}

/// What one addressee is to carry out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AddresseeCount {
    /// As the text prints it.
    pub addressee: String,
    /// Directives given to it.
    pub directives: u32,
    /// Of these, not closed.
    pub open: u32,
    /// Of these, late.
    pub late: u32,
}

/// A directive under control.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ControlItem {
    /// Its document.
    pub document: Id,
    /// Which.
    pub directive: Id,
    /// Its number, as computed.
    pub number: String,
    /// Its text, with the parent phrase before it.
    pub text: String,
    /// Who is to carry it out.
    pub addressee: String,
    /// How it stands.
    pub status: Status,
    /// How near its day is.
    pub urgency: Urgency,
    /// Days until it is due, negative when it is late.
    pub days_left: Option<i32>,
    /// The day it is due on now.
    pub due: Option<NaiveDate>,
    /// The day the text gave.
    pub first_due: Option<NaiveDate>,
    /// Every day it is due on: stages and repetitions.
    pub days: Vec<NaiveDate>,
    /// It repeats or goes on for ever.
    pub permanent: bool,
    /// Its deadlines in the words of the text.
    pub deadline_words: String,
    /// Its targets in the words of the text.
    pub targets: Vec<String>,
    /// How often it was prolonged.
    pub prolonged: u32,
    /// The day it was closed.
    pub closed_on: Option<NaiveDate>,
    /// What was said of it, oldest first.
    pub history: Vec<MadeMark>,
}

/// A mark with the moment it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MadeMark {
    /// What was said.
    pub mark: Mark,
    /// When, UTC, RFC 3339.
    pub made_at: String,
}

/// A mark on a directive, to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DirectiveMark {
    /// Which directive.
    pub directive: Id,
    /// What is said.
    pub mark: Mark,
}

/// A control sheet that came back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SheetReturn {
    /// The file.
    pub file: String,
    /// The document it belongs to.
    pub document: Id,
    /// What the sheet says anew, row by row.
    pub rows: Vec<SheetChange>,
    /// Rows that say what is known.
    pub unchanged: u32,
    /// Lines of the sheet whose code no directive has.
    pub strangers: Vec<u32>,
}

/// A row of the sheet that says something anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SheetChange {
    /// Its line in the sheet.
    pub line: u32,
    /// The directive.
    pub directive: Id,
    /// Its number.
    pub number: String,
    /// Its text.
    pub text: String,
    /// How it stands here.
    pub ours: Status,
    /// What the sheet says.
    pub mark: Mark,
    /// Why a person has to decide; nothing if the row can be taken as it is.
    pub conflict: Option<SheetConflict>,
}

/// Why a row of a sheet cannot simply be taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum SheetConflict {
    /// Something was said here after the sheet was sent out.
    ChangedHere {
        /// What was said here last.
        ours: Mark,
    },
    /// The sheet has the directive twice and says different things.
    SaidTwice {
        /// The other line.
        line: u32,
    },
    /// The status is none of the list.
    UnknownStatus {
        /// What the cell says.
        said: String,
    },
    /// A day cannot be read.
    UnknownDay {
        /// What the cell says.
        said: String,
    },
    /// Something is missing that this status needs.
    Incomplete {
        /// What.
        missing: MarkError,
    },
}

/// How a directive of last year's document was executed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Execution {
    /// How it stands.
    pub status: Status,
    /// The day it was closed.
    pub closed_on: Option<NaiveDate>,
    /// The last evidence given.
    pub evidence: Option<String>,
    /// The last reason given.
    pub reason: Option<String>,
    /// It was not carried out: the year begins with it again unless a person says otherwise.
    pub unfulfilled: bool,
}
