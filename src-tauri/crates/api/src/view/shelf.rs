use serde::{Deserialize, Serialize};
use svod_model::Id;
use ts_rs::TS;

use super::DocumentCard;

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
