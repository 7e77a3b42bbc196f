use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use svod_model::{Directive, Group, Id, Severity};
use ts_rs::TS;

/// One piece of advice. Codes and values only; the words belong to whoever shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Finding {
    /// The rule that gave it.
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
    /// The document does not say when it was adopted.
    NoAdoptionDate,
    /// Directives stand under no addressee.
    NoAddressee,
    /// An addressee has no directives. Args: `heading`.
    EmptyGroup,
    /// Two groups of one section have the same addressees. Args: `heading`.
    RepeatedAddressee,
    /// A directive says nothing of time.
    NoDeadline,
    /// A deadline had passed when the document was adopted. Args: `phrase`.
    DeadlineBeforeAdoption,
    /// A period ends before it begins. Args: `phrase`.
    ReversedPeriod,
    /// A school year that was over at adoption: copied from last year. Args: `phrase`.
    StaleSchoolYear,
    /// The same directive twice. Args: `text`.
    DuplicateDirective,
    /// A weak verb without a number or a document as its result. Args: `verb`.
    WeakVerb,
    /// A share of more than 100 %. Args: `phrase`.
    ShareOverWhole,
}

impl Finding {
    /// A finding about the whole document.
    pub(crate) fn document(rule: Rule, severity: Severity) -> Self {
        Self {
            rule,
            severity,
            group: None,
            directive: None,
            args: BTreeMap::new(),
        }
    }

    /// A finding about a group.
    pub(crate) fn group(rule: Rule, severity: Severity, group: &Group) -> Self {
        Self {
            group: Some(group.id.clone()),
            ..Self::document(rule, severity)
        }
    }

    /// A finding about a directive.
    pub(crate) fn directive(
        rule: Rule,
        severity: Severity,
        group: &Group,
        directive: &Directive,
    ) -> Self {
        Self {
            directive: Some(directive.id.clone()),
            ..Self::group(rule, severity, group)
        }
    }

    /// Adds a value the message quotes.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.args.insert(name.into(), value.into());
        self
    }
}
