//! What the screens for working together get to see: files that came back, remarks, the register
//! of addressees, pasted texts.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use svod_diff::Assembly;
use svod_model::{BodyClass, Id, Resolution};
use svod_readers::{Placement, SourceLine};
use ts_rs::TS;

use super::DraftView;
use crate::Error;

/// Files that came back, set against the draft they belong to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AssemblyView {
    /// The files, in the order of their keys.
    pub files: Vec<AssemblyFile>,
    /// What is in them.
    pub assembly: Assembly,
    /// Names of what a person took into the draft.
    pub taken: Vec<String>,
    /// Names of what a person left out.
    pub left: Vec<String>,
    /// The draft as it stands.
    pub draft: DraftView,
}

/// A file that came back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AssemblyFile {
    /// Its key in the assembly; nothing if it could not be read.
    pub key: Option<String>,
    /// Its name.
    pub name: String,
    /// Why it could not be read.
    pub error: Option<Error>,
}

/// A remark on a draft, an answer to one, or a proposed wording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Remark {
    /// Its id.
    pub id: Id,
    /// The directive it is bound to, or nothing for the whole text.
    pub directive: Option<Id>,
    /// The remark it answers.
    pub answers: Option<Id>,
    /// Who made it: initials.
    pub author: String,
    /// What is said.
    pub text: String,
    /// The wording proposed for the directive.
    pub proposal: Option<String>,
    /// What became of it.
    pub state: RemarkState,
    /// When, UTC, RFC 3339.
    pub made_at: String,
}

/// What became of a remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RemarkState {
    /// Nothing yet.
    Open,
    /// It was dealt with.
    Resolved,
    /// The proposed wording was taken.
    Accepted,
    /// It was not.
    Rejected,
}

/// A body of the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Addressee {
    /// Its id; empty for one that is not kept yet.
    #[serde(default)]
    pub id: Id,
    /// Its name in the nominative.
    pub name: String,
    /// Its name in the dative, as headings print it.
    pub dative: String,
    /// Its short name.
    #[serde(default)]
    pub short: Option<String>,
    /// What kind of body it is.
    pub class: BodyClass,
    /// Names it had or has beside.
    #[serde(default)]
    pub aliases: Vec<Alias>,
    /// A person confirmed the dative; a proposal otherwise.
    #[serde(default)]
    pub confirmed: bool,
}

/// Another name of a body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Alias {
    /// The name in the nominative.
    pub name: String,
    /// The name in the dative.
    pub dative: String,
    /// The day the name was given up, if it was.
    #[serde(default)]
    pub until: Option<NaiveDate>,
}

/// A body the documents name and the register has not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FoundAddressee {
    /// As it would stand in the register; its dative is what a document prints.
    pub body: Addressee,
    /// How many directives it is given.
    pub directives: u32,
    /// In how many documents.
    pub documents: u32,
}

/// A heading or a task that names a body by a name it no longer has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Renaming {
    /// The group or directive.
    pub place: Id,
    /// It is the heading of a group.
    pub heading: bool,
    /// The text as it is.
    pub old: String,
    /// The text with the name the body has now.
    pub new: String,
}

/// A pasted text as a resolution, to be looked through before it goes into the draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PastedView {
    /// What was recognised.
    pub resolution: Resolution,
    /// Computed numbers of its groups and directives, by id.
    pub numbers: BTreeMap<Id, String>,
    /// The pasted text, line by line.
    pub lines: Vec<SourceLine>,
    /// Where each line went.
    pub placements: Vec<Placement>,
}
