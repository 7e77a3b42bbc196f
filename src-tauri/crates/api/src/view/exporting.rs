use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use svod_model::Id;
use ts_rs::TS;

use super::State;

/// What to write to a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "what", rename_all = "snake_case")]
pub enum ExportSource {
    /// A document as it stands.
    Document {
        /// Which.
        id: Id,
    },
    /// The comparison of two states.
    Comparison {
        /// The earlier.
        old: State,
        /// The later.
        new: State,
    },
}

/// Formats a file can be written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// Word.
    #[default]
    Docx,
    /// Pages for print, archive and screen readers; documents only.
    Pdf,
    /// OpenDocument text; documents only.
    Odt,
    /// One self-contained web page.
    Html,
    /// Markdown.
    Md,
    /// Plain text, UTF-8.
    Txt,
    /// The contract's JSON.
    Json,
    /// A workbook of Excel.
    Xlsx,
    /// Deadlines as a calendar; documents only.
    Ics,
    /// Akoma Ntoso 3.0, XML for legal documents; documents only.
    Akn,
    /// Word with the changes as revisions to accept or reject; comparisons only.
    Redline,
}

/// What is made of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "part", rename_all = "snake_case")]
pub enum ExportPart {
    /// All of it.
    #[default]
    Whole,
    /// The directives of one session.
    Section {
        /// Which.
        id: Id,
    },
    /// An extract for one addressee, with the mark of a true copy.
    Addressee {
        /// The name in the nominative.
        name: String,
    },
    /// The directives a person picked.
    Directives {
        /// Which.
        ids: Vec<Id>,
    },
    /// The plan of measures.
    Plan,
    /// The order that makes it binding.
    Order,
    /// Who gets it.
    Distribution,
    /// The remarks made on it.
    Remarks,
}

/// Whose rules the page follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProfileName {
    /// ГОСТ Р 7.0.97-2025.
    #[default]
    Gost2025,
    /// ГОСТ Р 7.0.97-2016, which instructions of older offices name.
    Gost2016,
    /// The office's own.
    Own,
}

/// Page and type of the office's own instruction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct OwnProfile {
    /// Left margin in millimetres.
    pub left_mm: f64,
    /// Right margin in millimetres.
    pub right_mm: f64,
    /// Top margin in millimetres.
    pub top_mm: f64,
    /// Bottom margin in millimetres.
    pub bottom_mm: f64,
    /// Body size in points.
    pub size_pt: f64,
    /// Line spacing as a multiple of a single line.
    pub line_spacing: f64,
    /// Indent of a paragraph's first line in centimetres.
    pub first_line_cm: f64,
    /// Body text is set flush to both margins.
    pub justified: bool,
    /// Words are hyphenated at line ends.
    pub hyphenated: bool,
    /// Page numbers from the second page on.
    pub page_numbers: bool,
}

/// How a document is finished. What is left out is as it was chosen last.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportHow {
    /// How much of it.
    #[serde(default)]
    pub part: ExportPart,
    /// Whose rules the page follows.
    #[serde(default)]
    pub profile: ProfileName,
    /// The file is sent out to be edited and comes back: it carries anchors.
    #[serde(default)]
    pub editing: bool,
}

/// What was chosen for the export before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExportLast {
    /// The format.
    #[serde(default)]
    pub format: ExportFormat,
    /// Whose rules the page follows.
    #[serde(default)]
    pub profile: ProfileName,
    /// For editing.
    #[serde(default)]
    pub editing: bool,
}

/// What a person chooses from before a document leaves the program.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportView {
    /// The document's title.
    pub title: String,
    /// Its sessions that have a name, with how many directives each has.
    pub sections: Vec<ExportPiece>,
    /// Everybody it is addressed to, by name, with how many directives each has.
    pub addressees: Vec<ExportPiece>,
    /// Its directives: printed number and text.
    pub directives: Vec<ExportDirective>,
    /// How many remarks were made on it.
    pub remarks: u32,
    /// What was chosen last.
    pub last: ExportLast,
    /// The office's own page.
    pub own: OwnProfile,
    /// What papers made of it say besides.
    pub details: PaperDetails,
}

/// What papers made of a document say that the document does not. Empty words are left to be written
/// by hand, or are the usual ones.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PaperDetails {
    /// Post of who states that a copy is true; «Секретарь».
    pub certifier_post: String,
    /// Their name.
    pub certifier_name: String,
    /// The day of the statement.
    pub certified_on: Option<NaiveDate>,
    /// Whose order it is, in the genitive.
    pub issuer: String,
    /// The order's number.
    pub order_number: String,
    /// The order's day.
    pub order_on: Option<NaiveDate>,
    /// Where the order is given; where the document was adopted.
    pub order_place: String,
    /// Who controls the order, as a sentence.
    pub control: String,
    /// Post of who signs the order.
    pub signer_post: String,
    /// Their name.
    pub signer_name: String,
    /// Those the order is shown to, a line each.
    pub shown_to: String,
    /// The order's points, as they are printed.
    pub points: Vec<PaperPoint>,
    /// Points made of the document that a person left out of the order. A point that is in neither list
    /// comes back into the order.
    pub left_out: Vec<PaperPoint>,
    /// How many copies an addressee gets, by name in the nominative; one unless it is said.
    pub copies: BTreeMap<String, u32>,
}

/// A point of an order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct PaperPoint {
    /// Its stable name; a new one may be nameless.
    pub id: Id,
    /// It is made of the document, and not a person's own.
    pub made: bool,
    /// «2.1.»; empty where it is not printed.
    pub number: String,
    /// Whose it is, in the dative; empty where it is nobody's.
    pub heading: String,
    /// The task.
    pub text: String,
    /// What the document makes it say now, where the document has changed since a person reworded it.
    pub now: Option<String>,
}

/// The office's own page in the settings, beside what it goes back to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct OwnProfileView {
    /// As it is.
    pub own: OwnProfile,
    /// The standard's.
    pub standard: OwnProfile,
    /// The first page of a sample set so, for an image's address.
    pub page: String,
}

/// A session or an addressee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExportPiece {
    /// Its stable name; the name itself for an addressee.
    pub id: Id,
    /// What it says.
    pub name: String,
    /// How many directives it has.
    pub count: u32,
}

/// A directive in the list of a selection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ExportDirective {
    /// Its stable name.
    pub id: Id,
    /// «1.2.»
    pub number: String,
    /// The task.
    pub text: String,
}

/// The pages of the PDF that would be written, ready to be asked for one by one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PreviewView {
    /// The name they are asked for by.
    pub key: u32,
    /// How many there are.
    pub pages: u32,
    /// Width of a page divided by its height.
    pub ratio: f64,
    /// Where the directives begin.
    pub spots: BTreeMap<Id, PreviewSpot>,
    /// Letters of the text that cannot be printed, if there are any.
    pub unprintable: String,
}

/// Where a directive begins.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PreviewSpot {
    /// Its page, from 1.
    pub page: u32,
    /// 0 is the upper edge of the page, 1 the lower one.
    pub down: f64,
}

/// What is opened of a file that was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SavedPlace {
    /// The file, in the program of its kind.
    File,
    /// The folder it lies in.
    Folder,
}

impl SavedPlace {
    /// Where that is.
    pub fn of(self, file: &Path) -> &Path {
        match self {
            Self::File => file,
            Self::Folder => file.parent().unwrap_or(file),
        }
    }
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedFile {
    /// Its name without the folder.
    pub name: String,
    /// Its full path.
    pub path: String,
    /// Its size in bytes.
    pub size: u64,
}
