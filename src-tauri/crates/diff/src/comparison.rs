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
    /// For directives without a partner: those on the other side that come nearest, best first. They
    /// are offered when a person looks for a partner, never shown as pairs.
    #[serde(default)]
    pub possible: Vec<Possible>,
    /// How many of each.
    pub summary: Summary,
}

/// Two directives that may belong together, though the comparison would not say so.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct Possible {
    /// The old directive.
    pub old: Id,
    /// The new directive.
    pub new: Id,
    /// The share of such pairs a person would accept, 0 to 1.
    pub score: f64,
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
    /// The same in words: whether it needs a look.
    pub certainty: Certainty,
    /// What speaks for the pair, the strongest first.
    #[serde(default)]
    pub reasons: Vec<Reason>,
    /// A person said that the two belong together.
    #[serde(default)]
    pub confirmed: bool,
    /// It stands elsewhere in the order of the pairs, or under another addressee.
    pub moved: bool,
    /// The facts that differ; only what changed.
    pub changes: Changes,
    /// The texts word by word: the equal and deleted words give the old text, the equal and
    /// inserted ones the new text.
    pub words: Vec<Word>,
    /// The lead phrases above two sub-items in the same way, where they differ.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Word>>")]
    pub lead_words: Vec<Word>,
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

/// How sure a pair is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Right practically always: shown quietly.
    Sure,
    /// Right as a rule: marked for a look.
    Probable,
    /// Right about as often as not: to be checked first.
    Possible,
}

/// Something that speaks for a pair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Reason {
    /// The texts are the same to the letter.
    SameText,
    /// The texts are the same but for dates, numbers and marks.
    SameButFacts,
    /// Most of the wording is the same.
    SameWording,
    /// The same kind of action («провести» and «проведение»).
    SameAction,
    /// The next step of the same work: «разработать», then «внедрить».
    NextStage,
    /// The same thing is worked on.
    SameObject {
        /// Words of the new text that name it.
        words: String,
        /// Words of the old text that name it, where they are others.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        before: Option<String>,
    },
    /// The same quoted name.
    SameName {
        /// The name without its quotes.
        name: String,
    },
    /// The same legal act.
    SameAct {
        /// Its canonical form.
        act: String,
    },
    /// The same kind of addressee.
    SameAddressee,
    /// One is a part of the other.
    Part,
    /// A person put the two together.
    Person,
}

/// What a person said of two directives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Decision {
    /// The old directive as it was then. It is found again by its text when the file was read anew.
    pub old: Part,
    /// The new directive as it was then.
    pub new: Part,
    /// What was said.
    pub verdict: Judgement,
}

/// Whether two directives belong together, by a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Judgement {
    /// They do. Several such for one directive make a split or a merge.
    Together {
        /// How they relate, when the person named it; else the comparison says.
        #[ts(optional)]
        relation: Option<Relation>,
    },
    /// They do not, and are never paired again.
    Apart,
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
    /// A change that says nothing new, and of what sort; a view may hide it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub light: Option<Light>,
}

/// Changes that leave what is said as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Light {
    /// Another form of the same word: «план», «плана».
    Form,
    /// Capitals.
    Case,
    /// Spaces, marks and quotes.
    Marks,
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
