//! What the window sends with its commands: one type for each shape, named after what it asks.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use svod_checks::Ignored;
use svod_diff::Decision;
use svod_model::{Edit, Id};
use svod_readers::Correction;
use ts_rs::TS;

use crate::view::{
    Addressee, CarryVerdict, ExchangeChoice, ExportFormat, ExportHow, ExportSource, OwnProfile,
    PaperDetails, RemarkState, SavedPlace, Settings, Start, State, Status,
};

/// No request data.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// A search.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SearchRequest {
    /// Words as typed.
    pub query: String,
}

/// A long task that can be cancelled by its name.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TaskRequest {
    /// The task's name, chosen by the caller.
    pub task: String,
}

/// What becomes of a window that a person closes.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct ClosingRequest {
    /// Everything is kept, or the person goes without: close it. Else the page has heard and sees to it.
    pub close: bool,
}

/// One document.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DocumentRequest {
    /// Which.
    pub id: Id,
}

/// What a person says of a source line.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CorrectRequest {
    /// The document.
    pub id: Id,
    /// What is said.
    pub correction: Correction,
}

/// Several documents.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DocumentsRequest {
    /// Which.
    pub ids: Vec<Id>,
}

/// Where documents stand.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StatusRequest {
    /// Which documents.
    pub ids: Vec<Id>,
    /// Where they stand.
    pub status: Status,
}

/// One copy of the library.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct BackupRequest {
    /// Its name in the list of copies.
    pub name: String,
}

/// What to take of a file of another library, as a task that can be cancelled.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExchangeRequest {
    /// The task's name, chosen by the caller.
    pub task: String,
    /// What was decided, by the document's id; the usual is done with the others.
    pub choices: BTreeMap<Id, ExchangeChoice>,
}

/// Two states to compare, as a task that can be cancelled.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CompareRequest {
    /// The earlier.
    pub old: State,
    /// The later.
    pub new: State,
    /// The task's name, chosen by the caller.
    pub task: String,
}

/// What a person says of pairs, in one go.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DecideRequest {
    /// The earlier state.
    pub old: State,
    /// The later one.
    pub new: State,
    /// What is said.
    pub decisions: Vec<Decision>,
}

/// Something said of pairs, to be taken back.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct UndecideRequest {
    /// The earlier state.
    pub old: State,
    /// The later one.
    pub new: State,
    /// Which; the last thing said without a number.
    #[ts(optional)]
    pub act: Option<u32>,
}

/// A file to write; the person chooses where.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ExportRequest {
    /// What.
    pub source: ExportSource,
    /// In which format.
    pub format: ExportFormat,
    /// How a document is finished; the usual way if it is not said.
    #[serde(default)]
    #[ts(optional)]
    pub how: Option<ExportHow>,
}

/// A document's pages, to be looked at or printed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PagesRequest {
    /// Which document.
    pub id: Id,
    /// How it is finished.
    pub how: ExportHow,
}

/// What to open of the file that was written last.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct SavedRequest {
    /// The file or its folder.
    pub place: SavedPlace,
}

/// A page of a preview.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct PageRequest {
    /// The preview's name.
    pub key: u32,
    /// From 1.
    pub page: u32,
    /// How many dots a point takes.
    pub scale: f64,
}

/// A page of a preview that is to be printed.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct PrintPageRequest {
    /// The preview's name.
    pub key: u32,
    /// From 1.
    pub page: u32,
}

/// Pages to print.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct PrintRequest {
    /// The sheet is wider than high.
    pub turned: bool,
}

/// The office's own page.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OwnProfileRequest {
    /// All of it.
    pub own: OwnProfile,
}

/// What papers made of a document say besides.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PaperDetailsRequest {
    /// Which document.
    pub id: Id,
    /// All of it.
    pub details: PaperDetails,
}

/// New settings.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SettingsRequest {
    /// All of them.
    pub settings: Settings,
}

/// From what a new document begins.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StartRequest {
    /// From what.
    pub start: Start,
}

