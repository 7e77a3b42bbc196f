//! What the drafting screens get to see.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use svod_checks::Finding;
use svod_model::{Body, Deadline, Directive, Id, Kind, Resolution};
use ts_rs::TS;

use super::DocumentCard;

/// A document opened for editing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DraftView {
    /// Its card.
    pub card: DocumentCard,
    /// As it stands, with the edits that are in no revision yet.
    pub resolution: Resolution,
    /// How many times edits were kept since it was opened: what the next edits come after.
    pub kept: u32,
    /// What it takes over from last year, if it does.
    pub carry: Option<CarryProgress>,
    /// Where directives come from, by their ids: last year's ones.
    pub ancestors: BTreeMap<Id, Ancestor>,
}

/// How far the taking over from last year has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CarryProgress {
    /// Last year's document.
    pub source: Id,
    /// Its title.
    pub title: String,
    /// Its adoption date.
    pub adopted_on: Option<NaiveDate>,
    /// How many directives it has.
    pub directives: u32,
    /// Of how many something was said.
    pub decided: u32,
}

/// A directive of last year another continues.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Ancestor {
    /// Its id in last year's document.
    pub directive: Id,
    /// Its number there, as computed.
    pub number: String,
    /// Its words.
    pub text: String,
    /// The adoption date of its document.
    pub adopted_on: Option<NaiveDate>,
}

/// What came of keeping edits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DraftSaved {
    /// What the next edits come after.
    pub kept: u32,
    /// When, UTC, RFC 3339. The edits are on the disk.
    pub at: String,
    /// Directives whose facts are other than before, or that are new.
    pub directives: Vec<Directive>,
    /// Groups whose heading says something else than before.
    pub groups: Vec<GroupFacts>,
}

/// What a group's heading says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct GroupFacts {
    /// The group.
    pub id: Id,
    /// One string per body, as printed.
    pub addressees: Vec<String>,
    /// The same bodies by their full names.
    pub bodies: Vec<Body>,
    /// Those who act together with them.
    pub partners: Vec<String>,
    /// Deadlines the directives inherit.
    pub deadlines: Vec<Deadline>,
}

/// What the rules say of a draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DraftAdvice {
    /// The findings, in document order.
    pub findings: Vec<Finding>,
    /// How many pieces of advice were refused in this document.
    pub refused: u32,
    /// The state of the draft they speak of: what the last kept edits gave as `kept`.
    pub kept: u32,
}

/// The register of acts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ActsView {
    /// It is the person's own, not the one that comes with the program.
    pub own: bool,
    /// The register as a text a person can change.
    pub text: String,
}

/// Work that was not closed in good order and was found again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Recovered {
    /// The document.
    pub document: Id,
    /// Its title.
    pub title: String,
    /// How many times edits had been kept.
    pub edits: u32,
    /// When the last of them was kept, UTC, RFC 3339.
    pub last_at: String,
    /// The revision they are in now.
    pub revision: u32,
}

/// From what a new resolution begins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(tag = "start", rename_all = "snake_case")]
pub enum Start {
    /// From nothing.
    Blank {
        /// What it calls itself.
        kind: Kind,
    },
    /// From a template.
    Template {
        /// Which.
        id: Id,
        /// What was filled in, by the fields' names; what is left out stays as a field.
        values: BTreeMap<String, String>,
    },
    /// From last year's text: its title block now, its directives one by one.
    LastYear {
        /// Which.
        document: Id,
        /// By how many years dates and school years are moved; 0 leaves them.
        years: i32,
    },
    /// From a document as a whole: a copy to go on with.
    Copy {
        /// Which.
        document: Id,
    },
}

/// A template in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateCard {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// When it is taken and what is in it.
    pub about: String,
    /// It is the person's own, and can be changed and deleted.
    pub own: bool,
    /// What the document calls itself.
    pub kind: Kind,
    /// How many directives it has.
    pub directives: u32,
    /// What is to be filled in.
    pub fields: Vec<TemplateField>,
}

/// Something to fill in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TemplateField {
    /// Its name, as it stands in brackets in the text.
    pub name: String,
    /// An example.
    pub example: String,
}

/// A template with its document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct TemplateView {
    /// Its card.
    pub card: TemplateCard,
    /// The document it makes with the given values.
    pub resolution: Resolution,
    /// Computed numbers of its groups and directives, by id.
    pub numbers: BTreeMap<Id, String>,
    /// What fields that name a year say by the day that was given, by the fields' names.
    pub told: BTreeMap<String, String>,
    /// Fields of a day that were given something else.
    pub no_days: Vec<String>,
}

/// Last year's directives, one by one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CarryView {
    /// Last year's document.
    pub source: DocumentCard,
    /// By how many years dates and school years are moved.
    pub years: i32,
    /// Its directives in their order.
    pub items: Vec<CarryItem>,
    /// The draft as it stands.
    pub draft: DraftView,
}

/// One of last year's directives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CarryItem {
    /// The directive as it was.
    pub directive: Directive,
    /// Its number, as computed.
    pub number: String,
    /// The session's name.
    pub section: Option<String>,
    /// The heading of its group.
    pub heading: String,
    /// Its words with dates and school years moved.
    pub suggestion: String,
    /// What was said of it.
    pub verdict: Option<CarryVerdict>,
    /// Why it was closed or dropped.
    pub reason: Option<String>,
    /// The directive of the draft it became.
    pub became: Option<Id>,
    /// How it was executed, if it was under control.
    #[serde(default)]
    #[ts(optional)]
    pub execution: Option<super::Execution>,
}

/// What can become of one of last year's directives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CarryVerdict {
    /// Taken over, with its dates moved if that was asked for.
    Keep,
    /// Taken over in other words.
    Change,
    /// Carried out: needs no repeating.
    Close,
    /// Given up, with a reason.
    Drop,
}
