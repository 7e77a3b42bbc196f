//! What the window sees of control of execution.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use svod_model::control::{ControlEntry, ControlState, Discipline, Due};
use svod_model::{Id, Indicator};
use ts_rs::TS;

use super::DocumentCard;

/// Everything under control, on a day.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ControlOverview {
    /// Documents under control, those put there last first.
    pub documents: Vec<ControlCard>,
    /// Adopted documents that are not.
    pub waiting: Vec<DocumentCard>,
}

/// A document under control, in numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ControlCard {
    /// Which.
    pub card: DocumentCard,
    /// Its counts.
    pub tally: ControlTally,
}

/// How many directives stand where, on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ControlTally {
    /// All of them.
    pub all: u32,
    /// Past their day and open.
    pub overdue: u32,
    /// Due within the seven days to come.
    pub soon: u32,
    /// Open otherwise.
    pub open: u32,
    /// Accepted, in time or late, or lifted.
    pub done: u32,
    /// Without an end.
    pub permanent: u32,
    /// In time against all that was due.
    pub discipline: Discipline,
    /// The same in per cent; nothing when nothing was due.
    pub percent: Option<u32>,
}

/// A document under control.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ControlView {
    /// Which.
    pub card: DocumentCard,
    /// The day the view is of.
    pub today: NaiveDate,
    /// The day terms are counted from: that of adoption, or the one it was put under control on.
    pub counted_from: NaiveDate,
    /// Its directives, in the document's order.
    pub rows: Vec<ControlRow>,
    /// Its counts.
    pub tally: ControlTally,
    /// Something was said that can be taken back.
    pub can_undo: bool,
}

/// A directive under control.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ControlRow {
    /// Which.
    pub id: Id,
    /// Its number without the final stop.
    pub number: String,
    /// The session's name.
    pub section: Option<String>,
    /// Its words; a sub-item's with those it continues.
    pub text: String,
    /// Who answers for it now, as printed.
    pub addressee: String,
    /// Every day something of it is due.
    pub dues: Vec<Due>,
    /// What it is to reach, the last number it names.
    pub target: Option<Indicator>,
    /// Where it stands.
    pub state: ControlState,
    /// Everything said of it, oldest first.
    pub entries: Vec<ControlEntry>,
}
