use std::collections::BTreeMap;
use std::io;

use chrono::NaiveDate;
use svod_model::{Bound, Deadline, Directive, Group, Id, Kind, Reference, Resolution};

use super::OWN;
use crate::docx::Xml;

/// What the text points at: everything is named once.
pub(super) struct Facts {
    /// What kind of statement it is.
    pub(super) kind: &'static str,
    /// Bodies by name, with their names in the file.
    organizations: BTreeMap<String, String>,
    /// Acts by their address, with their names in the file and the words for them.
    acts: BTreeMap<String, (String, String)>,
}

impl Facts {
    pub(super) fn of(resolution: &Resolution) -> Self {
        let (mut organizations, mut acts) = (BTreeMap::new(), BTreeMap::new());
        let groups = resolution
            .sections
            .iter()
            .flat_map(|section| &section.groups);
        for group in groups {
            let own = group.directives.iter().filter_map(|d| d.addressee.clone());
            for name in bodies(group).chain(own) {
                let next = format!("org_{}", organizations.len() + 1);
                organizations.entry(name.trim().to_owned()).or_insert(next);
            }
        }
        organizations.remove("");
        let references = resolution.directives().flat_map(|(_, _, d)| &d.references);
        for reference in references {
            let next = format!("act_{}", acts.len() + 1);
            acts.entry(address(reference))
                .or_insert((next, reference.canonical.clone()));
        }
        Self {
            kind: match resolution.kind {
                Kind::Resolution => "resolution",
                Kind::Decision => "decision",
                Kind::Recommendations => "recommendations",
                Kind::Protocol => "minutes",
                Kind::Plan => "plan",
                Kind::Order => "order",
            },
            organizations,
            acts,
        }
    }

    /// The names in the file of the bodies a group is addressed to, ready to be pointed at.
    pub(super) fn addressees(&self, group: &Group) -> String {
        let names = bodies(group).filter_map(|name| {
            let name = self.organizations.get(name.trim())?;
            Some(format!("#{name}"))
        });
        names.collect::<Vec<_>>().join(" ")
    }
}

/// The bodies of a group by their full names, or as they are printed.
fn bodies(group: &Group) -> impl Iterator<Item = String> {
    let full = group.bodies.iter().map(|body| body.name.clone());
    let printed = group.addressees.iter().cloned();
    full.chain(printed.skip(group.bodies.len()))
}

/// The address of an act: «/akn/ru/act/2012-12-29/273-ФЗ».
pub(super) fn address(reference: &Reference) -> String {
    let date = reference.date.map(|date| date.to_string());
    let name = reference.number.as_deref().unwrap_or(&reference.canonical);
    match date {
        Some(date) => format!("/akn/ru/act/{date}/{}", slug(name)),
        None => format!("/akn/ru/doc/{}", slug(name)),
    }
}

