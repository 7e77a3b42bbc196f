//! Facts of parts a person edits: the same recogniser, without a file.

use chrono::NaiveDate;
use svod_model::{Deadline, Directive, Group, InheritedFrom, Origin, Resolution};

use svod_language::addressees::split_any;

use crate::outline::{facts, items, name_bodies};

/// Recognises anew the facts of a directive whose words have become `text`: its deadlines, targets,
/// references and the addressee it names. What a person denied is left out, what they stated stays, and so does what the old
/// words did not state either (a «Срок:» line, a column of a plan).
pub fn directive(
    directive: &mut Directive,
    text: String,
    group: &Group,
    adopted: Option<NaiveDate>,
) {
    let headed = !group.heading.trim().is_empty();
    let own = items::named_body(&text, headed).or_else(|| items::responsible(&text, headed));
    let old = std::mem::replace(
        directive,
        Directive {
            id: directive.id.clone(),
            addressee: own,
            text,
            lead: directive.lead.clone(),
            source: directive.source,
            result: directive.result.clone(),
            cells: directive.cells.clone(),
            denied: directive.denied.clone(),
            ..Directive::default()
        },
    );
    facts::attach(directive, &group.deadlines, adopted, false);
    deny(directive);
    facts::inherit(directive, &group.deadlines, adopted);
    keep_the_blocks(directive, &old.deadlines, group);
    let denied = directive.denied.clone();
    let elsewhere =
        |phrase: &str| !old.text.contains(phrase) && !denied.iter().any(|said| said == phrase);
    let kept: Vec<Deadline> = old
        .deadlines
        .into_iter()
        .filter(|d| d.inherited_from.is_none())
        .filter(|d| d.origin == Origin::Person || elsewhere(&d.phrase))
        .collect();
    if !kept.is_empty() {
        directive.deadlines.retain(|found| {
            found.inherited_from.is_none() && kept.iter().all(|kept| kept.phrase != found.phrase)
        });
        directive.deadlines.splice(0..0, kept);
    }
    for kept in old.indicators {
        if kept.origin == Origin::Person || elsewhere(&kept.phrase) {
            directive.indicators.retain(|i| i.phrase != kept.phrase);
            directive.indicators.push(kept);
        }
    }
    for kept in old.references {
        if kept.origin == Origin::Person || elsewhere(&kept.phrase) {
            directive.references.retain(|r| r.phrase != kept.phrase);
            directive.references.push(kept);
        }
    }
    if let Some(kept) = old.addressee.filter(|who| elsewhere(who)) {
        directive.addressee = Some(kept);
    }
}

/// Takes out what a person said to be no fact.
fn deny(directive: &mut Directive) {
    let denied = std::mem::take(&mut directive.denied);
    let stands = |phrase: &String| !denied.contains(phrase);
    directive.deadlines.retain(|fact| stands(&fact.phrase));
    directive.indicators.retain(|fact| stands(&fact.phrase));
    directive.references.retain(|fact| stands(&fact.phrase));
    directive.addressee = directive.addressee.take().filter(stands);
    directive.denied = denied;
}

/// Recognises anew what a group's heading says: its bodies, partners and deadlines, which its
/// directives inherit.
pub fn group(group: &mut Group, adopted: Option<NaiveDate>) {
    // Tasks that name their addressee themselves stand in groups without a heading.
    if !group.heading.trim().is_empty() {
        let head = facts::head(&group.heading, adopted);
        group.addressees = head.parts.addressees;
        group.partners = head.parts.partners;
    }
    dates(group, adopted);
}

/// Whom the directives of a group name themselves, and their partners: the bodies of a group without
/// a heading.
pub fn own_bodies(group: &Group) -> (Vec<String>, Vec<String>) {
    let (mut addressees, mut partners) = (Vec::new(), Vec::new());
    for directive in &group.directives {
        let bodies = directive.addressee.as_deref().map(split_any);
        let bodies = bodies.unwrap_or_default();
        for (all, named) in [
            (&mut addressees, bodies.addressees),
            (&mut partners, bodies.partners),
        ] {
            let new: Vec<String> = named
                .into_iter()
                .filter(|name| !all.contains(name))
                .collect();
            all.extend(new);
        }
    }
    (addressees, partners)
}

/// Recognises anew the deadlines a group's heading states, which its directives inherit; its bodies
/// stay as they are known.
pub fn dates(group: &mut Group, adopted: Option<NaiveDate>) {
    if !group.heading.trim().is_empty() {
        group.deadlines = facts::head(&group.heading, adopted).deadlines;
    }
    let mut directives = std::mem::take(&mut group.directives);
    for directive in &mut directives {
        let old = directive.deadlines.clone();
        facts::inherit(directive, &group.deadlines, adopted);
        keep_the_blocks(directive, &old, group);
    }
    group.directives = directives;
}

/// «до конца 2026 года:» on a line of its own among the items holds for those below it, and is
/// stated by neither their words nor the heading.
fn keep_the_blocks(directive: &mut Directive, old: &[Deadline], group: &Group) {
    let of_block = |d: &&Deadline| {
        d.inherited_from == Some(InheritedFrom::Group) && !group.heading.contains(&d.phrase)
    };
    let own = |d: &Deadline| d.inherited_from != Some(InheritedFrom::Group);
    // It stands nearer to the items than the heading does.
    if !directive.deadlines.iter().any(own) && old.iter().any(|d| of_block(&d)) {
        directive.deadlines = old.iter().filter(of_block).cloned().collect();
    }
}

/// Gives a directive that has come to stand elsewhere what it inherits there.
pub fn inherit(directive: &mut Directive, group: &Group, adopted: Option<NaiveDate>) {
    facts::inherit(directive, &group.deadlines, adopted);
}

/// Names every group's bodies in full: what the text declares («далее – МЦОКО») counts everywhere.
pub fn bodies(resolution: &mut Resolution) {
    name_bodies(resolution);
}

/// The deadline a person typed («до 1 октября», «II квартал»), if it is one.
pub fn deadline(text: &str, adopted: Option<NaiveDate>) -> Option<Deadline> {
    facts::term(text.trim(), adopted).into_iter().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn term_beside_the_words_stays_until_a_person_denies_it() {
        let group = Group::default();
        let mut task = Directive {
            text: "провести смотр музеев".into(),
            deadlines: vec![Deadline {
                phrase: "до 1 мая 2027 года".into(),
                ..Deadline::default()
            }],
            ..Directive::default()
        };
        directive(&mut task, "провести смотры музеев".into(), &group, None);
        assert_eq!(task.deadlines.len(), 1);
        task.denied.push("до 1 мая 2027 года".into());
        directive(&mut task, "провести смотр музеев".into(), &group, None);
        assert_eq!(task.deadlines, []);
    }
}
