//! What the two programs get to see: plain data with public fields.

mod control;
mod districts;
mod drafting;
mod exchanged;
mod exporting;
mod shelf;
mod themes;
mod together;

pub use control::{
    AddresseeCount, ControlChange, ControlCounts, ControlItem, ControlView, ControlledDocument,
    DirectiveMark, DueItem, DueView, Execution, MadeMark, SheetChange, SheetConflict, SheetReturn,
    WorkdaysView,
};
pub use districts::{
    CellView, ColumnsBy, CommonTask, Counting, DistrictName, DistrictsView, FamilyView, LinesView,
    MissingTask, NearFamily, RegionCount, Sentence, SeriesView, SharedDocument, SharedText,
    SharingView, YearCount,
};
pub use drafting::{
    ActsView, Ancestor, CarryItem, CarryProgress, CarryVerdict, CarryView, DraftAdvice, DraftSaved,
    DraftView, GroupFacts, Recovered, Start, TemplateCard, TemplateField, TemplateView,
};
pub use exchanged::{ExchangeDifference, ExchangePart, ExchangeRow};
pub use exporting::{
    ExportDirective, ExportFormat, ExportHow, ExportLast, ExportPart, ExportPiece, ExportSource,
    ExportView, OwnProfile, OwnProfileView, PaperDetails, PaperPoint, PreviewSpot, PreviewView,
    ProfileName, SavedFile, SavedPlace,
};
pub use shelf::{
    Backup, BackupsView, EmptiedBin, ExchangeChoice, ExchangeItem, ExchangeReport, ExchangeState,
    ExchangeView, Like, Likeness, Schedule, SearchHit, Status, TwinsView,
};
pub use svod_model::control::{Fact as ReachedFact, Status as ControlStatus};
pub use themes::{ExamplePiece, SignCount, ThemeEntry, ThemeExample, ThemesTrial, ThemesView};
pub use together::{
    Addressee, Alias, AssemblyFile, AssemblyView, FoundAddressee, PastedView, Remark, RemarkState,
    Renaming,
};

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use svod_checks::Rule;
use svod_diff::{Comparison, Decision};
use svod_model::{Id, Kind, Resolution};
use svod_readers::{Correction, Format, Placement, SourceLine};
use ts_rs::TS;

use crate::Error;

/// The whole library at a glance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct LibraryView {
    /// The library file's path.
    pub path: String,
    /// Shelves in the order to show them.
    pub shelves: Vec<Shelf>,
    /// Documents that are not in the bin, newest change first.
    pub documents: Vec<DocumentCard>,
    /// Documents in the bin, last removed first.
    pub removed: Vec<DocumentCard>,
    /// Work that was not closed in good order and was found again at the start.
    pub recovered: Vec<Recovered>,
}

/// A shelf of documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Shelf {
    /// Its name in the library.
    pub id: Id,
    /// Which shelf it is; the window names the built-in ones in its own language.
    pub kind: ShelfKind,
    /// The person's name for it, for shelves of their own.
    pub name: String,
    /// Documents on it that are not in the bin.
    pub count: u32,
}

/// Kinds of shelves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ShelfKind {
    /// The person's own documents.
    Own,
    /// The sample resolutions the program brings along; can be removed as a whole.
    Examples,
}

/// A document in a list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DocumentCard {
    /// Its name in the library.
    pub id: Id,
    /// The shelf it stands on.
    pub shelf: Id,
    /// Its title.
    pub title: String,
    /// What it calls itself.
    pub kind: Kind,
    /// It is marked «Проект».
    pub draft: bool,
    /// Where it stands.
    pub status: Status,
    /// The event, in the nominative.
    pub event: Option<String>,
    /// Theme of the event.
    pub theme: Option<String>,
    /// Municipality, in the nominative.
    pub municipality: Option<String>,
    /// Region, in the nominative.
    pub region: Option<String>,
    /// Adoption date.
    pub adopted_on: Option<NaiveDate>,
    /// How many directives.
    pub directives: u32,
    /// How many places the reader was not sure about (warnings and errors).
    pub doubts: u32,
    /// The file it was read from.
    pub source_name: String,
    /// When it was last changed, UTC, RFC 3339.
    pub changed_at: String,
    /// Its newest revision, 1-based.
    pub revision: u32,
}

