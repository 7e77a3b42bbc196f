//! Small documents for the rules' tests.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use svod_language::{deadlines, indicators, references};
use svod_model::{Deadline, Directive, Group, Id, Resolution, Section};

use crate::{Context, Finding, Fix, Rule};

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A directive without facts.
pub(crate) fn directive(id: &str, text: &str) -> Directive {
    Directive {
        id: Id::new(id),
        text: text.into(),
        ..Directive::default()
    }
}

/// A directive with what its text says.
pub(crate) fn said(id: &str, text: &str) -> Directive {
    let adopted = Some(day("2026-08-25"));
    Directive {
        deadlines: values(deadlines::find(text, adopted)),
        indicators: values(indicators::find(text, adopted)),
        references: values(references::find(text)),
        ..directive(id, text)
    }
}

fn values<T>(found: Vec<svod_language::Found<T>>) -> Vec<T> {
    found.into_iter().map(|found| found.value).collect()
}

pub(crate) fn due(from: Option<&str>, to: Option<&str>) -> Deadline {
    let (from, to) = (from.map(day), to.map(day));
    Deadline {
        phrase: "срок".into(),
        from,
        to,
        ..Deadline::default()
    }
}

pub(crate) fn group(id: &str, heading: &str, directives: Vec<Directive>) -> Group {
    let addressees = vec![heading.to_owned()];
    Group {
        id: Id::new(id),
        heading: heading.into(),
        addressees,
        directives,
        ..Group::default()
    }
}

pub(crate) fn document(groups: Vec<Group>) -> Resolution {
    Resolution {
        adopted_on: Some(day("2026-08-25")),
        sections: vec![Section {
            groups,
            ..Section::default()
        }],
        ..Resolution::default()
    }
}

/// A document of one directive.
pub(crate) fn one(text: &str) -> Resolution {
    document(vec![group(
        "g",
        "Управлению образования",
        vec![said("d", text)],
    )])
}

/// The rules that speak up, in order.
pub(crate) fn rules(resolution: &Resolution) -> Vec<Rule> {
    crate::check(resolution, &Context::default())
        .into_iter()
        .map(|finding| finding.rule)
        .collect()
}

/// What one rule says of a document.
pub(crate) fn of(rule: Rule, resolution: &Resolution) -> Vec<Finding> {
    let found = crate::check(resolution, &Context::default());
    found
        .into_iter()
        .filter(|found| found.rule == rule)
        .collect()
}

/// The words one rule finds in a directive's text.
pub(crate) fn quotes(rule: Rule, text: &str) -> Vec<String> {
    let found = of(rule, &one(text)).into_iter();
    found.map(|found| found.quote.unwrap_or_default()).collect()
}

/// The text with every mending of one rule made, from the last to the first.
pub(crate) fn mended(rule: Rule, text: &str) -> String {
    mended_in(rule, text, &Context::default())
}

pub(crate) fn mended_in(rule: Rule, text: &str, context: &Context<'_>) -> String {
    let mut units: Vec<u16> = text.encode_utf16().collect();
    let found = crate::check(&one(text), context);
    for finding in found.iter().rev().filter(|found| found.rule == rule) {
        let (Some([from, to]), Some(fix)) = (finding.range, &finding.fix) else {
            continue;
        };
        let words = match fix {
            Fix::Replace { text } => text.as_str(),
            Fix::Remove => "",
        };
        units.splice(from as usize..to as usize, words.encode_utf16());
    }
    String::from_utf16(&units).unwrap()
}

#[test]
fn every_rule_stands_once_and_can_be_switched_off_or_refused() {
    let rules: BTreeSet<Rule> = crate::rules().collect();
    assert_eq!(rules.len(), super::ALL.len());
    assert!(rules.len() >= 35);

    let text = "провести смотр в в кратчайшие сроки";
    let resolution = one(text);
    let all = crate::check(&resolution, &Context::default());
    let off = BTreeSet::from([Rule::DeadDeadline]);
    let refused = BTreeSet::from([crate::Ignored {
        rule: Rule::RepeatedWord,
        place: Some(Id::new("d")),
        quote: Some("в в".into()),
    }]);
    let context = Context {
        off: &off,
        ignored: &refused,
        ..Context::default()
    };
    let fewer = crate::check(&resolution, &context);
    let gone: Vec<Rule> = all
        .iter()
        .filter(|found| !fewer.contains(found))
        .map(|found| found.rule)
        .collect();
    assert_eq!(gone, [Rule::RepeatedWord, Rule::DeadDeadline]);
}