/// Edits of an open draft.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct EditRequest {
    /// The document.
    pub id: Id,
    /// What the last answer gave as `kept`.
    pub after: u32,
    /// What was changed, in order.
    pub edits: Vec<Edit>,
}

/// A name for a document as it stands.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct NameRevisionRequest {
    /// The document.
    pub id: Id,
    /// The name.
    pub name: String,
}

/// One revision of a document.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RevisionRequest {
    /// The document.
    pub id: Id,
    /// Its number, 1-based.
    pub number: u32,
}

/// What is said of one of last year's directives.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CarryRequest {
    /// The draft.
    pub id: Id,
    /// The directive of last year's document.
    pub directive: Id,
    /// What becomes of it.
    pub verdict: CarryVerdict,
    /// The new wording.
    #[ts(optional)]
    pub text: Option<String>,
    /// Why it is closed or dropped.
    #[ts(optional)]
    pub reason: Option<String>,
}

/// A template with what was filled in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TemplateRequest {
    /// Which.
    pub id: Id,
    /// Values by the fields' names.
    pub values: BTreeMap<String, String>,
}

/// A document to make a template of.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct KeepTemplateRequest {
    /// The document.
    pub document: Id,
    /// The own template it takes the place of.
    #[ts(optional)]
    pub id: Option<Id>,
    /// The template's name.
    pub name: String,
    /// When it is taken.
    pub about: String,
}

/// A template to copy under a name.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CopyTemplateRequest {
    /// Which.
    pub id: Id,
    /// The copy's name.
    pub name: String,
}

/// Things that came back for a draft, by their names in the assembly.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AssemblyRequest {
    /// The draft.
    pub id: Id,
    /// Which.
    pub keys: Vec<String>,
}

/// Files that came back for a draft, to be chosen by a person.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AssembleRequest {
    /// The draft.
    pub id: Id,
    /// The task's name, chosen by the caller.
    pub task: String,
}

/// A new remark.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RemarkRequest {
    /// The document.
    pub document: Id,
    /// The directive it is bound to, or nothing for the whole text.
    #[ts(optional)]
    pub directive: Option<Id>,
    /// The remark it answers.
    #[ts(optional)]
    pub answers: Option<Id>,
    /// Who makes it: initials.
    pub author: String,
    /// What is said.
    pub text: String,
    /// The wording proposed for the directive.
    #[ts(optional)]
    pub proposal: Option<String>,
}

/// What became of a remark.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SettleRequest {
    /// The document.
    pub document: Id,
    /// The remark.
    pub id: Id,
    /// What became of it.
    pub state: RemarkState,
}

/// A piece of advice to refuse, or not any more.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct IgnoreRequest {
    /// The document.
    pub id: Id,
    /// The advice.
    pub advice: Ignored,
    /// It is refused.
    pub refused: bool,
}

/// A word.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct WordRequest {
    /// As it stands in the text.
    pub word: String,
}

/// A register of acts.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ActsRequest {
    /// Its text; the shipped one is taken into use again without it.
    pub text: Option<String>,
}

/// A body's name as typed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ProposeRequest {
    /// The name.
    pub name: String,
}

/// A body for the register.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AddresseeRequest {
    /// The body; without an id it is new.
    pub body: Addressee,
}

/// Bodies for the register.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AddresseesRequest {
    /// The bodies; those without an id are new.
    pub bodies: Vec<Addressee>,
}

/// The beginning of a body's name, typed in a document.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SuggestRequest {
    /// The document.
    pub id: Id,
    /// What was typed.
    pub typed: String,
}

/// A body whose former names are looked for in a document.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RenamingsRequest {
    /// The document.
    pub document: Id,
    /// The body of the register.
    pub id: Id,
}

/// What the clipboard held.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PasteRequest {
    /// Its plain text.
    pub text: String,
    /// Its web page, if it held one.
    #[ts(optional)]
    pub html: Option<String>,
}

/// A deadline as a person types it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DeadlineRequest {
    /// What was typed.
    pub text: String,
    /// The adoption date, which resolves a missing year.
    pub adopted_on: Option<NaiveDate>,
}
