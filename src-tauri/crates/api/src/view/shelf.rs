use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use svod_model::Id;
use ts_rs::TS;

use super::{DocumentCard, LibraryView};

/// Where a document stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Being worked on.
    Draft,
    /// Adopted.
    Adopted,
    /// Put away.
    Archived,
}

/// A place where the searched words occur.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SearchHit {
    /// The document.
    pub document: Id,
    /// Its title.
    pub title: String,
    /// The directive, or nothing when the title block matched.
    pub directive: Option<Id>,
    /// The text that matched.
    pub text: String,
    /// Where the words stand in it: from and to, in UTF-16 units. Words of the query that stand
    /// beside the text (its addressee, its district) are not in it.
    pub marks: Vec<[u32; 2]>,
}

/// How like two texts are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Likeness {
    /// The same words.
    Same,
    /// Most words are the same.
    Near,
}

/// A document that says the same as another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Like {
    /// The document.
    pub card: DocumentCard,
    /// How like it is.
    pub likeness: Likeness,
}

/// Two documents that say the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct TwinsView {
    /// The one that was kept earlier.
    pub first: DocumentCard,
    /// The one that was kept later.
    pub second: DocumentCard,
    /// How like they are.
    pub likeness: Likeness,
}

/// How often a copy of the library is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Schedule {
    /// Never by itself.
    Never,
    /// Every day the program is started on.
    #[default]
    Day,
    /// Every week.
    Week,
}

/// Copies of the library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupsView {
    /// The folder they are in.
    pub folder: String,
    /// How often one is made.
    pub every: Schedule,
    /// The copies, the newest first.
    pub copies: Vec<Backup>,
}

/// A copy of the library.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Backup {
    /// The file's name.
    pub name: String,
    /// When it was made, UTC, RFC 3339.
    pub made_at: String,
    /// Its size in bytes.
    pub size: u64,
}

/// What came of emptying the bin.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EmptiedBin {
    /// The documents that are gone for good.
    pub gone: Vec<Id>,
    /// How many stay, because a draft or their control leans on them.
    pub needed: u32,
}

/// How a document of a bundle stands to those of the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExchangeState {
    /// The library has nothing like it.
    New,
    /// The library has it as it is.
    Same,
    /// The library has an earlier state of it.
    Newer,
    /// The library has a later state of it.
    Older,
    /// It was edited here and there.
    Conflict,
    /// The library has the same words in another document.
    Twin,
    /// It is in the bin of the library.
    Binned,
}

/// What to do with a document of a bundle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExchangeChoice {
    /// Leave the library as it is.
    Skip,
    /// Take theirs; what the library has of it stays among its revisions.
    Take,
    /// Keep ours and add theirs as another document.
    Both,
    /// Keep our text and take what they said of it where it goes on from what was said here.
    Said,
}

/// A document of a bundle.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExchangeItem {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// Its municipality.
    pub municipality: Option<String>,
    /// Its adoption date.
    pub adopted_on: Option<NaiveDate>,
    /// How many directives it has.
    pub directives: u32,
    /// How it stands to the library.
    pub state: ExchangeState,
    /// The document of the library it is, or says the same as.
    pub ours: Option<DocumentCard>,
    /// What is done unless a person says otherwise.
    pub choice: ExchangeChoice,
    /// Remarks, answers and marks of theirs that can be taken while our text is kept.
    pub said: u32,
    /// Directives whose execution was told of here and there apart: ours is kept.
    pub apart: u32,
}

/// A bundle somebody sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExchangeView {
    /// The file's name.
    pub file: String,
    /// When it was made, UTC, RFC 3339.
    pub made_at: String,
    /// Its documents.
    pub items: Vec<ExchangeItem>,
    /// What was said there of pairs of directives and is not known here; it comes with the documents.
    pub decisions: u32,
}

/// What came of taking a bundle.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExchangeReport {
    /// Documents that are new.
    pub added: u32,
    /// Documents that became what theirs is.
    pub updated: u32,
    /// Documents that were left.
    pub skipped: u32,
    /// Remarks, answers and marks that were taken while our text was kept.
    pub said: u32,
    /// What was said of pairs of directives and was taken.
    pub decisions: u32,
    /// The library after it.
    pub view: LibraryView,
}
