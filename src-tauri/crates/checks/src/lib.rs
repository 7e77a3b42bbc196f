//! Drafting advice on a resolution: one rule a file, each finding with its place.
#![warn(clippy::disallowed_methods)]

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use svod_model::{Id, Resolution, Severity};
use ts_rs::TS;

/// One piece of advice. Codes and values only; the words belong to whoever shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Finding {
    /// The rule's code, in kebab case.
    pub rule: Rule,
    /// How much it matters.
    pub severity: Severity,
    /// The group it is about.
    #[serde(default)]
    pub group: Option<Id>,
    /// The directive it is about.
    #[serde(default)]
    pub directive: Option<Id>,
    /// Values the message quotes, by name.
    #[serde(default)]
    pub args: BTreeMap<String, String>,
}

/// The rules, each in a file of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// The directives stand under no addressee.
    NoAddressee,
}

/// Runs every rule.
pub fn check(_resolution: &Resolution) -> Vec<Finding> {
    Vec::new()
}
