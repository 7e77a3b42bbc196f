use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use svod_corpus::{Filter, Line, Matrix, Piece, RowsBy, Series, SeriesSuggestion, Shared, Show};
use svod_diff::Word;
use svod_model::{Deadline, Id, Indicator};
use ts_rs::TS;

/// What stands in the columns of a matrix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ColumnsBy {
    /// Themes of the list.
    #[default]
    Themes,
    /// Tasks that most districts have.
    Families,
}

/// What a matrix counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Counting {
    /// Which directives.
    pub filter: Filter,
    /// By what.
    pub columns: ColumnsBy,
    /// What the cells tell.
    #[serde(default)]
    pub show: Show,
    /// Only rows and columns that have a gap.
    #[serde(default)]
    pub only_gaps: bool,
    /// The row of this key alone.
    #[serde(default)]
    pub row: Option<String>,
    /// The column of this key alone.
    #[serde(default)]
    pub column: Option<String>,
}

/// Districts at a glance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DistrictsView {
    /// What is counted.
    pub counting: Counting,
    /// What a row stands for.
    pub rows_by: RowsBy,
    /// The counts.
    pub matrix: Matrix,
    /// Regions there are.
    pub regions: Vec<RegionCount>,
    /// Years there are.
    pub years: Vec<YearCount>,
    /// How many documents were not looked at yet.
    pub pending: u32,
    /// There are only samples so far, and they are counted: once there is anything else, they are not.
    pub only_samples: bool,
}

/// A region with its documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RegionCount {
    /// Its name.
    pub name: String,
    /// How many documents.
    pub documents: u32,
}

/// A year with its documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct YearCount {
    /// The year.
    pub year: i32,
    /// How many documents.
    pub documents: u32,
}

/// What stands behind a cell of a matrix.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CellView {
    /// The directives, the newest first.
    pub sentences: Vec<Sentence>,
    /// How many there are, if not all are given.
    pub total: u32,
    /// What at least half of the others have and this one has not.
    pub missing: Vec<MissingTask>,
}

/// A directive where it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Sentence {
    /// The document.
    pub document: Id,
    /// Its title.
    pub title: String,
    /// The day it was adopted.
    pub adopted_on: Option<NaiveDate>,
    /// The directive.
    pub directive: Id,
    /// Its printed number.
    pub number: String,
    /// Whom it is given to.
    pub addressees: Vec<String>,
    /// The phrase it continues.
    pub lead: Option<String>,
    /// Its text.
    pub text: String,
    /// When.
    pub deadlines: Vec<Deadline>,
    /// How much.
    pub indicators: Vec<Indicator>,
    /// The family of its task.
    pub family: u32,
}

/// A task others have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MissingTask {
    /// Its family.
    pub family: u32,
    /// Its text.
    pub text: String,
    /// How many others have it.
    pub rows: u32,
}

/// A district by what it is known by and its newest name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DistrictName {
    /// What it is known by.
    pub key: String,
    /// Its newest name.
    pub name: String,
}

/// The tasks of a district through the years.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct LinesView {
    /// Which district.
    pub district: String,
    /// Districts there are.
    pub districts: Vec<DistrictName>,
    /// Years the district has documents of.
    pub years: Vec<i32>,
    /// Its tasks, the longest standing first.
    pub lines: Vec<Line>,
}

/// A family with what may be the same task.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FamilyView {
    /// The family.
    pub family: u32,
    /// Its text.
    pub text: String,
    /// What a person may join to it, the likeliest first.
    pub near: Vec<NearFamily>,
}

/// A family that may be the same task.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct NearFamily {
    /// The family.
    pub family: u32,
    /// Its text.
    pub text: String,
    /// The share of such pairs a person would accept, 0 to 1.
    pub likelihood: f64,
}

/// What documents share.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct SharingView {
    /// Which documents.
    pub filter: Filter,
    /// How many there are when they are too many for a table; then nothing else is given.
    pub too_many: u32,
    /// The documents, by date.
    pub documents: Vec<SharedDocument>,
    /// Every two that share something, by their places.
    pub pairs: Vec<Shared>,
    /// Places of the documents so that those that share most stand side by side.
    pub order: Vec<usize>,
    /// Where each stands on the map, across and down, 0 to 1.
    pub spots: Vec<[f64; 2]>,
    /// There are so many that each place stands for a district; the document named is its newest.
    pub by_district: bool,
    /// The common template, in the order in which its tasks usually stand.
    pub template: Vec<CommonTask>,
    /// Formulas nearly every document has.
    pub boilerplate: Vec<CommonTask>,
}

/// A document among those that share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SharedDocument {
    /// The document.
    pub document: Id,
    /// Its title.
    pub title: String,
    /// Its district.
    pub district: String,
    /// The day it was adopted.
    pub adopted_on: Option<NaiveDate>,
    /// How many directives it has.
    pub directives: u32,
    /// How many documents stand behind it: more than one where a district is shown as one.
    pub documents: u32,
}

/// A task many documents have, with the text behind its variants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CommonTask {
    /// Its family.
    pub family: u32,
    /// How many documents have it.
    pub documents: u32,
    /// In how many wordings.
    pub wordings: u32,
    /// The text; what is not common differs between the variants.
    pub text: Vec<Piece>,
}

/// A directive two documents share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SharedText {
    /// The directive of the earlier document.
    pub old: Id,
    /// The directive of the later one.
    pub new: Id,
    /// Only dates and numbers differ, if anything.
    pub exact: bool,
    /// The two texts word by word.
    pub words: Vec<Word>,
}

/// Indicators over districts and years.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SeriesView {
    /// Series, those of most districts first.
    pub series: Vec<Series>,
    /// How many there are, if not all are given.
    pub total: u32,
    /// What a person may join.
    pub suggestions: Vec<SeriesSuggestion>,
}