/// A document opened for reading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DocumentView {
    /// Its card.
    pub card: DocumentCard,
    /// Its newest revision.
    pub resolution: Resolution,
    /// Computed numbers of groups and directives, by id.
    pub numbers: BTreeMap<Id, String>,
    /// Its container; nothing for a revision that came from no file.
    pub format: Option<Format>,
    /// The encoding used, for formats that do not state one.
    pub encoding: Option<String>,
    /// The source, line by line.
    pub lines: Vec<SourceLine>,
    /// Where each source line went.
    pub placements: Vec<Placement>,
    /// What a person said of the source's lines, oldest first.
    pub corrections: Vec<Correction>,
}

/// Something that can be compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum State {
    /// A revision of a document of the library.
    Document {
        /// Which document.
        id: Id,
        /// Which revision; the newest without one.
        #[ts(optional)]
        revision: Option<u32>,
    },
    /// A file outside the library, which a person chose in this run of the program.
    File {
        /// The id on the card it was given.
        token: String,
    },
}

/// Two states side by side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ComparisonView {
    /// What became of what.
    pub comparison: Comparison,
    /// The earlier document.
    pub old: DocumentView,
    /// The later one.
    pub new: DocumentView,
    /// What a person said of their directives, oldest first.
    pub decisions: Vec<MadeDecision>,
    /// The themes that occur, in the order of their list.
    pub themes: Vec<ThemeName>,
    /// Themes of the old directives, by slug.
    pub old_themes: BTreeMap<Id, Vec<String>>,
    /// Themes of the new directives, by slug.
    pub new_themes: BTreeMap<Id, Vec<String>>,
}

/// Something a person said of two directives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MadeDecision {
    /// What was said in one go has one number, under which it can be taken back.
    pub act: u32,
    /// What was said.
    pub decision: Decision,
}

/// A theme of directives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ThemeName {
    /// Its name for programs.
    pub slug: String,
    /// Its name for people, from the list of themes; directives are Russian in every window.
    pub name: String,
}

/// A revision of a document, in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RevisionCard {
    /// 1-based.
    pub number: u32,
    /// The name a person gave it.
    pub name: Option<String>,
    /// When it was made, UTC, RFC 3339.
    pub made_at: String,
}

/// What came of an import, file by file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct ImportReport {
    /// One for each chosen file, in order.
    pub items: Vec<ImportItem>,
    /// Names of files in the chosen folders that are no documents.
    pub passed_over: Vec<String>,
}

/// What came of one file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ImportItem {
    /// The file's name without its folder.
    pub file: String,
    /// What came of it.
    pub outcome: ImportOutcome,
}

/// What can come of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum ImportOutcome {
    /// Read and stored.
    Imported {
        /// Its card.
        card: Box<DocumentCard>,
        /// A document of the library that says the same or nearly the same.
        like: Option<Box<Like>>,
    },
    /// The same bytes are in the library already; nothing was stored.
    Duplicate {
        /// The document they are.
        card: Box<DocumentCard>,
    },
    /// Could not be read; nothing was stored.
    Failed {
        /// Why.
        error: Error,
    },
}

/// The person's settings, kept in the library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Settings {
    /// Light, dark, or as the system says.
    #[serde(default)]
    pub theme: Theme,
    /// Interface language.
    #[serde(default)]
    pub language: Language,
    /// Drafting rules the organisation has switched off.
    #[serde(default = "off_at_first")]
    pub rules_off: Vec<Rule>,
    /// How often a copy of the library is made.
    #[serde(default)]
    pub backups: Schedule,
    /// The person's name, as it stands beside what they say of executions.
    #[serde(default)]
    pub name: String,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            language: Language::default(),
            rules_off: off_at_first(),
            backups: Schedule::default(),
            name: String::new(),
        }
    }
}

/// No-break spaces are put in by the writers anyway: said of every paragraph, they drown the rest.
fn off_at_first() -> Vec<Rule> {
    vec![Rule::NonBreakingSpace]
}

/// Colour themes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// Interface languages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Russian.
    #[default]
    Ru,
    /// English.
    En,
}

/// What the program says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct About {
    /// Its version.
    pub version: String,
    /// Where the library is.
    pub library: String,
}