/// Words as a part of an address.
fn slug(text: &str) -> String {
    let letters = text
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' });
    let joined: String = letters.collect();
    let words = joined.split('-').filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// Writes `meta`.
pub(super) fn write(
    xml: &mut Xml,
    resolution: &Resolution,
    facts: &Facts,
    document_id: &str,
    made_on: NaiveDate,
) -> io::Result<()> {
    // A draft has not been adopted: its work is of the day it is written.
    let adopted = resolution.adopted_on.unwrap_or(made_on).to_string();
    let made_on = made_on.to_string();
    let work = format!("/akn/ru/statement/{adopted}/{document_id}");
    let expression = format!("{work}/rus@{adopted}");
    xml.element("meta", &[], |xml| {
        xml.element("identification", &[("source", "#svod")], |xml| {
            let level = |xml: &mut Xml, name: &str, uri: &str, end: &str, date: (&str, &str)| {
                xml.element(name, &[], |xml| {
                    let this = format!("{uri}/!main{end}");
                    xml.empty("FRBRthis", &[("value", &this)])?;
                    xml.empty("FRBRuri", &[("value", &format!("{uri}{end}"))])?;
                    xml.empty("FRBRdate", &[("date", date.1), ("name", date.0)])?;
                    xml.empty("FRBRauthor", &[("href", "#forum")])?;
                    match name {
                        "FRBRWork" => xml.empty("FRBRcountry", &[("value", "ru")]),
                        "FRBRExpression" => xml.empty("FRBRlanguage", &[("language", "rus")]),
                        _ => Ok(()),
                    }
                })
            };
            let of = if resolution.adopted_on.is_some() {
                "adoption"
            } else {
                "draft"
            };
            level(xml, "FRBRWork", &work, "", (of, &adopted))?;
            level(xml, "FRBRExpression", &expression, "", (of, &adopted))?;
            level(
                xml,
                "FRBRManifestation",
                &expression,
                ".xml",
                ("export", &made_on),
            )
        })?;
        xml.element("lifecycle", &[("source", "#svod")], |xml| {
            let event = [
                ("date", adopted.as_str()),
                ("source", "#original"),
                ("type", "generation"),
                ("eId", "event_adoption"),
            ];
            xml.empty("eventRef", &event)
        })?;
        xml.element("references", &[("source", "#svod")], |xml| {
            named(xml, "original", "original", &work, &resolution.title)?;
            for (address, (name, words)) in &facts.acts {
                named(xml, "activeRef", name, address, words)?;
            }
            let event = resolution
                .event
                .name
                .as_deref()
                .unwrap_or(&resolution.title);
            let own = "/akn/ontology/organization/ru/svod";
            named(xml, "TLCOrganization", "svod", own, "Свод")?;
            let address =
                |kind: &str, name: &str| format!("/akn/ontology/{kind}/ru/{}", slug(name));
            for (body, name) in &facts.organizations {
                named(
                    xml,
                    "TLCOrganization",
                    name,
                    &address("organization", body),
                    body,
                )?;
            }
            named(xml, "TLCEvent", "forum", &address("event", event), event)?;
            if let Some(place) = &resolution.place {
                named(
                    xml,
                    "TLCLocation",
                    "place",
                    &address("location", place),
                    place,
                )?;
            }
            Ok(())
        })?;
        let mut told = resolution.directives().map(|(_, _, directive)| directive);
        if told.any(|directive| !directive.deadlines.is_empty() || !directive.indicators.is_empty())
        {
            let attributes = [("source", "#svod"), ("xmlns:svod", OWN)];
            xml.element("proprietary", &attributes, |xml| {
                resolution
                    .directives()
                    .try_for_each(|(_, _, directive)| own_facts(xml, directive))
            })?;
        }
        Ok(())
    })
}

fn named(xml: &mut Xml, element: &str, id: &str, href: &str, words: &str) -> io::Result<()> {
    // An address may not be empty, whatever the words are.
    let words = if words.trim().is_empty() { id } else { words };
    xml.empty(element, &[("eId", id), ("href", href), ("showAs", words)])
}

/// Everything known of when and how much, by the directive's name.
fn own_facts(xml: &mut Xml, directive: &Directive) -> io::Result<()> {
    let of = |id: &Id| id.to_string();
    for deadline in &directive.deadlines {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        let (from, to) = (day(deadline.from), day(deadline.to));
        let id = of(&directive.id);
        let mut attributes = vec![
            ("directive", id.as_str()),
            ("phrase", deadline.phrase.as_str()),
        ];
        attributes.extend(from.as_deref().map(|from| ("from", from)));
        attributes.extend(to.as_deref().map(|to| ("to", to)));
        attributes.extend(
            deadline
                .recurrence
                .as_deref()
                .map(|rule| ("recurrence", rule)),
        );
        xml.empty("svod:deadline", &attributes)?;
    }
    for indicator in &directive.indicators {
        let (id, value) = (of(&directive.id), indicator.value.to_string());
        let by = indicator.by.map(|by| by.to_string());
        let relation = match indicator.relation {
            Bound::AtLeast => "at-least",
            Bound::AtMost => "at-most",
            Bound::Exactly => "exactly",
        };
        let mut attributes = vec![
            ("directive", id.as_str()),
            ("phrase", indicator.phrase.as_str()),
            ("value", &value),
            ("unit", &indicator.unit),
            ("relation", relation),
        ];
        attributes.extend(by.as_deref().map(|by| ("by", by)));
        xml.empty("svod:indicator", &attributes)?;
    }
    Ok(())
}

/// The day a deadline ends, or begins.
pub(super) fn day_of(deadline: &Deadline) -> Option<String> {
    let day = deadline.to.or(deadline.from)?;
    Some(day.to_string())
}
