use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use svod_model::{Directive, Group, Id, Section, Severity};
use ts_rs::TS;

use crate::Rule;

/// One piece of advice. Codes and values only; the words belong to whoever shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Finding {
    /// The rule that gave it.
    pub rule: Rule,
    /// How much it matters.
    pub severity: Severity,
    /// The section it is about.
    #[serde(default)]
    pub section: Option<Id>,
    /// The group it is about.
    #[serde(default)]
    pub group: Option<Id>,
    /// The directive it is about.
    #[serde(default)]
    pub directive: Option<Id>,
    /// Which text of that place.
    #[serde(default)]
    pub part: Option<Part>,
    /// First and past-last UTF-16 unit in that text.
    #[serde(default)]
    pub range: Option<[u32; 2]>,
    /// The words at the range; a screen drops a finding whose text has changed meanwhile.
    #[serde(default)]
    pub quote: Option<String>,
    /// Values the message quotes, by name.
    #[serde(default)]
    pub args: BTreeMap<String, String>,
    /// A safe mending of the range.
    #[serde(default)]
    pub fix: Option<Fix>,
}

/// Which text of a place a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(tag = "part", rename_all = "kebab-case")]
#[ts(rename = "FindingPart")]
pub enum Part {
    /// The document's title.
    Title,
    /// The event's theme.
    Theme,
    /// A paragraph of the preamble.
    Preamble {
        /// Its place, from 0.
        index: u32,
    },
    /// A section's title.
    SectionTitle,
    /// What a section established.
    Finding {
        /// Its place, from 0.
        index: u32,
    },
    /// What a section named as a problem.
    Problem {
        /// Its place, from 0.
        index: u32,
    },
    /// The phrase that introduces a section's directives.
    LeadIn,
    /// A group's heading.
    Heading,
    /// The parent phrase of a sub-item.
    Lead,
    /// A directive's text.
    Text,
    /// A paragraph behind the last directive.
    Closing {
        /// Its place, from 0.
        index: u32,
    },
}

/// How a range can be mended without a thought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Fix {
    /// Put this in its place.
    Replace {
        /// The words instead.
        text: String,
    },
    /// Take it out.
    Remove,
}

impl Finding {
    /// A finding about the whole document.
    pub(crate) fn document(rule: Rule, severity: Severity) -> Self {
        Self {
            rule,
            severity,
            section: None,
            group: None,
            directive: None,
            part: None,
            range: None,
            quote: None,
            args: BTreeMap::new(),
            fix: None,
        }
    }

    /// A finding about a section.
    pub(crate) fn section(rule: Rule, severity: Severity, section: &Section) -> Self {
        Self {
            section: Some(section.id.clone()),
            ..Self::document(rule, severity)
        }
    }

    /// A finding about a group.
    pub(crate) fn group(rule: Rule, severity: Severity, section: &Section, group: &Group) -> Self {
        Self {
            group: Some(group.id.clone()),
            ..Self::section(rule, severity, section)
        }
    }

    /// A finding about a directive.
    pub(crate) fn directive(
        rule: Rule,
        severity: Severity,
        section: &Section,
        group: &Group,
        directive: &Directive,
    ) -> Self {
        Self {
            directive: Some(directive.id.clone()),
            ..Self::group(rule, severity, section, group)
        }
    }

    /// Adds a value the message quotes.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.args.insert(name.into(), value.into());
        self
    }

    /// Adds a mending.
    pub(crate) fn mended(mut self, text: impl Into<String>) -> Self {
        let text = text.into();
        self.fix = Some(if text.is_empty() {
            Fix::Remove
        } else {
            Fix::Replace { text }
        });
        self
    }

    /// The narrowest part it is about.
    pub(crate) fn place(&self) -> Option<&Id> {
        let group = self.group.as_ref();
        self.directive.as_ref().or(group).or(self.section.as_ref())
    }
}
