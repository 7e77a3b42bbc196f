//! Which acts are cited by whom, and in how many spellings.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use svod_language::words::{collapse, fold};
use svod_model::{Id, Reference, ReferenceKind};
use ts_rs::TS;

/// A citation where it stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Citation {
    /// The document.
    pub document: Id,
    /// The directive.
    pub directive: Id,
    /// The district's name.
    pub district: String,
    /// The day the document was adopted.
    pub adopted_on: Option<NaiveDate>,
    /// The act was no longer in force on that day.
    pub dead: bool,
}

/// One way an act is written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Spelling {
    /// As it stands most often.
    pub phrase: String,
    /// How often.
    pub count: u32,
}

/// An act with all who cite it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CitedAct {
    /// Its one form.
    pub canonical: String,
    /// What it is.
    pub kind: ReferenceKind,
    /// Number and date, to look it up by.
    pub number: Option<String>,
    /// Its date.
    pub date: Option<NaiveDate>,
    /// What took its place, if it is known to be repealed.
    pub replacement: Option<String>,
    /// The first day it was no longer in force.
    pub repealed: Option<NaiveDate>,
    /// How it is written, the most common first.
    pub spellings: Vec<Spelling>,
    /// Who cites it, by date.
    pub citations: Vec<Citation>,
}

/// Puts the citations of each act together, the most cited first. Whether an act was in force is not
/// known here: `dead`, `repealed` and `replacement` are left for who has the register.
pub fn citations<'a>(found: impl Iterator<Item = (Citation, &'a Reference)>) -> Vec<CitedAct> {
    let mut acts: BTreeMap<String, (CitedAct, BTreeMap<String, Spelling>)> = BTreeMap::new();
    for (citation, reference) in found {
        let entry = acts.entry(fold(&reference.canonical)).or_insert_with(|| {
            let act = CitedAct {
                canonical: reference.canonical.clone(),
                kind: reference.kind,
                number: reference.number.clone(),
                date: reference.date,
                replacement: None,
                repealed: None,
                spellings: Vec::new(),
                citations: Vec::new(),
            };
            (act, BTreeMap::new())
        });
        entry.0.citations.push(citation);
        let spelling = entry.1.entry(fold(&collapse(&reference.phrase)));
        let spelling = spelling.or_insert_with(|| Spelling {
            phrase: collapse(&reference.phrase),
            count: 0,
        });
        spelling.count += 1;
    }
    let mut out: Vec<CitedAct> = acts
        .into_values()
        .map(|(mut act, spellings)| {
            act.spellings = spellings.into_values().collect();
            act.spellings
                .sort_by_key(|spelling| std::cmp::Reverse(spelling.count));
            act.citations.sort_by_key(|citation| citation.adopted_on);
            act
        })
        .collect();
    out.sort_by_key(|act| std::cmp::Reverse(act.citations.len()));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_act_in_two_spellings_is_one_act() {
        let reference = |phrase: &str, canonical: &str| Reference {
            phrase: phrase.into(),
            canonical: canonical.into(),
            ..Reference::default()
        };
        let law = "Федеральный закон от 29.12.2012 № 273-ФЗ";
        let said = [
            reference("Федерального закона № 273-ФЗ", law),
            reference("федерального  закона № 273-ФЗ", law),
            reference("закона «Об образовании»", law),
            reference("указа № 204", "Указ Президента РФ от 07.05.2018 № 204"),
        ];
        let citation = Citation {
            document: Id::new("d"),
            directive: Id::new("p"),
            district: "Луговской район".into(),
            adopted_on: None,
            dead: false,
        };
        let acts = citations(said.iter().map(|reference| (citation.clone(), reference)));
        assert_eq!(acts.len(), 2);
        assert_eq!(acts[0].citations.len(), 3);
        let counts: Vec<u32> = acts[0].spellings.iter().map(|s| s.count).collect();
        assert_eq!(counts, [2, 1]);
    }
}
