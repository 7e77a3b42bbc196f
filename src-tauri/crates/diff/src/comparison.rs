use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use svod_model::{Deadline, Id, Indicator, Reference};
use ts_rs::TS;

/// What became of one resolution's directives in another. Its JSON is the contract of
/// `svod compare`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Comparison {
    /// The JSON format's name and major version: `svod.comparison/1`.
    pub schema: String,
    /// The earlier document.
    pub old: Side,
    /// The later one.
    pub new: Side,
    /// Directives that belong together, in the order of the new document.
    pub pairs: Vec<Pair>,
    /// Old directives without a partner, in the old document's order.
    pub dropped: Vec<Part>,
    /// New directives without a partner, in the new document's order.
    pub added: Vec<Part>,
    /// How many of each.
    pub summary: Summary,
}

/// One of the two documents, as a reader would name it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Side {
    /// Its title.
    pub title: String,
    /// The day it was adopted.
    pub adopted_on: Option<NaiveDate>,
}

/// A directive, by id and text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Part {
    /// Its id in its own document.
    pub id: Id,
    /// Its text.
    pub text: String,
}

/// Two directives a methodologist would put in one table row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Pair {
    /// The old directive.
    pub old: Part,
    /// The new directive.
    pub new: Part,
    /// How they relate.
    pub relation: Relation,
    /// The share of such pairs a person would accept, 0 to 1.
    pub score: f64,
    /// It stands elsewhere in the order of the pairs, or under another addressee.
    pub moved: bool,
    /// The facts that differ; only what changed.
    pub changes: Changes,
    /// The texts word by word: the equal and deleted words give the old text, the equal and
    /// inserted ones the new text.
    pub words: Vec<Word>,
}

/// How two paired directives relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    /// The same text.
    Unchanged,
    /// The same task, wording edited.
    Reworded,
    /// The same task in new words.
    Continued,
    /// The new one asks for part of the old.
    Narrowed,
    /// The new one asks for more.
    Broadened,
    /// One old directive became several.
    Split,
    /// Several old directives became one.
    Merged,
}

/// The facts of a pair that differ.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Changes {
    /// Who it is given to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub addressee: Option<Change<String>>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub deadlines: Option<Change<Deadline>>,
    /// How much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub indicators: Option<Change<Indicator>>,
    /// On what basis.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub references: Option<Change<Reference>>,
}

/// The same fact before and after.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Change<T> {
    /// Before.
    pub old: Vec<T>,
    /// After.
    pub new: Vec<T>,
}

/// A run of words with one fate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Word {
    /// What happened to it.
    pub op: Op,
    /// The words with their spaces and punctuation.
    pub text: String,
}

/// The fate of a run of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Op {
    /// In both texts.
    Equal,
    /// Only in the new text.
    Insert,
    /// Only in the old text.
    Delete,
}

/// Counts of pairs by relation (`unchanged`, `reworded` …), and `moved`, `dropped`, `added`.
pub type Summary = BTreeMap<String, u32>;
