//! A document as the rules see it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use svod_model::{Deadline, Directive, Group, InheritedFrom, Resolution, Section, Severity};

use crate::place::{self, Place};
use crate::{Context, Finding, Part, Rule};

/// A resolution with its texts laid out, and what the check leans on.
pub(crate) struct Document<'a> {
    pub(crate) resolution: &'a Resolution,
    pub(crate) places: Vec<Place<'a>>,
    pub(crate) context: &'a Context<'a>,
}

/// A directive and where it stands.
pub(crate) type Task<'a> = (&'a Section, &'a Group, &'a Directive);

impl<'a> Document<'a> {
    pub(crate) fn new(resolution: &'a Resolution, context: &'a Context<'a>) -> Self {
        Self {
            resolution,
            places: place::all(resolution),
            context,
        }
    }

    pub(crate) fn adopted(&self) -> Option<NaiveDate> {
        self.resolution.adopted_on
    }

    pub(crate) fn tasks(&self) -> impl Iterator<Item = Task<'a>> + use<'a> {
        self.resolution.directives()
    }

    /// The texts of directives and of their leads.
    pub(crate) fn task_places(&self) -> impl Iterator<Item = &Place<'a>> {
        self.places.iter().filter(|place| place.is_task())
    }

    /// Every group with its section.
    pub(crate) fn groups(&self) -> impl Iterator<Item = (&'a Section, &'a Group)> + use<'a> {
        let sections = self.resolution.sections.iter();
        sections.flat_map(|section| section.groups.iter().map(move |group| (section, group)))
    }

    /// Every deadline, one that several directives inherit once.
    pub(crate) fn deadlines(&self) -> Vec<(Task<'a>, &'a Deadline)> {
        let mut seen = BTreeSet::new();
        let mut out = Vec::new();
        for task in self.tasks() {
            let (section, group, directive) = task;
            for deadline in &directive.deadlines {
                let new = match deadline.inherited_from {
                    None => true,
                    Some(InheritedFrom::Section) => seen.insert((&section.id, &deadline.phrase)),
                    Some(_) => seen.insert((&group.id, &deadline.phrase)),
                };
                if new {
                    out.push((task, deadline));
                }
            }
        }
        out
    }

    /// A finding about a fact of a directive, at the words it was read from.
    pub(crate) fn fact(
        &self,
        rule: Rule,
        severity: Severity,
        (section, group, directive): Task<'a>,
        phrase: &str,
    ) -> Finding {
        let texts = [
            (Part::Text, directive.text.as_str()),
            (Part::Lead, directive.lead.as_deref().unwrap_or_default()),
            (Part::Heading, group.heading.as_str()),
        ];
        let found = texts.into_iter().find_map(|(part, text)| {
            let at = text.find(phrase).filter(|_| !phrase.is_empty())?;
            Some((part, text, at))
        });
        let finding = Finding::directive(rule, severity, section, group, directive);
        let finding = match found {
            Some((part, text, at)) => {
                let units = |bytes: usize| {
                    let before = text.get(..bytes).unwrap_or_default();
                    u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX)
                };
                Finding {
                    part: Some(part),
                    range: Some([units(at), units(at + phrase.len())]),
                    quote: Some(phrase.to_owned()),
                    ..finding
                }
            }
            None => finding,
        };
        finding.with("phrase", phrase)
    }
}
