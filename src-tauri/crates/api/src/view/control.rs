//! What the screens of control get to see.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use svod_model::Id;
use svod_model::control::{Attainment, Discipline, Mark, MarkError, Status, Urgency};
use ts_rs::TS;

use super::DocumentCard;

/// Everything under control, as it stands on a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ControlView {
    /// The day.
    pub today: NaiveDate,
    /// Documents under control, last adopted first; those whose year is over included.
    pub documents: Vec<ControlledDocument>,
    /// Whether any document could be put under control.
    pub candidates: bool,
    /// The directives of the document asked for, or of all whose year is not over; document by document
    /// in the order of the texts. Of very many, those that burn, the most urgent first.
    pub items: Vec<ControlItem>,
    /// Directives that were left out, because there are too many to look at.
    pub left_out: u32,
    /// How well everything is executed as a whole.
    pub discipline: Discipline,
    /// How everything stands.
    pub counts: ControlCounts,
    /// Days from last year to the year after next that are off though they are no weekend, or worked
    /// on though they are one.
    pub odd_days: Vec<NaiveDate>,
    /// Years from this one on of which it is not known which days off are moved.
    pub unknown_years: Vec<i32>,
}

/// What changed when something was said of directives of a document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ControlChange {
    /// What was said, to be taken back.
    pub act: u32,
    /// The document.
    pub document: ControlledDocument,
    /// The directives that were spoken of.
    pub items: Vec<ControlItem>,
    /// How well everything is executed as a whole.
    pub discipline: Discipline,
    /// How everything stands.
    pub counts: ControlCounts,
}

/// How many directives stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ControlCounts {
    /// All.
    pub all: u32,
    /// Of these, closed.
    pub closed: u32,
    /// Of these, executed, in time or late.
    pub done: u32,
    /// Of these, closed as not executed.
    pub failed: u32,
    /// Of these, late.
    pub late: u32,
    /// Late, due today or within seven days.
    pub burning: u32,
    /// Not closed and due in this month, what is late of it included.
    pub month: u32,
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
    /// How its directives stand.
    pub counts: ControlCounts,
    /// Its addressees with what is given to each.
    pub extracts: Vec<AddresseeCount>,
}

/// What one addressee is to carry out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AddresseeCount {
    /// As the text prints it.
    pub addressee: String,
    /// How it stands.
    pub counts: ControlCounts,
}

impl ControlCounts {
    /// Counts one directive more.
    pub(crate) fn take(&mut self, item: &ControlItem, today: NaiveDate) {
        let open = !item.status.is_closed();
        let month = |day: NaiveDate| (day.year(), day.month());
        let this_month = item.due.is_some_and(|due| month(due) == month(today));
        self.add(Self {
            all: 1,
            closed: u32::from(!open),
            done: u32::from(matches!(item.status, Status::Done | Status::DoneLate)),
            failed: u32::from(item.status == Status::NotDone),
            late: u32::from(item.urgency == Urgency::Late),
            burning: u32::from(item.burns()),
            month: u32::from(open && this_month),
        });
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.all += other.all;
        self.closed += other.closed;
        self.done += other.done;
        self.failed += other.failed;
        self.late += other.late;
        self.burning += other.burning;
        self.month += other.month;
    }
}

impl ControlItem {
    /// Late, due today or within seven days.
    pub(crate) fn burns(&self) -> bool {
        matches!(self.urgency, Urgency::Late | Urgency::Today | Urgency::Soon)
    }
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
    /// The next working day, if that day is off.
    pub works_on: Option<NaiveDate>,
    /// The day the text gave.
    pub first_due: Option<NaiveDate>,
    /// The day its execution begins on, where the text names no day it is due on («с 1 сентября»).
    pub starts: Option<NaiveDate>,
    /// Every day it is due on: stages and repetitions.
    pub days: Vec<NaiveDate>,
    /// It repeats or goes on for ever.
    pub permanent: bool,
    /// Its deadlines in the words of the text.
    pub deadline_words: String,
    /// Its targets, each beside what was reached of it.
    pub targets: Vec<Attainment>,
    /// How often it was prolonged.
    pub prolonged: u32,
    /// The day it was closed.
    pub closed_on: Option<NaiveDate>,
    /// What was said of it, oldest first.
    pub history: Vec<MadeMark>,
}

/// A mark with the moment it was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MadeMark {
    /// What was said in one go has one act.
    pub act: u32,
    /// What was said.
    pub mark: Mark,
    /// When, UTC, RFC 3339.
    pub made_at: String,
    /// By whom; empty if nobody gave a name.
    pub made_by: String,
}

/// A mark on a directive, to be made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
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
    /// A day that is before the adoption or still to come.
    ImpossibleDay {
        /// The day.
        on: NaiveDate,
    },
    /// A number reached cannot be read, or there are more of them than targets.
    UnknownFact {
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

/// Which days are off, as a list a person can change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WorkdaysView {
    /// It is the person's own, not the one that comes with the program.
    pub own: bool,
    /// The list.
    pub text: String,
}

/// What is late or due soon: the answer of `svod control due`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueView {
    /// [`DueView::SCHEMA`].
    pub schema: String,
    /// The day.
    pub on: NaiveDate,
    /// So many days after it count.
    pub within: u32,
    /// How many are late.
    pub late: u32,
    /// The directives, the most urgent first.
    pub items: Vec<DueItem>,
}

impl DueView {
    /// The name of this form of the answer.
    pub const SCHEMA: &'static str = "svod.due/1";
}

/// A directive that is late or due soon.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DueItem {
    /// Its document.
    pub document: Id,
    /// The document's title.
    pub title: String,
    /// The directive.
    pub directive: Id,
    /// Its printed number.
    pub number: String,
    /// Its text, with the parent phrase before it.
    pub text: String,
    /// Who is to carry it out.
    pub addressee: String,
    /// How it stands.
    pub status: Status,
    /// The day it is due on.
    pub due: Option<NaiveDate>,
    /// The next working day, if that day is off.
    pub works_on: Option<NaiveDate>,
    /// Days until it is due, negative when it is late.
    pub days_left: Option<i32>,
    /// Its deadlines in the words of the text.
    pub deadline: String,
}
