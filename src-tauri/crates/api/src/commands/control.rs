//! What the screens of control send.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use svod_model::Id;
use ts_rs::TS;

use crate::view::DirectiveMark;

/// The day the person lives in, as the window has it.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct TodayRequest {
    /// The day.
    pub today: NaiveDate,
}

/// What is under control, on a day.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ControlViewRequest {
    /// The directives of this document; of all whose year is not over without one.
    #[ts(optional)]
    pub document: Option<Id>,
    /// The day.
    pub today: NaiveDate,
}

/// Documents that could be put under control.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CandidatesRequest {
    /// Words of their titles, districts or files.
    pub typed: String,
}

/// A list of days off to take into use.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct WorkdaysRequest {
    /// The list; the one that comes with the program without it.
    #[ts(optional)]
    pub text: Option<String>,
}

/// A document under control, on a day.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ControlRequest {
    /// Which.
    pub id: Id,
    /// The day.
    pub today: NaiveDate,
}

/// A document to put under control.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AdoptRequest {
    /// Which.
    pub id: Id,
    /// The day of adoption.
    pub on: NaiveDate,
    /// The day.
    pub today: NaiveDate,
}

/// What is said of directives in one go.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct MarkRequest {
    /// Their document.
    pub id: Id,
    /// What is said.
    pub marks: Vec<DirectiveMark>,
    /// The day.
    pub today: NaiveDate,
}

/// A document's year to end, or to open again.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ArchiveRequest {
    /// Which.
    pub id: Id,
    /// It ends.
    pub archived: bool,
    /// The day.
    pub today: NaiveDate,
}

/// A control sheet to save.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SheetRequest {
    /// The document.
    pub id: Id,
    /// For one addressee only.
    #[ts(optional)]
    pub addressee: Option<String>,
    /// The day.
    pub today: NaiveDate,
}

/// What was said in one go, to be taken back.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct UnmarkRequest {
    /// The document.
    pub id: Id,
    /// Its number.
    pub act: u32,
    /// The day.
    pub today: NaiveDate,
}
