//! A document that was edited here and there, side by side.

use serde::{Deserialize, Serialize};
use svod_diff::Word;
use ts_rs::TS;

/// What differs between a document of a bundle and ours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExchangeDifference {
    /// What differs, from the title to the closing words.
    pub rows: Vec<ExchangeRow>,
    /// How many directives are the same.
    pub same: u32,
}

/// A part of a document that differs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExchangeRow {
    /// Which part.
    pub part: ExchangePart,
    /// The number of our directive.
    pub ours: Option<String>,
    /// The number of theirs.
    pub theirs: Option<String>,
    /// The equal and deleted words give our text, the equal and inserted ones theirs.
    pub words: Vec<Word>,
    /// It stands elsewhere.
    pub moved: bool,
}

/// A part of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExchangePart {
    /// Its title.
    Title,
    /// Its event and adoption.
    Details,
    /// What stands before the sections.
    Preamble,
    /// What a section says before its directives.
    Section,
    /// Whom directives are given to.
    Addressee,
    /// A directive.
    Directive,
    /// What follows the last directive.
    Closing,
}
