use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use svod_model::{Directive, Id};
use ts_rs::TS;

use crate::{ActRegister, Finding, Rule, Speller};

/// What a check leans on beside the document itself.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// Which acts are in force, and when.
    pub acts: &'a ActRegister,
    /// Nothing: words are not checked.
    pub speller: Option<&'a Speller>,
    /// Last year's directive by this year's id.
    pub previous: &'a BTreeMap<Id, Directive>,
    /// Rules the organisation has switched off.
    pub off: &'a BTreeSet<Rule>,
    /// Advice a person has refused here.
    pub ignored: &'a BTreeSet<Ignored>,
}

static NOTHING_BEFORE: BTreeMap<Id, Directive> = BTreeMap::new();
static ALL_ON: BTreeSet<Rule> = BTreeSet::new();
static NONE_IGNORED: BTreeSet<Ignored> = BTreeSet::new();

impl Default for Context<'_> {
    /// The shipped register, no speller, nothing switched off.
    fn default() -> Self {
        Self {
            acts: ActRegister::shipped(),
            speller: None,
            previous: &NOTHING_BEFORE,
            off: &ALL_ON,
            ignored: &NONE_IGNORED,
        }
    }
}

/// Advice a person has refused: a rule, at a place, about these words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
pub struct Ignored {
    /// The rule.
    pub rule: Rule,
    /// The directive, group or section; nothing for the whole document.
    #[serde(default)]
    pub place: Option<Id>,
    /// The words; nothing for whatever the rule says of that place.
    #[serde(default)]
    pub quote: Option<String>,
}

impl Context<'_> {
    /// Whether a finding is to be shown.
    pub(crate) fn lets(&self, finding: &Finding) -> bool {
        let refused = |ignored: &Ignored| {
            let here = ignored.place.is_none() || ignored.place.as_ref() == finding.place();
            let these = ignored.quote.is_none() || ignored.quote == finding.quote;
            ignored.rule == finding.rule && here && these
        };
        !self.ignored.iter().any(refused)
    }
}
