use serde::{Deserialize, Serialize};
use svod_corpus::Filter;
use svod_model::Id;
use ts_rs::TS;

use crate::view::{Counting, ExportFormat};

/// A matrix.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CountingRequest {
    /// What is counted.
    pub counting: Counting,
}

/// A cell of a matrix.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CellRequest {
    /// What is counted.
    pub counting: Counting,
    /// The row's key.
    pub row: String,
    /// The column's key.
    pub column: String,
}

/// What the documents of a filter have.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct FilterRequest {
    /// Which documents.
    pub filter: Filter,
}

/// The tasks of a district.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LinesRequest {
    /// Its key; the first district without one.
    pub district: Option<String>,
}

/// A family.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct FamilyRequest {
    /// Its number.
    pub family: u32,
}

/// Two families that are one task.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct JoinRequest {
    /// The one that stays.
    pub one: u32,
    /// The one that is joined to it.
    pub other: u32,
}

/// A directive in a document.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PartRequest {
    /// The document.
    pub document: Id,
    /// The directive whose text is another task.
    pub directive: Id,
}

/// Two documents.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SharedByRequest {
    /// The one.
    pub one: Id,
    /// The other.
    pub other: Id,
}

/// What a person says of two series.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SettleSeriesRequest {
    /// The series that stays.
    pub one: String,
    /// The other.
    pub other: String,
    /// They are one measure.
    pub together: bool,
}

/// What of the districts is saved as a file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct DistrictsSaveRequest {
    /// The matrix, or without it the series of a filter.
    pub counting: Option<Counting>,
    /// Which documents' series.
    pub filter: Filter,
    /// Excel or a web page.
    pub format: ExportFormat,
}

/// A series to be saved as a picture.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SeriesPictureRequest {
    /// Which documents' series.
    pub filter: Filter,
    /// The series' key.
    pub key: String,
}
